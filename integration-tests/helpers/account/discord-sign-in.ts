import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StoreDiscordSignIn } from "../../../src/types/http"
import type { AuthorizeInput } from "../../discord-sandbox/client-authorize"
import { HttpClient, type HttpAnswer } from "../store/http"
import type { Scene } from "../store/suite"
import { Customer } from "./customer"

/** Medusa's answer to a sign-in, and what the plugin adds. */
export interface SignInAnswer {
  token?: string
  type?: string
  message?: string
  discord?: StoreDiscordSignIn
}

/** What a token says of whoever it is of. */
export interface TokenClaims {
  actor_id: string
  actor_type: string
  auth_identity_id: string
  user_metadata: Record<string, unknown>
}

/** A storefront's server in front of somebody who signs in with Discord. */
export class DiscordSignIn {
  readonly http: HttpClient

  constructor(
    readonly scene: Pick<Scene, "baseUrl" | "store" | "discord">,
    readonly userId: string,
  ) {
    const { baseUrl, store } = scene
    this.http = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
  }

  /** @returns Discord's page */
  async begin(body: object = {}): Promise<string> {
    const { location } = await this.http.send<{ location: string }>("/auth/customer/discord", {
      body,
    })
    return location
  }

  /** Goes to Discord's page and consents. @returns what Discord passes to the storefront, as a query */
  async consent(
    choice: Omit<AuthorizeInput, "user_id"> = {},
    page: string | null = null,
  ): Promise<string> {
    const choices = { user_id: this.userId, ...choice }
    const back = await this.scene.discord.control.authorize(page ?? (await this.begin()), choices)
    return new URL(back).search
  }

  /** Passes on what Discord gave. */
  async callback(
    query: string,
    path = "/auth/customer/discord/callback",
  ): Promise<HttpAnswer<SignInAnswer>> {
    return this.http.raw(`${path}${query}`, { method: "POST" })
  }

  /** The whole way there and back. @returns the token, and what the plugin did */
  async signIn(choice: Omit<AuthorizeInput, "user_id"> = {}): Promise<Required<SignInAnswer>> {
    const { status, body } = await this.callback(await this.consent(choice))
    expect({ status, message: body.message }).toEqual({ status: 200, message: undefined })
    return body as Required<SignInAnswer>
  }

  /** Creates the customer of a token, and a session of theirs. */
  async register(
    token: string,
    email: string,
  ): Promise<{ customer: Customer; discord?: StoreDiscordSignIn }> {
    const bearer = this.http.with({ authorization: `Bearer ${token}` })
    const { customer, discord } = await bearer.send<{
      customer: { id: string }
      discord?: StoreDiscordSignIn
    }>("/store/customers", { body: { email } })
    const fresh = await bearer.send<{ token: string }>("/auth/token/refresh", { method: "POST" })
    return {
      customer: this.session(fresh.token, email, customer.id),
      ...(discord && { discord }),
    }
  }

  session(token: string, email: string, id = claimsOf(token).actor_id): Customer {
    const http = this.http.with({ authorization: `Bearer ${token}` })
    return new Customer(http, this.scene.store, email, id)
  }
}

export function claimsOf(token: string): TokenClaims {
  const [, payload = ""] = token.split(".")
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as TokenClaims
}

/** Somebody who is new to the store, and in Discord. */
export async function newcomer(scene: Scene, name: string): Promise<DiscordSignIn> {
  return new DiscordSignIn(scene, await scene.discord.createUser(name))
}

/** Somebody who became a customer by signing in with Discord. */
export async function signedUp(
  scene: Scene,
  name: string,
): Promise<{ signIn: DiscordSignIn; customer: Customer }> {
  const signIn = await newcomer(scene, name)
  const { token } = await signIn.signIn()
  const { customer, discord } = await signIn.register(token, `${name}@discord.test`)
  expect(discord).toMatchObject({ connected: true })
  return { signIn, customer }
}

/** The consent that waits in the Auth Module for a Discord user, sealed; null when there is none. */
export async function waitingConsent(db: Knex, userId: string): Promise<string | null> {
  const row = await db<{ provider_metadata: { sealed_consent: string | null } }>(
    "provider_identity",
  )
    .where({ provider: "discord", entity_id: userId })
    .first("provider_metadata")
  return row?.provider_metadata.sealed_consent ?? null
}

/** Changes what a sign-in left in the Auth Module. */
export async function putConsent(db: Knex, userId: string, metadata: object): Promise<void> {
  await db.raw(
    `update provider_identity set provider_metadata = provider_metadata || ?::jsonb where entity_id = ?`,
    [JSON.stringify(metadata), userId],
  )
}
