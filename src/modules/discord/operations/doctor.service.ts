import { rewritten } from "../../../messages"
import type { ApplicationService, SignInFacts } from "../application/application.service"
import type { Db } from "../db/db"
import type { MembershipService } from "../membership/membership.service"
import { readServerOverviews } from "../server/server-overview.service"
import { diagnose, type DoctorFacts, type Section } from "./doctor.rules"
import { lastLookAt, listStoredServers } from "./doctor.store"
import type { HealthService } from "./health.service"

interface Asked {
  application: ApplicationService
  health: HealthService
  memberships: MembershipService
}

/** Looks at everything that can be wrong. It changes nothing. */
export class DoctorService {
  readonly #db: Db
  readonly #asked: Asked

  constructor(db: Db, asked: Asked) {
    this.#db = db
    this.#asked = asked
  }

  /**
   * What the settings page shows. Of Discord only the application is asked; servers are as they were last read.
   *
   * @param signIn what the store has of signing in with Discord
   */
  async diagnose(signIn: SignInFacts): Promise<Section[]> {
    const { application, health, memberships } = this.#asked
    // First: what it finds out of the token, the health knows.
    const { checks } = await application.retrieve(signIn)
    return diagnose({
      application: checks,
      health: await health.read(),
      servers: await this.#readServers(),
      members: await memberships.count(undefined),
      last_look_at: (await lastLookAt(this.#db))?.toISOString() ?? null,
      options: await application.retrieveOptions(),
    })
  }

  async #readServers(): Promise<DoctorFacts["servers"]> {
    const stored = await listStoredServers(this.#db)
    const overviews = await readServerOverviews(
      this.#db,
      stored.map(({ id }) => id),
    )
    return stored.map(({ id, name, status, pause_reason, pause_detail }) => ({
      name,
      status,
      pause_reason: rewritten(pause_reason, pause_detail),
      parked_count: overviews.get(id)?.parked_count ?? 0,
      checks: overviews.get(id)?.checks ?? [],
    }))
  }
}
