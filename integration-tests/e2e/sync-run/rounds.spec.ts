import type { Locator } from "playwright-core"
import { say } from "../../helpers/say"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import { RolePane } from "../harness/role-pane"
import { forgetRequests, requestsOf, roundsOf } from "../harness/measure/rounds"
import type { Stage } from "../harness/stage"

const MAX_ROUNDS = 2
/** Discord allows a server this many roles, and a store rarely has as many servers. */
const MAX_PAGE = 250
const LISTS = [
  /\/discord\/servers$/,
  /\/roles$/,
  /\/memberships$/,
  /\/activity$/,
  /\/entitlements$/,
  /\/sync-runs$/,
]

/** Opens a page and waits for what its last request brings. */
async function expectFewRounds(
  { page }: Stage,
  name: string,
  open: () => Promise<void>,
  loaded: () => Locator,
): Promise<void> {
  await open()
  await loaded().first().waitFor()
  await page.waitForLoadState("networkidle")
  const requests = await requestsOf(page)
  const rounds = roundsOf(requests)
  say(`${name}_rounds ${rounds.length} count (${requests.length} requests)`)
  expect(requests.length).toBeGreaterThan(0)
  const late = rounds.slice(MAX_ROUNDS).flat()
  expect(late.map(({ path }) => path)).toEqual([])
  for (const { path, query } of requests) {
    if (LISTS.some((list) => list.test(path))) {
      expect([path, Number(query.limit) > 0 && Number(query.limit) <= MAX_PAGE]).toEqual([
        path,
        true,
      ])
    }
  }
}

browserSuite("what a page asks the store", (test) => {
  test("comes in two rounds at most, and lists by the page", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const main = page.locator("main")
    const opened = (path: string) => () => dashboard.open(path)
    await expectFewRounds(stage, "setup", opened("/settings/discord"), () =>
      main.getByText("The Discord application is in order"),
    )

    const { productId, variants } = await sellMemberships(stage)
    const { servers } = await store.servers()
    const server = `/settings/discord/${servers[0]?.id}`
    const customer = await store.registerCustomer("nora")
    const noah = userOf(stage, 1)
    await store.linkAccount(customer, discord, noah)
    const orderId = await store.buy(customer, variants.Gold)
    await store.grantAccess({ customer_id: customer.id, variant_id: variants.Bronze, note: "Won" })
    await expectRoles(stage, noah, ["Bronze", "Gold", "Silver"])

    const pages: [name: string, path: string, loaded: () => Locator][] = [
      ["servers", "/settings/discord", () => main.getByRole("row").getByText("Example Community")],
      ["server", server, () => main.getByRole("row").getByText("Moderator")],
      [
        "server_settings",
        `${server}/edit`,
        () => dashboard.dialog.getByLabel("Hours that roles stay"),
      ],
      ["server_test", `${server}/test`, () => dashboard.dialog.getByText("Choose a role")],
      [
        "disconnect",
        `${server}/disconnect`,
        () => dashboard.dialog.getByText(/roles? of (a )?variants?/),
      ],
      ["members", "/settings/discord/members", () => main.getByRole("row").getByText("Noah")],
      ["activity", "/settings/discord/activity", () => main.getByRole("row").getByText("Noah")],
      [
        "access",
        `/settings/discord/access?product_id=${productId}`,
        () => main.getByRole("row").getByText("Note: Won"),
      ],
      ["product", `/products/${productId}`, () => main.getByText("30 days")],
      ["order", `/orders/${orderId}`, () => main.getByText("Has the role", { exact: true })],
      ["customer", `/customers/${customer.id}`, () => main.getByText("Note: Won")],
    ]
    for (const [name, path, loaded] of pages) {
      await expectFewRounds(stage, name, opened(path), loaded)
    }

    const pane = new RolePane(dashboard)
    await dashboard.open(`/products/${productId}`)
    await pane.section.getByText("30 days").waitFor()
    await page.waitForLoadState("networkidle")
    await forgetRequests(page)
    await expectFewRounds(
      stage,
      "product_pane",
      () => pane.reopen(),
      () => pane.variant("Gold").getByText("2 roles chosen"),
    )
  })
})
