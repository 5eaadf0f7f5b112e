import fc from "fast-check"
import { DEFAULT_RULES, type MemberRules, type MemberState } from "../plan.rules"
import { type DiscordMember, runPlan, type Ending, type Loss, type Taken } from "./run-plan"
import { ROLES, MAX_STEPS, MAX_LOSSES, wants, sorted } from "./convergence-model"

export const someRoles = fc.subarray(ROLES)
export const someLosses = fc.array(
  fc.constantFrom<(Loss | null)[]>("unsent", "carried_out", null),
  {
    maxLength: MAX_LOSSES,
  },
)
/** One piece of a member's story: what they are entitled to now, and how the calls fare. */
interface Chapter {
  roles: string[]
  losses: (Loss | null)[]
  /** Whether the run stops at its first loss, and the next begins with other entitlements. */
  stops: boolean
  verify: boolean
  patch_from: number
}
export const CHAPTER = {
  roles: someRoles,
  losses: someLosses,
  stops: fc.boolean(),
  verify: fc.boolean(),
  patch_from: fc.constantFrom(1, 3, 3, 100),
}
export const chapters = fc.array(fc.record(CHAPTER), { maxLength: 6 })
export const LAST: Chapter = { roles: [], losses: [], stops: false, verify: false, patch_from: 3 }

export const stranger = (can_join: boolean, rules: Partial<MemberRules> = {}): MemberState => ({
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
  tested: new Set(),
  can_join,
  blocked: new Set(),
  rules: { ...DEFAULT_RULES, ...rules },
})

const LOSSY = { maxSteps: MAX_STEPS + 4 * MAX_LOSSES }

export function live(state: MemberState, discord: DiscordMember, next: Chapter): Ending {
  const { roles, losses, stops, verify, patch_from } = next
  const rules = { ...state.rules, patch_from }
  return runPlan({ ...state, desired: wants(roles), verify, rules }, discord, {
    ...LOSSY,
    losses,
    stops,
  })
}

/** What the plugin may take: what it gave, and nobody wants any more. */
export const isOurs = ({ entry, wanted }: Taken) => entry?.origin === "granted" && !wanted

/** What a moderator, or the member, does in Discord between two runs. */
type Deed = { kind: "gives" | "takes"; role: string } | { kind: "leaves" | "returns" }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom("gives" as const, "takes" as const),
      role: fc.constantFrom(...ROLES),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Deed>({ kind: "leaves" }, { kind: "returns" }) },
)

/** What should be held, reckoned without the plugin's ledger. */
export class Reckoning {
  /** Roles that are the member's own: had before, or given by hand. */
  readonly own: Set<string>
  readonly withheld = new Set<string>()

  constructor(before: string[]) {
    this.own = new Set(before)
  }

  note(done: Deed, { inServer, roles: held }: DiscordMember, wanted: string[]): void {
    switch (done.kind) {
      case "gives":
        if (inServer && !held.has(done.role)) {
          this.own.add(done.role)
          this.withheld.delete(done.role)
        }
        break
      case "takes":
        this.own.delete(done.role)
        if (held.has(done.role) && wanted.includes(done.role)) {
          this.withheld.add(done.role)
        }
        break
      case "leaves":
      case "returns":
        this.own.clear()
        this.withheld.clear()
    }
  }

  /** @param respects whether a wanted role that was taken away stays away */
  expected(wanted: string[], respects: boolean): string[] {
    // A role that is not wanted at a run is forgotten: bought again, it is given again.
    this.withheld.forEach((role) => wanted.includes(role) || this.withheld.delete(role))
    const given = wanted.filter((role) => !respects || !this.withheld.has(role))
    return sorted([...this.own, ...given])
  }
}

/** Taken and given back between two looks is seen by nobody, so each role changes once. */
export const deeds = fc.uniqueArray(deed, {
  maxLength: 3,
  selector: (each) => ("role" in each ? each.role : each.kind),
})

export function act(discord: DiscordMember, done: Deed): void {
  switch (done.kind) {
    case "gives":
      if (discord.inServer) {
        discord.answer({ kind: "add_role", role_id: done.role })
      }
      break
    case "takes":
      discord.answer({ kind: "remove_role", role_id: done.role })
      break
    case "leaves":
      discord.leave()
      break
    case "returns":
      discord.leave()
      discord.enter()
  }
}
