import { PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { orderChangesIdle } from "../../../src/workflows/entitlement/utils/order-changes"
import type { DiscordOptions } from "../../../src/modules/discord/options"
import sweepDiscordOrders from "../../../src/jobs/sweep-discord-orders"
import { connectedAs } from "../../helpers/account/buyers"
import { OrderAdmin } from "../../helpers/entitlement/order-admin"
import { OrderEvents } from "../../helpers/entitlement/order-events"
import { storeSuite, type Scene } from "../../helpers/store/suite"
import { type Options, type Shop, type Transition, bought, paid } from "./order-life/shop"
import { TRANSITIONS } from "./order-life/transitions"

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
      await shop.orderAdmin.transfer(order, shop.ben.customer.id)
      return order
    },
    held: ["Gold"],
    change: ({ ben, orderAdmin }, order) => orderAdmin.acceptTransfer(order, ben.customer),
    ada: [],
    ben: ["Gold"],
  },
  {
    name: "transferring an order to a guest takes the roles",
    given: bought("Gold"),
    held: ["Gold"],
    change: ({ orderAdmin }, order) => orderAdmin.transferToGuest(order, "guest@test.store"),
    ada: [],
  },
  {
    name: "cancelling a claim gives the written-off role back and takes the replacement",
    given: async (shop) => {
      const order = await paid("Gold")(shop)
      const terms = { replacement: "Silver", isAskedBack: true } as const
      return [order, await shop.orderAdmin.claim(order, "Gold", terms)]
    },
    held: ["Silver"],
    change: ({ orderAdmin }, _order, other) => orderAdmin.cancelClaim(other),
    ada: ["Gold"],
  },
  {
    name: "cancelling an exchange takes the new role and leaves the old one",
    given: async (shop) => {
      const order = await paid("Gold")(shop)
      const { exchangeId } = await shop.orderAdmin.exchange(order, "Gold", "Bronze")
      return [order, exchangeId]
    },
    held: ["Bronze", "Gold"],
    change: ({ orderAdmin }, _order, other) => orderAdmin.cancelExchange(other),
    ada: ["Gold"],
  },
  {
    name: "cancelling a return changes nothing",
    given: async (shop) => {
      const order = await paid("Gold")(shop)
      return [order, await shop.orderAdmin.requestReturn(order, "Gold")]
    },
    held: ["Gold"],
    change: ({ orderAdmin }, _order, other) => orderAdmin.cancelReturn(other),
    ada: ["Gold"],
  },
  {
    name: "authorising a payment after the order was placed gives the roles",
    given: async (shop) => {
      const { ada, orderAdmin } = shop
      const order = await orderAdmin.draft(ada.customer.id, ada.customer.email, "Gold")
      await orderAdmin.convertDraft(order)
      return [order, await orderAdmin.askForPayment(order, 30)]
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
  const [ada, ben] = [
    await connectedAs(scene, "ada", { inServer: true }),
    await connectedAs(scene, "ben", { inServer: true }),
  ]
  return { ...scene, orderAdmin: new OrderAdmin(scene.admin, scene.store), ada, ben }
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
