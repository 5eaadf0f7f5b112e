import { refusalOf, refusedByDiscord, retryAfterOf } from "../refused"
import type { FailureFacts } from "../engine/run/error-owner.rules"

const failure = (
  status: number | null,
  code: FailureFacts["code"] = null,
  retry_after_ms: number | null = null,
): FailureFacts => ({ status, code, retry_after_ms })

it.each<[what: string, FailureFacts, type: string, words: string, seconds: number | null]>([
  ["the bot is out", failure(403, 50001), "not_allowed", "discord.bot_is_out", null],
  ["the server is gone", failure(404, 10004), "not_allowed", "discord.bot_is_out", null],
  [
    "too many invitations",
    failure(400, 30016),
    "not_allowed",
    "discord.too_many_invitations",
    null,
  ],
  ["two-factor", failure(403, 60003), "not_allowed", "discord.two_factor", null],
  ["a refusal nobody knows", failure(400, 987654), "not_allowed", "discord.refused_invite", null],
  ["the bot's token", failure(401), "unexpected_state", "discord.token_refused", null],
  ["no answer", failure(null), "unexpected_state", "discord.no_answer", null],
  ["a limit", failure(429, null, 12_300), "unexpected_state", "discord.wait_seconds", 13],
  ["one without a time", failure(429), "unexpected_state", "discord.wait_seconds", 10],
])("%s is refused in words, as whose move it is", (_what, facts, type, code, seconds) => {
  const error = refusedByDiscord(facts, "invite")
  expect([error.type, refusalOf(error)?.code, retryAfterOf(error)]).toEqual([type, code, seconds])
})

it("says when to try again after a workflow has made a plain object of it, too", () => {
  const plain: unknown = JSON.parse(
    JSON.stringify(refusedByDiscord(failure(429, null, 900), "invite")),
  )
  expect(retryAfterOf(plain)).toBe(1)
  expect(retryAfterOf(new Error("no"))).toBeNull()
})
