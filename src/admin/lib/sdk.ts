import Medusa from "@medusajs/js-sdk"

/** Where the store answers: "/" when it serves the dashboard itself. */
const baseUrl = __BACKEND_URL__ ?? "/"

/** The origin of every page and answer of the store. */
export function backendOrigin(): string {
  return new URL(baseUrl, window.location.origin).origin
}

// As the dashboard's own client, so that a store that signs admins in with JWT keeps working.
export const sdk = new Medusa({
  baseUrl,
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})
