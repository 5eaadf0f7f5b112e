import { z } from "@medusajs/framework/zod"
import type { Figure } from "../figure"
import { typescript } from "../program"
import { addOwners, addServer } from "../world"
import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { markDue } from "../../src/modules/discord/membership/mark.store"

const DUE = 100_000
const MANY = { limit: 1_000, window_ms: 1_000 }
/** The work is to be as fast as it can. */
const WIDE = { global: MANY, member_role: MANY, member_patch: MANY, member_get: MANY }
const answer = z.object({ growth_mb: z.number(), peak_growth_mb: z.number() })

/** How much a process grows when a hundred thousand members are due: the rows wait in the database, not in memory. */
export const memory: Figure = {
  name: "engine_rss_growth",
  measure: (stage) =>
    stage.scene({ limits: WIDE }, async ({ db, databaseUrl }) => {
      const server = await addServer(db, stage.control, "one")
      await addOwners(db, stage.control, server, DUE)
      await markDue(db, { kind: "server", server_id: server.id }, PRIORITY.bulk)
      stage.say(`  ${DUE} members are due`)
      const engine = stage.run(
        typescript("bench/memory-child.ts", [databaseUrl, stage.sandboxUrl], ["--expose-gc"]),
      )
      const line = (await engine.succeeded()).split("\n").find((each) => each.startsWith("{"))
      stage.say(`  ${(await stage.control.requests({ method: "PUT" })).length} of them were served`)
      const { growth_mb, peak_growth_mb } = answer.parse(JSON.parse(line ?? "{}"))
      return [
        {
          name: "engine_rss_growth_mb",
          value: growth_mb,
          unit: "MB",
          target: { at_most: 150 },
        },
        { name: "engine_rss_peak_growth_mb", value: peak_growth_mb, unit: "MB" },
      ]
    }),
}
