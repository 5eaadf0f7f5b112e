export const consent = {
  server_connected: "{{server}} is connected.",
  server_already_connected: "{{server}} was connected already; its roles were read again.",
  link_expired: "This Discord link has expired or was used already. Please start again.",
  declined: "Discord was not allowed to connect. You can start again at any time.",
  other_browser:
    "This Discord link was opened in another browser than the one it was made for, so nothing was changed. Go back to the store, or to its message, in the browser you want to use, with cookies allowed, and connect Discord from there.",
  code_refused: "Discord no longer accepts this link. Please start again.",
  store_failed:
    "Something went wrong in the store. Please try again; if it happens again, tell the store.",
  account_taken:
    "This Discord account is connected to another customer of this store. Disconnect it there first, or connect another Discord account.",
  failed_code:
    "Discord did not take the code of this consent: it was used already, or came too late. The customer can start again.",
  failed_client:
    "Discord does not know this clientId and clientSecret, so nobody can connect. Check the options.",
  failed_token:
    "Discord refused the customer's own token right after the consent: they removed the application at once, or it was not Discord that answered. The customer can start again.",
  failed_answer: "Discord did not answer while a customer connected. They can start again.",
  failed_refused: "Discord refused the consent of a customer.",
  failed_store: "The store failed while a customer connected. The server's log says why.",
  connected: "Discord is connected.",
  order_connected: "Discord is connected to your order.",
  cart_connected:
    "Discord is connected. Go on with your purchase: your order will give you its roles.",
  permission_missing:
    "Discord is connected, but the store was not allowed to bring you into its servers. Join them yourself, or connect again and allow it.",
  discord_refused: "Discord did not let the store connect this account. Please start again.",
  discord_unavailable: "Discord did not answer. Please try again in a few minutes.",
} as const

export const signIn = {
  by_page:
    "Nobody registers with Discord by a form. Send the browser to the page that POST /auth/customer/discord names.",
  customers_only: "Only customers sign in with Discord. Ask at /auth/customer/discord.",
  unlisted_page:
    "callback_url is not one of the pages in callbackUrl, so nobody is sent there. Leave it out, or list it in the options of the provider.",
  incomplete:
    "This is not what Discord sent: state, and code or error, are to be passed on as they came. Please start again.",
  not_a_sign_in:
    "This is no token of a sign-in with Discord, or it is too old. Sign in with Discord again.",
  taken:
    "This Discord account signs in to another account of this store. Sign in with it, or use another Discord account.",
  other_account:
    "Another Discord account is connected to this customer, and stays so. To change that, connect Discord in the store.",
  stays_disconnected:
    "Discord was disconnected in the store, and stays so. To receive roles, connect Discord in the store.",
} as const
