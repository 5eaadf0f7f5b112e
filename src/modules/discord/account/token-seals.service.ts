import type { SealCounts } from "../application/application-checks.rules"
import type { SyncDeps } from "../engine/deps"
import { SealError } from "../security/keyring"
import {
  countSealed,
  listMarks,
  listSealed,
  replaceSeal,
  SEALED_TABLES,
  type SealedRow,
  type SealedTable,
} from "./token-seals.store"
import { tokensOf } from "./tokens.service"

/** Pairs that are in hand at once. */
const BATCH = 200

/** The seals of customers' tokens: under which keys they are, and their renewal under the newest. */
export class TokenSeals {
  readonly #deps: Pick<SyncDeps, "db" | "keyring" | "logger">

  constructor(deps: Pick<SyncDeps, "db" | "keyring" | "logger">) {
    this.#deps = deps
  }

  /** @param others what is sealed elsewhere: the consents of sign-ins, which wait in Medusa's Auth Module */
  async count(others: readonly string[] = []): Promise<SealCounts> {
    const { db, keyring } = this.#deps
    const ages = others.map((sealed) => keyring.ageOf(sealed))
    const counts: SealCounts = {
      stale: ages.filter((age) => age === "older").length,
      lost: ages.filter((age) => age === "lost").length,
    }
    for (const table of SEALED_TABLES) {
      const { stale, lost } = await this.#olderMarks(table)
      counts.stale += stale.length > 0 ? await countSealed(db, table, stale) : 0
      counts.lost += lost.length > 0 ? await countSealed(db, table, lost) : 0
    }
    return counts
  }

  /**
   * Seals anew what an older key sealed, or what is not bound to its row. Done in small batches; what a run does not come to,
   * the next one finds. What no key opens stays as it is: its key may come back.
   *
   * @param limit pairs at once
   * @returns how many were sealed anew
   */
  async renew(limit = BATCH): Promise<number> {
    let renewed = 0
    for (const table of SEALED_TABLES) {
      for (const mark of (await this.#olderMarks(table)).stale) {
        renewed += await this.#renewUnder(table, mark, limit)
      }
    }
    return renewed
  }

  /** Marks of seals that should be under the newest one: by whether their key is still there. */
  async #olderMarks(table: SealedTable): Promise<{ stale: string[]; lost: string[] }> {
    const { db, keyring } = this.#deps
    const older = (await listMarks(db, table)).filter((mark) => mark !== keyring.newestMark)
    const isKnown = (mark: string) => keyring.knows(keyOf(mark))
    return { stale: older.filter(isKnown), lost: older.filter((mark) => !isKnown(mark)) }
  }

  async #renewUnder(table: SealedTable, mark: string, limit: number): Promise<number> {
    const { db, logger } = this.#deps
    let renewed = 0
    let unopened = 0
    let batch: SealedRow[] = []
    do {
      batch = await listSealed(db, table, { mark, after: batch.at(-1)?.owner ?? "", limit })
      for (const row of batch) {
        const sealed = this.#sealAnew(row)
        unopened += sealed === null ? 1 : 0
        // Renewed or given back meanwhile, they are under the newest key already, or gone.
        const isStored = sealed !== null && (await replaceSeal(db, table, row, sealed))
        renewed += isStored ? 1 : 0
      }
    } while (batch.length === limit)
    if (unopened > 0) {
      logger.warn(
        `discord: encryption key "${keyOf(mark)}" does not open the tokens of this many customers that are sealed under its id: ${unopened}. It has other bytes now, or the rows were changed; they stay as they are.`,
      )
    }
    return renewed
  }

  /** @returns null when no key opens it */
  #sealAnew({ owner, sealed }: SealedRow): string | null {
    const { keyring } = this.#deps
    const context = tokensOf(owner)
    try {
      return keyring.seal(keyring.open(sealed, context), context)
    } catch (error) {
      if (error instanceof SealError) {
        return null
      }
      throw error
    }
  }
}

function keyOf(mark: string): string {
  return mark.slice(0, mark.indexOf("."))
}
