import {
  endEntitlementWorkflow,
  grantEntitlementWorkflow,
  updateEntitlementWorkflow,
} from "../../../../src/workflows/entitlement"
import { connectedBuyer } from "../../../helpers/account/buyers"
import type { Scene } from "../../../helpers/store/suite"
import { inHours, hook } from "./shared"

/** @see ../manual-access.spec.ts */
export function testAStepAfterItThatFails(scene: () => Scene): void {
  describe("a step after it that fails", () => {
    it("leaves everything as it was: for a grant, a change of the end, and an end", async () => {
      const { container, db, discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const input = {
        customer_id: customer.id,
        variant_id: store.variants.Gold,
        reference: "sub_hook",
        ends_at: inHours(24),
      }
      const run = async (workflow: () => Promise<unknown>) => {
        hook.saysNo = true
        await expect(workflow().finally(() => (hook.saysNo = false))).rejects.toMatchObject({
          message: expect.stringContaining("the store says no") as string,
        })
      }
      await run(() => grantEntitlementWorkflow(container).run({ input }))
      expect(await db("discord_entitlement")).toEqual([])
      await grantEntitlementWorkflow(container).run({ input })
      await discord.expectRoles(userId, ["Gold"])
      const [before] = await db<{ id: string; updated_at: Date }>("discord_entitlement")
      const { id } = before ?? { id: "" }
      await run(() => updateEntitlementWorkflow(container).run({ input: { id, ends_at: null } }))
      await run(() => endEntitlementWorkflow(container).run({ input: { reference: "sub_hook" } }))
      const [after] = await db<{ updated_at: Date }>("discord_entitlement")
      expect({ ...after, updated_at: null }).toEqual({ ...before, updated_at: null })
      await discord.expectRoles(userId, ["Gold"])
    })
  })
}
