export const request = {
  title_connected: "Discord server connected",
  title_already_connected: "Discord server connected already",
  title_declined: "Nothing was changed",
  title_failed: "Discord was not connected",
  title_broken_link: "This link does not work",
  title_broken_address: "This address does not work",
  title_no_discord_link: "This is not a Discord link",
  title_no_connect_link: "This is not a link to connect Discord",
  title_no_claim_link: "This is not a claim link",
  incomplete:
    "The address is incomplete. Open it as it stands in the store's message, or start again from the store.",
  title_only_opened: "This page can only be opened",
  open_instead: "Open its address instead.",
  back_to_store: "Back to the store",
  ill_formed:
    "The request holds a NUL character, or something that is not valid Unicode. Leave it out.",
  no_field: "The address names {{name}}, which is no field. Leave it out.",
  not_json: "Send this request with Content-Type: application/json.",
  too_many_seconds: "Too many requests. Please wait {{seconds}} seconds, then try again.",
  too_many_minutes: "Too many requests. Please wait {{minutes}} minutes, then try again.",
  redirect_unknown:
    "redirect_url is not one of the store's redirectUrls. Add it to the plugin's options, or leave it out.",
  no_date: "{{field}} is not a date: {{value}}",
  title_no_join_link: "This is not a link into a server",
  title_no_way_in: "You were not invited",
  page_ask_store: "Ask the store",
  page_claim_title: "Connect Discord to order #{{number}}",
  page_claim_text: "Order #{{number}} gives you:",
  page_claim_note:
    "You sign in at Discord and see there what you allow. Whoever connects first has the roles, so keep this link to yourself.",
  page_claim_again: "If it was you, sign in to Discord with the same account to see your roles.",
  page_connect: "Connect Discord",
  page_connect_again: "Connect Discord again",
  page_try_again: "Try again",
  page_open_with_discord: "Sign in with Discord",
  page_check_again: "Check again",
  page_disconnect: "Disconnect",
  page_cancel: "Cancel",
  page_open_discord: "Open Discord",
  page_title_connected: "You are connected",
  page_title_disconnected: "Discord is not connected",
  page_disconnected:
    "You have disconnected Discord. The store takes its roles back and has forgotten its access to your account.",
  page_gone:
    "The connection was ended, or another Discord account took its place. Connect again from the store, or by the link in its message.",
  page_nothing_yet: "Nothing you bought gives a Discord role now.",
  page_role_held: "You have it",
  page_role_pending: "On its way",
  page_role_waiting: "Waiting",
  page_closed_title: "This page is closed",
  page_closed:
    "After you connect Discord, the page stays open in the same browser for a few hours. To come back, open the link in the store's message again, or connect Discord from the store.",
  page_not_done: "Nothing was changed",
  page_open_anew:
    "This page is an old one. Open your Discord page anew and press the button there.",
  page_disconnect_title: "Disconnect {{name}}?",
  page_disconnect_customer:
    "The store takes back the roles it gave you and forgets its access to your Discord account. What you bought stays yours: connect again at any time.",
  page_disconnect_guest:
    "The store takes back the roles of the orders with this e-mail address. To connect again you need a new link from the store. What you connected in another way stays connected.",
  page_roles_held: "You have these roles now:",
  webhook_off:
    "Webhook events are not switched on: set publicKey in the plugin's options to the application's public key.",
  webhook_unsigned:
    "This was not signed by the Discord application's key, so nothing was done. If Discord sent it, publicKey is not that of the application.",
  webhook_stale:
    "The signature is more than five minutes away from the clock of this machine, so nothing was done. If Discord sent it just now, set the clock.",
} as const
