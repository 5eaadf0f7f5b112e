import { nextStep } from "../plan.rules"
import {
  ANNOUNCED,
  ADOPTED,
  WITHHELD,
  wants,
  gave,
  holds,
  state,
  rules,
  sent,
  fresh,
  done,
  kick,
  read,
  add,
  remove,
  join,
  adopt,
  spare,
  forget,
  type Row,
} from "./plan-cases"

describe("a role the member already had", () => {
  const had = { desired: wants("a"), observed: holds("a") }

  it.each<Row>([
    ["is adopted", fresh(had), adopt("a")],
    ["is given, if a test gave it", fresh({ ...had, tested: holds("a") }), add("a")],
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
      state({
        desired: wants("a"),
        in_server: null,
        observed: null,
        verify: true,
        can_join: false,
      }),
      read,
    ],
    [
      "is not read where the join that is needed anyway tells as much",
      state({ desired: wants("a"), in_server: null, observed: null, verify: true }),
      join("a"),
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
    ["begins with a look at them", state(ours), read],
    ["is one call, which takes the roles along", fresh(ours), kick],
    ["is done though no role was ever given", fresh({ ...ours, ledger: new Map() }), kick],
    [
      "is done though the bot may not touch a role of theirs",
      fresh({ ...ours, blocked: new Set(["a"]) }),
      kick,
    ],
    [
      "is tried again when its answer was lost, after a look",
      state({ ...ours, ledger: new Map([["a", ANNOUNCED]]), in_server: null }),
      read,
    ],
    [
      "is not done to who holds a role of a moderator's",
      fresh({ ...ours, observed: holds("a", "helper") }),
      spare("helper"),
    ],
    [
      "is done to who holds another role only from a test",
      fresh({ ...ours, observed: holds("a", "helper"), tested: holds("helper") }),
      kick,
    ],
    [
      "is not done to who holds a role they had before",
      fresh({ ...ours, ledger: new Map([["a", ADOPTED]]) }),
      spare("a"),
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
