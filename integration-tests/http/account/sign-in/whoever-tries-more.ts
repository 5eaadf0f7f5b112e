import { REQUEST_LIMITS } from "../../../../src/modules/discord/request-limit/request-limit.rules"
import { Modules } from "@medusajs/framework/utils"
import { newcomer, signedUp } from "../../../helpers/account/discord-sign-in"
import { CALLBACK_URL, SIGN_IN_URL } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"

const EXPIRED = "This Discord link has expired or was used already. Please start again."

/** @see ../sign-in.spec.ts */
export function testWhoeverTriesMore(scene: () => Scene): void {
  describe("whoever tries more", () => {
    it("becomes no admin: neither by Medusa's route, nor by a provider that its settings let through", async () => {
      const { container, db } = scene()
      const eve = await newcomer(scene(), "eve")
      const auth = container.resolve(Modules.AUTH)
      const admins = await db("user")
      const query = await eve.consent()
      expect((await eve.callback(query, "/auth/user/discord/callback")).status).toBe(400)
      const begun = await eve.http.raw("/auth/user/discord", { method: "POST" })
      expect(begun.status).toBe(400)
      const given = Object.fromEntries(new URLSearchParams(query))
      for (const actor of ["user", "%75ser", "USER", "vendor", "customer/../user"]) {
        const answer = await auth.validateCallback("discord", {
          url: `/auth/${actor}/discord/callback${query}&x=/auth/customer/discord`,
          headers: {},
          query: given,
          body: {},
          protocol: "http",
        })
        expect(answer).toEqual({
          success: false,
          error: "Only customers sign in with Discord. Ask at /auth/customer/discord.",
        })
      }
      const { token } = await eve.signIn()
      const user = await eve.http
        .with({ authorization: `Bearer ${token}` })
        .raw("/auth/discord/user", { method: "POST" })
      expect(user.status).toBeGreaterThanOrEqual(400)
      expect(await db("user")).toHaveLength(admins.length)
    })

    it("is sent back to no page that is not listed", async () => {
      const eve = await newcomer(scene(), "eve")
      const pages = ["https://evil.test/sign-in/discord", `${SIGN_IN_URL}/../x`, CALLBACK_URL]
      for (const callback_url of [...pages, `${SIGN_IN_URL}?a=b`, "", 7, [SIGN_IN_URL]]) {
        const answer = await eve.http.raw<{ message: string }>("/auth/customer/discord", {
          body: { callback_url },
        })
        expect(answer.status).toBe(401)
        expect(answer.body.message).toContain("callback_url is not one of the pages")
        expect(answer.body).not.toHaveProperty("location")
      }
      const page = new URL(await eve.begin({ callback_url: SIGN_IN_URL }))
      expect(page.searchParams.get("redirect_uri")).toBe(SIGN_IN_URL)
    })

    it("uses a state once, and none that was not given out", async () => {
      const { discord } = scene()
      const ada = await newcomer(scene(), "ada")
      const query = await ada.consent()
      expect((await ada.callback(query)).status).toBe(200)
      const state = new URLSearchParams(query).get("state") ?? ""
      const code = new URLSearchParams(await ada.consent()).get("code") ?? ""
      const since = (await discord.control.requests()).length
      for (const tried of [state, "made-up", "x".repeat(43)]) {
        const { status, body } = await ada.callback(`?code=${code}&state=${tried}`)
        expect({ status, message: body.message }).toEqual({ status: 401, message: EXPIRED })
      }
      expect(await discord.control.requests()).toHaveLength(since)
    })

    it("takes no state of another provider, and leaves it to that one", async () => {
      const { container } = scene()
      const ada = await newcomer(scene(), "ada")
      const cache = container.resolve(Modules.CACHE)
      const state = "0".repeat(64)
      await cache.set(state, { callback_url: SIGN_IN_URL })
      const code = new URLSearchParams(await ada.consent()).get("code") ?? ""
      expect((await ada.callback(`?code=${code}&state=${state}`)).body.message).toBe(EXPIRED)
      expect(await cache.get(state)).toEqual({ callback_url: SIGN_IN_URL })
    })

    it("is told which part is missing, or of another form", async () => {
      const ada = await newcomer(scene(), "ada")
      const query = await ada.consent()
      const code = new URLSearchParams(query).get("code") ?? ""
      for (const wrong of ["", `?code=${code}`, `${query}&state=b`, `?state[a]=b&code=${code}`]) {
        const { status, body } = await ada.callback(wrong)
        expect(status).toBe(401)
        expect(body.message).toContain("state, and code or error, are to be passed on")
      }
      expect((await ada.callback(query)).status).toBe(200)
    })

    it("signs in by no code that was given to somebody else's sign-in, or to another application", async () => {
      const { db, discord } = scene()
      const [ada, eve] = [await newcomer(scene(), "ada"), await newcomer(scene(), "eve")]
      const stolen = new URLSearchParams(await ada.consent()).get("code") ?? ""
      const own = new URLSearchParams(await eve.consent()).get("state") ?? ""
      const injected = await eve.callback(`?code=${stolen}&state=${own}`)
      expect(injected).toMatchObject({
        status: 401,
        body: { message: "Discord no longer accepts this link. Please start again." },
      })

      const other = await discord.control.createApplication({
        name: "Another",
        redirect_uris: [SIGN_IN_URL],
      })
      const page = new URL(await eve.begin())
      page.searchParams.set("client_id", other.client_id)
      const foreign = await eve.callback(await eve.consent({}, page.toString()))
      expect(foreign.status).toBe(401)
      expect(await db("provider_identity").where({ provider: "discord" })).toEqual([])
    })

    it("is told to wait who begins over and over, and nobody elsewhere", async () => {
      const { service } = scene()
      const eve = await newcomer(scene(), "eve")
      const from = (address: string) => eve.http.with({ "x-forwarded-for": address })
      const begin = (address: string) =>
        from(address).raw<{ message: string }>("/auth/customer/discord", { method: "POST" })
      const first = await begin("203.0.113.9")
      expect(first.status).toBe(200)
      expect(first.headers.get("cache-control")).toBe("no-store")
      const { requests } = REQUEST_LIMITS.connect_address
      for (let n = 1; n < requests; n++) {
        await service.requestLimits.count("connect_address", "203.0.113.9")
      }
      const refused = await begin("203.0.113.9")
      expect(refused.status).toBe(429)
      expect(refused.body.message).toContain("Too many requests")
      expect((await begin("203.0.113.10")).status).toBe(200)
    })

    it("is told when Discord does not answer, and signs in when it does", async () => {
      const { discord } = scene()
      const { signIn: ada } = await signedUp(scene(), "ada")
      const query = await ada.consent()
      await discord.control.outage(true)
      expect(await ada.callback(query)).toMatchObject({
        status: 401,
        body: { message: "Discord did not answer. Please try again in a few minutes." },
      })
      await discord.control.outage(false)
      await ada.signIn()
    })

    it("registers by no form, and changes nothing by Medusa's route for passwords", async () => {
      const eve = await newcomer(scene(), "eve")
      const body = { email: "eve@test.store", password: "test-customer-password" }
      const answer = await eve.http.raw<{ message: string }>("/auth/customer/discord/register", {
        body,
      })
      expect(answer.status).toBe(401)
      expect(answer.body.message).toContain("Nobody registers with Discord by a form")
    })
  })
}
