import { ActivityTable } from "../../../../components/activity/activity-table"
import { Breadcrumb } from "../../../../components/breadcrumb"

/** Settings -> Discord -> Activity: what was done, why, and what Discord said. */
const ActivityPage = () => <ActivityTable />

export const handle = { breadcrumb: () => <Breadcrumb page="activity.title" /> }

export default ActivityPage
