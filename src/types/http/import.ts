import type { MessageDetail } from "../../messages"
import type { ImportOutcome } from "../../modules/discord/import/import.rules"
import type { AdminDiscordVariant } from "./access"

/** `POST /admin/discord/imports`: a file with a customer in each row, who gets access, is linked to a Discord user, or both. */
export interface AdminImportDiscordCustomers {
  /**
   * CSV with the columns `email` or `customer_id`, and any of `variant_id`, `sku`, `starts_at`, `ends_at`, `note`,
   * `reference` and `discord_user_id`.
   */
  csv: string
  /** True = says what would happen to every row, and changes nothing. */
  dry_run?: boolean
  /** Rows to pass over: the `next_offset` of the answer before. */
  offset?: number
}

/** A row of the file, and what becomes of it. */
export interface AdminDiscordImportRow {
  /** As a spreadsheet counts: the header is 1. */
  row: number
  /** As it stands in the file. */
  source: string
  /** What it says of the customer, where there is none. */
  email: string | null
  customer_id: string | null
  customer: { id: string; email: string | null } | null
  variant: AdminDiscordVariant | null
  /** When its access ends; null = when somebody ends it, or the row gives none. */
  ends_at: string | null
  discord_user_id: string | null
  outcomes: ImportOutcome[]
  /** Why it is refused, in words; null when it is not. */
  reason: string | null
  reason_detail: MessageDetail | null
  /**
   * What to know of it all the same: the customer has not connected Discord yet, the access is suspended, or no role follows from it
   * now.
   */
  notices: string[]
  notice_details: MessageDetail[]
}

/** What would happen, or has happened: of a dry run all rows, else those from `offset` that the request came to. */
export interface AdminImportDiscordCustomersResponse {
  dry_run: boolean
  /** The file's first line. */
  header: string
  delimiter: string
  rows: AdminDiscordImportRow[]
  /** How many of these rows have which outcome. */
  counts: Record<ImportOutcome, number>
  /** Rows of the file. */
  count: number
  /** Where to go on: send the same file again with it. Null = the file is done. */
  next_offset: number | null
}
