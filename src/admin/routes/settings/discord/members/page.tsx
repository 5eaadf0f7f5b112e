import { Breadcrumb } from "../../../../components/breadcrumb"
import { MembersSection } from "../../../../components/membership/members-section"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"
import { BulkRuns } from "../../../../components/sync-run/bulk-runs"

/** Settings -> Discord -> Members: who has what, whose move it is, and bulk work as it goes on. */
const MembersPage = () => (
  <div className="flex flex-col gap-y-3">
    <MembersSection />
    <BulkRuns />
  </div>
)

export const handle = { breadcrumb: () => <Breadcrumb page="members.title" /> }

export default withDiscordAdmin(MembersPage, { title: "members.title" })
