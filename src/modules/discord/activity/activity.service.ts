import type { Db } from "../db/db"
import type { PageRequest } from "../membership/membership-rows.store"
import type { DiscordOptions } from "../options"
import type { ActivityFilter } from "./activity-filter.store"
import {
  allActivity,
  listActivity,
  type UnnamedActivity,
  type UnnamedActivityPage,
} from "./activity.reads"
import { pruneActivity, writeActivity, type NewActivity } from "./activity.store"

/** What happened, for as long as the store wants to know. */
export class ActivityService {
  readonly #db: Db
  readonly #retentionDays: DiscordOptions["activityRetentionDays"]

  constructor(db: Db, options: Pick<DiscordOptions, "activityRetentionDays">) {
    this.#db = db
    this.#retentionDays = options.activityRetentionDays
  }

  async list(
    filter: ActivityFilter,
    page: PageRequest & { newestFirst: boolean },
  ): Promise<UnnamedActivityPage> {
    return listActivity(this.#db, filter, page)
  }

  /** All that a filter lets through, in parts. */
  listAll(filter: ActivityFilter): AsyncGenerator<UnnamedActivity[]> {
    return allActivity(this.#db, filter)
  }

  /** Writes down what happened. */
  async write(entry: NewActivity): Promise<void> {
    await writeActivity(this.#db, [entry])
  }

  /** Forgets what happened longer ago than the store wants to know. @returns how many entries */
  async prune(): Promise<number> {
    return pruneActivity(this.#db, this.#retentionDays)
  }
}
