import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ConnectState } from "../../hooks/use-connect-server"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"

interface ConnectOutcomeProps {
  state: ConnectState
  /** Whether what comes next is said elsewhere on the page. */
  isGuided?: boolean
}

/** Where an attempt to connect a server stands, in words. */
export const ConnectOutcome = ({ state, isGuided = false }: ConnectOutcomeProps) => {
  const { t } = useTranslation(NAMESPACE)
  switch (state.step) {
    case "idle":
    case "opening":
      return null
    case "waiting":
      return state.blocked_url === null ? (
        <Alert variant="info" role="status">
          {t("settings.connect.waiting")}
        </Alert>
      ) : (
        <Alert variant="warning" role="alert">
          <Text size="small">{t("settings.connect.blocked")}</Text>
          <a
            href={state.blocked_url}
            target="_blank"
            rel="opener"
            className="text-ui-fg-base decoration-ui-border-strong hover:decoration-ui-fg-base underline underline-offset-4 txt-small-plus"
          >
            {t("settings.connect.link")}
          </a>
        </Alert>
      )
    case "closed":
      return (
        <Alert variant="warning" role="alert">
          {t("settings.connect.closed")}
        </Alert>
      )
    case "not_started":
      return <LoadError title={t("settings.connect.startFailed")} error={state.error} />
    case "ended":
      return <Ending message={state.message} isGuided={isGuided} />
  }
}

const Ending = ({ message, isGuided }: { message: EndMessage; isGuided: boolean }) => {
  const { t } = useTranslation(NAMESPACE)
  const { ending } = message
  const say = useMessage()
  const text = message.text_detail ? say(message.text_detail) : message.text
  switch (ending) {
    case "connected":
      return (
        <Said
          variant="success"
          title={t("settings.connect.connected")}
          text={isGuided ? text : `${text} ${t("settings.connect.next")}`}
        />
      )
    case "already_connected":
      return <Said variant="info" title={t("settings.connect.already_connected")} text={text} />
    case "declined":
      return (
        <Alert variant="warning" role="alert">
          {t("settings.connect.declined")}
        </Alert>
      )
    case "conflict":
    case "failed":
      return <Said variant="error" title={t("settings.connect.failed")} text={text} />
  }
}

type EndMessage = Extract<ConnectState, { step: "ended" }>["message"]

interface SaidProps {
  variant: "success" | "info" | "error"
  title: string
  text: string
}

const Said = ({ variant, title, text }: SaidProps) => (
  <Alert variant={variant} role={variant === "error" ? "alert" : "status"}>
    <Text size="small" leading="compact" weight="plus">
      {title}
    </Text>
    <Text size="small" className="text-ui-fg-subtle">
      {text}
    </Text>
  </Alert>
)
