import { messageOf, type SyncDeps } from "../engine/deps"
import { Loop } from "../engine/loop"
import type { Meaning, Told } from "./events.rules"
import { isTugOfWar, laterOf, reactionTo } from "./reaction.rules"
import { ServerInbox } from "./server-inbox"
import { findTold, markTold, noteAbsent, noteSeen, type FoundMember } from "./told-members.store"

/** What is told within this time is looked up at once. */
const GATHER_MS = 20
/** When to look again at somebody who is being worked on, and for how long. */
const AGAIN_MS = 200
const PATIENCE_MS = 60_000
/** More than a flood brings in a moment: what is beyond it is seen by the daily look. */
const MOST = 20_000
/** Members whose looks are remembered, to see a tug of war, and how many of each. */
const REMEMBERED = 1_000
const KEPT_LOOKS = 29

/** Told of a member, and since when. */
interface Letter {
  told: Told
  since: number
}

/** What the gateway has told and nobody has looked at yet. Each event only marks who it is about: the engine does the rest. */
export class Inbox {
  readonly #deps: SyncDeps
  readonly #wake: (serverIds: readonly string[]) => void
  #members = new Map<string, Letter>()
  /** Of members who are being worked on. */
  readonly #waiting = new Map<string, Letter>()
  readonly #servers: ServerInbox
  readonly #looks = new Map<string, number[]>()
  readonly #memberWork = new Loop(() => this.#readMembers())
  #isClosed = false

  constructor(deps: SyncDeps, wake: (serverIds: readonly string[]) => void) {
    this.#deps = deps
    this.#wake = wake
    this.#servers = new ServerInbox(deps, wake)
  }

  /** Returns at once. */
  take(meaning: Meaning): void {
    switch (meaning.kind) {
      case "nothing":
        return
      case "member":
        return this.#takeMember({ told: meaning.told, since: performance.now() })
      case "server":
        return this.#servers.take(meaning.guild_id, meaning.told)
      case "ready":
        void this.#servers.takeLeft(meaning.guild_ids)
    }
  }

  /** What is in hand is done, nothing else is begun. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([this.#memberWork.idle(), this.#servers.close()])
  }

  #takeMember(letter: Letter): void {
    const key = keyOf(letter.told)
    const before = this.#members.get(key) ?? this.#waiting.get(key)
    if (before || this.#members.size < MOST) {
      // What is older must never be read after what is newer.
      this.#waiting.delete(key)
      this.#members.set(key, { ...letter, told: laterOf(before?.told, letter.told) })
      this.#soon(GATHER_MS, () => this.#memberWork.wake())
    }
  }

  #soon(ms: number, work: () => void): void {
    setTimeout(() => !this.#isClosed && work(), ms).unref()
  }

  async #readMembers(): Promise<void> {
    const letters = this.#members
    this.#members = new Map()
    if (letters.size === 0) {
      return
    }
    try {
      await this.#react(letters)
    } catch (error) {
      this.#failed("members", error)
      for (const letter of letters.values()) {
        this.#later(letter)
      }
    }
  }

  async #react(letters: ReadonlyMap<string, Letter>): Promise<void> {
    const { db } = this.#deps
    const found = await findTold(
      db,
      [...letters.values()].map(({ told }) => told),
    )
    const seen: Parameters<typeof noteSeen>[1][number][] = []
    const absent = { left: new Map<string, Letter>(), banned: new Map<string, Letter>() }
    const looked: string[] = []
    const back: string[] = []
    for (const member of found) {
      const letter = letters.get(keyOf(member))
      if (!letter) {
        continue
      }
      const { told } = letter
      const { membership_id } = member
      const reaction = reactionTo(told, member)
      if (reaction.kind === "wait") {
        this.#later(letter)
      } else if (reaction.kind === "note" && told.kind === "present") {
        seen.push({ membership_id, role_ids: told.role_ids, pending: told.pending })
      } else if (reaction.kind === "note_absent") {
        absent[reaction.is_banned ? "banned" : "left"].set(membership_id, letter)
      } else if (reaction.kind === "look" && this.#mayLook(member, reaction)) {
        looked.push(membership_id)
        if (reaction.is_back) {
          back.push(membership_id)
        }
      }
    }
    if (seen.length > 0) {
      await noteSeen(db, seen)
    }
    await this.#noteAbsent(absent.left, false)
    await this.#noteAbsent(absent.banned, true)
    if (looked.length > 0) {
      this.#wake(await markTold(db, looked, back))
    }
  }

  async #noteAbsent(gone: ReadonlyMap<string, Letter>, is_banned: boolean): Promise<void> {
    if (gone.size === 0) {
      return
    }
    const written = new Set(await noteAbsent(this.#deps.db, [...gone.keys()], { is_banned }))
    for (const [id, letter] of gone) {
      if (!written.has(id)) {
        this.#later(letter)
      }
    }
  }

  /** What was told since counts instead. */
  #later(letter: Letter): void {
    if (performance.now() - letter.since > PATIENCE_MS) {
      return
    }
    const key = keyOf(letter.told)
    const newer = this.#members.get(key)
    if (newer) {
      this.#members.set(key, { ...newer, told: laterOf(letter.told, newer.told) })
      return
    }
    this.#waiting.set(key, letter)
    this.#soon(AGAIN_MS, () => {
      if (this.#waiting.get(key) === letter) {
        this.#waiting.delete(key)
        this.#members.set(key, letter)
        this.#memberWork.wake()
      }
    })
  }

  #mayLook({ membership_id }: FoundMember, look: { is_back: boolean }): boolean {
    const now = performance.now()
    const looks = this.#looks.get(membership_id) ?? []
    if (isTugOfWar(looks, now, look)) {
      return false
    }
    this.#looks.delete(membership_id)
    this.#looks.set(membership_id, [...looks.slice(-KEPT_LOOKS), now])
    const [oldest] = this.#looks.keys()
    if (this.#looks.size > REMEMBERED && oldest !== undefined) {
      this.#looks.delete(oldest)
    }
    return true
  }

  #failed(what: string, error: unknown): void {
    this.#deps.logger.warn(
      `discord: what the gateway told of ${what} was not read: ${messageOf(error)}`,
    )
  }
}

function keyOf({ guild_id, discord_user_id }: { guild_id: string; discord_user_id: string }) {
  return `${guild_id}:${discord_user_id}`
}
