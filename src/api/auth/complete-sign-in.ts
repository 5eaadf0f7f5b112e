import {
  getAuthContextFromJwtToken,
  type AuthContext,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../modules/discord/engine/deps"
import { SIGN_IN_PROVIDER } from "../../modules/discord/sign-in/sign-in.rules"
import type { StoreDiscordSignIn } from "../../types/http"
import { completeSignInWorkflow } from "../../workflows/sign-in"

/**
 * Completes a sign-in with Discord once Medusa has decided that it is one, and before it answers: whoever reads the answer is
 * connected. What became of that stands in it as `discord`. Medusa's own answer is never held back by a failure.
 */
export function completeSignIn(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const answer = res.json.bind(res)
  res.json = (body: unknown) => {
    void completed(req, res, body).then((discord) =>
      answer(discord && isObject(body) ? { ...body, discord } : body),
    )
    return res
  }
  next()
}

async function completed(
  req: MedusaRequest,
  res: MedusaResponse,
  body: unknown,
): Promise<StoreDiscordSignIn | null> {
  try {
    const signedIn = res.statusCode < 300 ? whoOf(req, body) : null
    if (!signedIn) {
      return null
    }
    const { auth_identity_id } = signedIn
    const { result } = await completeSignInWorkflow(req.scope).run({ input: { auth_identity_id } })
    return result
  } catch (error) {
    req.scope
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .warn(`discord: a sign-in is looked at again within a minute: ${messageOf(error)}`)
    return null
  }
}

/** Who has signed in with Discord as a customer, by the token that is answered, or by the one with which a customer was created. */
function whoOf(req: MedusaRequest, body: unknown): AuthContext | null {
  const answered =
    isObject(body) && typeof body.token === "string" ? readToken(req, body.token) : null
  // Only a token with a customer says that nothing is left to prove, e.g. a second factor.
  const who = answered
    ? answered.actor_id && answered
    : (req as AuthenticatedMedusaRequest).auth_context
  return who && who.auth_provider === SIGN_IN_PROVIDER ? who : null
}

/** @returns who a customer's token is of; null when it is none of this store's */
export function readToken(
  { scope }: Pick<MedusaRequest, "scope">,
  token: string,
): AuthContext | null {
  const { http } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  return getAuthContextFromJwtToken(
    `Bearer ${token}`,
    http.jwtSecret ?? "",
    ["bearer"],
    ["customer"],
    http.jwtPublicKey,
    http.jwtVerifyOptions ?? http.jwtOptions,
  )
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === "object" && body !== null
}
