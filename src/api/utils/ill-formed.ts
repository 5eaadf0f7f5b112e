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

/**
 * A name in a query string that every object has, as in `q[__proto__]=x`: the parser drops it, and what was to be filtered would
 * not be.
 *
 * @param address with its query string
 */
export function inheritedNameIn(address: string): string | undefined {
  const [, ...query] = address.split("?")
  return [...new URLSearchParams(query.join("?")).keys()]
    .flatMap((name) => name.split(/[[\].]+/))
    .find((name) => name in Object.prototype)
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
