import { refuse } from "../answers/errors"

/**
 * The body by its content type: JSON, or a form as an object of strings.
 * @throws DiscordError 400/50109 for broken JSON.
 */
export function parseBody(raw: unknown, contentType: string): unknown {
  if (!Buffer.isBuffer(raw) || raw.length === 0) return undefined
  const text = raw.toString("utf8")
  if (contentType.includes("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  if (!contentType.includes("json")) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw refuse.invalidJson()
  }
}
