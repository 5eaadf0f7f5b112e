import { customerOf, placeOrder } from "../../integration-tests/helpers/entitlement/owners"
import { linkUser } from "../../integration-tests/helpers/account/linked-user"
import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { markDue } from "../../src/modules/discord/membership/mark.store"
import type { Figure, Measure } from "../figure"
import { GuideBot } from "../guide-bot"
import type { Scene, Stage } from "../stage"
import { addOwners, addServer } from "../world"

const PEOPLE = 5

/** How many calls a change costs: what there is least of. */
export const callCounts: Figure = {
  name: "calls",
  measure: async (stage) => {
    const engine = await stage.scene({}, (scene) => count(stage, scene))
    const baseline = await stage.scene({}, (scene) => countBaseline(stage, scene))
    return [
      calls("calls_per_join", engine.join, 1),
      calls("calls_per_single_role_change", engine.change, 1),
      calls("calls_per_noop", engine.noop, 0),
      calls("baseline_calls_per_single_role_change", baseline.change),
      calls("baseline_calls_per_noop", baseline.noop),
    ]
  },
}

function calls(name: string, value: number, at_most?: number): Measure {
  return { name, value, unit: "calls", ...(at_most === undefined ? {} : { target: { at_most } }) }
}

/** Buyers join with the role, members buy another one, and everyone is looked at once more. */
async function count(
  stage: Stage,
  { db, engine, deps }: Scene,
): Promise<Record<"join" | "change" | "noop", number>> {
  const { control } = stage
  const server = await addServer(db, control, "one")
  const members = await addOwners(db, control, server, PEOPLE)
  for (let i = 0; i < PEOPLE; i++) {
    await linkUser(deps, control, `cus_new_${i}`)
  }
  const buy = async (customerIds: string[], variantId: string) => {
    for (const [i, customerId] of customerIds.entries()) {
      await placeOrder(db, `order_${variantId}_${i}_${customerId}`, customerId, variantId)
    }
    engine.wake([server.id])
    await engine.idle()
  }
  const newcomers = Array.from({ length: PEOPLE }, (_, i) => `cus_new_${i}`)
  const join = await callsPerPerson(stage, () => buy(newcomers, server.second.variantId))
  const change = await callsPerPerson(stage, async () => {
    engine.wake(await markDue(db, { kind: "server", server_id: server.id }, PRIORITY.change))
    await engine.idle()
  })
  const noop = await callsPerPerson(stage, () => buy(members.map(customerOf), server.variantId))
  return { join, change, noop }
}

async function countBaseline(
  stage: Stage,
  { db }: Scene,
): Promise<Record<"change" | "noop", number>> {
  const { guildId, roleId } = await addServer(db, stage.control, "one")
  const members = await stage.control.addManyMembers(guildId, PEOPLE)
  const bot = new GuideBot(stage.sandboxUrl)
  const give = () =>
    callsPerPerson(stage, async () => {
      for (const userId of members) {
        await bot.giveRole(guildId, userId, roleId)
      }
    })
  return { change: await give(), noop: await give() }
}

async function callsPerPerson({ control }: Stage, act: () => Promise<void>): Promise<number> {
  await control.clearRequests()
  await act()
  return (await control.requests()).length / PEOPLE
}
