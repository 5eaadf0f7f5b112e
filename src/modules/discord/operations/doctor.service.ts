import { rewritten, say } from "../../../messages"
import type { ApplicationService, SignInFacts } from "../application/application.service"
import { isDiscordFailure } from "../discord-api/errors"
import type { Db } from "../db/db"
import { ownerOf } from "../engine/run/error-owner.rules"
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
    const checked = await this.#check(signIn)
    return diagnose({
      ...checked,
      health: await health.read(),
      servers: await this.#readServers(),
      members: await memberships.count(undefined),
      last_look_at: (await lastLookAt(this.#db))?.toISOString() ?? null,
      options: await application.retrieveOptions(),
    })
  }

  async #check(signIn: SignInFacts): Promise<Pick<DoctorFacts, "application" | "unasked">> {
    try {
      const { checks } = await this.#asked.application.retrieve(signIn)
      return { application: checks, unasked: null }
    } catch (error) {
      const unasked = isDiscordFailure(error)
        ? ownerOf(error, "token").message
        : say("doctor.unasked")
      return { application: null, unasked }
    }
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
