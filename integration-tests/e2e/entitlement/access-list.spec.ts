import { randomUUID } from "node:crypto"
import { readFile } from "node:fs/promises"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

const CONTENT = "main"
/** The drawer's own frame is Medusa's. */
const FORM = "[role=dialog] form"
const DAY_MS = 24 * 60 * 60 * 1000
/** As wide as a phone. */
const PHONE = { width: 390, height: 844 }

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

/** Nora bought Gold and holds it, a guest bought Silver, Mia was given Bronze for some days, and Zita's is to come. */
async function fill(stage: Stage, product?: string) {
  const { discord, store } = stage
  const memberships = await sellMemberships(stage, product)
  const { variants } = memberships
  const nora = await store.registerCustomer("nora")
  const noah = userOf(stage, 1)
  await store.linkAccount(nora, discord, noah)
  const orderId = await store.buy(nora, variants.Gold)
  await expectRoles(stage, noah, ["Gold", "Silver"])
  const guest = store.guest("gus")
  await store.buy(guest, variants.Silver)
  const mia = await store.registerCustomer("mia")
  const given = { customer_id: mia.id, variant_id: variants.Bronze, note: "Moderates the forum" }
  await store.grantAccess({ ...given, ends_at: inDays(3) })
  const zita = await store.registerCustomer("zita")
  await store.grantAccess({
    customer_id: zita.id,
    variant_id: variants.Gold,
    starts_at: inDays(1),
    ends_at: inDays(60),
  })
  return { ...memberships, nora, noah, orderId, guest, mia, zita }
}

browserSuite("who has access", (test) => {
  test("is told of everybody, found from the product, and suspended and ended from the row", async (stage) => {
    const { dashboard, page, store, world } = stage
    const tab = (name: RegExp) => page.getByRole("tab", { name })
    const rowOf = ({ email }: { email: string }) =>
      page.locator(CONTENT).getByRole("row").filter({ hasText: email })
    await dashboard.open("/settings/discord/access?tab=all")
    await page.getByText("Nobody has access yet").waitFor()
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    const { productId, variants, nora, noah, orderId, guest, mia, zita } = await fill(stage)
    const { order } = await store.admin.admin.order.retrieve(orderId, { fields: "display_id" })
    await dashboard.open("/settings/discord")
    await page.getByRole("link", { name: "Access", exact: true }).click()
    await tab(/^Active\s*3$/).waitFor()
    const bought = rowOf(nora)
    await bought.getByText("Active", { exact: true }).waitFor()
    const href = (name: string) => bought.getByRole("link", { name }).getAttribute("href")
    expect(await href(nora.email)).toMatch(new RegExp(`/customers/${nora.id}$`))
    expect(await href("Community membership: Gold")).toMatch(new RegExp(`/products/${productId}$`))
    expect(await href(`Order #${order.display_id}`)).toMatch(new RegExp(`/orders/${orderId}$`))
    await bought.getByText("no end").waitFor()
    await rowOf(guest).getByText("Guest").waitFor()
    await rowOf(mia).getByText("Access given by hand").waitFor()
    await rowOf(mia).getByText(`by ${world.admin.email}`).waitFor()
    await rowOf(mia).getByText("Note: Moderates the forum").waitFor()
    expect(await rowOf(zita).count()).toBe(0)
    const table = page.locator(CONTENT).getByRole("table")
    expect(await table.innerText()).not.toMatch(/(order|variant|user|cus|dent)_\w{5}/)
    expect(
      await table.evaluate(({ parentElement: box }) => box && box.scrollWidth - box.clientWidth),
    ).toBe(0)
    for (const theme of ["light", "dark"] as const) {
      await dashboard.setTheme(theme)
      expect([theme, await seriousViolations(page, CONTENT)]).toEqual([theme, []])
    }

    await tab(/^Upcoming\s*1$/).click()
    await rowOf(zita).getByText("Upcoming").waitFor()
    await dashboard.open(`/products/${productId}`)
    const roles = dashboard.section("Discord")
    await roles.getByRole("link", { name: "Who has access to Bronze" }).click()
    await page.getByRole("button", { name: "Community membership: Bronze" }).waitFor()
    await rowOf(mia).waitFor()
    expect(await rowOf(nora).count()).toBe(0)
    expect(new URL(page.url()).searchParams.get("variant_id")).toBe(
      JSON.stringify([variants.Bronze]),
    )
    await dashboard.open(`/products/${productId}`)
    await roles.getByRole("link", { name: "Who has access", exact: true }).click()
    await page.getByRole("button", { name: "Community membership", exact: true }).waitFor()
    await rowOf(nora).waitFor()

    await page.getByRole("button", { name: `Actions for ${nora.email}'s access to Gold` }).click()
    await page.getByRole("menuitem", { name: "Suspend" }).click()
    const { dialog } = dashboard
    await dialog.getByRole("combobox", { name: "Reason" }).click()
    await page.getByRole("option", { name: "payment disputed" }).click()
    expect(await seriousViolations(page, FORM)).toEqual([])
    await dialog.getByRole("button", { name: "Suspend" }).click()
    await dashboard.toast("The access to Gold is suspended")
    await expectRoles(stage, noah, [])
    await rowOf(nora).waitFor({ state: "detached" })
    await tab(/^Suspended\s*1$/).click()
    await rowOf(nora).getByText("payment disputed").waitFor()
    await page.getByRole("button", { name: `Actions for ${nora.email}'s access to Gold` }).click()
    await page.getByRole("menuitem", { name: "Resume access" }).click()
    await dialog.getByRole("button", { name: "Resume access" }).click()
    await dashboard.toast("The access to Gold is resumed")
    await expectRoles(stage, noah, ["Gold", "Silver"])
    await page
      .getByText("No access stands like this now.")
      .or(page.getByText("Nothing found"))
      .waitFor()

    await tab(/^Active\s*3$/).click()
    await page.getByRole("button", { name: `Actions for ${mia.email}'s access to Bronze` }).click()
    await page.getByRole("menuitem", { name: "End access" }).click()
    await dialog.getByText("No role is taken away").waitFor()
    await dialog.getByRole("button", { name: "End access" }).click()
    await dashboard.toast("The access to Bronze has ended")
    await tab(/^Ended\s*1$/).click()
    await rowOf(mia).getByText("an admin ended it").waitFor()
    await page.getByRole("button", { name: `Actions for ${mia.email}'s access to Bronze` }).click()
    expect(await page.getByRole("menuitem", { name: "End access" }).count()).toBe(0)
    await page.getByRole("menuitem", { name: "Open customer" }).click()
    await dashboard.section("Manual access").waitFor()
  })

  test("is ended at once where a person gave it, and nothing else can be chosen", async (stage) => {
    const { dashboard, page, store } = stage
    const { mia, zita, nora, variants } = await fill(stage)
    await store.grantAccess({ customer_id: mia.id, variant_id: variants.Silver })
    await dashboard.open("/settings/discord/access?tab=all")
    const choose = (who: { email: string }) =>
      page.getByRole("checkbox", { name: `Select ${who.email}'s access to` })
    await choose(zita).waitFor()
    expect([await choose(mia).count(), await choose(nora).count()]).toEqual([2, 0])
    await page.getByRole("checkbox", { name: /^Select all access of this page/ }).click()
    expect(await seriousViolations(page, CONTENT)).toEqual([])
    await page.getByRole("button", { name: "End access" }).click()
    await dashboard.dialog.getByRole("heading", { name: "End 3 accesses?" }).waitFor()
    await dashboard.dialog.getByRole("button", { name: "End access" }).click()
    await dashboard.toast("3 accesses have ended")
    await page.getByRole("tab", { name: /^Ended\s*3$/ }).waitFor()
    await page.getByRole("tab", { name: /^Active\s*2$/ }).waitFor()
  })

  test("is filtered, searched, sorted and downloaded, and kept in the address", async (stage) => {
    const { dashboard, page } = stage
    // The shop keeps the products of other tests: this one must be found among them.
    const title = `Membership ${randomUUID()}`
    const { guest, mia, nora, zita } = await fill(stage, title)
    // An open filter hides the rows from those who cannot see, and from a search by role.
    const rows = page.locator(`${CONTENT} tbody tr`)
    const rowOf = ({ email }: { email: string }) => rows.filter({ hasText: email })
    await dashboard.open("/settings/discord/access?tab=all")
    await rowOf(zita).waitFor()
    await page.getByRole("columnheader", { name: "Until" }).getByRole("button").click()
    await page.waitForURL(/order=ends_at/)
    await page.reload()
    await rows.nth(0).getByText(mia.email).waitFor()
    await rows.nth(1).getByText(zita.email).waitFor()

    const filters = page.locator(`${CONTENT} button[aria-haspopup=menu]:not([aria-label])`).first()
    const choose = async (filter: string) => {
      await filters.click()
      await page.getByRole("menuitem", { name: filter, exact: true }).click()
    }
    await choose("Variant")
    await page.getByRole("searchbox", { name: "Search by product, variant or SKU" }).fill(title)
    const choice = (variant: string) =>
      page.getByRole("checkbox", { name: new RegExp(`^${title} · ${variant} `) })
    await choice("Gold").click()
    await rowOf(guest).waitFor({ state: "detached" })
    await choice("Bronze").click()
    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: `${title}: Gold, ${title}: Bronze` }).waitFor()
    await choose("Given by")
    await page.getByRole("button", { name: "By hand", exact: true }).click()
    await rowOf(nora).waitFor({ state: "detached" })
    await page.keyboard.press("Escape")
    await choose("Ends")
    await page.getByRole("listitem").filter({ hasText: "Within 7 days" }).click()
    await rowOf(zita).waitFor({ state: "detached" })
    await page.keyboard.press("Escape")
    await rowOf(mia).waitFor()
    await page.reload()
    await rowOf(mia).waitFor()
    expect(await rowOf(zita).count()).toBe(0)
    const download = page.waitForEvent("download")
    await page.getByRole("button", { name: "Download CSV" }).click()
    const file = await readFile(await (await download).path(), "utf8")
    expect(file).toMatch(/^customer_name,customer_email,/)
    expect(file.split("\r\n").slice(1, -1)).toEqual([expect.stringContaining(mia.email)])

    const clear = page.getByRole("button", { name: "Clear all" })
    await clear.click()
    // Nobody types within a frame of a click. Medusa's search would write the address as it was, with its filters.
    await clear.waitFor({ state: "detached" })
    await rowOf(nora).waitFor()
    await page.getByRole("searchbox").fill(guest.email.toUpperCase())
    await rowOf(nora).waitFor({ state: "detached" })
    await rowOf(guest).waitFor()
    await page.getByRole("searchbox").fill("nobody-of-this-name")
    await page.getByText("Nothing found").waitFor()

    await page.setViewportSize(PHONE)
    const heading = page.getByRole("heading", { name: "Access", exact: true })
    const button = page.getByRole("button", { name: "Download CSV" })
    const [above, below] = await Promise.all([heading.boundingBox(), button.boundingBox()])
    // On a phone the button stands below the title, not beside it.
    expect(above && below && below.y >= above.y + above.height).toBe(true)
    expect(await seriousViolations(page, CONTENT)).toEqual([])
  })
})
