import type { Page } from "playwright-core"
import { eventually } from "../../helpers/eventually"
import { say } from "../../helpers/say"
import { seriousViolations } from "../harness/axe"
import { browserSuite, type BrowserTest } from "../harness/browser-suite"
import { Clicks } from "../harness/measure/clicks"
import { openDemoShop } from "../harness/storefront/demo-shop"
import { expectRoles, userOf } from "../harness/people"
import { newcomer, SIGN_IN, SIGNED_IN } from "../harness/storefront/newcomer"
import { Shopper, WIDTHS, type Width } from "../harness/storefront/shopper"
import type { Stage } from "../harness/stage"

const NOAH = "Noah (@noah_b)"
/** Without Discord's list of who is signed in: a real browser is signed in already. */
const LIMIT = 4

/** The roles that the pane beside the shop shows of somebody. */
const shownRoles = (page: Page, name: string) =>
  page.getByRole("list", { name: `Roles of ${name}` }).getByRole("listitem")

async function expectShown(page: Page, name: string, roles: string[]): Promise<void> {
  await eventually(async () => {
    expect((await shownRoles(page, name).allTextContents()).sort()).toEqual([...roles].sort())
  })
}

/** What Discord's people saw happen to somebody's roles, in its order. */
async function seen({ discord }: Stage, userId: string, since = 0): Promise<string[]> {
  const roles = await discord.control.roles(discord.guild.id)
  const events = await discord.control.memberEvents({ user_id: userId, since })
  return events.map(
    ({ type, role_id }) => `${type} ${roles.find(({ id }) => id === role_id)?.name}`,
  )
}

async function lastEvent({ discord }: Stage, userId: string): Promise<number> {
  return (await discord.control.memberEvents({ user_id: userId })).at(-1)?.id ?? 0
}

/** Told on a desktop by day, and on a phone at night. */
const LOOKS: Record<Width, "light" | "dark"> = { desktop: "light", phone: "dark" }

browserSuite("the demo's shop", (test) => {
  for (const width of Object.keys(WIDTHS) as Width[]) {
    describe(`on a ${width}`, () => tellStories(test, width))
  }
})

function tellStories(test: BrowserTest, width: Width): void {
  const arrive = async (stage: Stage, name: string): Promise<Shopper> => {
    const shopper = await Shopper.arrive(stage, name, width)
    await shopper.page.emulateMedia({ colorScheme: LOOKS[width] })
    return shopper
  }
  const expectUsable = async (shopper: Shopper): Promise<void> => {
    expect(await seriousViolations(shopper.page)).toEqual([])
    expect(await shopper.isNarrow()).toBe(true)
  }

  test("a guest buys, gets the mail, claims, and holds the role", async (stage) => {
    await openDemoShop(stage)
    const shopper = await arrive(stage, "gus")
    const { page } = shopper
    const clicks = await Clicks.of(page.context())
    await shopper.open()
    await page.getByRole("button", { name: "Get Gold" }).waitFor()
    await expectUsable(shopper)

    await shopper.click("Book a seat")
    await page.getByLabel("E-mail").fill(shopper.email)
    await expectUsable(shopper)
    await shopper.click("Pay €40")
    await page.getByText(/Order #\d+ for Live workshop: Seat is placed/).waitFor()
    const letter = page.getByRole("article", { name: `Mail to ${shopper.email}` })
    await letter.getByText("Workshop", { exact: true }).waitFor()
    await expectUsable(shopper)

    await letter.getByRole("link", { name: "Connect Discord" }).click()
    await shopper.consentAs(NOAH)
    await expectRoles(stage, userOf(stage, 1), ["Workshop"])
    await page.getByText("Discord is connected to your order.").waitFor()
    await expectShown(page, "Noah", ["Workshop"])
    say(`guest_clicks ${clicks.count} count (limit ${LIMIT})`)
    expect(clicks.count).toBeLessThanOrEqual(LIMIT)

    // The mailbox shows the letter to whoever looks; its link was used.
    await shopper.open("/mail")
    await letter.waitFor()
    await expectUsable(shopper)
  })

  test("a refused payment says why, and connecting leads back to the cart", async (stage) => {
    await openDemoShop(stage)
    const shopper = await arrive(stage, "rita")
    const { page } = shopper
    await shopper.open("/")
    await shopper.signUpFor("Bronze")
    const gold = (await stage.store.rolesOf(stage.world.shop.productId)).find(({ roles }) =>
      roles.some(({ name }) => name === "Gold"),
    )
    await shopper.open(`/cart?variant=${gold?.variant_id}`)
    await shopper.click("Pay €25")
    await page.getByRole("alert").getByText("You have a plan already.").waitFor()
    await expectUsable(shopper)
    await shopper.connect(NOAH)
    expect(new URL(page.url()).pathname).toBe("/cart")
    await expectRoles(stage, userOf(stage, 1), ["Bronze", "Supporter"])
  })

  test("a customer's plan goes up, down, unpaid, and ends, and the roles with it", async (stage) => {
    await openDemoShop(stage)
    const noah = userOf(stage, 1)
    const shopper = await arrive(stage, "noah")
    const { page } = shopper
    const clicks = await Clicks.of(page.context())
    await shopper.open()
    await shopper.signUpFor("Silver")
    await expectUsable(shopper)
    await shopper.connect(NOAH)
    await expectRoles(stage, noah, ["Silver", "Supporter"])
    say(`new_customer_clicks ${clicks.count} count (limit ${LIMIT})`)
    expect(clicks.count).toBeLessThanOrEqual(LIMIT)
    await expectShown(page, "Noah", ["Silver", "Supporter"])
    await page.getByText("YOU", { exact: true }).waitFor()
    await expectUsable(shopper)

    // The shop knows what they have: up is one click, the same again is none.
    await page.getByRole("link", { name: "Shop" }).click()
    await page.getByText("Your plan", { exact: true }).waitFor()
    expect(await page.getByRole("button", { name: /^Get |Silver$|Bronze$/ }).count()).toBe(0)
    const before = await lastEvent(stage, noah)
    await shopper.click("Upgrade to Gold")
    await expectRoles(stage, noah, ["Gold", "Supporter"])
    expect(await seen(stage, noah, before)).toEqual(["role_add Gold", "role_remove Silver"])
    await expectShown(page, "Noah", ["Gold", "Supporter"])

    // Down comes with the renewal, which is an order of its own.
    await page.getByRole("link", { name: "Account" }).click()
    await shopper.click(/^Downgrade to Bronze/)
    await page.getByText("Bronze comes with your next renewal").waitFor()
    await expectRoles(stage, noah, ["Gold", "Supporter"])
    const orders = page.getByRole("region", { name: "Orders" }).getByRole("listitem")
    expect(await orders.count()).toBe(1)
    const renewal = await lastEvent(stage, noah)
    await shopper.click("A month passes")
    await expectRoles(stage, noah, ["Bronze", "Supporter"])
    expect(await seen(stage, noah, renewal)).toEqual(["role_add Bronze", "role_remove Gold"])
    await page.getByRole("heading", { name: "My plan: Bronze" }).waitFor()
    await orders.nth(1).waitFor()
    expect(await orders.count()).toBe(2)

    await shopper.click("A month passes, and the card is declined")
    await page.getByText("could not be charged").waitFor()
    await expectRoles(stage, noah, [])
    await shopper.click("Pay now")
    await expectRoles(stage, noah, ["Bronze", "Supporter"])

    await shopper.click("Cancel plan")
    await page.getByText(/^Canceled\. You keep it until/).waitFor()
    await expectRoles(stage, noah, ["Bronze", "Supporter"])
    await expectUsable(shopper)
    await shopper.click("A month passes")
    await page.getByRole("heading", { name: "No plan" }).waitFor()
    await expectRoles(stage, noah, [])
    await expectShown(page, "Noah", [])
  })

  test("who signs in with Discord buys, and holds the role with no further click", async (stage) => {
    await openDemoShop(stage)
    const ada = await newcomer(stage)
    const shopper = await arrive(stage, "ada")
    const { page } = shopper
    const clicks = await Clicks.of(page.context())
    await shopper.open()
    await shopper.click("Get Gold")
    await page.getByRole("button", { name: SIGN_IN }).waitFor()
    await expectUsable(shopper)
    await shopper.click(SIGN_IN)
    await shopper.consentAs(ada.label)
    // Back at the till, as the customer that the sign-in made.
    await page.getByText(SIGNED_IN).waitFor()
    await page.getByText(`For ${ada.email}`).waitFor()
    await expectUsable(shopper)
    await shopper.click("Pay €25")
    await expectRoles(stage, ada.id, ["Gold", "Supporter"])
    await page.getByRole("heading", { name: "Thank you" }).waitFor()
    await page.getByText("held").nth(1).waitFor()
    expect(await page.getByRole("button", { name: "Connect Discord" }).count()).toBe(0)
    await expectUsable(shopper)
    say(`signed_in_clicks ${clicks.count} count (limit ${LIMIT})`)
    expect(clicks.count).toBeLessThanOrEqual(LIMIT)

    // Who comes again is known: Discord asks nothing, the shop neither.
    await page.getByRole("link", { name: "Account" }).click()
    await shopper.click("Sign out")
    await page.getByRole("link", { name: "Sign in" }).click()
    await shopper.click(SIGN_IN)
    await page.getByText(SIGNED_IN).waitFor()
    await page.getByRole("heading", { name: "My plan: Gold" }).waitFor()
  })
}
