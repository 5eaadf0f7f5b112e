import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js"
import { inspect } from "node:util"
import { DiscordFailure, toFailure } from "../errors"

const URL_OF_MEMBER =
  "https://discord.com/api/v10/guilds/112233445566778899/members/998877665544332211"
const TOKEN = "access-token-of-a-customer"
const BODY = { body: { access_token: TOKEN }, files: undefined }

const refusal = (status: number, code: number | string, message: string) =>
  new DiscordAPIError({ code: Number(code), message }, code, status, "PUT", URL_OF_MEMBER, BODY)

const oauthRefusal = (error: string, error_description?: string) =>
  new DiscordAPIError({ error, error_description }, error, 400, "POST", URL_OF_MEMBER, BODY)

const rateLimit = (retryAfter: number) =>
  new RateLimitError({
    timeToReset: retryAfter,
    limit: 10,
    method: "PUT",
    hash: "bucket",
    url: URL_OF_MEMBER,
    route: "/guilds/:id/members/:id",
    majorParameter: "112233445566778899",
    global: false,
    retryAfter,
    sublimitTimeout: 0,
    scope: "user",
  })

const httpError = (status: number) =>
  new HTTPError(status, "Bad Gateway", "PUT", URL_OF_MEMBER, BODY)

/** As fetch throws it: its code is a number, and says nothing. */
const abortError = () => Object.assign(new Error("aborted"), { name: "AbortError", code: 20 })

const networkError = (code: string) => Object.assign(new Error(`connect ${TOKEN}`), { code })

describe("what Discord answered", () => {
  it.each([
    [
      "a refusal keeps its status and code",
      refusal(403, 50013, "Missing Permissions"),
      403,
      50013,
      null,
    ],
    ["a refusal without a code of its own", refusal(401, 0, "401: Unauthorized"), 401, 0, null],
    [
      "OAuth's word is the code",
      oauthRefusal("invalid_grant", "Invalid refresh token"),
      400,
      "invalid_grant",
      null,
    ],
    ["an answer that is not JSON has a status only", httpError(502), 502, null, null],
    ["a rate limit keeps the time to wait, in ms", rateLimit(2_500), 429, null, 2_500],
    ["a rate limit that names no time leaves it to the backoff", rateLimit(0), 429, null, null],
  ])("%s", (_case, error, status, code, retry_after_ms) => {
    expect(toFailure(error)).toMatchObject({ status, code, retry_after_ms })
  })

  it("keeps the first line of Discord's words, without the list of fields", () => {
    const error = new DiscordAPIError(
      {
        code: 50035,
        message: "Invalid Form Body",
        errors: { access_token: { _errors: [{ code: "BASE_TYPE", message: `not ${TOKEN}` }] } },
      },
      50035,
      400,
      "PUT",
      URL_OF_MEMBER,
      BODY,
    )
    expect(toFailure(error).message).toBe("Invalid Form Body")
  })
})

describe("what is no answer of Discord's", () => {
  it.each([
    ["a connection that was reset", networkError("ECONNRESET"), "ECONNRESET"],
    ["a name that does not resolve", networkError("ENOTFOUND"), "ENOTFOUND"],
    ["undici's own timeout", networkError("UND_ERR_CONNECT_TIMEOUT"), "UND_ERR_CONNECT_TIMEOUT"],
    ["a timeout of the client", abortError(), "AbortError"],
    ["a client without its token", new Error("Expected token to be set"), "Error"],
    ["something thrown that is no error", "out of order", "Unknown error"],
    ["nothing at all", undefined, "Unknown error"],
  ])("%s has neither status nor code", (_case, error, message) => {
    expect(toFailure(error)).toMatchObject({
      status: null,
      code: null,
      retry_after_ms: null,
      message,
    })
  })
})

it.each([
  ["a refusal", refusal(403, 50025, "Invalid OAuth2 access token")],
  ["an OAuth refusal", oauthRefusal("invalid_grant")],
  ["an HTTP error", httpError(502)],
  ["a network error", networkError("ECONNRESET")],
])("%s never carries the customer's token along", (_case, error) => {
  const failure = toFailure(error)
  const logged = `${inspect(failure, { depth: 9, showHidden: true })}${JSON.stringify(failure)}`
  expect(logged).not.toContain(TOKEN)
})

describe("a mistake of the program", () => {
  const thrownBy = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      return error
    }
    throw new Error("nothing was thrown")
  }

  it.each<[string, unknown]>([
    ["half a character in an address", thrownBy(() => encodeURIComponent("\ud83d"))],
    ["a value that is not what it should be", new TypeError("x is not a function")],
    ["a number out of range", new RangeError("Invalid count value")],
    [
      "something the HTTP client cannot send",
      Object.assign(new Error("invalid header"), { code: "UND_ERR_INVALID_ARG" }),
    ],
  ])("%s is not taken for a Discord that does not answer", (_case, mistake) => {
    expect(thrownBy(() => toFailure(mistake))).toBe(mistake)
  })

  it("is not what fetch throws when the network fails", () => {
    const error = new TypeError("fetch failed", { cause: networkError("ECONNREFUSED") })
    expect(toFailure(error)).toMatchObject({ status: null, code: null })
  })

  it("is not a broken answer of Discord's", () => {
    const error = thrownBy(() => JSON.parse("{"))
    expect(toFailure(error)).toMatchObject({ status: null, code: null })
  })
})

it("an answer that is no JSON of Discord's has no code", () => {
  const error = new DiscordAPIError(
    {} as { code: number; message: string },
    undefined as unknown as number,
    403,
    "PUT",
    URL_OF_MEMBER,
    BODY,
  )
  expect(toFailure(error)).toMatchObject({ status: 403, code: null })
})

it("keeps Discord's own words of a refusal, as they may be shown", () => {
  const failure = toFailure(refusal(403, 150_009, "Verify your \u202e e-mail.\nBearer secret"))
  expect(failure).toMatchObject({ code: 150_009, said: "Verify your e-mail." })
})

it("a failure stays the failure it is", () => {
  const failure = new DiscordFailure(404, 10007, null, "Unknown Member")
  expect(toFailure(failure)).toBe(failure)
  expect(failure).toBeInstanceOf(Error)
  expect(failure.name).toBe("DiscordFailure")
})
