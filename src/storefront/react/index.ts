/** The same for React 18 and later: hooks without styles, for pages in the browser. */
export * from "./use-connect-discord"
export * from "./use-discord-status"
export * from "./use-product-roles"
