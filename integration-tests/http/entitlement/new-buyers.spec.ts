import type {
  AdminPreviewProductDiscordRolesResponse,
  AdminProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../../src/types/http"
import { syncOrderEntitlementsWorkflow } from "../../../src/workflows/entitlement"
import { connectedAs, type Buyer } from "../../helpers/account/buyers"
import { OrderAdmin } from "../../helpers/entitlement/order-admin"
import type { RoleName } from "../../helpers/server/discord"
import { storeSuite, type Scene } from "../../helpers/store/suite"

type Variant = AdminProductDiscordRolesResponse["variants"][number]
type Change = Omit<AdminSetProductDiscordRoles["variants"][number], "variant_id">

const MINUTE_MS = 60_000

storeSuite("a change of what Gold gives, only for new buyers", (scene) => {
  /** Bought Gold before any change. */
  let ada: Buyer
  let order: string
  /** The sandbox's log from when Ada held what she bought. */
  let since: number

  beforeEach(async () => {
    const { discord, service, settled, setUp } = scene()
    await setUp()
    ada = await connectedAs(scene(), "ada", { inServer: true })
    order = await ada.customer.buy("Gold")
    await settled(order)
    await discord.expectRoles(ada.userId, ["Gold"])
    await service.engine.idle()
    since = await discord.now()
  })

  it("gives a role that is added to who buys from now on, and nobody else is touched", async () => {
    const { discord } = scene()
    const change = gives(scene(), "Gold", "Silver")
    expect(await preview(scene(), change)).toMatchObject({
      variant_ids: [scene().store.variants.Gold],
      customers: 0,
      servers: [],
      roles: [],
    })
    expect(await preview(scene(), change, "everyone")).toMatchObject({
      customers: 1,
      roles: [{ name: "Silver", gaining: 1, losing: 0 }],
    })
    const saved = await save(scene(), change)
    expect(roleNames(saved.roles)).toEqual(["Gold", "Silver"])
    const [gold, silver] = saved.roles
    expect(gold?.offered_from).toBeNull()
    expect(Date.now() - Date.parse(silver?.offered_from ?? "")).toBeLessThan(MINUTE_MS)
    expect(await runs(scene())).toEqual([])
    expect(
      await scene().db("discord_activity_entry").orderBy("created_at", "desc").first(),
    ).toMatchObject({
      action: "role_mapping_changed",
      message_detail: { code: "activity.mapped_new_buyers" },
    })

    await newBuyerHolds(scene(), "bea", ["Silver", "Gold"])
    // Whatever looks at the earlier purchase again: its order, the bulk run over all orders, a look at Discord.
    await lookAgain(scene())
    expect(await discord.rolesOf(ada.userId)).toEqual(["Gold"])
    expect(await discord.changesFor(ada.userId, since)).toEqual([])
  })

  it("calls Discord not at all for who bought before", async () => {
    const { discord, service, settled } = scene()
    await save(scene(), gives(scene(), "Silver"))
    await settled()
    await service.engine.idle()
    expect(await discord.callsFor(ada.userId, since)).toEqual([])
  })

  it("leaves a role that is taken away with who bought before, until their access ends", async () => {
    const { admin, discord, store } = scene()
    const saved = await save(scene(), gives(scene()))
    expect(saved.roles).toEqual([])
    expect(saved.kept).toMatchObject([{ name: "Gold", offered_from: null }])
    expect(await soldRoles(scene())).toEqual([])
    await newBuyerHolds(scene(), "bea", [])
    await lookAgain(scene())
    expect(await discord.rolesOf(ada.userId)).toEqual(["Gold"])
    expect(await shownRoles(scene(), order)).toEqual(["Gold"])

    const orderAdmin = new OrderAdmin(admin, store)
    await orderAdmin.capture(order)
    await orderAdmin.refund(order)
    await discord.expectRoles(ada.userId, [])
  })

  it("takes it from them as well, when that is said", async () => {
    const { discord } = scene()
    await save(scene(), gives(scene()))
    const change = { ...gives(scene()), kept: [] }
    expect(await preview(scene(), change, "everyone")).toMatchObject({
      roles: [{ name: "Gold", losing: 1 }],
    })
    expect(await save(scene(), change, "everyone")).toMatchObject({ roles: [], kept: [] })
    await discord.expectRoles(ada.userId, [])
  })

  it("is undone to the row, and brings those up to date who bought meanwhile", async () => {
    const { db, discord } = scene()
    const rows = () =>
      db("discord_role_mapping")
        .select(...COLUMNS)
        .orderBy("id")
    const [before, stored] = [await given(scene()), await rows()]
    await save(scene(), {
      roles: [
        { role_id: discord.roles.Bronze },
        { role_id: discord.roles.Silver, access_days: 30 },
      ],
    })
    const bea = await newBuyerHolds(scene(), "bea", ["Bronze", "Silver"])
    await save(scene(), asChange(before), "everyone")
    expect(await given(scene())).toEqual(before)
    expect(await rows()).toEqual(stored)
    await discord.expectRoles(bea.userId, ["Gold"])
    expect(await discord.changesFor(ada.userId, since)).toEqual([])
  })

  it("may be followed by the same role again: to later buyers, or to all", async () => {
    const { discord } = scene()
    await save(scene(), gives(scene()))
    const bea = await newBuyerHolds(scene(), "bea", [])
    const again = await save(scene(), gives(scene(), "Gold"))
    expect(again).toMatchObject({ roles: [{ name: "Gold" }], kept: [{ name: "Gold" }] })
    expect(Date.parse(again.roles[0]?.offered_from ?? "")).toBeGreaterThan(
      Date.parse(again.kept[0]?.offered_until ?? ""),
    )
    await newBuyerHolds(scene(), "cleo", ["Gold"])
    expect(await discord.rolesOf(bea.userId)).toEqual([])

    const toAll = { roles: [{ role_id: discord.roles.Gold, offered_from: null }] }
    expect(await preview(scene(), toAll, "everyone")).toMatchObject({
      customers: 1,
      roles: [{ name: "Gold", gaining: 1 }],
    })
    const all = await save(scene(), toAll, "everyone")
    expect(all).toMatchObject({ roles: [{ name: "Gold", offered_from: null }], kept: [] })
    await discord.expectRoles(bea.userId, ["Gold"])
    expect(await discord.changesFor(ada.userId, since)).toEqual([])
  })

  it("changes the days of access of new buyers alone", async () => {
    const { discord, membershipOf, service } = scene()
    const forDays = (access_days: number) => ({
      roles: [{ role_id: discord.roles.Gold, access_days }],
    })
    const daysLeft = async ({ userId }: Buyer) => {
      await service.engine.idle()
      const at = (await membershipOf(userId))?.recheck_at
      return ((at?.getTime() ?? NaN) - Date.now()) / (24 * 60 * MINUTE_MS)
    }
    await save(scene(), forDays(30), "everyone")
    await scene().settled()
    expect(await daysLeft(ada)).toBeCloseTo(30, 1)
    const saved = await save(scene(), forDays(60))
    expect(saved).toMatchObject({ roles: [{ access_days: 60 }], kept: [{ access_days: 30 }] })
    const bea = await newBuyerHolds(scene(), "bea", ["Gold"])
    await lookAgain(scene())
    expect(await daysLeft(ada)).toBeCloseTo(30, 1)
    expect(await daysLeft(bea)).toBeCloseTo(60, 1)
  })

  it("refuses what cannot be meant, and changes nothing", async () => {
    const { discord } = scene()
    const before = await given(scene())
    const { Gold: role_id, Silver: silver } = discord.roles
    const moment = new Date().toISOString()
    const refused: [object, RegExp][] = [
      [{ roles: [], apply_to: "somebody" }, /apply_to/],
      [{ roles: [{ role_id, offered_from: "yesterday" }] }, /offered_from/],
      [{ roles: [{ role_id, offered_from: "0000-01-01T00:00:00Z" }] }, /years 1 to 9999/],
      [{ roles: [], kept: [{ role_id }] }, /offered_until/],
      [{ roles: [{ role_id }], kept: [{ role_id, offered_until: moment }] }, /overlap/],
      [{ roles: [], kept: [{ role_id: "123", offered_until: moment }] }, /123 is not a role/],
      // What says of new buyers that it is theirs, and of earlier ones that they get or lose something.
      [{ roles: [{ role_id: silver, offered_from: null }] }, /offered_from would/],
      [{ roles: [{ role_id }], kept: [{ role_id: silver, offered_until: moment }] }, /kept would/],
    ]
    for (const [{ apply_to, ...change }, words] of refused as [
      Change & { apply_to?: never },
      RegExp,
    ][]) {
      for (const path of ["", "/preview"]) {
        const answer = await send(scene(), path, change, apply_to)
        expect(answer).toMatchObject({
          status: 400,
          body: { message: expect.stringMatching(words) as string },
        })
      }
    }
    expect(await given(scene())).toEqual(before)
  })

  /** Buys Gold now. */
  async function newBuyerHolds(at: Scene, name: string, roles: RoleName[]): Promise<Buyer> {
    const buyer = await connectedAs(at, name, { inServer: true })
    await at.settled(await buyer.customer.buy("Gold"))
    await at.discord.expectRoles(buyer.userId, roles)
    await at.service.engine.idle()
    return buyer
  }

  /** All that looks at Ada's purchase again by itself, or when asked. */
  async function lookAgain({ container, discord, service, settled }: Scene): Promise<void> {
    await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
    await ada.customer.resync()
    await service.sweep()
    await settled()
    await service.engine.idle()
    expect(await discord.callsFor(ada.userId, since)).toContain("GET /guilds/:guild/members/:user")
  }
})

const COLUMNS = ["id", "variant_id", "role_id", "access_days", "offered_from", "offered_until"]

function gives({ discord }: Scene, ...roles: RoleName[]): Change {
  return { roles: roles.map((role) => ({ role_id: discord.roles[role] })) }
}

/** What is answered, as what is to be saved: the way to put it back. */
function asChange({ roles, kept }: Variant): Change {
  const taken = ({ role_id, access_days, offered_from }: Variant["roles"][number]) => ({
    role_id,
    access_days,
    offered_from,
  })
  return {
    roles: roles.map(taken),
    kept: kept.map((role) => ({ ...taken(role), offered_until: role.offered_until })),
  }
}

function roleNames(roles: readonly { name: string }[]): string[] {
  return roles.map(({ name }) => name)
}

async function send<Answer>(
  { admin, store }: Scene,
  path: string,
  change: Change,
  apply_to: AdminSetProductDiscordRoles["apply_to"] = "new_buyers",
) {
  return admin.raw<Answer>(`/admin/products/${store.productId}/discord-roles${path}`, {
    body: { variants: [{ variant_id: store.variants.Gold, ...change }], apply_to },
  })
}

async function preview(at: Scene, ...change: [Change, AdminSetProductDiscordRoles["apply_to"]?]) {
  return (await send<AdminPreviewProductDiscordRolesResponse>(at, "/preview", ...change)).body
}

/** @returns what Gold gives afterwards */
async function save(
  at: Scene,
  ...change: [Change, AdminSetProductDiscordRoles["apply_to"]?]
): Promise<Variant> {
  const { body } = await send<AdminProductDiscordRolesResponse>(at, "", ...change)
  return ofGold(at, body)
}

async function given(at: Scene): Promise<Variant> {
  const path = `/admin/products/${at.store.productId}/discord-roles`
  return ofGold(at, await at.admin.send<AdminProductDiscordRolesResponse>(path))
}

function ofGold({ store }: Scene, { variants }: AdminProductDiscordRolesResponse): Variant {
  const gold = variants.find(({ variant_id }) => variant_id === store.variants.Gold)
  if (!gold) {
    throw new Error("The product has no Gold")
  }
  return gold
}

async function runs({ db }: Scene): Promise<unknown[]> {
  return db("discord_sync_run").where({ kind: "role_mapping" })
}

/** What a shopper is promised. */
async function soldRoles({ store, baseUrl }: Scene): Promise<string[]> {
  const answer = await fetch(`${baseUrl}/store/products/${store.productId}/discord-roles`, {
    headers: { "x-publishable-api-key": store.publishableKey },
  })
  const { variants } = (await answer.json()) as AdminProductDiscordRolesResponse
  const gold = variants.find(({ variant_id }) => variant_id === store.variants.Gold)
  return roleNames(gold?.roles ?? [])
}

/** What an order's page shows of its roles. */
async function shownRoles({ admin }: Scene, orderId: string): Promise<string[]> {
  const { entitlements } = await admin.send<{ entitlements: { roles: { name: string }[] }[] }>(
    `/admin/orders/${orderId}/discord`,
  )
  return entitlements.flatMap(({ roles }) => roleNames(roles))
}
