import { say } from "../../../messages"
import { writeActivity } from "../activity/activity.store"
import { newId, rows, type Db } from "../db/db"

/** What was set for a product itself; null = nothing: the store's option counts. */
export async function readRequirement(db: Db, productId: string): Promise<boolean | null> {
  const [setting] = await rows<{ require_connection: boolean }>(
    db,
    `select require_connection from discord_product_setting
      where product_id = :product_id and deleted_at is null`,
    { product_id: productId },
  )
  return setting?.require_connection ?? null
}

/**
 * Sets whether a product is sold only to connected buyers; null = as the store's option says. What is so already is not
 * written down as a change.
 *
 * @param actorId who sets it: an admin's user id, or null for the plugin itself
 */
export async function saveRequirement(
  db: Db,
  productId: string,
  required: boolean | null,
  actorId: string | null,
): Promise<void> {
  const product = { product_id: productId }
  await db.transaction(async (tx) => {
    const changed =
      required === null
        ? await rows(
            tx,
            `delete from discord_product_setting
              where product_id = :product_id and deleted_at is null returning id`,
            product,
          )
        : await rows(
            tx,
            `insert into discord_product_setting as setting (id, product_id, require_connection)
             values (:id, :product_id, :required)
             on conflict (product_id) where deleted_at is null do update set
               require_connection = excluded.require_connection, updated_at = now()
             where setting.require_connection <> excluded.require_connection
             returning id`,
            { id: newId("dpset"), ...product, required },
          )
    if (changed.length > 0) {
      await writeActivity(tx, [
        { action: "role_mapping_changed", trigger: actorId, message: said(productId, required) },
      ])
    }
  })
}

function said(product_id: string, required: boolean | null) {
  if (required === null) {
    return say("activity.connection_as_option", { product_id })
  }
  return required
    ? say("activity.connection_required", { product_id })
    : say("activity.connection_not_required", { product_id })
}

/** Whether any product is sold only to connected buyers, whatever the store's option says. */
export async function isAnyRequired(db: Db): Promise<boolean> {
  const required = await rows(
    db,
    `select 1 from discord_product_setting where require_connection and deleted_at is null limit 1`,
  )
  return required.length > 0
}
