import { rows } from "../../../src/modules/discord/db/db"
import { eventually } from "../../helpers/eventually"
import { HOLD_MAX_MS, HostileScene } from "./hostile/scene"

const JOIN_ROUTE = "/guilds/:guild/members/:user"
const PATIENCE_MS = 30_000
/** Calls that are under way when the trouble begins. */
const WORKERS = 8

/** Refusals of a join, with Discord's code, and what the customer is told. */
const REFUSALS: [string, { status: number; code: number }, string][] = [
  [
    "this Discord account is unknown",
    { status: 404, code: 10013 },
    "This Discord account no longer exists. Connect another one.",
  ],
  [
    "Discord wants the account verified",
    { status: 403, code: 40002 },
    "Discord asks this account to be verified first. Verify it in Discord.",
  ],
  [
    "the account is in too many servers, in Discord's other status",
    { status: 400, code: 30001 },
    "This Discord account is in as many servers as Discord allows. Leave one, then connect again.",
  ],
]

describe("a customer whom Discord refuses", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Gold"])
  })

  afterEach(async () => {
    await scene.close()
  })

  /**
   * Waits for the customer with these words, and is not asked for again by wakes, sweeps or health checks.
   *
   * @param before calls about them that were made before Discord began to refuse
   */
  async function expectWaiting(userId: string, words: string, before = 0): Promise<void> {
    await eventually(async () =>
      expect(await scene.membership(userId)).toEqual({
        status: "waiting_for_customer",
        error_owner: "customer",
        error_message: words,
        next_attempt_at: expect.any(Date) as Date,
      }),
    )
    // Nothing tells when they have taken their step: they are looked at again by themselves, minutes later at the soonest.
    const { next_attempt_at } = await scene.membership(userId)
    expect(next_attempt_at?.getTime()).toBeGreaterThan(Date.now() + 60_000)
    const asked = await callsAbout(userId)
    scene.engine.wake([scene.server.id])
    await scene.engine.sweep()
    await scene.engine.heal()
    await scene.engine.idle()
    expect(await callsAbout(userId)).toBe(asked)
    expect(asked - before).toBeLessThanOrEqual(2)
  }

  const callsAbout = async (userId: string) =>
    (await scene.control.requests({ user_id: userId })).length

  it("waits for somebody who is banned, and serves them once they buy after the ban", async () => {
    const { customerId, userId } = await scene.link("banned")
    await scene.control.ban(scene.server.guildId, userId)
    await scene.buy(customerId)
    await expectWaiting(userId, "This Discord account is banned from the server.")

    await scene.control.unban(scene.server.guildId, userId)
    await scene.connectAgain(customerId, userId)
    await eventually(async () => expect(await scene.holders()).toEqual([userId]))
  })

  it("waits for somebody who is in too many servers, and serves them when they connect again", async () => {
    const { customerId, userId } = await scene.link("collector", { guild_count: 100 })
    await scene.buy(customerId)
    await expectWaiting(
      userId,
      "This Discord account is in as many servers as Discord allows. Leave one, then connect again.",
    )
    await scene.control.updateUser(userId, { guild_count: 99 })
    await scene.connectAgain(customerId, userId)
    await eventually(async () => expect(await scene.holders()).toEqual([userId]))
  })

  it.each(REFUSALS)("waits with words when %s", async (_reason, refusal, words) => {
    const { customerId, userId } = await scene.link("refused")
    await scene.control.addFault({ method: "PUT", route: JOIN_ROUTE, user_id: userId, ...refusal })
    await scene.buy(customerId)
    await expectWaiting(userId, words)
  })

  it("asks hours later for somebody whom Discord limits for a while", async () => {
    const { customerId, userId } = await scene.link("limited")
    await scene.control.addFault({
      method: "PUT",
      route: JOIN_ROUTE,
      user_id: userId,
      status: 403,
      code: 340015,
    })
    await scene.buy(customerId)
    await eventually(async () =>
      expect((await scene.membership(userId)).status).toBe("waiting_for_customer"),
    )
    const { next_attempt_at } = await scene.membership(userId)
    expect(next_attempt_at?.getTime()).toBeGreaterThan(Date.now() + 60 * 60_000)
  })

  it("waits for somebody whose Discord account is deleted after they were served", async () => {
    const [member = ""] = await scene.addDueMembers(1)
    await eventually(async () => expect(await scene.holders()).toEqual([member]))
    await scene.engine.idle()
    const served = await callsAbout(member)
    await scene.control.addFault({ user_id: member, status: 404, code: 10013 })
    // Two marks: whether one run or two see to them, each asks once at most.
    await scene.buy(`cus_${member}`, 0)
    await scene.resync(member)
    await expectWaiting(
      member,
      "This Discord account no longer exists. Connect another one.",
      served,
    )
  })

  it("lets one with a broken token row wait alone, and serves them when they connect again", async () => {
    const broken = await scene.link("broken")
    const others = await scene.linkMany(10)
    await rows(
      scene.db,
      `update discord_account_token set sealed = 'test.AAAA' where account_id in
         (select id from discord_account where discord_user_id = :id)`,
      { id: broken.userId },
    )
    for (const { customerId } of [broken, ...others]) {
      await scene.buy(customerId)
    }
    const members = await scene.addDueMembers(50)
    const served = [...members, ...others.map(({ userId }) => userId)].sort()
    await eventually(
      async () => expect((await scene.holders()).sort()).toEqual(served),
      PATIENCE_MS,
    )
    await eventually(async () =>
      expect(await scene.membership(broken.userId)).toMatchObject({
        status: "retrying",
        error_owner: "bug",
        error_message: "The plugin failed. The server's log says why.",
      }),
    )
    expect(scene.logged.join("\n")).not.toContain("AAAA")

    await scene.connectAgain(broken.customerId, broken.userId)
    await eventually(
      async () => expect((await scene.holders()).sort()).toEqual([...served, broken.userId].sort()),
      PATIENCE_MS,
    )
  })

  it("asks a few times only when something in front of Discord refuses every call", async () => {
    await scene.control.addFault({
      status: 403,
      body: "<html>Access denied</html>",
      headers: { "Content-Type": "text/html" },
      times: 30,
    })
    const begun = Date.now()
    const members = await scene.addDueMembers(200)
    await eventually(() => expect(Date.now()).toBeGreaterThan(begun + 2_000), PATIENCE_MS)
    const asked = await scene.control.invalidRequests()
    expect(asked).toBeLessThanOrEqual(WORKERS + (Date.now() - begun) / HOLD_MAX_MS)
    await scene.control.clearFaults()
    await eventually(
      async () => expect((await scene.holders()).sort()).toEqual([...members].sort()),
      PATIENCE_MS,
    )
  })
})
