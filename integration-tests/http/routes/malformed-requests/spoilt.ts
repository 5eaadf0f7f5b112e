import { VALUES } from "./what-is-sent"

/** The body with one value in it replaced, for every place in it and every value. */
export function spoilt(right: Record<string, unknown>): unknown[] {
  return placesIn(right).flatMap((place) => VALUES.map((value) => replaced(right, place, value)))
}

type Place = readonly string[]

function placesIn(value: unknown, at: Place = []): Place[] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, entry]) => placesIn(entry, [...at, name]))
      : []
  return at.length > 0 ? [at, ...inner] : inner
}

function replaced(from: unknown, [name, ...rest]: Place, value: unknown): unknown {
  if (name === undefined) {
    return value
  }
  const copy: Record<string, unknown> | unknown[] = Array.isArray(from)
    ? [...(from as unknown[])]
    : { ...(from as Record<string, unknown>) }
  const inner = (from as Record<string, unknown>)[name]
  Object.assign(copy, { [name]: replaced(inner, rest, value) })
  return copy
}
