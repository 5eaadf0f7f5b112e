import { messageOf, type SyncDeps } from "../engine/deps"
import { Loop } from "../engine/loop"
import { readServerAgain } from "../server/server-refresh.service"
import type { ToldServer } from "./events.rules"
import { isOtherServer, waitToRead } from "./reaction.rules"
import { findServers, type KnownServer } from "./told-servers.store"

/** A moderator who drags a role moves many: one look for all of them. */
const SETTLE_MS = 500
/** When a server is read again that could not be. */
const AGAIN_MS = 10_000
/** Reads of a server that are remembered. */
const KEPT_READS = 5

/** What the gateway has told of servers and nobody has looked at yet. */
export class ServerInbox {
  readonly #deps: SyncDeps
  readonly #wake: (serverIds: readonly string[]) => void
  readonly #told = new Map<string, ToldServer | null>()
  /** When each was read because of an event. */
  readonly #reads = new Map<string, number[]>()
  readonly #work = new Loop(() => this.#readAll())
  #isClosed = false

  constructor(deps: SyncDeps, wake: (serverIds: readonly string[]) => void) {
    this.#deps = deps
    this.#wake = wake
  }

  take(guildId: string, told: ToldServer | null): void {
    this.#told.set(guildId, told)
    this.#soon(SETTLE_MS, () => this.#work.wake())
  }

  /** Servers that the store knows and the bot is in no more: it was thrown out while nobody listened. */
  async takeLeft(guildIds: readonly string[]): Promise<void> {
    const isIn = new Set(guildIds)
    try {
      for (const { guild_id } of await findServers(this.#deps.db)) {
        if (!isIn.has(guild_id)) {
          this.take(guild_id, null)
        }
      }
    } catch (error) {
      this.#failed("the servers", error)
    }
  }

  /** What is in hand is done, nothing else is begun. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#work.idle()
  }

  #soon(ms: number, work: () => void): void {
    setTimeout(() => !this.#isClosed && work(), ms).unref()
  }

  async #readAll(): Promise<void> {
    const told = new Map(this.#told)
    this.#told.clear()
    if (told.size === 0) {
      return
    }
    try {
      for (const known of await findServers(this.#deps.db, [...told.keys()])) {
        const server = told.get(known.guild_id) ?? null
        if (!this.#isClosed && (server === null || known.is_paused || isOtherServer(server, known)))
          await this.#read(known)
      }
    } catch (error) {
      this.#failed("the servers", error)
      for (const guildId of told.keys()) {
        this.#later(guildId, AGAIN_MS)
      }
    }
  }

  /** One that cannot be read now is read again a little later; one that is paused when it heals. */
  async #read({ id, guild_id, is_paused }: KnownServer): Promise<void> {
    const now = performance.now()
    const reads = this.#reads.get(guild_id) ?? []
    const wait = is_paused ? 0 : waitToRead(reads, now)
    if (wait > 0) {
      this.#later(guild_id, wait)
      return
    }
    this.#reads.set(guild_id, [...reads, now].slice(-KEPT_READS))
    try {
      const replay = { parked: "if_mended" as const }
      this.#wake(await readServerAgain(this.#deps, id, guild_id, replay))
    } catch (error) {
      this.#failed(`server ${id}`, error)
      if (!is_paused) {
        this.#later(guild_id, AGAIN_MS)
      }
    }
  }

  /** Whatever was told of it: it has to be looked at. */
  #later(guildId: string, ms: number): void {
    this.#soon(ms, () => {
      this.#told.set(guildId, null)
      this.#work.wake()
    })
  }

  #failed(what: string, error: unknown): void {
    this.#deps.logger.warn(
      `discord: what the gateway told of ${what} was not read: ${messageOf(error)}`,
    )
  }
}
