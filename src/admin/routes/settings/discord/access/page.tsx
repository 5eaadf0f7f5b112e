import { lazy } from "react"
import { Breadcrumb } from "../../../../components/breadcrumb"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"

const AccessPage = lazy(() => import("../../../../pages/access"))

export const handle = { breadcrumb: () => <Breadcrumb page="entitlements.title" /> }

export default withDiscordAdmin(AccessPage, { title: "entitlements.title" })
