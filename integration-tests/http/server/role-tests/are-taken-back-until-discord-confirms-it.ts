import type { AdminDiscordServerResponse } from "../../../../src/types/http"
import { takeBackRolesWorkflow } from "../../../../src/workflows/server"
import { signInAdmin } from "../../../helpers/store/admin"
import { APPLICATION } from "../../../helpers/store/application"
import { eventually } from "../../../helpers/eventually"
import { StoreProcess } from "../../../helpers/store/store-process"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, MEMBER_ROLE, DELETE_ROLE, processes, helpersOf } from "./shared"

/** @see ../role-tests.spec.ts */
export function testAreTakenBackUntilDiscordConfirmsIt(scene: () => Scene): void {
  const { newMember, testGold, leftover, written, takeBack } = helpersOf(scene)
  describe("are taken back until Discord confirms it", () => {
    it("by the clock, when Discord failed to; the server's page says so meanwhile", async () => {
      const { db, discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      const { id: fault } = await discord.control.addFault({ ...DELETE_ROLE, status: 500 })

      const steps = await testGold(id, mia)
      expect(steps.at(-1)).toMatchObject({
        id: "remove_role",
        ok: false,
        fix: expect.stringContaining("The store goes on by itself") as string,
      })
      expect(await discord.rolesOf(mia)).toEqual(["Gold"])
      const told = {
        ok: false,
        severity: "warning",
        message: `A test gave Gold to Discord user ${mia} and has not taken it back yet.`,
        fix: "The store goes on by itself, until Discord confirms. If it cannot, take the role away in Discord.",
      }
      expect(await leftover(id)).toMatchObject([told])

      await takeBack()
      const waits = await written()
        .select("attempts")
        .select(db.raw("cast(extract(epoch from next_attempt_at - now()) as int) as seconds"))
      expect(waits).toMatchObject([{ attempts: 2 }])
      expect((waits[0] as unknown as { seconds: number }).seconds).toBeGreaterThan(45)
      expect(await leftover(id)).toMatchObject([told])

      await discord.control.removeFault(fault)
      // Not before its time.
      await takeBackRolesWorkflow(scene().container).run()
      expect(await discord.rolesOf(mia)).toEqual(["Gold"])
      await takeBack()
      expect(await discord.rolesOf(mia)).toEqual([])
      expect(await written()).toEqual([])
      expect(await leftover(id)).toEqual([])
    })

    it("by the admin's look at the server, without waiting for the clock", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      await discord.control.addFault({ ...DELETE_ROLE, status: 403, code: 50013, times: 1 })
      await testGold(id, mia)
      expect(await leftover(id)).toHaveLength(1)
      const { checks } = await admin.send<AdminDiscordServerResponse>(`${SERVERS}/${id}/refresh`, {
        method: "POST",
      })
      expect(checks.filter((check) => check.id === "role_tests")).toEqual([])
      expect(await discord.rolesOf(mia)).toEqual([])
    })

    it("though the process dies in the middle", async () => {
      const { databaseUrl, discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      const killed = await StoreProcess.start(databaseUrl)
      processes.push(killed)
      const elsewhere = await signInAdmin(killed.baseUrl)
      // Discord gives the role, and the process dies before it hears of it.
      await discord.control.addFault({
        method: "PUT",
        route: MEMBER_ROLE,
        delay_ms: 20_000,
        drop: "before",
        times: 1,
      })
      const lost = elsewhere
        .raw(`${SERVERS}/${id}/test`, {
          body: { role_id: discord.roles.Gold, discord_user_id: mia },
        })
        .catch(() => null)
      await eventually(async () => expect(await discord.control.faults()).toEqual([]))
      await discord.control.giveRole(discord.guildId, mia, discord.roles.Gold)
      await killed.kill()
      await lost
      expect(await written()).toHaveLength(1)
      await takeBack()
      expect(await discord.rolesOf(mia)).toEqual([])
      expect(await written()).toEqual([])
    })

    it.each([
      [
        "has left the server",
        (mia: string) => scene().discord.control.removeMember(scene().discord.guildId, mia),
      ],
      [
        "lost it with the role",
        () =>
          scene().discord.control.deleteRole(scene().discord.guildId, scene().discord.roles.Gold),
      ],
    ])("or the member %s", async (_case, happen) => {
      const { discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      const { id: fault } = await discord.control.addFault({ ...DELETE_ROLE, status: 503 })
      await testGold(id, mia)
      await discord.control.removeFault(fault)
      await happen(mia)
      await takeBack()
      expect(await written()).toEqual([])
      expect(await leftover(id)).toEqual([])
    })

    it("also once the bot is back in a server it was thrown out of; not in one the store has left", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      const { id: fault } = await discord.control.addFault({ ...DELETE_ROLE, status: 503 })
      await testGold(id, mia)
      await discord.control.removeFault(fault)
      await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
      await takeBack()
      expect(await written()).toHaveLength(1)
      await admin.send(`${SERVERS}/${id}`, { method: "DELETE" })
      await takeBack()
      expect(await written()).toEqual([])
    })

    it("and a second test of the same takes over what the first left behind", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      await discord.control.addFault({ ...DELETE_ROLE, status: 500, times: 1 })
      await testGold(id, mia)
      expect(await discord.rolesOf(mia)).toEqual(["Gold"])
      const again = await testGold(id, mia)
      expect(again.map(({ id: step, ok }) => [step, ok])).toEqual([
        ["role", true],
        ["member", true],
        ["add_role", true],
        ["confirm_added", true],
        ["remove_role", true],
        ["confirm_removed", true],
      ])
      expect(await discord.rolesOf(mia)).toEqual([])
      expect(await written()).toEqual([])
    })

    it("but nobody loses a role that was surely never given", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      await discord.control.addFault({ route: MEMBER_ROLE, status: 403, code: 50013, times: 2 })
      await testGold(id, mia)
      expect(await written()).toEqual([])
      expect(await leftover(id)).toEqual([])
    })

    it("but not from somebody who has bought it meanwhile, who loses it when their access ends", async () => {
      const { cancel, discord, newBuyer, setUp, settled } = scene()
      const id = await setUp()
      const { customer, userId } = await newBuyer("ada")
      await discord.control.addMember(discord.guildId, userId, { roles: [] })
      const { id: fault } = await discord.control.addFault({ ...DELETE_ROLE, status: 500 })
      await testGold(id, userId)
      await discord.control.removeFault(fault)

      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      await takeBack()
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await written()).toEqual([])
      await cancel(order)
      await discord.expectRoles(userId, [])
    })
  })
}
