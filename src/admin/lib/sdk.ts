import Medusa from "@medusajs/js-sdk"

// As the dashboard's own client, so that a store that signs admins in with JWT keeps working.
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})
