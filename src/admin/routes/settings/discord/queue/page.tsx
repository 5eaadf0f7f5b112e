import { BulkRuns } from "../../../../components/queue/bulk-runs"
import { MembershipsTable } from "../../../../components/queue/memberships-table"
import { Breadcrumb } from "../../../../components/breadcrumb"
import { RightGuard } from "../../../../components/right-guard"

/** Settings -> Discord -> Queue: who waits for what, and bulk work as it goes on. */
const QueuePage = () => (
  <RightGuard resource="discord_membership">
    <div className="flex flex-col gap-y-3">
      <BulkRuns />
      <MembershipsTable />
    </div>
  </RightGuard>
)

export const handle = { breadcrumb: () => <Breadcrumb page="queue.title" /> }

export default QueuePage
