import { endingOf } from "../../../helpers/account/customer"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { liveTokens } from "../account/shared"
import { expectStanding, HELD, holder } from "./shared"

/** @see ../troubles.spec.ts */
export function testAnotherDiscordAccount(scene: () => Scene): void {
  describe("another Discord account", () => {
    const changesOf = async (userId: string) =>
      (await scene().discord.control.memberEvents({ user_id: userId })).map(({ type }) => type)

    it("takes the place of the first: its roles go, the other's come, each once", async () => {
      const { discord, settled } = scene()
      const { customer, userId: old } = await holder(scene())
      const next = await discord.createUser("ada-two")
      expect(endingOf(await customer.connect(discord, next)).discord).toBe("connected")
      const access = await expectStanding(scene(), { customer, userId: next }, HELD)
      expect(access.account).toMatchObject({ discord_user_id: next, username: "ada-two" })
      await discord.expectRoles(old, [])
      await settled()
      expect([await changesOf(old), await changesOf(next)]).toEqual([
        ["join", "role_add", "role_remove"],
        ["join", "role_add"],
      ])
      expect([await liveTokens(scene(), old), await liveTokens(scene(), next)]).toEqual([0, 1])
    })

    it("has the roles in the end, and it alone, however often they change their mind", async () => {
      const { discord, settled } = scene()
      const { customer, userId: first } = await holder(scene())
      const second = await discord.createUser("ada-two")
      for (const user of [second, first, second, first, second]) {
        await customer.connect(discord, user)
      }
      await expectStanding(scene(), { customer, userId: second }, HELD)
      await discord.expectRoles(first, [])
      await settled()
      expect([await discord.rolesOf(first), await discord.rolesOf(second)]).toEqual([[], ["Gold"]])
    })

    it("gets the roles though Discord cannot take them from the first yet, which follows", async () => {
      const { db, discord, service } = scene()
      const { customer, userId: old } = await holder(scene())
      const next = await discord.createUser("ada-two")
      await discord.control.addFault({ method: "DELETE", user_id: old, status: 503 })
      await customer.connect(discord, next)
      await expectStanding(scene(), { customer, userId: next }, HELD)
      expect(await discord.rolesOf(old)).toEqual(["Gold"])
      await discord.control.clearFaults()
      await eventually(async () => {
        await db("discord_membership")
          .where({ status: "retrying" })
          .update({ next_attempt_at: new Date() })
        await service.engine.sweep()
        expect(await discord.rolesOf(old)).toEqual([])
      })
      expect(await discord.rolesOf(next)).toEqual(["Gold"])
    })

    it("that is refused leaves the first with all it has", async () => {
      const { discord, newBuyer } = scene()
      const buyer = await holder(scene())
      const other = await newBuyer("eve")
      await other.customer.connect(discord, other.userId)
      const ending = endingOf(await buyer.customer.connect(discord, other.userId))
      expect(ending.reason).toBe("account_taken")
      await expectStanding(scene(), buyer, HELD)
    })
  })
}
