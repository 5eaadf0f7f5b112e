import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** What an admin's role may allow. Resources are the nouns of the admin routes. */
export const DISCORD_RESOURCES = [
  "discord_server",
  "discord_role_mapping",
  "discord_account",
  "discord_entitlement",
  "discord_membership",
] as const
export type DiscordResource = (typeof DISCORD_RESOURCES)[number]

export default definePolicies(
  DISCORD_RESOURCES.flatMap((resource) =>
    [
      PolicyOperation.read,
      PolicyOperation.create,
      PolicyOperation.update,
      PolicyOperation.delete,
    ].map((operation) => ({
      name: `${resource}:${operation}`,
      resource,
      operation,
    })),
  ),
)
