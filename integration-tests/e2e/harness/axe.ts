import axe from "axe-core"
import type { Locator, Page } from "playwright-core"

export interface Violation {
  rule: string
  impact: string
  help: string
  /** The elements, as markup. */
  elements: string[]
}

/**
 * Parts of Medusa's: in its tables, the search field's picture and the buttons that open filters and sorting have no name; the
 * cross of a drawer has none either; what a list shows before something is chosen is pale.
 */
const MEDUSAS_OWN = [
  "[role=img].pointer-events-none",
  "button[aria-haspopup=menu]:not([aria-label])",
  "[role=dialog] kbd + button",
  "[role=combobox][data-placeholder]",
]
/** The box in which Medusa's tables scroll takes no focus; what is in it is looked at. */
const MEDUSAS_BOX = { rule: "scrollable-region-focusable", html: "overflow-auto overscroll-auto" }

/**
 * What keeps somebody from using the page: axe's serious and critical violations.
 *
 * @param within selector of what to look at; Medusa's own parts around it are Medusa's. All of the page when left out
 */
export async function seriousViolations(page: Page, within?: string): Promise<Violation[]> {
  await page.evaluate(axe.source)
  // After the script, which takes time to load: between this and the look, nothing may begin to move.
  await settled(page)
  const { violations } = await page.evaluate(
    ({ selector, others }): Promise<axe.AxeResults> =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { include: [[selector ?? "body"]], exclude: others.map((other) => [other]) },
        { resultTypes: ["violations"] },
      ),
    { selector: within, others: MEDUSAS_OWN },
  )
  return violations.flatMap(({ id, impact, help, nodes }) => {
    const elements = nodes
      .map(({ html }) => html)
      .filter((html) => id !== MEDUSAS_BOX.rule || !html.includes(MEDUSAS_BOX.html))
    return (impact === "serious" || impact === "critical") && elements.length > 0
      ? [{ rule: id, impact, help, elements }]
      : []
  })
}

/** Colours on their way from one to another are nobody's: waits for what moves and will end. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = () =>
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // What ends may begin another: a pane that has come in, what stands in it. Two frames show whether it does.
    for (let still = 0; still < 2; still = ending().length > 0 ? 0 : still + 1) {
      await Promise.allSettled(ending().map((each) => each.finished))
      await frame()
    }
  })
}

const MARK = "data-looked-at"

/** The same of one part of the page. */
export async function seriousViolationsIn(part: Locator): Promise<Violation[]> {
  await part.evaluate((element, mark) => element.setAttribute(mark, ""), MARK)
  try {
    return await seriousViolations(part.page(), `[${MARK}]`)
  } finally {
    await part.evaluate((element, mark) => element.removeAttribute(mark), MARK)
  }
}
