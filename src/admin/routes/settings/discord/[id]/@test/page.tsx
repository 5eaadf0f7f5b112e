import { lazy } from "react"
import { withDiscordAdmin } from "../../../../../components/shell/with-discord-admin"

const TestRole = lazy(() => import("../../../../../pages/test-role"))

export default withDiscordAdmin(TestRole, { title: "server.test.title" })
