import { isDiscordFailure } from "../discord-api/errors"
import { render, say, stored, type Message } from "../../../messages"
import { refusalOf } from "../refused"
import { consentFailure } from "./consent-words.rules"
import type { OAuthPurpose } from "../statuses.rules"
import { writeActivity } from "../activity/activity.store"
import { messageOf, type SyncDeps } from "../engine/deps"

/** Whose consent it was. */
export interface ConsentOf {
  purpose: OAuthPurpose
  actor_id: string
}

/** Discord's own error codes look like this; whatever else stands there is not passed on. */
const CODE = /^\w{1,64}$/

const STORE_FAILED = say("consent.failed_store")

/** Writes down why a consent connected nobody: what the operator needs, and the customer is not told. */
export async function reportConsentFailure(
  { db, logger }: Pick<SyncDeps, "db" | "logger">,
  { purpose, actor_id }: ConsentOf,
  error: unknown,
): Promise<void> {
  const { message, status, code } = factsOf(error)
  await writeActivity(db, [
    {
      action: "connect_failed",
      trigger: actor_id,
      message,
      discord_status: status,
      discord_code: code,
    },
  ])
  const cause = message.code === STORE_FAILED.code ? ` ${messageOf(error)}` : ""
  const answer = status === null ? "" : ` (HTTP ${status}${code === null ? "" : `, code ${code}`})`
  logger.warn(
    `discord: ${purpose} of ${actor_id} was not completed: ${render(message)}${answer}${cause}`,
  )
}

function factsOf(error: unknown): { message: Message; status: number | null; code: string | null } {
  if (isDiscordFailure(error)) {
    const { status, code } = error
    return {
      message: consentFailure(error).message,
      status,
      code: code !== null && CODE.test(String(code)) ? String(code) : null,
    }
  }
  return { message: messageOfRefusal(error), status: null, code: null }
}

/** The plugin's own refusals are in words; whatever else happened is for the log alone. */
function messageOfRefusal(error: unknown): Message {
  const isRefusal =
    typeof error === "object" && error !== null && "__isMedusaError" in error && "message" in error
  return isRefusal ? stored(String(error.message), refusalOf(error)) : STORE_FAILED
}
