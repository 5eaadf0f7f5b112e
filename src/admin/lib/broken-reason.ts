interface BrokenReason {
  /** Key of a sentence that says what to do. */
  key: "broken.description" | "broken.twoRouters"
  /** What whoever looks into it needs. */
  detail: string
}

const OUTSIDE_ROUTER = /context of a <Router>|within a data router/

/** Why something of ours could not be shown, as far as the error tells. */
export function brokenReason(error: unknown): BrokenReason {
  const detail = error instanceof Error ? error.message : String(error)
  return {
    key: OUTSIDE_ROUTER.test(detail) ? "broken.twoRouters" : "broken.description",
    detail,
  }
}
