import {
  DefaultWebSocketManagerOptions,
  SimpleIdentifyThrottler,
  WebSocketShard,
  WebSocketShardEvents,
  type SessionInfo,
} from "@discordjs/ws"
import { GatewayDispatchEvents, GatewayIntentBits } from "discord.js"
import { setImmediate as turnEnds, setTimeout as sleep } from "node:timers/promises"
import type { DiscordBot } from "../discord-api/bot"
import type { Dispatch } from "./events.rules"
import { endsForGood } from "./trouble.rules"

/** What a connection tells of itself. */
export interface ConnectionEvents {
  dispatch: (dispatch: Dispatch) => void
  /** It is over, and does not come back by itself. @param code Discord's close code */
  closed: (code: number) => void
  /** It was lost, and is about to come back. */
  lost: () => void
  /** It is there. @param isResumed what was told meanwhile comes now; else it does not come */
  back: (isResumed: boolean) => void
}

const { Guilds, GuildModeration, GuildMembers } = GatewayIntentBits

/** A session that Discord may forget. */
const NORMAL = 1000
/** How long Discord has to say goodbye. */
const GOODBYE_MS = 1_000
const NEVER = new Promise<never>(() => undefined)

/** What the library keeps to itself of a shard. */
interface Socket {
  readyState: number
  CLOSED: number
  close: (code: number) => void
  terminate: () => void
  once: (event: "close", listener: () => void) => void
}

/**
 * A connection to Discord's gateway by discord.js' own shard, which resumes by itself what can be resumed. It comes back half a
 * second after it was lost, whatever is asked of it meanwhile: what makes a close final is that it gets no further than here.
 */
export class GatewayConnection {
  readonly #bot: DiscordBot
  readonly #token: string
  readonly #intents: number
  readonly #events: ConnectionEvents
  #shard: WebSocketShard | null = null
  #session: SessionInfo | null = null
  #isClosed = false
  /** How many more sessions Discord said it would begin; undefined before it said so. */
  startsLeft: number | undefined

  /** @param hearsMembers asks for the privileged intent */
  constructor(bot: DiscordBot, token: string, hearsMembers: boolean, events: ConnectionEvents) {
    this.#bot = bot
    this.#token = token
    this.#intents = Guilds | GuildModeration | (hearsMembers ? GuildMembers : 0)
    this.#events = events
  }

  /** @throws what Discord or the library says when a session does not begin */
  async open(): Promise<void> {
    const gatewayInformation = await this.#bot.readGateway()
    this.startsLeft = gatewayInformation.session_start_limit.remaining
    if (this.startsLeft < 1) {
      throw new Error("Not enough sessions remaining")
    }
    const throttler = new SimpleIdentifyThrottler(1)
    this.#shard = new WebSocketShard(
      {
        options: {
          ...DefaultWebSocketManagerOptions,
          token: this.#token,
          intents: this.#intents,
          shardCount: 1,
          gatewayInformation,
        },
        // The library asks before it makes a connection, of the first one and of each that follows.
        retrieveSessionInfo: () => (this.#isClosed ? NEVER : this.#session),
        updateSessionInfo: (_, session) => {
          this.#session = session
        },
        waitForIdentify: (id, signal) => throttler.waitForIdentify(id, signal),
      },
      0,
    )
    this.#listen(this.#shard)
    await this.#shard.connect()
  }

  /** For good: nothing connects or identifies any more. */
  async close(): Promise<void> {
    this.#isClosed = true
    // Who was let through before has a socket by then.
    await turnEnds()
    const { connection: socket } = (this.#shard ?? {}) as unknown as { connection?: Socket | null }
    if (!socket || socket.readyState === socket.CLOSED) {
      return
    }
    const goodbye = new Promise<void>((resolve) => socket.once("close", resolve))
    // Not the shard's own `destroy`: while it waits for READY that never ends, and it forgets a socket that is being opened.
    socket.close(NORMAL)
    await Promise.race([goodbye, sleep(GOODBYE_MS)])
    socket.terminate()
  }

  #listen(shard: WebSocketShard): void {
    const { dispatch, closed, lost, back } = this.#events
    shard.on(WebSocketShardEvents.Dispatch, ({ data }) => {
      const isResumed = data.t === GatewayDispatchEvents.Resumed
      if (isResumed || data.t === GatewayDispatchEvents.Ready) {
        back(isResumed)
      }
      dispatch(data)
    })
    shard.on(WebSocketShardEvents.Closed, ({ code }) => {
      if (endsForGood(code)) {
        closed(code)
      } else {
        lost()
      }
    })
    // Each is followed by a close; without somebody who listens it would end the process.
    shard.on(WebSocketShardEvents.Error, () => undefined)
  }
}
