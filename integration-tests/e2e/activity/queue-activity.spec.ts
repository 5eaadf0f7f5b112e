import { readFile } from "node:fs/promises"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships, type Memberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

const CONTENT = "main"
/** In one call for who joins with the role, in another for who is there already. */
const GIVEN = /Member joined|Role given|Roles replaced/

/** Noah owns Gold and holds it. */
async function servedMember(stage: Stage): Promise<Memberships> {
  const { discord, store } = stage
  const memberships = await sellMemberships(stage)
  const { variants } = memberships
  const customer = await store.registerCustomer("nora")
  const noah = userOf(stage, 1)
  await store.linkAccount(customer, discord, noah)
  await store.buy(customer, variants.Gold)
  await expectRoles(stage, noah, ["Gold", "Silver"])
  return memberships
}

browserSuite("the queue and the activity log", (test) => {
  test("show who stands where, and try all of them again", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { productId, variants } = await servedMember(stage)
    const roles = [{ role_id: await discord.roleId("Gold"), access_days: null }]
    await store.setRoles(productId, { variants: [{ variant_id: variants.Gold, roles }] })
    await expectRoles(stage, userOf(stage, 1), ["Gold"])
    await dashboard.open("/settings/discord")
    await page.getByRole("link", { name: "Queue" }).click()
    const row = page.getByRole("row").filter({ hasText: "Noah" })
    await row.getByText("Up to date").waitFor()
    await page.getByText("Changed role mapping").first().waitFor()
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    await page.getByRole("button", { name: /^Waiting for you/ }).click()
    await page.getByText("Nobody found").waitFor()
    await page.getByRole("button", { name: /^Up to date/ }).click()
    await row.waitFor()

    await page.getByRole("button", { name: "Read older orders" }).click()
    await dashboard.dialog.getByRole("button", { name: "Read older orders" }).click()
    await dashboard.toast("Reading the store's orders")
    await page.getByText("Orders from before the plugin").first().waitFor()
    await page.getByText("Completed").first().waitFor()
  })

  test("tell what was done, find it by name and download it", async (stage) => {
    const { dashboard, page } = stage
    await servedMember(stage)
    await dashboard.open("/settings/discord")
    await page.getByRole("link", { name: "Activity" }).click()
    const given = page.getByRole("row").filter({ hasText: GIVEN }).first()
    await given.waitFor()
    expect(await seriousViolations(page, CONTENT)).toEqual([])
    const [badge, cell] = await Promise.all([
      given.getByText(GIVEN).boundingBox(),
      given.getByRole("cell").nth(1).boundingBox(),
    ])
    // What was done is read whole, not cut off by a narrow column.
    expect(badge && cell && badge.x + badge.width <= cell.x + cell.width).toBe(true)

    await dashboard.open("/settings/discord/activity?q=nobody-of-this-name")
    await page.getByText("Nothing found").waitFor()
    await dashboard.open("/settings/discord/activity?q=noah_b")
    await page.getByRole("row").filter({ hasText: GIVEN }).first().waitFor()
    const download = page.waitForEvent("download")
    await page.getByRole("button", { name: "Download CSV" }).click()
    const file = await readFile(await (await download).path(), "utf8")
    expect(file.split("\r\n")[0]).toContain("created_at,action,outcome")
    expect(file).toContain("noah_b")
  })
})
