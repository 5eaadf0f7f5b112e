/** What became of a call to Discord, in few words: a label with many values would cost its reader. */
export type CallOutcome = "ok" | "refused" | "rejected" | "rate_limited" | "failed" | "no_answer"

/**
 * @param status null = no answer
 * @returns `refused` for a token or permission (each counts towards Discord's limit of invalid requests), `rejected` for any other
 * answer that says no
 */
export function outcomeOf(status: number | null): CallOutcome {
  if (status === null) {
    return "no_answer"
  }
  if (status === 429) {
    return "rate_limited"
  }
  if (status === 401 || status === 403) {
    return "refused"
  }
  if (status >= 500) {
    return "failed"
  }
  return status >= 400 ? "rejected" : "ok"
}
