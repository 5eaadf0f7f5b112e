import type { SandboxClient } from "../../integration-tests/discord-sandbox"
import { ROLE_NAMES, type RoleName } from "../../integration-tests/helpers/server/discord"
import { eventually } from "../../integration-tests/helpers/eventually"
import { quantiles, type Figure } from "../figure"
import { GuideBot } from "../guide-bot"
import { Shop } from "../shop"
import type { Stage } from "../stage"

/** Each buys every plan, one after another: the first order joins them to the server. */
const CUSTOMERS = 22
/** Whose orders warm the store up, and do not count. */
const WARM_UP = 2
const PATIENCE_MS = 30_000
const MANY = { limit: 1_000, window_ms: 10_000 }

/** From the answer of a completed cart to the role in Discord, with nothing else going on. */
export const orderToRole: Figure = {
  name: "order_to_role",
  measure: async (stage) => {
    const times = await stage.emptyDatabase(async (databaseUrl) => {
      const shop = await Shop.open(stage, databaseUrl)
      try {
        return await buyAll(stage, shop)
      } finally {
        await shop.close()
      }
    })
    return [
      ...quantiles("order_to_role_ms", times.plugin, { p50: 100, p99: 400 }),
      ...quantiles("baseline_order_to_role_ms", times.baseline),
    ]
  },
}

interface Times {
  plugin: number[]
  baseline: number[]
}

async function buyAll({ control, sandboxUrl, say }: Stage, shop: Shop): Promise<Times> {
  // Discord's headers as ever, but no window that fills up: what is measured is not the waiting.
  await control.configure({ limits: { member_role: MANY, member_put: MANY, member_get: MANY } })
  const { guildId, roles } = shop.discord
  const others = await control.addManyMembers(guildId, CUSTOMERS)
  const bot = new GuideBot(sandboxUrl)
  const times: Times = { plugin: [], baseline: [] }
  for (const [i, other] of others.entries()) {
    const { customer, userId } = await shop.newCustomer(`customer_${i}`)
    const isCounted = i >= WARM_UP
    for (const plan of ROLE_NAMES) {
      await customer.buy(plan)
      const took = await untilHeld(shop, control, userId, plan)
      const asked = Date.now()
      await bot.giveRole(guildId, other, roles[plan])
      if (isCounted) {
        times.plugin.push(took)
        times.baseline.push(Date.now() - asked)
      }
    }
  }
  say(`  ${times.plugin.length} orders: ${times.plugin.join(" ")}`)
  return times
}

/** Milliseconds from now until a member holds the role, by Discord's clock, which is this machine's. */
async function untilHeld(
  { discord: { guildId, roles } }: Shop,
  control: SandboxClient,
  user_id: string,
  plan: RoleName,
): Promise<number> {
  const answered = Date.now()
  return eventually(async () => {
    const events = await control.memberEvents({ guild_id: guildId, user_id })
    const given = events.find(({ type, role_id }) => type === "role_add" && role_id === roles[plan])
    if (!given) {
      throw new Error(`${user_id} does not hold ${plan}`)
    }
    return Math.max(0, given.at - answered)
  }, PATIENCE_MS)
}
