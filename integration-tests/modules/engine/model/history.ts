import type { LogEntry } from "../../../discord-sandbox/api/requests/request-log"
import type { MemberEvent } from "../../../discord-sandbox/state/member-journal"

const MEMBER = "/guilds/:guild/members/:user"

type Giver = "bot" | "hand"

/** What only a story's teller knows. */
export interface Known {
  botId: string
  /** The last event of the start. */
  startId: number
  /** The last event before somebody asked for a look. */
  lookedAtId: number
  /** Whether the plugin stood behind a role already when it was given by hand: it cannot tell them apart. */
  blindTo: (role: string) => boolean
}

/**
 * What Discord itself tells of one user in one server: who gave each role that is held, and whether the bot ever took what
 * it had not given.
 */
export class MemberHistory {
  /** Role id -> who gave it, of the roles held now. */
  readonly held = new Map<string, Giver>()
  isMember = false
  /** What the bot must never do, in words. */
  readonly offences: string[] = []
  /** Roles of others that the bot took because nothing had told it, neither its ledger nor a read. */
  blindly = 0
  /** Whether somebody but the bot took a role, or the user came or went, since somebody last asked for a look. */
  disturbed = false
  readonly #lastTaken = new Map<string, { giver: Giver; at: number }>()
  readonly #given = new Map<string, number>()
  #enteredByHand = false

  constructor(
    events: readonly MemberEvent[],
    private readonly requests: readonly LogEntry[],
    private readonly known: Known,
  ) {
    events.forEach((event) => this.#hear(event))
  }

  /** Roles that were there before or that moderators gave. */
  get foreign(): string[] {
    return [...this.held].filter(([, giver]) => giver === "hand").map(([role]) => role)
  }

  /**
   * Whether the plugin has no means to know that a role was given by hand: it stood behind it already, a join whose answer
   * was lost may have given it, or it gave it too before it read the member again.
   */
  isBlindTo(role: string): boolean {
    if (this.known.blindTo(role) || (this.#enteredByHand && this.#lostAJoin())) {
      return true
    }
    const given = this.#given.get(role) ?? 0
    const read = this.requests.find((call) => isRead(call) && call.at > given)
    const gave = this.requests.find(
      (call) => gives(call, role) && call.at + call.duration_ms >= given,
    )
    return gave !== undefined && (read === undefined || gave.at <= read.at + read.duration_ms)
  }

  #hear(event: MemberEvent): void {
    const byBot = event.by === this.known.botId
    const { startId, lookedAtId } = this.known
    if (!byBot && event.id > Math.max(startId, lookedAtId) && event.type !== "role_add") {
      this.disturbed = true
    }
    switch (event.type) {
      case "join":
        this.#enteredByHand ||= !byBot && event.id > this.known.startId
        this.isMember = true
        this.held.clear()
        break
      case "leave":
      case "kick":
        if (byBot) {
          this.offences.push("the bot kicked the member")
        }
        this.isMember = false
        this.held.clear()
        break
      case "role_add":
        this.#added(event.role_id ?? "", event, byBot)
        break
      case "role_remove":
        this.#removed(event.role_id ?? "", event, byBot)
    }
  }

  #added(role: string, { at }: MemberEvent, byBot: boolean): void {
    if (byBot) {
      // Taken by a moderator between the bot's read and its PATCH: Discord has no way to say "only if unchanged".
      const taken = this.#lastTaken.get(role)
      this.held.set(role, taken && this.#patchedAfterRead(taken.at, at) ? taken.giver : "bot")
    } else {
      this.held.set(role, "hand")
      this.#given.set(role, at)
    }
  }

  #removed(role: string, { at }: MemberEvent, byBot: boolean): void {
    const giver = this.held.get(role) ?? "hand"
    this.held.delete(role)
    if (!byBot) {
      this.#lastTaken.set(role, { giver, at })
    } else if (giver === "hand") {
      if (this.isBlindTo(role) || this.#patchedAfterRead(this.#given.get(role) ?? 0, at)) {
        this.blindly++
      } else {
        this.offences.push(`the bot took role ${role}, which it had not given`)
      }
    }
  }

  /** Whether something that happened at `since` fell between a read and the PATCH that rested on it. */
  #patchedAfterRead(since: number, at: number): boolean {
    const patch = this.requests.findLast(
      (call) => call.method === "PATCH" && call.route === MEMBER && call.at <= at,
    )
    const read = patch && this.requests.findLast((call) => isRead(call) && call.at <= patch.at)
    return (
      patch !== undefined &&
      read !== undefined &&
      patch.at + patch.duration_ms >= at &&
      read.at <= since &&
      since <= at
    )
  }

  #lostAJoin(): boolean {
    return this.requests.some(
      (call) =>
        call.method === "PUT" && call.route === MEMBER && (call.status === 0 || call.status >= 500),
    )
  }
}

function isRead(call: LogEntry): boolean {
  return call.method === "GET" && call.route === MEMBER && call.status === 200
}

function gives({ method, route, path }: LogEntry, role: string): boolean {
  return (
    (method === "PUT" && path.endsWith(`/roles/${role}`)) ||
    (method === "PATCH" && route === MEMBER)
  )
}
