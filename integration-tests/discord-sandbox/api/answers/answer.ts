import { type Response } from "express"
import { type Fault, type Outage } from "../faults"

/** What goes back to the client. A string body is sent as it is, anything else as JSON. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body?: unknown
}

/** The answer a fault stands for; without a body of its own it looks like Discord's error JSON. */
export function faultAnswer(fault: Fault, headers: Record<string, string>): Answer {
  const status = fault.status ?? 200
  const body = fault.body ?? {
    message: fault.message ?? `${status}: Injected fault`,
    code: fault.code ?? 0,
  }
  return {
    status,
    headers: { ...headers, ...fault.headers },
    body: status === 204 ? undefined : body,
  }
}

export function outageFault(outage: Outage): Fault {
  if (outage.drop) return { drop: "before" }
  const status = outage.status ?? 503
  return { status, message: `${status}: Service Unavailable` }
}

/** The JSON error code (or OAuth's error word) inside an answer's body, for the request log. */
export function errorCode(answer: Answer): number | string | null {
  const { body, status } = answer
  if (status < 400 || typeof body !== "object" || body === null) return null
  if ("code" in body && typeof body.code === "number") return body.code
  if ("error" in body && typeof body.error === "string") return body.error
  return null
}

/** Closes the connection without a word, as a broken network would. */
export function drop(res: Response): void {
  res.socket?.destroy()
}

/**
 * Sends the answer.
 * @param truncateAt promise the whole body in Content-Length, send only so many bytes, then close.
 */
export function send(res: Response, answer: Answer, truncateAt?: number): void {
  res.status(answer.status)
  for (const [name, value] of Object.entries(answer.headers)) res.setHeader(name, value)
  if (answer.body === undefined) {
    res.end()
    return
  }
  const isText = typeof answer.body === "string"
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body)
  if (!res.hasHeader("Content-Type")) {
    const looksLikeHtml = isText && text.trimStart().startsWith("<")
    res.setHeader("Content-Type", looksLikeHtml ? "text/html; charset=utf-8" : "application/json")
  }
  const bytes = Buffer.from(text)
  res.setHeader("Content-Length", bytes.length)
  if (truncateAt === undefined) res.end(bytes)
  else res.write(bytes.subarray(0, truncateAt), () => drop(res))
}
