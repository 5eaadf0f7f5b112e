import { model } from "@medusajs/framework/utils"

/** The data model of the official recipe: whose it is and what was bought stand in links. */
const Subscription = model.define("subscription", {
  id: model.id().primaryKey(),
  status: model.enum(["active", "canceled", "expired", "failed"]).default("active"),
  interval: model.enum(["monthly", "yearly"]),
  period: model.number(),
  subscription_date: model.dateTime(),
  last_order_date: model.dateTime(),
  next_order_date: model.dateTime().index().nullable(),
  expiration_date: model.dateTime().index(),
  metadata: model.json().nullable(),
})

export default Subscription
