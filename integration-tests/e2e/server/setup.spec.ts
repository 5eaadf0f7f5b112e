import type { Locator, Page } from "playwright-core"
import type { AuthorizationUrlResponse } from "../../../src/types/http"
import { eventually } from "../../helpers/eventually"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { allow, openConsent } from "../harness/consent"
import { userOf } from "../harness/people"
import { RolePane } from "../harness/role-pane"
import { Shopper } from "../harness/storefront/shopper"
import type { Stage } from "../harness/stage"

/** As an admin signs in who has no session yet. */
async function signIn({ newVisitor, world }: Stage): Promise<Page> {
  const page = await newVisitor()
  await page.goto(`${world.addresses.medusa}/app/login`)
  await page.getByPlaceholder("Email").fill(world.admin.email)
  await page.getByPlaceholder("Password").fill(world.admin.password)
  await page.getByRole("button", { name: /continue/i }).click()
  await page.waitForURL(/\/app\/(orders|products|$)/)
  return page
}

/** Asks the store for Discord's consent page, as the dashboard does with the admin's session, and opens it. */
async function beginConnect(page: Page): Promise<void> {
  const { authorization_url } = await page.evaluate(async () => {
    const answer = await fetch("/admin/discord/servers/connect", { method: "POST" })
    return (await answer.json()) as AuthorizationUrlResponse
  })
  await page.goto(authorization_url)
}

/** A server with a product that gives its roles. */
async function connected({ store, discord }: Stage): Promise<{ serverId: string }> {
  const serverId = await store.connectServer(discord)
  const product = await store.createProduct("Membership", [{ title: "Gold" }])
  const [variant_id = ""] = product.variantIds
  await store.setRoles(product.id, {
    variants: [{ variant_id, roles: [{ role_id: await discord.roleId("Gold") }] }],
  })
  return { serverId }
}

/** Whether each can be read and pressed where it is: within the screen, and wide enough. */
async function expectFits(page: Page, parts: Locator[]): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  for (const part of parts) {
    const box = await part.boundingBox()
    expect([await part.textContent(), box && box.x >= 0 && box.x + box.width <= width]).toEqual([
      expect.any(String),
      true,
    ])
    expect(box?.width ?? 0).toBeGreaterThan(40)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

browserSuite("from an empty store to a customer's role", (test) => {
  test("an admin connects Discord, a customer buys and holds the role", async (stage) => {
    const { discord, world, store } = stage
    const page = await signIn(stage)
    await beginConnect(page)
    await page.getByLabel("Signed in as").selectOption({ label: "Olivia (@olivia)" })
    await page.getByLabel("Add to server").selectOption({ label: "Example Community" })
    await page.getByRole("button", { name: "Authorize" }).click()
    await page.getByRole("heading", { name: "Discord server connected" }).waitFor()
    expect(await seriousViolations(page)).toEqual([])

    // The bot's role begins at the very bottom: the pane says so, and the admin drags it up in Discord.
    const [noah] = discord.users.slice(1)
    const { productId } = world.shop
    await stage.dashboard.open(`/products/${productId}`)
    const pane = new RolePane(stage.dashboard)
    await pane.reopen()
    await pane.openList("Gold")
    await pane.option("Gold").getByText("drag the bot's role above Gold").waitFor()
    await pane.closeList()
    await discord.moveBot("top")
    await pane.drawer.getByRole("button", { name: /Read the roles of Example Community/ }).click()
    await pane.drawer.getByText("Roles of Example Community read from Discord").waitFor()
    await pane.pick("Gold", "Gold")
    await pane.save()
    expect((await store.rolesOf(productId)).flatMap(({ roles }) => roles)).toHaveLength(1)

    const shopper = await Shopper.arrive(stage, "noah")
    await shopper.open()
    await shopper.signUpFor("Gold")
    await shopper.connect("Noah (@noah_b)")

    await eventually(async () => expect(await discord.rolesOf(noah?.id ?? "")).toEqual(["Gold"]))
    await shopper.page.reload()
    await shopper.page.getByRole("heading", { name: "My roles" }).waitFor()
    await shopper.page.getByText("Example Community").first().waitFor()
    expect(await seriousViolations(shopper.page)).toEqual([])
  })

  test("a list says what is left to do, until a member has a role", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const step = (number: number, state: string) =>
      page.getByRole("heading", { name: new RegExp(`^Step ${number}, ${state}:`) })
    await dashboard.open("/settings/discord")
    await step(1, "Done").waitFor()
    await step(3, "Comes later").waitFor()
    await allow(await openConsent(stage))
    await page.getByText("Example Community is connected.").waitFor()

    // Discord puts a new bot at the bottom: nobody is told that all is well.
    await step(2, "Done").waitFor()
    await step(3, "To be done").waitFor()
    await page.getByText("Discord, on Example Community: Server Settings").waitFor()
    const checkAgain = page.getByRole("button", { name: "Check again" })
    await checkAgain.click()
    await page.getByText("the bot can give no role to sell yet").waitFor()
    expect(await seriousViolations(page, "main")).toEqual([])
    await discord.moveBot("top")
    await checkAgain.click()
    await step(3, "Done").waitFor()

    const choose = page.getByRole("link", { name: "Choose a product" })
    expect(await choose.getAttribute("href")).toBe("/app/products")
    const product = await store.createProduct("Membership", [{ title: "Gold" }])
    const [variant_id = ""] = product.variantIds
    await store.setRoles(product.id, {
      variants: [{ variant_id, roles: [{ role_id: await discord.roleId("Gold") }] }],
    })
    await step(4, "Done").waitFor()
    expect(await seriousViolations(page, "main")).toEqual([])

    await page.getByRole("link", { name: "Test a role" }).click()
    await page.waitForURL(/\/settings\/discord\/[^/]+\/test$/)
    await dashboard.open("/settings/discord")
    const customer = await store.registerCustomer("mia")
    await store.linkAccount(customer, discord, userOf(stage, 0))
    await store.buy(customer, variant_id)
    await page.getByRole("heading", { name: "Set up Discord" }).waitFor({ state: "detached" })
    const row = page.getByRole("row").filter({ hasText: "Example Community" })
    await row.waitFor()

    // What it says of the server may not be so any more.
    await discord.control.outage(true)
    await dashboard.open("/settings/discord")
    const note = page.getByRole("alert").filter({ hasText: "are shown as last seen" })
    await note.waitFor()
    await row.waitFor()
    await discord.control.outage(false)
    await page.reload()
    await page.getByText("In order", { exact: true }).waitFor()
    expect(await note.count()).toBe(0)
    expect(await page.getByRole("heading", { name: "Set up Discord" }).count()).toBe(0)
  })

  test("on a phone, nothing of the settings is squeezed or wider than the screen", async (stage) => {
    const { dashboard, page } = stage
    await page.setViewportSize({ width: 390, height: 844 })
    await dashboard.open("/settings/discord")
    await expectFits(page, [page.getByRole("button", { name: "Add Discord Server" })])
    const { serverId } = await connected(stage)
    await dashboard.open("/settings/discord")
    const row = page.getByRole("row").filter({ hasText: "Example Community" })
    await expectFits(page, [
      page.getByRole("link", { name: "Members", exact: true }),
      page.getByRole("link", { name: "Access", exact: true }),
      page.getByRole("link", { name: "Activity" }),
      page.getByRole("button", { name: "Add Discord Server" }),
      page.getByRole("searchbox"),
      row.getByText("Healthy"),
    ])
    for (const path of ["/members", "/access", "/activity", `/${serverId}`]) {
      await dashboard.open(`/settings/discord${path}`)
      await expectFits(page, [page.getByRole("searchbox").first()])
    }
  })

  test("a person who refuses in Discord connects nothing", async (stage) => {
    const { page, dashboard, store } = stage
    await dashboard.open("/products")
    await beginConnect(page)
    await page.getByRole("button", { name: "Cancel" }).click()
    await page.getByRole("heading", { name: "Nothing was changed" }).waitFor()
    const { servers } = await store.servers()
    expect(servers).toEqual([])
  })
})
