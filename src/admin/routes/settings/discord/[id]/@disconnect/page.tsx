import { lazy } from "react"
import { withDiscordAdmin } from "../../../../../components/shell/with-discord-admin"

const Disconnect = lazy(async () => ({
  default: (await import("../../../../../pages/server")).Disconnect,
}))

export default withDiscordAdmin(Disconnect, { title: "settings.title" })
