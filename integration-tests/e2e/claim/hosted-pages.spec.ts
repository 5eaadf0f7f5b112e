import type { Page } from "playwright-core"
import type { AdminDiscordClaimResponse } from "../../../src/types/http"
import { eventually } from "../../helpers/eventually"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import { startPagelessStore } from "../world/pageless-store"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

/** Discord's pictures are out of reach here: they get this one. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" />'

/** What the browser refuses to do, e.g. by the page's own policy, lands in its console. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  await page.route("https://cdn.discordapp.com/**", (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: PICTURE }),
  )
  page.on("console", (entry) => {
    if (entry.type() === "error") complaints.push(entry.text())
  })
  return complaints
}

/** Can be used by everybody, in light and dark, and needs no scrolling to the side. */
async function expectUsable(page: Page): Promise<void> {
  const size = page.viewportSize()
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await seriousViolations(page)).toEqual([])
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(viewport.width)
  }
  if (size) await page.setViewportSize(size)
}

/** A guest has bought Gold. @returns the link that the store sends them */
async function linkOfGuest(stage: Stage, name: string): Promise<string> {
  const { store } = stage
  const { variants } = await sellMemberships(stage)
  const order = await store.buy(store.guest(name), variants.Gold)
  const path = `/admin/orders/${order}/discord/claim`
  const { claim_url } = await eventually(() =>
    store.admin.client.fetch<AdminDiscordClaimResponse>(path, { method: "POST" }),
  )
  return claim_url
}

/** Decides on Discord's consent page, as Noah. */
async function decide(page: Page, button: "Authorize" | "Cancel"): Promise<void> {
  await page.getByLabel("Signed in as").selectOption({ label: "Noah (@noah_b)" })
  await page.getByRole("button", { name: button }).click()
}

browserSuite(
  "the plugin's own pages",
  (test) => {
    test("lead a guest with a phone from their link to the role they hold, and out again", async (stage) => {
      const link = await linkOfGuest(stage, "gina")
      const page = await stage.newVisitor()
      const complaints = await complaintsOf(page)
      await page.setViewportSize(PHONE)

      await page.goto(link)
      await page.getByRole("heading", { name: /^Connect Discord to order #\d+$/ }).waitFor()
      expect(await page.getByRole("listitem").allInnerTexts()).toEqual(["Gold", "Silver"])
      expect(await page.getByRole("banner").innerText()).toBe("Example Store")
      await expectUsable(page)
      await page.getByRole("button", { name: "Connect Discord" }).click()
      await decide(page, "Authorize")

      // The role arrives while they look: nobody clicks, and no script runs.
      await page.getByRole("heading", { name: "You are connected" }).waitFor()
      await expectRoles(stage, userOf(stage, 1), ["Gold", "Silver"])
      await page.getByText("You have it").nth(1).waitFor()
      expect(page.url()).toMatch(/\/discord\/account(\?look=\d)?$/)
      expect(await page.locator("script").count()).toBe(0)
      await page.getByText("@noah_b").waitFor()
      await expectUsable(page)

      await page.getByRole("link", { name: "Disconnect" }).click()
      await page.getByText("Gold (Example Community)").waitFor()
      await expectUsable(page)
      await page.getByRole("button", { name: "Disconnect" }).click()
      await page.getByText("You have disconnected Discord.").waitFor()
      await expectRoles(stage, userOf(stage, 1), [])
      await expectUsable(page)

      await page.goto(link)
      await page.getByText("This link has been used already.").waitFor()
      await page.getByRole("link", { name: "Ask the store" }).waitFor()
      await expectUsable(page)
      // A page that says so answers 409, which the browser notes down.
      expect(complaints.filter((each) => !each.includes("409"))).toEqual([])
    })

    test("tell who declines, and let them try again", async (stage) => {
      const link = await linkOfGuest(stage, "gina")
      const page = await stage.newVisitor()
      const complaints = await complaintsOf(page)
      await page.goto(link)
      await page.getByRole("button", { name: "Connect Discord" }).click()
      await decide(page, "Cancel")
      await page.getByText("Discord was not allowed to connect.").waitFor()
      await expectUsable(page)
      await page.getByRole("button", { name: "Try again" }).click()
      await decide(page, "Authorize")
      await page.getByText("You have it").nth(1).waitFor()
      expect(complaints).toEqual([])
    })
  },
  { startStore: startPagelessStore },
)
