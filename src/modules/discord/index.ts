import type { ModuleExports } from "@medusajs/framework/types"
import { Module } from "@medusajs/framework/utils"
import optionsLoader from "./loaders/options"
import DiscordModuleService from "./service"

export const DISCORD_MODULE = "discord"

export default Module(DISCORD_MODULE, {
  service: DiscordModuleService,
  loaders: [optionsLoader],
  // Named by the framework: the declarations a store compiles against may import only what this package declares.
}) satisfies ModuleExports<typeof DiscordModuleService>
