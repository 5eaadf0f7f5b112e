import {
  DEFAULT_RULES,
  nextStep,
  type LedgerEntry,
  type MemberRules,
  type MemberState,
  type Step,
} from "../plan"

const GRANTED: LedgerEntry = { origin: "granted", confirmed: true }
const ANNOUNCED: LedgerEntry = { origin: "granted", confirmed: false }
const ADOPTED: LedgerEntry = { origin: "adopted", confirmed: true }
const WITHHELD: LedgerEntry = { origin: "withheld", confirmed: true }

const wants = (...roles: string[]) => new Map(roles.map((role) => [role, `order of ${role}`]))
const gave = (...roles: string[]) => new Map(roles.map((role) => [role, GRANTED]))
const holds = (...roles: string[]) => new Set(roles)

/** A member seen in an earlier run, holding what the ledger says; tests say what differs. */
const state = (over: Partial<MemberState> = {}): MemberState => ({
  desired: new Map(),
  ledger: new Map(),
  in_server: true,
  observed: new Set(over.ledger?.keys()),
  fresh: false,
  verify: false,
  joined_by_us: false,
  pending_join: null,
  can_join: true,
  blocked: new Set(),
  rules: DEFAULT_RULES,
  ...over,
})
const rules = (over: Partial<MemberRules>) => ({ rules: { ...DEFAULT_RULES, ...over } })
const sent = (...role_ids: string[]) => ({ pending_join: { sent_at: new Date(0), role_ids } })
const fresh = (over: Partial<MemberState>) => state({ fresh: true, ...over })

const done: Step = { kind: "done" }
const kick: Step = { kind: "call", call: { kind: "kick" } }
const read: Step = { kind: "call", call: { kind: "read_member" } }
const add = (role_id: string): Step => ({ kind: "call", call: { kind: "add_role", role_id } })
const remove = (role_id: string): Step => ({ kind: "call", call: { kind: "remove_role", role_id } })
const join = (...role_ids: string[]): Step => ({ kind: "call", call: { kind: "join", role_ids } })
const adopt = (...role_ids: string[]): Step => ({ kind: "adopt", role_ids })
const forget = (...role_ids: string[]): Step => ({ kind: "forget", role_ids })
const replace = (role_ids: string[], added: string[], removed: string[]): Step => ({
  kind: "call",
  call: { kind: "set_roles", role_ids, added, removed },
})

type Row = [name: string, member: MemberState, expected: Step]

describe("nothing to change costs no call", () => {
  it.each<Row>([
    ["when nothing is wanted and nothing was given", state(), done],
    [
      "when all that is wanted was given",
      state({ desired: wants("a", "b"), ledger: gave("a", "b") }),
      done,
    ],
    [
      "when what is wanted was adopted",
      state({ desired: wants("a"), ledger: new Map([["a", ADOPTED]]) }),
      done,
    ],
    [
      "when the user was never seen and nothing is wanted",
      state({ in_server: null, observed: null }),
      done,
    ],
    ["when the user left and nothing is wanted", state({ in_server: false }), done],
    [
      "whatever else the member holds",
      state({ desired: wants("a"), ledger: gave("a"), observed: holds("a", "moderator") }),
      done,
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("joining", () => {
  it.each<Row>([
    [
      "brings every role along in one call",
      state({ desired: wants("a", "b", "c"), in_server: false }),
      join("a", "b", "c"),
    ],
    [
      "is tried at once where it is not known whether the user is there",
      state({ desired: wants("a"), in_server: null, observed: null }),
      join("a"),
    ],
    [
      "leaves a blocked role behind",
      state({ desired: wants("a", "b"), in_server: false, blocked: new Set(["b"]) }),
      join("a"),
    ],
    [
      "waits when every role is blocked",
      state({ desired: wants("a"), in_server: false, blocked: new Set(["a"]) }),
      done,
    ],
    ["is never done for nothing", state({ in_server: null, observed: null }), done],
    [
      "cannot be done without the user's token: first see whether they are there",
      state({ desired: wants("a"), in_server: null, observed: null, can_join: false }),
      read,
    ],
    [
      "is the customer's when the plugin has just seen they are not there",
      fresh({ desired: wants("a"), in_server: false, can_join: false }),
      { kind: "wait_for_join" },
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("one or two changes are a call each", () => {
  it.each<Row>([
    ["a missing role is added", state({ desired: wants("a"), observed: holds() }), add("a")],
    [
      "of two missing the first is added first",
      state({ desired: wants("a", "b"), observed: holds() }),
      add("a"),
    ],
    ["a role no longer wanted is taken", state({ ledger: gave("a") }), remove("a")],
    ["of two not wanted the first is taken first", state({ ledger: gave("a", "b") }), remove("a")],
    [
      "an upgrade adds before it takes: no gap",
      state({ desired: wants("gold"), ledger: gave("silver") }),
      add("gold"),
    ],
    [
      "and then takes",
      state({ desired: wants("gold"), ledger: gave("silver", "gold") }),
      remove("silver"),
    ],
    [
      "a grant whose answer was lost is asked again",
      state({ desired: wants("a"), ledger: new Map([["a", ANNOUNCED]]), observed: holds() }),
      add("a"),
    ],
    [
      "a grant whose answer was lost, and that nobody wants any more, is taken",
      state({ ledger: new Map([["a", ANNOUNCED]]), observed: holds() }),
      remove("a"),
    ],
    [
      "a role is taken though nobody knows whether the member is still there",
      state({ ledger: gave("a"), in_server: null, observed: null }),
      remove("a"),
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("three changes or more are one read and one replacement", () => {
  const three = { desired: wants("a", "b", "c"), observed: holds("human") }

  it.each<Row>([
    ["reads first, so as not to undo what a moderator did since", state(three), read],
    [
      "then replaces the set, keeping what others gave",
      fresh(three),
      replace(["human", "a", "b", "c"], ["a", "b", "c"], []),
    ],
    [
      "adds and takes in that same call",
      fresh({ desired: wants("a", "b"), ledger: gave("old"), observed: holds("old", "human") }),
      replace(["human", "a", "b"], ["a", "b"], ["old"]),
    ],
    [
      "takes three at once",
      fresh({ ledger: gave("x", "y", "z"), observed: holds("x", "y", "z", "human") }),
      replace(["human"], [], ["x", "y", "z"]),
    ],
    [
      "keeps the roles it gave that are still wanted",
      fresh({
        desired: wants("keep", "a"),
        ledger: gave("keep", "x", "y"),
        observed: holds("keep", "x", "y"),
      }),
      replace(["keep", "a"], ["a"], ["x", "y"]),
    ],
    [
      "leaves a blocked role as it is",
      fresh({
        desired: wants("a", "b"),
        ledger: gave("x", "y"),
        observed: holds("x", "y"),
        blocked: new Set(["y"]),
      }),
      replace(["y", "a", "b"], ["a", "b"], ["x"]),
    ],
    [
      "falls back to single calls when less is to be done than it seemed",
      fresh({ desired: wants("a"), ledger: gave("x", "y"), observed: holds("x") }),
      forget("y"),
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })

  it.each<Row>([
    [
      "one is replaced when the rules say from one on",
      fresh({ desired: wants("a"), observed: holds("human"), ...rules({ patch_from: 1 }) }),
      replace(["human", "a"], ["a"], []),
    ],
    [
      "which rests on a read of this run too",
      state({ desired: wants("a"), observed: holds("human"), ...rules({ patch_from: 1 }) }),
      read,
    ],
    [
      "a single removal is replaced as well",
      fresh({ ledger: gave("x"), observed: holds("x", "human"), ...rules({ patch_from: 1 }) }),
      replace(["human"], [], ["x"]),
    ],
    [
      "three are a call each when the rules say never",
      fresh({ ...three, ...rules({ patch_from: Infinity }) }),
      add("a"),
    ],
  ])("the number is a rule: %s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })

  it("does not replace for two changes", () => {
    const two = fresh({ desired: wants("a"), ledger: gave("x"), observed: holds("x") })
    expect(nextStep(two)).toEqual(add("a"))
  })
})

describe("a role the member already had", () => {
  const had = { desired: wants("a"), observed: holds("a") }

  it.each<Row>([
    ["is adopted", fresh(had), adopt("a")],
    [
      "is looked at again before it is adopted, when it was seen in an earlier run",
      state(had),
      read,
    ],
    [
      "is looked for before the first role is added to a member never seen",
      state({ ...had, observed: null }),
      read,
    ],
    [
      "is adopted with the others before any call is made",
      fresh({ desired: wants("a", "b", "c"), observed: holds("a", "b") }),
      adopt("a", "b"),
    ],
    [
      "stays with the member when nothing stands behind it any more",
      state({ ledger: new Map([["a", ADOPTED]]) }),
      forget("a"),
    ],
    [
      "is told from a grant of ours whose answer was lost, which is asked again",
      fresh({ ...had, ledger: new Map([["a", ANNOUNCED]]) }),
      add("a"),
    ],
    [
      "is taken at the end when the settings say so",
      state({ ledger: new Map([["a", ADOPTED]]), ...rules({ keep_adopted: false }) }),
      remove("a"),
    ],
    [
      "and not while it is wanted",
      state({
        desired: wants("a"),
        ledger: new Map([["a", ADOPTED]]),
        ...rules({ keep_adopted: false }),
      }),
      done,
    ],
    ["is not adopted while it is blocked", fresh({ ...had, blocked: new Set(["a"]) }), done],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("what is no longer there needs no call to end", () => {
  it.each<Row>([
    [
      "a role a moderator took already",
      fresh({ ledger: gave("a"), observed: holds() }),
      forget("a"),
    ],
    [
      "every role of a member who left",
      state({ ledger: gave("a", "b"), in_server: false }),
      forget("a", "b"),
    ],
    [
      "but not on hearsay: what was seen in an earlier run proves nothing",
      state({ ledger: gave("a"), observed: holds() }),
      remove("a"),
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("a role the bot may not touch", () => {
  it.each<Row>([
    [
      "does not keep the others waiting",
      state({ desired: wants("a", "b"), observed: holds(), blocked: new Set(["a"]) }),
      add("b"),
    ],
    [
      "is not taken either",
      state({ ledger: gave("a", "b"), blocked: new Set(["a"]) }),
      remove("b"),
    ],
    [
      "leaves nothing to do when it is the last",
      state({ desired: wants("a"), ledger: gave("b"), blocked: new Set(["a", "b"]) }),
      done,
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("a member whom somebody may have changed", () => {
  it.each<Row>([
    ["is read though nothing seems to be missing", state({ verify: true }), read],
    ["is read before a role is added", state({ desired: wants("a"), verify: true }), read],
    ["is read before a role is taken", state({ ledger: gave("a"), verify: true }), read],
    [
      "is read before an adopted role is left",
      state({ ledger: new Map([["a", ADOPTED]]), verify: true }),
      read,
    ],
    [
      "is read where it is not known whether they are there",
      state({ desired: wants("a"), in_server: null, observed: null, verify: true }),
      read,
    ],
    [
      "is read before they are taken out",
      state({ joined_by_us: true, verify: true, ...rules({ kick: true }) }),
      read,
    ],
    ["is read once", fresh({ desired: wants("a"), ledger: gave("a"), verify: true }), done],
    [
      "is not read once they are known to be away",
      fresh({ desired: wants("a"), in_server: false, verify: true }),
      join("a"),
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("a role that a moderator took away, where the settings say to respect that", () => {
  const withheld = { ledger: new Map([["a", WITHHELD]]), observed: holds() }

  it.each<Row>([
    ["is not given again", state({ ...withheld, desired: wants("a") }), done],
    ["does not keep others waiting", state({ ...withheld, desired: wants("a", "b") }), add("b")],
    ["is forgotten when its access ends, without a call", state(withheld), forget("a")],
    [
      "is forgotten, not taken, where adopted roles are taken",
      state({ ...withheld, ...rules({ keep_adopted: false }) }),
      forget("a"),
    ],
    [
      "comes along when the member is brought in anew",
      state({ ...withheld, desired: wants("a", "b"), in_server: null }),
      join("a", "b"),
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("a join whose answer was lost", () => {
  it.each<Row>([
    [
      "is looked at though nothing is wanted any more",
      state({ ...sent("a"), in_server: null }),
      read,
    ],
    [
      "is looked at though all that is wanted waits for the admin",
      state({ ...sent("a"), desired: wants("a"), in_server: null, blocked: new Set(["a"]) }),
      read,
    ],
    [
      "is sent again while something is wanted",
      state({ ...sent("a"), desired: wants("b"), in_server: null }),
      join("b"),
    ],
    [
      "is looked at when it cannot be sent again",
      state({ ...sent("a"), desired: wants("a"), in_server: null, can_join: false }),
      read,
    ],
    ["is looked at once", fresh(sent("a")), done],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("taking a member out when nothing they bought is left", () => {
  const ours = { joined_by_us: true, ledger: gave("a"), ...rules({ kick: true }) }

  it.each<Row>([
    ["is one call, which takes the roles along", state(ours), kick],
    ["is done though no role was ever given", state({ ...ours, ledger: new Map() }), kick],
    [
      "is done though the bot may not touch a role of theirs",
      state({ ...ours, blocked: new Set(["a"]) }),
      kick,
    ],
    [
      "is tried again when its answer was lost",
      state({ ...ours, ledger: new Map([["a", ANNOUNCED]]), in_server: null }),
      kick,
    ],
    ["is not done to who came by themselves", state({ ...ours, joined_by_us: false }), remove("a")],
    [
      "is not done where the settings say roles only",
      state({ ...ours, ...rules({}) }),
      remove("a"),
    ],
    ["is not done while something is wanted", state({ ...ours, desired: wants("a") }), done],
    [
      "is not done while something is wanted that waits for the admin",
      state({ ...ours, ledger: new Map(), desired: wants("b"), blocked: new Set(["b"]) }),
      done,
    ],
    ["is not done to who has left", state({ ...ours, ledger: new Map(), in_server: false }), done],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})
