import { lazy } from "react"
import { type UIMatch } from "react-router-dom"
import { withDiscordAdmin } from "../../../../components/shell/with-discord-admin"
import { useDiscordServer } from "../../../../hooks/api/servers"

const DiscordServerPage = lazy(() => import("../../../../pages/server"))

const ServerName = ({ id }: { id: string }) => {
  const { data } = useDiscordServer(id)
  return data ? <span>{data.server.name}</span> : null
}

const Breadcrumb = withDiscordAdmin(ServerName, { title: null })

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <Breadcrumb id={params.id ?? ""} />,
}

export default withDiscordAdmin(DiscordServerPage, { title: "settings.title" })
