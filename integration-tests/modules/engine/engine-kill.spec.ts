import { setTimeout as sleep } from "node:timers/promises"
import { SandboxClient } from "../../discord-sandbox"
import { prepareDiscord } from "../../helpers/server/connected-server"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"
import { createEngine, type TestEngine } from "../../helpers/engine/engine"
import { EngineProcess } from "../../helpers/engine/engine-process"
import { say } from "../../helpers/say"
import { settle } from "../../helpers/engine/settle"
import { forgotten, slowDown } from "./kill/slow-database"
import { Fixture } from "./kill/fixture"
import { hasClaimed, readMembers, readCrashState, STEPS, type Step } from "./kill/crash-state"
import { MemberHistory } from "./model/history"

const KILLS = Number(process.env.KILLS ?? 64)
const MEMBERS = 36
const CHANGES_A_ROUND = 14
/** Minutes on an idle machine; a busy one has time, since only a standstill is meant to be caught. */
const PATIENCE_MS = 40 * 60_000
/** Processes that load while another one works: loading takes longer than all else. */
const READY = 2
const TIMES = { leaseMs: 1_000, holdMaxMs: 2 }
const DISCORD_MS = 12
const DATABASE_MS = 16
/** By what the moment of a kill is chosen: the first claim, the clock, or how many calls Discord has answered. */
const AIMS = ["claim", "clock", "discord"] as const
type Aim = (typeof AIMS)[number]
/** And how long after it at most. All work of a round takes about 400 ms. */
const WITHIN_MS: Record<Aim, number> = { claim: 40, clock: 400, discord: DISCORD_MS + DATABASE_MS }

jest.setTimeout(PATIENCE_MS)

describe("a process that is killed at any moment", () => {
  const control = new SandboxClient(process.env.DISCORD_SANDBOX_URL ?? "")
  const processes: EngineProcess[] = []
  let database: TestDatabase
  let botId: string
  let last: TestEngine
  let fixture: Fixture
  let isOver = false

  const load = () => {
    const { url: databaseUrl } = database
    // A run that was given up must leave no process behind.
    if (!isOver) {
      processes.push(new EngineProcess({ databaseUrl, sandboxUrl: control.url, times: TIMES }))
    }
  }

  beforeAll(async () => {
    database = await createDatabase()
    botId = await prepareDiscord(control)
    last = createEngine({
      db: database.db,
      sandboxUrl: control.url,
      times: TIMES,
    })
    fixture = await Fixture.build(last.deps, control, MEMBERS)
    await slowDown(database.db, DATABASE_MS)
    await control.configure({ latency_ms: DISCORD_MS })
  }, 60_000)

  afterAll(async () => {
    isOver = true
    await Promise.all(processes.map((each) => each.kill()))
    await last.close()
    await database.drop()
  })

  it(`loses nothing and does nothing twice, ${KILLS} times over`, async () => {
    const began = Date.now()
    const found: Record<Step, number> = { claimed: 0, announced: 0, answered: 0, recorded: 0 }
    let idle = 0
    Array.from({ length: READY }, load)
    for (let kills = 0; kills < KILLS; kills++) {
      const steps = await round(AIMS[kills % AIMS.length] ?? "clock")
      steps.forEach((step) => found[step]++)
      idle += steps.length === 0 ? 1 : 0
    }
    say(
      `engine-kill: ${KILLS} kills, ${idle} of them with nothing in hand; memberships in hand ` +
        `by step ${JSON.stringify(found)}, in ${Date.now() - began} ms`,
    )
    await control.configure({ latency_ms: 0 })
    await settle(last.engine, database.db)
    await expectAllWell()
    for (const step of STEPS) {
      expect({ step, wasHit: found[step] > 0 }).toEqual({ step, wasHit: true })
    }
  })

  /** Plans change, a process goes to work, and is killed. */
  async function round(aim: Aim): Promise<Step[]> {
    const { db } = database
    const guilds = fixture.servers.map((server) => server.guildId)
    await fixture.changePlans(CHANGES_A_ROUND)
    const before = await readMembers(control, guilds)
    const doomed = processes.shift()
    load()
    const sent = await lastRequest()
    const began = new Date()
    await doomed?.begin()
    await until(() => hasClaimed(db, TIMES.leaseMs, began))
    if (aim === "discord") {
      const count = 1 + Math.floor(Math.random() * CHANGES_A_ROUND)
      await until(async () => (await control.requests({ since: sent })).length >= count)
    }
    await sleep(Math.random() * WITHIN_MS[aim])
    await doomed?.kill()
    await forgotten(db)
    return readCrashState(db, control, TIMES.leaseMs, began, before)
  }

  async function lastRequest(): Promise<number> {
    return Math.max(0, ...(await control.requests()).map((call) => call.id))
  }

  /** Resolves when it is so, or when there was time enough for all work of a round. */
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 3 * TIMES.leaseMs
    while (!(await isSo()) && Date.now() < deadline) {
      await sleep(1)
    }
  }

  async function expectAllWell(): Promise<void> {
    for (const member of fixture.members) {
      const about = { user_id: member.userId }
      const events = await control.memberEvents(about)
      const requests = await control.requests(about)
      for (const { id, guildId } of fixture.servers) {
        const here = events.filter((event) => event.guild_id === guildId)
        const startId = Math.max(0, ...here.filter((e) => e.by !== botId).map((e) => e.id))
        const told = new MemberHistory(
          here,
          requests.filter((call) => call.guild_id === guildId),
          { botId, startId, lookedAtId: 0, blindTo: () => false },
        )
        const paid = fixture.paidRoles(member, guildId)
        expect(told.offences).toEqual([])
        expect([...told.held.keys()].sort()).toEqual(
          [...new Set([...told.foreign, ...paid])].sort(),
        )
        expect(await fixture.ledgerOf(member, id)).toEqual(
          Object.fromEntries(
            paid.map((role) => [role, told.foreign.includes(role) ? "adopted" : "granted"]),
          ),
        )
        expect(here.filter((event) => event.type === "join").length).toBeLessThanOrEqual(1)
        for (const role of new Set(here.map((event) => event.role_id ?? ""))) {
          const gifts = here.filter(
            (event) => event.type === "role_add" && event.role_id === role && event.by === botId,
          )
          const wanted = fixture.rises.get(`${guildId}/${member.userId}/${role}`) ?? 0
          expect(gifts.length).toBeLessThanOrEqual(wanted)
        }
      }
    }
  }
})
