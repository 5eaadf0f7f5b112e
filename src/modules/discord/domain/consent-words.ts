/** How an admin's way through Discord's consent ended: the dashboard shows it in the admin's language. */
export const CONSENT_WORDS = {
  connected: (server: string) => `${server} is connected.`,
  already_connected: (server: string) =>
    `${server} was connected already; its roles were read again.`,
  expired: () => "This Discord link has expired or was used already. Please start again.",
  other_browser: () =>
    "This Discord link was opened in another browser than the one it was made for. Please start again in this browser, with cookies allowed.",
  code_refused: () => "Discord no longer accepts this link. Please start again.",
  store_failed: () =>
    "Something went wrong in the store. Please try again; if it happens again, tell the store.",
} as const
