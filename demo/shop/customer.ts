import Medusa from "@medusajs/js-sdk"
import type { AuthorizationUrlResponse } from "../../src/types/http"
import { Browser } from "./browser"
import type { SandboxClient } from "../../integration-tests/discord-sandbox"

export interface Login {
  email: string
  password: string
}

/** A client that stays logged in for as long as the demo runs. */
export function newClient(medusaUrl: string, publishableKey?: string): Medusa {
  return new Medusa({
    baseUrl: medusaUrl,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
    ...(publishableKey === undefined ? {} : { publishableKey }),
  })
}

export async function logInAdmin(medusaUrl: string, { email, password }: Login): Promise<Medusa> {
  const sdk = newClient(medusaUrl)
  await sdk.auth.login("user", "emailpass", { email, password })
  return sdk
}

/** Registers a customer as a storefront does. @returns the client, logged in as them */
export async function registerCustomer(
  medusaUrl: string,
  publishableKey: string,
  { email, password }: Login,
): Promise<Medusa> {
  const sdk = newClient(medusaUrl, publishableKey)
  await sdk.auth.register("customer", "emailpass", { email, password })
  await sdk.store.customer.create({ email })
  await sdk.auth.login("customer", "emailpass", { email, password })
  return sdk
}

/** The customer connects Discord: the store's answer, Discord's consent page, back to the store. */
export async function connectDiscord(
  sdk: Medusa,
  medusaUrl: string,
  publishableKey: string,
  { control, buyer }: { control: SandboxClient; buyer: { id: string } },
): Promise<void> {
  const browser = new Browser()
  const { authorization_url } = await browser.post<AuthorizationUrlResponse>(
    `${medusaUrl}/store/discord/connect`,
    {
      Authorization: `Bearer ${await sdk.client.getToken()}`,
      "x-publishable-api-key": publishableKey,
    },
  )
  const callback = await control.authorize(authorization_url, { user_id: buyer.id })
  const answer = await browser.open(callback)
  const location = answer.headers.get("Location")
  const ending = location === null ? null : new URL(location).searchParams
  if (ending?.get("discord") !== "connected") {
    const words = ending?.get("discord_reason") ?? `${answer.status} ${await answer.text()}`
    throw new Error(`The customer's Discord was not connected: ${words}`)
  }
}
