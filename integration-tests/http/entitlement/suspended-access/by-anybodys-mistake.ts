import type { Scene } from "../../../helpers/store/suite"
import { disputedOrder, suspend, resume } from "./shared"

/** @see ../suspended-access.spec.ts */
export function testByAnybodysMistake(scene: () => Scene): void {
  describe("by anybody's mistake", () => {
    it("is refused in words, and changes nothing", async () => {
      const { admin, db } = scene()
      const { entitlement } = await disputedOrder(scene())
      const stored = () => db("discord_entitlement").select()
      const before = await stored()
      for (const body of [{}, { reason: "fraud" }, { reason: null }, { reason: ["abuse"] }]) {
        const { status, body: answer } = await suspend(scene(), entitlement.id, body)
        expect([status, answer.message]).toEqual([400, expect.stringMatching(/'reason'/) as string])
      }
      const unknown = await suspend(scene(), "dent_none", { reason: "abuse" })
      expect([unknown.status, unknown.body.message]).toEqual([
        404,
        "Entitlement dent_none was not found. GET /admin/discord/entitlements lists them.",
      ])
      expect((await resume(scene(), "dent_none")).status).toBe(404)
      const notSuspended = await resume(scene(), entitlement.id)
      expect([notSuspended.status, notSuspended.body.message]).toEqual([
        400,
        `Entitlement ${entitlement.id} is not suspended, so there is nothing to resume.`,
      ])
      expect(await stored()).toEqual(before)

      await suspend(scene(), entitlement.id, { reason: "dispute", note: "first" })
      const once = await stored()
      const twice = await suspend(scene(), entitlement.id, { reason: "abuse", note: "second" })
      expect([twice.status, twice.body.message]).toEqual([
        400,
        expect.stringContaining(`${entitlement.id} is suspended already, since `) as string,
      ])
      expect(await stored()).toEqual(once)
      const { count } = await admin.send<{ count: number }>(
        "/admin/discord/activity?action=access_suspended",
      )
      expect(count).toBe(1)
    })
  })
}
