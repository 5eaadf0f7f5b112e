import type {
  AdminCustomerDiscordResponse,
  AdminDiscordEntitlementListResponse,
  AdminOrderDiscordResponse,
} from "../../../../src/types/http"
import { eventually } from "../../../helpers/eventually"
import { contentOf } from "../../../helpers/store/evidence"
import type { Scene } from "../../../helpers/store/suite"
import { ENTITLEMENTS, ON_HOLD, disputedOrder, suspend, resume } from "./shared"

/** @see ../suspended-access.spec.ts */
export function testIsShownWithWhy(scene: () => Scene): void {
  describe("is shown with why", () => {
    it("on the order, the customer, in the list and in the activity log; the customer is sent to the store", async () => {
      const { admin, discord } = scene()
      const { customer, userId, order, entitlement } = await disputedOrder(scene())
      await suspend(scene(), entitlement.id, { reason: "abuse", note: "sold the account" })
      await discord.expectRoles(userId, [])
      const why = { suspended_reason: "abuse", suspended_note: "sold the account", active: false }
      const onOrder = await admin.send<AdminOrderDiscordResponse>(`/admin/orders/${order}/discord`)
      expect(onOrder.entitlements).toMatchObject([{ ...why, roles: [{ desired: false }] }])
      const onCustomer = await admin.send<AdminCustomerDiscordResponse>(
        `/admin/customers/${customer.id}/discord`,
      )
      expect(onCustomer.entitlements).toMatchObject([why])
      expect(onCustomer.roles).toMatchObject([{ name: "Gold", state: "ended", why: [why] }])
      const ofReason = await admin.send<AdminDiscordEntitlementListResponse>(
        `${ENTITLEMENTS}?suspended_reason=abuse&active=false`,
      )
      expect(ofReason.entitlements).toMatchObject([{ id: entitlement.id }])
      const active = await admin.send<AdminDiscordEntitlementListResponse>(
        `${ENTITLEMENTS}?active=true`,
      )
      expect(active.entitlements).toEqual([])

      await resume(scene(), entitlement.id)
      await discord.expectRoles(userId, ["Gold"])
      const { activity } = await admin.send<{
        activity: { action: string; trigger: string; message: string }[]
      }>(`/admin/discord/activity?order=created_at`)
      const told = activity.filter(({ action }) => /^access_/.test(action))
      expect(told.map(({ action }) => action)).toEqual(["access_suspended", "access_resumed"])
      for (const { trigger, message } of told) {
        expect(trigger).toMatch(/^user_/)
        expect(message).toContain(`${entitlement.id}: `)
        expect(message).toContain(`from ${order}, reason: abuse (sold the account)`)
      }
      const csv = await admin.raw<string>("/admin/discord/activity", {
        headers: { accept: "text/csv" },
      })
      expect(csv.body).toContain("access_suspended")
    })

    it("to the customer in fixed words: neither reason nor note", async () => {
      const { discord } = scene()
      const { customer, userId, entitlement } = await disputedOrder(scene())
      await suspend(scene(), entitlement.id, { reason: "abuse", note: "sold the account" })
      await discord.expectRoles(userId, [])
      const access = await customer.access()
      expect(access.todo).toEqual(ON_HOLD)
      expect(JSON.stringify(access)).not.toMatch(/abuse|sold the account/)
    })

    it("until the customer is deleted: then the note is forgotten everywhere", async () => {
      const { admin, db, discord } = scene()
      const { customer, userId, entitlement } = await disputedOrder(scene())
      await suspend(scene(), entitlement.id, { reason: "abuse", note: "sold the account" })
      await discord.expectRoles(userId, [])
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      await eventually(async () => {
        expect(await contentOf(db, "discord_activity_entry")).not.toContain("sold the account")
        expect(await contentOf(db, "discord_entitlement")).not.toContain("sold the account")
      })
    })
  })
}
