import { FetchError } from "@medusajs/js-sdk"

/** An error as a customer can read it. */
export function wordsOf(error: unknown): string {
  if (error instanceof FetchError) return error.message
  // What fetch throws when there is no answer at all.
  if (error instanceof TypeError) return "The store does not answer. Is the demo still running?"
  return error instanceof Error ? error.message : String(error)
}

export function isLoggedOut(error: unknown): boolean {
  return error instanceof FetchError && error.status === 401
}

export function priceText(amount: number, currency: string): string {
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  }).format(amount)
}

export function dateText(iso: string): string {
  return new Intl.DateTimeFormat("en", { day: "numeric", month: "long", year: "numeric" }).format(
    new Date(iso),
  )
}
