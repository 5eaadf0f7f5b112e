/** PostgreSQL stores no NUL, and half of a surrogate pair is no character. */
const ILL_FORMED = /\0|\p{Surrogate}/u

/** Whether a path's percent-encoding is broken, or hides what no id contains. */
export function isIllFormedPath(path: string): boolean {
  try {
    return ILL_FORMED.test(decodeURIComponent(path))
  } catch {
    return true
  }
}

/** Whether a text that cannot be stored stands anywhere in a parsed query string or body, as a name or as a value. */
export function isIllFormed(input: unknown): boolean {
  const left: unknown[] = [input]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === "string" && ILL_FORMED.test(value)) {
      return true
    }
    if (typeof value === "object" && value !== null) {
      for (const [name, entry] of Object.entries(value)) {
        left.push(name, entry)
      }
    }
  }
  return false
}
