import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { DiscordAuthProvider } from "./provider"

/** Signing in with Discord, for Medusa's Auth Module. */
export default ModuleProvider(Modules.AUTH, { services: [DiscordAuthProvider] })
