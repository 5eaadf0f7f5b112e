/** What the storefront says by itself. What a customer must do for their roles, the store says (`todo.message`). */
export const WORDS = {
  shop: "Example Store",
  lead: "Pick a plan, connect Discord, and you are in: the role is there before you have switched windows.",
  connect: "Connect Discord",
  connectAgain: "Connect Discord again",
  connectAnother: "Connect another account",
  join: "Join the server",
  checkAgain: "Check again",
  signIn: "Sign in with Discord",
  signInWhy: "Discord knows who you are: no password, and your roles come by themselves.",
  signedIn: "You are signed in, and Discord is connected.",
  signInExpired: "This sign-in has expired, or was begun in another tab. Please start again.",
  addressTaken: "Sign in to that account, and connect Discord there.",
  addressNeeded: "Discord has no verified e-mail address of yours. Where may we send what you buy?",
  noRoles: "No roles yet. Each plan says what it gives.",
  signInForRoles: "Sign in to see your Discord roles.",
  planNeedsAccount: "A plan needs an account, so that you can change or cancel it.",
  guestMail:
    "You bought as a guest. A mail with your own link to Discord is on its way; here it is as soon as it arrives.",
  guestMailLater: "It takes a moment.",
  mailbox:
    "What the store sent, to whomever it was. A real store's mail goes out a minute or two after the order; here it comes at once.",
  noMail: "No mail yet. Buy the workshop as a guest, and look again.",
  orderUnknown: "There is no such order. Was the demo started anew?",
  timeMachine:
    "Only in the demo: moves the dates of your plan back by a month and lets the store do what it does each night.",
  downgrade: "comes with your next renewal. Until then you keep what you paid for.",
} as const
