import { CONSENT_FLOWS, expectOneCookie } from "../../../helpers/account/consents"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../guests.spec.ts */
export function testTheCookieOfAStoreThatIsServed(scene: () => Scene): void {
  describe("the cookie of a store that is served over https", () => {
    const ATTRIBUTES = "HttpOnly; Secure; SameSite=None"

    it.each(CONSENT_FLOWS)(
      "has a name that no page of another host can set: $whose",
      async ({ cookie, open }) => {
        await expectOneCookie(await open(scene()), `__Host-${cookie}`, ATTRIBUTES)
      },
    )

    it("has it behind a proxy that calls the way http, and is never one that somebody planted", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const planted = "p".repeat(43)
      for (const cookie of [
        `discord_oauth_account=${planted}`,
        `__Host-discord_oauth_claim=${planted}`,
        "__Host-discord_oauth_account=short",
      ]) {
        const answer = await customer.http.raw("/store/discord/connect", {
          method: "POST",
          headers: { cookie, "x-forwarded-proto": "http" },
        })
        expect(answer.headers.getSetCookie()).toEqual([
          expect.stringMatching(
            new RegExp(
              `^__Host-discord_oauth_account=(?!${planted})[\\w-]{43}; .*; ${ATTRIBUTES}$`,
            ),
          ),
        ])
      }
    })
  })
}
