import type { Fault } from "../../discord-sandbox"
import { readServerAgain } from "../../../src/modules/discord/server/server-refresh.service"
import { rows } from "../../../src/modules/discord/db/db"
import { eventually } from "../../helpers/eventually"
import { customerOf } from "../../helpers/entitlement/owners"
import { HostileScene } from "./hostile/scene"

const PATIENCE_MS = 30_000
const [SILVER, GOLD] = [0, 1]
const ROLE = { method: "PUT", route: "/guilds/:guild/members/:user/roles/:role" }

/** What Discord refuses for the server's sake, and no look at the server shows. */
const REFUSALS: [string, Fault][] = [
  ["two-factor authentication", { status: 403, code: 60003 }],
  ["a limit of roles", { status: 400, code: 30005 }],
  ["a limit of members", { status: 400, code: 30019 }],
]

describe("a server whose role changes Discord refuses for everybody", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Silver", "Gold"])
  })

  afterEach(async () => {
    await scene.close()
  })

  const asked = async () => (await scene.control.requests(ROLE)).length
  const actions = async () =>
    (
      await rows<{ action: string }>(
        scene.db,
        `select action from discord_activity_entry
          where action in ('server_paused', 'server_resumed', 'sync_failed') order by created_at, id`,
      )
    ).map(({ action }) => action)
  const waitIsOver = () =>
    rows(scene.db, `update discord_server set probe_at = now() - interval '1 second'`)
  const probes = async () => {
    const [row] = await rows<{ seconds: number; probe_count: number }>(
      scene.db,
      `select cast(extract(epoch from probe_at - now()) as float) as seconds, probe_count
         from discord_server`,
    )
    return row ?? { seconds: 0, probe_count: 0 }
  }
  const checkAgain = async () => {
    const { id, guildId } = scene.server
    scene.engine.wake(await readServerAgain(scene.deps, id, guildId))
    await scene.engine.tryAgain(id)
  }

  async function pausedBy(fault: Fault): Promise<string> {
    const [member = ""] = await scene.addDueMembers(1, SILVER)
    await eventually(async () => expect(await scene.holders(SILVER)).toEqual([member]), PATIENCE_MS)
    await scene.control.addFault({ ...ROLE, ...fault })
    await scene.buy(customerOf(member), GOLD)
    await eventually(async () =>
      expect(await scene.serverState()).toMatchObject({ status: "paused" }),
    )
    await scene.engine.idle()
    await scene.control.clearRequests()
    return member
  }

  it.each(REFUSALS)("stays paused until one of them succeeds (%s)", async (_cause, fault) => {
    const member = await pausedBy(fault)
    const logged = scene.logged.length
    for (let look = 0; look < 3; look++) {
      await scene.engine.heal()
      await scene.engine.sweep()
      await scene.engine.idle()
    }
    // The first look may try once; then the wait begins.
    expect(await asked()).toBe(1)
    expect(await scene.serverState()).toMatchObject({ status: "paused" })
    expect(await actions()).toEqual(["server_paused", "sync_failed"])
    expect(scene.logged.slice(logged)).toEqual([])

    await checkAgain()
    expect(await asked()).toBe(2)
    expect(await scene.serverState()).toMatchObject({ status: "paused" })

    await scene.control.clearFaults()
    await scene.engine.heal()
    expect(await scene.holders(GOLD)).toEqual([])
    await waitIsOver()
    await scene.engine.heal()
    await eventually(async () => expect(await scene.holders(GOLD)).toEqual([member]), PATIENCE_MS)
    expect(await scene.serverState()).toEqual({ status: "connected", pause_reason: null })
    expect(await actions()).toEqual(["server_paused", "sync_failed", "server_resumed"])
  })

  it("is tried ever more rarely", async () => {
    await pausedBy({ status: 403, code: 60003 })
    const waits: number[] = []
    for (let probe = 0; probe < 9; probe++) {
      await waitIsOver()
      await scene.engine.heal()
      waits.push(Math.round((await probes()).seconds / 60))
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(await asked()).toBe(9)
    expect(await actions()).toEqual(["server_paused", "sync_failed"])
  })

  it("goes on at once when an admin asks, after it was mended", async () => {
    const member = await pausedBy({ status: 403, code: 60003 })
    await scene.engine.heal()
    await scene.control.clearFaults()
    await checkAgain()
    await eventually(async () => expect(await scene.holders(GOLD)).toEqual([member]))
    expect(await scene.serverState()).toMatchObject({ status: "connected" })
  })

  it("is tried for somebody else, who is served if the refusal was one member's alone", async () => {
    const [member = "", other = ""] = await scene.addDueMembers(2, SILVER)
    await eventually(async () => expect(await scene.holders(SILVER)).toHaveLength(2), PATIENCE_MS)
    await scene.control.addFault({ ...ROLE, user_id: member, status: 403, code: 60003 })
    await scene.buy(customerOf(member), GOLD)
    await eventually(async () =>
      expect(await scene.serverState()).toMatchObject({ status: "paused" }),
    )
    await scene.buy(customerOf(other), GOLD)
    await eventually(async () => expect(await scene.holders(GOLD)).toEqual([other]), 2_000)
    await eventually(async () =>
      expect(await scene.serverState()).toMatchObject({ status: "connected" }),
    )
  })

  it("keeps nobody inside waiting when only a newcomer was refused", async () => {
    const [member = ""] = await scene.addDueMembers(1, SILVER)
    await eventually(async () => expect(await scene.holders(SILVER)).toEqual([member]), PATIENCE_MS)
    const { customerId, userId } = await scene.link("newcomer")
    const join = { method: "PUT", route: "/guilds/:guild/members/:user" }
    await scene.control.addFault({ ...join, status: 403, code: 60003 })
    await scene.buy(customerId, SILVER)
    await eventually(async () =>
      expect(await scene.membership(userId)).toMatchObject({ status: "waiting_for_admin" }),
    )
    await scene.buy(customerOf(member), GOLD)
    await eventually(async () => expect(await scene.holders(GOLD)).toEqual([member]), 2_000)
    expect(await scene.serverState()).toMatchObject({ status: "connected" })
  })

  it.each([10004, 50001])(
    "takes code %i for that call's while the bot sees the server",
    async (code) => {
      const [member = "", other = ""] = await scene.addDueMembers(2, SILVER)
      await eventually(async () => expect(await scene.holders(SILVER)).toHaveLength(2), PATIENCE_MS)
      await scene.control.addFault({ ...ROLE, user_id: member, status: 403, code })
      await scene.buy(customerOf(member), GOLD)
      await eventually(async () =>
        expect(await scene.membership(member)).toMatchObject({ status: "waiting_for_admin" }),
      )
      expect(await scene.serverState()).toMatchObject({ status: "connected" })
      await scene.buy(customerOf(other), GOLD)
      await eventually(async () => expect(await scene.holders(GOLD)).toEqual([other]), 2_000)
    },
  )
})
