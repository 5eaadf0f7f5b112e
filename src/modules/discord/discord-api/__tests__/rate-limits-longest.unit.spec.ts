import { isDiscordFailure } from "../errors"
import { customer, ELSEWHERE, ROLES, SECOND, watched } from "./rate-limits-cases"

beforeEach(() => jest.useFakeTimers({ now: Date.parse("2026-08-01T00:00:00Z") }))
afterEach(() => jest.useRealTimers())

const LONGEST = 10 * SECOND

/** A call that somebody waits for, and how it ended. */
function somebody({ limits }: ReturnType<typeof watched>, key = ROLES) {
  const ended: { at?: number; error?: unknown } = {}
  void limits.take(key, customer, undefined, LONGEST).then(
    () => Object.assign(ended, { at: Date.now() }),
    (error: unknown) => Object.assign(ended, { at: Date.now(), error }),
  )
  return ended
}

describe("a call that somebody waits for", () => {
  it("waits for what it can wait for", async () => {
    const scene = watched()
    scene.know(0, 9 * SECOND)
    const call = somebody(scene)
    await scene.pass(9 * SECOND - 1)
    expect(call).toEqual({})
    await scene.pass(1)
    expect(call).toEqual({ at: Date.now() })
  })

  it("is told at once when it could go, if that is later, and takes no slot", async () => {
    const scene = watched()
    const began = Date.now()
    scene.limits.block(ROLES, 90 * SECOND, false)
    const call = somebody(scene)
    const other = somebody(scene, ELSEWHERE)
    await scene.pass()
    expect(call.at).toBe(began)
    expect(isDiscordFailure(call.error)).toBe(true)
    expect(call.error).toMatchObject({ status: 429, code: null, retry_after_ms: 90 * SECOND })
    expect(other).toEqual({ at: began })
    // Those that wait as long as it takes go on.
    void scene.ask("engine")
    await scene.pass(90 * SECOND)
    expect(scene.gone).toEqual(["engine"])
  })

  it("is told so when the wait grows meanwhile", async () => {
    const scene = watched()
    scene.know(0, 5 * SECOND)
    const call = somebody(scene)
    await scene.pass(4 * SECOND)
    scene.limits.block(ROLES, 60 * SECOND, true)
    await scene.pass(SECOND)
    expect(call.error).toMatchObject({ status: 429, retry_after_ms: 59 * SECOND })
  })

  it("is told so when nobody knows how long those before it take", async () => {
    const scene = watched(1)
    // The slot is taken, and what took it is not done with what it prepares.
    void scene.limits.take(ELSEWHERE, customer, () => new Promise(() => undefined))
    const began = Date.now()
    const call = somebody(scene)
    await scene.pass(LONGEST)
    expect(call.at).toBe(began + LONGEST)
    expect(call.error).toMatchObject({ status: 429 })
  })

  it("gives its slot of the bucket back when it is the bot's ceiling that it waits for", async () => {
    const scene = watched()
    scene.know(1, 90 * SECOND)
    let prepared = () => undefined as void
    const preparing = scene.limits.take(
      ROLES,
      customer,
      () => new Promise<void>((resolve) => (prepared = resolve)),
      LONGEST,
    )
    const failed = expect(preparing).rejects.toMatchObject({ status: 429 })
    await scene.pass()
    scene.limits.block(ELSEWHERE, 60 * SECOND, true)
    prepared()
    await scene.pass()
    await failed
    void scene.ask("engine")
    await scene.pass(60 * SECOND)
    expect(scene.gone).toEqual(["engine"])
  })
})
