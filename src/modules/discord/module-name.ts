/** By which name the container has the module. */
export const DISCORD_MODULE = "discord"
