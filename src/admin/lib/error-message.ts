import { FetchError } from "@medusajs/js-sdk"

/** What the API said, or `fallback` when it could not be reached (a browser's "Failed to fetch" helps nobody). */
export function errorMessage(error: unknown, fallback: string): string {
  return error instanceof FetchError && error.message ? error.message : fallback
}
