import type { Page } from "playwright-core"
import type { World } from "../world/addresses"
import type { Stage } from "./stage"

const PASSWORD = "discord-e2e"

/** Somebody in the demo's storefront, in a browser of their own. */
export class Shopper {
  private constructor(
    readonly page: Page,
    private readonly world: World,
    readonly email: string,
  ) {}

  static async arrive({ newVisitor, world }: Stage, name: string): Promise<Shopper> {
    const page = await newVisitor()
    return new Shopper(page, world, `${name}.${Date.now()}@example.com`)
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

  async connect(person: string): Promise<void> {
    await this.click("Connect Discord")
    await this.consentAs(person)
    await this.page.getByText("Discord is connected.").waitFor()
  }

  async click(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).click()
  }

  async isNarrow(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  }
}
