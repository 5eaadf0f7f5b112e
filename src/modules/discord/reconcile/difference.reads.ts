import type { AdminDiscordDifferenceListResponse } from "../../../types/http"
import type { Db } from "../db/db"
import type { PageRequest } from "../membership/membership-rows.store"
import { countDifferences, differencesByRole, pageOfDifferences } from "./difference-list.store"

/** What a run has found, role by role and a page of the members. */
export async function listDifferences(
  db: Db,
  runId: string,
  page: PageRequest,
): Promise<AdminDiscordDifferenceListResponse> {
  const [differences, roles, counted] = await Promise.all([
    pageOfDifferences(db, runId, page),
    differencesByRole(db, runId),
    countDifferences(db, runId),
  ])
  return { differences, roles, ...counted, ...page }
}
