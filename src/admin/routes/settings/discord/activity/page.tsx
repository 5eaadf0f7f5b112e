import { ActivityTable } from "../../../../components/activity/activity-table"
import { Breadcrumb } from "../../../../components/breadcrumb"
import { RightGuard } from "../../../../components/right-guard"

/** Settings -> Discord -> Activity: what was done, why, and what Discord said. */
const ActivityPage = () => (
  <RightGuard resource="discord_membership">
    <ActivityTable />
  </RightGuard>
)

export const handle = { breadcrumb: () => <Breadcrumb page="activity.title" /> }

export default ActivityPage
