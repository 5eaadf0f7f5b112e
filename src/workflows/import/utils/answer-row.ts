import { answered, detailed, render } from "../../../messages"
import type { PlannedRow } from "../../../modules/discord/import/import-plan.rules"
import type { AdminDiscordImportRow } from "../../../types/http"

/** A row as the routes answer it. */
export function answerRow(row: PlannedRow): AdminDiscordImportRow {
  const { file, customer, variant, grant, link, notices } = row
  return {
    row: file.row,
    source: file.source,
    email: file.cells.email || null,
    customer_id: file.cells.customer_id || null,
    customer: customer && { id: customer.id, email: customer.email },
    variant: variant && {
      id: variant.id,
      title: variant.title,
      product_id: variant.product?.id ?? null,
      product_title: variant.product?.title ?? null,
    },
    ends_at: grant?.ends_at?.toISOString() ?? null,
    discord_user_id: link?.discord_user_id ?? null,
    outcomes: row.outcomes,
    ...answered("reason", row.reason),
    notices: notices.map((notice) => render(notice)),
    notice_details: notices.map(detailed),
  }
}
