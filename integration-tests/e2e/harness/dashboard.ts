import type { Locator, Page } from "playwright-core"
import type { World } from "../world/addresses"

export type Theme = "light" | "dark"

/** Medusa's dashboard in a browser, with an admin signed in. */
export class Dashboard {
  constructor(
    readonly page: Page,
    private readonly world: World,
  ) {}

  /**
   * Opens a page and waits until all of it has come, as a person does: what still comes moves what is below it, also from
   * under a mouse that is going down on it.
   *
   * @param path below `/app`, e.g. `/products/prod_1`
   */
  async open(path: string): Promise<void> {
    const url = `${this.world.addresses.medusa}/app${path}`
    await this.page.goto(url, { waitUntil: "networkidle" })
  }

  /** A box of the page, by its heading. */
  section(heading: string): Locator {
    return this.page
      .locator("main .shadow-elevation-card-rest")
      .filter({ has: this.page.getByRole("heading", { name: heading, exact: true }) })
      .first()
  }

  /** The drawer, modal or prompt on top. */
  get dialog(): Locator {
    return this.page.locator("[role=dialog], [role=alertdialog]").last()
  }

  /** Waits for a passing message. */
  async toast(text: string | RegExp): Promise<void> {
    await this.page.locator("[data-sonner-toast]").filter({ hasText: text }).first().waitFor()
  }

  /** As the theme chosen in the profile menu does it, without loading the page anew. */
  async setTheme(theme: Theme): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme })
    await this.page.evaluate((name) => {
      localStorage.setItem("medusa_admin_theme", name)
      document.documentElement.classList.remove("light", "dark")
      document.documentElement.classList.add(name)
      document.documentElement.style.colorScheme = name
    }, theme)
  }
}
