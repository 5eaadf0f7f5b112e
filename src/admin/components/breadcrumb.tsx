import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import { withDiscordAdmin } from "./shell/with-discord-admin"

const PageName = ({ page }: { page: string }) => {
  const { t } = useTranslation(NAMESPACE)
  return <>{t(page)}</>
}

/** A page's name in the dashboard's path. @param page key of its title */
export const Breadcrumb = withDiscordAdmin(PageName, { title: null })
