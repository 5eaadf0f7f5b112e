import { FetchError } from "@medusajs/js-sdk"
import type { MessageDetail } from "../../../messages"
import { RefusedRequest } from "../request"

/** What the API did not say itself. */
export interface ErrorTexts {
  /** The store's roles do not allow the call. */
  forbidden: string
  /** More than the store takes in one request, which is refused before any route sees it. */
  tooLarge: string
  /** The API could not be reached: a browser's "Failed to fetch" helps nobody. */
  unreachable: string
}

/**
 * Why a call was not carried out.
 *
 * @param say puts what the plugin's own routes say into the admin's language
 */
export function errorMessage(
  error: unknown,
  { forbidden, tooLarge, unreachable }: ErrorTexts,
  say: (message: MessageDetail) => string,
): string {
  if (!(error instanceof FetchError)) {
    return unreachable
  }
  if (error.status === 403) {
    return forbidden
  }
  if (error.status === 413) {
    return tooLarge
  }
  const detail = error instanceof RefusedRequest ? error.detail : null
  return detail ? say(detail) : error.message || unreachable
}
