import { useTranslation } from "react-i18next"
import type { AdminDiscordOptions } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { FoldedSection } from "./folded-section"
import { OptionRow } from "./option-row"
import { SubscriptionSources } from "./subscription-sources"

/** What the developer has set, in words: much of what the store does can be understood only with it. */
export const OptionsSection = ({ options }: { options: AdminDiscordOptions }) => {
  const { t } = useTranslation(NAMESPACE)
  const { connect_message, requests_per_second, activity_retention_days } = options
  return (
    <FoldedSection
      title={t("options.title")}
      summary={t("options.summary")}
      showLabel={t("options.show")}
      hideLabel={t("options.hide")}
    >
      <dl className="divide-y">
        <OptionRow name="grantOn">{t(`options.grantOn.${options.grant_on}`)}</OptionRow>
        <OptionRow name="revokeOnRefund">
          {t(`options.revokeOnRefund.${options.revoke_on_refund}`)}
        </OptionRow>
        <OptionRow name="requireConnection">
          {t(`options.requireConnection.${requirementOf(options)}`)}
        </OptionRow>
        <OptionRow name="notifications">
          <ConnectMessage message={connect_message} />
        </OptionRow>
        <OptionRow name="subscriptions">
          <SubscriptionSources sources={options.subscriptions} />
        </OptionRow>
        <OptionRow name="redirectUrls">
          {t(options.redirect_urls.length > 0 ? "options.redirectUrls" : "options.noRedirectUrls")}
          <ul>
            {options.redirect_urls.map((url) => (
              <li key={url} className="text-ui-fg-subtle break-all">
                {url}
              </li>
            ))}
          </ul>
        </OptionRow>
        <OptionRow name="hostedPages">
          <HostedPages pages={options.hosted_pages} />
        </OptionRow>
        <OptionRow name="requestsPerSecond">
          {t("options.requestsPerSecond", { count: requests_per_second })}
        </OptionRow>
        <OptionRow name="activityRetentionDays">
          {t("options.activityRetentionDays", { count: activity_retention_days })}
        </OptionRow>
        <OptionRow name="gateway">
          {t(options.gateway ? "options.gateway" : "options.listening")}
        </OptionRow>
      </dl>
    </FoldedSection>
  )
}

function requirementOf({ require_connection }: AdminDiscordOptions) {
  if (require_connection === "warn") {
    return "warn"
  }
  return require_connection ? "required" : "off"
}

const ConnectMessage = ({ message }: { message: AdminDiscordOptions["connect_message"] }) => {
  const { t } = useTranslation(NAMESPACE)
  if (!message) {
    return t("options.notifications.off")
  }
  const { channel, reminder_days } = message
  const reminder =
    reminder_days === null
      ? t("options.notifications.noReminder")
      : t("options.notifications.reminder", { count: reminder_days })
  return `${t("options.notifications.on", { channel })} ${reminder}`
}

/** What the plugin's own pages show of the store. */
const HostedPages = ({ pages }: { pages: AdminDiscordOptions["hosted_pages"] }) => {
  const { t } = useTranslation(NAMESPACE)
  const { store_name, logo_url, store_url, support_url } = pages
  const addresses = [
    { label: t("options.hostedPages.logo"), url: logo_url },
    { label: t("options.hostedPages.store"), url: store_url },
    { label: t("options.hostedPages.support"), url: support_url },
  ].filter(({ url }) => url !== null)
  return (
    <>
      {store_name === null
        ? t("options.hostedPages.noName")
        : t("options.hostedPages.name", { name: store_name })}
      <ul>
        {addresses.map(({ label, url }) => (
          <li key={label} className="text-ui-fg-subtle break-all">
            {label} {url}
          </li>
        ))}
      </ul>
    </>
  )
}
