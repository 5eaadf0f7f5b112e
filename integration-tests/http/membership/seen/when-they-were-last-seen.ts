import type {
  AdminCustomerDiscordResponse,
  AdminDiscordMembershipListResponse,
  AdminOrderDiscordResponse,
} from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"
import { helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testWhenTheyWereLastSeen(scene: () => Scene): void {
  const { holderOf } = helpersOf(scene)
  describe("when they were last seen", () => {
    it("stands wherever a membership or a role is shown", async () => {
      const { admin, discord, settled } = scene()
      const since = Date.now() - 1_000
      const { customer, order } = await holderOf("Gold")
      await settled()
      const isLately = expect.stringMatching(/^2/) as string
      const [store, orderPage, customerPage, members] = await Promise.all([
        customer.access(),
        admin.send<AdminOrderDiscordResponse>(`/admin/orders/${order}/discord`),
        admin.send<AdminCustomerDiscordResponse>(`/admin/customers/${customer.id}/discord`),
        admin.send<AdminDiscordMembershipListResponse>("/admin/discord/memberships"),
      ])
      expect(Date.parse(store.servers[0]?.last_seen_at ?? "")).toBeGreaterThan(since)
      expect(orderPage).toMatchObject({
        memberships: [{ last_seen_at: isLately, pending: false }],
        entitlements: [{ roles: [{ held: true, last_seen_at: isLately }] }],
      })
      expect(customerPage).toMatchObject({
        memberships: [{ last_seen_at: isLately }],
        roles: [{ last_seen_at: isLately }],
      })
      expect(members.memberships).toMatchObject([{ last_seen_at: isLately }])
      expect(discord.guildId).toBe(store.servers[0]?.guild_id)
    })
  })
}
