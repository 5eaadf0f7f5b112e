import { afterCall } from "../call-result.rules"
import {
  GRANTED,
  ANNOUNCED,
  TAKING_ADOPTED,
  WITHHELD,
  SENT_AT,
  state,
  member,
  wants,
  ledger,
  join,
} from "./call-result-cases"

describe("201 to a join", () => {
  const after = afterCall(
    state({
      in_server: null,
      desired: wants("a", "b"),
      pending_join: { sent_at: SENT_AT, role_ids: ["a", "b", "old"] },
      ledger: ledger({ a: TAKING_ADOPTED, b: WITHHELD, old: ANNOUNCED }),
    }),
    join("a", "b"),
    { kind: "joined", member: member(["a", "b"]) },
  )

  it("grants every role that came along, and nothing else: what was there before went when they left", () => {
    expect(after.ledger).toEqual(ledger({ a: GRANTED, b: GRANTED }))
  })

  it("shows the member, from now on and for this run", () => {
    expect(after).toMatchObject({ in_server: true, fresh: true })
    expect(after.observed).toEqual(new Set(["a", "b"]))
  })

  it("is what brought them in, so that none before it is left to look at", () => {
    expect(after).toMatchObject({ joined_by_us: true, pending_join: null })
  })
})

describe("204 to a join: already a member, and no role was applied", () => {
  const after = afterCall(
    state({ in_server: false, observed: new Set(["x"]), fresh: true }),
    join("a"),
    { kind: "already_member" },
  )

  it("grants nothing", () => {
    expect(after.ledger).toEqual(new Map())
  })

  it("knows that the member is there, and nothing of the roles", () => {
    expect(after).toMatchObject({ in_server: true, observed: null, fresh: false })
  })

  it("does not bring them in", () => {
    expect(after.joined_by_us).toBe(false)
  })
})
