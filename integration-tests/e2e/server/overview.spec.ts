import type { AdminDiscordOverviewResponse } from "../../../src/types/http"
import { seriousViolationsIn } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { callDiscord } from "../harness/database"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"

const ANSWER = "**/admin/discord/overview"
const LOOKS = [
  [1440, 900],
  [390, 844],
] as const

browserSuite("the overview of Discord", (test) => {
  test("says who is served, who waits and what was asked of Discord, and leads to who waits", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
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
    for (let ago = 1; ago < 24; ago++) {
      const calls = Math.round(120 + 100 * Math.sin(ago / 3))
      await callDiscord(world.databaseUrl, { ago, calls, rate_limited: ago === 5 ? 40 : 0 })
    }
    await page.goto("about:blank")
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

    const chart = overview.getByRole("img", { name: /^[\d,]+ calls\. 40 were refused, put off/ })
    expect(await chart.locator("g").count()).toBe(24)
    const rows = overview.getByRole("row")
    expect(await rows.count()).toBe(25)
    // The fifth hour before the one that runs.
    expect(
      await rows
        .nth(24 - 5)
        .getByRole("cell")
        .allTextContents(),
    ).toEqual([String(Math.round(120 + 100 * Math.sin(5 / 3))), "0", "40", "0"])
    for (const theme of ["light", "dark"] as const) {
      await dashboard.setTheme(theme)
      for (const [width, height] of LOOKS) {
        await page.setViewportSize({ width, height })
        expect(await seriousViolationsIn(overview)).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide).toBeLessThanOrEqual(width)
        await overview.scrollIntoViewIfNeeded()
        await overview.screenshot({ path: `.medusa/e2e/overview-${width}-${theme}.png` })
      }
    }
    await figure("Members waiting").getByRole("link", { name: "1", exact: true }).click()
    await page.waitForURL(/\/settings\/discord\/members\?tab=admin$/)
  })

  test("says so where nothing was asked of Discord", async (stage) => {
    const { dashboard, page } = stage
    await sellMemberships(stage)
    // A store that has done nothing for a day: what it did here a moment ago is taken out of its answer.
    await page.route(ANSWER, async (route) => {
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
