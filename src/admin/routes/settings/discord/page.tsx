import { lazy } from "react"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { withDiscordAdmin } from "../../../components/shell/with-discord-admin"

const DiscordSettings = lazy(() => import("../../../pages/settings"))

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "discordRoles",
})

export const handle = {
  breadcrumb: () => "Discord",
}

export default withDiscordAdmin(DiscordSettings, { title: "settings.title" })
