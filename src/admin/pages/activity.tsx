import { ActivityTable } from "../components/activity/activity-table"

/** Settings -> Discord -> Activity: what was done, why, and what Discord said. */
const ActivityPage = () => <ActivityTable />

export default ActivityPage
