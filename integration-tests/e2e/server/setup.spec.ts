import type { Page } from "playwright-core"
import type { AuthorizationUrlResponse } from "../../../src/types/http"
import { eventually } from "../../helpers/eventually"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { RolePane } from "../harness/role-pane"
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
    await stage.dashboard.toast("Roles of Example Community read from Discord")
    await pane.pick("Gold", "Gold")
    await pane.save()
    expect((await store.rolesOf(productId)).flatMap(({ roles }) => roles)).toHaveLength(1)

    const shopper = await stage.newVisitor()
    await shopper.goto(world.addresses.storefront)
    await shopper.getByLabel("E-mail").fill(`noah.${Date.now()}@example.com`)
    await shopper.getByLabel("Password").fill("noah-buys-gold")
    await shopper.getByRole("button", { name: "Sign up" }).click()
    await shopper.getByRole("button", { name: "Connect Discord" }).click()
    await shopper.getByLabel("Signed in as").selectOption({ label: "Noah (@noah_b)" })
    await shopper.getByRole("button", { name: "Authorize" }).click()
    await shopper.getByText("Discord is connected.").waitFor()
    await shopper.getByRole("button", { name: "Buy Gold" }).click()
    await shopper.getByText(/Order #\d+ for Gold is placed/).waitFor()

    await eventually(async () => expect(await discord.rolesOf(noah?.id ?? "")).toEqual(["Gold"]))
    await shopper.reload()
    await shopper.getByRole("heading", { name: "My roles" }).waitFor()
    await shopper.getByText("Example Community").first().waitFor()
    expect(await seriousViolations(shopper)).toEqual([])
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
