import type {
  AdminDiscordEntitlement,
  AdminDiscordEntitlementDeleteResponse,
  AdminDiscordEntitlementListResponse,
  AdminDiscordEntitlementResponse,
  AdminGrantDiscordEntitlement,
  AdminGrantDiscordEntitlementResponse,
} from "../../src/types/http"
import {
  endEntitlementWorkflow,
  grantEntitlementWorkflow,
  updateEntitlementWorkflow,
} from "../../src/workflows/entitlement"
import { connectServer } from "../helpers/admin"
import type { Customer } from "../helpers/customer"
import { contentOf } from "../helpers/evidence"
import type { HttpAnswer } from "../helpers/http"
import { storeSuite, type Scene } from "../helpers/suite"

const ENTITLEMENTS = "/admin/discord/entitlements"
const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()

interface ErrorBody {
  type: string
  message: string
}

/** A store that steps in by the workflows' hooks, and may refuse. */
let storeSaysNo = false
const storesOwnStep = async (): Promise<void> => {
  await Promise.resolve()
  if (storeSaysNo) {
    throw new Error("the store says no")
  }
}
grantEntitlementWorkflow.hooks.entitlementGranted(storesOwnStep)
updateEntitlementWorkflow.hooks.entitlementUpdated(storesOwnStep)
endEntitlementWorkflow.hooks.entitlementEnded(storesOwnStep)

storeSuite("access given by hand", (scene) => {
  describe("through the admin's routes", () => {
    it("gives the roles of a variant, and takes them back when it is ended", async () => {
      const { admin, discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const { entitlement, notices } = await grant(scene(), {
        customer_id: customer.id,
        variant_id: store.variants.Gold,
        note: "won the raffle",
      })
      expect(notices).toEqual([])
      expect(entitlement).toMatchObject({
        source: "manual",
        customer_id: customer.id,
        variant_id: store.variants.Gold,
        ends_at: null,
        ended_reason: null,
        note: "won the raffle",
        active: true,
      })
      expect(entitlement.actor_id).toMatch(/^user_/)
      await discord.expectRoles(userId, ["Gold"])

      const answer = await end(scene(), entitlement.id)
      expect(answer.body).toMatchObject({
        id: entitlement.id,
        object: "discord_entitlement",
        deleted: true,
        entitlement: { active: false, ended_reason: "ended_by_hand" },
      })
      await discord.expectRoles(userId, [])
      const again = await end(scene(), entitlement.id)
      expect([again.status, again.body.entitlement]).toEqual([200, answer.body.entitlement])
      expect(await admin.send(`${ENTITLEMENTS}/${entitlement.id}`)).toEqual({
        entitlement: answer.body.entitlement,
      })
    })

    it("keeps a role that an order needs when the manual access to it ends, and the other way round", async () => {
      const { cancel, discord, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      const first = await grantGold(scene(), customer)
      const second = await grantGold(scene(), customer)
      expect(second.id).not.toBe(first.id)
      await discord.expectRoles(userId, ["Gold"])
      await settled(order)
      const before = await discord.now()
      await end(scene(), first.id)
      await cancel(order)
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
      await end(scene(), second.id)
      await discord.expectRoles(userId, [])
      expect(store.variants.Gold).toBe(first.variant_id)
    })

    it("writes who, what and why into the activity log", async () => {
      const { admin, discord, db } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const { id, actor_id } = await grantGold(scene(), customer, { note: "won the raffle" })
      await change(scene(), id, { ends_at: inHours(5), note: "won it twice" })
      await end(scene(), id)
      await discord.expectRoles(userId, [])
      const { activity } = await admin.send<{ activity: { action: string; message: string }[] }>(
        `/admin/discord/activity?trigger=${actor_id}&order=created_at`,
      )
      const told = activity.filter(({ action }) => action.startsWith("access_"))
      expect(told.map(({ action }) => action)).toEqual([
        "access_granted",
        "access_changed",
        "access_ended",
      ])
      expect(told.map(({ message }) => /\((.*)\)$/.exec(message)?.[1])).toEqual([
        "won the raffle",
        "won it twice",
        "won it twice",
      ])
      expect(await contentOf(db, "discord_activity_entry")).toContain(customer.id)
    })

    it("changes the end: a role whose time comes goes, one that was given longer stays", async () => {
      const { db, discord, service, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const { id } = await grantGold(scene(), customer, { ends_at: inHours(1) })
      await discord.expectRoles(userId, ["Gold"])
      const { body } = await change(scene(), id, { ends_at: inHours(48) })
      expect(body).toMatchObject({ entitlement: { active: true } })
      await settled()
      // Two days later, as far as the rows know.
      await db("discord_entitlement")
        .where({ id })
        .update({ ends_at: new Date(Date.now() - 1_000) })
      await db("discord_membership").update({ recheck_at: new Date(Date.now() - 1_000) })
      await service.sweep()
      await discord.expectRoles(userId, [])
    })

    it("begins in the future when it is asked to", async () => {
      const { db, discord, service, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const entitlement = await grantGold(scene(), customer, { starts_at: inHours(2) })
      expect(entitlement.active).toBe(false)
      await settled()
      expect(await discord.rolesOf(userId)).toBeNull()
      await db("discord_entitlement").update({ starts_at: new Date(Date.now() - 1_000) })
      await db("discord_membership").update({ recheck_at: new Date(Date.now() - 1_000) })
      await service.sweep()
      await discord.expectRoles(userId, ["Gold"])
    })

    it("says so when the variant gives no role yet and when the customer has no Discord, and serves both later", async () => {
      const { admin, discord, map, newBuyer, store } = scene()
      await connectServer(admin, discord)
      const { customer, userId } = await newBuyer("ada")
      const { notices } = await grant(scene(), {
        customer_id: customer.id,
        variant_id: store.variants.Silver,
      })
      expect(notices).toEqual([
        expect.stringMatching(/gives no Discord role yet/),
        expect.stringMatching(/has not connected Discord yet/),
      ])
      await customer.connect(discord, userId)
      await map({ Silver: ["Silver"] })
      await discord.expectRoles(userId, ["Silver"])
    })
  })

  describe("what is refused changes nothing", () => {
    it("a grant to nobody, of nothing, or with dates that make no sense", async () => {
      const { admin, db, newBuyer, store } = scene()
      const { customer } = await newBuyer("ada")
      const refusals: [object, RegExp][] = [
        [{ customer_id: "cus_none" }, /There is no customer cus_none/],
        [{ variant_id: "variant_none" }, /no product variant variant_none/],
        [{ ends_at: inHours(-1) }, /is in the past/],
        [{ starts_at: inHours(3), ends_at: inHours(2) }, /is not after starts_at/],
        [{ ends_at: "tomorrow" }, /ends_at must be a date/],
        [{ days: 30 }, /days/],
      ]
      for (const [over, words] of refusals) {
        const body = { customer_id: customer.id, variant_id: store.variants.Gold, ...over }
        const answer = await admin.raw<ErrorBody>(ENTITLEMENTS, { body })
        expect([answer.status, answer.body.type]).toEqual([400, "invalid_data"])
        expect(answer.body.message).toMatch(words)
      }
      expect(await db("discord_entitlement")).toEqual([])
    })

    it("ending or changing what an order gives says where to go instead", async () => {
      const { admin, discord, db } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      const [row] = await db<AdminDiscordEntitlement>("discord_entitlement")
      for (const request of [{ method: "DELETE" }, { body: { ends_at: inHours(1) } }]) {
        const answer = await admin.raw<ErrorBody>(`${ENTITLEMENTS}/${row?.id}`, request)
        expect([answer.status, answer.body.type]).toEqual([400, "not_allowed"])
        expect(answer.body.message).toContain(`comes from order ${order}: cancel`)
      }
      expect(await db("discord_entitlement")).toEqual([row])
    })

    it("an entitlement that is not there, or over, or whose new end is past", async () => {
      const { admin } = scene()
      const { customer } = await connectedBuyer(scene())
      for (const request of [{ method: "GET" }, { method: "DELETE" }, { body: { note: "x" } }]) {
        const answer = await admin.raw<ErrorBody>(`${ENTITLEMENTS}/dent_none`, request)
        expect([answer.status, answer.body.message]).toEqual([
          404,
          "Entitlement dent_none was not found. GET /admin/discord/entitlements lists them.",
        ])
      }
      const { id } = await grantGold(scene(), customer)
      expect((await change(scene(), id, { ends_at: inHours(-1) })).status).toBe(400)
      await end(scene(), id)
      const late = await change(scene(), id, { ends_at: inHours(1) })
      expect([late.status, late.body]).toMatchObject([
        400,
        { message: expect.stringMatching(/over/) as string },
      ])
    })
  })

  describe("the list", () => {
    it("is filtered by customer, variant, source and whether it is active, and paged and ordered", async () => {
      const { admin, newBuyer, settled, setUp, store } = scene()
      await setUp()
      const { customer: ada } = await newBuyer("ada")
      const { customer: ben } = await newBuyer("ben")
      await settled(await ada.buy("Bronze"))
      const gold = await grantGold(scene(), ada)
      const over = await grantGold(scene(), ben)
      const later = await grantGold(scene(), ben, { starts_at: inHours(1) })
      await end(scene(), over.id)
      const list = async (query: string) => {
        const found = await admin.send<AdminDiscordEntitlementListResponse>(
          `${ENTITLEMENTS}?${query}`,
        )
        expect(found.count).toBeGreaterThanOrEqual(found.entitlements.length)
        return found.entitlements.map(({ id, source }) => (source === "order" ? "order" : id))
      }
      expect(await list(`customer_id=${ada.id}&order=created_at`)).toEqual(["order", gold.id])
      expect(await list(`variant_id=${store.variants.Bronze}`)).toEqual(["order"])
      expect(await list("source=manual&order=-created_at")).toEqual([later.id, over.id, gold.id])
      expect(await list("source=manual&active=true")).toEqual([gold.id])
      expect(await list("active=false&order=created_at")).toEqual([over.id, later.id])
      expect(await list("source=manual&order=created_at&limit=1&offset=1")).toEqual([over.id])
      const { entitlements } = await admin.send<AdminDiscordEntitlementListResponse>(
        `${ENTITLEMENTS}?fields=id,note&source=manual&active=true`,
      )
      expect(Object.keys(entitlements[0] ?? {})).toEqual(expect.arrayContaining(["id", "note"]))
      expect(entitlements[0]).not.toHaveProperty("customer_id")
      expect((await admin.raw(`${ENTITLEMENTS}?source=gift`)).status).toBe(400)
    })
  })

  describe("from a billing system's webhook handler", () => {
    it("updates the one entitlement of a reference, whatever is told twice", async () => {
      const { container, db, discord, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const told = {
        customer_id: customer.id,
        variant_id: store.variants.Gold,
        reference: "sub_1Nstripe",
        actor_id: "stripe",
      }
      const grantUntil = async (ends_at: string) =>
        grantEntitlementWorkflow(container).run({ input: { ...told, ends_at } })
      const [month, renewed] = [inHours(720), inHours(1440)]
      await grantUntil(month)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      const before = await discord.now()
      await grantUntil(month)
      await grantUntil(renewed)
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
      expect(await db("discord_entitlement")).toMatchObject([
        { source_id: "sub_1Nstripe", ends_at: new Date(renewed), actor_id: "stripe" },
      ])
      for (const _delivery of [1, 2]) {
        await endEntitlementWorkflow(container).run({
          input: { reference: "sub_1Nstripe", actor_id: "stripe" },
        })
      }
      await discord.expectRoles(userId, [])
      const ends = await db("discord_activity_entry").where({ action: "access_ended" })
      expect(ends).toHaveLength(1)
      await grantUntil(renewed)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("ends one variant of a reference, or all; one that was never granted is nothing to end", async () => {
      const { container, discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      for (const variant_id of [store.variants.Gold, store.variants.Silver]) {
        await grantEntitlementWorkflow(container).run({
          input: { customer_id: customer.id, variant_id, reference: "sub_two" },
        })
      }
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await endEntitlementWorkflow(container).run({
        input: { reference: "sub_two", variant_id: store.variants.Gold },
      })
      await discord.expectRoles(userId, ["Silver"])
      await endEntitlementWorkflow(container).run({ input: { reference: "sub_two" } })
      await discord.expectRoles(userId, [])
      const { result } = await endEntitlementWorkflow(container).run({
        input: { reference: "sub_unknown" },
      })
      expect(result.entitlements).toEqual([])
    })

    it("gives another customer nothing under a reference that is taken", async () => {
      const { container, db, newBuyer, store } = scene()
      const { customer: ada } = await newBuyer("ada")
      const { customer: ben } = await newBuyer("ben")
      const input = { variant_id: store.variants.Gold, reference: "sub_ada" }
      await grantEntitlementWorkflow(container).run({ input: { ...input, customer_id: ada.id } })
      await expect(
        grantEntitlementWorkflow(container).run({ input: { ...input, customer_id: ben.id } }),
      ).rejects.toMatchObject({
        message: expect.stringContaining(`customer ${ada.id} already`) as string,
      })
      expect(await db("discord_entitlement")).toMatchObject([{ customer_id: ada.id }])
    })
  })

  describe("a step after it that fails", () => {
    it("leaves everything as it was: for a grant, a change of the end, and an end", async () => {
      const { container, db, discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const input = {
        customer_id: customer.id,
        variant_id: store.variants.Gold,
        reference: "sub_hook",
        ends_at: inHours(24),
      }
      const run = async (workflow: () => Promise<unknown>) => {
        storeSaysNo = true
        await expect(workflow().finally(() => (storeSaysNo = false))).rejects.toMatchObject({
          message: expect.stringContaining("the store says no") as string,
        })
      }
      await run(() => grantEntitlementWorkflow(container).run({ input }))
      expect(await db("discord_entitlement")).toEqual([])
      await grantEntitlementWorkflow(container).run({ input })
      await discord.expectRoles(userId, ["Gold"])
      const [before] = await db<{ id: string; updated_at: Date }>("discord_entitlement")
      const { id } = before ?? { id: "" }
      await run(() => updateEntitlementWorkflow(container).run({ input: { id, ends_at: null } }))
      await run(() => endEntitlementWorkflow(container).run({ input: { reference: "sub_hook" } }))
      const [after] = await db<{ updated_at: Date }>("discord_entitlement")
      expect({ ...after, updated_at: null }).toEqual({ ...before, updated_at: null })
      await discord.expectRoles(userId, ["Gold"])
    })
  })
})

async function connectedBuyer({ discord, newBuyer, setUp }: Scene) {
  await setUp()
  const buyer = await newBuyer("ada")
  await buyer.customer.connect(discord, buyer.userId)
  return buyer
}

async function grant({ admin }: Scene, body: AdminGrantDiscordEntitlement) {
  return admin.send<AdminGrantDiscordEntitlementResponse>(ENTITLEMENTS, { body })
}

async function grantGold(
  at: Scene,
  { id: customer_id }: Customer,
  over: Partial<AdminGrantDiscordEntitlement> = {},
): Promise<AdminDiscordEntitlement> {
  const variant_id = at.store.variants.Gold
  return (await grant(at, { customer_id, variant_id, ...over })).entitlement
}

async function change(
  { admin }: Scene,
  id: string,
  body: object,
): Promise<HttpAnswer<AdminDiscordEntitlementResponse | ErrorBody>> {
  return admin.raw(`${ENTITLEMENTS}/${id}`, { body })
}

async function end(
  { admin }: Scene,
  id: string,
): Promise<HttpAnswer<AdminDiscordEntitlementDeleteResponse>> {
  return admin.raw(`${ENTITLEMENTS}/${id}`, { method: "DELETE" })
}
