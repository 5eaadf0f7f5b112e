import { sellMemberships } from "../../harness/memberships"
import { expectRoles, userOf } from "../../harness/people"
import type { Stage } from "../../harness/stage"
import { shoot } from "../camera"

/** The members with somebody served, somebody whose move it is and the admin's own work, and the activity log. */
export async function shootWork(stage: Stage): Promise<void> {
  const { dashboard, discord, page, store } = stage
  const { productId, variants } = await sellMemberships(stage)
  const nora = await store.registerCustomer("nora")
  await store.linkAccount(nora, discord, userOf(stage, 1))
  await store.buy(nora, variants.Silver)
  await expectRoles(stage, userOf(stage, 1), ["Silver"])
  const roles = [{ role_id: await discord.roleId("Silver"), access_days: 365 }]
  await store.setRoles(productId, { variants: [{ variant_id: variants.Silver, roles }] })

  // The bot's role now sits below Gold: what the next buyer is owed waits for the admin.
  await discord.moveBot(3)
  const mia = await store.registerCustomer("mia")
  await store.linkAccount(mia, discord, userOf(stage, 0))
  await store.buy(mia, variants.Gold)
  await expectRoles(stage, userOf(stage, 0), ["Silver"])

  await dashboard.open("/settings/discord/members?tab=all")
  await page.getByRole("row").filter({ hasText: "Mia" }).waitFor()
  await page.getByText("Changed roles").first().waitFor()
  await shoot(dashboard, "members")
  await dashboard.open("/settings/discord/activity")
  await page.getByRole("row").filter({ hasText: "Role given" }).first().waitFor()
  await shoot(dashboard, "activity")
}
