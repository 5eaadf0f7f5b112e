import { asksFirst, isDue, lastTurn, modeFor } from "../reconcile.rules"

describe("how members are read", () => {
  it.each([
    [1_000, 1_000, "list"],
    [100_000, 100_000, "list"],
    [2, 1_000, "list"],
    [1, 1_000, "one_by_one"],
    [100, 100_000, "one_by_one"],
    [101, 100_000, "list"],
    [0, 5, "one_by_one"],
    [5, null, "list"],
  ] as const)("%d of ours among %p: %s", (ours, members, mode) => {
    expect(modeFor(ours, members)).toBe(mode)
  })
})

describe("whether an admin is asked first", () => {
  it.each([
    [0, 0, false],
    [20, 20, false],
    [21, 21, true],
    [21, 210, false],
    [22, 210, true],
    [1_000, 10_000, false],
    [1_001, 10_000, true],
  ])("%d roles of %d: %p", (removed, roles, asks) => {
    expect(asksFirst({ removed, roles })).toBe(asks)
  })
})

const GUILD = "1200000000000000000"
const at = (time: string) => new Date(`2026-11-28T${time}Z`)

describe("a server's turn", () => {
  it("comes between two and six in the morning, for each at its own time", () => {
    const turns = Array.from({ length: 500 }, (_, i) => {
      const guild = (BigInt(GUILD) + (BigInt(i * 1_234_567) << 22n)).toString()
      return lastTurn(guild, at("12:00:00"))
    })
    for (const turn of turns) {
      expect(turn.getTime()).toBeGreaterThanOrEqual(at("02:00:00").getTime())
      expect(turn.getTime()).toBeLessThan(at("06:00:00").getTime())
    }
    expect(new Set(turns.map((turn) => turn.getUTCHours())).size).toBe(4)
    expect(new Set(turns.map(Number)).size).toBeGreaterThan(490)
  })

  it("was yesterday's before today's has come", () => {
    const [before, after] = [lastTurn(GUILD, at("01:00:00")), lastTurn(GUILD, at("07:00:00"))]
    expect(after.getTime() - before.getTime()).toBe(24 * 60 * 60_000)
  })

  const turn = lastTurn(GUILD, at("12:00:00"))
  const hours = (count: number) => new Date(turn.getTime() + count * 60 * 60_000)
  it.each([
    ["was never checked, connected long ago", hours(-100), null, hours(0), true],
    ["was checked the night before", hours(-100), hours(-24), hours(0), true],
    ["was missed, since no process ran", hours(-100), hours(-24), hours(9), true],
    ["was checked this night", hours(-100), hours(0.1), hours(1), false],
    ["was checked by hand in the evening before", hours(-100), hours(-6), hours(1), true],
    ["was connected a moment ago", hours(-1), null, hours(1), false],
    ["was connected a day and an hour ago", hours(-25), null, hours(1), true],
  ])("%s", (_name, connected_at, begun_at, now, due) => {
    expect(isDue({ guild_id: GUILD, connected_at, begun_at }, now)).toBe(due)
  })

  it.each([
    ["a session began after the last check", hours(-100), hours(1), hours(2), hours(3), true],
    ["a session began before the last check", hours(-100), hours(2), hours(1), hours(3), false],
    ["a session began right after a check", hours(-100), hours(1), hours(1.1), hours(1.15), false],
    ["that check was ten minutes ago", hours(-100), hours(1), hours(1.1), hours(1.2), true],
    ["the server was connected since", hours(2), null, hours(1), hours(3), false],
    ["the server was connected before", hours(0.5), null, hours(1), hours(3), true],
  ])("when Discord tells at once: %s", (_name, connected_at, begun_at, heard, now, due) => {
    expect(isDue({ guild_id: GUILD, connected_at, begun_at }, now, heard)).toBe(due)
  })
})
