import { lazy } from "react"
import { withDiscordAdmin } from "../../../../../components/shell/with-discord-admin"

const EditSettings = lazy(() => import("../../../../../pages/edit-server"))

export default withDiscordAdmin(EditSettings, { title: "server.settings.edit" })
