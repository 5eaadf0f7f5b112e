export const page = {
  ask_store: "Ask the store",
  claim_title: "Connect Discord to order #{{number}}",
  claim_text: "Order #{{number}} gives you:",
  claim_note:
    "You sign in at Discord and see there what you allow. Whoever connects first has the roles, so keep this link to yourself.",
  claim_again: "If it was you, sign in to Discord with the same account to see your roles.",
  connect: "Connect Discord",
  connect_again: "Connect Discord again",
  try_again: "Try again",
  open_with_discord: "Sign in with Discord",
  check_again: "Check again",
  disconnect: "Disconnect",
  cancel: "Cancel",
  open_discord: "Open Discord",
  title_connected: "You are connected",
  title_disconnected: "Discord is not connected",
  disconnected:
    "You have disconnected Discord. The store takes its roles back and has forgotten its access to your account.",
  gone: "The connection was ended, or another Discord account took its place. Connect again from the store, or by the link in its message.",
  nothing_yet: "Nothing you bought gives a Discord role now.",
  role_held: "You have it",
  role_pending: "On its way",
  role_waiting: "Waiting",
  closed_title: "This page is closed",
  closed:
    "After you connect Discord, the page stays open in the same browser for a few hours. To come back, open the link in the store's message again, or connect Discord from the store.",
  not_done: "Nothing was changed",
  open_anew: "This page is an old one. Open your Discord page anew and press the button there.",
  disconnect_title: "Disconnect {{name}}?",
  disconnect_customer:
    "The store takes back the roles it gave you and forgets its access to your Discord account. What you bought stays yours: connect again at any time.",
  disconnect_guest:
    "The store takes back the roles of the orders with this e-mail address. To connect again you need a new link from the store. What you connected in another way stays connected.",
  roles_held: "You have these roles now:",
} as const
