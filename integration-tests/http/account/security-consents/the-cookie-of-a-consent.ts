import { pathOf } from "../../../helpers/store/admin"
import { CONSENT_FLOWS, expectOneCookie } from "../../../helpers/account/consents"
import { endingOf } from "../../../helpers/account/customer"
import type { HttpAnswer } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { type Begun, connect, valueOf } from "./shared"

/** @see ../security-consents.spec.ts */
export function testTheCookieThatTiesAConsentTo(scene: () => Scene): void {
  describe("the cookie that ties a consent to a browser", () => {
    it.each(CONSENT_FLOWS)(
      "is one for two tabs, kept until both came back: $whose",
      async ({ cookie, open }) => {
        await expectOneCookie(await open(scene()), cookie, "HttpOnly; SameSite=Lax")
      },
    )

    it("is named by the store's own address, whatever a request says of https", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const headers = { "x-forwarded-proto": "https", forwarded: "proto=https" }
      const path = "/store/discord/connect"
      const answer = await customer.http.raw(path, { method: "POST", headers })
      const [cookie, ...others] = answer.headers.getSetCookie()
      expect(cookie).toMatch(/^discord_oauth_account=.*; HttpOnly; SameSite=Lax$/)
      expect(cookie).not.toContain("Secure")
      expect(others).toEqual([])
    })

    it("is one, whatever the number of tabs; each tab comes back; then it is taken back", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const first = await connect(customer)
      const second = await connect(customer)
      expect(second.headers.getSetCookie()).toHaveLength(1)
      expect(valueOf(second)).toBe(valueOf(first))
      expect(second.headers.getSetCookie()[0]).toMatch(
        /^discord_oauth_account=[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/,
      )
      const back = async ({ body }: HttpAnswer<Begun>) =>
        customer.http.raw(
          pathOf(await discord.control.authorize(body.authorization_url, { user_id: userId })),
        )
      const one = await back(first)
      expect(endingOf(one).discord).toBe("connected")
      expect(one.headers.getSetCookie()).toEqual([])
      const other = await back(second)
      expect(endingOf(other).discord).toBe("connected")
      expect(other.headers.getSetCookie()[0]).toMatch(
        /^discord_oauth_account=;.*Expires=Thu, 01 Jan 1970/,
      )
    })
  })
}
