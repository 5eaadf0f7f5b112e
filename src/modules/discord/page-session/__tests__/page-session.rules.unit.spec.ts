import { CLAIM_REFUSALS } from "../../claim/order-claim.rules"
import { CUSTOMER_TODO_CODES } from "../../access/customer-todo.rules"
import { lifetimeMs, nextLook, offersConnect } from "../page-session.rules"

const offers = (reason: string, ...todos: string[]) =>
  offersConnect({ purpose: "claim_order", reason }, todos)

describe("the way to Discord once more", () => {
  it.each([
    ["declined", true],
    ["permission_missing", true],
    ["account_taken", true],
    ["code_refused", true],
    ["discord_refused", true],
    ["discord_unavailable", true],
    ["store_failed", true],
    ["connected", false],
    ["order_connected", false],
    ["disconnected", false],
    ["link_expired", false],
    ["other_browser", false],
    ["made up", false],
  ])("after %s: %s", (reason, expected) => {
    expect(offers(reason)).toBe(expected)
  })

  it("is offered after one refusal of a claim alone: another Discord account may be the right one", () => {
    expect(CLAIM_REFUSALS.filter((refusal) => offers(`claim_${refusal}`))).toEqual(["taken"])
  })

  it("is offered for what connecting again mends", () => {
    expect(CUSTOMER_TODO_CODES.filter((code) => offers("connected", code))).toEqual([
      "connect",
      "reconnect",
      "join_server",
      "leave_a_server",
      "verify_account",
    ])
    expect(offers("connected", "wait", "join_server")).toBe(true)
  })

  it("is never an admin's", () => {
    expect(offersConnect({ purpose: "connect_server", reason: "declined" }, [])).toBe(false)
  })
})

describe("a page that looks again by itself", () => {
  it("does so for about half a minute, then waits for its person", () => {
    const looks: number[] = []
    for (let next = nextLook(1, true); next !== null; next = nextLook(next.look, true)) {
      looks.push(next.seconds)
    }
    expect(looks).toEqual([2, 2, 3, 5, 8, 15])
  })

  it("does not when nothing is on its way", () => {
    expect(nextLook(1, false)).toBeNull()
  })
})

it("a page is open for hours to who connected, for half an hour to who may try again", () => {
  expect([lifetimeMs(true), lifetimeMs(false)]).toEqual([4 * 3_600_000, 1_800_000])
})
