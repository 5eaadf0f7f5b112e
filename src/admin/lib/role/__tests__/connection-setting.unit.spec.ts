import type { DiscordRequireConnection } from "../../../../types/http/role-mapping"
import { isRequired, requirementFor } from "../connection-setting"

describe("only for connected buyers", () => {
  it.each<[boolean | null, DiscordRequireConnection, boolean]>([
    [null, false, false],
    [null, "warn", false],
    [null, true, true],
    [true, false, true],
    [true, "warn", true],
    [false, true, false],
  ])("own %s, option %s: %s", (own, option, expected) => {
    expect(isRequired({ own, option })).toBe(expected)
  })

  it.each<[boolean, DiscordRequireConnection, boolean | null]>([
    [true, false, true],
    [true, "warn", true],
    [true, true, null],
    [false, false, null],
    [false, "warn", null],
    [false, true, false],
  ])("switched %s where the option is %s sets %s", (on, option, expected) => {
    expect(requirementFor(on, option)).toBe(expected)
  })
})
