import type {
  AdminDiscordActivityListResponse,
  AdminDiscordRoleTestResponse,
} from "../../../../src/types/http"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, MEMBER_ROLE, type ErrorBody } from "./shared"

/** @see ../settings.spec.ts */
export function testTestingARole(scene: () => Scene): void {
  describe("testing a role", () => {
    const test = async (id: string, role_id: string, discord_user_id: string) => {
      const { steps } = await scene().admin.send<AdminDiscordRoleTestResponse>(
        `${SERVERS}/${id}/test`,
        { body: { role_id, discord_user_id } },
      )
      return steps
    }
    const newMember = async (...roles: string[]) => {
      const { control, guildId } = scene().discord
      const { id } = await control.createUser({ username: "mia" })
      await control.addMember(guildId, id, { roles })
      return id
    }
    const roleChanges = async (userId: string) => {
      const events = await scene().discord.control.memberEvents({ user_id: userId })
      return events.flatMap(({ type }) => (type === "join" ? [] : [type]))
    }

    it("gives it, looks, takes it, looks again, and writes down who asked for it", async () => {
      const { db, discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      const steps = await test(id, discord.roles.Gold, mia)
      expect(steps.map(({ id: step, ok, fix }) => [step, ok, fix])).toEqual([
        ["role", true, null],
        ["member", true, null],
        ["add_role", true, null],
        ["confirm_added", true, null],
        ["remove_role", true, null],
        ["confirm_removed", true, null],
      ])
      expect(await discord.rolesOf(mia)).toEqual([])
      expect(await roleChanges(mia)).toEqual(["role_add", "role_remove"])
      const entries = await db("discord_activity_entry")
        .where({ role_id: discord.roles.Gold, server_id: id })
        .orderBy("created_at")
      expect(entries.map(({ action }: { action: string }) => action)).toEqual([
        "role_added",
        "role_removed",
      ])
      const on = { code: "activity.tested_on", params: { user_id: mia, member: "mia" } }
      expect(entries).toMatchObject([{ message_detail: on }, { message_detail: on }])
      const [admin] = await db("user").select<{ id: string }[]>("id")
      expect(entries).toMatchObject([{ trigger: admin?.id }, { trigger: admin?.id }])
      const log = await scene().admin.send<AdminDiscordActivityListResponse>(
        "/admin/discord/activity?member=MI",
      )
      expect(log).toMatchObject({
        count: 2,
        activity: [{ discord_user_id: mia }, { global_name: "mia" }],
      })
    })

    it.each([
      [
        "a role above the bot",
        async ({ discord }: Scene) => {
          await discord.moveBot(2)
          return { role: discord.roles.Gold, user: await newMember() }
        },
        "role",
        /cannot give Gold/,
      ],
      [
        "a role that is gone",
        async ({ discord }: Scene) => {
          await discord.control.deleteRole(discord.guildId, discord.roles.Gold)
          return { role: discord.roles.Gold, user: await newMember() }
        },
        "role",
        /does not exist/,
      ],
      [
        "somebody who holds it already",
        async ({ discord }: Scene) => ({
          role: discord.roles.Gold,
          user: await newMember(discord.roles.Gold),
        }),
        "member",
        /holds Gold already/,
      ],
      [
        "somebody outside the server",
        async ({ discord }: Scene) => ({
          role: discord.roles.Gold,
          user: await discord.createUser("stranger"),
        }),
        "member",
        /not in the server/,
      ],
      [
        "somebody who bought it, though a moderator took it away",
        async ({ discord, newBuyer, settled }: Scene) => {
          const { customer, userId } = await newBuyer("ada")
          await customer.connect(discord, userId)
          const order = await customer.buy("Gold")
          await settled(order)
          await discord.expectRoles(userId, ["Gold"])
          await discord.control.takeRole(discord.guildId, userId, discord.roles.Gold)
          return { role: discord.roles.Gold, user: userId }
        },
        "member",
        /has bought/,
      ],
    ])("refuses %s, and changes nothing", async (_case, prepare, failing, message) => {
      const id = await scene().setUp()
      const { role, user } = await prepare(scene())
      const before = await scene().discord.callsFor(user)
      const steps = await test(id, role, user)
      expect(steps.at(-1)).toMatchObject({
        id: failing,
        ok: false,
        message: expect.stringMatching(message) as string,
        fix: expect.any(String) as string,
      })
      const after = (await scene().discord.callsFor(user)).slice(before.length)
      expect(after.filter((call) => /^(PUT|DELETE|PATCH)/.test(call))).toEqual([])
    })

    it("takes back a role whose giving was never answered", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      await discord.control.addFault({ method: "PUT", route: MEMBER_ROLE, drop: "after", times: 1 })
      const steps = await test(id, discord.roles.Gold, mia)
      expect(steps.map(({ id: step, ok }) => [step, ok])).toEqual([
        ["role", true],
        ["member", true],
        ["add_role", false],
        ["remove_role", true],
        ["confirm_removed", true],
      ])
      expect(await discord.rolesOf(mia)).toEqual([])
    })

    it("leaves a member to the engine that is at work on them", async () => {
      const { db, discord, membershipOf, newBuyer, setUp, settled } = scene()
      const id = await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const lease = { lease_id: "another", lease_expires_at: new Date(Date.now() + 60_000) }
      await db("discord_membership").update(lease)
      const before = await membershipOf(userId)
      const steps = await test(id, discord.roles.Silver, userId)
      expect(steps.at(-1)).toMatchObject({
        id: "member",
        ok: false,
        fix: expect.any(String) as string,
      })
      // Nothing was given, so nothing is looked at: the next try would find them busy with that look.
      expect(await membershipOf(userId)).toEqual(before)
      await db("discord_membership").update({ lease_id: null, lease_expires_at: null })

      // The engine itself may be the next at work on them, as the answer then says.
      await eventually(async () => {
        const done = await test(id, discord.roles.Silver, userId)
        expect(done.filter(({ ok }) => !ok)).toEqual([])
      })
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    })

    it("takes ids of Discord's only", async () => {
      const { admin, setUp } = scene()
      const id = await setUp()
      const { status, body } = await admin.raw<ErrorBody>(`${SERVERS}/${id}/test`, {
        body: { role_id: "gold", discord_user_id: "mia" },
      })
      expect([status, body.type]).toEqual([400, "invalid_data"])
    })
  })
}
