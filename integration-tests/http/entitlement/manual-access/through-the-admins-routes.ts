import { connectServer } from "../../../helpers/store/admin"
import { connectedBuyer } from "../../../helpers/account/buyers"
import { contentOf } from "../../../helpers/store/evidence"
import type { Scene } from "../../../helpers/store/suite"
import { ENTITLEMENTS, inHours, grant, grantGold, change, end } from "./shared"

/** @see ../manual-access.spec.ts */
export function testThroughTheAdminsRoutes(scene: () => Scene): void {
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
      expect(await discord.changesFor(userId, before)).toEqual([])
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
}
