import { ActivityTable } from "../../../../components/activity/activity-table"
import { Breadcrumb } from "../../../../components/breadcrumb"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"

/** Settings -> Discord -> Activity: what was done, why, and what Discord said. */
const ActivityPage = () => <ActivityTable />

export const handle = { breadcrumb: () => <Breadcrumb page="activity.title" /> }

export default withDiscordAdmin(ActivityPage, { title: "activity.title" })
