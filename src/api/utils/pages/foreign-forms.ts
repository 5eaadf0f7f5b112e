import type { IncomingHttpHeaders } from "node:http"

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/**
 * Whether a request is one that a page of any other site can send with the browser's cookies and without asking leave: a
 * form, plain text or nothing at all. What says it is JSON is sent only after the browser has asked (CORS).
 */
export function isForeignForm({
  method,
  headers,
}: {
  method: string
  headers: IncomingHttpHeaders
}): boolean {
  if (method !== "POST") {
    return false
  }
  const type = headers["content-type"]
  if (type !== undefined && type !== "") {
    return !JSON_TYPE.test(type)
  }
  const hasBody =
    headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0
  return hasBody || isFromElsewhere(headers)
}

/** Who brings a token of their own needs no cookie, and no other page has it. */
function isFromElsewhere({ authorization, origin, host }: IncomingHttpHeaders): boolean {
  if (authorization !== undefined || origin === undefined) {
    return false
  }
  return !URL.canParse(origin) || new URL(origin).host !== host
}
