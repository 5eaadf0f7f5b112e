import type { Scene } from "../../../helpers/store/suite"
import { helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testSomebodyWhoLeft(scene: () => Scene): void {
  const { holderOf } = helpersOf(scene)
  describe("somebody who left", () => {
    it("is brought in again with all their roles when they connect again", async () => {
      const { discord } = scene()
      const { customer, userId } = await holderOf("Gold", "Bronze")
      await discord.control.removeMember(discord.guildId, userId)
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Bronze", "Gold"])
    })
  })
}
