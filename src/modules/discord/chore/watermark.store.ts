import { databaseTime, literalLike, newId, rows, type Db } from "../db/db"

/** Until when a sweep has looked at every change; null before its first time. */
export async function readWatermark(db: Db, name: string): Promise<Date | null> {
  const [mark] = await rows<{ at: Date }>(
    db,
    `select at from discord_watermark where name = :name and deleted_at is null`,
    { name },
  )
  return mark?.at ?? null
}

/** Until when each of some sweeps has looked at every change, by its name: those that came nowhere yet are left out. */
export async function readWatermarks(db: Db, names: readonly string[]): Promise<Map<string, Date>> {
  const marks = await rows<{ name: string; at: Date }>(
    db,
    `select name, at from discord_watermark where name = any(:names) and deleted_at is null`,
    { names },
  )
  return new Map(marks.map(({ name, at }) => [name, at]))
}

/** Remembers how far a sweep came. A slower process never moves it back. */
export async function advanceWatermark(db: Db, name: string, at: Date): Promise<void> {
  await rows(
    db,
    `insert into discord_watermark as mark (id, name, at) values (:id, :name, :at)
     on conflict (name) where deleted_at is null do update set
       at = greatest(mark.at, excluded.at), updated_at = now()`,
    { id: newId("dmark"), name, at },
  )
}

/** How far one sweep has come, and the records it could not handle. */
export class Watermark {
  readonly #db: Db
  readonly #name: string

  constructor(db: Db, name: string) {
    this.#db = db
    this.#name = name
  }

  read(): Promise<Date | null> {
    return readWatermark(this.#db, this.#name)
  }

  advance(at: Date): Promise<void> {
    return advanceWatermark(this.#db, this.#name, at)
  }

  /** The database's clock: how far a sweep that begins now may say it came. */
  async now(): Promise<Date> {
    return databaseTime(this.#db)
  }

  /**
   * Remembers single records that could not be handled, as watermarks of their own that lag behind: `<name>:<id>`. With
   * them the sweep's own may advance.
   */
  async keepLaggards(ids: string[]): Promise<void> {
    for (const id of ids) {
      await advanceWatermark(this.#db, this.#laggard(id), new Date(0))
    }
  }

  /** Ids of records that could not be handled, longest untried first. */
  async laggards(limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.#db,
      `select substr(name, length(:prefix) + 1) as id from discord_watermark
        where name like :pattern and deleted_at is null
        order by updated_at, name limit :limit`,
      { prefix: this.#laggard(""), pattern: `${literalLike(this.#laggard(""))}%`, limit },
    )
    return found.map(({ id }) => id)
  }

  async dropLaggards(ids: string[]): Promise<void> {
    if (ids.length > 0) {
      await rows(
        this.#db,
        `delete from discord_watermark where name = any(:names) and deleted_at is null`,
        {
          names: ids.map((id) => this.#laggard(id)),
        },
      )
    }
  }

  #laggard(id: string): string {
    return `${this.#name}:${id}`
  }
}
