import { Module } from "@medusajs/framework/utils"
import optionsLoader from "./loaders/options"
import DiscordModuleService from "./service"

export const DISCORD_MODULE = "discord"

export default Module(DISCORD_MODULE, {
  service: DiscordModuleService,
  loaders: [optionsLoader],
})
