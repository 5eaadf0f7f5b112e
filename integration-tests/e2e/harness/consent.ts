import type { Page } from "playwright-core"
import type { Stage } from "./stage"

const ADD = "Add Discord Server"

/** Clicks *Add Discord Server*. @returns the window with Discord's consent page */
export async function openConsent({ page }: Stage): Promise<Page> {
  const opened = page.waitForEvent("popup")
  await page.getByRole("button", { name: ADD }).click()
  const consent = await opened
  await page.getByText("Waiting for Discord.").waitFor()
  await consent.getByLabel("Signed in as").selectOption({ label: "Olivia (@olivia)" })
  return consent
}

/** Chooses a server in Discord's window and allows it. */
export async function allow(consent: Page, server = "Example Community"): Promise<void> {
  await consent.getByLabel("Add to server").selectOption({ label: server })
  await consent.getByRole("button", { name: "Authorize" }).click()
}
