import { Navigate, useLocation } from "react-router-dom"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"

/** The members' old address: links to it, and what they filter by, go on. */
const OldAddress = () => {
  const { search } = useLocation()
  return <Navigate to={`/settings/discord/members${search}`} replace />
}

export default withDiscordAdmin(OldAddress, { title: "members.title" })
