import type {
  AdminDiscordActivityListResponse,
  AdminDiscordMembershipListResponse,
} from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"
import { helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testANameThatWasChangedInDiscord(scene: () => Scene): void {
  const { holderOf, adminResync } = helpersOf(scene)
  describe("a name that was changed in Discord", () => {
    it("is the one that is shown and found after a look", async () => {
      const { admin, discord, settled } = scene()
      const { customer, userId } = await holderOf("Gold")
      await discord.control.updateUser(userId, { username: "ada_renamed", global_name: "Ada R." })
      await adminResync(customer)
      await settled()
      expect((await customer.access()).account).toMatchObject({
        username: "ada_renamed",
        global_name: "Ada R.",
      })
      const found = await admin.send<AdminDiscordMembershipListResponse>(
        "/admin/discord/memberships?q=ada_renamed",
      )
      expect(found.memberships).toMatchObject([{ account: { username: "ada_renamed" } }])
      const log = await admin.send<AdminDiscordActivityListResponse>(
        "/admin/discord/activity?q=ada_renamed",
      )
      expect(log.count).toBeGreaterThan(0)
    })
  })
}
