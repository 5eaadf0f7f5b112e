import type { SandboxClient } from "../../integration-tests/discord-sandbox"
import { eventually } from "../../integration-tests/helpers/eventually"
import { percentile, type Figure } from "../figure"
import { Shop } from "../shop"
import type { Stage } from "../stage"

const CUSTOMERS = 5
/** Each leaves and comes back so often. */
const ROUNDS = 11
/** The first of each warms the store up, and does not count. */
const WARM_UP = 1
const PATIENCE_MS = 30_000
const MANY = { limit: 1_000, window_ms: 10_000 }

/** From the moment that a member who left is back in the server to the moment they hold their role, with the gateway on. */
export const gatewayRejoin: Figure = {
  name: "gateway_rejoin",
  measure: async (stage) => {
    const times = await stage.emptyDatabase(async (databaseUrl) => {
      const shop = await Shop.open(stage, databaseUrl, { gateway: true })
      try {
        return await comeAndGo(stage, shop)
      } finally {
        await shop.close()
      }
    })
    return [
      {
        name: "gateway_rejoin_ms_p50",
        value: percentile(times, 0.5),
        unit: "ms",
        target: { at_most: 200 },
      },
    ]
  },
}

async function comeAndGo({ control, say }: Stage, shop: Shop): Promise<number[]> {
  await control.configure({ limits: { member_role: MANY, member_put: MANY, member_get: MANY } })
  const { guildId } = shop.discord
  await untilListening(control)
  const times: number[] = []
  for (let i = 0; i < CUSTOMERS; i++) {
    const { customer, userId } = await shop.newCustomer(`member_${i}`)
    await customer.buy("Gold")
    await sinceJoined(shop, control, userId)
    for (let round = 0; round < ROUNDS; round++) {
      await control.removeMember(guildId, userId)
      await control.addMember(guildId, userId)
      const took = await sinceJoined(shop, control, userId)
      if (round >= WARM_UP) {
        times.push(took)
      }
    }
  }
  say(`  ${times.length} rejoins: ${times.join(" ")}`)
  return times
}

async function untilListening(control: SandboxClient): Promise<void> {
  await eventually(async () => {
    const { sessions } = await control.gatewayState()
    if (!sessions.some(({ connected }) => connected)) {
      throw new Error("The store does not listen")
    }
  }, PATIENCE_MS)
}

/** Milliseconds from when a member last joined until they held the role, by Discord's clock. */
async function sinceJoined(
  { discord: { guildId, roles } }: Shop,
  control: SandboxClient,
  user_id: string,
): Promise<number> {
  return eventually(async () => {
    const events = await control.memberEvents({ guild_id: guildId, user_id })
    const joined = events.findLast(({ type }) => type === "join")
    const held = events.findLast(
      ({ type, role_id }) => type === "role_add" && role_id === roles.Gold,
    )
    if (!joined || !held || held.id < joined.id) {
      throw new Error(`${user_id} does not hold the role`)
    }
    return held.at - joined.at
  }, PATIENCE_MS)
}
