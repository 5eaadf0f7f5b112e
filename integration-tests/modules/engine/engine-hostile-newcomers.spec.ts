import type { Fault, LogEntry } from "../../discord-sandbox"
import { rows } from "../../../src/modules/discord/db/db"
import { eventually } from "../../helpers/eventually"
import { JOIN, JOIN_REFUSALS, PROMPT_REFUSALS } from "../../helpers/account/join-refusals"
import { customerOf, placeOrder } from "../../helpers/entitlement/owners"
import { HostileScene } from "./hostile/scene"

const NEWCOMERS = 12
const CROWD = 600
/** How often each refusal comes up, in turn, before all others are refused alike. */
const ROUNDS = 5
const SERVED_MS = 2_000
const PATIENCE_MS = 30_000
const [SILVER, GOLD] = [0, 1]

describe("newcomers whom Discord does not let in", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Silver", "Gold"])
  })

  afterEach(async () => {
    await scene.close()
  })

  /** Newcomers who buy while no join succeeds, until Discord has refused some. */
  async function turnAway(answer: Fault): Promise<string[]> {
    const newcomers = await scene.linkMany(NEWCOMERS)
    await scene.control.addFault({ ...JOIN, ...answer })
    for (const { customerId } of newcomers) {
      await scene.buy(customerId, SILVER)
    }
    await eventually(async () => {
      const tried = await rows(
        scene.db,
        `select id from discord_membership where join_sent_at is not null or error_message is not null`,
      )
      expect(tried.length).toBeGreaterThan(0)
    })
    return newcomers.map(({ userId }) => userId)
  }

  /** From now on no join succeeds, each for another reason than the one before. */
  async function refuseInTurn(): Promise<void> {
    const round = PROMPT_REFUSALS.map(([, answer]) => ({ ...JOIN, ...answer }))
    for (const fault of Array.from({ length: ROUNDS }, () => round).flat()) {
      await scene.control.addFault({ ...fault, times: 1 })
    }
    await scene.control.addFault({ ...JOIN, status: 403, code: 150009 })
  }

  /** Whom the bot tried to bring in. @param before only before this call was answered */
  async function tried(before?: LogEntry): Promise<Set<string | null>> {
    const joins = await scene.control.requests(JOIN)
    const earlier = joins.filter(({ id }) => id < (before?.id ?? Infinity))
    return new Set(earlier.map(({ user_id }) => user_id))
  }

  /** The call that gave a member a role. @throws as long as there is none */
  async function givingOf(userId: string, role: number): Promise<LogEntry> {
    const path = `/members/${userId}/roles/${scene.roleId(role)}`
    const calls = await scene.control.requests({ method: "PUT", user_id: userId })
    const given = calls.find((call) => call.path.endsWith(path) && call.status === 204)
    if (!given) {
      throw new Error(`${userId} was not given the role`)
    }
    return given
  }

  async function expectServed(userId: string, role: number): Promise<void> {
    await eventually(async () => expect(await scene.holders(role)).toContain(userId), SERVED_MS)
  }

  it.each(JOIN_REFUSALS)("keep nobody inside waiting (%s)", async (_answer, fault) => {
    const [member = ""] = await scene.addDueMembers(1, SILVER)
    await eventually(async () => expect(await scene.holders(SILVER)).toEqual([member]), PATIENCE_MS)
    await turnAway(fault)

    await scene.buy(customerOf(member), GOLD)
    await expectServed(member, GOLD)
  })

  it("600 newcomers refused keep nobody inside waiting", async () => {
    const [member = ""] = await scene.addDueMembers(1, SILVER)
    await eventually(async () => expect(await scene.holders(SILVER)).toEqual([member]), PATIENCE_MS)
    await refuseInTurn()
    await scene.addDueNewcomers(CROWD, SILVER)
    // Each refusal has come up.
    await eventually(
      async () => expect((await tried()).size).toBeGreaterThanOrEqual(PROMPT_REFUSALS.length),
      PATIENCE_MS,
    )

    await scene.buy(customerOf(member), GOLD)
    const given = await eventually(async () => givingOf(member, GOLD), PATIENCE_MS)
    const before = (await tried(given)).size
    expect(before).toBeLessThan(CROWD / 2)
    await eventually(async () => expect((await tried()).size).toBeGreaterThan(before), PATIENCE_MS)
    expect(await scene.holders(SILVER)).toEqual([member])
  })

  it.each<[string, Fault]>([
    ["refusals", { status: 403, code: 150009 }],
    ["503s", { status: 503 }],
  ])("keep nobody waiting who came in by themselves (%s)", async (_answer, fault) => {
    const { customerId, userId } = await scene.link("came_by_invite")
    await scene.control.addMember(scene.server.guildId, userId)
    await turnAway(fault)
    await scene.buy(customerId, GOLD)
    await eventually(async () => expect(await scene.holders(GOLD)).toEqual([userId]), PATIENCE_MS)
  })

  it("are each shown with Discord's own words, and are not asked for again and again", async () => {
    const refused = await turnAway({
      status: 403,
      code: 150009,
      message: "Complete \u202ethe check first",
    })
    const words =
      "Discord refused to bring this member in (403, code 150009: Complete the check first)."
    await eventually(async () => {
      for (const userId of refused) {
        expect(await scene.membership(userId)).toMatchObject({
          status: "waiting_for_admin",
          error_owner: "admin",
          error_message: words,
        })
      }
    }, PATIENCE_MS)
    const joins = async () => (await scene.control.requests(JOIN)).length
    expect(await joins()).toBe(NEWCOMERS)
    expect((await scene.serverState()).status).toBe("connected")
    scene.engine.wake([scene.server.id])
    await scene.engine.sweep()
    await scene.engine.heal()
    await scene.engine.idle()
    expect(await joins()).toBe(NEWCOMERS)
    expect(scene.logged.filter((line) => line.includes("150009")).length).toBeLessThanOrEqual(1)
    const { next_attempt_at } = await scene.membership(refused[0] ?? "")
    expect(next_attempt_at?.getTime()).toBeGreaterThan(Date.now() + 30_000)

    await scene.control.clearFaults()
    await rows(scene.db, `update discord_membership set next_attempt_at = now()`)
    scene.engine.wake([scene.server.id])
    await eventually(
      async () => expect((await scene.holders(SILVER)).sort()).toEqual([...refused].sort()),
      PATIENCE_MS,
    )
  })

  it("one role that Discord refuses for a reason nobody knows keeps the others from nobody", async () => {
    const [member = "", other = ""] = await scene.addDueMembers(2, SILVER)
    await eventually(async () => expect(await scene.holders(SILVER)).toHaveLength(2), PATIENCE_MS)
    await scene.control.addFault({
      method: "PUT",
      route: "/guilds/:guild/members/:user/roles/:role",
      user_id: member,
      status: 403,
      code: 150011,
      message: "No",
    })
    await scene.buy(customerOf(member), GOLD)
    await scene.buy(customerOf(other), GOLD)
    await expectServed(other, GOLD)
    await eventually(async () =>
      expect(await scene.membership(member)).toMatchObject({
        status: "waiting_for_admin",
        error_message: "Discord refused to give this role to the member (403, code 150011: No).",
      }),
    )
    const { next_attempt_at } = await scene.membership(member)
    expect(next_attempt_at?.getTime()).toBeGreaterThan(Date.now() + 5 * 60_000)
    expect(await scene.holders(SILVER)).toContain(member)
  })

  it("an order whose reference is full of emoji is served as any other", async () => {
    const [member = ""] = await scene.addDueMembers(1, SILVER)
    await eventually(async () => expect(await scene.holders(SILVER)).toEqual([member]), PATIENCE_MS)
    const reference = `${"😀".repeat(300)}🎉`
    scene.engine.wake(await placeOrder(scene.db, reference, customerOf(member), "variant_1"))
    await expectServed(member, GOLD)
    const [entry] = (await scene.control.auditLog(scene.server.guildId)).slice(-1)
    expect(entry?.reason).toMatch(/^order (😀)+$/u)
  })
})
