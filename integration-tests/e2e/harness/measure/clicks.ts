import type { BrowserContext, Page } from "playwright-core"

/** Counts what a person clicks in one browser. */
export class Clicks {
  #count = 0

  private constructor() {}

  /** From the page's next load on, in all its browser's windows. */
  static async of(context: BrowserContext): Promise<Clicks> {
    const clicks = new Clicks()
    await context.exposeFunction("countClick", () => void clicks.#count++)
    await context.addInitScript(() => {
      const { countClick } = window as typeof window & { countClick: () => void }
      // The driver takes back a click that a moving page carried to another place, at the window: it is not counted, and is made again.
      document.addEventListener("click", ({ isTrusted }) => isTrusted && countClick(), true)
    })
    return clicks
  }

  get count(): number {
    return this.#count
  }

  /** What a person needs for a list that the test chooses from without a mouse: to open it, and to choose. */
  async choose(page: Page, list: string, label: string): Promise<void> {
    await page.getByLabel(list).selectOption({ label })
    this.#count += 2
  }
}
