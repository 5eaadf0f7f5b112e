import { model } from "@medusajs/framework/utils"
import { ENTITLEMENT_SOURCES } from "../domain/statuses"

/** A customer's right to a variant: who owns it, from when, until when, and why. */
const Entitlement = model
  .define(
    { name: "discord_entitlement", tableName: "discord_entitlement" },
    {
      id: model.id({ prefix: "dent" }).primaryKey(),
      source: model.enum([...ENTITLEMENT_SOURCES]),
      source_id: model.text(),
      variant_id: model.text(),
      customer_id: model.text(),
      starts_at: model.dateTime(),
      ends_at: model.dateTime().nullable(),
      /** Why somebody ended it, at `ends_at`, past or to come; null = time alone ends it, and the server's grace follows. */
      ended_reason: model.text().nullable(),
      /** Which configured subscription source it comes from; null for orders and manual access. */
      provider: model.text().nullable(),
      /** Who gave manual access: an admin's user id, or the name a developer's code goes by. */
      actor_id: model.text().nullable(),
      /** Why manual access was given, in that person's words. */
      note: model.text().nullable(),
    },
  )
  .indexes([
    { on: ["source", "source_id", "variant_id"], unique: true },
    { on: ["customer_id"] },
    // Owners of a variant in the order of their ids: a mapping edit marks them piece by piece.
    { on: ["variant_id", "customer_id"] },
  ])

export default Entitlement
