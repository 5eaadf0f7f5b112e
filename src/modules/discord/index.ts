import type { ModuleExports } from "@medusajs/framework/types"
import { Module } from "@medusajs/framework/utils"
import optionsLoader from "./loaders/options"
import { DISCORD_MODULE } from "./module-name"
import DiscordModuleService from "./service"

export { DISCORD_MODULE }

export default Module(DISCORD_MODULE, {
  service: DiscordModuleService,
  loaders: [optionsLoader],
  // Named by the framework: the declarations a store compiles against may import only what this package declares.
}) satisfies ModuleExports<typeof DiscordModuleService>
