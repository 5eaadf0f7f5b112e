import axe from "axe-core"
import type { Page } from "playwright-core"

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
