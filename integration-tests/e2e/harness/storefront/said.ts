import type { Locator } from "playwright-core"
import { seriousViolations } from "../axe"
import { WIDTHS, type Shopper } from "./shopper"

/** A page says it on a desktop and on a phone, to everybody, without scrolling to the side. */
export async function expectSaid(shopper: Shopper, words: string | RegExp): Promise<void> {
  await expectSeen(shopper, shopper.page.locator("main").getByText(words).first())
}

/** The same of any part of the page. */
export async function expectSeen(shopper: Shopper, part: Locator): Promise<void> {
  const { page } = shopper
  const size = page.viewportSize()
  for (const width of [WIDTHS.phone, WIDTHS.desktop]) {
    await page.setViewportSize(width)
    await part.waitFor()
    expect(await shopper.isNarrow()).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
  }
  if (size) await page.setViewportSize(size)
}

/** Waits until the page says that they hold exactly this role, and that nothing is left to do. */
export async function expectHeld({ page }: Shopper, role: string): Promise<void> {
  const card = page.getByRole("region", { name: "My roles" })
  await card.getByRole("listitem").filter({ hasText: role }).getByText("held").waitFor()
  await card.getByRole("status").waitFor({ state: "detached" })
  expect(await card.getByRole("listitem").count()).toBe(1)
}
