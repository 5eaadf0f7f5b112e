import type { Db } from "../db/db"
import { incidentNotice, type NoticeKind, type NoticeText } from "./incident-notice.rules"
import { markNotified, pendingNotices, reviewIncidents } from "./incident.store"

export interface Notice extends NoticeText {
  incident_id: string
  server_id: string
  kind: NoticeKind
}

/** Servers that need the admin, from when until when, and what the dashboard was notified of. */
export class IncidentService {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Begins and ends incidents as they stand now. @returns notices that are to be sent; then call `markNotified` */
  async review(): Promise<Notice[]> {
    await reviewIncidents(this.#db)
    const pending = await pendingNotices(this.#db)
    return pending.map(({ incident_id, server_id, server_name, kind, reason }) => ({
      incident_id,
      server_id,
      kind,
      ...incidentNotice(kind, server_name, reason),
    }))
  }

  async markNotified({ incident_id, kind }: Pick<Notice, "incident_id" | "kind">): Promise<void> {
    await markNotified(this.#db, incident_id, kind)
  }
}
