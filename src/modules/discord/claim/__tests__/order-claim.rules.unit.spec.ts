import { claimRefusal, type ClaimableFacts, type ClaimRefusal } from "../order-claim.rules"

const GUEST: ClaimableFacts = {
  customer_id: "cus_1",
  customer: { has_account: false },
  entitled: true,
}

it.each<[string, Partial<ClaimableFacts>, ClaimRefusal | null]>([
  ["a guest's order that gives something", {}, null],
  ["the same, for whom the link was made", { claim_customer_id: "cus_1" }, null],
  ["an order that has changed hands", { claim_customer_id: "cus_2" }, "handed_over"],
  ["an order of nobody", { customer_id: null, customer: null }, "nobody"],
  ["an order whose customer was deleted", { customer: null }, "customer_deleted"],
  ["an order of a registered customer", { customer: { has_account: true } }, "registered"],
  [
    "an order handed to a registered customer",
    { customer: { has_account: true }, claim_customer_id: "cus_2" },
    "registered",
  ],
  ["an order that gives nothing", { entitled: false }, "gives_nothing"],
])("%s", (_case, facts, expected) => {
  expect(claimRefusal({ ...GUEST, ...facts })).toBe(expected)
})
