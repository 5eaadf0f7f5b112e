export type MemberEventType = "join" | "leave" | "kick" | "role_add" | "role_remove"

/** One thing a member or a moderator would notice. `by` is the user id of who did it. */
export interface MemberEvent {
  id: number
  /** Unix time in milliseconds. */
  at: number
  guild_id: string
  user_id: string
  type: MemberEventType
  role_id?: string
  by: string
}

export interface MemberEventFilter {
  guild_id?: string
  user_id?: string
  /** Only events after this id. */
  since?: number
}

/** Member changes in the order they took effect: how a test sees that there was no gap between two roles. */
export class MemberJournal {
  private events: MemberEvent[] = []
  private lastId = 0

  constructor(private readonly now: () => number) {}

  add(event: Omit<MemberEvent, "id" | "at">): void {
    this.events.push({ id: ++this.lastId, at: this.now(), ...event })
  }

  list(filter: MemberEventFilter = {}): MemberEvent[] {
    return this.events.filter(
      (event) =>
        (filter.guild_id === undefined || event.guild_id === filter.guild_id) &&
        (filter.user_id === undefined || event.user_id === filter.user_id) &&
        event.id > (filter.since ?? 0),
    )
  }

  recent(count: number): MemberEvent[] {
    return this.events.slice(-count)
  }

  clear(): void {
    this.events = []
  }
}
