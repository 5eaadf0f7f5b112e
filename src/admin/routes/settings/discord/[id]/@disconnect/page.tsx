import { lazy } from "react"
import { withDiscordAdmin } from "../../../../../components/shell/with-discord-admin"

const Disconnect = lazy(() => import("../../../../../pages/disconnect-server"))

export default withDiscordAdmin(Disconnect, { title: "settings.title" })
