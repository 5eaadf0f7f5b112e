import { Modules } from "@medusajs/framework/utils"
import type {
  AdminDiscordApplicationResponse,
  AdminDiscordRoleTestResponse,
  AdminDiscordServer,
  AdminDiscordServerListResponse,
  AdminDiscordServerMemberListResponse,
  AdminDiscordServerResponse,
} from "../../src/types/http"
import { tellIncidentsWorkflow } from "../../src/workflows/server"
import { consentToServer, listRoles } from "../helpers/admin"
import { APPLICATION, CALLBACK_URL } from "../helpers/application"
import { eventually } from "../helpers/eventually"
import { HttpClient } from "../helpers/http"
import { storeSuite, type Scene } from "../helpers/suite"

const SERVERS = "/admin/discord/servers"
const APPLICATION_PATH = "/admin/discord/application"
const INSTALLED = "268435457"
const ADMINISTRATOR = "8"
const MEMBER_ROLE = "/guilds/:guild/members/:user/roles/:role"

interface ErrorBody {
  type: string
  message: string
}

storeSuite("the settings in the dashboard", (scene) => {
  describe("the application", () => {
    const checks = async () => {
      const { checks } = await scene().admin.send<AdminDiscordApplicationResponse>(APPLICATION_PATH)
      return new Map(checks.map((check) => [check.id, check]))
    }

    it("is held against Discord, option by option", async () => {
      const answer = await scene().admin.send<AdminDiscordApplicationResponse>(APPLICATION_PATH)
      expect(answer).toMatchObject({
        client_id: APPLICATION.client_id,
        redirect_uri: CALLBACK_URL,
        portal_url: expect.stringContaining(APPLICATION.client_id) as string,
      })
      expect(answer.checks.map(({ id, ok, fix }) => [id, ok, fix])).toEqual([
        ["bot_token", true, null],
        ["client_id", true, null],
        ["client_secret", true, null],
        ["redirect_uri", true, null],
      ])
    })

    it("makes no token to find out whether the secret is right", async () => {
      const { discord } = scene()
      const before = await discord.control.issuedSecrets()
      await checks()
      expect(await discord.control.issuedSecrets()).toEqual(before)
    })

    it("is missing its redirect URI: the words hold it to the letter", async () => {
      const { discord } = scene()
      await discord.control.updateApplication(APPLICATION.client_id, {
        redirect_uris: [`${CALLBACK_URL}/`],
      })
      expect((await checks()).get("redirect_uri")).toMatchObject({
        ok: false,
        fix: expect.stringContaining(`enter ${CALLBACK_URL} and save`) as string,
      })
    })

    it("has a bot token that was reset", async () => {
      const { discord } = scene()
      await discord.control.updateApplication(APPLICATION.client_id, { bot_token: "reset" })
      const found = await checks()
      expect([...found].map(([id, { ok }]) => [id, ok])).toEqual([
        ["bot_token", false],
        ["client_secret", true],
      ])
    })

    it("belongs to another bot than the client ID says, or Discord does not know its secret", async () => {
      const { discord } = scene()
      await discord.control.reset()
      await discord.control.createApplication({
        redirect_uris: [CALLBACK_URL],
        bot_token: APPLICATION.bot_token,
      })
      const found = await checks()
      expect([...found].map(([id, { ok }]) => [id, ok])).toEqual([
        ["bot_token", true],
        ["client_id", false],
        ["client_secret", false],
      ])
    })

    it("cannot be told while Discord is down, and that is said", async () => {
      const { admin, discord } = scene()
      await discord.control.outage(true)
      const { status, body } = await admin.raw<ErrorBody>(APPLICATION_PATH)
      expect([status, body.message]).toEqual([500, "Discord did not answer."])
    })
  })

  describe("the window of the consent", () => {
    it("tells the dashboard that opened it how it ended", async () => {
      const { admin, discord } = scene()
      const first = await admin.raw<string>(await consentToServer(admin, discord))
      expect(first.body).toContain('"ending":"connected"')
      expect(first.body).toContain("Test Community is connected.")
      const again = await admin.raw<string>(await consentToServer(admin, discord))
      expect([again.status, again.body]).toEqual([
        200,
        expect.stringContaining('"ending":"already_connected"'),
      ])
      expect(again.body).toContain("Test Community was connected already")
    })

    it("tells of an end that nobody wanted in words, and ends no script early", async () => {
      const { admin, baseUrl, discord } = scene()
      const other = await new HttpClient(baseUrl).raw<string>(await consentToServer(admin, discord))
      expect([other.status, other.body]).toEqual([
        400,
        expect.stringContaining('"ending":"failed"'),
      ])
      expect(other.body).toContain("opened in another browser")

      const name = "</script><img src=x>"
      const named = await discord.createServer(name, [])
      const page = await admin.raw<string>(await consentToServer(admin, discord, named.guildId))
      expect(page.status).toBe(200)
      expect(page.body.match(/<\/script>/g)).toHaveLength(1)
      expect(page.body).not.toContain("<img")
    })
  })

  describe("the list of servers", () => {
    it("says in one answer how many members and roles each has, and how it is", async () => {
      const { setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await refresh(scene(), id)
      const { servers } = await scene().admin.send<AdminDiscordServerListResponse>(SERVERS)
      expect(servers).toMatchObject([
        {
          id,
          name: "Test Community",
          // Its owner and the bot.
          member_count: 2,
          customer_count: 0,
          mapped_role_count: 3,
          parked_count: 0,
          health: "healthy",
          health_reason: null,
        },
      ])
    })

    it("counts the customers who are in the server", async () => {
      const { discord, newBuyer, setUp, settled } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await onlyServer()).toMatchObject({ customer_count: 1 })
    })

    it("asks Discord nothing", async () => {
      const { admin, discord, setUp } = scene()
      await setUp()
      const since = await discord.now()
      await admin.send(SERVERS)
      expect(await discord.control.requests({ since })).toEqual([])
    })

    it.each([
      ["the bot sits too low", (at: Scene) => at.discord.moveBot(1), "failing", /cannot give Gold/],
      [
        "the bot may not manage roles",
        (at: Scene) => at.discord.setBotPermissions("1"),
        "failing",
        /lacks the Manage Roles permission/,
      ],
      [
        "a mapped role is an administrator's",
        (at: Scene) =>
          at.discord.control.updateRole(at.discord.guildId, at.discord.roles.Gold, {
            permissions: ADMINISTRATOR,
          }),
        "warning",
        /Gold has Administrator/,
      ],
      [
        "the bot was thrown out",
        (at: Scene) => at.discord.control.removeBot(at.discord.guildId, APPLICATION.client_id),
        "paused",
        /not in this Discord server any more/,
      ],
    ])("names the worst when %s", async (_case, happens, health, reason) => {
      const id = await scene().setUp()
      await openChannels(scene())
      await happens(scene())
      await refresh(scene(), id)
      expect(await onlyServer()).toMatchObject({
        health,
        health_reason: expect.stringMatching(reason) as string,
      })
    })

    const onlyServer = async (): Promise<AdminDiscordServer | undefined> => {
      const { servers } = await scene().admin.send<AdminDiscordServerListResponse>(SERVERS)
      return servers[0]
    }
  })

  describe("a server's page", () => {
    it("holds its checks as last read, and what the admin maps since then", async () => {
      const { admin, discord, map, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await discord.control.createRole(discord.guildId, {
        name: "Staff",
        permissions: ADMINISTRATOR,
      })
      await discord.moveBot("top")
      await refresh(scene(), id)
      expect(await failedChecks(id)).toEqual([])

      const staff = (await listRoles(admin, id)).find(({ name }) => name === "Staff")
      await admin.send(`/admin/products/${scene().store.productId}/discord-roles`, {
        body: {
          variants: [
            { variant_id: scene().store.variants.Gold, roles: [{ role_id: staff?.role_id }] },
          ],
        },
      })
      const since = await discord.now()
      expect(await failedChecks(id)).toEqual(["role_permissions"])
      expect(await discord.control.requests({ since })).toEqual([])
      await map({ Gold: ["Gold"] })
      expect(await failedChecks(id)).toEqual([])
    })

    it("asks for Kick Members only where members are to be kicked", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await refresh(scene(), id)
      const { checks } = await admin.send<AdminDiscordServerResponse>(`${SERVERS}/${id}`, {
        body: { on_access_end: "kick" },
      })
      expect(checks.filter(({ ok }) => !ok)).toMatchObject([
        { id: "kick_members", fix: expect.stringContaining("Kick Members") as string },
      ])
      await discord.setBotPermissions(String(Number(INSTALLED) + 2))
      expect((await refresh(scene(), id)).checks.filter(({ ok }) => !ok)).toEqual([])
    })

    it("says that the token was refused, until it is not any more", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await discord.control.updateApplication(APPLICATION.client_id, { bot_token: "reset" })
      expect((await refresh(scene(), id)).checks).toMatchObject([{ id: "token", ok: false }])
      expect(await failedChecks(id)).toEqual(["token"])
      await discord.control.updateApplication(APPLICATION.client_id, {
        bot_token: APPLICATION.bot_token,
      })
      await refresh(scene(), id)
      expect(await failedChecks(id)).toEqual([])
    })

    it("is read all the same when Discord does not tell of channels", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await refresh(scene(), id)
      await discord.control.addFault({ route: "/guilds/:guild/channels", status: 500 })
      expect((await refresh(scene(), id)).checks.filter(({ ok }) => !ok)).toEqual([])
    })

    it("tells of each role what gives it and what it gives", async () => {
      const { admin, discord, map, setUp } = scene()
      const id = await setUp()
      await map({ Silver: ["Silver", "Bronze"] })
      await discord.control.updateRole(discord.guildId, discord.roles.Silver, {
        permissions: ADMINISTRATOR,
      })
      await openChannels(scene(), ["Bronze"])
      await refresh(scene(), id)
      const roles = new Map((await listRoles(admin, id)).map((role) => [role.name, role]))
      const facts = (name: string) => {
        const { variant_count, dangerous_permissions, opens_channels } = roles.get(name) ?? {}
        return { variant_count, dangerous_permissions, opens_channels }
      }
      expect(facts("Bronze")).toEqual({
        variant_count: 2,
        dangerous_permissions: [],
        opens_channels: 1,
      })
      expect(facts("Silver")).toEqual({
        variant_count: 1,
        dangerous_permissions: ["Administrator"],
        // An administrator sees that one too.
        opens_channels: 1,
      })
      expect(facts("Gold")).toEqual({
        variant_count: 1,
        dangerous_permissions: [],
        opens_channels: 0,
      })
      expect(JSON.stringify([...roles.values()])).not.toContain('"permissions"')
    })

    const failedChecks = async (id: string): Promise<string[]> => {
      const { checks } = await scene().admin.send<AdminDiscordServerResponse>(`${SERVERS}/${id}`)
      return checks.filter(({ ok }) => !ok).map((check) => check.id)
    }
  })

  describe("finding a member", () => {
    it("by the beginning of a name, without bots", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      const { control, guildId } = discord
      const users = await Promise.all(
        ["mia", "milo", "noah", "mika"].map((username) => control.createUser({ username })),
      )
      for (const user of users.slice(0, 3)) {
        await control.addMember(guildId, user.id)
      }
      const find = (q: string) =>
        admin.send<AdminDiscordServerMemberListResponse>(`${SERVERS}/${id}/members?q=${q}`)
      expect((await find("mi")).members.map(({ username }) => username)).toEqual(["mia", "milo"])
      expect((await find("mia")).members).toEqual([
        expect.objectContaining({ discord_user_id: users[0]?.id, role_ids: [] }),
      ])
      expect((await find("Test")).members).toEqual([])
      const { status, body } = await admin.raw<ErrorBody>(`${SERVERS}/${id}/members?q=`)
      expect([status, body.type]).toEqual([400, "invalid_data"])
    })
  })

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
      const [admin] = await db("user").select<{ id: string }[]>("id")
      expect(entries).toMatchObject([{ trigger: admin?.id }, { trigger: admin?.id }])
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
      const steps = await test(id, discord.roles.Silver, userId)
      expect(steps.at(-1)).toMatchObject({
        id: "member",
        ok: false,
        fix: expect.any(String) as string,
      })
      expect((await membershipOf(userId))?.lease_id).toBe("another")
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

  describe("notices", () => {
    const tell = () => tellIncidentsWorkflow(scene().container).run()
    const feed = async (): Promise<string[]> => {
      const { notifications } = await scene().admin.send<{
        notifications: { data: { title: string; description: string } }[]
      }>("/admin/notifications?channel=feed&order=created_at&fields=id,data")
      return notifications.map(({ data }) => data.title)
    }
    const NEEDS_YOU = "Discord: Test Community needs you"
    const WORKS_AGAIN = "Discord: Test Community works again"

    /** A buyer whose role waits for the admin, since the bot sits below it. */
    const parkSomebody = async (): Promise<string> => {
      const { discord, membershipOf, newBuyer, setUp } = scene()
      const id = await setUp()
      await discord.moveBot(1)
      await refresh(scene(), id)
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      await eventually(async () =>
        expect((await membershipOf(userId))?.status).toBe("waiting_for_admin"),
      )
      return id
    }

    it("tells of a server that is paused, and that it works again, each once", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await tell()
      expect(await feed()).toEqual([])
      await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
      await refresh(scene(), id)
      await tell()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])

      await discord.control.installBot(discord.guildId, APPLICATION.client_id, { position: "top" })
      await refresh(scene(), id)
      await tell()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN])
    })

    it("tells of work that waits for the admin with the reason, once for all who wait", async () => {
      const { container, discord } = scene()
      const id = await parkSomebody()
      await tell()
      const [notice] = await container
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ resource_id: id })
      expect(notice).toMatchObject({
        channel: "feed",
        template: "admin-ui",
        resource_type: "discord_server",
        data: {
          title: NEEDS_YOU,
          description: expect.stringContaining("drag the bot's role above Gold") as string,
        },
      })
      // Looked at again and still not mended: the same incident.
      await refresh(scene(), id)
      await tell()
      await scene().settled()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])

      await discord.moveBot("top")
      await refresh(scene(), id)
      await scene().settled()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN])
    })

    it("tells of the next incident anew, and of trouble that came and went between two looks as one", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      const comeAndGo = async () => {
        await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
        await refresh(scene(), id)
        await discord.control.installBot(discord.guildId, APPLICATION.client_id, {
          position: "top",
        })
        await refresh(scene(), id)
      }
      await comeAndGo()
      await comeAndGo()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN])
      await comeAndGo()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN, NEEDS_YOU, WORKS_AGAIN])
    })

    it("tells once, though several processes tell at a time, or one dies before it remembers", async () => {
      const { db } = scene()
      await parkSomebody()
      await Promise.all([tell(), tell(), tell(), tell()])
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])
      await db("discord_incident").update({ opening_told_at: null })
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])
      expect(await db("discord_incident").whereNull("opening_told_at")).toEqual([])
    })

    it("says no more of a server that was disconnected", async () => {
      const { service } = scene()
      const id = await parkSomebody()
      await tell()
      await service.updateDiscordServers({ id, status: "disconnected" })
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])
    })
  })

  it("answers 401 to anyone but an admin", async () => {
    const { baseUrl, newBuyer, setUp } = scene()
    const id = await setUp()
    const { customer } = await newBuyer("ada")
    for (const [method, path] of [
      ["GET", APPLICATION_PATH],
      ["GET", `${SERVERS}/${id}/members?q=a`],
      ["POST", `${SERVERS}/${id}/test`],
    ] as const) {
      for (const http of [new HttpClient(baseUrl), customer.http]) {
        expect([path, (await http.raw(path, { method })).status]).toEqual([path, 401])
      }
    }
  })

  it("answers 404 in words for a server it does not know", async () => {
    const { admin } = scene()
    for (const request of [
      admin.raw<ErrorBody>(`${SERVERS}/dserv_none/members?q=a`),
      admin.raw<ErrorBody>(`${SERVERS}/dserv_none/test`, {
        body: { role_id: "1".repeat(18), discord_user_id: "2".repeat(18) },
      }),
    ]) {
      const { status, body } = await request
      expect([status, body.type]).toEqual([404, "not_found"])
      expect(body.message).toContain("dserv_none was not found")
    }
  })
})

async function refresh({ admin }: Scene, id: string): Promise<AdminDiscordServerResponse> {
  return admin.send<AdminDiscordServerResponse>(`${SERVERS}/${id}/refresh`, { method: "POST" })
}

/** A channel of its own for each role: then nothing is left to warn of. */
async function openChannels(
  { discord }: Scene,
  names: ("Bronze" | "Silver" | "Gold")[] = ["Bronze", "Silver", "Gold"],
): Promise<void> {
  for (const name of names) {
    await discord.control.createChannel(discord.guildId, {
      name: name.toLowerCase(),
      private_to: [discord.roles[name]],
    })
  }
}
