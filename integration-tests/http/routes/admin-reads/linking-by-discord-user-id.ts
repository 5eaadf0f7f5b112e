import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { UNKNOWN_USER, helpersOf } from "./shared"

/** @see ../admin-reads.spec.ts */
export function testLinkingByDiscordUserId(scene: () => Scene): void {
  const { customerPage, link } = helpersOf(scene)
  describe("linking by Discord user id", () => {
    it("gives the roles to who is in the server already", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await discord.control.addMember(discord.guildId, userId)
      await settled(await customer.buy("Gold"))
      const answer = await link(customer.id, userId)
      expect(answer.status).toBe(200)
      expect(answer.body.account).toMatchObject({
        discord_user_id: userId,
        username: "ada",
        can_join: false,
      })
      await discord.expectRoles(userId, ["Gold"])
      expect(await discord.callsFor(userId)).not.toContain("PUT /guilds/:guild/members/:user")
    })

    it("says in words that a user who is not in the server has to join", async () => {
      const { discord, membershipOf, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await settled(await customer.buy("Gold"))
      await link(customer.id, userId)
      await eventually(async () =>
        expect((await membershipOf(userId))?.status).toBe("waiting_for_join"),
      )
      expect((await customerPage(customer.id)).roles).toMatchObject([
        { name: "Gold", state: "waiting", reason: expect.stringContaining("join") as string },
      ])
      expect(await discord.rolesOf(userId)).toBeNull()
    })

    it("refuses a user who is another registered customer, and changes nothing", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer: owner, userId } = await newBuyer("ada")
      await owner.connect(discord, userId)
      const { customer } = await newBuyer("bea")
      const answer = await link(customer.id, userId)
      expect(answer).toMatchObject({
        status: 409,
        body: {
          type: "conflict",
          message: expect.stringContaining("connected to another customer") as string,
        },
      })
      expect((await customerPage(customer.id)).account).toBeNull()
      expect((await customerPage(owner.id)).account).toMatchObject({ can_join: true })
    })

    it("keeps what the same user consented to before", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const answer = await link(customer.id, userId)
      expect(answer.body.account).toMatchObject({ can_join: true })
    })

    it.each([
      ["a user Discord does not know", UNKNOWN_USER, 404, "Copy User ID"],
      ["what is no id", "ada", 400, "17 to 20 digits"],
    ])("refuses %s and says where to find the id", async (_name, id, status, words) => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const answer = await link(customer.id, id)
      expect(answer.status).toBe(status)
      expect(answer.body.message).toContain(words)
    })

    it("unlinks again: the roles go, and a second time there is nothing to end", async () => {
      const { admin, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await discord.control.addMember(discord.guildId, userId)
      await settled(await customer.buy("Gold"))
      await link(customer.id, userId)
      await discord.expectRoles(userId, ["Gold"])
      const path = `/admin/customers/${customer.id}/discord/account`
      expect(await admin.send(path, { method: "DELETE" })).toEqual({
        id: customer.id,
        object: "discord_account",
        deleted: true,
      })
      await discord.expectRoles(userId, [])
      expect((await admin.raw(path, { method: "DELETE" })).status).toBe(404)
      expect((await customerPage(customer.id)).account).toBeNull()
    })
  })
}
