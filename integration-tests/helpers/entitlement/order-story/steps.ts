import fc from "fast-check"
import { ROLE_NAMES, type RoleName } from "../../server/discord"

/** One thing that happens. `nth` = which of the story's orders, counted around; -1 = the last one. */
export type Act =
  | { do: "buy" | "draft"; who: number; plan: RoleName }
  | { do: "capture" | "cancel" | "complete" | "archive" | "askTransfer" | "toGuest"; nth: number }
  | { do: "return"; nth: number; plan: RoleName; pieces: number }
  | { do: "ask"; nth: number; plan: RoleName }
  | { do: "claim"; nth: number; plan: RoleName; replacement: RoleName | null }
  | { do: "exchange"; nth: number; plan: RoleName; to: RoleName }
  | { do: "receive"; damaged: boolean }
  | { do: "withdraw" | "convert" | "pay" | "authorise" | "sweep" }
  | { do: "edit"; nth: number; plan: RoleName; to: number }
  | { do: "refund"; nth: number; isAll: boolean }
  | { do: "transfer"; nth: number; who: number }
  | { do: "map"; plan: RoleName; roles: RoleName[] }

/** Something that happens, and whether its events reach the plugin. */
export interface Step {
  isHeard: boolean
  act: Act
}

const plan = fc.constantFrom(...ROLE_NAMES)
const nth = fc.nat(3)
const who = fc.nat(1)
const be = <Name extends string>(...names: Name[]) => fc.constantFrom(...names)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: be("buy"), plan, who }) },
  { weight: 2, arbitrary: fc.record({ do: be("capture"), nth }) },
  fc.record({ do: be("cancel", "complete", "archive", "askTransfer", "toGuest"), nth }),
  fc.record({ do: be("return"), nth, plan, pieces: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ do: be("ask"), nth, plan }),
  {
    weight: 2,
    arbitrary: fc.record({ do: be("claim"), nth, plan, replacement: fc.option(plan) }),
  },
  { weight: 2, arbitrary: fc.record({ do: be("exchange"), nth, plan, to: plan }) },
  { weight: 3, arbitrary: fc.record({ do: be("receive"), damaged: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: be("withdraw") }) },
  { weight: 2, arbitrary: fc.record({ do: be("edit"), nth, plan, to: fc.nat(2) }) },
  fc.record({ do: be("refund"), nth, isAll: fc.boolean() }),
  { weight: 2, arbitrary: fc.record({ do: be("transfer"), nth, who }) },
  fc.record({ do: be("draft"), who, plan }),
  fc.record({ do: be("convert", "pay", "authorise", "sweep") }),
  fc.record({ do: be("map"), plan, roles: fc.subarray([...ROLE_NAMES]) }),
)

export const step: fc.Arbitrary<Step> = fc.record({ isHeard: fc.boolean(), act })

const last = { nth: -1 } as const
const gold = { ...last, plan: "Gold" } as const
const buy: Act = { do: "buy", who: 0, plan: "Gold" }
const paid: Act[] = [buy, { do: "capture", ...last }]
const ask: Act = { do: "ask", ...gold }
const claim: Act = { do: "claim", ...gold, replacement: "Silver" }
const exchange: Act = { do: "exchange", ...gold, to: "Bronze" }
const receive: Act = { do: "receive", damaged: false }
const withdraw: Act = { do: "withdraw" }
const draft: Act = { do: "draft", who: 1, plan: "Silver" }

/** Every kind of thing that Medusa lets happen to an order, and a way there that works. */
export const WAYS: Readonly<Record<string, Act[]>> = {
  buy: [buy],
  capture: paid,
  cancel: [buy, { do: "cancel", ...last }],
  "cancel captured": [...paid, { do: "cancel", ...last }],
  complete: [buy, { do: "complete", ...last }],
  archive: [buy, { do: "complete", ...last }, { do: "archive", ...last }],
  "return part": [...paid, { do: "return", ...gold, pieces: 1 }],
  "return whole": [...paid, { do: "return", ...gold, pieces: 2 }],
  ask: [...paid, ask],
  "receive return": [...paid, ask, receive],
  "receive return damaged": [...paid, ask, { do: "receive", damaged: true }],
  "withdraw return": [...paid, ask, withdraw],
  "claim with refund": [...paid, { do: "claim", ...gold, replacement: null }],
  "claim with replacement": [...paid, claim],
  "receive claim": [...paid, claim, receive],
  "receive claim damaged": [...paid, claim, { do: "receive", damaged: true }],
  "withdraw claim": [...paid, claim, withdraw],
  exchange: [...paid, exchange],
  "receive exchange": [...paid, exchange, receive],
  "withdraw exchange": [...paid, exchange, withdraw],
  "edit adds": [...paid, { do: "edit", ...last, plan: "Silver", to: 1 }],
  "edit changes": [...paid, { do: "edit", ...gold, to: 1 }],
  "edit removes": [
    ...paid,
    { do: "edit", ...last, plan: "Silver", to: 1 },
    { do: "edit", ...gold, to: 0 },
  ],
  "refund part": [...paid, { do: "refund", ...last, isAll: false }],
  "refund whole": [...paid, { do: "refund", ...last, isAll: true }],
  askTransfer: [buy, { do: "askTransfer", ...last }],
  transfer: [buy, { do: "transfer", ...last, who: 1 }],
  toGuest: [buy, { do: "toGuest", ...last }],
  draft: [draft],
  convert: [draft, { do: "convert" }],
  pay: [draft, { do: "convert" }, { do: "pay" }],
  authorise: [draft, { do: "convert" }, { do: "authorise" }],
  map: [{ do: "map", plan: "Bronze", roles: ["Bronze", "Silver"] }],
  sweep: [{ do: "sweep" }],
}
