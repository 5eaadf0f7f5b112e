import { readConsentReturn } from "../consent-return"

describe("the way back from Discord", () => {
  it.each([
    ["?discord=connected&discord_reason=order_connected", "connected", "order_connected"],
    ["discord=conflict&discord_reason=account_taken&utm=1", "conflict", "account_taken"],
    [new URLSearchParams({ discord: "failed" }), "failed", null],
    ["?discord=declined&discord_reason=%3Cscript%3E", "declined", null],
    [`?discord=declined&discord_reason=${"a".repeat(51)}`, "declined", null],
  ] as const)("%s", (query, ending, reason) => {
    expect(readConsentReturn(query)).toEqual({ ending, reason })
  })

  it.each([
    "",
    "?page=2",
    "?discord=",
    "?discord=won",
    "?discord=__proto__",
    "?discord=already_connected",
  ])("is none: %s", (query) => {
    expect(readConsentReturn(query)).toBeNull()
  })
})
