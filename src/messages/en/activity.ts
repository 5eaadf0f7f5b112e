export const activity = {
  linked_by: "Linked by {{actor_id}}",
  mapped: "Variants {{variants}}",
  mapped_new_buyers: "Variants {{variants}}, only for new buyers",
  connection_required: "Product {{product_id}} is sold only to buyers who have connected Discord",
  connection_not_required:
    "Product {{product_id}} is sold to buyers who have not connected Discord, too",
  connection_as_option:
    "Whether buyers of product {{product_id}} must connect Discord is as the store's option says",
  variant_deleted:
    "The variant was deleted. Who bought it keeps the role for as long as they own it.",
  roles_taken_back: "The roles the plugin gave are taken back.",
  roles_kept: "Members keep the roles they hold.",
  buyer_asked: "Asked the buyer to connect Discord.",
  buyer_reminded: "Reminded the buyer to connect Discord.",
  tested: "Test from the store's settings",
  tested_on: "Test from the store's settings, on Discord user {{user_id}}",
  guest_orders_of: "Guest orders with the verified e-mail address of customer {{customer_id}}",
  as_written: "{{words}}",
  app_removed:
    "The customer removed the application in Discord. The roles they hold stay; to be brought into a server they must connect again.",
} as const

export const syncRun = {
  order_backfill_running: "Reading every order, oldest first. Buyers are served before it.",
  role_mapping_running:
    "Bringing the owners of the edited variants up to date. Buyers are served before it.",
  reconcile_running: "Comparing every member in Discord with what they bought.",
  dry_running: "Comparing every member in Discord with what they bought. Nothing is changed.",
  reconcile_asks:
    "This would take away {{removed}} of the {{roles}} roles that the store has given in this server. Nothing is taken before you confirm it.",
  order_backfill_canceled:
    "Canceled. What was read stays; orders that were not read yet give nothing until the run is resumed or something happens to them.",
  role_mapping_canceled:
    "Canceled. Members that were not begun keep the roles they have, though the variants give others now. Resume the run to bring them up to date; who buys, connects or is retried is brought up to date all the same.",
  reconcile_canceled:
    "Canceled. What was set right stays so; members whose turn had not come keep what they have.",
  completed: "Done.",
  dry_completed: "Compared. Nothing was changed.",
  failed:
    "Stopped by an error. What was done stays done; resume it to go on once the cause is mended.",
  status_running: "running",
  status_waiting_for_admin: "waiting for you",
  status_completed: "completed",
  status_canceled: "canceled",
  status_failed: "failed",
  order_unread: "The order could not be read.",
} as const
