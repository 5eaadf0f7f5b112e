import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { markDue } from "../../src/modules/discord/membership/mark.store"
import type { Figure } from "../figure"
import { GuideBot } from "../guide-bot"
import type { Scene, Stage } from "../stage"
import { addOwners, addServer } from "../world"

const CHANGES = 600
const BASELINE_CHANGES = 100
/** Discord lets ten changes a window through each of two buckets; a window here lasts a second instead of ten. */
const CHANGES_PER_WINDOW = 20
const SCALE = 0.1
const WINDOW_MS = 1000

/** How much of what Discord allows one server a backfill makes use of. */
export const guildUtilisation: Figure = {
  name: "guild_bucket_utilisation",
  measure: async (stage) => {
    const limits = { scale: SCALE }
    const engine = await stage.scene({ limits }, (scene) => backfill(stage, scene))
    const baseline = await stage.scene({ limits }, (scene) => oneByOne(stage, scene))
    return [
      {
        name: "guild_bucket_utilisation_scaled_10_per_1s",
        value: engine,
        unit: "share",
        target: { at_least: 0.95 },
      },
      {
        name: "baseline_guild_bucket_utilisation_scaled_10_per_1s",
        value: baseline,
        unit: "share",
      },
    ]
  },
}

async function backfill({ control }: Stage, { db, engine }: Scene): Promise<number> {
  const server = await addServer(db, control, "one")
  await addOwners(db, control, server, CHANGES)
  const begun = Date.now()
  engine.wake(await markDue(db, { kind: "server", server_id: server.id }, PRIORITY.bulk))
  await engine.idle()
  const held = (await control.members(server.guildId)).filter(({ roles }) =>
    roles.includes(server.roleId),
  )
  if (held.length !== CHANGES) {
    throw new Error(`${held.length} of ${CHANGES} members hold the role`)
  }
  return utilisation(CHANGES, Date.now() - begun)
}

async function oneByOne({ control, sandboxUrl }: Stage, { db }: Scene): Promise<number> {
  const { guildId, roleId } = await addServer(db, control, "one")
  const userIds = await control.addManyMembers(guildId, BASELINE_CHANGES)
  const bot = new GuideBot(sandboxUrl)
  const begun = Date.now()
  for (const userId of userIds) {
    await bot.giveRole(guildId, userId, roleId)
  }
  return utilisation(BASELINE_CHANGES, Date.now() - begun)
}

/** The first window's changes are free at once, so `changes` fit into one window less; it counts as a full one here. */
function utilisation(changes: number, ms: number): number {
  return changes / CHANGES_PER_WINDOW / (ms / WINDOW_MS)
}
