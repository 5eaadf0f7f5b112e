import { newId, rows, type Db } from "./db"

/** Until when a sweep has looked at every change; null before its first time. */
export async function readWatermark(db: Db, name: string): Promise<Date | null> {
  const [mark] = await rows<{ at: Date }>(
    db,
    `select at from discord_watermark where name = :name and deleted_at is null`,
    { name },
  )
  return mark?.at ?? null
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
