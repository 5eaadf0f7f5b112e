import { z } from "@medusajs/framework/zod"
import { APPLICATION } from "../../integration-tests/helpers/store/application"
import { insertHolders } from "../../integration-tests/helpers/entitlement/owners"
import { rows } from "../../src/modules/discord/db/db"
import type { Figure, Measure } from "../figure"
import { typescript } from "../program"
import type { Scene, Stage } from "../stage"
import { addServer, type BenchServer } from "../world"

const LARGE = { members: 100_000, changes: 1_000 }
const SMALL = { members: 10_000, changes: 100 }
const LIST_PAGE = 1_000
const MANY = { limit: 1_000, window_ms: 1_000 }
/** Calls are counted, not waited for. */
const WIDE = {
  global: MANY,
  member_role: MANY,
  member_patch: MANY,
  member_get: MANY,
  members_list: MANY,
}
const answer = z.object({ id: z.string(), growth_mb: z.number(), peak_growth_mb: z.number() })

/** A hundred thousand members are compared, of whom a thousand differ: what is found, what it costs, and how much memory it takes. */
export const reconcile: Figure = {
  name: "reconcile",
  measure: (stage) => stage.scene({ limits: WIDE }, (scene) => measure(stage, scene)),
}

async function measure(stage: Stage, scene: Scene): Promise<Measure[]> {
  const { control } = stage
  await control.updateApplication(APPLICATION.client_id, {
    guild_members_intent: true,
  })
  const small = await addServer(scene.db, control, "small")
  await seed(stage, scene, small, SMALL)
  const large = await addServer(scene.db, control, "large")
  const drift = await seed(stage, scene, large, LARGE)
  const run = (kind: "dry" | "real"): Promise<Run> => runApart(stage, scene, [small, large], kind)
  const dry = await run("dry")
  const found = await findings(scene, dry.id)
  stage.say(`  the dry run took ${dry.seconds} s and found ${found.length} of ${drift.size}`)
  await control.clearRequests()
  const real = await run("real")
  const calls = (await control.requests()).length
  stage.say(`  ${calls} calls in ${real.seconds} s`)
  const fewest = fewestCalls(SMALL) + fewestCalls(LARGE)
  const left = await run("dry")
  return [
    {
      name: "reconcile_calls_ratio",
      value: calls / fewest,
      unit: "ratio",
      target: { at_most: 1.01 },
    },
    {
      name: "reconcile_100k_rss_growth_mb",
      value: Math.max(dry.growth_mb, real.growth_mb),
      unit: "MB",
      target: { at_most: 100 },
    },
    {
      name: "reconcile_100k_rss_peak_growth_mb",
      value: Math.max(dry.peak_growth_mb, real.peak_growth_mb),
      unit: "MB",
    },
    {
      name: "reconcile_dry_run_found_share",
      value: found.filter((each) => drift.has(each)).length / drift.size,
      unit: "share",
      target: { at_least: 1 },
    },
    {
      name: "reconcile_dry_run_invented",
      value: found.filter((each) => !drift.has(each)).length,
      unit: "count",
      target: { at_most: 0 },
    },
    {
      name: "reconcile_left_over",
      value: (await findings(scene, left.id)).length,
      unit: "count",
      target: { at_most: 0 },
    },
  ]
}

/** Everybody holds what they bought, but for some at random. @returns what differs */
async function seed(
  stage: Stage,
  { db }: Scene,
  server: BenchServer,
  { members, changes }: typeof LARGE,
): Promise<Set<string>> {
  const { control } = stage
  const roles = [server.roleId]
  const users = await control.addManyMembers(server.guildId, members, { roles })
  await insertHolders(db, server, users)
  await db.raw("analyze")
  stage.say(`  ${members} members hold their role`)
  const chosen = new Set<string>()
  while (chosen.size < changes) {
    chosen.add(users[Math.floor(Math.random() * users.length)] ?? "")
  }
  const drift = new Set<string>()
  for (const user of chosen) {
    switch (Math.floor(Math.random() * 3)) {
      case 0:
        await control.takeRole(server.guildId, user, server.roleId)
        drift.add(`${user} +`)
        break
      case 1:
        await control.removeMember(server.guildId, user)
        await control.addMember(server.guildId, user)
        drift.add(`${user} +`)
        break
      default:
        await rows(
          db,
          `update discord_entitlement set ends_at = now(), ended_reason = 'canceled' where customer_id = :id`,
          {
            id: `cus_${user}`,
          },
        )
        drift.add(`${user} -`)
    }
  }
  return drift
}

function fewestCalls({ members, changes }: typeof LARGE): number {
  return Math.ceil(members / LIST_PAGE) + changes
}

type Run = z.infer<typeof answer> & { seconds: number }

async function runApart(
  stage: Stage,
  { databaseUrl }: Scene,
  servers: readonly BenchServer[],
  kind: "dry" | "real",
): Promise<Run> {
  const begun = Date.now()
  const ids = servers.map(({ id }) => id)
  const child = stage.run(
    typescript(
      "bench/reconcile-child.ts",
      [databaseUrl, stage.sandboxUrl, ...ids, kind],
      ["--expose-gc"],
    ),
  )
  const line = (await child.succeeded()).split("\n").find((each) => each.startsWith("{"))
  const run = answer.parse(JSON.parse(line ?? "{}"))
  return { ...run, seconds: Math.round((Date.now() - begun) / 1_000) }
}

async function findings({ db }: Scene, runId: string): Promise<string[]> {
  const found = await rows<{ discord_user_id: string; added: string[]; removed: string[] }>(
    db,
    `select a.discord_user_id, d.added, d.removed from discord_difference d
       join discord_membership m on m.id = d.membership_id
       join discord_account a on a.id = m.account_id where d.sync_run_id = :id`,
    { id: runId },
  )
  return found.flatMap(({ discord_user_id, added, removed }) => [
    ...added.map(() => `${discord_user_id} +`),
    ...removed.map(() => `${discord_user_id} -`),
  ])
}
