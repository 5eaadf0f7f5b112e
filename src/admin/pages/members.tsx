import { Outlet } from "react-router-dom"
import { MembersSection } from "../components/membership/members-section"
import { BulkRuns } from "../components/sync-run/bulk-runs"

/** Settings -> Discord -> Members: who has what, whose move it is, and bulk work as it goes on. */
const MembersPage = () => (
  <>
    <div className="flex flex-col gap-y-3">
      <MembersSection />
      <BulkRuns />
    </div>
    <Outlet />
  </>
)

export default MembersPage
