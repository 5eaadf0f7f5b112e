/** What the activity log adds to an action. Shown in the admin's language, like every sentence of the server's. */
export const ACTIVITY_WORDS = {
  linked_by: (actorId: string) => `Linked by ${actorId}`,
  guest_orders_of: (customerId: string) =>
    `Guest orders with the verified e-mail address of customer ${customerId}`,
  mapped: (variantIds: string) => `Variants ${variantIds}`,
  variant_deleted: () =>
    "The variant was deleted. Who bought it keeps the role for as long as they own it.",
  roles_taken_back: () => "The roles the plugin gave are taken back.",
  roles_kept: () => "Members keep the roles they hold.",
  buyer_asked: () => "Asked the buyer to connect Discord.",
  buyer_reminded: () => "Reminded the buyer to connect Discord.",
  tested: () => "Test from the store's settings",
} as const
