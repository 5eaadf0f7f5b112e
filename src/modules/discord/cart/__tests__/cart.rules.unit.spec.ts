import { consentOfCart, returnRefusal, type CartFacts } from "../cart.rules"

const GUEST: CartFacts = {
  customer: { id: "cus_guest", has_account: false },
  email: "ada@test.store",
  is_completed: false,
}
const REGISTERED: CartFacts = { ...GUEST, customer: { id: "cus_ada", has_account: true } }
const NAMELESS: CartFacts = { ...GUEST, customer: null, email: null }

describe("who may connect Discord with a cart", () => {
  it.each<[string, CartFacts | null, string | null, unknown]>([
    ["there is none", null, null, "unknown"],
    ["a guest's, by whoever has it", GUEST, null, "cart"],
    ["a guest's, by somebody who is signed in", GUEST, "cus_ada", "cart"],
    ["a guest's without an e-mail address", NAMELESS, null, "without_email"],
    ["a guest's that is bought", { ...GUEST, is_completed: true }, null, "completed"],
    ["a customer's, by a guest", REGISTERED, null, "registered"],
    ["a customer's, by another", REGISTERED, "cus_eve", "registered"],
    ["a customer's, by themselves", REGISTERED, "cus_ada", { customer_id: "cus_ada" }],
    [
      "a customer's that is bought",
      { ...REGISTERED, is_completed: true },
      "cus_ada",
      { customer_id: "cus_ada" },
    ],
  ])("%s", (_case, cart, customerId, expected) => {
    expect(consentOfCart(cart, customerId)).toEqual(expected)
  })

  it.each<[string, CartFacts | null, string | null]>([
    ["is a guest's still", GUEST, null],
    ["was bought meanwhile", { ...GUEST, is_completed: true }, null],
    ["became a customer's meanwhile", REGISTERED, "registered"],
    ["is gone", null, "unknown"],
  ])("and come back to one that %s", (_case, cart, expected) => {
    expect(returnRefusal(cart)).toBe(expected)
  })
})
