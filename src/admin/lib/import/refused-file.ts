import type { MessageDetail } from "../../../messages"
import type {
  AdminDiscordImportRow,
  AdminImportDiscordCustomersResponse,
} from "../../../types/http"
import { BOM } from "./example-file"

/**
 * The rows that were refused, as they stand in their file, with the reason in front: mended, it can be imported as it is.
 *
 * @param say puts a reason into the admin's language
 */
export function refusedFile(
  { header, delimiter }: Pick<AdminImportDiscordCustomersResponse, "header" | "delimiter">,
  rows: readonly Pick<AdminDiscordImportRow, "source" | "reason_detail">[],
  say: (reason: MessageDetail) => string,
): Blob {
  const lines = rows.map(({ source, reason_detail }) => {
    const reason = reason_detail ? say(reason_detail).replaceAll('"', '""') : ""
    return `"${reason}"${delimiter}${source}\r\n`
  })
  return new Blob([BOM, `reason${delimiter}${header}\r\n`, ...lines], { type: "text/csv" })
}
