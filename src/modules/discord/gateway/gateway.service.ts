import { ApplicationFlags } from "discord.js"
import { render } from "../../../messages"
import { messageOf, type SyncDeps } from "../engine/deps"
import type { Held } from "../engine/leases"
import { GatewayConnection } from "./connection"
import { meaningOf, type Dispatch, type Listener } from "./events.rules"
import { Inbox } from "./inbox"
import { GATEWAY_LEASE, type GatewayState } from "./gateway-state.store"
import { isSteady, troubleOf, waitAfter, wordsOfTrouble, type Trouble } from "./trouble.rules"

/** How often a process looks whether it is its turn to listen, and whether it still is. */
const TURN_MS = 500
/** How often somebody without the members' intent looks whether it was switched on. */
const ASK_MEMBERS_MS = 10 * 60_000

/** The library tries twice a second to come back, without a word. After this it is said, and tried ever more rarely. */
const AWAY_MS = 30_000

const MAY_HEAR_MEMBERS =
  ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited

export interface GatewayOptions {
  botToken: string
  /** Whether the store is to listen. */
  gateway: boolean
}

export interface GatewayDeps extends SyncDeps {
  /** Tells all processes how the connection is. */
  publish: () => Promise<void>
  wake: (serverIds: readonly string[]) => void
}

/**
 * Listens to Discord's gateway in one process at a time. By a lease of the plugin's own: it holds whatever Medusa's Locking Module
 * keeps its locks in, and is free seconds after its process died.
 */
export class GatewayService {
  readonly #deps: GatewayDeps
  readonly #options: GatewayOptions
  #timer: NodeJS.Timeout | undefined
  #isStopped = false
  #isAtIt: Promise<void> | null = null
  #held: Held | null = null
  #connection: GatewayConnection | null = null
  #inbox: Inbox | null = null
  #state: GatewayState | null = null
  #tries = 0
  #tryAt = 0
  /** When the session began that is there now, or was; Infinity = none has since the last trouble. */
  #sessionSince = Infinity
  /** Discord does not tell of members before this: it is asked again when the portal may have been changed. */
  #membersFrom = 0
  /** Since when the connection has been away; Infinity = it is there. */
  #awaySince = Infinity
  readonly #awayMs: number

  /** @param awayMs how long a connection may be away before it is given up */
  constructor(deps: GatewayDeps, options: GatewayOptions, awayMs = AWAY_MS) {
    this.#deps = deps
    this.#options = options
    this.#awayMs = awayMs
  }

  /** From now on it listens, when it is its turn. */
  start(): void {
    if (this.#options.gateway && this.#timer === undefined && !this.#isStopped) {
      this.#timer = setInterval(() => this.#look(), TURN_MS)
      this.#timer.unref()
      this.#look()
    }
  }

  /** Another process may listen at once. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#letGo()
    // A turn that was in between may have taken the lease anew.
    await this.#isAtIt
    await this.#letGo()
  }

  #look(): void {
    this.#isAtIt ??= this.#turn()
      .catch((error: unknown) => {
        this.#deps.logger.warn(`discord: the gateway is not listened to: ${messageOf(error)}`)
      })
      .finally(() => {
        this.#isAtIt = null
      })
  }

  async #turn(): Promise<void> {
    if (this.#held && !this.#held.isHeld()) {
      this.#brake("lease_lost")
      await this.#letGo()
    }
    if (!this.#held && performance.now() >= this.#tryAt) {
      // Without the database nobody takes it, of which the engine's watch tells.
      this.#held = await this.#deps.leases.take(GATEWAY_LEASE).catch(() => null)
    }
    if (this.#connection && performance.now() - this.#awaySince > this.#awayMs) {
      await this.#failed(this.#connection, new Error("no connection came about"))
    }
    if (await this.#mayHearMore()) {
      await this.#close()
    }
    if (this.#held && !this.#connection && !this.#isStopped && performance.now() >= this.#tryAt) {
      await this.#connect()
    }
  }

  async #connect(): Promise<void> {
    let hears_members: boolean
    try {
      hears_members = await this.#mayHearMembers()
    } catch (error) {
      return this.#failed(null, error)
    }
    if (this.#isStopped) {
      return
    }
    const listener: Listener = { bot_user_id: null, hears_members }
    const inbox = new Inbox(this.#deps, this.#deps.wake)
    const { bot } = this.#deps
    const { botToken } = this.#options
    const connection: GatewayConnection = new GatewayConnection(bot, botToken, hears_members, {
      dispatch: (dispatch) => this.#hear(connection, inbox, dispatch, listener),
      closed: (code) => void this.#failed(connection, code),
      lost: () => {
        if (connection === this.#connection) {
          this.#awaySince = Math.min(this.#awaySince, performance.now())
          this.#tell({ connected_at: null })
        }
      },
      back: (isResumed) => {
        if (connection === this.#connection) {
          this.#awaySince = Infinity
          const now = new Date().toISOString()
          const session = isResumed ? {} : { session_at: now }
          if (!isResumed) {
            this.#sessionSince = performance.now()
          }
          this.#tell({ connected_at: now, heard_at: now, trouble: null, hears_members, ...session })
        }
      },
    })
    this.#connection = connection
    this.#inbox = inbox
    this.#awaySince = performance.now()
    // Not waited for: the lease is looked after meanwhile.
    void connection.open().catch((error: unknown) => this.#failed(connection, error))
  }

  /** Whether Discord would tell of members now, which it did not when the session began. */
  async #mayHearMore(): Promise<boolean> {
    const isTime = performance.now() >= this.#membersFrom
    const isWithout = this.#state?.connected_at != null && !this.#state.hears_members
    return isTime && isWithout && (await this.#mayHearMembers().catch(() => false))
  }

  /** What the portal says; Discord has the last word when the session begins. */
  async #mayHearMembers(): Promise<boolean> {
    if (performance.now() < this.#membersFrom) {
      return false
    }
    this.#membersFrom = performance.now() + ASK_MEMBERS_MS
    const { flags = 0 } = await this.#deps.bot.readApplication()
    const mayHear = (flags & MAY_HEAR_MEMBERS) !== 0
    if (mayHear) {
      this.#membersFrom = 0
    }
    return mayHear
  }

  /** Nothing is taken from a connection that another process may have replaced. */
  #hear(connection: GatewayConnection, inbox: Inbox, dispatch: Dispatch, listener: Listener): void {
    if (connection !== this.#connection || this.#held?.isHeld() !== true) {
      return
    }
    if (this.#state) {
      this.#state = { ...this.#state, heard_at: new Date().toISOString() }
    }
    const meaning = meaningOf(dispatch, listener)
    if (meaning.kind === "ready") {
      listener.bot_user_id = meaning.bot_user_id
    }
    inbox.take(meaning)
  }

  /**
   * @param connection which one; null = there was none yet
   * @param cause what was thrown, or Discord's close code
   */
  async #failed(connection: GatewayConnection | null, cause: unknown): Promise<void> {
    // discord.js tells of one failure in several ways.
    if (connection !== this.#connection) {
      return
    }
    const trouble = troubleOf(cause)
    if (trouble === "members_refused") {
      this.#membersFrom = performance.now() + ASK_MEMBERS_MS
    }
    this.#brake(trouble)
    if (this.#state?.trouble !== trouble) {
      const words = typeof cause === "number" ? `close code ${cause}` : messageOf(cause)
      this.#deps.logger.warn(`discord: ${render(wordsOfTrouble(trouble))} (${words})`)
    }
    const closing = this.#close()
    // At once: the next connection may be there before this one is gone.
    this.#tell({ connected_at: null, trouble })
    await closing
  }

  /** When the next session may begin. */
  #brake(cause: Trouble | "lease_lost"): void {
    const now = performance.now()
    this.#tries = isSteady(now - this.#sessionSince) ? 1 : this.#tries + 1
    this.#sessionSince = Infinity
    this.#tryAt = now + waitAfter(cause, this.#tries, this.#connection?.startsLeft)
  }

  #tell(change: Partial<GatewayState>): void {
    const state = this.#state ?? {
      owner: this.#deps.leases.owner,
      connected_at: null,
      session_at: null,
      heard_at: null,
      hears_members: false,
      trouble: null,
    }
    const changed = { ...state, ...change }
    const isNews = !this.#state || JSON.stringify(changed) !== JSON.stringify(state)
    this.#state = changed
    if (isNews) {
      void this.#deps.publish()
    }
  }

  /** As it is now, for who tells it with the next sign of life. */
  get state(): GatewayState | null {
    return this.#state
  }

  async #close(): Promise<void> {
    const connection = this.#connection
    const inbox = this.#inbox
    this.#connection = null
    this.#inbox = null
    await Promise.all([connection?.close(), inbox?.close()])
  }

  /** The lease first: another process may listen while this one says goodbye. */
  async #letGo(): Promise<void> {
    const held = this.#held
    this.#held = null
    const closing = this.#close()
    if (held) {
      this.#state = null
      this.#membersFrom = 0
      await held.giveBack().catch(() => undefined)
      await this.#deps.publish()
    }
    await closing
  }
}
