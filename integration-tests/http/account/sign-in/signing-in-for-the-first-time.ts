import { claimsOf, newcomer, waitingConsent } from "../../../helpers/account/discord-sign-in"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { SIGN_IN_URL } from "../../../helpers/store/application"

/** @see ../sign-in.spec.ts */
export function testSigningInForTheFirstTime(scene: () => Scene): void {
  describe("for the first time", () => {
    it("signs in with Discord, buys, and holds the role with no further click", async () => {
      const { discord, settled, setUp } = scene()
      await setUp()
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn()
      expect(claimsOf(token)).toMatchObject({
        actor_id: "",
        actor_type: "customer",
        user_metadata: {
          discord_user_id: ada.userId,
          username: "ada",
          name: "ada",
          email: "ada@discord.test",
        },
      })
      const { customer, discord: connection } = await ada.register(token, "ada@discord.test")
      expect(connection).toMatchObject({ connected: true, reason: "connected" })
      expect(await customer.access()).toMatchObject({
        account: { discord_user_id: ada.userId, username: "ada", status: "linked" },
        todo: null,
      })
      await settled(await customer.buy("Gold"))
      await discord.expectRoles(ada.userId, ["Gold"])
    })

    it("asks Discord for who they are, their address and to join servers, once, with PKCE", async () => {
      const ada = await newcomer(scene(), "ada")
      const page = new URL(await ada.begin())
      expect(Object.fromEntries(page.searchParams)).toEqual({
        response_type: "code",
        client_id: expect.stringMatching(/^\d+$/) as string,
        scope: "identify guilds.join email",
        redirect_uri: SIGN_IN_URL,
        state: expect.stringMatching(/^[\w-]{43}$/) as string,
        code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
        code_challenge_method: "S256",
        prompt: "none",
      })
    })

    it("keeps the consent where nobody can read it, and only until there is a customer", async () => {
      const { db, discord } = scene()
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn()
      expect(await waitingConsent(db, ada.userId)).toMatch(/^default\./)
      const secrets = await discord.control.issuedSecrets()
      expect(secrets.map(({ kind }) => kind).sort()).toEqual([
        "access_token",
        "code",
        "code_verifier",
        "refresh_token",
      ])
      const rows = JSON.stringify(await db("provider_identity").select())
      const claims = JSON.stringify(claimsOf(token))
      for (const { value } of secrets) {
        expect(rows).not.toContain(value)
        expect(claims).not.toContain(value)
      }
      expect(claims).not.toContain(await waitingConsent(db, ada.userId))
      await ada.register(token, "ada@discord.test")
      expect(await waitingConsent(db, ada.userId)).toBeNull()
    })

    it.each([
      ["is not verified", { verification: "unverified" }],
      ["is missing", { email: null }],
    ] as const)("passes no address on that %s", async (_, edit) => {
      const { discord } = scene()
      const ada = await newcomer(scene(), "ada")
      await discord.control.updateUser(ada.userId, edit)
      const { token } = await ada.signIn()
      expect(claimsOf(token).user_metadata).toMatchObject({ username: "ada", email: null })
    })

    it("takes over no customer by their address: Medusa refuses a second one", async () => {
      const { db, newBuyer, discord } = scene()
      const { customer: ada } = await newBuyer("ada")
      const eve = await newcomer(scene(), "eve")
      await discord.control.updateUser(eve.userId, { email: ada.email })
      const { token } = await eve.signIn()
      expect(claimsOf(token)).toMatchObject({ actor_id: "", user_metadata: { email: ada.email } })
      const refused = await eve.http
        .with({ authorization: `Bearer ${token}` })
        .raw<{ message: string }>("/store/customers", { body: { email: ada.email } })
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(refused.body.message).toBe("Customer with this email already has an account")
      expect(await db("discord_account_link")).toEqual([])
      expect((await ada.access()).account).toBeNull()
    })

    it("tells who declines, and keeps nothing", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "ada")
      const { status, body } = await ada.callback(await ada.consent({ decision: "deny" }))
      expect({ status, body }).toEqual({
        status: 401,
        body: {
          type: "unauthorized",
          message: "Discord was not allowed to connect. You can start again at any time.",
        },
      })
      expect(await db("provider_identity").where({ provider: "discord" })).toEqual([])
    })

    it("signs in who declines to be brought into servers, and says what that means", async () => {
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn({ scopes: ["identify", "email"] })
      const { discord } = await ada.register(token, "ada@discord.test")
      expect(discord).toMatchObject({ connected: true, reason: "permission_missing" })
    })

    it("takes what Discord gave in the body, too: so no address has it", async () => {
      const ada = await newcomer(scene(), "ada")
      const body = Object.fromEntries(new URLSearchParams(await ada.consent()))
      const { token } = await ada.http.send<{ token: string }>("/auth/customer/discord/callback", {
        body,
      })
      expect(claimsOf(token).user_metadata).toMatchObject({ username: "ada" })
    })

    it("makes one identity of two sign-ins at the same moment", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "ada")
      const ways = [await ada.consent(), await ada.consent()]
      const answers = await Promise.all(ways.map((query) => ada.callback(query)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      expect(await db("provider_identity").where({ provider: "discord" })).toHaveLength(1)
      const ids = answers.map(({ body }) => claimsOf(body.token ?? "").auth_identity_id)
      expect(new Set(ids).size).toBe(1)
    })

    it("leaves Medusa's answers to others as they are", async () => {
      const { baseUrl, store } = scene()
      const http = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      const body = { email: "pat@test.store", password: "test-customer-password" }
      const registered = await http.send<{ token: string }>("/auth/customer/emailpass/register", {
        body,
      })
      const created = await http
        .with({ authorization: `Bearer ${registered.token}` })
        .send<object>("/store/customers", { body: { email: body.email } })
      expect(Object.keys(created)).toEqual(["customer"])
    })
  })
}
