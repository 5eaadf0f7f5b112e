import { type CallResult, type MemberFacts } from "../call-result.rules"
import { DEFAULT_RULES, type DiscordCall, type LedgerEntry, type MemberState } from "../plan.rules"

export const GRANTED: LedgerEntry = { origin: "granted", confirmed: true }
export const ANNOUNCED: LedgerEntry = { origin: "granted", confirmed: false }
export const ADOPTED: LedgerEntry = { origin: "adopted", confirmed: true }
export const TAKING_ADOPTED: LedgerEntry = { origin: "adopted", confirmed: false }
export const WITHHELD: LedgerEntry = { origin: "withheld", confirmed: true }
export const RESPECT = { ...DEFAULT_RULES, restore_removed: false }
export const SENT_AT = new Date("2026-08-01T12:00:00Z")
export const afterSent = (ms: number) => new Date(SENT_AT.getTime() + ms)

export const state = (over: Partial<MemberState> = {}): MemberState => ({
  desired: new Map(),
  ledger: new Map(),
  in_server: null,
  observed: null,
  fresh: false,
  verify: false,
  joined_by_us: false,
  joined_at: null,
  pending: null,
  pending_join: null,
  can_join: true,
  tested: new Set(),
  blocked: new Set(),
  rules: DEFAULT_RULES,
  ...over,
})
export const member = (role_ids: string[], joined_at: Date | null = null): MemberFacts => ({
  role_ids,
  joined_at,
  pending: false,
  user: null,
})
export const wants = (...roles: string[]) => new Map(roles.map((role) => [role, "order"]))
export const ledger = (entries: Record<string, LedgerEntry>) => new Map(Object.entries(entries))

export const kick: DiscordCall = { kind: "kick" }
export const read: DiscordCall = { kind: "read_member" }
export const join = (...role_ids: string[]): DiscordCall => ({ kind: "join", role_ids })
export const add = (role_id: string): DiscordCall => ({ kind: "add_role", role_id })
export const remove = (role_id: string): DiscordCall => ({ kind: "remove_role", role_id })
export const replace = (role_ids: string[], added: string[], removed: string[]): DiscordCall => ({
  kind: "set_roles",
  role_ids,
  added,
  removed,
})
export const entriesOf = (of: MemberState) => Object.fromEntries(of.ledger)
export const CHANGED: CallResult = { kind: "changed", member: null }
