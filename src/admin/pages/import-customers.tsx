import { RouteDrawer } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import { DrawerHeader } from "../components/drawer-header"
import { ImportFlow } from "../components/import/import-flow"
import { NAMESPACE } from "../i18n/namespace"

/** Over the members, which stay as they are listed. */
const ImportCustomers = () => {
  const { t } = useTranslation(NAMESPACE)
  const { search } = useLocation()
  return (
    <RouteDrawer prev={`..${search}`}>
      <DrawerHeader title={t("imports.title")} description={t("imports.description")} />
      <ImportFlow />
    </RouteDrawer>
  )
}

export default ImportCustomers
