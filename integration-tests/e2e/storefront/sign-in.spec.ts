import { browserSuite } from "../harness/browser-suite"
import type { Stage } from "../harness/stage"
import { openDemoShop } from "../harness/storefront/demo-shop"
import { newcomer, SIGN_IN, SIGNED_IN } from "../harness/storefront/newcomer"
import { expectSaid } from "../harness/storefront/said"
import { Shopper } from "../harness/storefront/shopper"

browserSuite("signing in with Discord, on the demo's pages", (test) => {
  const atDiscord = async (stage: Stage, edit: Parameters<typeof newcomer>[1] = {}) => {
    await openDemoShop(stage)
    const ada = await newcomer(stage, edit)
    const shopper = await Shopper.arrive(stage, "ada")
    await shopper.open("/account")
    await shopper.click(SIGN_IN)
    await shopper.page.getByRole("button", { name: "Authorize" }).waitFor()
    return { ada, shopper }
  }

  test("who declines is told so, and is at the sign-in again", async (stage) => {
    const { shopper } = await atDiscord(stage)
    await shopper.click("Cancel")
    await expectSaid(shopper, /^Discord was not allowed to connect\./)
    await shopper.page.getByRole("heading", { name: "Sign in" }).waitFor()
  })

  test("who has no verified address at Discord is asked for one", async (stage) => {
    const { ada, shopper } = await atDiscord(stage, { email: null })
    await shopper.consentAs(ada.label)
    await expectSaid(shopper, /^Discord has no verified e-mail address of yours\./)
    await shopper.page.getByLabel("E-mail").fill(shopper.email)
    await shopper.click("Sign up")
    await expectSaid(shopper, SIGNED_IN)
    await shopper.page.getByText(shopper.email).waitFor()
  })

  test("whose address is another customer's is not signed in as them", async (stage) => {
    const customer = await stage.store.registerCustomer("eve")
    const { ada, shopper } = await atDiscord(stage, { email: customer.email })
    await shopper.consentAs(ada.label)
    await expectSaid(shopper, /Sign in to that account, and connect Discord there\.$/)
    await shopper.page.getByRole("heading", { name: "Sign in" }).waitFor()
  })

  test("a way back that this tab did not begin signs nobody in", async (stage) => {
    const { ada, shopper } = await atDiscord(stage)
    const consent = shopper.page.url()
    const wayBack = await stage.discord.control.authorize(consent, { user_id: ada.id })
    const other = await Shopper.arrive(stage, "bob")
    await other.page.goto(wayBack)
    await expectSaid(other, /^This sign-in has expired, or was begun in another tab\./)
    await other.page.getByRole("heading", { name: "Sign in" }).waitFor()
    expect(new URL(other.page.url()).search).toBe("")
  })
})
