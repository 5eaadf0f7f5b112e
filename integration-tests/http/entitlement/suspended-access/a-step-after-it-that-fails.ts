import {
  resumeEntitlementWorkflow,
  suspendEntitlementWorkflow,
} from "../../../../src/workflows/entitlement"
import type { Scene } from "../../../helpers/store/suite"
import { hook, disputedOrder, suspend } from "./shared"

/** @see ../suspended-access.spec.ts */
export function testAStepAfterItThatFails(scene: () => Scene): void {
  describe("a step after it that fails", () => {
    it("leaves everything as it was, for both", async () => {
      const { container, db, discord } = scene()
      const { userId, entitlement } = await disputedOrder(scene())
      const { id } = entitlement
      const stored = async () => {
        const found = await db<{ updated_at: Date }>("discord_entitlement").where({ id })
        return found.map((row) => ({ ...row, updated_at: null }))
      }
      const refused = async (workflow: () => Promise<unknown>) => {
        hook.saysNo = true
        await expect(workflow().finally(() => (hook.saysNo = false))).rejects.toMatchObject({
          message: expect.stringContaining("the store says no") as string,
        })
      }
      const before = await stored()
      await refused(() =>
        suspendEntitlementWorkflow(container).run({ input: { id, reason: "other", note: "x" } }),
      )
      expect(await stored()).toEqual(before)
      await discord.expectRoles(userId, ["Gold"])
      await suspend(scene(), id, { reason: "dispute", note: "case 4711" })
      await discord.expectRoles(userId, [])
      const suspended = await stored()
      await refused(() => resumeEntitlementWorkflow(container).run({ input: { id } }))
      expect(await stored()).toEqual(suspended)
      await scene().service.engine.idle()
      await discord.expectRoles(userId, [])
    })
  })
}
