import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type {
  AdminDiscordImportRow,
  AdminImportDiscordCustomersResponse,
} from "../../../types/http"
import { useRefreshAccess } from "../../hooks/api/customer-discord"
import { importPart, useCheckImport } from "../../hooks/api/imports"
import { membershipsQueryKeys } from "../../hooks/api/memberships"

export interface ImportedFile {
  csv: string
  /** What the dry run said. */
  plan: AdminImportDiscordCustomersResponse
}

/** Where an import stands. */
export type ImportState =
  | { step: "choose" }
  | ({ step: "review" } & ImportedFile)
  | ({
      step: "running"
      /** Rows that the store has answered for: these are done, whatever comes. */
      rows: AdminDiscordImportRow[]
      /** Why it does not go on; null while it does. */
      error: unknown
    } & ImportedFile)
  | ({ step: "done"; rows: AdminDiscordImportRow[] } & ImportedFile)

/** Takes a file through its dry run and its import, a part at a time, for as long as this is on screen. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ step: "choose" })
  const check = useCheckImport()
  const queryClient = useQueryClient()
  const refreshAccess = useRefreshAccess()
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  const refresh = () =>
    Promise.all([
      refreshAccess(),
      queryClient.invalidateQueries({ queryKey: membershipsQueryKeys.lists() }),
    ])

  const run = async (file: ImportedFile, before: AdminDiscordImportRow[]) => {
    let rows = before
    setState({ ...file, step: "running", rows, error: null })
    try {
      for (let offset: number | null = rows.length; offset !== null && isShown.current;) {
        const part: AdminImportDiscordCustomersResponse = await importPart(file.csv, offset)
        rows = [...rows, ...part.rows]
        offset = part.next_offset
        setState({ ...file, step: "running", rows, error: null })
      }
      setState({ ...file, step: "done", rows })
    } catch (error) {
      setState({ ...file, step: "running", rows, error })
    } finally {
      await refresh()
    }
  }

  return {
    state,
    check: (csv: string) =>
      check.mutate(csv, { onSuccess: (plan) => setState({ step: "review", csv, plan }) }),
    isChecking: check.isPending,
    checkError: check.error,
    forgetError: check.reset,
    /** Begins, or goes on after an error. */
    start: () => {
      if (state.step === "review" || state.step === "running") {
        const { csv, plan } = state
        void run({ csv, plan }, state.step === "running" ? state.rows : [])
      }
    },
    startOver: () => setState({ step: "choose" }),
  }
}
