export const activity = {
  linked_by: "Linked by {{actor_id}}",
  mapped: "Variants {{variants}}",
  mapped_new_buyers: "Variants {{variants}}, only for new buyers",
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
} as const
