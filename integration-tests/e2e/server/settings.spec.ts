import type { Locator, Page } from "playwright-core"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { allow, openConsent } from "../harness/consent"
import type { Stage } from "../harness/stage"

const ADD = "Add Discord Server"
/** What the plugin puts on the page: what lies around it is Medusa's. */
const CONTENT = "main"
const FORM = "[role=dialog] form"

/** The line of a check, by its name. */
function check(page: Page, name: string): Locator {
  return page.locator("main li").filter({ has: page.getByText(name, { exact: true }) })
}

/** A server with a product that gives its roles. @returns the server's id */
async function connected({ store, discord }: Stage): Promise<string> {
  const id = await store.connectServer(discord)
  const product = await store.createProduct("Membership", [{ title: "Gold" }])
  const role_id = await discord.roleId("Gold")
  const [variant_id = ""] = product.variantIds
  await store.setRoles(product.id, {
    variants: [{ variant_id, roles: [{ role_id, access_days: null }] }],
  })
  return id
}

browserSuite("settings of Discord", (test) => {
  test("leads from nothing to a connected server, in a window of Discord's", async (stage) => {
    const { page, dashboard } = stage
    await dashboard.open("/settings/discord")
    await page.getByRole("heading", { name: "Set up Discord" }).waitFor()
    await page.getByText("The Discord application is in order").waitFor()
    // The one thing to do is there without scrolling.
    const button = await page.getByRole("button", { name: ADD }).boundingBox()
    expect((button?.y ?? Infinity) + (button?.height ?? 0)).toBeLessThan(450)
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    // What the developer needs is one click away, now and later.
    await page.getByRole("button", { name: "Show the application's checks" }).click()
    await page.getByText("Discord knows the redirect URI.").waitFor()
    await page.getByText(`${stage.world.addresses.medusa}/discord/oauth/callback`).waitFor()
    await page.getByRole("button", { name: "Show the options in force" }).click()
    await page.getByText("An order gives its roles as soon as its payment is authorized.").waitFor()
    await page.getByText("revokeOnRefund", { exact: true }).waitFor()
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    const consent = await openConsent(stage)
    const closed = consent.waitForEvent("close")
    await allow(consent)
    await closed
    await page.getByText("Example Community is connected.").waitFor()
    await page.getByRole("row").filter({ hasText: "Example Community" }).waitFor()
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    const again = await openConsent(stage)
    await allow(again)
    await page.getByText("Example Community was connected already").waitFor()
  })

  test("falls back to a link where the window is blocked", async (stage) => {
    const { page, dashboard } = stage
    await page.addInitScript(() => {
      window.open = () => null
    })
    await dashboard.open("/settings/discord")
    await page.getByRole("button", { name: ADD }).click()
    const opened = page.waitForEvent("popup")
    await page.getByRole("link", { name: "Open Discord", exact: true }).click()
    const consent = await opened
    await consent.getByLabel("Signed in as").selectOption({ label: "Olivia (@olivia)" })
    await allow(consent)
    await page.getByText("Example Community is connected.").waitFor()
  })

  test("shows where the bot's role must go, until it is there", async (stage) => {
    const { page, dashboard, discord, store } = stage
    const id = await connected(stage)
    await discord.moveBot(1)
    await store.refresh(id)
    await dashboard.open("/settings/discord")
    await page.getByRole("row").filter({ hasText: "Needs you" }).click()
    await page.waitForURL(new RegExp(`/settings/discord/${id}$`))
    await check(page, "Position of the bot's role")
      .getByText("drag the bot's role above Gold")
      .waitFor()
    await check(page, "Position of the bot's role").getByText("Drag the bot's role here").waitFor()
    // Before all that is well.
    const [first] = await page.locator("main ul.divide-y > li").allTextContents()
    expect(first).toContain("Position of the bot's role")
    const open = check(page, "Position of the bot's role").getByRole("link", {
      name: "Open in Discord",
    })
    expect(await open.getAttribute("href")).toMatch(/^https:\/\/discord\.com\/channels\/\d+$/)
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    await discord.moveBot("top")
    await page.getByRole("button", { name: "Check again" }).click()
    await page.getByText("The bot can give every role you sell.").waitFor()
    expect(await page.getByText("Drag the bot's role here").count()).toBe(0)
    await page.getByText("Healthy", { exact: true }).waitFor()
  })

  test("takes no old check for a new one while Discord does not answer", async (stage) => {
    const { page, dashboard, discord } = stage
    const id = await connected(stage)
    await dashboard.open(`/settings/discord/${id}`)
    const position = check(page, "Position of the bot's role")
    await position.getByText("In order", { exact: true }).waitFor({ state: "attached" })
    await discord.control.outage(true)
    await page.getByRole("button", { name: "Check again" }).click()
    await page.getByText("The server could not be checked.").waitFor()
    await page.getByText(/^As of .+, and not known since\.$/).waitFor()
    await position.getByText("Not known now", { exact: true }).waitFor({ state: "attached" })
    expect(await page.getByText("In order", { exact: true }).count()).toBe(0)
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    await discord.control.outage(false)
    await page.getByRole("button", { name: "Check again" }).click()
    await position.getByText("In order", { exact: true }).waitFor({ state: "attached" })
  })

  test("saves how members are treated", async (stage) => {
    const { page, dashboard } = stage
    const id = await connected(stage)
    await dashboard.open(`/settings/discord/${id}`)
    await page.getByRole("link", { name: "Edit settings" }).click()
    const drawer = dashboard.dialog
    await drawer.getByLabel("At the end of access").click()
    await page.getByRole("option", { name: /Remove members/ }).click()
    await drawer.getByLabel("Hours that roles stay").fill("1.5")
    await drawer.getByText("Enter whole hours").waitFor()
    await drawer.getByLabel("Hours that roles stay").fill("48")
    expect(await seriousViolations(page, FORM)).toEqual([])
    await drawer.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Settings saved")
    await page.getByText("48 hours").waitFor()
    // What is asked for now is checked at once.
    await check(page, "Kick Members").getByText("switch on Kick Members").waitFor()
  })

  test("tests a role on a member, step by step", async (stage) => {
    const { page, dashboard, discord } = stage
    const id = await connected(stage)
    await dashboard.open(`/settings/discord/${id}/test`)
    const drawer = dashboard.dialog
    await drawer.getByLabel("Role", { exact: true }).click()
    await page.getByRole("option", { name: "Gold" }).click()
    await drawer.getByLabel("Member", { exact: true }).fill("mi")
    await drawer.getByRole("radio", { name: /Mia/ }).check()
    await drawer.getByRole("button", { name: "Run the test" }).click()
    await drawer.getByText("All steps went well.").waitFor()
    expect(await seriousViolations(page, FORM)).toEqual([])
    const [mia] = discord.users
    expect(await discord.rolesOf(mia?.id ?? "")).toEqual([])

    await discord.moveBot(1)
    await drawer.getByRole("button", { name: "Run the test" }).click()
    await drawer.getByText("The bot cannot give Gold.").waitFor()
  })

  test("tells whom it concerns before a server is disconnected", async (stage) => {
    const { page, dashboard } = stage
    const id = await connected(stage)
    await dashboard.open(`/settings/discord/${id}/disconnect`)
    const drawer = dashboard.dialog
    await drawer.getByText("What your variants give here is kept: 1 role of a variant.").waitFor()
    const button = drawer.getByRole("button", { name: "Disconnect" })
    expect(await button.isDisabled()).toBe(true)
    expect(await seriousViolations(page, FORM)).toEqual([])
    await drawer.getByLabel("Type Example Community to confirm").fill("Example Community")
    await button.click()
    await dashboard.toast("Example Community is disconnected")
    await page.getByText("This server is disconnected").waitFor()
  })
})
