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
 * What keeps somebody from using the page: axe's serious and critical violations.
 *
 * @param within selector of what to look at; Medusa's own parts around it are Medusa's. All of the page when left out
 */
export async function seriousViolations(page: Page, within?: string): Promise<Violation[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (selector): Promise<axe.AxeResults> =>
      (window as unknown as { axe: typeof axe }).axe.run(
        selector === undefined ? document : { include: [[selector]] },
        { resultTypes: ["violations"] },
      ),
    within,
  )
  return violations.flatMap(({ id, impact, help, nodes }) =>
    impact === "serious" || impact === "critical"
      ? [{ rule: id, impact, help, elements: nodes.map(({ html }) => html) }]
      : [],
  )
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
