import { lazy } from "react"
import { withDiscordAdmin } from "../../../../../components/shell/with-discord-admin"

const ImportCustomers = lazy(() => import("../../../../../pages/import-customers"))

export default withDiscordAdmin(ImportCustomers, { title: "imports.title" })
