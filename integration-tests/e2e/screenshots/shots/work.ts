import { workAllDay } from "../../harness/calls"
import { sellMemberships } from "../../harness/memberships"
import { expectRoles, userOf } from "../../harness/people"
import type { Stage } from "../../harness/stage"
import { shoot } from "../camera"

/** For so long somebody is given access by hand. */
const DAYS_MS = 30 * 24 * 60 * 60 * 1000

/** The members with somebody served, somebody whose move it is and the admin's own work, the activity log, the overview, and who has access. */
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
  await workAllDay(stage)
  await dashboard.open("/settings/discord")
  const overview = dashboard.section("Overview")
  await overview.getByRole("img").waitFor()
  await overview.scrollIntoViewIfNeeded()
  await shoot(dashboard, "settings-overview")

  await store.buy(store.guest("gus"), variants.Silver)
  const ends_at = new Date(Date.now() + DAYS_MS).toISOString()
  const given = { customer_id: nora.id, variant_id: variants.Bronze, note: "Moderates the forum" }
  await store.grantAccess({ ...given, ends_at })
  await dashboard.open("/settings/discord/access")
  await page.getByRole("row").filter({ hasText: "Guest" }).waitFor()
  await shoot(dashboard, "access")
}
