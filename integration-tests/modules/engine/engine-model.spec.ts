import fc from "fast-check"
import { randomInt } from "node:crypto"
import { SandboxClient } from "../../discord-sandbox"
import { prepareDiscord } from "../../helpers/server/connected-server"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"
import { say } from "../../helpers/say"
import { story } from "./model/commands"
import { checkStory, newTally } from "./model/oracle"
import { Stage } from "./model/stage"

const RUNS = Number(process.env.FC_RUNS ?? 1_000)
/** Stages side by side: each plays its share of the stories one after the other. */
const STAGES = 5
/** Minutes on an idle machine; a busy one has time, since only a standstill is meant to be caught. */
const PATIENCE_MS = 40 * 60_000
const SEED = Number(process.env.FC_SEED ?? randomInt(2 ** 31))

jest.setTimeout(PATIENCE_MS + 60_000)

describe("whatever happens, in whatever order", () => {
  const control = new SandboxClient(process.env.DISCORD_SANDBOX_URL ?? "")
  let database: TestDatabase
  let stages: Stage[] = []

  beforeAll(async () => {
    database = await createDatabase()
    const botId = await prepareDiscord(control)
    stages = await Promise.all(
      Array.from({ length: STAGES }, () => Stage.create(database.db, control, botId)),
    )
  })

  afterAll(async () => {
    await Promise.all(stages.map((stage) => stage.close()))
    await database.drop()
  })

  it("Discord ends up as promised, and nothing of others is ever taken", async () => {
    say(`engine-model: ${RUNS} runs, FC_SEED=${SEED}`)
    const began = Date.now()
    const tally = newTally()
    const ends = await Promise.allSettled(
      stages.map((stage, at) =>
        fc.assert(
          fc.asyncProperty(story, (told) => checkStory(stage, told, tally)),
          {
            numRuns: Math.ceil(RUNS / STAGES),
            seed: SEED + at,
            interruptAfterTimeLimit: PATIENCE_MS,
            markInterruptAsFailure: true,
          },
        ),
      ),
    )
    say(`engine-model: ${JSON.stringify(tally)} in ${Date.now() - began} ms`)
    for (const end of ends) {
      if (end.status === "rejected") {
        throw end.reason
      }
    }
  })
})
