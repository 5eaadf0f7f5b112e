import { GatewayCloseCodes, GatewayIntentBits } from "discord-api-types/v10"
import { type Application } from "../state/entities"

/** Every intent there is, and those that an application must be allowed on the developer portal. */
const ALL = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === "number" ? all | bit : all),
  0,
)
const NEVER_GIVEN = GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent

export interface Opening {
  app: Application
  intents: number
}

/**
 * What identifying ends in: a session, or the code the connection is closed with.
 *
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function openingOf(
  data: unknown,
  appOf: (token: string) => Application | undefined,
): Opening | GatewayCloseCodes {
  const { token, intents, shard, properties } = fieldsOf(data)
  if (typeof token !== "string" || typeof intents !== "number" || !properties)
    return GatewayCloseCodes.DecodeError
  const app = appOf(token)
  if (!app) return GatewayCloseCodes.AuthenticationFailed
  if (shard !== undefined && !(Array.isArray(shard) && shard[0] === 0 && shard[1] === 1))
    return GatewayCloseCodes.InvalidShard
  if (!Number.isInteger(intents) || intents < 0 || (intents & ~ALL) !== 0)
    return GatewayCloseCodes.InvalidIntents
  const wantsMembers = (intents & GatewayIntentBits.GuildMembers) !== 0
  if ((wantsMembers && !app.guild_members_intent) || (intents & NEVER_GIVEN) !== 0)
    return GatewayCloseCodes.DisallowedIntents
  return { app, intents }
}

export function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {}
}
