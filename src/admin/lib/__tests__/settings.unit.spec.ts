import { initials, serverIconUrl } from "../discord/discord-icon"
import { MAX_GRACE_HOURS, parseGraceHours } from "../access/grace-hours"

describe("hours of grace, as typed", () => {
  it.each([
    ["0", 0],
    [" 24 ", 24],
    [String(MAX_GRACE_HOURS), MAX_GRACE_HOURS],
    [String(MAX_GRACE_HOURS + 1), null],
    ["", null],
    ["-1", null],
    ["1.5", null],
    ["1e2", null],
    ["a day", null],
  ])("%j", (typed, expected) => {
    expect(parseGraceHours(typed)).toBe(expected)
  })
})

describe("a server's icon", () => {
  it("comes from Discord's own address", () => {
    expect(serverIconUrl("1", "abc")).toBe("https://cdn.discordapp.com/icons/1/abc.png?size=64")
    expect(serverIconUrl("1", null)).toBeUndefined()
  })

  it.each([
    ["Example Community", "EC"],
    ["guild", "G"],
    ["  The  Great Hall ", "TG"],
    ["🎮 zone", "🎮Z"],
  ])("else is made of the first letters of %j", (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})
