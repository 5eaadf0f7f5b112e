import {
  Routes,
  type APIApplication,
  type APIGuildMember,
  type APIUser,
  type RequestMethod,
  type RouteLike,
} from "discord.js"
import { cutTo } from "./discord-words.rules"
import type { MemberFacts } from "../engine/run/call-result.rules"
import type { Priority } from "../statuses.rules"
import {
  channelsIn,
  gatewayIn,
  inviteCodeIn,
  membersIn,
  namesIn,
  rolesIn,
  serverIn,
  serverRolesIn,
  userIn,
  type ChannelAnswer,
  type GatewayAnswer,
  type ListedMember,
  type RoleAnswer,
  type ServerAnswer,
  type UserAnswer,
} from "./answers"
import { bucketOf, type BucketKey } from "./buckets"
import type { RateLimits } from "./rate-limits"
import type { RestPool } from "./rest"
import { DiscordFailure, toFailure } from "./errors"

/** Discord refuses longer audit-log reasons. */
const MAX_REASON = 512
/** Whoever waits for an answer longer than this is better told when to try again. */
const PATIENCE_MS = 10_000
const UNKNOWN_INVITE = 10006

interface RequestBody {
  body?: unknown
  query?: URLSearchParams
  reason?: string | undefined
}

/** How the calls of a bot wait for their turn. */
interface Turns {
  /** Who is served first when calls have to wait. */
  priority: Priority
  onTurn?: () => Promise<void>
  longestMs?: number
}

/** Every call the bot makes. Each throws a DiscordFailure when Discord does not carry it out. */
export class DiscordBot {
  readonly #rest: RestPool
  readonly #token: string
  readonly #limits: RateLimits
  readonly #turns: Turns

  constructor(rest: RestPool, botToken: string, limits: RateLimits, turns: Turns) {
    this.#rest = rest
    this.#token = botToken
    this.#limits = limits
    this.#turns = turns
  }

  /** The same bot, at another priority. */
  at(priority: Priority): DiscordBot {
    return this.#with({ priority })
  }

  /**
   * The same bot, for work that belongs between a call's wait and the call itself: a call may wait for minutes.
   *
   * @param work done when a call may go, before it is sent; what it throws the call throws, and nothing is sent
   */
  onTurn(work: () => Promise<void>): DiscordBot {
    return this.#with({ onTurn: work })
  }

  /** The same bot, for calls that somebody waits for: one that could only go much later fails as a 429 that says when. */
  whileSomebodyWaits(): DiscordBot {
    return this.#with({ longestMs: PATIENCE_MS })
  }

  #with(turns: Partial<Turns>): DiscordBot {
    return new DiscordBot(this.#rest, this.#token, this.#limits, { ...this.#turns, ...turns })
  }

  /** When a call of this kind could go: Unix ms, now or earlier = at once. */
  readyAt(bucket: BucketKey): number {
    return this.#limits.readyAt(bucket, this.#turns.priority)
  }

  /** @see https://docs.discord.com/developers/resources/user#get-current-user */
  async readSelf(): Promise<APIUser> {
    return (await this.#call("GET", Routes.user())) as APIUser
  }

  /** @see https://docs.discord.com/developers/resources/user#get-user */
  async readUser(userId: string): Promise<UserAnswer> {
    return userIn(await this.#call("GET", Routes.user(userId)))
  }

  /** @see https://docs.discord.com/developers/resources/application#get-current-application */
  async readApplication(): Promise<APIApplication> {
    return (await this.#call("GET", Routes.currentApplication())) as APIApplication
  }

  /** @see https://docs.discord.com/developers/events/gateway#get-gateway-bot */
  async readGateway(): Promise<GatewayAnswer> {
    return gatewayIn(await this.#call("GET", Routes.gatewayBot()))
  }

  /**
   * With Discord's count of its members.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild
   */
  async readServer(guildId: string): Promise<ServerAnswer> {
    const query = new URLSearchParams({ with_counts: "true" })
    return serverIn(await this.#call("GET", Routes.guild(guildId), { query }))
  }

  /**
   * Those the bot cannot see too; no threads.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-channels
   */
  async readChannels(guildId: string): Promise<ChannelAnswer[]> {
    return channelsIn(await this.#call("GET", Routes.guildChannels(guildId)))
  }

  /**
   * Members whose user name or nickname starts with some letters.
   *
   * @param limit 1 to 1000
   * @see https://docs.discord.com/developers/resources/guild#search-guild-members
   */
  async searchMembers(guildId: string, words: string, limit: number): Promise<APIGuildMember[]> {
    const query = new URLSearchParams({ query: words, limit: String(limit) })
    return (await this.#call("GET", Routes.guildMembersSearch(guildId), {
      query,
    })) as APIGuildMember[]
  }

  /** @see https://docs.discord.com/developers/resources/guild#get-guild-roles */
  async readRoles(guildId: string): Promise<RoleAnswer[]> {
    return serverRolesIn(await this.#call("GET", Routes.guildRoles(guildId)))
  }

  /** @see https://docs.discord.com/developers/resources/guild#get-guild-member */
  async readMember(guildId: string, userId: string): Promise<MemberFacts> {
    return memberFacts(await this.#call("GET", Routes.guildMember(guildId, userId)))
  }

  /**
   * A page of all members, by ascending user id. Needs the Server Members intent.
   *
   * @param page.after user id to begin behind; null = from the first on
   * @param page.limit 1 to 1000
   * @throws DiscordFailure 403 without the intent
   * @see https://docs.discord.com/developers/resources/guild#list-guild-members
   */
  async listMembers(
    guildId: string,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<ListedMember[]> {
    const query = new URLSearchParams({ limit: String(limit), after: after ?? "0" })
    return membersIn(await this.#call("GET", Routes.guildMembers(guildId), { query }))
  }

  /**
   * Joins a user to a server with roles, in one call.
   *
   * @returns the new member, or null when the user is a member already: Discord then applies no role
   * @see https://docs.discord.com/developers/resources/guild#add-guild-member
   */
  async joinMember(
    guildId: string,
    userId: string,
    accessToken: string,
    roleIds: string[],
  ): Promise<MemberFacts | null> {
    const answer = await this.#call("PUT", Routes.guildMember(guildId, userId), {
      body: { access_token: accessToken, roles: roleIds },
    })
    return answer === null ? null : memberFacts(answer)
  }

  /** @see https://docs.discord.com/developers/resources/guild#add-guild-member-role */
  async addRole(guildId: string, userId: string, roleId: string, reason: string): Promise<void> {
    await this.#call("PUT", Routes.guildMemberRole(guildId, userId, roleId), { reason })
  }

  /** @see https://docs.discord.com/developers/resources/guild#remove-guild-member-role */
  async removeRole(guildId: string, userId: string, roleId: string, reason: string): Promise<void> {
    await this.#call("DELETE", Routes.guildMemberRole(guildId, userId, roleId), { reason })
  }

  /** @see https://docs.discord.com/developers/resources/guild#modify-guild-member */
  async setRoles(
    guildId: string,
    userId: string,
    roleIds: string[],
    reason: string,
  ): Promise<MemberFacts> {
    return memberFacts(
      await this.#call("PATCH", Routes.guildMember(guildId, userId), {
        body: { roles: roleIds },
        reason,
      }),
    )
  }

  /**
   * A new invitation, for one person.
   *
   * @param lifetime seconds, at most 604,800
   * @returns its code
   * @see https://docs.discord.com/developers/resources/channel#create-channel-invite
   */
  async createInvite(channelId: string, lifetime: number, reason: string): Promise<string> {
    const body = { max_age: lifetime, max_uses: 1, unique: true }
    return inviteCodeIn(
      await this.#call("POST", Routes.channelInvites(channelId), { body, reason }),
    )
  }

  /**
   * Whether an invitation still lets somebody in: one for one person is gone once they came.
   *
   * @see https://docs.discord.com/developers/resources/invite#get-invite
   */
  async knowsInvite(code: string): Promise<boolean> {
    try {
      return inviteCodeIn(await this.#call("GET", Routes.invite(code))) === code
    } catch (error) {
      if (error instanceof DiscordFailure && error.code === UNKNOWN_INVITE) {
        return false
      }
      throw error
    }
  }

  /** @see https://docs.discord.com/developers/resources/guild#remove-guild-member */
  async kick(guildId: string, userId: string, reason: string): Promise<void> {
    await this.#call("DELETE", Routes.guildMember(guildId, userId), { reason })
  }

  /** @returns the parsed answer, null when Discord answered without a body */
  async #call(method: string, route: RouteLike, request: RequestBody = {}): Promise<unknown> {
    const bucket = bucketOf(method, route)
    const { priority, onTurn, longestMs } = this.#turns
    await this.#limits.take(bucket, priority, onTurn, longestMs)
    let answered = true
    try {
      return await this.#send(method, route, request)
    } catch (error) {
      if (error instanceof DiscordFailure) {
        answered = error.status !== null
        if (error.status === 429) {
          this.#limits.block(bucket, error.retry_after_ms, error.global)
        }
      }
      throw error
    } finally {
      this.#limits.settle(bucket, answered)
    }
  }

  async #send(method: string, route: RouteLike, request: RequestBody): Promise<unknown> {
    try {
      const response = await this.#rest.run((rest) =>
        // The library forgets the token after any 401, which would turn one refusal into a silent standstill.
        rest.setToken(this.#token).queueRequest({
          method: method as RequestMethod,
          fullRoute: route,
          body: request.body,
          ...(request.query ? { query: request.query } : {}),
          ...(request.reason ? { reason: cutTo(request.reason, MAX_REASON) } : {}),
        }),
      )
      return response.status === 204 ? null : await response.json()
    } catch (error) {
      throw toFailure(error)
    }
  }
}

function memberFacts(answer: unknown): MemberFacts {
  const member = answer as APIGuildMember | null
  return {
    role_ids: rolesIn(member?.roles),
    joined_at: member?.joined_at ? new Date(member.joined_at) : null,
    pending: member?.pending === true,
    user: namesIn(member?.user),
  }
}
