import { refuse } from "../answers/errors"

const MAX_LENGTH = 512

/**
 * The X-Audit-Log-Reason header, URI-decoded; null when absent.
 * @throws DiscordError 400/50035 when longer than 512 characters.
 * @see https://discord.com/developers/docs/resources/audit-log
 */
export function auditLogReason(header: string | undefined): string | null {
  const reason = decodedReason(header)
  if (reason === null || reason.length <= MAX_LENGTH) return reason
  throw refuse.invalidForm({
    "X-Audit-Log-Reason": {
      code: "BASE_TYPE_MAX_LENGTH",
      message: `Must be ${MAX_LENGTH} or fewer in length.`,
    },
  })
}

/** Decoded where it can be; a broken escape is kept as it came. */
export function decodedReason(header: string | undefined): string | null {
  if (!header) return null
  try {
    return decodeURIComponent(header)
  } catch {
    return header
  }
}
