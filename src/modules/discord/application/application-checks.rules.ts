import { ApplicationWebhookEventStatus, ApplicationWebhookEventType } from "discord.js"
import { say, type Message } from "../../../messages"
import { isSwept, stuckChores, type ChoreAge } from "../chore/chores.rules"
import { missingIndexes, type TableState } from "../chore/swept-tables.rules"
import type { TokenState } from "../operations/bot-token.rules"
import { locksCollide, type Running } from "../operations/health.rules"

/** What Discord says of the application behind the options. */
export interface ApplicationFacts {
  /** The application the bot token belongs to; null = Discord refuses the token. */
  bot_application: {
    id: string
    verify_key: string
    /** Registered in Discord's portal; null = Discord did not tell. */
    redirect_uris: readonly string[] | null
    /** Where webhook events are sent, and which; null = Discord did not tell. */
    event_webhooks: { url: string | null; is_on: boolean; types: readonly string[] } | null
  } | null
  /** Whether Discord knows the client id with this secret. */
  knows_client: boolean
}

export interface CheckedOptions {
  client_id: string
  /** Null = webhook events are not used. */
  public_key: string | null
  /** As it must be registered in Discord's portal, to the letter. */
  redirect_uri: string
  /** Pages that end a sign-in with Discord, to be registered as well; null = the store has none, or it runs as another application. */
  sign_in_pages: readonly string[] | null
  /** Where Discord is to send webhook events. */
  webhook_url: string
}

export const APPLICATION_CHECK_IDS = [
  "bot_token",
  "client_id",
  "client_secret",
  "redirect_uri",
  "sign_in_page",
  "public_key",
  "webhook_events",
  "unasked",
  "sweep",
  "chores",
  "other_processes",
  "shared_locks",
  "missing_index",
  "older_key",
  "lost_key",
  "address",
  "gateway",
] as const
export type ApplicationCheckId = (typeof APPLICATION_CHECK_IDS)[number]

export interface ApplicationCheck {
  id: ApplicationCheckId
  ok: boolean
  message: Message
  /** What to do; null when all is well. */
  fix: Message | null
}

/** Holds each option against what Discord says. What cannot be told, because an option before it is wrong, is left out. */
export function applicationChecks(
  { bot_application, knows_client }: ApplicationFacts,
  { client_id, public_key, redirect_uri, sign_in_pages, webhook_url }: CheckedOptions,
): ApplicationCheck[] {
  const token = check("bot_token", bot_application !== null, {
    good: say("application.token_ok"),
    bad: say("application.token_refused"),
    fix: say("application.token_fix"),
  })
  const secret = check("client_secret", knows_client, {
    good: say("application.secret_ok"),
    bad: say("application.secret_refused"),
    fix: say("application.secret_fix"),
  })
  if (!bot_application) {
    return [token, secret]
  }
  const isSame = bot_application.id === client_id
  const client = check("client_id", isSame, {
    good: say("application.client_ok"),
    bad: say("application.client_other"),
    fix: say("application.client_fix", { bot_id: bot_application.id, client_id }),
  })
  if (!isSame) {
    // Whatever else is registered there is registered for the wrong application.
    return [token, client, secret]
  }
  const { redirect_uris, verify_key, event_webhooks } = bot_application
  return [
    token,
    client,
    secret,
    ...(redirect_uris ? [redirectCheck(redirect_uris.includes(redirect_uri), redirect_uri)] : []),
    ...(redirect_uris && sign_in_pages ? [signInCheck(redirect_uris, sign_in_pages)] : []),
    ...(public_key === null ? [] : [keyCheck(verify_key === public_key.toLowerCase())]),
    ...(public_key === null || !event_webhooks ? [] : [eventsCheck(event_webhooks, webhook_url)]),
  ]
}

/**
 * Whether somebody does the store's regular work: told only when nobody does.
 *
 * @param silentMs since it was last done, or since somebody began to wait for it
 */
export function sweepChecks(silentMs: number): ApplicationCheck[] {
  const silent: ApplicationCheck = {
    id: "sweep",
    ok: false,
    message: say("application.sweep_silent"),
    fix: say("application.sweep_fix"),
  }
  return isSwept(silentMs) ? [] : [silent]
}

/** Whether regular work comes to an end: told only of what does not. */
export function choreChecks(ages: readonly ChoreAge[]): ApplicationCheck[] {
  const chores = stuckChores(ages).join(", ")
  const stuck: ApplicationCheck = {
    id: "chores",
    ok: false,
    message: say("application.chores_stuck", { chores }),
    fix: say("application.chores_fix"),
  }
  return chores === "" ? [] : [stuck]
}

/**
 * Whether the store's other processes may work: told only when one may not. Of itself the process that is asked says so by its own
 * check of the bot token.
 */
export function processChecks(others: readonly TokenState[]): ApplicationCheck[] {
  const processes = others.filter(({ status }) => status === "refused").length
  const stopped: ApplicationCheck = {
    id: "other_processes",
    ok: false,
    message: say("application.others_refused", { processes }),
    fix: say("application.others_fix"),
  }
  return processes > 0 ? [stopped] : []
}

/** Whether processes run side by side that do not see each other's locks: told only when they do. */
export function lockChecks(running: Running): ApplicationCheck[] {
  const own: ApplicationCheck = {
    id: "shared_locks",
    ok: false,
    message: say("application.locks_own", { processes: running.processes }),
    fix: say("application.locks_fix"),
  }
  return locksCollide(running) ? [own] : []
}

/** Whether what changed in Medusa's tables is found at no cost: told only when one has grown and no index leads to it. */
export function indexChecks(tables: readonly TableState[]): ApplicationCheck[] {
  const statements = missingIndexes(tables)
  const missing: ApplicationCheck = {
    id: "missing_index",
    ok: false,
    message: say("application.index_missing"),
    fix: say("application.index_fix", { statements: statements.join(" ") }),
  }
  return statements.length > 0 ? [missing] : []
}

/** For the log. @param until when the first call looks whether it is over: Unix ms; null = it is */
export function barWords(until: number | null): string {
  return until === null
    ? "Discord takes calls from the address of this machine again"
    : `Discord's edge (Cloudflare) refuses the address of this machine: it made too many calls, or others who share it did. Nothing is sent until ${new Date(until).toISOString()}; then one call looks, ever more rarely while it is refused, after an hour at most.`
}

/** While the address of this machine is barred, nothing else can be told of the application. */
export function addressChecks(): ApplicationCheck[] {
  const message = say("application.address_barred")
  return [{ id: "address", ok: false, message, fix: say("application.address_fix") }]
}

/** Discord could not be asked. @param message why */
export function unaskedChecks(message: Message): ApplicationCheck[] {
  return [{ id: "unasked", ok: false, message, fix: say("application.unasked_fix") }]
}

/** Customers' token pairs that are not sealed with the newest key. */
export interface SealCounts {
  /** Under an older key that is still there. */
  stale: number
  /** Under a key that is not. */
  lost: number
}

/** Whether an older encryption key is still needed: told only while one is. */
export function sealChecks({ stale, lost }: SealCounts): ApplicationCheck[] {
  const lostOnes: ApplicationCheck = {
    id: "lost_key",
    ok: false,
    message: say("application.seals_lost", { customers: lost }),
    fix: say("application.seals_lost_fix"),
  }
  const staleOnes: ApplicationCheck = {
    id: "older_key",
    ok: false,
    message: say("application.seals_older", { customers: stale }),
    fix: say("application.seals_older_fix"),
  }
  return [...(lost > 0 ? [lostOnes] : []), ...(stale > 0 ? [staleOnes] : [])]
}

function redirectCheck(ok: boolean, redirectUri: string): ApplicationCheck {
  return check("redirect_uri", ok, {
    good: say("application.redirect_ok"),
    bad: say("application.redirect_unknown"),
    fix: say("application.redirect_fix", { redirect_uri: redirectUri }),
  })
}

function signInCheck(redirectUris: readonly string[], pages: readonly string[]): ApplicationCheck {
  const unknown = pages.filter((page) => !redirectUris.includes(page))
  return check("sign_in_page", unknown.length === 0, {
    good: say("application.sign_in_ok"),
    bad: say("application.sign_in_unknown"),
    fix: say("application.sign_in_fix", { redirect_uris: unknown.join(", ") }),
  })
}

function keyCheck(ok: boolean): ApplicationCheck {
  return check("public_key", ok, {
    good: say("application.key_ok"),
    bad: say("application.key_other"),
    fix: say("application.key_fix"),
  })
}

/** Discord switches them off by itself, too, when the address did not answer for long. */
function eventsCheck(
  { url, is_on, types }: { url: string | null; is_on: boolean; types: readonly string[] },
  webhookUrl: string,
): ApplicationCheck {
  const isTold = types.includes(ApplicationWebhookEventType.ApplicationDeauthorized)
  return check("webhook_events", is_on && isTold && url === webhookUrl, {
    good: say("application.events_ok"),
    bad: say("application.events_off"),
    fix: say("application.events_fix", { webhook_url: webhookUrl }),
  })
}

/** @param status as Discord tells it */
export function sendsEvents(status: number | undefined): boolean {
  return status === Number(ApplicationWebhookEventStatus.Enabled)
}

function check(
  id: ApplicationCheckId,
  ok: boolean,
  words: { good: Message; bad: Message; fix: Message },
): ApplicationCheck {
  return { id, ok, message: ok ? words.good : words.bad, fix: ok ? null : words.fix }
}
