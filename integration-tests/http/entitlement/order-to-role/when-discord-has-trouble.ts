import { connectedBuyer } from "../../../helpers/account/buyers"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { ADD, SET, PUT_MEMBER, PUT_ROLE } from "./shared"

/** @see ../order-to-role.spec.ts */
export function testWhenDiscordHasTrouble(scene: () => Scene): void {
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
            todo: {
              code: "banned",
              message: expect.stringContaining("is banned from Test Community") as string,
            },
            roles: [{ name: "Gold", state: "waiting" }],
          },
        ]),
      )
    })
  })
}
