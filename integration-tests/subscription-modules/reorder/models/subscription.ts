import { model } from "@medusajs/framework/utils"

/** The data model of Reorder, as far as it says who owns what and until when. */
const ReorderSubscription = model.define("reorder_subscription", {
  id: model.id().primaryKey(),
  reference: model.text().unique(),
  status: model.enum(["active", "paused", "cancelled", "past_due"]).default("active"),
  customer_id: model.text(),
  product_id: model.text(),
  variant_id: model.text(),
  started_at: model.dateTime(),
  next_renewal_at: model.dateTime().nullable(),
  last_renewal_at: model.dateTime().nullable(),
  paused_at: model.dateTime().nullable(),
  cancelled_at: model.dateTime().nullable(),
  cancel_effective_at: model.dateTime().nullable(),
  is_trial: model.boolean().default(false),
  trial_ends_at: model.dateTime().nullable(),
})

export default ReorderSubscription
