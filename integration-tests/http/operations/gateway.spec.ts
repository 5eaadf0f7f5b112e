import type { AdminDiscordApplicationResponse } from "../../../src/types/http"
import { connectedAs } from "../../helpers/account/buyers"
import { eventually } from "../../helpers/eventually"
import type { RoleName } from "../../helpers/server/discord"
import { storeSuite } from "../../helpers/store/suite"

const READ = "GET /guilds/:guild/members/:user"
const ADD = "PUT /guilds/:guild/members/:user/roles/:role"
const REMOVE = "DELETE /guilds/:guild/members/:user/roles/:role"
/** MANAGE_ROLES, CREATE_INSTANT_INVITE and VIEW_AUDIT_LOG. */
const WITH_AUDIT_LOG = "268435585"
/** GUILDS, GUILD_MODERATION, and GUILD_MEMBERS beside them. */
const ALL_INTENTS = 7
const WITHOUT_MEMBERS = 5

storeSuite(
  "what Discord's gateway tells",
  (scene) => {
    /** Waits until the store listens: who did lost the right to with the tables of the last test. */
    async function listening(intents = ALL_INTENTS): Promise<void> {
      await eventually(async () => {
        expect(await scene().db("discord_lease").where({ id: "gateway" })).toHaveLength(1)
        const { sessions } = await scene().discord.control.gatewayState()
        const connected = sessions.filter((session) => session.connected)
        expect(connected).toMatchObject([{ intents }])
      }, 30_000)
    }

    async function holderOf(...plans: RoleName[]) {
      const { discord, settled, setUp } = scene()
      const serverId = await setUp()
      const { customer, userId } = await connectedAs(scene(), "ada")
      const order = await customer.buy(...plans)
      await discord.expectRoles(userId, plans)
      await settled(order)
      return { customer, userId, order, serverId }
    }

    const stands = (userId: string, as: object) =>
      eventually(async () => expect(await scene().membershipOf(userId)).toMatchObject(as))

    async function gatewayCheck() {
      const { checks } = await scene().admin.send<AdminDiscordApplicationResponse>(
        "/admin/discord/application",
      )
      return checks.find(({ id }) => id === "gateway")
    }

    /** Something that the store hears after all that was told before: a stranger's leaving does nothing. */
    async function heardAll(): Promise<void> {
      const { discord, db, settled } = scene()
      const name = `Heard ${await discord.now()}`
      await discord.control.updateGuild(discord.guildId, { name })
      await eventually(async () => {
        expect(await db("discord_server").where({ name })).toHaveLength(1)
      })
      await settled()
    }

    beforeEach(() => listening())

    it("is said on the settings page: since when, by whom, and what was heard last", async () => {
      await scene().setUp()
      await eventually(async () =>
        expect(await gatewayCheck()).toMatchObject({
          ok: true,
          message: expect.stringContaining("is heard at once") as string,
          fix: null,
        }),
      )
    })

    it("gives who left and comes back their roles, by a look and a call for each role, and brings nobody back by force", async () => {
      const { discord } = scene()
      const { userId } = await holderOf("Bronze", "Gold")
      await discord.control.removeMember(discord.guildId, userId)
      await stands(userId, {
        in_server: false,
        status: "waiting_for_join",
        error_owner: "customer",
      })
      const since = await discord.now()
      await discord.control.addMember(discord.guildId, userId)
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      await stands(userId, { in_server: true, status: "synced" })
      expect(await discord.callsFor(userId, since)).toEqual([READ, ADD, ADD])
      expect(await discord.joinsOf(userId)).toBe(2)
    })

    it("knows who has come through the server's rules, without a call", async () => {
      const { discord } = scene()
      await discord.control.updateGuild(discord.guildId, { membership_screening: true })
      const { userId } = await holderOf("Gold")
      await stands(userId, { pending: true })
      const since = await discord.now()
      await discord.control.acceptScreening(discord.guildId, userId)
      await stands(userId, { pending: false, status: "synced" })
      expect(await discord.callsFor(userId, since)).toEqual([])
    })

    it("gives a role again that was taken by hand, and leaves it where the server says so", async () => {
      const { admin, discord } = scene()
      const { userId, serverId } = await holderOf("Gold")
      await discord.control.takeRole(discord.guildId, userId, discord.roles.Gold)
      await eventually(async () => {
        const events = await discord.control.memberEvents({ user_id: userId })
        expect(events.filter(({ type }) => type !== "join").map(({ type }) => type)).toEqual([
          "role_add",
          "role_remove",
          "role_add",
        ])
      })
      await heardAll()
      await admin.send(`/admin/discord/servers/${serverId}`, {
        body: { on_role_removed: "respect" },
      })
      await discord.control.takeRole(discord.guildId, userId, discord.roles.Gold)
      await eventually(async () => {
        expect(await scene().db("discord_role_grant").select("origin")).toEqual([
          { origin: "withheld" },
        ])
      })
      await heardAll()
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("hears of a ban and of its end", async () => {
      const { discord } = scene()
      const { userId } = await holderOf("Gold")
      await discord.control.ban(discord.guildId, userId)
      await stands(userId, {
        in_server: false,
        status: "waiting_for_customer",
        error_code: "40007",
      })
      await discord.control.unban(discord.guildId, userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("notices a ban that is over at once: what they held went with it", async () => {
      const { discord } = scene()
      const { userId } = await holderOf("Gold")
      const { guildId, control } = discord
      await Promise.all([control.ban(guildId, userId), control.unban(guildId, userId)])
      await discord.expectRoles(userId, ["Gold"])
      await stands(userId, { in_server: true, status: "synced" })
    })

    it("costs no call more for what the store does itself", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId, order } = await holderOf("Gold")
      await heardAll()
      const since = await discord.now()
      await customer.buy("Silver")
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await cancel(order)
      await discord.expectRoles(userId, ["Silver"])
      await settled()
      await heardAll()
      expect((await discord.callsFor(userId, since)).filter((call) => call !== READ)).toEqual([
        ADD,
        REMOVE,
      ])
      // What follows a purchase in any case: one look, later.
      expect((await discord.callsFor(userId, since)).length).toBeLessThanOrEqual(3)
    })

    it("costs a stranger's coming and going nothing", async () => {
      const { discord } = scene()
      await holderOf("Gold")
      const stranger = await discord.createUser("mallory")
      const since = await discord.now()
      await discord.control.addMember(discord.guildId, stranger, { roles: [discord.roles.Gold] })
      await discord.control.removeMember(discord.guildId, stranger)
      await heardAll()
      expect(await discord.callsFor(stranger, since)).toEqual([])
    })

    it("hears of a role that is deleted, and of the bot's own that is moved", async () => {
      const { db, discord, setUp } = scene()
      await setUp()
      const reasons = async () => {
        const roles = await db("discord_role").whereIn("name", ["Bronze", "Gold"]).orderBy("name")
        return (roles as { unassignable_reason: string | null }[]).map(
          ({ unassignable_reason }) => unassignable_reason,
        )
      }
      await discord.control.deleteRole(discord.guildId, discord.roles.Bronze)
      await eventually(async () => expect(await reasons()).toEqual(["deleted", null]))
      await discord.moveBot(1)
      await eventually(async () =>
        expect(await reasons()).toEqual(["deleted", expect.any(String) as string]),
      )
    })

    it("tells an outage from being thrown out", async () => {
      const { db, discord, setUp } = scene()
      const id = await setUp()
      const status = async () =>
        ((await db("discord_server").where({ id }).first()) as { status: string }).status
      await discord.control.updateGuild(discord.guildId, { unavailable: true })
      await discord.control.updateGuild(discord.guildId, { unavailable: false, name: "Back" })
      await heardAll()
      expect(await status()).toBe("connected")
      await discord.control.removeBot(discord.guildId, process.env.DISCORD_CLIENT_ID ?? "")
      await eventually(async () => expect(await status()).toBe("paused"))
      await discord.control.installBot(discord.guildId, process.env.DISCORD_CLIENT_ID ?? "", {
        position: "top",
      })
      await eventually(async () => expect(await status()).toBe("connected"))
    })

    it("hears what was told while the line was dead", async () => {
      const { discord } = scene()
      const { userId } = await holderOf("Gold")
      const before = await discord.control.gatewayState()
      await discord.control.removeMember(discord.guildId, userId)
      await stands(userId, { in_server: false })
      const since = await discord.now()
      await discord.control.gatewayTrouble("drop")
      await discord.control.addMember(discord.guildId, userId)
      await discord.expectRoles(userId, ["Gold"])
      expect(await discord.callsFor(userId, since)).toEqual([READ, ADD])
      const { identifies, resumes } = await discord.control.gatewayState()
      expect(identifies).toBe(before.identifies)
      expect(resumes).toBeGreaterThan(before.resumes)
    })

    it("does without members where Discord refuses to tell of them, and says so", async () => {
      const { discord } = scene()
      const { userId } = await holderOf("Gold")
      await discord.setBotPermissions(WITH_AUDIT_LOG)
      await discord.control.updateApplication(process.env.DISCORD_CLIENT_ID ?? "", {
        guild_members_intent: false,
      })
      await discord.control.gatewayTrouble({ invalidate: "over" })
      await listening(WITHOUT_MEMBERS)
      await eventually(async () =>
        expect(await gatewayCheck()).toMatchObject({
          ok: false,
          message: expect.stringContaining("Server Members Intent is off") as string,
        }),
      )
      // The audit log tells of what is done by hand.
      const since = await discord.now()
      await discord.control.takeRole(discord.guildId, userId, discord.roles.Gold)
      await discord.expectRoles(userId, ["Gold"])
      await heardAll()
      expect(await discord.callsFor(userId, since)).toEqual([READ, ADD])
      await discord.control.kickMember(discord.guildId, userId)
      await stands(userId, { in_server: false, status: "waiting_for_join" })
    })
  },
  { gateway: true },
)
