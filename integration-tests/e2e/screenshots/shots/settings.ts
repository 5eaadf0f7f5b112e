import type { Stage } from "../../harness/stage"
import { shoot } from "../camera"

/** Settings > Discord: the way in, the list of servers, and one of them with trouble. */
export async function shootSettings({ store, discord, dashboard, page }: Stage): Promise<void> {
  await dashboard.open("/settings/discord")
  await page.getByText("The Discord application is in order").waitFor()
  await shoot(dashboard, "settings-setup")

  const serverId = await store.connectServer(discord)
  const other = await discord.createServer("Film Club", [{ name: "Patron" }])
  await store.connectServer(discord, other)
  const product = await store.createProduct("Community membership", [
    { title: "Silver" },
    { title: "Gold" },
  ])
  const [silver = "", gold = ""] = product.variantIds
  const role = async (name: string) => ({ role_id: await discord.roleId(name), access_days: null })
  await store.setRoles(product.id, {
    variants: [
      { variant_id: silver, roles: [await role("Silver")] },
      { variant_id: gold, roles: [await role("Gold")] },
    ],
  })
  await discord.moveBot(3)
  await store.refresh(serverId)
  await dashboard.open("/settings/discord")
  await page.getByText("Needs you").waitFor()
  await shoot(dashboard, "settings-servers")

  await dashboard.open(`/settings/discord/${serverId}`)
  await page.getByText("Drag the bot's role here").waitFor()
  await shoot(dashboard, "settings-server")
  await page.getByText("Drag the bot's role here").scrollIntoViewIfNeeded()
  await shoot(dashboard, "settings-server-position")
  await page.getByRole("heading", { name: "Settings", exact: true }).scrollIntoViewIfNeeded()
  await shoot(dashboard, "settings-server-roles")

  await dashboard.open(`/settings/discord/${serverId}/edit`)
  await dashboard.dialog.getByText("Hours that roles stay").waitFor()
  await shoot(dashboard, "settings-edit")

  await dashboard.open(`/settings/discord/${serverId}/test`)
  await dashboard.dialog.getByLabel("Role", { exact: true }).click()
  await page.getByRole("option", { name: "Silver" }).click()
  await dashboard.dialog.getByLabel("Member", { exact: true }).fill("mi")
  await dashboard.dialog.getByRole("radio", { name: /Mia/ }).check()
  await dashboard.dialog.getByRole("button", { name: "Run the test" }).click()
  await dashboard.dialog.getByText("All steps went well.").waitFor()
  await shoot(dashboard, "settings-test")

  await dashboard.open(`/settings/discord/${serverId}/disconnect`)
  await dashboard.dialog.getByText("What happens, and to whom").waitFor()
  await shoot(dashboard, "settings-disconnect")
}
