import { Alert, Button, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { brokenReason } from "../../lib/broken-reason"

interface CouldNotShowProps {
  /** Key of the title of what is missing. */
  title: string
  error: unknown
  onRetry: () => void
}

/** In place of what broke: what it is, what that means, what to do. */
export const CouldNotShow = ({ title, error, onRetry }: CouldNotShowProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { key, detail } = brokenReason(error)
  return (
    <Container className="p-0">
      <Alert variant="error" role="alert">
        <Text size="small" leading="compact" weight="plus">
          {t("broken.title", { part: t(title) })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t(key)}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {detail}
        </Text>
        <Button
          type="button"
          variant="secondary"
          size="small"
          className="mt-2"
          onClick={() => onRetry()}
        >
          {t("actions.retry")}
        </Button>
      </Alert>
    </Container>
  )
}
