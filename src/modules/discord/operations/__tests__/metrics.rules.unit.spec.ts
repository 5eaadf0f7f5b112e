import { outcomeOf } from "../metrics.rules"

it.each([
  [200, "ok"],
  [204, "ok"],
  [400, "rejected"],
  [401, "refused"],
  [403, "refused"],
  [404, "rejected"],
  [429, "rate_limited"],
  [500, "failed"],
  [503, "failed"],
  [null, "no_answer"],
])("a call that is answered %p is %s", (status, outcome) => {
  expect(outcomeOf(status)).toBe(outcome)
})
