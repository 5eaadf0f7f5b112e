import path from "node:path"
import { ROOT } from "../../root"
import type { AdminDiscordOverviewResponse } from "../../../src/types/http"
import { eventually } from "../../helpers/eventually"
import { seriousViolationsIn } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { BUSY, callsOf, workAllDay } from "../harness/calls"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"

const PATH = "/admin/discord/overview"
/** To be looked at. */
const PICTURES = path.join(ROOT, ".medusa/e2e")
const LOOKS = [
  [1440, 900],
  [390, 844],
] as const

browserSuite("the overview of Discord", (test) => {
  test("says who is served, who waits and what was asked of Discord, and leads to who waits", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const overview = dashboard.section("Overview")
    await dashboard.open("/settings/discord")
    await page.getByRole("heading", { name: "Set up Discord" }).waitFor()
    expect(await overview.count()).toBe(0)

    const { variants } = await sellMemberships(stage)
    const nora = await store.registerCustomer("nora")
    await store.linkAccount(nora, discord, userOf(stage, 1))
    await store.buy(nora, variants.Gold)
    await expectRoles(stage, userOf(stage, 1), ["Gold", "Silver"])
    const zoe = await store.registerCustomer("zoe")
    await store.linkAccount(zoe, discord, userOf(stage, 0))
    await discord.control.ban(discord.guild.id, userOf(stage, 0))
    await store.buy(zoe, variants.Silver)
    await workAllDay(stage)
    // The page looks again after a minute: that is long to wait for.
    await eventually(async () => {
      const answer = await store.admin.client.fetch<AdminDiscordOverviewResponse>(PATH)
      expect(answer.overview.members_waiting).toEqual({ admin: 1, customer: 0, store: 0 })
    })
    await dashboard.open("/settings/discord")
    const figure = (name: string) =>
      overview.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) })
    await figure("Members served").getByText("1", { exact: true }).waitFor()
    await figure("Members waiting").getByText("1 of them for you").waitFor()
    await figure("Usual time from order to role")
      .getByText(/^\d+ seconds?$/)
      .waitFor()
    await figure("All members checked").getByText("Not yet").waitFor()
    await overview.getByText(/^As of \d/).waitFor()

    const chart = overview.getByRole("img", { name: /^[\d,]+ calls\. \d+ were refused, put off/ })
    expect(await chart.locator("g").count()).toBe(24)
    const rows = overview.getByRole("row")
    expect(await rows.count()).toBe(25)
    expect(
      await rows
        .nth(24 - BUSY.ago)
        .getByRole("cell")
        .allTextContents(),
    ).toEqual([String(callsOf(BUSY.ago)), "0", String(BUSY.rate_limited), "0"])
    for (const theme of ["light", "dark"] as const) {
      await dashboard.setTheme(theme)
      for (const [width, height] of LOOKS) {
        await page.setViewportSize({ width, height })
        expect(await seriousViolationsIn(overview)).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide).toBeLessThanOrEqual(width)
        await overview.screenshot({ path: path.join(PICTURES, `overview-${width}-${theme}.png`) })
      }
    }
    await figure("Members waiting").getByRole("link", { name: "1", exact: true }).click()
    await page.waitForURL(/\/settings\/discord\/members\?tab=admin$/)
  })

  test("says so where nothing was asked of Discord", async (stage) => {
    const { dashboard, page } = stage
    await sellMemberships(stage)
    // A store that has done nothing for a day: what it did here a moment ago is taken out of its answer.
    await page.route(`**${PATH}`, async (route) => {
      const response = await route.fetch()
      const { overview } = (await response.json()) as AdminDiscordOverviewResponse
      const none = { calls: 0, refused: 0, rate_limited: 0, failed: 0 }
      const hours = overview.hours.map((hour) => ({ ...hour, ...none }))
      await route.fulfill({ response, json: { overview: { ...overview, hours } } })
    })
    await dashboard.open("/settings/discord")
    const overview = dashboard.section("Overview")
    await overview.getByText("Nothing was asked of Discord in the last 24 hours.").waitFor()
    await overview.getByText("Nobody waits").waitFor()
    await overview.getByText("No order gave a role in 24 hours").waitFor()
    expect(await overview.getByRole("img").count()).toBe(0)
    expect(await seriousViolationsIn(overview)).toEqual([])
  })
})
