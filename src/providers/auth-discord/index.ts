import type { ModuleProviderExports } from "@medusajs/framework/types"
import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { DiscordAuthProvider } from "./provider"

/** Signing in with Discord, for Medusa's Auth Module. */
const provider: ModuleProviderExports = ModuleProvider(Modules.AUTH, {
  services: [DiscordAuthProvider],
})

export default provider
