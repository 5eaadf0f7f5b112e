import path from "node:path"
import { ROOT } from "../../../root"
import { openDemoShop } from "../../harness/storefront/demo-shop"
import { expectRoles, userOf } from "../../harness/people"
import { Shopper } from "../../harness/storefront/shopper"
import type { Stage } from "../../harness/stage"

/** The demo's shop as the README shows it: somebody has Silver, and looks at what else there is. */
export async function shootDemo(stage: Stage): Promise<void> {
  await openDemoShop(stage)
  const { discord } = stage
  const shopper = await Shopper.arrive(stage, "noah")
  const { page } = shopper
  await page.setViewportSize({ width: 1280, height: 860 })
  await shopper.open()
  await shopper.signUpFor("Silver")
  await shopper.connect("Noah (@noah_b)")
  await expectRoles({ discord }, userOf(stage, 1), ["Silver", "Supporter"])
  await shopper.open()
  await page.getByText("Your plan", { exact: true }).waitFor()
  await page.getByText("YOU", { exact: true }).waitFor()
  await page.getByText("Workshop", { exact: true }).waitFor()
  for (const [colorScheme, suffix] of [
    ["dark", "-dark"],
    ["light", ""],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    const file = path.join(ROOT, `docs/images/demo${suffix}.png`)
    await page.screenshot({ path: file, animations: "disabled", caret: "hide" })
  }
}
