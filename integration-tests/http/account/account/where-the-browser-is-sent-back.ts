import { pathOf } from "../../../helpers/store/admin"
import { STOREFRONT_URL } from "../../../helpers/store/application"
import { endingOf } from "../../../helpers/account/customer"
import type { Scene } from "../../../helpers/store/suite"
import type { ErrorBody } from "./shared"

/** @see ../account.spec.ts */
export function testWhereTheBrowserIsSentBack(scene: () => Scene): void {
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
}
