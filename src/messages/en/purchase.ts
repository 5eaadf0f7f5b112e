export const cart = {
  unknown: "The store does not know this cart. Go back to the store and start again.",
  completed:
    "This cart has been bought already. Connect Discord by the link in the store's message, or ask the store for one.",
  registered:
    "This cart belongs to a customer account of the store. Sign in there, then connect Discord.",
  without_email: "Enter your e-mail address in the cart first, then connect Discord.",
  taken:
    "What was in this cart is connected to another Discord account already. Ask the store to disconnect it.",
} as const

export const purchase = {
  connect_first:
    "Connect Discord before you buy: what is in this cart gives Discord roles, and the store needs to know whom to give them to.",
  banned:
    "Your Discord account is banned from {{server}}, so what is in this cart could not give you its roles there. Ask the store about it before you buy.",
} as const
