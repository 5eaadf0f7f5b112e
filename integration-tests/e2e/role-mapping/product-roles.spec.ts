import type { Page } from "playwright-core"
import { eventually } from "../../helpers/eventually"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { RolePane } from "../harness/role-pane"
import type { Stage } from "../harness/stage"

/** A connected server, a product with these variants, and its pane open. */
async function openPane(stage: Stage, ...titles: string[]) {
  const { store, discord, dashboard } = stage
  const serverId = await store.connectServer(discord)
  const variants = titles.map((title, at) => ({ title, amount: 10 * (at + 1) }))
  const product = await store.createProduct("Membership", variants)
  const pane = new RolePane(dashboard)
  await pane.open(product.id)
  return { pane, product, serverId }
}

/** Counts the admin's clicks from now on. @returns how many there were */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as typeof window & { clicks: number }
    counted.clicks = 0
    window.addEventListener("click", ({ isTrusted }) => (counted.clicks += Number(isTrusted)), true)
  })
  return () => page.evaluate(() => (window as typeof window & { clicks: number }).clicks)
}

async function savedNames({ store }: Stage, productId: string): Promise<string[][]> {
  const variants = await store.rolesOf(productId)
  return variants.map(({ roles }) => roles.map(({ name }) => name))
}

browserSuite("choosing a product's roles", (test) => {
  test("leads to Settings while no server is connected", async ({ store, dashboard }) => {
    const product = await store.createProduct("Membership", [{ title: "Gold" }])
    const pane = new RolePane(dashboard)
    await pane.open(product.id)
    await pane.drawer.getByText("No Discord server is connected yet").waitFor()
    await pane.drawer.getByText("Go to Settings → Discord and add a server first").waitFor()
    expect(await seriousViolations(dashboard.page, "[role=dialog]")).toEqual([])
  })

  test("adds two roles, removes a tag, and shows what was saved after a reload", async (stage) => {
    const { pane, product } = await openPane(stage, "Monthly", "Yearly")
    await pane.variant("Monthly").getByText("Plan: Monthly · €10.00").waitFor()

    await pane.pick("Monthly", "Gold", "Silver", "Bronze")
    expect(await pane.chosen("Monthly")).toEqual(["Gold", "Silver", "Bronze"])
    await pane.remove("Monthly", "Silver")
    const days = pane.variant("Monthly").getByRole("textbox", { name: "Access to Bronze in days" })
    await days.fill("30")
    await pane.save()

    await stage.page.reload()
    await pane.section.getByText("30 days").waitFor()
    await pane.section.getByText("1 other variant gives no role.").waitFor()
    expect(await savedNames(stage, product.id)).toEqual([["Gold", "Bronze"], []])
    await pane.reopen()
    expect(await pane.chosen("Monthly")).toEqual(["Gold", "Bronze"])
    expect(await pane.chosen("Yearly")).toEqual([])
  })

  test("gives all variants the same roles by one click, and says what a role lets its holders do", async (stage) => {
    const { discord, page } = stage
    await discord.control.createRole(discord.guild.id, { name: "Admin team", permissions: "8" })
    const titles = Array.from({ length: 20 }, (_, at) => `Plan ${at + 1}`)
    const { pane, product } = await openPane(stage, ...titles)
    const clicks = await countClicks(page)
    await pane.pick("Plan 1", "Gold", "Admin team")
    await pane.variant("Plan 1").getByText("Lets its holders: Administrator").waitFor()
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
    await pane.remove("Plan 1", "Admin team")
    await pane.variant("Plan 1").getByRole("button", { name: "Use for all variants" }).click()
    expect(await pane.chosen("Plan 20")).toEqual(["Gold"])
    await pane.save()
    expect(await clicks()).toBeLessThanOrEqual(10)
    expect(await savedNames(stage, product.id)).toEqual(titles.map(() => ["Gold"]))
  })

  test("keeps the roles of one server while those of another are chosen", async (stage) => {
    const { store, discord } = stage
    const second = await discord.createServer("Second Server", [{ name: "Guest" }])
    await store.connectServer(discord, second)
    const { pane, product } = await openPane(stage, "Monthly")
    await pane.chooseServer("Example Community")
    await pane.pick("Monthly", "Gold")
    await pane.chooseServer("Second Server")
    await pane.pick("Monthly", "Guest")
    await pane.variant("Monthly").getByText("on Example Community").waitFor()
    await pane.save()
    const [roles] = await savedNames(stage, product.id)
    expect(roles?.sort()).toEqual(["Gold", "Guest"])
    await pane.section.getByText("on Second Server").waitFor()
  })

  test("asks in words before a role that manages the server is sold, and only then", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { control, guild } = discord
    const gold = await discord.roleId("Gold")
    await control.updateRole(guild.id, gold, { permissions: "268435464" })
    const { pane, product } = await openPane(stage, "Monthly")
    await pane.pick("Monthly", "Gold")
    await pane.pressSave()
    const { dialog } = dashboard
    await dialog.getByText("Sell roles that manage the server?").waitFor()
    await dialog
      .getByText(
        "Gold on Example Community has Administrator, Manage Roles: whoever buys it may use that.",
      )
      .waitFor()
    await dialog.getByRole("button", { name: "Keep editing" }).click()
    expect(await savedNames(stage, product.id)).toEqual([[]])

    await pane.pressSave()
    await dialog.getByRole("button", { name: "Save all the same" }).click()
    await dashboard.toast("Discord roles saved")
    expect(await savedNames(stage, product.id)).toEqual([["Gold"]])

    // What is sold already is no new choice; taken away and put back by Undo neither.
    await pane.reopen()
    await pane.pick("Monthly", "Silver")
    await pane.save()
    await pane.reopen()
    await pane.remove("Monthly", "Gold")
    await pane.save()
    await page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" }).first().click()
    await dashboard.toast("put back")
    expect(await savedNames(stage, product.id)).toEqual([["Gold", "Silver"]])

    const [server] = (await store.servers()).servers
    await dashboard.open(`/settings/discord/${server?.id}/test`)
    await dialog.getByLabel("Role", { exact: true }).click()
    await page.getByRole("option", { name: "Gold" }).click()
    await dialog.getByLabel("Member", { exact: true }).fill("mi")
    await dialog.getByRole("radio", { name: /Mia/ }).check()
    await dialog.getByRole("button", { name: "Run the test" }).click()
    await dialog.getByText("Test Gold all the same?").waitFor()
    await dialog.getByText(/Administrator, Manage Roles\. Mia may use that until/).waitFor()
    await dialog.getByRole("button", { name: "Test all the same" }).click()
    await dialog.getByText("All steps went well.").waitFor()
  })

  test("is used by keyboard alone", async (stage) => {
    const { page } = stage
    const { pane, product } = await openPane(stage, "Monthly")
    await pane
      .variant("Monthly")
      .getByRole("button", { name: /Choose roles/ })
      .focus()
    await page.keyboard.press("Enter")
    await page.getByRole("combobox", { name: "Search roles" }).waitFor()
    await page.keyboard.type("sil")
    await eventually(async () => expect(await pane.list.getByRole("option").count()).toBe(1))
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Escape")
    await pane.list.waitFor({ state: "detached" })
    // The focus is back on the button, and the next stops are the tag's.
    await page.keyboard.press("Tab")
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))
    expect(await focused()).toBe("Remove Silver from Monthly")
    await pane.drawer.getByRole("button", { name: "Save" }).focus()
    await page.keyboard.press("Enter")
    await stage.dashboard.toast("Discord roles saved")
    expect(await savedNames(stage, product.id)).toEqual([["Silver"]])
  })

  test("asks before unsaved changes are lost", async (stage) => {
    const { page } = stage
    const { pane, product } = await openPane(stage, "Monthly")
    await pane.pick("Monthly", "Gold")
    await page.keyboard.press("Escape")
    const question = page.getByRole("alertdialog")
    await question.getByText("Leave without saving?").waitFor()
    await question.getByRole("button", { name: "Keep editing" }).click()
    expect(await pane.chosen("Monthly")).toEqual(["Gold"])
    await pane.drawer.getByRole("button", { name: "Cancel" }).click()
    await question.getByRole("button", { name: "Leave" }).click()
    await pane.drawer.waitFor({ state: "detached" })
    expect(await savedNames(stage, product.id)).toEqual([[]])
  })

  test("says whom a save changes, and takes it back", async (stage) => {
    const { store, discord, page, dashboard } = stage
    const { pane, product } = await openPane(stage, "Monthly")
    const [variantId = ""] = product.variantIds
    const [mia] = discord.users
    const linked = await store.registerCustomer("mia")
    await store.linkAccount(linked, discord, mia?.id ?? "")
    await store.buy(linked, variantId)
    const unlinked = await store.registerCustomer("noah")
    await store.buy(unlinked, variantId)

    await pane.pick("Monthly", "Gold")
    await pane.pressSave()
    const question = page.getByRole("alertdialog")
    await question.getByText("Example Community: 1 customer gains a role.").waitFor()
    await question.getByText("1 more customer has not connected Discord").waitFor()
    expect(await seriousViolations(page, "[role=alertdialog]")).toEqual([])
    await question.getByRole("button", { name: "Keep editing" }).click()
    expect(await savedNames(stage, product.id)).toEqual([[]])

    await pane.pressSave()
    await question.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Discord roles saved")
    await eventually(async () => expect(await discord.rolesOf(mia?.id ?? "")).toContain("Gold"))

    await page.getByRole("button", { name: "Undo" }).click()
    await dashboard.toast("Discord roles put back")
    await eventually(async () => expect(await discord.rolesOf(mia?.id ?? "")).not.toContain("Gold"))
    await pane.section.getByText("No variant of this product gives a Discord role yet").waitFor()
  })
})
