import { pathOf } from "../../../helpers/store/admin"
import { BACKEND_URL, STOREFRONT_URL } from "../../../helpers/store/application"
import { endingOf } from "../../../helpers/account/customer"
import { contentOf, pluginTables } from "../../../helpers/store/evidence"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../account.spec.ts */
export function testConnecting(scene: () => Scene): void {
  describe("connecting", () => {
    it("shows the customer who they are in Discord, and sends the browser back to the storefront", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      expect(await customer.access()).toEqual({ account: null, servers: [], todo: null })
      expect(endingOf(await customer.connect(discord, userId))).toEqual({
        page: STOREFRONT_URL,
        discord: "connected",
        reason: "connected",
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
        todo: { code: "connect", message: "Connect Discord to receive your roles." },
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
      expect(ending).toEqual({ page: STOREFRONT_URL, discord: "declined", reason: "declined" })
      expect((await customer.access()).account).toBeNull()
    })

    it("tells a customer who declined to be joined to servers what to do about it", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await settled(await customer.buy("Gold"))
      const ending = endingOf(await customer.connect(discord, userId, { scopes: ["identify"] }))
      expect(ending).toMatchObject({ discord: "connected", reason: "permission_missing" })
      await settled()
      expect(await discord.rolesOf(userId)).toBeNull()
      expect(await customer.access()).toMatchObject({
        account: { discord_user_id: userId },
        servers: [
          {
            todo: {
              code: "join_server",
              message: expect.stringContaining("You are not in Test Community.") as string,
            },
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
        reason: "code_refused",
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
        reason: "discord_unavailable",
      })
      await discord.control.outage(false)
      expect(endingOf(await customer.connect(discord, userId)).discord).toBe("connected")
    })

    it("stores nothing of an answer that is none of Discord's", async () => {
      const { db, discord, newBuyer } = scene()
      const { control } = discord
      const stored = async () =>
        Promise.all(
          ["discord_account", "discord_account_link", "discord_account_token"].map(async (table) =>
            Number((await db(table).count<{ count: string }[]>())[0]?.count),
          ),
        )
      const ada = { id: "1100000000000000042", username: "ada", global_name: null, avatar: null }
      const tokens = { access_token: "a", refresh_token: "r", expires_in: 9, token_type: "Bearer" }
      const users = [
        { ...ada, id: "../../guilds/1" },
        { ...ada, username: "x".repeat(5_000_000) },
        { ...ada, global_name: 5 },
      ].map((body) => ({ method: "GET", route: "/users/@me", body: JSON.stringify(body) }))
      const pairs = [
        { ...tokens, scope: "guilds.join" },
        { ...tokens, scope: "identify", access_token: "" },
        { ...tokens, scope: "identify", expires_in: "soon" },
      ].map((body) => ({ method: "POST", route: "/oauth2/token", body: JSON.stringify(body) }))
      for (const [i, fault] of [...users, ...pairs].entries()) {
        const { customer, userId } = await newBuyer(`odd${i}`)
        const callback = await customer.consent(discord, userId)
        const before = await stored()
        await control.addFault({ ...fault, status: 200, times: 1 })
        expect(endingOf(await customer.http.raw(callback))).toEqual({
          page: STOREFRONT_URL,
          discord: "failed",
          reason: "discord_unavailable",
        })
        expect(await stored()).toEqual(before)
        await control.clearFaults()
      }
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
}
