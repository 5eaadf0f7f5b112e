import { model } from "@medusajs/framework/utils"
import { ENTITLEMENT_SOURCES, SUSPENSION_REASONS } from "../statuses.rules"

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
      /** When a subscription's grace began, while it is in one: it does not begin anew when it is looked at again. */
      grace_from: model.dateTime().nullable(),
      /** Orders that pay for a subscription: they give nothing by themselves. */
      order_ids: model.json().nullable(),
      /** Subscriptions that an order says it belongs to: one of the same customer's says how long the access lasts. */
      subscription_ids: model.json().nullable(),
      /** Who gave manual access: an admin's user id, or the name a developer's code goes by. */
      actor_id: model.text().nullable(),
      /** Why manual access was given, in that person's words. */
      note: model.text().nullable(),
      /** Pieces that are owned: each gives its mapping's days of access. */
      quantity: model.number().default(1),
      /** Since when it gives nothing for now, whatever its source says; null = it is not suspended. */
      suspended_at: model.dateTime().nullable(),
      suspended_reason: model.enum([...SUSPENSION_REASONS]).nullable(),
      /** Why, in the words of who suspended it. */
      suspended_note: model.text().nullable(),
      /** Who suspended it: an admin's user id, or the name a developer's code goes by. */
      suspended_by: model.text().nullable(),
    },
  )
  .indexes([
    { on: ["source", "source_id", "variant_id"], unique: true },
    { on: ["customer_id"] },
    // Owners of a variant in the order of their ids: a mapping edit marks them piece by piece.
    { on: ["variant_id", "customer_id"] },
    // The dashboard's list, by when access began; the id settles ties. The index of its ends is an expression, in the migration alone.
    { on: ["starts_at", "id"] },
    { on: ["suspended_at"], where: "suspended_at IS NOT NULL AND deleted_at IS NULL" },
  ])

export default Entitlement
