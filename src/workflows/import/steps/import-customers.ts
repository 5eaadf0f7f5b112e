import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { say } from "../../../messages"
import { readImportFile } from "../../../modules/discord/import/import-file.rules"
import { planImport } from "../../../modules/discord/import/import-plan.rules"
import { countOutcomes } from "../../../modules/discord/import/import.rules"
import { refused } from "../../../modules/discord/refused"
import type { AdminImportDiscordCustomersResponse } from "../../../types/http"
import { answerRow } from "../utils/answer-row"
import { carryOut } from "../utils/carry-out"
import { readImportFacts } from "../utils/read-import-facts"

export interface ImportCustomersInput {
  csv: string
  /** True = nothing is changed, and all rows are answered. */
  dry_run?: boolean | undefined
  /** Rows to pass over. */
  offset?: number | undefined
  /** The admin user who imports. */
  actor_id: string
}

/**
 * Needs no compensation: each row is a workflow that undoes itself when it fails, and a file that was left half-way is gone on with
 * or imported again.
 *
 * @throws MedusaError INVALID_DATA for a file that is none, or has no row to go on with
 */
export const importCustomersStep = createStep(
  "discord-import-customers-step",
  async (
    { csv, dry_run = false, offset = 0, actor_id }: ImportCustomersInput,
    { container },
  ): Promise<StepResponse<AdminImportDiscordCustomersResponse>> => {
    const file = readImportFile(csv)
    if (offset >= file.rows.length) {
      const problem = say("import.offset_beyond", { offset, rows: file.rows.length })
      throw refused(MedusaError.Types.INVALID_DATA, problem)
    }
    const plan = async (done: number) =>
      planImport(file, await readImportFacts(container, file), new Date(), done)
    const rows = dry_run
      ? (await plan(0)).map(answerRow)
      : await carryOut(container, plan, offset, actor_id)
    const reached = offset + rows.length
    return new StepResponse({
      dry_run,
      header: file.header,
      delimiter: file.delimiter,
      rows,
      counts: countOutcomes(rows),
      count: file.rows.length,
      next_offset: dry_run || reached >= file.rows.length ? null : reached,
    })
  },
)
