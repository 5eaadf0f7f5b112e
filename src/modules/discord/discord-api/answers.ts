import { z } from "@medusajs/framework/zod"
import type { SeenMember } from "../engine/run/seen.rules"
import { cutTo, plainWords } from "./discord-words.rules"
import { DiscordFailure } from "./errors"

/*
 * What is stored of Discord's answers is looked at first: a proxy in between, or a wrong `apiUrl`, may send anything.
 */

/** @see https://docs.discord.com/developers/reference#snowflakes */
const snowflake = z.string().regex(/^\d{15,21}$/)

/**
 * A user's names say who somebody is: a longer one is none of Discord's.
 *
 * @see https://docs.discord.com/developers/resources/user#usernames-and-nicknames
 */
const MAX_NAME = 32
const name = z
  .string()
  .max(2 * MAX_NAME)
  .refine((text) => [...text].length <= MAX_NAME)
  .transform(plainWords)

/** Names of servers and roles are only shown, and must keep nobody from being served: a longer one is cut. */
const MAX_TITLE = 100
const title = z.string().transform((text) => cutTo(plainWords(text), MAX_TITLE))

/** A picture is worth no refusal: one that cannot be is none. */
const picture = z
  .string()
  .regex(/^(a_)?[0-9a-f]{32}$/)
  .nullish()
  .catch(null)
  .transform((hash) => hash ?? null)

/** @see https://docs.discord.com/developers/resources/user#user-object */
const user = z.object({
  id: snowflake,
  username: name.refine((text) => text !== ""),
  global_name: name.nullish().transform((text) => text || null),
  avatar: picture,
})
export type UserAnswer = z.output<typeof user>

/**
 * A user as they see themselves. An address counts only when Discord says that it was verified; one that is none is worth no refusal.
 *
 * @see https://docs.discord.com/developers/resources/user#get-current-user
 */
const self = user
  .extend({
    email: z.email().max(254).nullish().catch(null),
    verified: z.boolean().nullish().catch(false),
  })
  .transform(({ email, verified, ...names }) => ({
    ...names,
    verified_email: verified === true ? (email ?? null) : null,
  }))
export type SelfAnswer = z.output<typeof self>

/** @see https://docs.discord.com/developers/resources/guild#guild-object */
const server = z.object({
  id: snowflake,
  name: title,
  icon: picture,
  owner_id: snowflake,
  mfa_level: z.number().int().catch(0),
  features: z.array(z.string()).catch([]),
  approximate_member_count: z.number().int().nonnegative().nullish().catch(null),
})
export type ServerAnswer = z.output<typeof server>

const bits = z.string().regex(/^\d{1,30}$/)
const MAX_COLOR = 0xff_ff_ff

/** @see https://docs.discord.com/developers/topics/permissions#role-object */
const role = z.object({
  id: snowflake,
  name: title,
  color: z.number().int().min(0).max(MAX_COLOR).catch(0),
  position: z.number().int(),
  permissions: bits,
  managed: z.boolean(),
  tags: z.record(z.string(), z.unknown()).optional().catch(undefined),
})
export type RoleAnswer = z.output<typeof role>

/** @see https://docs.discord.com/developers/resources/channel#channel-object */
const channel = z.object({
  id: snowflake,
  type: z.number().int(),
  position: z.number().int().nullish().catch(null),
  permission_overwrites: z
    .array(z.object({ id: snowflake, type: z.number().int(), allow: bits, deny: bits }))
    .nullish(),
})
export type ChannelAnswer = z.output<typeof channel>

/** Somebody in a list of a server's members. */
export interface ListedMember {
  user_id: string
  /** As Discord sent it: `namesIn` looks at it, for those whom it matters of. */
  user: unknown
  member: SeenMember
}

/**
 * A member in a list. What else the user is called is looked at by itself: it must keep nobody from being served.
 *
 * @see https://docs.discord.com/developers/resources/guild#guild-member-object
 */
const member = z.object({
  user: z.looseObject({ id: snowflake }),
  roles: z.array(snowflake),
  joined_at: z.iso
    .datetime({ offset: true })
    .nullish()
    .transform((at) => (at ? new Date(at).toISOString() : null)),
  pending: z
    .boolean()
    .nullish()
    .transform((pending) => pending === true),
})

/** Longer than Discord's tokens, shorter than what would fill a table. */
const MAX_TOKEN = 2_048
const token = z.string().min(1).max(MAX_TOKEN)
/** Seconds: thirty years, and still a date. */
const MAX_EXPIRY = 1_000_000_000

/** @see https://docs.discord.com/developers/topics/oauth2#authorization-code-grant-access-token-response */
const tokens = z.object({
  access_token: token,
  refresh_token: token,
  expires_in: z.number().positive().max(MAX_EXPIRY),
  scope: z.string().max(1_000).default(""),
})
export type TokensAnswer = z.output<typeof tokens>

/** @throws DiscordFailure without a status when the answer is no user of Discord's */
export function userIn(answer: unknown): UserAnswer {
  return fitting(user, answer, "without a user")
}

/** @throws DiscordFailure without a status when the answer is no user of Discord's */
export function selfIn(answer: unknown): SelfAnswer {
  return fitting(self, answer, "without a user")
}

/** @see https://docs.discord.com/developers/events/gateway#get-gateway-bot */
const gateway = z.object({
  url: z.string().refine((url) => /^wss?:/.test(url) && URL.canParse(url)),
  shards: z.number(),
  session_start_limit: z.object({
    total: z.number(),
    remaining: z.number(),
    reset_after: z.number(),
    max_concurrency: z.number(),
  }),
})
export type GatewayAnswer = z.output<typeof gateway>

/** What a user is called; null when the answer does not say, or says nonsense. */
export function namesIn(answer: unknown): Omit<UserAnswer, "id"> | null {
  const { success, data } = user.safeParse(answer)
  return success
    ? { username: data.username, global_name: data.global_name, avatar: data.avatar }
    : null
}

/** @throws DiscordFailure without a status when there are no usable tokens in it */
export function tokensIn(answer: unknown): TokensAnswer {
  return fitting(tokens, answer, "without tokens")
}

/**
 * A code that fits into an address.
 *
 * @throws DiscordFailure without a status when there is none
 * @see https://docs.discord.com/developers/resources/invite#invite-object
 */
export function inviteCodeIn(answer: unknown): string {
  return fitting(z.object({ code: z.string().regex(/^[\w-]{2,64}$/) }), answer, "without a code")
    .code
}

/**
 * Where the gateway is, and how many sessions may begin. The address is opened as it is.
 *
 * @throws DiscordFailure without a status when it says neither
 */
export function gatewayIn(answer: unknown): GatewayAnswer {
  return fitting(gateway, answer, "without the gateway")
}

/** @throws DiscordFailure without a status when the answer is no server of Discord's */
export function serverIn(answer: unknown): ServerAnswer {
  return fitting(server, answer, "without the server")
}

/** @returns the id of the server that a consent installed the bot in @throws DiscordFailure without a status when there is none */
export function installedServerIn(answer: unknown): string {
  return fitting(z.object({ guild: z.object({ id: snowflake }) }), answer, "without the server")
    .guild.id
}

/** @throws DiscordFailure without a status when these are no roles of a server's */
export function serverRolesIn(answer: unknown): RoleAnswer[] {
  return fitting(z.array(role), answer, "without the server's roles")
}

/** @throws DiscordFailure without a status when these are no channels of a server's */
export function channelsIn(answer: unknown): ChannelAnswer[] {
  return fitting(z.array(channel), answer, "without the server's channels")
}

/** @throws DiscordFailure without a status when these are no members of a server */
export function membersIn(answer: unknown): ListedMember[] {
  const members = fitting(z.array(member), answer, "without the server's members")
  return members.map(({ user, roles, joined_at, pending }) => ({
    user_id: user.id,
    user,
    member: { role_ids: roles, joined_at, pending },
  }))
}

/** @throws DiscordFailure without a status when these are no roles of a member's */
export function rolesIn(answer: unknown): string[] {
  return fitting(z.array(snowflake), answer, "without a member")
}

/** What does not fit counts as no answer: it is asked again, and nothing of it is kept or quoted. */
function fitting<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  lack: string,
): z.output<Schema> {
  const { success, data } = schema.safeParse(answer)
  if (!success) {
    throw new DiscordFailure(null, null, null, `Discord answered ${lack}`)
  }
  return data
}
