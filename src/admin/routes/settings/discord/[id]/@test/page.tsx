import { lazy } from "react"
import { withDiscordAdmin } from "../../../../../components/shell/with-discord-admin"

const TestRole = lazy(async () => ({
  default: (await import("../../../../../pages/server")).TestRole,
}))

export default withDiscordAdmin(TestRole, { title: "server.test.title" })
