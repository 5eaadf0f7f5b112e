import { type Transition, bought, paid, twoGold, claimed } from "./shop"

export const TRANSITIONS: Transition[] = [
  {
    name: "placing an order gives its roles",
    given: () => Promise.resolve(""),
    held: [],
    change: async ({ ada }) => void (await ada.customer.buy("Gold", "Bronze")),
    ada: ["Bronze", "Gold"],
  },
  {
    name: "with grantOn captured, the capture gives the roles that the order did not",
    options: { grantOn: "captured" },
    given: bought("Gold"),
    held: [],
    change: ({ orderAdmin }, order) => orderAdmin.capture(order),
    ada: ["Gold"],
  },
  {
    name: "with grantOn captured, the capture of a part gives nothing",
    options: { grantOn: "captured" },
    given: bought("Gold"),
    held: [],
    change: ({ orderAdmin }, order) => orderAdmin.capture(order, 10),
    ada: [],
  },
  {
    name: "cancelling an order takes its roles",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.cancel(order),
    ada: [],
  },
  {
    name: "cancelling an order that was captured refunds it and takes its roles",
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.cancel(order),
    ada: [],
  },
  {
    name: "completing an order changes nothing",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.complete(order),
    ada: ["Gold"],
  },
  {
    name: "archiving an order changes nothing",
    given: async (shop) => {
      const order = await bought("Gold")(shop)
      await shop.orderAdmin.complete(order)
      return order
    },
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.archive(order),
    ada: ["Gold"],
  },
  {
    name: "asking for a return takes nothing yet",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ orderAdmin }, order) => void (await orderAdmin.requestReturn(order, "Gold")),
    ada: ["Gold"],
  },
  {
    name: "receiving a return takes the role of what came back, and of nothing else",
    given: paid("Gold", "Bronze"),
    held: ["Bronze", "Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.returnItems(order, "Gold"),
    ada: ["Bronze"],
  },
  {
    name: "receiving one of two pieces leaves the role",
    given: twoGold,
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.returnItems(order, "Gold", 1),
    ada: ["Gold"],
  },
  {
    name: "receiving both of two pieces takes the role",
    given: twoGold,
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.returnItems(order, "Gold", 2),
    ada: [],
  },
  {
    name: "receiving a damaged piece takes the role as well",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ orderAdmin }, order) => {
      const returnId = await orderAdmin.requestReturn(order, "Gold")
      await orderAdmin.receiveReturn(order, returnId, "Gold", { damaged: true })
    },
    ada: [],
  },
  {
    name: "receiving one of two pieces damaged leaves the role",
    given: twoGold,
    held: ["Gold"],
    change: async ({ orderAdmin }, order) => {
      const returnId = await orderAdmin.requestReturn(order, "Gold")
      await orderAdmin.receiveReturn(order, returnId, "Gold", { damaged: true })
    },
    ada: ["Gold"],
  },
  {
    name: "receiving one of two pieces whole and the other damaged takes the role",
    given: twoGold,
    held: ["Gold"],
    change: async ({ orderAdmin }, order) => {
      const returnId = await orderAdmin.requestReturn(order, "Gold", 2)
      await orderAdmin.receiveReturn(order, returnId, "Gold")
      await orderAdmin.receiveReturn(order, returnId, "Gold", { damaged: true })
    },
    ada: [],
  },
  {
    name: "a claim of one of two pieces leaves the role when that piece comes back",
    given: claimed(2, 1),
    held: ["Gold"],
    change: ({ orderAdmin }, order, claim) => orderAdmin.receiveClaimed(order, claim, "Gold"),
    ada: ["Gold"],
  },
  {
    name: "a claim of one of two pieces leaves the role when that piece comes back damaged",
    given: claimed(2, 1),
    held: ["Gold"],
    change: ({ orderAdmin }, order, claim) =>
      orderAdmin.receiveClaimed(order, claim, "Gold", { damaged: true }),
    ada: ["Gold"],
  },
  {
    name: "a claim of two of three pieces leaves the role, though they come back one after the other",
    given: claimed(3, 2),
    held: ["Gold"],
    change: async ({ orderAdmin }, order, claim) => {
      await orderAdmin.receiveClaimed(order, claim, "Gold")
      await orderAdmin.receiveClaimed(order, claim, "Gold")
    },
    ada: ["Gold"],
  },
  {
    name: "a claim of both pieces takes the role, and no more goes when they come back",
    given: claimed(2, 2),
    held: [],
    change: ({ orderAdmin }, order, claim) =>
      orderAdmin.receiveClaimed(order, claim, "Gold", { quantity: 2 }),
    ada: [],
  },
  {
    name: "the return of one piece takes the role when a claim had written off the other",
    given: async (shop) => {
      const order = await twoGold(shop)
      await shop.orderAdmin.claim(order, "Gold")
      return order
    },
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.returnItems(order, "Gold"),
    ada: [],
  },
  {
    name: "a claim with a replacement gives the other role and takes the written-off one",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ orderAdmin }, order) =>
      void (await orderAdmin.claim(order, "Gold", { replacement: "Silver" })),
    ada: ["Silver"],
  },
  {
    name: "a claim with a refund takes the written-off role",
    given: paid("Gold", "Bronze"),
    held: ["Bronze", "Gold"],
    change: async ({ orderAdmin }, order) => void (await orderAdmin.claim(order, "Gold")),
    ada: ["Bronze"],
  },
  {
    name: "an exchange gives the new role while the old one has not come back",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ orderAdmin }, order) =>
      void (await orderAdmin.exchange(order, "Gold", "Bronze")),
    ada: ["Bronze", "Gold"],
  },
  {
    name: "the return of an exchange takes the old role",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ orderAdmin }, order) => {
      const { returnId } = await orderAdmin.exchange(order, "Gold", "Bronze")
      await orderAdmin.receiveReturn(order, returnId, "Gold")
    },
    ada: ["Bronze"],
  },
  {
    name: "an edit that adds a variant gives its role before its difference is paid",
    given: paid("Bronze"),
    held: ["Bronze"],
    change: ({ orderAdmin }, order) => orderAdmin.edit(order, { Gold: 1 }),
    ada: ["Bronze", "Gold"],
  },
  {
    name: "an edit that removes a variant takes its role",
    given: paid("Bronze", "Gold"),
    held: ["Bronze", "Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.edit(order, { Gold: 0 }),
    ada: ["Bronze"],
  },
  {
    name: "an edit of the quantity changes nothing",
    given: twoGold,
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.edit(order, { Gold: 1 }),
    ada: ["Gold"],
  },
  {
    name: "an edit of an order whose payment was only authorised withdraws it: the roles wait for the new payment",
    given: bought("Bronze"),
    held: ["Bronze"],
    change: ({ orderAdmin }, order) => orderAdmin.edit(order, { Gold: 1 }),
    ada: [],
  },
  {
    name: "a refund of all takes the roles",
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.refund(order),
    ada: [],
  },
  {
    name: "a refund of a part leaves the roles",
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.refund(order, 5),
    ada: ["Gold"],
  },
  {
    name: "with revokeOnRefund any, a refund of a part takes the roles",
    options: { revokeOnRefund: "any" },
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.refund(order, 5),
    ada: [],
  },
  {
    name: "with revokeOnRefund never, a refund of all leaves the roles",
    options: { revokeOnRefund: "never" },
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.refund(order),
    ada: ["Gold"],
  },
  {
    name: "asking for a transfer changes nothing yet",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ ben, orderAdmin }, order) => orderAdmin.transfer(order, ben.customer.id),
    ada: ["Gold"],
  },
  {
    name: "a draft order gives nothing, and nothing yet when it becomes an order that is not paid",
    given: ({ ada, orderAdmin }) => orderAdmin.draft(ada.customer.id, ada.customer.email, "Gold"),
    held: [],
    change: ({ orderAdmin }, order) => orderAdmin.convertDraft(order),
    ada: [],
  },
  {
    name: "a draft order that became an order gives its roles once it is marked as paid",
    given: async ({ ada, orderAdmin }) => {
      const order = await orderAdmin.draft(ada.customer.id, ada.customer.email, "Gold")
      await orderAdmin.convertDraft(order)
      return order
    },
    held: [],
    change: ({ orderAdmin }, order) => orderAdmin.markAsPaid(order, 30),
    ada: ["Gold"],
  },
]
