import { pathOf } from "../../../helpers/store/admin"
import { guestOrder } from "../../../helpers/account/claim"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { connect, repeat, expectWait } from "./shared"

/** @see ../security-consents.spec.ts */
export function testWhoAsksTooOften(scene: () => Scene): void {
  describe("who asks too often", () => {
    it("is told so in words: a customer who connects over and over, and nobody else", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const { customer: other } = await newBuyer("eve")
      const answers = await repeat(40, () => connect(customer))
      const refused = answers.filter(({ status }) => status === 429)
      expect(refused).toHaveLength(10)
      expect(refused[0]).toMatchObject({ body: { type: "too_many_requests" } })
      expectWait(refused[0], /Too many requests\. Please wait \d+ minutes, then try again\./)
      expect((await connect(other)).status).toBe(200)
    })

    it("is told so: a claim link that is opened over and over, on either way", async () => {
      const { baseUrl, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const browser = new HttpClient(baseUrl)
      const shop = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      const token = new URL(link).searchParams.get("token")
      const pages = await repeat(20, () => browser.raw<string>(pathOf(link)))
      const posts = await repeat(20, () => shop.raw("/store/discord/claims", { body: { token } }))
      expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 303))
      expect(posts.filter(({ status }) => status === 429)).toHaveLength(10)
      const page = await browser.raw<string>(pathOf(link))
      expect(page.status).toBe(429)
      expect(page.body).toContain("Too many requests")
      expect((await browser.raw(pathOf((await guestOrder(scene(), "noah")).link))).status).toBe(303)
    })

    it("is told so: an address that makes links up, while a link that works goes on working from there", async () => {
      const { baseUrl, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const from = {
        "x-forwarded-for": "203.0.113.7",
        "x-publishable-api-key": store.publishableKey,
      }
      const attacker = new HttpClient(baseUrl, from)
      const tries = await repeat(70, (n) =>
        attacker.raw("/store/discord/claims", { body: { token: `dclaim_${n}.zzz.default.zzz` } }),
      )
      expect(tries.filter(({ status }) => status === 400)).toHaveLength(60)
      expect(tries.filter(({ status }) => status === 429)).toHaveLength(10)
      expectWait(tries.at(-1), /Too many requests/)
      expect((await attacker.raw("/discord/claim?token=x.y.z.w")).status).toBe(429)
      expect((await attacker.raw("/discord/connect?token=xyz")).status).toBe(429)
      const state = "/discord/oauth/callback?state=nobodys&code=none"
      expect((await attacker.raw(state)).status).toBe(429)
      expect((await attacker.raw(pathOf(link))).status).toBe(303)
      const elsewhere = new HttpClient(baseUrl, { "x-forwarded-for": "203.0.113.8" })
      expect((await elsewhere.raw(state)).status).toBe(400)
    })

    it("is not an office of forty buyers behind one address", async () => {
      const { newBuyer } = scene()
      const buyers = await Promise.all(Array.from({ length: 40 }, (_, n) => newBuyer(`buyer${n}`)))
      const answers = await Promise.all(buyers.map(({ customer }) => connect(customer)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    })
  })
}
