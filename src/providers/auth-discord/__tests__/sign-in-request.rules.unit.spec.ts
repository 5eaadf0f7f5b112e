import { callbackUrlOf, comingBackIn, isOfCustomers } from "../sign-in-request.rules"

describe("whom a sign-in is for", () => {
  it.each([
    "/auth/customer/discord",
    "/auth/customer/discord/",
    "/auth/customer/discord?x=/auth/user/discord",
    "/auth/customer/discord/callback?code=c&state=s",
    "/auth/customer/discord/callback/",
  ])("a customer: %s", (url) => {
    expect(isOfCustomers({ url })).toBe(true)
  })

  it.each([
    "/auth/user/discord",
    "/auth/user/discord/callback?code=c",
    "/auth/USER/discord/callback",
    "/AUTH/user/discord/callback",
    "/auth/%75ser/discord/callback",
    "/auth/vendor/discord/callback",
    "/auth/user/discord/callback?x=/auth/customer/discord/callback",
    "/auth/user/discord/callback#/auth/customer/discord/callback",
    "/auth/customer/../user/discord/callback",
    "//auth/customer/discord/callback",
    "/custom",
    "",
  ])("nobody else: %s", (url) => {
    expect(isOfCustomers({ url })).toBe(false)
  })

  it("nobody, when the request does not say", () => {
    expect(isOfCustomers({})).toBe(false)
  })
})

describe("the page that Discord sends the browser back to", () => {
  const PAGES = ["https://store.example/sign-in", "https://store.example/anmelden"] as const

  it.each([
    [undefined, PAGES[0]],
    [{}, PAGES[0]],
    [{ callback_url: PAGES[1] }, PAGES[1]],
    [{ callback_url: `${PAGES[1]}?a=b` }, null],
    [{ callback_url: `${PAGES[1]}/` }, null],
    [{ callback_url: "https://evil.example" }, null],
    [{ callback_url: "" }, null],
    [{ callback_url: [PAGES[0]] }, null],
    [{ callback_url: null }, null],
  ])("of %j is %j", (body, page) => {
    const request = body === undefined ? {} : { body: body as Record<string, string> }
    expect(callbackUrlOf(request, PAGES)).toBe(page)
  })
})

describe("what Discord gave the browser", () => {
  it("is passed on in the address or in the body", () => {
    const given = { state: "s", code: "c" }
    expect(comingBackIn({ query: given })).toEqual(given)
    expect(comingBackIn({ body: given, query: {} })).toEqual(given)
    expect(comingBackIn({ query: { state: "s", error: "access_denied" } })).toEqual({
      state: "s",
      error: "access_denied",
    })
  })

  it.each([
    {},
    { code: "c" },
    { state: "" },
    { state: ["a", "b"], code: "c" },
    { state: { a: "b" }, code: "c" },
    { state: "s", code: ["c"] },
    { state: "s".repeat(201), code: "c" },
  ])("is nothing in %j", (query) => {
    expect(comingBackIn({ query: query as Record<string, string> })).toBeNull()
  })
})
