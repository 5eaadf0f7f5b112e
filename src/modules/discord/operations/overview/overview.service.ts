import type { AdminDiscordOverview } from "../../../../types/http"
import type { Db } from "../../db/db"
import type { MembershipService } from "../../membership/membership.service"
import { readOrderLag } from "../metrics.store"
import type { CallHours } from "./call-hours"
import { readServed } from "./overview.store"

/** How the store's work in Discord goes, in few figures. */
export class OverviewService {
  readonly #db: Db
  readonly #memberships: MembershipService
  readonly #callHours: CallHours

  constructor(db: Db, memberships: MembershipService, callHours: CallHours) {
    this.#db = db
    this.#memberships = memberships
    this.#callHours = callHours
  }

  /** From what is stored and counted: Discord is not called. */
  async read(): Promise<AdminDiscordOverview> {
    const now = Date.now()
    const [{ served, members_checked_at }, counts, lag, hours] = await Promise.all([
      readServed(this.#db),
      this.#memberships.count(undefined),
      readOrderLag(this.#db, "1 day"),
      this.#callHours.read(now),
    ])
    return {
      as_of: new Date(now).toISOString(),
      members_served: served,
      members_waiting: counts.moves,
      order_to_role: lag && { median_s: lag.median_s, longest_s: lag.longest_s },
      members_checked_at: members_checked_at?.toISOString() ?? null,
      hours: hours.map(({ begins_at, ...calls }) => ({
        begins_at: new Date(begins_at).toISOString(),
        ...calls,
      })),
    }
  }
}
