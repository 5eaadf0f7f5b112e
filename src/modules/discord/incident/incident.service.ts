import type { Db } from "../db/db"
import { incidentNotice } from "./incident-notice.rules"
import { markNotified, pendingNotices, reviewIncidents } from "./incident.store"
import type { Notice } from "./notice"

/** Servers that need the admin, from when until when, and what the dashboard was notified of. */
export class IncidentService {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Begins and ends incidents as they stand now. @returns notices that are to be sent */
  async review(): Promise<Notice[]> {
    await reviewIncidents(this.#db)
    const pending = await pendingNotices(this.#db)
    return pending.map(({ incident_id, server_id, server_name, kind, reason }) => ({
      key: `${incident_id}:${kind}`,
      server_id,
      ...incidentNotice(kind, server_name, reason),
      markSent: () => markNotified(this.#db, incident_id, kind),
    }))
  }
}
