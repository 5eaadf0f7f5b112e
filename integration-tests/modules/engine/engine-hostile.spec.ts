import type { Fault } from "../../discord-sandbox"
import { eventually } from "../../helpers/eventually"
import { HostileScene } from "./hostile/scene"

const MEMBERS = 20
const JOINERS = 3
const PATIENCE_MS = 30_000
const TIMEOUT_MS = 1_000
/** A probe's pause in an outage: growing up to this one. */
const HOLD_MAX_MS = 1_000
const ROLE_ROUTE = "/guilds/:guild/members/:user/roles/:role"
const MEMBER_ROUTE = "/guilds/:guild/members/:user"

/** Each strikes so often; after that Discord is well again. */
const TROUBLES: [string, Fault[]][] = [
  ["bursts of 500s", [{ status: 500, times: 15 }]],
  ["502s that carried the call out all the same", [{ status: 502, apply: true, times: 8 }]],
  ["HTML from the edge", [{ status: 503, body: "<html>Bad gateway</html>", times: 8 }]],
  ["answers that come too late", [{ delay_ms: TIMEOUT_MS * 2, times: 6 }]],
  [
    "bodies that break off",
    [
      { route: MEMBER_ROUTE, truncate_at: 12, times: 4 },
      { route: ROLE_ROUTE, status: 200, body: '{"roles"', apply: true, truncate_at: 3, times: 4 },
    ],
  ],
  ["connections cut before the call was read", [{ drop: "before", times: 10 }]],
  ["connections cut after the call was done", [{ drop: "after", times: 10 }]],
  ["429s without headers", [{ status: 429, body: "error code: 1015", times: 6 }]],
  ["429s with a Retry-After in words", [limited("soon")]],
  ["429s with a Retry-After of zero", [limited("0")]],
  ["429s with a negative Retry-After", [limited("-5")]],
  [
    "a global 429",
    [{ ...limited("1"), headers: { "Retry-After": "1", "X-RateLimit-Global": "true" }, times: 1 }],
  ],
]

function limited(retryAfter: string): Fault {
  return { status: 429, body: "", headers: { "Retry-After": retryAfter }, times: 6 }
}

describe("a Discord that answers badly", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Gold"], { timeoutMs: TIMEOUT_MS })
  })

  afterEach(async () => {
    await scene.close()
  })

  it.each(TROUBLES)("gives everyone their role in spite of %s", async (_trouble, faults) => {
    const joiners = await Promise.all(
      Array.from({ length: JOINERS }, (_, i) => scene.link(`joiner_${i}`)),
    )
    for (const fault of faults) {
      await scene.control.addFault(fault)
    }
    const members = await scene.addDueMembers(MEMBERS)
    for (const { customerId } of joiners) {
      await scene.buy(customerId)
    }
    const everyone = [...members, ...joiners.map(({ userId }) => userId)].sort()
    await eventually(async () => {
      expect((await scene.holders()).sort()).toEqual(everyone)
      expect(await scene.statuses()).toEqual({ synced: everyone.length })
    }, PATIENCE_MS)
    const struck = (await scene.memberCalls()).filter(({ fault }) => fault).length
    expect(struck).toBeGreaterThan(0)
    // One call each, one more for each that was struck, and a look at those whose answer was lost.
    expect((await scene.memberCalls()).length).toBeLessThanOrEqual(everyone.length + 3 * struck)
  })

  it("obeys a Retry-After of years for minutes at most, and lets the other calls go on", async () => {
    const joiner = await scene.link("joiner")
    await scene.control.addFault({ ...limited("999999999"), route: ROLE_ROUTE, times: 50 })
    const [member = ""] = await scene.addDueMembers(1)
    await eventually(async () =>
      expect(await scene.membership(member)).toMatchObject({ status: "retrying" }),
    )
    const { next_attempt_at } = await scene.membership(member)
    expect(next_attempt_at?.getTime()).toBeLessThan(Date.now() + 11 * 60_000)
    await scene.buy(joiner.customerId)
    await eventually(async () => expect(await scene.holders()).toEqual([joiner.userId]))
    expect(await scene.control.invalidRequests()).toBe(1)
  })
})

describe("a Discord that is down", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Gold"], { holdMaxMs: HOLD_MAX_MS })
  })

  afterEach(async () => {
    await scene.close()
  })

  it.each([
    ["503s", { status: 503 }],
    ["nothing at all", { drop: true }],
  ])(
    "is asked seldom (%s), and all who waited are served when it is back",
    async (_how, outage) => {
      const DUE = 200
      await scene.control.clearRequests()
      await scene.control.outage(outage)
      const begun = Date.now()
      const members = await scene.addDueMembers(DUE)
      await eventually(() => expect(Date.now()).toBeGreaterThan(begun + 5_000))
      const asked = (await scene.control.requests()).length
      expect(asked).toBeGreaterThan(0)
      expect(asked).toBeLessThanOrEqual(20 + (Date.now() - begun) / HOLD_MAX_MS)
      await scene.control.outage(false)
      await eventually(
        async () => expect(await scene.statuses()).toEqual({ synced: DUE }),
        PATIENCE_MS,
      )
      expect((await scene.holders()).sort()).toEqual([...members].sort())
    },
  )
})
