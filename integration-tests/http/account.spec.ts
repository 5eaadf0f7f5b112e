import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pathOf } from "../helpers/admin"
import { APPLICATION, BACKEND_URL, STOREFRONT_URL } from "../helpers/application"
import { endingOf, type Customer } from "../helpers/customer"
import { contentOf, pluginTables } from "../helpers/evidence"
import { HttpClient } from "../helpers/http"
import { storeSuite, type Scene } from "../helpers/suite"

const JOIN = "PUT /guilds/:guild/members/:user"

interface ErrorBody {
  type: string
  message: string
}

storeSuite("from a customer to their Discord account", (scene) => {
  describe("connecting", () => {
    it("shows the customer who they are in Discord, and sends the browser back to the storefront", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      expect(await customer.access()).toEqual({ account: null, servers: [], todo: null })
      expect(endingOf(await customer.connect(discord, userId))).toEqual({
        page: STOREFRONT_URL,
        discord: "connected",
        message: "Discord is connected.",
      })
      expect((await customer.access()).account).toMatchObject({
        discord_user_id: userId,
        username: "ada",
        status: "linked",
      })
    })

    it("asks Discord for no more than who they are and to join servers", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const url = new URL(await customer.beginConnect())
      expect(Object.fromEntries(url.searchParams)).toMatchObject({
        scope: "identify guilds.join",
        redirect_uri: `${BACKEND_URL}/discord/oauth/callback`,
        code_challenge_method: "S256",
      })
    })

    it("tells a buyer who has not connected yet to do so, then shows the role as held", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await settled(await customer.buy("Gold"))
      expect(await customer.access()).toMatchObject({
        account: null,
        todo: "Connect Discord to receive your roles.",
        servers: [{ name: "Test Community", roles: [{ name: "Gold", state: "waiting" }] }],
      })
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      expect(await customer.access()).toMatchObject({
        todo: null,
        servers: [{ name: "Test Community", todo: null, roles: [{ name: "Gold", state: "held" }] }],
      })
    })

    it("keeps tokens where no reader of the database can use them", async () => {
      const { db, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.consent(discord, userId)
      const secrets = await discord.control.issuedSecrets()
      expect(secrets.map((secret) => secret.kind).sort()).toEqual([
        "access_token",
        "code",
        "code",
        "code_verifier",
        "refresh_token",
      ])
      const tables = await pluginTables(db)
      expect(tables).toContain("discord_account_token")
      for (const table of tables) {
        const content = await contentOf(db, table)
        expect(secrets.filter(({ value }) => content.includes(value))).toEqual([])
      }
      expect(await contentOf(db, "discord_account_token")).toContain('"sealed":"default.')
    })

    it("changes nothing when the customer refuses, and tells the storefront", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const ending = endingOf(await customer.connect(discord, userId, { decision: "deny" }))
      expect(ending).toMatchObject({ page: STOREFRONT_URL, discord: "declined" })
      expect(ending.message).toContain("You can start again at any time")
      expect((await customer.access()).account).toBeNull()
    })

    it("tells a customer who declined to be joined to servers what to do about it", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await settled(await customer.buy("Gold"))
      await customer.connect(discord, userId, { scopes: ["identify"] })
      await settled()
      expect(await discord.rolesOf(userId)).toBeNull()
      expect(await customer.access()).toMatchObject({
        account: { discord_user_id: userId },
        servers: [
          {
            todo: "Not in the Discord server. Connect Discord again, or join the server.",
            roles: [{ name: "Gold", state: "waiting" }],
          },
        ],
      })
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("serves a customer who declined to be joined but is in the server already", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await discord.control.addMember(discord.guildId, userId)
      await customer.connect(discord, userId, { scopes: ["identify"] })
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
    })

    it("takes a consent once, and only in the browser that began it", async () => {
      const { baseUrl, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const stolen = await new HttpClient(baseUrl).raw<string>(
        await customer.consent(discord, userId),
      )
      expect(stolen.status).toBe(400)
      expect(stolen.headers.get("location")).toBeNull()
      expect(stolen.body).toContain("opened in another browser")
      expect((await customer.access()).account).toBeNull()

      const callback = await customer.consent(discord, userId)
      expect(endingOf(await customer.http.raw(callback)).discord).toBe("connected")
      const again = await customer.http.raw<string>(callback)
      expect(again.status).toBe(400)
      expect(again.body).toContain("was used already")
    })

    it("says in words when Discord does not accept the code any more", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const callback = new URL(await customer.consent(discord, userId), BACKEND_URL)
      callback.searchParams.set("code", "not-the-code")
      expect(endingOf(await customer.http.raw(pathOf(callback.toString())))).toEqual({
        page: STOREFRONT_URL,
        discord: "failed",
        message: "Discord no longer accepts this link. Please start again.",
      })
    })

    it("says in words when Discord is down, and works when tried again", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const callback = await customer.consent(discord, userId)
      await discord.control.outage(true)
      const ending = endingOf(await customer.http.raw(callback))
      expect(ending).toEqual({
        page: STOREFRONT_URL,
        discord: "failed",
        message: "Discord did not answer.",
      })
      await discord.control.outage(false)
      expect(endingOf(await customer.connect(discord, userId)).discord).toBe("connected")
    })

    it("answers 401 to somebody who is not signed in", async () => {
      const { baseUrl, store } = scene()
      const nobody = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      for (const [method, path] of [
        ["GET", "/store/discord"],
        ["POST", "/store/discord/connect"],
        ["DELETE", "/store/discord/account"],
      ] as const) {
        expect([path, (await nobody.raw(path, { method })).status]).toEqual([path, 401])
      }
    })
  })

  describe("where the browser is sent back to", () => {
    it("may be a listed page with a query of its own", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const url = await customer.beginConnect(`${STOREFRONT_URL}?order=7`)
      const callback = await discord.control.authorize(url, { user_id: userId })
      const answer = await customer.http.raw(pathOf(callback))
      const target = new URL(answer.headers.get("location") ?? "")
      expect(endingOf(answer)).toMatchObject({ page: STOREFRONT_URL, discord: "connected" })
      expect(target.searchParams.get("order")).toBe("7")
    })

    it.each([
      ["another origin", "https://evil.test/account"],
      ["another port", "http://localhost:8001/account"],
      ["another scheme", "https://localhost:8000/account"],
      ["another path", "http://localhost:8000/elsewhere"],
      ["a path below", "http://localhost:8000/account/evil"],
      ["a way out of the path", "http://localhost:8000/account/../elsewhere"],
      ["the listed host as a user name", "http://localhost:8000@evil.test/account"],
      ["a user name on the listed host", "http://evil.test@localhost:8000/account"],
      ["the listed host as a subdomain", "http://localhost:8000.evil.test/account"],
      ["a backslash", "http://evil.test\\@localhost:8000/account"],
      ["no host", "//evil.test/account"],
      ["a script", "javascript:alert(1)"],
      ["no URL", "account"],
    ])("may not be %s", async (_what, redirect_url) => {
      const { db, newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const { status, body } = await customer.http.raw<ErrorBody>("/store/discord/connect", {
        body: { redirect_url },
      })
      expect([status, body.type]).toEqual([400, "invalid_data"])
      expect(body.message).toContain("redirect_url")
      expect(await db("discord_oauth_state")).toEqual([])
    })
  })

  describe("one Discord user, one registered customer", () => {
    it("tells a second customer of the conflict, and the first keeps their roles and tokens", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer: first, userId } = await newBuyer("ada")
      const { customer: second } = await newBuyer("eve")
      await first.connect(discord, userId)
      const ending = endingOf(await second.connect(discord, userId))
      expect(ending).toMatchObject({ page: STOREFRONT_URL, discord: "conflict" })
      expect(ending.message).toContain("connected to another customer of this store")
      expect((await second.access()).account).toBeNull()

      await settled(await second.buy("Silver"))
      await settled(await first.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.joinsOf(userId)).toBe(1)
      expect((await first.access()).account?.status).toBe("linked")
    })

    it("lets exactly one of two customers win who come back from Discord at the same moment", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer: first, userId } = await newBuyer("ada")
      const { customer: second } = await newBuyer("eve")
      const callbacks: [Customer, string][] = [
        [first, await first.consent(discord, userId)],
        [second, await second.consent(discord, userId)],
      ]
      const endings = await Promise.all(
        callbacks.map(async ([customer, callback]) => endingOf(await customer.http.raw(callback))),
      )
      expect(endings.map((ending) => ending.discord).sort()).toEqual(["conflict", "connected"])

      const [winner, loser] =
        endings[0]?.discord === "connected" ? [first, second] : [second, first]
      await settled(await loser.buy("Silver"))
      await settled(await winner.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect((await loser.access()).account).toBeNull()
    })

    it("frees the Discord user for another customer once the first has disconnected", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer: first, userId } = await newBuyer("ada")
      const { customer: second } = await newBuyer("eve")
      await first.connect(discord, userId)
      await first.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await first.disconnect()
      await second.buy("Silver")
      expect(endingOf(await second.connect(discord, userId)).discord).toBe("connected")
      await discord.expectRoles(userId, ["Silver"])
    })

    it("moves a customer's roles when they connect another Discord account, and ends the old tokens", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId: oldUser } = await newBuyer("ada")
      const newUser = await discord.createUser("ada-two")
      await customer.connect(discord, oldUser)
      await customer.buy("Gold")
      await discord.expectRoles(oldUser, ["Gold"])
      expect(endingOf(await customer.connect(discord, newUser)).discord).toBe("connected")
      await discord.expectRoles(newUser, ["Gold"])
      await discord.expectRoles(oldUser, [])
      expect(await liveTokens(scene(), oldUser)).toBe(0)
      expect(await liveTokens(scene(), newUser)).toBe(1)
    })

    it("connecting the same account again changes no role and needs no call", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      const before = await discord.now()
      await customer.connect(discord, userId)
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    })
  })

  describe("losing and ending the connection", () => {
    it("asks a customer who removed the app in Discord to connect again, and then serves them", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await discord.control.revokeAuthorization(userId, APPLICATION.client_id)
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toBeNull()
      expect(await customer.access()).toMatchObject({
        account: { status: "token_invalid" },
        todo: "Connect Discord again: Discord no longer accepts the connection.",
      })
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      expect((await customer.access()).account?.status).toBe("linked")
    })

    it("revokes the tokens and takes the roles back on disconnecting, and gives them again on connecting", async () => {
      const { db, discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      expect(await liveTokens(scene(), userId)).toBe(1)

      expect((await customer.disconnect()).status).toBe(200)
      await discord.expectRoles(userId, [])
      expect(await liveTokens(scene(), userId)).toBe(0)
      expect(await db("discord_account_token")).toEqual([])
      expect((await customer.access()).account).toBeNull()

      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("disconnects though Discord is down, and takes the roles back when it returns", async () => {
      const { db, discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await discord.control.outage(true)
      expect((await customer.disconnect()).status).toBe(200)
      expect(await db("discord_account_token")).toEqual([])
      await discord.control.outage(false)
      await discord.expectRoles(userId, [])
    })

    it("tells a customer without a connection that there is nothing to disconnect", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const { status, body } = await customer.disconnect()
      expect([status, body.message]).toEqual([
        404,
        "No Discord account is connected, so there is nothing to disconnect.",
      ])
    })

    it("joins a customer whose access token is too old, after renewing it", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await discord.control.expireAccessTokens(userId)
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.callsFor(userId, before)).toEqual([JOIN, JOIN])
      expect(await liveTokens(scene(), userId)).toBe(1)
    })
  })

  describe("looking at a member anew", () => {
    it("gives a role again that a moderator took away, and brings back who left, on an admin's resync", async () => {
      const { admin, discord, newBuyer, service, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const resync = () =>
        admin.send(`/admin/customers/${customer.id}/discord/resync`, { method: "POST" })

      await discord.control.setMemberRoles(discord.guildId, userId, [])
      await resync()
      await discord.expectRoles(userId, ["Gold"])

      await discord.control.removeMember(discord.guildId, userId)
      await resync()
      await discord.expectRoles(userId, ["Gold"])
      await service.engine.idle()
      expect(await discord.joinsOf(userId)).toBe(2)
    })

    it("respects what a moderator took away where the server's settings say so", async () => {
      const { admin, discord, newBuyer, service, settled, setUp } = scene()
      const serverId = await setUp()
      const { server } = await admin.send<{ server: object }>(
        `/admin/discord/servers/${serverId}`,
        { body: { on_role_removed: "respect" } },
      )
      expect(server).toMatchObject({ on_role_removed: "respect", on_access_end: "remove_roles" })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      await discord.control.setMemberRoles(discord.guildId, userId, [])
      await admin.send(`/admin/customers/${customer.id}/discord/resync`, { method: "POST" })
      await service.engine.idle()
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("answers 404 in words for a customer who has not connected Discord", async () => {
      const { admin, newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const answer = await admin.raw<{ message: string }>(
        `/admin/customers/${customer.id}/discord/resync`,
        { method: "POST" },
      )
      expect(answer.status).toBe(404)
      expect(answer.body.message).toContain("has not connected Discord")
    })
  })

  describe("what others read of it", () => {
    it("is the customer's account, never their tokens, and the variant's roles in query.graph", async () => {
      const { container, discord, newBuyer, setUp, store } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data: customers } = await query.graph({
        entity: "customer",
        fields: ["id", "discord_account.*"],
        filters: { id: customer.id },
      })
      expect(customers[0]).toMatchObject({ discord_account: { discord_user_id: userId } })
      expect(JSON.stringify(customers[0])).not.toContain("sealed")
      const { data: variants } = await query.graph({
        entity: "product_variant",
        fields: ["id", "discord_roles.*", "discord_roles.role.*"],
        filters: { id: store.variants.Gold },
      })
      expect(variants[0]).toMatchObject({
        discord_roles: [{ role: { role_id: discord.roles.Gold, name: "Gold" } }],
      })
    })

    it("is the activity log, newest first, which names the order and what Discord answered", async () => {
      const { admin, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      const log = await admin.send<{ activity: object[]; count: number }>(
        "/admin/discord/activity?action[]=member_joined&action[]=account_linked",
      )
      expect(log).toMatchObject({
        count: 2,
        activity: [
          {
            action: "member_joined",
            trigger: `order ${order}`,
            role_id: discord.roles.Gold,
            discord_status: 201,
          },
          { action: "account_linked", trigger: customer.id },
        ],
      })
    })
  })

  describe("the search for secrets that ends every suite", () => {
    it("finds one in a response, in a log, on the console, in the process's output and in a table", async () => {
      const { container, db, discord, evidence, newBuyer, service } = scene()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await evidence.collect(db, discord.control)
      expect(evidence.leaks()).toEqual([])
      const secrets = await discord.control.issuedSecrets()
      const planted = secrets.find(({ kind }) => kind === "refresh_token")?.value ?? ""

      await evidence.aside(async () => {
        await new HttpClient(discord.control.url).send("/control/issuedSecrets", { body: [] })
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        logger.warn(`careless: ${planted}`)
        logger.error(Object.assign(new Error("careless"), { requestBody: { token: planted } }))
        console.log("careless:", { token: planted })
        process.stdout.write(`careless: ${planted}\n`)
        const entry = await service.createDiscordActivityEntries({
          action: "waiting",
          message: `careless: ${planted}`,
        })
        await evidence.collect(db, discord.control)
        await service.deleteDiscordActivityEntries(entry.id)

        const leaks = evidence.leaks()
        expect(new Set(leaks.map(({ source }) => source))).toEqual(
          new Set(["logger", "console", "stdout", "table discord_activity_entry", "response"]),
        )
        // The message, and what stood inside the error.
        expect(leaks.filter(({ source }) => source === "logger")).toHaveLength(2)
        expect(new Set(leaks.map(({ secret }) => secret))).toEqual(
          new Set(["code", "code_verifier", "access_token", "refresh_token"]),
        )
      })
      expect(evidence.leaks()).toEqual([])
    })
  })
})

/** Token pairs of a user that Discord still accepts. */
async function liveTokens({ discord }: Scene, userId: string): Promise<number> {
  return (await discord.control.tokens(userId)).filter((token) => !token.revoked).length
}
