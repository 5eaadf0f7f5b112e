import { FetchError } from "@medusajs/js-sdk"
import type { MessageDetail } from "../../../messages"
import { RefusedRequest } from "../request"

/** What the API did not say itself. */
export interface ErrorTexts {
  /** The store's roles do not allow the call. */
  forbidden: string
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
  { forbidden, unreachable }: ErrorTexts,
  say: (message: MessageDetail) => string,
): string {
  if (!(error instanceof FetchError)) {
    return unreachable
  }
  if (error.status === 403) {
    return forbidden
  }
  const detail = error instanceof RefusedRequest ? error.detail : null
  return detail ? say(detail) : error.message || unreachable
}
