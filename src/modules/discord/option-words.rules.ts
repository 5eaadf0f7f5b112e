/** What zod hands to whoever words an issue, as far as it is needed here. */
interface Issue {
  /** The value given; undefined when there is none. */
  readonly input?: unknown
}

/** The type of a value in words, never the value: it may be a secret. */
function kindOf(value: unknown): string {
  if (value === null) return "null"
  if (Array.isArray(value)) return "a list"
  if (value === "") return "an empty text"
  switch (typeof value) {
    case "string":
      return "a text"
    case "object":
      return "an object"
    case "number":
      return Number.isNaN(value) ? "NaN" : "a number"
    default:
      return `a ${typeof value}`
  }
}

/**
 * Words for zod's `error`. They tell a value that is not there from one of another type.
 *
 * @param kind what it has to be, e.g. "a text"
 * @param help what to do, e.g. "copy it from ..."
 */
export function wants(kind: string, help: string): (issue: Issue) => string {
  return ({ input }) =>
    input === undefined
      ? `is missing: ${help}`
      : `must be ${kind}, not ${kindOf(input)}${quotes(kind, input)}: ${help}`
}

/** As `wants`, for what may be left out. */
export function wantsIfGiven(kind: string): (issue: Issue) => string {
  return ({ input }) => `must be ${kind}, not ${kindOf(input)}${quotes(kind, input)}`
}

/** As `wants`, for one of a few words. @param words e.g. `"a" or "b"` */
export function wantsOneOf(words: string): (issue: Issue) => string {
  return ({ input }) =>
    typeof input === "string" && input !== ""
      ? `must be ${words}`
      : `must be ${words}, not ${kindOf(input)}`
}

/** JavaScript reads the digits of an id as another number. */
function quotes(kind: string, input: unknown): string {
  return kind === "a text" && typeof input === "number" ? " (put it in quotes)" : ""
}
