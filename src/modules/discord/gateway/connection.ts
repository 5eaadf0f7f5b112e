import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  type CacheWithLimitsOptions,
} from "discord.js"
import { USER_AGENT } from "../discord-api/rest"
import type { Dispatch } from "./events.rules"

export interface ConnectionOptions {
  botToken: string
  apiUrl: string
}

/** What a connection tells of itself. */
export interface ConnectionEvents {
  dispatch: (dispatch: Dispatch) => void
  /** It is over, and does not come back by itself. @param code Discord's close code */
  closed: (code: number) => void
  /** It was lost, and is about to come back. */
  lost: () => unknown
  /** It is there. @param isResumed what was told meanwhile comes now; else it does not come */
  back: (isResumed: boolean) => void
}

const { Guilds, GuildModeration, GuildMembers } = GatewayIntentBits

/** Nothing is looked up in the client's memory, so nothing is kept there that grows with a server. */
const NOTHING_KEPT: CacheWithLimitsOptions = Object.fromEntries(
  [
    "ApplicationCommandManager",
    "ApplicationEmojiManager",
    "AutoModerationRuleManager",
    "BaseGuildEmojiManager",
    "DMMessageManager",
    "EntitlementManager",
    "GuildBanManager",
    "GuildEmojiManager",
    "GuildForumThreadManager",
    "GuildInviteManager",
    "GuildMemberManager",
    "GuildMessageManager",
    "GuildScheduledEventManager",
    "GuildSoundboardSoundManager",
    "GuildStickerManager",
    "GuildTextThreadManager",
    "MessageManager",
    "PresenceManager",
    "ReactionManager",
    "ReactionUserManager",
    "StageInstanceManager",
    "ThreadManager",
    "ThreadMemberManager",
    "UserManager",
    "VoiceStateManager",
  ].map((name) => [name, 0]),
)

/** A connection to Discord's gateway by discord.js, which resumes by itself what can be resumed. */
export class GatewayConnection {
  readonly #client: Client
  readonly #token: string

  /** @param hearsMembers asks for the privileged intent */
  constructor(
    { botToken, apiUrl }: ConnectionOptions,
    hearsMembers: boolean,
    { dispatch, closed, lost, back }: ConnectionEvents,
  ) {
    this.#token = botToken
    this.#client = new Client({
      intents: [Guilds, GuildModeration, ...(hearsMembers ? [GuildMembers] : [])],
      makeCache: Options.cacheWithLimits(NOTHING_KEPT),
      rest: { api: apiUrl, retries: 0, headers: { "User-Agent": USER_AGENT } },
    })
    this.#client.on(Events.Raw, (payload: Dispatch) => {
      const isResumed = payload.t === GatewayDispatchEvents.Resumed
      if (isResumed || payload.t === GatewayDispatchEvents.Ready) {
        back(isResumed)
      }
      dispatch(payload)
    })
    this.#client.on(Events.ShardDisconnect, ({ code }) => closed(code))
    this.#client.on(Events.ShardReconnecting, lost)
    // Each is followed by a reconnecting or a disconnect; without somebody who listens it would end the process.
    this.#client.on(Events.ShardError, () => undefined)
    this.#client.on(Events.Error, () => undefined)
  }

  /** @throws what discord.js says when a session does not begin */
  async open(): Promise<void> {
    await this.#client.login(this.#token)
  }

  async close(): Promise<void> {
    await this.#client.destroy()
  }
}
