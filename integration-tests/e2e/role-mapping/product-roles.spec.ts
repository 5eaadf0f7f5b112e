import type { Locator } from "playwright-core"
import { eventually } from "../../helpers/eventually"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { Clicks } from "../harness/measure/clicks"
import { openPane, RolePane, savedNames } from "../harness/role-pane"

/** Whether a button stands out as one that takes something away. */
async function isRed(button: Locator): Promise<boolean> {
  return (await button.getAttribute("class"))?.includes("danger") ?? false
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
    const bronze = (name: string) => ({ name, exact: true })
    const unlimited = pane
      .variant("Monthly")
      .getByRole("button", { name: /^Bronze: as long as they own it/ })
    const days = pane.variant("Monthly").getByRole("textbox", bronze("Access to Bronze in days"))
    await unlimited.click()
    expect(await days.inputValue()).toBe("30")
    expect(await days.evaluate((field) => field === document.activeElement)).toBe(true)
    // Emptied, it is no length; and it is not taken for "as long as they own it".
    await days.fill("")
    await pane.pressSave()
    await pane.variant("Monthly").getByText("Enter whole days from 1 to 36,500.").waitFor()
    await pane
      .variant("Monthly")
      .getByRole("button", bronze("Let Bronze last as long as they own it"))
      .click()
    await unlimited.click()
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
    const clicks = await Clicks.of(page.context())
    const { pane, product } = await openPane(stage, ...titles)
    const before = clicks.count
    const search = pane.drawer.getByRole("textbox", { name: "Search variants" })
    await pane.drawer.getByText("20 variants", { exact: true }).waitFor()
    await search.fill("plan 2")
    await pane.drawer.getByText("2 of 20").waitFor()
    expect(await pane.variant("Plan 20").count()).toBe(1)
    expect(await pane.variant("Plan 1").count()).toBe(0)
    await search.fill("none of them")
    await pane.drawer.getByText("No variant is called “none of them”.").waitFor()
    await search.fill("")
    await pane.pick("Plan 1", "Gold", "Admin team")
    await pane.variant("Plan 1").getByText("Lets its holders: Administrator").waitFor()
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
    await pane.remove("Plan 1", "Admin team")
    await pane.variant("Plan 1").getByRole("button", { name: "Use for all variants" }).click()
    expect(await pane.chosen("Plan 20")).toEqual(["Gold"])
    await pane.save()
    expect(clicks.count - before).toBeLessThanOrEqual(10)
    expect(clicks.count).toBeGreaterThan(before)
    expect(await savedNames(stage, product.id)).toEqual(titles.map(() => ["Gold"]))
  })

  test("stays where the admin is when all variants get the roles of one in the middle", async (stage) => {
    const titles = Array.from({ length: 20 }, (_, at) => `Plan ${at + 1}`)
    const { pane } = await openPane(stage, ...titles)
    await pane.pick("Plan 10", "Gold", "Silver")
    const button = pane.variant("Plan 10").getByRole("button", { name: "Use for all variants" })
    await button.scrollIntoViewIfNeeded()
    const top = async () => (await button.boundingBox())?.y ?? NaN
    const before = await top()
    await button.click()
    await eventually(async () => expect(await pane.chosen("Plan 9")).toEqual(["Gold", "Silver"]))
    await eventually(async () => expect(Math.abs((await top()) - before)).toBeLessThan(20))
  })

  test("takes the roles of another product's variants, and saves them only on Save", async (stage) => {
    const { store, discord, page } = stage
    const { pane, product } = await openPane(stage, "Gold", "Silver", "Bronze")
    const club = await store.createProduct("Film club", [{ title: "gold" }, { title: "Silver" }])
    const [gold = "", silver = ""] = club.variantIds
    await store.setRoles(club.id, {
      variants: [
        { variant_id: gold, roles: [{ role_id: await discord.roleId("Gold"), access_days: 90 }] },
        { variant_id: silver, roles: [{ role_id: await discord.roleId("Silver") }] },
      ],
    })
    const copy = pane.drawer.getByRole("group", { name: "Copy from another product" })
    const begin = async () => {
      await pane.drawer.getByRole("button", { name: "Copy from another product" }).click()
      await copy.getByRole("combobox", { name: "Product" }).fill("Film club")
      await page.getByRole("option", { name: "Film club" }).first().click()
    }
    await begin()
    const from = copy.getByRole("combobox", { name: "Take the roles from" })
    await from.getByText("Variants of the same name (2 of 3)").waitFor()
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
    await copy.getByRole("button", { name: "Copy", exact: true }).click()
    await pane.drawer.getByText("Nothing is saved until you press Save.").waitFor()
    expect(await pane.chosen("Gold")).toEqual(["Gold"])
    expect(await pane.chosen("Silver")).toEqual(["Silver"])
    expect(await pane.chosen("Bronze")).toEqual([])
    await pane.variant("Gold").getByRole("textbox", { name: "Access to Gold in days" }).waitFor()

    await begin()
    await from.click()
    await page.getByRole("option", { name: "Silver, for all variants: Silver" }).click()
    await copy.getByRole("button", { name: "Copy", exact: true }).click()
    expect(await pane.chosen("Bronze")).toEqual(["Silver"])
    await pane.drawer.getByRole("button", { name: "Copy from another product" }).click()
    await copy.getByRole("button", { name: "Close" }).click()
    expect(await savedNames(stage, product.id)).toEqual([[], [], []])
    await pane.save()
    expect(await savedNames(stage, product.id)).toEqual([["Silver"], ["Silver"], ["Silver"]])
  })

  test("keeps the roles of one server while those of another are chosen", async (stage) => {
    const { store, discord } = stage
    const second = await discord.createServer("Second Server", [{ name: "Guest" }])
    await store.connectServer(discord, second)
    const { pane, product } = await openPane(stage, "Monthly")
    await pane.chooseServer("Example Community")
    await pane.pick("Monthly", "Gold")
    const hint = pane.drawer.getByText("Roles you chose on another server stay.")
    expect(await hint.count()).toBe(0)
    await pane.chooseServer("Second Server")
    await hint.waitFor()
    await pane.pick("Monthly", "Guest")
    await pane.variant("Monthly").getByText("on Example Community").waitFor()
    await pane.save()
    const [roles] = await savedNames(stage, product.id)
    expect(roles?.sort()).toEqual(["Gold", "Guest"])
    await pane.section.getByText("on Second Server").waitFor()

    // One server's roles alone are told apart, too, as long as the store has two.
    await pane.reopen()
    await pane.remove("Monthly", "Guest")
    await pane.save()
    await pane.section.getByText("on Second Server").waitFor({ state: "detached" })
    await pane.section.getByText("on Example Community").waitFor()
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
    const gains = question.getByText("Gold on Example Community: 1 customer gains it")
    await gains.waitFor()
    await question.getByText("The change is made in the background").waitFor()
    await question.getByText("1 more customer has not connected Discord").waitFor()
    await gains.click()
    const link = question.getByRole("link", { name: linked.email })
    expect(await link.getAttribute("href")).toBe(`/app/customers/${linked.id}`)
    expect(await link.getAttribute("target")).toBe("_blank")
    await question.getByText(`@${mia?.username}`).waitFor()
    expect(await seriousViolations(page, "[role=alertdialog]")).toEqual([])
    await question.getByRole("button", { name: "Keep editing" }).click()
    expect(await savedNames(stage, product.id)).toEqual([[]])

    await pane.pressSave()
    expect(await isRed(question.getByRole("button", { name: "Save" }))).toBe(false)
    await question.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Discord roles saved")
    await eventually(async () => expect(await discord.rolesOf(mia?.id ?? "")).toContain("Gold"))

    await page.getByRole("button", { name: "Undo" }).click()
    await dashboard.toast("Discord roles put back")
    await eventually(async () => expect(await discord.rolesOf(mia?.id ?? "")).not.toContain("Gold"))
    await pane.section.getByText("No variant of this product gives a Discord role yet").waitFor()
  })
  test("marks what current customers would lose, and loses nothing by Escape", async (stage) => {
    const { store, discord, page } = stage
    const { pane, product } = await openPane(stage, "Monthly")
    const [variant_id = ""] = product.variantIds
    const customer = await store.registerCustomer("mia")
    await store.linkAccount(customer, discord, discord.users[0]?.id ?? "")
    const roles = [{ role_id: await discord.roleId("Gold") }]
    await store.setRoles(product.id, { variants: [{ variant_id, roles }] })
    await store.buy(customer, variant_id)

    await pane.open(product.id)
    await pane.remove("Monthly", "Gold")
    await pane.pick("Monthly", "Silver")
    await pane.pressSave()
    const question = page.getByRole("alertdialog")
    const lines = question.getByRole("list", { name: "Changes for current customers" })
    await eventually(async () =>
      expect(await lines.locator("summary").allInnerTexts()).toEqual([
        "Gold on Example Community: 1 customer loses it",
        "Silver on Example Community: 1 customer gains it",
      ]),
    )
    expect(await isRed(question.getByRole("button", { name: "Save" }))).toBe(true)
    expect(await seriousViolations(page, "[role=alertdialog]")).toEqual([])
    await page.keyboard.press("Escape")
    await question.waitFor({ state: "detached" })
    expect(await pane.chosen("Monthly")).toEqual(["Silver"])
    expect(await savedNames(stage, product.id)).toEqual([["Gold"]])
  })

  test("sells the product only to connected buyers by one switch, which can be undone", async (stage) => {
    const { dashboard, page } = stage
    const { pane } = await openPane(stage, "Monthly")
    const only = pane.drawer.getByRole("switch", { name: "Only for connected buyers" })
    expect(await only.isChecked()).toBe(false)
    await pane.drawer.getByText("That is what the store’s options say.").waitFor()
    await pane.pick("Monthly", "Gold")
    await only.click()
    await pane.drawer.getByText("Set for this product.").waitFor()
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
    await pane.save()
    await page.reload()
    await pane.section.getByText("Only for connected buyers").waitFor()
    await pane.reopen()
    await only.waitFor()
    expect(await only.isChecked()).toBe(true)
    await only.click()
    await pane.save()
    await pane.section.getByText("Only for connected buyers").waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Undo" }).click()
    await dashboard.toast("Discord roles put back as they were")
    await pane.section.getByText("Only for connected buyers").waitFor()
  })
})
