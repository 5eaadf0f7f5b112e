import { useTranslation } from "react-i18next"
import type { AdminDiscordOptions } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"

/** What the plugin's own pages show of the store. */
export const HostedPages = ({ pages }: { pages: AdminDiscordOptions["hosted_pages"] }) => {
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
