import { mkdir } from "node:fs/promises"
import path from "node:path"
import type { Dashboard } from "../harness/dashboard"
import { ROOT } from "../../root"

const FOLDER = path.join(ROOT, "docs/images")

/** Takes the admin's page as it is: `docs/images/<name>-dark.png`, then `<name>.png`, in the light theme, which stays. */
export async function shoot(dashboard: Dashboard, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  for (const [theme, suffix] of [
    ["dark", "-dark"],
    ["light", ""],
  ] as const) {
    await dashboard.setTheme(theme)
    await dashboard.page.evaluate(() => document.fonts.ready)
    await dashboard.page.screenshot({
      path: path.join(FOLDER, `${name}${suffix}.png`),
      animations: "disabled",
      caret: "hide",
    })
  }
}
