import { createHash } from "node:crypto"
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import { REQUEST_LIMITS, type RequestLimitName } from "./request-limit.rules"
import { rows, type Db } from "../db/db"

const TABLE = "discord_request_limit"

/**
 * Counts what outsiders ask for, in the database: all processes of the store count together. Who is over a limit is remembered
 * by this process until they may ask again, so that a flood costs no statements.
 */
export class RequestLimits {
  readonly #db: Db
  readonly #limiters: Map<RequestLimitName, RateLimiterPostgres>

  constructor(db: Db) {
    this.#db = db
    const names = Object.keys(REQUEST_LIMITS) as RequestLimitName[]
    this.#limiters = new Map(names.map((name) => [name, limiter(db, name)]))
  }

  /**
   * Counts one request.
   *
   * @param of whose it is: a customer's id, an address, a token. Only its hash is stored.
   * @returns null when it is within the limit, else the seconds until another is taken
   */
  async count(name: RequestLimitName, of: string): Promise<number | null> {
    try {
      await this.#limiters.get(name)?.consume(createHash("sha256").update(of).digest("base64url"))
      return null
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
      }
      throw error
    }
  }

  /** Drops what is counted no more. */
  async sweep(): Promise<void> {
    await rows(this.#db, `delete from ${TABLE} where expire < :now`, { now: Date.now() })
  }
}

function limiter(db: Db, name: RequestLimitName): RateLimiterPostgres {
  const { requests, seconds } = REQUEST_LIMITS[name]
  return new RateLimiterPostgres({
    storeClient: db,
    // The store's own pool: no connections beside it.
    storeType: "knex",
    tableName: TABLE,
    // By a migration of the plugin's.
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: requests,
    duration: seconds,
    inMemoryBlockOnConsumed: requests + 1,
  })
}
