import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answered, render, type Message } from "../../messages"
import { isIPv6 } from "node:net"
import { isConsentReason } from "../../modules/discord/consent/consent-words.rules"
import {
  tooManyRequests,
  type RequestLimitName,
} from "../../modules/discord/request-limit/request-limit.rules"
import { discordOf } from "./discord"
import { isMedusaError } from "./error-words"
import { textsOfReader } from "./language"

/** Somebody is over a limit: `sendTooMany` answers it. */
export class TooManyRequests extends Error {
  override readonly name = "TooManyRequests"

  readonly text: Message

  constructor(readonly seconds: number) {
    const text = tooManyRequests(seconds)
    super(render(text))
    this.text = text
  }
}

type Limited = Pick<MedusaRequest, "scope">

/**
 * Counts a request against a limit.
 *
 * @param of whose request it is
 * @throws TooManyRequests
 */
export async function countRequest(
  { scope }: Limited,
  name: RequestLimitName,
  of: string,
): Promise<void> {
  const seconds = await discordOf(scope).requestLimits.count(name, of)
  if (seconds !== null) {
    throw new TooManyRequests(seconds)
  }
}

/**
 * A middleware that answers 429 to who is over a limit. Put it behind `authenticate` and the validators: what is refused for
 * its form is not counted.
 *
 * @param of whose request it is; the signed-in customer's when left out
 */
export function limitRequests(
  name: RequestLimitName,
  of: (req: AuthenticatedMedusaRequest) => string = (req) => req.auth_context.actor_id,
) {
  return async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction,
  ): Promise<void> => {
    const seconds = await discordOf(req.scope).requestLimits.count(name, of(req))
    if (seconds === null) {
      next()
    } else {
      sendTooMany(req, res, seconds)
    }
  }
}

/** 429 in words, with the seconds in `Retry-After`. */
export function sendTooMany(
  req: Parameters<typeof textsOfReader>[0],
  res: MedusaResponse,
  seconds: number,
): void {
  res
    .status(429)
    .set("Retry-After", String(seconds))
    .json({
      type: "too_many_requests",
      code: "too_many_requests",
      ...answered("message", tooManyRequests(seconds), textsOfReader(req)),
    })
}

/**
 * Counts a link, token or way back that was refused against the address it came from. One that works is never counted, so
 * nobody is kept out by what a neighbour tries.
 *
 * @returns the refusal, or TooManyRequests in its place
 */
export async function refusalOf(req: MedusaRequest, refusal: unknown): Promise<unknown> {
  if (!isMedusaError(refusal) || !isConsentReason(refusal.code)) {
    return refusal
  }
  const seconds = await discordOf(req.scope).requestLimits.count("refused_address", addressOf(req))
  return seconds === null ? refusal : new TooManyRequests(seconds)
}

/**
 * Whom an address stands for. Behind a proxy it is the address that Medusa's `trust proxy` finds; of an IPv6 address the
 * network counts, since its owner has all the addresses in it.
 */
export function addressOf({ ip }: Pick<MedusaRequest, "ip">): string {
  const address = ip ?? "unknown"
  if (!isIPv6(address)) {
    return address
  }
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped ?? networkOf(address)
}

/** The first four groups: a /64. */
function networkOf(address: string): string {
  const [head = "", tail] = address.split("%", 1).join("").toLowerCase().split("::")
  const front = head.split(":").filter(Boolean)
  const back = tail === undefined ? [] : tail.split(":").filter(Boolean)
  const gap = Array.from({ length: 8 - front.length - back.length }, () => "0")
  return [...front, ...gap, ...back].slice(0, 4).join(":")
}
