import { Button, Code, Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ApplicationQuery } from "../../hooks/api/application"
import { NAMESPACE } from "../../i18n/namespace"
import { CheckRow } from "../server/check-row"
import { LoadError } from "../load-error"
import { Loading } from "../loading"

/** Each option held against Discord, and what to enter in Discord's portal. */
export const ApplicationChecks = ({ application }: { application: ApplicationQuery }) => {
  const { t } = useTranslation(NAMESPACE)
  const { data, error, isError, isFetching, refetch } = application
  // What was seen before is not known any more.
  if (isError) {
    return (
      <LoadError
        title={t("setup.application.loadFailed")}
        error={error}
        onRetry={() => void refetch()}
      />
    )
  }
  if (!data) {
    return <Loading label={t("setup.application.loading")} rows={4} />
  }
  return (
    <div className="flex flex-col gap-y-4">
      <ul className="shadow-borders-base divide-y rounded-lg">
        {data.checks.map((check) => (
          <CheckRow key={check.id} label={t(`checks.${check.id}`)} {...check} />
        ))}
      </ul>
      <RedirectUri uri={data.redirect_uri} />
      <div className="flex items-center gap-x-4">
        <Button
          size="small"
          variant="secondary"
          isLoading={isFetching}
          onClick={() => void refetch()}
        >
          {t("setup.application.checkAgain")}
        </Button>
        <a
          href={data.portal_url}
          target="_blank"
          rel="noreferrer"
          className="text-ui-fg-base decoration-ui-border-strong hover:decoration-ui-fg-base underline underline-offset-4 txt-compact-small-plus"
        >
          {t("setup.application.portal")}
        </a>
      </div>
    </div>
  )
}

const RedirectUri = ({ uri }: { uri: string }) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" leading="compact" weight="plus">
        {t("setup.application.redirectUri")}
      </Text>
      <div className="flex items-center gap-x-2">
        <Code className="min-w-0 break-all">{uri}</Code>
        <Copy content={uri} aria-label={t("setup.application.copy")} />
      </div>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("setup.application.redirectHint")}
      </Text>
    </div>
  )
}
