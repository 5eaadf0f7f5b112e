export const purchase = {
  connect_first:
    "Connect Discord before you buy: what is in this cart gives Discord roles, and the store needs to know whom to give them to.",
  banned:
    "Your Discord account is banned from {{server}}, so what is in this cart could not give you its roles there. Ask the store about it before you buy.",
} as const
