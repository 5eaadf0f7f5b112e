import { say } from "../../helpers/say"
import { browserSuite } from "../harness/browser-suite"
import { Clicks } from "../harness/measure/clicks"
import { expectRoles, userOf } from "../harness/people"
import { RolePane, savedNames } from "../harness/role-pane"
import { sellMemberships } from "../harness/memberships"
import { openDemoShop } from "../harness/storefront/demo-shop"
import { Shopper } from "../harness/storefront/shopper"

const SETUP_LIMIT = 15
const REASON_LIMIT = 2
const SUPPORT_LIMIT = 4
/** Signing up and Discord's list of who one is are in it. */
const CUSTOMER_LIMIT = 6

function expectAtMost(name: string, clicks: number, limit: number): void {
  say(`${name}_clicks ${clicks} count (limit ${limit})`)
  expect(clicks).toBeGreaterThan(0)
  expect([name, clicks <= limit, clicks]).toEqual([name, true, clicks])
}

browserSuite("how many clicks it takes", (test) => {
  test("to sell three plans in a store that has nothing to do with Discord yet", async (stage) => {
    const { dashboard, discord, page } = stage
    const clicks = await Clicks.of(page.context())
    await dashboard.open("/orders")
    await page.getByRole("link", { name: "Settings", exact: true }).click()
    await page.getByRole("link", { name: "Discord", exact: true }).click()
    const opened = page.waitForEvent("popup")
    await page.getByRole("button", { name: "Add Discord Server" }).click()
    const consent = await opened
    // Who is signed in to Discord: no list of Discord's, only the sandbox has it.
    await consent.getByLabel("Signed in as").selectOption({ label: "Olivia (@olivia)" })
    await clicks.choose(consent, "Add to server", "Example Community")
    await consent.getByRole("button", { name: "Authorize" }).click()
    await page.getByText("Example Community is connected.").waitFor()

    // In Discord, the admin drags the bot's role up, and comes back.
    await discord.moveBot("top")
    await page.evaluate(() => window.dispatchEvent(new Event("focus")))
    await page.getByRole("link", { name: "Choose a product" }).click()
    await page.getByRole("row").filter({ hasText: "Community membership" }).first().click()
    await page.getByRole("button", { name: "Discord Roles" }).click()
    const pane = new RolePane(dashboard)
    await pane.drawer.getByRole("button", { name: "Use roles of the same name" }).click()
    await pane.save()
    const productId = /products\/(\w+)/.exec(page.url())?.[1] ?? ""
    expect(await savedNames(stage, productId)).toEqual([["Bronze"], ["Silver"], ["Gold"]])
    expectAtMost("setup", clicks.count, SETUP_LIMIT)
  })

  test("from an order without a role to the reason, and to what ends it", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const clicks = await Clicks.of(page.context())
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    const openOrder = async (email: string) => {
      await dashboard.open("/orders")
      const before = clicks.count
      await page.getByRole("row").filter({ hasText: email }).first().click()
      return { section: dashboard.section("Discord Roles"), before }
    }

    const guest = store.guest("gus")
    await store.buy(guest, variants.Gold)
    const waiting = await openOrder(guest.email)
    await waiting.section.getByText("ordered as a guest and has not connected Discord").waitFor()
    expectAtMost("reason_not_connected", clicks.count - waiting.before, REASON_LIMIT)
    await waiting.section.getByRole("button", { name: "Copy claim link" }).click()
    await dashboard.toast("Claim link copied")
    expectAtMost("handed_over", clicks.count - waiting.before, SUPPORT_LIMIT)

    const nora = await store.registerCustomer("nora")
    const noah = userOf(stage, 1)
    await store.linkAccount(nora, discord, noah)
    await discord.control.ban(discord.guild.id, noah)
    await store.buy(nora, variants.Silver)
    const banned = await openOrder(nora.email)
    await banned.section.getByText("This Discord account is banned from the server.").waitFor()
    // Said once, with whose move it is and what they do.
    await banned.section.getByText("Needs you", { exact: true }).waitFor()
    await banned.section.getByText("Lift the ban in Discord (Server Settings > Bans)").waitFor()
    expect(await banned.section.getByText("This Discord account is banned").count()).toBe(1)
    expectAtMost("reason_banned", clicks.count - banned.before, REASON_LIMIT)
    await discord.control.unban(discord.guild.id, noah)
    await banned.section.getByRole("button", { name: "Actions for the Discord roles" }).click()
    await page.getByRole("menuitem", { name: "Check again" }).click()
    await expectRoles(stage, noah, ["Silver"])
    await banned.section.getByText("Has the role", { exact: true }).waitFor()
    expectAtMost("mended", clicks.count - banned.before, SUPPORT_LIMIT)
  })

  test("from the shop's first page to a role in Discord, for somebody new", async (stage) => {
    await openDemoShop(stage)
    const shopper = await Shopper.arrive(stage, "noah")
    const clicks = await Clicks.of(shopper.page.context())
    await shopper.open()
    await shopper.signUpFor("Gold")
    await shopper.click("Connect Discord")
    await clicks.choose(shopper.page, "Signed in as", "Noah (@noah_b)")
    await shopper.click("Authorize")
    await expectRoles(stage, userOf(stage, 1), ["Gold", "Supporter"])
    expectAtMost("customer", clicks.count, CUSTOMER_LIMIT)
  })
})
