import {
  DEFAULT_RULES,
  type LedgerEntry,
  type MemberRules,
  type MemberState,
  type Step,
} from "../plan.rules"

const GRANTED: LedgerEntry = { origin: "granted", confirmed: true }
export const ANNOUNCED: LedgerEntry = { origin: "granted", confirmed: false }
export const ADOPTED: LedgerEntry = { origin: "adopted", confirmed: true }
export const WITHHELD: LedgerEntry = { origin: "withheld", confirmed: true }

export const wants = (...roles: string[]) =>
  new Map(roles.map((role) => [role, `order of ${role}`]))
export const gave = (...roles: string[]) => new Map(roles.map((role) => [role, GRANTED]))
export const holds = (...roles: string[]) => new Set(roles)

/** A member seen in an earlier run, holding what the ledger says; tests say what differs. */
export const state = (over: Partial<MemberState> = {}): MemberState => ({
  desired: new Map(),
  ledger: new Map(),
  in_server: true,
  observed: new Set(over.ledger?.keys()),
  fresh: false,
  verify: false,
  joined_by_us: false,
  joined_at: null,
  pending: null,
  pending_join: null,
  tested: new Set(),
  can_join: true,
  blocked: new Set(),
  rules: DEFAULT_RULES,
  ...over,
})
export const rules = (over: Partial<MemberRules>) => ({ rules: { ...DEFAULT_RULES, ...over } })
export const sent = (...role_ids: string[]) => ({
  pending_join: { sent_at: new Date(0), role_ids },
})
export const fresh = (over: Partial<MemberState>) => state({ fresh: true, ...over })

export const done: Step = { kind: "done" }
export const kick: Step = { kind: "call", call: { kind: "kick" } }
export const read: Step = { kind: "call", call: { kind: "read_member" } }
export const add = (role_id: string): Step => ({
  kind: "call",
  call: { kind: "add_role", role_id },
})
export const remove = (role_id: string): Step => ({
  kind: "call",
  call: { kind: "remove_role", role_id },
})
export const join = (...role_ids: string[]): Step => ({
  kind: "call",
  call: { kind: "join", role_ids },
})
export const adopt = (...role_ids: string[]): Step => ({ kind: "adopt", role_ids })
export const spare = (...role_ids: string[]): Step => ({ kind: "spare", role_ids })
export const forget = (...role_ids: string[]): Step => ({ kind: "forget", role_ids })
export const replace = (role_ids: string[], added: string[], removed: string[]): Step => ({
  kind: "call",
  call: { kind: "set_roles", role_ids, added, removed },
})

export type Row = [name: string, member: MemberState, expected: Step]
