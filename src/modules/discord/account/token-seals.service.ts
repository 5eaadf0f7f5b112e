import type { SealCounts } from "../application/application-checks.rules"
import { SealError } from "../security/keyring"
import {
  countSealed,
  listMarks,
  listSealed,
  replaceTokens,
  type SealedTokens,
  type TokenRow,
} from "./account-tokens.store"
import type { SyncDeps } from "../engine/deps"
import { tokensOf } from "./tokens.service"

/** Pairs that are in hand at once. */
const BATCH = 200

/** The seals of customers' tokens: under which keys they are, and their renewal under the newest. */
export class TokenSeals {
  readonly #deps: Pick<SyncDeps, "db" | "keyring" | "logger">

  constructor(deps: Pick<SyncDeps, "db" | "keyring" | "logger">) {
    this.#deps = deps
  }

  async count(): Promise<SealCounts> {
    const { db } = this.#deps
    const { stale, lost } = await this.#olderMarks()
    return {
      stale: stale.length > 0 ? await countSealed(db, stale) : 0,
      lost: lost.length > 0 ? await countSealed(db, lost) : 0,
    }
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
    for (const mark of (await this.#olderMarks()).stale) {
      renewed += await this.#renewUnder(mark, limit)
    }
    return renewed
  }

  /** Marks of seals that should be under the newest one: by whether their key is still there. */
  async #olderMarks(): Promise<{ stale: string[]; lost: string[] }> {
    const { db, keyring } = this.#deps
    const older = (await listMarks(db)).filter((mark) => mark !== keyring.newestMark)
    const isKnown = (mark: string) => keyring.knows(keyOf(mark))
    return { stale: older.filter(isKnown), lost: older.filter((mark) => !isKnown(mark)) }
  }

  async #renewUnder(mark: string, limit: number): Promise<number> {
    const { db, logger } = this.#deps
    let renewed = 0
    let unopened = 0
    let batch: TokenRow[] = []
    do {
      batch = await listSealed(db, { mark, after: batch.at(-1)?.account_id ?? "", limit })
      for (const row of batch) {
        const tokens = this.#sealAnew(row)
        unopened += tokens ? 0 : 1
        // Renewed or given back meanwhile, they are under the newest key already, or gone.
        const isStored = tokens && (await replaceTokens(db, row.account_id, row.sealed, tokens))
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
  #sealAnew({ account_id, sealed, expires_at }: TokenRow): SealedTokens | null {
    const { keyring } = this.#deps
    const context = tokensOf(account_id)
    try {
      return { sealed: keyring.seal(keyring.open(sealed, context), context), expires_at }
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
