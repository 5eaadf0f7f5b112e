export const claim = {
  registered:
    "This order belongs to a customer account of the store. Sign in there and connect Discord: the link is for orders without an account.",
  customer_deleted: "The customer of this order was deleted, so it gives no Discord roles.",
  nobody: "This order belongs to no customer, so it gives no Discord roles to anyone.",
  gives_nothing:
    "This order gives no Discord roles: it is not paid yet, was cancelled or returned, or holds nothing that comes with roles.",
  tampered:
    "This link is not one of the store's, or was cut short. Open it again as it stands in the store's message, or ask the store for a new one.",
  unknown: "The store does not know this link any more. Please ask the store for a new one.",
  expired:
    "This link has expired, or a newer one took its place. Open the newest message from the store, or ask the store for a new link.",
  used: "This link has been used already. If that was not you, or you want to connect again, ask the store for a new link.",
  taken:
    "Orders with this e-mail address are connected to another Discord account already. Sign in to Discord with that account, or ask the store to disconnect it.",
  handed_over:
    "This order belongs to somebody else by now. Please ask the store for a new link if it is yours.",
} as const
