import { lazy } from "react"
import { withDiscordAdmin } from "../../../../../components/shell/with-discord-admin"

const EditSettings = lazy(async () => ({
  default: (await import("../../../../../pages/server")).EditSettings,
}))

export default withDiscordAdmin(EditSettings, { title: "server.settings.edit" })
