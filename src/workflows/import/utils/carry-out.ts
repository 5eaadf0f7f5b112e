import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { say, type Message } from "../../../messages"
import { messageOf } from "../../../modules/discord/engine/deps"
import type { PlannedRow } from "../../../modules/discord/import/import-plan.rules"
import type { ImportOutcome } from "../../../modules/discord/import/import.rules"
import { refusalOf } from "../../../modules/discord/refused"
import type { AdminDiscordImportRow } from "../../../types/http"
import { importCustomerWorkflow } from "../workflows/import-customer"
import { answerRow } from "./answer-row"

/** At most so many rows a request: often enough for who watches. */
const MAX_ROWS = 100
/** No row is begun after this: nobody's proxy waits for minutes, and Discord may be slow to tell who a user is. */
const MAX_MS = 10_000

const DONE = {
  will_grant: "granted",
  will_change: "changed",
  will_link: "linked",
} as const satisfies Partial<Record<ImportOutcome, ImportOutcome>>

/**
 * Carries rows out, one after the other.
 *
 * @param plan all rows, as they stand once so many are done
 * @param offset so many are done
 * @returns those it came to, at least one; the others are for the next request
 */
export async function carryOut(
  container: MedusaContainer,
  plan: (done: number) => Promise<PlannedRow[]>,
  offset: number,
  actorId: string,
): Promise<AdminDiscordImportRow[]> {
  const begun = Date.now()
  const answers: AdminDiscordImportRow[] = []
  let planned = await plan(offset)
  for (const at of Array.from({ length: MAX_ROWS }, (_, place) => offset + place)) {
    const row = planned[at]
    if (!row || (answers.length > 0 && Date.now() - begun > MAX_MS)) {
      break
    }
    const carriedOut = await carryOutRow(container, row, actorId)
    answers.push(answerRow(carriedOut))
    if (carriedOut.reason && !row.reason) {
      // The rows below were planned as if it had gone well.
      planned = await plan(at + 1)
    }
  }
  return answers
}

async function carryOutRow(
  container: MedusaContainer,
  row: PlannedRow,
  actor_id: string,
): Promise<PlannedRow> {
  const { grant, link } = row
  if (!grant && !link) {
    return row
  }
  try {
    await importCustomerWorkflow(container).run({
      input: {
        link: link && { ...link, actor_id },
        grant: grant && { ...grant, actor_id },
      },
    })
    return { ...row, outcomes: row.outcomes.map(done) }
  } catch (error) {
    return { ...row, outcomes: ["refused"], reason: reasonOf(container, error), notices: [] }
  }
}

function done(outcome: ImportOutcome): ImportOutcome {
  return outcome in DONE ? DONE[outcome as keyof typeof DONE] : outcome
}

/** What the plugin refused itself is the row's to mend; anything else is a matter for the log. */
function reasonOf(container: MedusaContainer, error: unknown): Message {
  const refusal = refusalOf(error)
  if (refusal) {
    return { code: refusal.code, params: refusal.params }
  }
  container
    .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    .error(`discord: a row of an import failed: ${messageOf(error)}`)
  return say("import.failed")
}
