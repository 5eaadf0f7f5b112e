import type { FetchError } from "@medusajs/js-sdk"
import { useMutation } from "@tanstack/react-query"
import type {
  AdminImportDiscordCustomers,
  AdminImportDiscordCustomersResponse,
} from "../../../types/http"
import { request } from "../../lib/request"

const send = (body: AdminImportDiscordCustomers) =>
  request<AdminImportDiscordCustomersResponse>("/admin/discord/imports", { method: "POST", body })

/** Says what importing a file would do, and changes nothing. */
export function useCheckImport() {
  return useMutation<AdminImportDiscordCustomersResponse, FetchError, string>({
    mutationFn: (csv) => send({ csv, dry_run: true }),
  })
}

/** Imports the part of a file that begins at `offset`: asked for twice, it is done once. */
export function importPart(
  csv: string,
  offset: number,
): Promise<AdminImportDiscordCustomersResponse> {
  return send({ csv, offset })
}
