import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"

/** A page's name in the dashboard's path. @param page key of its title */
export const Breadcrumb = ({ page }: { page: string }) => {
  const { t } = useTranslation(NAMESPACE)
  return <>{t(page)}</>
}
