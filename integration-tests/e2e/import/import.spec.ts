import { readFile } from "node:fs/promises"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

const DRAWER = "[role=dialog]"
const PHONE = { width: 390, height: 844 }

/** Chooses a file of these lines, as a German Excel writes it, and has it checked. */
async function check({ dashboard, page }: Stage, lines: string[]): Promise<void> {
  const buffer = Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`)
  await page
    .getByLabel("Choose a CSV file")
    .and(page.locator("input"))
    .setInputFiles({ name: "winners.csv", mimeType: "text/csv", buffer })
  await dashboard.dialog.getByText("winners.csv").waitFor()
  await dashboard.dialog.getByRole("button", { name: "Check rows" }).click()
}

browserSuite("an import", (test) => {
  test("shows what it would do, does it, and leaves what was refused to be mended", async (stage) => {
    const { dashboard, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const mia = await store.registerCustomer("mia")
    const noah = await store.registerCustomer("noah")
    const lines = [
      "email;variant_id;ends_at;discord_user_id;note",
      `${mia.email};${variants.Gold};2099-12-31;${userOf(stage, 0)};"won;\r\nthe raffle"`,
      `${noah.email};${variants.Silver};;;`,
      `nobody@example.com;${variants.Gold};31.12.2099;;`,
    ]
    const drawer = dashboard.dialog
    const rowOf = (text: string) => drawer.getByRole("listitem").filter({ hasText: text })
    await dashboard.open("/settings/discord/members?tab=all")
    await page.getByRole("link", { name: "Import", exact: true }).click()
    await page.waitForURL(/members\/import\?tab=all/)
    await drawer.getByRole("heading", { name: "Import customers" }).waitFor()
    expect(await seriousViolations(page, DRAWER)).toEqual([])
    const example = page.waitForEvent("download")
    await drawer.getByRole("button", { name: "Download example" }).click()
    expect(await readFile(await (await example).path(), "utf8")).toMatch(/^\uFEFFemail,sku,/)

    await page.setViewportSize(PHONE)
    await check(stage, ["email;level", "x;1"])
    await drawer.getByRole("alert").getByText("does not know: level. It knows email, ").waitFor()
    await drawer.getByRole("button", { name: "Choose another file" }).waitFor()
    await page.locator(`${DRAWER} input[type=file]`).setInputFiles({
      name: "mended.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(lines.join("\r\n")),
    })
    await drawer.getByText("mended.csv").waitFor()
    expect(await drawer.getByRole("alert").count()).toBe(0)
    await drawer.getByRole("button", { name: "Check rows" }).click()
    await rowOf("nobody@example.com").getByText("There is no customer with").waitFor()
    await rowOf("nobody@example.com").getByText("is not a date: 31.12.2099").waitFor()
    await rowOf(mia.email).getByText("Gets access").waitFor()
    await rowOf(mia.email).getByText("Gets linked").waitFor()
    await rowOf(noah.email).getByText("has not connected Discord yet").waitFor()
    expect(await seriousViolations(page, DRAWER)).toEqual([])
    const overflow = await page
      .locator(DRAWER)
      .evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await drawer.getByRole("button", { name: "Give access to 2 customers, link 1" }).click()
    await drawer.getByText("The import is done, except for 1 row").waitFor()
    await rowOf(mia.email).getByText("Linked", { exact: true }).waitFor()
    await expectRoles(stage, userOf(stage, 0), ["Gold", "Silver"])
    expect(await seriousViolations(page, DRAWER)).toEqual([])
    const refused = page.waitForEvent("download")
    await drawer.getByRole("button", { name: "Download refused rows" }).click()
    expect(await readFile(await (await refused).path(), "utf8")).toMatch(
      /^\uFEFFreason;email;.*\r\n"ends_at is not .*";nobody@example.com;/,
    )
    await drawer.getByRole("button", { name: "Close" }).last().click()
    await page.waitForURL(/members\?tab=all/)
    await page.getByRole("row").filter({ hasText: "Mia" }).waitFor()

    await page.getByRole("link", { name: "Import", exact: true }).click()
    await check(stage, lines.slice(0, 3))
    await drawer.getByText("There is nothing to import").waitFor()
    expect(await drawer.getByRole("button", { name: /^Give access/ }).count()).toBe(0)
    await page.keyboard.press("Escape")
    await page.waitForURL(/members\?tab=all/)
  })

  test("goes on where the store stopped answering, and does nothing twice", async (stage) => {
    const { dashboard, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const mia = await store.registerCustomer("mia")
    await page.route("**/admin/discord/imports", async (route) => {
      const { dry_run } = route.request().postDataJSON() as { dry_run?: boolean }
      if (dry_run) {
        return route.fallback()
      }
      // The store has done it, and its answer is lost on the way.
      await route.fetch()
      await route.abort()
      return page.unroute("**/admin/discord/imports")
    })
    const drawer = dashboard.dialog
    await dashboard.open("/settings/discord/members/import")
    await drawer
      .getByLabel("Or paste the rows here")
      .fill(`email,variant_id,discord_user_id\n${mia.email},${variants.Gold},${userOf(stage, 0)}`)
    await page.keyboard.press("Escape")
    await dashboard.dialog.getByRole("heading", { name: "Leave without importing?" }).waitFor()
    await dashboard.dialog.getByRole("button", { name: "Stay" }).click()
    await drawer.getByRole("button", { name: "Check rows" }).click()
    await drawer.getByRole("button", { name: "Give access to 1 customer, link 1" }).click()
    await drawer.getByRole("alert").getByText("The import was interrupted.").waitFor()
    await drawer.getByText("0 of 1").waitFor()
    expect(await seriousViolations(page, DRAWER)).toEqual([])
    await page.keyboard.press("Escape")
    await dashboard.dialog.getByRole("heading", { name: "Stop the import?" }).waitFor()
    await dashboard.dialog.getByRole("button", { name: "Go on" }).click()
    await drawer.getByRole("button", { name: "Try again" }).click()
    await drawer.getByText("The import is done.").waitFor()
    await drawer.getByText("Nothing to do: 1").waitFor()
    await expectRoles(stage, userOf(stage, 0), ["Gold", "Silver"])
  })
})
