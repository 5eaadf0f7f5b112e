import { lazy } from "react"
import { Breadcrumb } from "../../../../components/breadcrumb"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"

const MembersPage = lazy(() => import("../../../../pages/members"))

export const handle = { breadcrumb: () => <Breadcrumb page="members.title" /> }

export default withDiscordAdmin(MembersPage, { title: "members.title" })
