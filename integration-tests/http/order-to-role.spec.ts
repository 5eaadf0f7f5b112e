import { Modules } from "@medusajs/framework/utils"
import { syncOrderEntitlementsWorkflow } from "../../src/workflows/entitlement"
import { connectServer } from "../helpers/admin"
import { Customer } from "../helpers/customer"
import { eventually } from "../helpers/eventually"
import { storeSuite, type Scene } from "../helpers/suite"

const JOIN = "PUT /guilds/:guild/members/:user"
const READ = "GET /guilds/:guild/members/:user"
const ADD = "PUT /guilds/:guild/members/:user/roles/:role"
const SET = "PATCH /guilds/:guild/members/:user"
const REMOVE = "DELETE /guilds/:guild/members/:user/roles/:role"
const PUT_MEMBER = { method: "PUT", route: "/guilds/:guild/members/:user" }
const PUT_ROLE = { method: "PUT", route: "/guilds/:guild/members/:user/roles/:role" }

storeSuite("from an order to a role", (scene) => {
  describe("buying", () => {
    it("joins a buyer who is not in the server, with the role, in one call", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.callsFor(userId, before)).toEqual([JOIN])
    })

    it("serves a buyer who was not linked yet the moment they link", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ben")
      await settled(await customer.buy("Silver", "Bronze"))
      expect(await discord.rolesOf(userId)).toBeNull()
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Bronze", "Silver"])
      await settled()
      expect(await discord.callsFor(userId)).toEqual([JOIN])
    })

    it("takes at most three calls the first time for someone who is in the server, then one each", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      await settled(await customer.buy("Bronze"))
      expect(await discord.rolesOf(userId)).toEqual(["Bronze"])
      expect(await discord.callsFor(userId)).toEqual([JOIN, READ, ADD])

      const beforeSecond = await discord.now()
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Bronze", "Gold"])
      expect(await discord.callsFor(userId, beforeSecond)).toEqual([ADD])

      const beforeCancel = await discord.now()
      await cancel(order)
      await discord.expectRoles(userId, ["Bronze"])
      await settled()
      expect(await discord.callsFor(userId, beforeCancel)).toEqual([REMOVE])
    })

    it("tells Discord's audit log which order a role came from, and which one ended", async () => {
      const { cancel, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
      const log = await discord.control.auditLog(discord.guildId)
      const reasons = log.filter((entry) => entry.target_id === userId).map((entry) => entry.reason)
      expect(reasons.slice(-2)).toEqual([`order ${order}`, `order ${order} ended`])
    })

    it("gives one role for two of the same variant, and for two orders of it", async () => {
      const { cancel, discord, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const two = await customer.buyItems([{ variant_id: store.variants.Gold, quantity: 2 }])
      await discord.expectRoles(userId, ["Gold"])
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.callsFor(userId, before)).toEqual([])
      await cancel(two)
      await eventually(async () =>
        expect(await endedReasons(scene(), two)).toEqual(["order_canceled"]),
      )
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    })

    it("gives what is mapped when the cart also holds a variant that is not", async () => {
      const { admin, discord, map, newBuyer } = scene()
      await connectServer(admin, discord)
      await map({ Gold: ["Gold"] })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Bronze", "Gold")
      await discord.expectRoles(userId, ["Gold"])
    })

    it("calls nobody for a guest's order, which waits for an account", async () => {
      const { baseUrl, db, discord, settled, setUp, store } = scene()
      await setUp()
      const before = await discord.now()
      const guest = Customer.guest(baseUrl, store, "guest@test.store")
      const order = await guest.buy("Gold")
      await settled(order)
      expect(await db("discord_entitlement")).toMatchObject([
        { source_id: order, variant_id: store.variants.Gold, ends_at: null },
      ])
      expect(await db("discord_membership")).toEqual([])
      expect((await discord.control.requests({ since: before })).length).toBe(0)
    })

    it("rejoins a buyer who left the server, at their next purchase, with all they own", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      await customer.buy("Bronze")
      await discord.expectRoles(userId, ["Bronze"])
      await discord.control.removeMember(discord.guildId, userId)
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      expect(await discord.joinsOf(userId)).toBe(2)
    })
  })

  describe("cancelling", () => {
    it("keeps a role that another order still needs, and takes the one that none needs", async () => {
      const { cancel, discord, map, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      await map({ Silver: ["Bronze", "Silver"], Gold: ["Bronze", "Gold"] })
      const silver = await customer.buy("Silver")
      await discord.expectRoles(userId, ["Bronze", "Silver"])
      const gold = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Bronze", "Silver", "Gold"])
      await cancel(silver)
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      const events = await discord.control.memberEvents({ user_id: userId })
      expect(events.filter(({ type }) => type === "role_remove")).toMatchObject([
        { role_id: discord.roles.Silver },
      ])
      await cancel(gold)
      await discord.expectRoles(userId, [])
      await settled()
      expect(await discord.joinsOf(userId)).toBe(1)
    })

    it("leaves a role that the member had before they bought it", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const { Bronze, Gold } = discord.roles
      await discord.control.addMember(discord.guildId, userId, { roles: [Gold] })
      const order = await customer.buy("Gold", "Bronze")
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      await cancel(order)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      const events = await discord.control.memberEvents({ user_id: userId })
      expect(events.map(({ type, role_id }) => [type, role_id])).toEqual([
        ["join", undefined],
        ["role_add", Gold],
        ["role_add", Bronze],
        ["role_remove", Bronze],
      ])
    })

    it("never touches a role that a moderator gave", async () => {
      const { cancel, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      const { Gold, Silver } = discord.roles
      await discord.control.setMemberRoles(discord.guildId, userId, [Gold, Silver])
      await cancel(order)
      await discord.expectRoles(userId, ["Silver"])
    })

    it("is at peace with a member who has left the server already", async () => {
      const { cancel, discord, membershipOf, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await discord.control.removeMember(discord.guildId, userId)
      await cancel(order)
      await eventually(async () =>
        expect(await endedReasons(scene(), order)).toEqual(["order_canceled"]),
      )
      await settled()
      expect(await membershipOf(userId)).toMatchObject({ status: "synced", error_message: null })
      expect(await discord.rolesOf(userId)).toBeNull()
    })
  })

  describe("events", () => {
    it("told twice change nothing and call nobody", async () => {
      const { container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      const before = await discord.now()
      await container.resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id: order } })
      // Handled for certain, whenever the bus comes to it: the same work once more, waited for.
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      await settled(order)
      expect(await discord.callsFor(userId, before)).toEqual([])
    })

    it("told late do not bring back what was cancelled", async () => {
      const { cancel, container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
      await container.resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id: order } })
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("told in the wrong order, or only the last of them, end in no role and no call", async () => {
      const { admin, container, db, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await settled(order)
      await admin.send(`/admin/orders/${order}/cancel`, { method: "POST" })
      await discord.expectRoles(userId, [])
      await settled(order)
      // As if neither event had been handled yet.
      await db("discord_entitlement").where({ source_id: order }).delete()
      const before = await discord.now()
      for (const _event of ["order.canceled", "order.placed"]) {
        await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      }
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("handled at the same moment by several workers give one join", async () => {
      const { container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await Promise.all(
        Array.from({ length: 5 }, () =>
          syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } }),
        ),
      )
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.joinsOf(userId)).toBe(1)
    })
  })

  describe("when Discord has trouble", () => {
    it("gives the role once Discord is back, without anybody doing anything", async () => {
      const { cancel, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      await discord.control.outage(true)
      const before = await discord.now()
      const order = await customer.buy("Gold")
      await eventually(async () =>
        expect((await discord.callsFor(userId, before)).length).toBeGreaterThan(0),
      )
      const [server] = (await customer.access()).servers
      expect(server).toMatchObject({ todo: null, roles: [{ name: "Gold", state: "pending" }] })
      await discord.control.outage(false)
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("takes a role back once Discord is back", async () => {
      const { cancel, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await discord.control.outage({ drop: true })
      const before = await discord.now()
      await cancel(order)
      await eventually(async () =>
        expect((await discord.callsFor(userId, before)).length).toBeGreaterThan(0),
      )
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await discord.control.outage(false)
      await discord.expectRoles(userId, [])
    })

    it("knows a join for its own though the answer to it was lost", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      await discord.control.addFault({ ...PUT_MEMBER, drop: "after", times: 1 })
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.joinsOf(userId)).toBe(1)
      expect((await customer.access()).servers).toMatchObject([
        { roles: [{ name: "Gold", state: "held" }] },
      ])
      await cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("knows a role for its own though the answer to it was lost", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      await discord.control.addFault({ ...PUT_ROLE, drop: "after", times: 1 })
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      const events = await discord.control.memberEvents({ user_id: userId })
      expect(events.filter(({ type }) => type === "role_add")).toHaveLength(1)
      await cancel(order)
      await discord.expectRoles(userId, [])
    })

    it.each([
      ["429 with a time to wait", { status: 429, headers: { "Retry-After": "0.3" } }],
      ["429 without one", { status: 429, body: "error code: 1015" }],
      ["500", { status: 500 }],
      ["502 of a proxy", { status: 502, body: "<html>Bad Gateway</html>" }],
      ["dropped connection", { drop: "before" as const }],
    ])("tries a role again after a %s", async (_what, fault) => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      await discord.control.addFault({ ...PUT_ROLE, ...fault, times: 1 })
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      // Where the role's bucket has to wait, the second attempt goes around it.
      const calls = await discord.callsFor(userId, before)
      expect(calls.filter((call) => call === ADD || call === SET)).toHaveLength(2)
    })

    it("lets one slow answer hold up nobody else in the server", async () => {
      const { discord, newBuyer } = scene()
      const { customer: slow, userId: slowUser } = await connectedBuyer(scene())
      const { customer: next, userId: nextUser } = await newBuyer("next")
      await next.connect(discord, nextUser)
      await discord.control.addFault({
        method: "PUT",
        route: "/guilds/:guild/members/:user",
        user_id: slowUser,
        delay_ms: 6_000,
        times: 1,
      })
      await slow.buy("Gold")
      await eventually(async () => expect(await discord.control.faults()).toEqual([]))
      await next.buy("Gold")
      await discord.expectRoles(nextUser, ["Gold"])
      // Served while the other's answer is still on its way.
      expect(await discord.rolesOf(slowUser)).toBeNull()
    })

    it.each([
      ["in the server already", true],
      ["not in the server yet", false],
    ])(
      "gives the other roles when one moved above the bot, and that one after the fix, to a buyer %s",
      async (_where, inServer) => {
        const { admin, discord, membershipOf } = scene()
        const { customer, userId } = await connectedBuyer(scene(), { inServer })
        await discord.moveBot(3)
        await customer.buy("Gold", "Bronze", "Silver")
        await discord.expectRoles(userId, ["Bronze", "Silver"])
        await eventually(async () =>
          expect(await membershipOf(userId)).toMatchObject({
            status: "waiting_for_admin",
            error_owner: "admin",
            error_message: expect.stringContaining("sits too low to give Gold") as string,
          }),
        )
        expect((await customer.access()).servers[0]?.roles).toMatchObject([
          { name: "Gold", state: "waiting" },
          { name: "Silver", state: "held" },
          { name: "Bronze", state: "held" },
        ])
        const serverId = (await membershipOf(userId))?.server_id
        await discord.moveBot("top")
        await admin.send(`/admin/discord/servers/${serverId}/refresh`, { method: "POST" })
        await discord.expectRoles(userId, ["Bronze", "Silver", "Gold"])
        expect(await discord.joinsOf(userId)).toBe(1)
      },
    )

    it("tells a banned buyer why, and gives the role to everyone else", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      await discord.control.ban(discord.guildId, userId)
      const { customer: other, userId: otherUser } = await newBuyer("ben")
      await other.connect(discord, otherUser)
      await customer.buy("Gold")
      await other.buy("Gold")
      await discord.expectRoles(otherUser, ["Gold"])
      await eventually(async () =>
        expect((await customer.access()).servers).toMatchObject([
          {
            todo: "This Discord account is banned from the server.",
            roles: [{ name: "Gold", state: "waiting" }],
          },
        ]),
      )
    })
  })
})

/** A buyer who connected Discord, in a store whose variants give the roles of their names. */
async function connectedBuyer(
  { discord, newBuyer, setUp }: Scene,
  { inServer = false } = {},
): Promise<{ customer: Customer; userId: string }> {
  await setUp()
  const buyer = await newBuyer("ada")
  if (inServer) {
    await discord.control.addMember(discord.guildId, buyer.userId)
  }
  await buyer.customer.connect(discord, buyer.userId)
  return buyer
}

async function endedReasons({ db }: Scene, orderId: string): Promise<(string | null)[]> {
  const entitlements = await db<{ ended_reason: string | null }>("discord_entitlement").where({
    source_id: orderId,
  })
  return entitlements.map(({ ended_reason }) => ended_reason)
}
