import { PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { orderChangesIdle } from "../../src/workflows/entitlement/utils/order-changes"
import type { DiscordOptions } from "../../src/modules/discord/options"
import sweepDiscordOrders from "../../src/jobs/sweep-discord-orders"
import type { Customer } from "../helpers/customer"
import type { RoleName } from "../helpers/discord"
import { OrderDesk } from "../helpers/order-desk"
import { OrderEvents } from "../helpers/order-events"
import { storeSuite, type Scene } from "../helpers/suite"

type Options = Partial<Pick<DiscordOptions, "grantOn" | "revokeOnRefund">>

interface Person {
  customer: Customer
  userId: string
}

/** Ada and Ben are members of the server, and connected. */
interface Shop extends Scene {
  desk: OrderDesk
  ada: Person
  ben: Person
}

interface Transition {
  name: string
  options?: Options
  /** What was before, all events heard. @returns the order's id, and that of what is changed about it */
  given: (shop: Shop) => Promise<string | [order: string, other: string]>
  /** What Ada holds then. */
  held: RoleName[]
  change: (shop: Shop, orderId: string, otherId: string) => Promise<void>
  /** What Ada, and Ben, hold after it. */
  ada: RoleName[]
  ben?: RoleName[]
}

const bought =
  (...plans: RoleName[]) =>
  ({ ada }: Shop) =>
    ada.customer.buy(...plans)

/** Medusa withdraws a payment that was only authorised when an order is changed: a captured one stays. */
const paid =
  (...plans: RoleName[]) =>
  async ({ ada, desk }: Shop) => {
    const order = await ada.customer.buy(...plans)
    await desk.capture(order)
    return order
  }

const manyGold =
  (quantity: number) =>
  async ({ ada, desk, store }: Shop) => {
    const order = await ada.customer.buyItems([{ variant_id: store.variants.Gold, quantity }])
    await desk.capture(order)
    return order
  }
const twoGold = manyGold(2)

/** Pieces of Gold that a claim wrote off, and that are awaited back. */
const claimed =
  (bought: number, quantity: number) =>
  async (shop: Shop): Promise<[string, string]> => {
    const order = await manyGold(bought)(shop)
    return [order, await shop.desk.claim(order, "Gold", { quantity, isAskedBack: true })]
  }

const TRANSITIONS: Transition[] = [
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
    change: ({ desk }, order) => desk.capture(order),
    ada: ["Gold"],
  },
  {
    name: "with grantOn captured, the capture of a part gives nothing",
    options: { grantOn: "captured" },
    given: bought("Gold"),
    held: [],
    change: ({ desk }, order) => desk.capture(order, 10),
    ada: [],
  },
  {
    name: "cancelling an order takes its roles",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.cancel(order),
    ada: [],
  },
  {
    name: "cancelling an order that was captured refunds it and takes its roles",
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.cancel(order),
    ada: [],
  },
  {
    name: "completing an order changes nothing",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.complete(order),
    ada: ["Gold"],
  },
  {
    name: "archiving an order changes nothing",
    given: async (shop) => {
      const order = await bought("Gold")(shop)
      await shop.desk.complete(order)
      return order
    },
    held: ["Gold"],
    change: ({ desk }, order) => desk.archive(order),
    ada: ["Gold"],
  },
  {
    name: "asking for a return takes nothing yet",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ desk }, order) => void (await desk.requestReturn(order, "Gold")),
    ada: ["Gold"],
  },
  {
    name: "receiving a return takes the role of what came back, and of nothing else",
    given: paid("Gold", "Bronze"),
    held: ["Bronze", "Gold"],
    change: ({ desk }, order) => desk.returnItems(order, "Gold"),
    ada: ["Bronze"],
  },
  {
    name: "receiving one of two pieces leaves the role",
    given: twoGold,
    held: ["Gold"],
    change: ({ desk }, order) => desk.returnItems(order, "Gold", 1),
    ada: ["Gold"],
  },
  {
    name: "receiving both of two pieces takes the role",
    given: twoGold,
    held: ["Gold"],
    change: ({ desk }, order) => desk.returnItems(order, "Gold", 2),
    ada: [],
  },
  {
    name: "receiving a damaged piece takes the role as well",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ desk }, order) => {
      const returnId = await desk.requestReturn(order, "Gold")
      await desk.receiveReturn(order, returnId, "Gold", { damaged: true })
    },
    ada: [],
  },
  {
    name: "receiving one of two pieces damaged leaves the role",
    given: twoGold,
    held: ["Gold"],
    change: async ({ desk }, order) => {
      const returnId = await desk.requestReturn(order, "Gold")
      await desk.receiveReturn(order, returnId, "Gold", { damaged: true })
    },
    ada: ["Gold"],
  },
  {
    name: "receiving one of two pieces whole and the other damaged takes the role",
    given: twoGold,
    held: ["Gold"],
    change: async ({ desk }, order) => {
      const returnId = await desk.requestReturn(order, "Gold", 2)
      await desk.receiveReturn(order, returnId, "Gold")
      await desk.receiveReturn(order, returnId, "Gold", { damaged: true })
    },
    ada: [],
  },
  {
    name: "a claim of one of two pieces leaves the role when that piece comes back",
    given: claimed(2, 1),
    held: ["Gold"],
    change: ({ desk }, order, claim) => desk.receiveClaimed(order, claim, "Gold"),
    ada: ["Gold"],
  },
  {
    name: "a claim of one of two pieces leaves the role when that piece comes back damaged",
    given: claimed(2, 1),
    held: ["Gold"],
    change: ({ desk }, order, claim) =>
      desk.receiveClaimed(order, claim, "Gold", { damaged: true }),
    ada: ["Gold"],
  },
  {
    name: "a claim of two of three pieces leaves the role, though they come back one after the other",
    given: claimed(3, 2),
    held: ["Gold"],
    change: async ({ desk }, order, claim) => {
      await desk.receiveClaimed(order, claim, "Gold")
      await desk.receiveClaimed(order, claim, "Gold")
    },
    ada: ["Gold"],
  },
  {
    name: "a claim of both pieces takes the role, and no more goes when they come back",
    given: claimed(2, 2),
    held: [],
    change: ({ desk }, order, claim) => desk.receiveClaimed(order, claim, "Gold", { quantity: 2 }),
    ada: [],
  },
  {
    name: "the return of one piece takes the role when a claim had written off the other",
    given: async (shop) => {
      const order = await twoGold(shop)
      await shop.desk.claim(order, "Gold")
      return order
    },
    held: ["Gold"],
    change: ({ desk }, order) => desk.returnItems(order, "Gold"),
    ada: [],
  },
  {
    name: "a claim with a replacement gives the other role and takes the written-off one",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ desk }, order) =>
      void (await desk.claim(order, "Gold", { replacement: "Silver" })),
    ada: ["Silver"],
  },
  {
    name: "a claim with a refund takes the written-off role",
    given: paid("Gold", "Bronze"),
    held: ["Bronze", "Gold"],
    change: async ({ desk }, order) => void (await desk.claim(order, "Gold")),
    ada: ["Bronze"],
  },
  {
    name: "an exchange gives the new role while the old one has not come back",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ desk }, order) => void (await desk.exchange(order, "Gold", "Bronze")),
    ada: ["Bronze", "Gold"],
  },
  {
    name: "the return of an exchange takes the old role",
    given: paid("Gold"),
    held: ["Gold"],
    change: async ({ desk }, order) => {
      const { returnId } = await desk.exchange(order, "Gold", "Bronze")
      await desk.receiveReturn(order, returnId, "Gold")
    },
    ada: ["Bronze"],
  },
  {
    name: "an edit that adds a variant gives its role before its difference is paid",
    given: paid("Bronze"),
    held: ["Bronze"],
    change: ({ desk }, order) => desk.edit(order, { Gold: 1 }),
    ada: ["Bronze", "Gold"],
  },
  {
    name: "an edit that removes a variant takes its role",
    given: paid("Bronze", "Gold"),
    held: ["Bronze", "Gold"],
    change: ({ desk }, order) => desk.edit(order, { Gold: 0 }),
    ada: ["Bronze"],
  },
  {
    name: "an edit of the quantity changes nothing",
    given: twoGold,
    held: ["Gold"],
    change: ({ desk }, order) => desk.edit(order, { Gold: 1 }),
    ada: ["Gold"],
  },
  {
    name: "an edit of an order whose payment was only authorised withdraws it: the roles wait for the new payment",
    given: bought("Bronze"),
    held: ["Bronze"],
    change: ({ desk }, order) => desk.edit(order, { Gold: 1 }),
    ada: [],
  },
  {
    name: "a refund of all takes the roles",
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.refund(order),
    ada: [],
  },
  {
    name: "a refund of a part leaves the roles",
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.refund(order, 5),
    ada: ["Gold"],
  },
  {
    name: "with revokeOnRefund any, a refund of a part takes the roles",
    options: { revokeOnRefund: "any" },
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.refund(order, 5),
    ada: [],
  },
  {
    name: "with revokeOnRefund never, a refund of all leaves the roles",
    options: { revokeOnRefund: "never" },
    given: paid("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.refund(order),
    ada: ["Gold"],
  },
  {
    name: "asking for a transfer changes nothing yet",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ ben, desk }, order) => desk.transfer(order, ben.customer.id),
    ada: ["Gold"],
  },
  {
    name: "a draft order gives nothing, and nothing yet when it becomes an order that is not paid",
    given: ({ ada, desk }) => desk.draft(ada.customer.id, ada.customer.email, "Gold"),
    held: [],
    change: ({ desk }, order) => desk.convertDraft(order),
    ada: [],
  },
  {
    name: "a draft order that became an order gives its roles once it is marked as paid",
    given: async ({ ada, desk }) => {
      const order = await desk.draft(ada.customer.id, ada.customer.email, "Gold")
      await desk.convertDraft(order)
      return order
    },
    held: [],
    change: ({ desk }, order) => desk.markAsPaid(order, 30),
    ada: ["Gold"],
  },
]

/** Of those that a workflow tells of, the ones that find their order each in another way. */
const HEALED = TRANSITIONS.filter(({ name }) =>
  ["placing an order", "cancelling an order takes", "a refund of all", "receiving a return"].some(
    (begin) => name.startsWith(begin),
  ),
)

/** Medusa's workflows tell nobody of these. */
const SILENT: Transition[] = [
  {
    name: "accepting a transfer moves the roles to the other customer",
    given: async (shop) => {
      const order = await bought("Gold")(shop)
      await shop.desk.transfer(order, shop.ben.customer.id)
      return order
    },
    held: ["Gold"],
    change: ({ ben, desk }, order) => desk.acceptTransfer(order, ben.customer),
    ada: [],
    ben: ["Gold"],
  },
  {
    name: "transferring an order to a guest takes the roles",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ desk }, order) => desk.transferToGuest(order, "guest@test.store"),
    ada: [],
  },
  {
    name: "cancelling a claim gives the written-off role back and takes the replacement",
    given: async (shop) => {
      const order = await paid("Gold")(shop)
      const terms = { replacement: "Silver", isAskedBack: true } as const
      return [order, await shop.desk.claim(order, "Gold", terms)]
    },
    held: ["Silver"],
    change: ({ desk }, _order, other) => desk.cancelClaim(other),
    ada: ["Gold"],
  },
  {
    name: "cancelling an exchange takes the new role and leaves the old one",
    given: async (shop) => {
      const order = await paid("Gold")(shop)
      const { exchangeId } = await shop.desk.exchange(order, "Gold", "Bronze")
      return [order, exchangeId]
    },
    held: ["Bronze", "Gold"],
    change: ({ desk }, _order, other) => desk.cancelExchange(other),
    ada: ["Gold"],
  },
  {
    name: "cancelling a return changes nothing",
    given: async (shop) => {
      const order = await paid("Gold")(shop)
      return [order, await shop.desk.requestReturn(order, "Gold")]
    },
    held: ["Gold"],
    change: ({ desk }, _order, other) => desk.cancelReturn(other),
    ada: ["Gold"],
  },
  {
    name: "authorising a payment after the order was placed gives the roles",
    given: async (shop) => {
      const { ada, desk } = shop
      const order = await desk.draft(ada.customer.id, ada.customer.email, "Gold")
      await desk.convertDraft(order)
      return [order, await desk.askForPayment(order, 30)]
    },
    held: [],
    // As a payment provider's webhook does.
    change: async ({ container }, _order, session_id) => {
      const data = { session_id, amount: 30 }
      await processPaymentWorkflow(container).run({
        input: { action: PaymentActions.AUTHORIZED, data },
      })
    },
    ada: ["Gold"],
  },
]

storeSuite("the life of an order", (scene) => {
  let defaults: DiscordOptions
  let events: OrderEvents

  beforeEach(() => {
    events = new OrderEvents(scene().container)
    defaults = { ...scene().service.options }
  })

  afterEach(() => {
    Object.assign(scene().service.options, defaults)
    events.hear(true)
  })

  const cases = (list: Transition[]) => list.map((each) => [each.name, each] as const)

  describe("heard as it happens", () => {
    it.each(cases([...TRANSITIONS, ...SILENT]))("%s", async (_name, transition) => {
      const shop = await open(scene(), transition.options)
      const { discord, ada, ben } = shop
      const [order, other] = await begin(shop, transition)
      await transition.change(shop, order, other)
      await discord.expectRoles(ada.userId, transition.ada)
      await discord.expectRoles(ben.userId, transition.ben ?? [])
      // No more comes of it: what was given stays given.
      await upToDate(shop)
      expect(await discord.rolesOf(ada.userId)).toEqual(transition.ada)
      expect(await discord.rolesOf(ben.userId)).toEqual(transition.ben ?? [])
    })
  })

  describe("with every event lost, healed by one sweep", () => {
    it.each(cases([...HEALED, ...SILENT]))("%s", async (_name, transition) => {
      const shop = await open(scene(), transition.options)
      const { container, discord, ada, ben } = shop
      const [order, other] = await begin(shop, transition)
      await sweepDiscordOrders(container)
      await events.lost(async () => {
        await transition.change(shop, order, other)
        await upToDate(shop)
        expect(await discord.rolesOf(ada.userId)).toEqual(transition.held)
      })
      await sweepDiscordOrders(container)
      await discord.expectRoles(ada.userId, transition.ada)
      await discord.expectRoles(ben.userId, transition.ben ?? [])
    })
  })
})

/** Opens the store with two buyers who are members of its server. */
async function open(scene: Scene, options: Options = {}): Promise<Shop> {
  Object.assign(scene.service.options, options)
  await scene.setUp()
  const [ada, ben] = [await member(scene, "ada"), await member(scene, "ben")]
  return { ...scene, desk: new OrderDesk(scene.admin, scene.store), ada, ben }
}

async function member({ discord, newBuyer }: Scene, name: string): Promise<Person> {
  const person = await newBuyer(name)
  await discord.control.addMember(discord.guildId, person.userId)
  await person.customer.connect(discord, person.userId)
  return person
}

async function begin(
  shop: Shop,
  { given, held }: Transition,
): Promise<[order: string, other: string]> {
  const found = await given(shop)
  await shop.discord.expectRoles(shop.ada.userId, held)
  await upToDate(shop)
  return typeof found === "string" ? [found, ""] : found
}

/** Waits until nobody works on anything: no order is being synced, no membership is due. */
async function upToDate({ settled, service }: Shop): Promise<void> {
  await orderChangesIdle()
  await settled()
  await service.engine.idle()
}
