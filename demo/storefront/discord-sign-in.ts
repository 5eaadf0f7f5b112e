import type { StoreDiscordSignIn } from "medusa-plugin-discord-roles/types"
import { sdk } from "./sdk"

/** Where it stands in the tab's session what was begun in it. */
const BEGUN = "sign-in-with-discord"

interface Begun {
  state: string
  /** The page to go back to. */
  back: string
}

/** Medusa's answer to a way back from Discord. */
interface Arrival {
  token: string
  discord?: StoreDiscordSignIn
}

/** Who came back from Discord: a customer who is signed in now, or somebody whom the store does not know yet. */
export type SignIn =
  { kind: "known"; discord: StoreDiscordSignIn | undefined } | ({ kind: "new" } & Newcomer)

export interface Newcomer {
  token: string
  name: string
  /** Null when Discord has verified none. */
  email: string | null
}

/** Leaves the page for Discord. What is begun here alone can be ended here: nobody is signed in by an address somebody made up. */
export async function beginSignIn(): Promise<void> {
  const { location: consent } = await sdk.client.fetch<{ location: string }>(
    "/auth/customer/discord",
    { method: "POST" },
  )
  const state = new URL(consent).searchParams.get("state") ?? ""
  const begun: Begun = { state, back: `${location.pathname}${location.search}` }
  sessionStorage.setItem(BEGUN, JSON.stringify(begun))
  location.assign(consent)
}

/** What this tab began; it can be taken once. @returns null when that was nothing */
export function takeBegun(): Begun | null {
  const begun = sessionStorage.getItem(BEGUN)
  sessionStorage.removeItem(BEGUN)
  return begun === null ? null : (JSON.parse(begun) as Begun)
}

/** @param given what Discord passed on @throws FetchError with words when Discord was not allowed to, or the way back is used */
export async function endSignIn(given: URLSearchParams): Promise<SignIn> {
  const { token, discord } = await sdk.client.fetch<Arrival>("/auth/customer/discord/callback", {
    method: "POST",
    body: Object.fromEntries(given),
  })
  const { actor_id, user_metadata } = claimsOf(token)
  if (actor_id === "") return { kind: "new", token, ...user_metadata }
  await sdk.client.setToken(token)
  return { kind: "known", discord }
}

/** Makes a customer of a newcomer, and signs them in. @throws FetchError e.g. when another account has the address */
export async function register(
  { token, name }: Newcomer,
  email: string,
): Promise<StoreDiscordSignIn | undefined> {
  const headers = { Authorization: `Bearer ${token}` }
  const { discord } = await sdk.client.fetch<{ discord?: StoreDiscordSignIn }>("/store/customers", {
    method: "POST",
    body: { email, first_name: name },
    headers,
  })
  await sdk.auth.refresh(headers)
  return discord
}

interface Claims {
  /** Of the customer; empty when there is none yet. */
  actor_id: string
  user_metadata: { name: string; email: string | null }
}

function claimsOf(token: string): Claims {
  const [, payload = ""] = token.split(".")
  const base64 = payload.replaceAll("-", "+").replaceAll("_", "/")
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims
}
