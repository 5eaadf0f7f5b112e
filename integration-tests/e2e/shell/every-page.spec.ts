import { mkdir } from "node:fs/promises"
import path from "node:path"
import type { Locator } from "playwright-core"
import { ROOT } from "../../root"
import { seriousViolations, seriousViolationsIn } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import type { Theme } from "../harness/dashboard"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

/** To be looked at: `<page>-<width>-<theme>-<language>.png`. */
const PICTURES = path.join(ROOT, ".medusa/e2e/pages")

const LOOKS: [width: number, height: number, theme: Theme, language: string][] = [
  [1440, 900, "light", "en"],
  [390, 844, "dark", "de"],
  [390, 844, "light", "es"],
  [1440, 900, "dark", "es"],
]

interface PageOfOurs {
  name: string
  path: string
  /** What is ours on a page of Medusa's; left out where all of it is. */
  ours?: (stage: Stage) => Locator
}

const sectionWith = (text: string) => (stage: Stage) =>
  stage.page.locator("main .shadow-elevation-card-rest").filter({ hasText: text }).first()

/** A store with somebody served, somebody banned, a guest, access by hand, and work in the background. */
async function pagesOf(stage: Stage): Promise<PageOfOurs[]> {
  const { discord, store } = stage
  const { productId, variants } = await sellMemberships(stage)
  const [mia, noah] = [userOf(stage, 0), userOf(stage, 1)]
  const nora = await store.registerCustomer("nora")
  await store.linkAccount(nora, discord, noah)
  const held = await store.buy(nora, variants.Gold)
  await store.grantAccess({ customer_id: nora.id, variant_id: variants.Bronze, note: "Won" })
  await expectRoles(stage, noah, ["Bronze", "Gold", "Silver"])
  const zoe = await store.registerCustomer("zoe")
  await store.linkAccount(zoe, discord, mia)
  await discord.control.ban(discord.guild.id, mia)
  const banned = await store.buy(zoe, variants.Silver)
  const waiting = await store.buy(store.guest("gus"), variants.Silver)
  const unmapped = await store.createProduct("Academy", [{ title: "Course" }])
  const { servers } = await store.servers()
  const server = `/settings/discord/${servers[0]?.id}`
  const discordSection = sectionWith("Discord")
  return [
    { name: "servers", path: "/settings/discord" },
    { name: "server", path: server },
    { name: "server-settings", path: `${server}/edit` },
    { name: "server-test", path: `${server}/test` },
    { name: "disconnect", path: `${server}/disconnect` },
    { name: "members", path: "/settings/discord/members?tab=all" },
    { name: "import", path: "/settings/discord/members/import" },
    { name: "access", path: "/settings/discord/access" },
    { name: "activity", path: "/settings/discord/activity" },
    { name: "product", path: `/products/${productId}`, ours: discordSection },
    { name: "product-unmapped", path: `/products/${unmapped.id}`, ours: discordSection },
    { name: "order-held", path: `/orders/${held}`, ours: discordSection },
    { name: "order-banned", path: `/orders/${banned}`, ours: discordSection },
    { name: "order-waiting", path: `/orders/${waiting}`, ours: discordSection },
    { name: "customer", path: `/customers/${nora.id}`, ours: discordSection },
    { name: "customer-banned", path: `/customers/${zoe.id}`, ours: discordSection },
  ]
}

browserSuite("every page", (test) => {
  for (const [width, height, theme, language] of LOOKS) {
    test(`fits ${width} pixels and can be used by everybody, ${theme}, in ${language}`, async (stage) => {
      const { dashboard, page, world } = stage
      await mkdir(PICTURES, { recursive: true })
      const pages = await pagesOf(stage)
      await page.setViewportSize({ width, height })
      const cookie = { name: "lng", value: language, url: world.addresses.medusa }
      await page.context().addCookies([cookie])
      const found: unknown[] = []
      for (const { name, path: address, ours } of pages) {
        await dashboard.open(address)
        await dashboard.setTheme(theme)
        const part = ours?.(stage)
        await part?.scrollIntoViewIfNeeded()
        const file = `${name}-${width}-${theme}-${language}.png`
        await page.screenshot({ path: path.join(PICTURES, file), animations: "disabled" })
        const within = (await dashboard.dialog.count()) > 0 ? "[role=dialog]" : "main"
        const violations = part
          ? await seriousViolationsIn(part)
          : await seriousViolations(page, within)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        if (violations.length > 0 || wide > width) {
          found.push({ file, violations, wide })
        }
      }
      expect(found).toEqual([])
    })
  }
})
