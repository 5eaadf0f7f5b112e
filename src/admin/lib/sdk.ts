import Medusa from "@medusajs/js-sdk"

/** Where the store answers: "/" when it serves the dashboard itself. */
const baseUrl = __BACKEND_URL__ ?? "/"

/** The origin of every page and answer of the store. */
export function backendOrigin(): string {
  return new URL(baseUrl, window.location.origin).origin
}

/** A route's address: a store may lie below a path of its origin. */
export function backendUrl(path: string): URL {
  const base = new URL(baseUrl, window.location.origin)
  return new URL(`${base.pathname.replace(/\/$/, "")}${path}`, base.origin)
}

/** As the SDK sends them: whoever signs in by JWT has no cookie. */
export const credentials: RequestCredentials = isJwt() ? "omit" : "include"

// As the dashboard's own client, so that a store that signs admins in with JWT keeps working.
export const sdk = new Medusa({
  baseUrl,
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

/** What signs the admin in, where it is not the cookie. */
export async function authHeaders(): Promise<Record<string, string>> {
  const token = isJwt() ? await sdk.client.getToken() : null
  return token ? { authorization: `Bearer ${token}` } : {}
}

function isJwt(): boolean {
  return __AUTH_TYPE__ === "jwt"
}
