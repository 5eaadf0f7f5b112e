import type { Page } from "playwright-core"
import type { World } from "../../world/addresses"
import type { Stage } from "../stage"
import type { Buyer } from "../store"

const PASSWORD = "discord-e2e"

export const WIDTHS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const
export type Width = keyof typeof WIDTHS

/** Somebody in the demo's storefront, in a browser of their own. */
export class Shopper {
  private constructor(
    readonly page: Page,
    private readonly world: World,
    readonly email: string,
  ) {}

  static async arrive(
    { newVisitor, world }: Stage,
    name: string,
    width: Width = "desktop",
  ): Promise<Shopper> {
    const page = await newVisitor()
    await page.setViewportSize(WIDTHS[width])
    return new Shopper(page, world, `${name}.${Date.now()}@example.com`)
  }

  /** A customer whom the store knows, on their account's page. */
  static async returns(
    { newVisitor, world }: Stage,
    { email }: Pick<Buyer, "email">,
  ): Promise<Shopper> {
    const shopper = new Shopper(await newVisitor(), world, email)
    const { page } = shopper
    await shopper.open("/account")
    await page.getByLabel("I have an account").check()
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password").fill(PASSWORD)
    await shopper.click("Sign in")
    await page.getByRole("heading", { name: "My roles" }).waitFor()
    return shopper
  }

  /** The same person in another tab of the same browser. */
  async newTab(): Promise<Shopper> {
    return new Shopper(await this.page.context().newPage(), this.world, this.email)
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(`${this.world.addresses.storefront}${path}`)
  }

  /** A new customer takes a plan. */
  async signUpFor(plan: string): Promise<void> {
    await this.click(`Get ${plan}`)
    await this.page.getByLabel("E-mail").fill(this.email)
    await this.page.getByLabel("Password").fill(PASSWORD)
    await this.click(/^Sign up and pay/)
    await this.page.getByText(/Order #\d+ for .* is placed/).waitFor()
  }

  /** Allows it in Discord, as one of the sandbox's people. */
  async consentAs(person: string): Promise<void> {
    await this.page.getByLabel("Signed in as").selectOption({ label: person })
    await this.click("Authorize")
  }

  async connect(person: string, button = "Connect Discord"): Promise<void> {
    await this.click(button)
    await this.consentAs(person)
    await this.page.getByText("Discord is connected.").waitFor()
  }

  /** Follows the invitation that the page links to, in a tab of its own, as whoever that browser is signed in as. */
  async joinServer(person: string): Promise<void> {
    const opened = this.page.waitForEvent("popup")
    await this.page.getByRole("link", { name: "Join the server" }).click()
    const tab = await opened
    await tab.getByLabel("Signed in as").selectOption({ label: person })
    await tab.getByRole("button", { name: "Accept Invite" }).click()
    await tab.getByRole("button", { name: "Accept Invite" }).waitFor({ state: "detached" })
    await tab.close()
  }

  async click(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).click()
  }

  async isNarrow(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  }
}
