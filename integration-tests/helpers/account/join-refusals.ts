import type { Fault } from "../../discord-sandbox"

/** The call that brings somebody into a server. */
export const JOIN = { method: "PUT", route: "/guilds/:guild/members/:user" }

/** What Discord, or something before it, may answer at once instead of bringing somebody in. */
export const PROMPT_REFUSALS: [string, Fault][] = [
  ["a refusal of a kind nobody knows", { status: 403, code: 150009, message: "Not this one" }],
  ["a refusal that is known", { status: 403, code: 40007 }],
  ["an account in too many servers", { status: 403, code: 30001 }],
  ["a limit of the account", { status: 403, code: 340015 }],
  ["a bad request with a code nobody knows", { status: 400, code: 150010 }],
  ["a malformed request", { status: 400, code: 50035 }],
  ["a server that is full", { status: 403, code: 30019 }],
  ["a limit of roles", { status: 400, code: 30005 }],
  ["two-factor authentication", { status: 403, code: 60003 }],
  ["an unknown server", { status: 404, code: 10004 }],
  ["a server without access", { status: 403, code: 50001 }],
  ["a missing permission", { status: 403, code: 50013 }],
  ["a refused bot token", { status: 401, message: "401: Unauthorized" }],
  ["an invalid bot token", { status: 403, code: 50014 }],
  ["a refused User-Agent", { status: 403, code: 40333 }],
  ["a page of something before Discord", { status: 403, body: "<html>Denied</html>" }],
  ["503s", { status: 503 }],
  ["cut connections", { drop: "before" }],
]

/** Those, and what makes the next join wait. */
export const JOIN_REFUSALS: [string, Fault][] = [
  ...PROMPT_REFUSALS,
  ["no answer in time", { delay_ms: 60_000, drop: "before" }],
  [
    "a full bucket",
    { status: 429, headers: { "X-RateLimit-Scope": "user", "Retry-After": "60" }, body: "{}" },
  ],
]
