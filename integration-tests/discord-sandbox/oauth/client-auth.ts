import { timingSafeEqual } from "node:crypto"
import { type Application } from "../state/entities"
import { type World } from "../state/world"
import { OAuthError } from "./oauth-error"

/**
 * The application that calls the token endpoint: by HTTP Basic, or by `client_id` and `client_secret` in the form.
 * @throws OAuthError 401 invalid_client
 */
export function clientOf(
  world: World,
  authorization: string | undefined,
  form: Record<string, unknown>,
): Application {
  const [id, secret] = basic(authorization) ?? [form.client_id, form.client_secret]
  const app = typeof id === "string" ? world.applications.get(id) : undefined
  if (!app || typeof secret !== "string" || !same(secret, app.client_secret)) {
    throw new OAuthError(401, "invalid_client")
  }
  return app
}

function basic(authorization: string | undefined): [string, string] | null {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? "")?.[1]
  if (!encoded) return null
  const [id = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":")
  return [decodeURIComponent(id), decodeURIComponent(rest.join(":"))]
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
