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
