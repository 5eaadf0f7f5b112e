import { lazy } from "react"
import { Breadcrumb } from "../../../../components/breadcrumb"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"

const ActivityPage = lazy(() => import("../../../../pages/activity"))

export const handle = { breadcrumb: () => <Breadcrumb page="activity.title" /> }

export default withDiscordAdmin(ActivityPage, { title: "activity.title" })
