import { consentToServer } from "../../../helpers/store/admin"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../settings.spec.ts */
export function testTheWindowOfTheConsent(scene: () => Scene): void {
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
}
