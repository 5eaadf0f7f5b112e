import { render, say } from "../../../../messages"
import {
  applicationChecks,
  barWords,
  processChecks,
  type ApplicationFacts,
} from "../application-checks.rules"

const CLIENT = "1100000000000000001"
const OTHER = "1100000000000000002"
const REDIRECT = "https://shop.example/discord/oauth/callback"
const EVENTS = "https://shop.example/discord/webhook"
const DEAUTHORIZED = "APPLICATION_DEAUTHORIZED"
const KEY = "ab".repeat(32)
const SIGN_IN = "https://shop.example/sign-in/discord"
const OPTIONS = {
  client_id: CLIENT,
  public_key: null,
  redirect_uri: REDIRECT,
  sign_in_pages: null,
  webhook_url: EVENTS,
}

const known = {
  id: CLIENT,
  verify_key: KEY,
  redirect_uris: [REDIRECT],
  event_webhooks: null,
}

const facts = (over: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  bot_application: known,
  knows_client: true,
  ...over,
})

const registered = (redirect_uris: string[] | null) =>
  facts({ bot_application: { ...known, redirect_uris } })

describe("the options against what Discord says", () => {
  it.each([
    [
      "all is well",
      facts(),
      {},
      { bot_token: true, client_id: true, client_secret: true, redirect_uri: true },
    ],
    [
      "a wrong bot token leaves what only it can tell",
      facts({ bot_application: null }),
      {},
      { bot_token: false, client_secret: true },
    ],
    [
      "a wrong secret",
      facts({ knows_client: false }),
      {},
      { bot_token: true, client_id: true, client_secret: false, redirect_uri: true },
    ],
    [
      "the bot of another application",
      facts({ bot_application: { ...known, id: OTHER } }),
      {},
      { bot_token: true, client_id: false, client_secret: true },
    ],
    [
      "a redirect URI that differs by a slash",
      registered([`${REDIRECT}/`]),
      {},
      { bot_token: true, client_id: true, client_secret: true, redirect_uri: false },
    ],
    [
      "redirect URIs that Discord does not tell of",
      registered(null),
      {},
      { bot_token: true, client_id: true, client_secret: true },
    ],
    [
      "the right public key, in capitals",
      facts(),
      { public_key: KEY.toUpperCase() },
      {
        bot_token: true,
        client_id: true,
        client_secret: true,
        redirect_uri: true,
        public_key: true,
      },
    ],
    [
      "a wrong public key",
      facts(),
      { public_key: "cd".repeat(32) },
      {
        bot_token: true,
        client_id: true,
        client_secret: true,
        redirect_uri: true,
        public_key: false,
      },
    ],
  ])("%s", (_case, given, options, expected) => {
    const checks = applicationChecks(given, { ...OPTIONS, ...options })
    expect(Object.fromEntries(checks.map(({ id, ok }) => [id, ok]))).toEqual(expected)
    for (const { ok, fix } of checks) {
      expect(fix === null).toBe(ok)
    }
  })

  it("names the pages of a sign-in that are missing, and no others", () => {
    const options = { ...OPTIONS, sign_in_pages: [SIGN_IN, `${SIGN_IN}/de`] }
    const checkOf = (uris: string[]) =>
      applicationChecks(registered(uris), options).find(({ id }) => id === "sign_in_page")
    expect(checkOf([REDIRECT, ...options.sign_in_pages])).toMatchObject({ ok: true, fix: null })
    expect(checkOf([REDIRECT, SIGN_IN])?.fix).toEqual(
      say("application.sign_in_fix", { redirect_uris: `${SIGN_IN}/de` }),
    )
    expect(checkOf([])?.fix).toEqual(
      say("application.sign_in_fix", { redirect_uris: `${SIGN_IN}, ${SIGN_IN}/de` }),
    )
  })

  it.each([
    ["on", { url: EVENTS, is_on: true, types: [DEAUTHORIZED] }, true],
    [
      "off, or switched off by Discord",
      { url: EVENTS, is_on: false, types: [DEAUTHORIZED] },
      false,
    ],
    ["sent elsewhere", { url: `${EVENTS}/`, is_on: true, types: [DEAUTHORIZED] }, false],
    ["others", { url: EVENTS, is_on: true, types: ["APPLICATION_AUTHORIZED"] }, false],
    ["nowhere yet", { url: null, is_on: false, types: [] }, false],
    ["not told of by Discord", null, undefined],
  ])("webhook events that are %s", (_case, event_webhooks, expected) => {
    const given = facts({ bot_application: { ...known, event_webhooks } })
    const okOf = (public_key: string | null) =>
      applicationChecks(given, { ...OPTIONS, public_key }).find(({ id }) => id === "webhook_events")
    expect(okOf(KEY)?.ok).toBe(expected)
    // Who set no key wants none.
    expect(okOf(null)).toBeUndefined()
  })

  it("names the redirect URI to the letter where it is missing", () => {
    const check = applicationChecks(registered([]), OPTIONS).find(({ id }) => id === "redirect_uri")
    expect(check?.fix).toEqual(say("application.redirect_fix", { redirect_uri: REDIRECT }))
    expect(check?.fix && render(check.fix)).toContain(REDIRECT)
  })
})

it("the log says until when nothing is sent from an address that is refused, and when that is over", () => {
  expect(barWords(Date.UTC(2026, 0, 1, 12))).toMatch(
    /^Discord's edge .* until 2026-01-01T12:00:00\.000Z;/,
  )
  expect(barWords(null)).toContain("again")
})

describe("the store's other processes", () => {
  const seen_at = new Date("2026-11-28T06:00:00Z")
  it.each([
    ["there are none", [], []],
    ["they may work, or have not tried", ["accepted", "unknown"], []],
    ["Discord refuses the token of two of them", ["refused", "accepted", "refused"], [2]],
  ] as const)("are told of only when one may not work: %s", (_case, statuses, told) => {
    const checks = processChecks(statuses.map((status) => ({ status, seen_at })))
    expect(checks.map(({ ok }) => ok)).toEqual(told.map(() => false))
    expect(checks.map(({ message }) => message.params)).toEqual(
      told.map((processes) => ({ processes })),
    )
  })
})
