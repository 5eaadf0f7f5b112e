import { SyncRunService } from "../../../../components/queue/bulk-runs"
import { MembershipsTable } from "../../../../components/queue/memberships-table"
import { Breadcrumb } from "../../../../components/breadcrumb"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"

/** Settings -> Discord -> Queue: who waits for what, and bulk work as it goes on. */
const QueuePage = () => (
  <div className="flex flex-col gap-y-3">
    <SyncRunService />
    <MembershipsTable />
  </div>
)

export const handle = { breadcrumb: () => <Breadcrumb page="queue.title" /> }

export default withDiscordAdmin(QueuePage, { title: "queue.title" })
