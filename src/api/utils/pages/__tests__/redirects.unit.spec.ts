import { isAllowedRedirect, withQuery } from "../redirects"

const ALLOWED = [
  "https://store.example/account",
  "http://localhost:8000/",
  "https://eu.example/a/b",
]

describe("where a browser may be sent", () => {
  it.each([
    ["a configured page", "https://store.example/account"],
    ["with a slash at its end", "https://store.example/account/"],
    ["with a query", "https://store.example/account?tab=discord"],
    ["with a fragment", "https://store.example/account#discord"],
    ["with the host in capitals", "https://STORE.example/account"],
    ["with the port that https has anyway", "https://store.example:443/account"],
    ["a front page", "http://localhost:8000"],
    ["a page that dots lead back to", "https://store.example/account/orders/.."],
    ["another of the configured pages", "https://eu.example/a/b"],
  ])("%s", (_case, target) => {
    expect(isAllowedRedirect(target, ALLOWED)).toBe(true)
  })

  it.each([
    ["another site", "https://evil.example/account"],
    ["another page of the site", "https://store.example/admin"],
    ["a page below", "https://store.example/account/orders"],
    ["a page that only begins alike", "https://store.example/accounts"],
    ["the page in other letters: paths tell them apart", "https://store.example/Account"],
    ["the site's front page", "https://store.example/"],
    ["a page of one site with the host of another", "https://eu.example/account"],
    ["plain http", "http://store.example/account"],
    ["another port", "https://store.example:8443/account"],
    ["a subdomain", "https://www.store.example/account"],
    ["a site whose name begins alike", "https://store.example.evil.example/account"],
    ["a site whose name ends alike", "https://evilstore.example/account"],
    ["a user name that looks like the site", "https://store.example@evil.example/account"],
    ["a user name before the site", "https://evil@store.example/account"],
    ["a password before the site", "https://:evil@store.example/account"],
    ["a backslash that browsers read as a slash", "https://evil.example\\@store.example/account"],
    ["dots that lead elsewhere", "https://store.example/account/../admin"],
    ["encoded dots that lead elsewhere", "https://store.example/account/%2e%2e/admin"],
    ["a script", "javascript:alert(1)//https://store.example/account"],
    ["data", "data:text/html,https://store.example/account"],
    ["a path", "/account"],
    ["a path with the protocol left out", "//store.example/account"],
    ["no URL", "store.example/account"],
    ["nothing", ""],
  ])("not %s", (_case, target) => {
    expect(isAllowedRedirect(target, ALLOWED)).toBe(false)
  })

  it("nowhere, when no page is configured", () => {
    expect(isAllowedRedirect("https://store.example/account", [])).toBe(false)
  })
})

describe("the page with a query parameter", () => {
  it.each([
    ["none before", "https://store.example/account", "https://store.example/account?discord=ok"],
    [
      "another before",
      "https://store.example/account?tab=1",
      "https://store.example/account?tab=1&discord=ok",
    ],
    [
      "the same before: it is replaced",
      "https://store.example/account?discord=old",
      "https://store.example/account?discord=ok",
    ],
    [
      "a fragment, which stays last",
      "https://store.example/account#tab",
      "https://store.example/account?discord=ok#tab",
    ],
  ])("%s", (_case, target, expected) => {
    expect(withQuery(target, { discord: "ok" })).toBe(expected)
  })

  it("escapes what would end the parameter", () => {
    const page = withQuery("https://store.example/", { discord_message: "a&b=c#d <script>" })
    expect(page).not.toContain("<")
    expect(new URL(page).searchParams.get("discord_message")).toBe("a&b=c#d <script>")
    expect(new URL(page).hash).toBe("")
  })

  it("leaves the page alone without parameters", () => {
    expect(withQuery("https://store.example/account?tab=1", {})).toBe(
      "https://store.example/account?tab=1",
    )
  })
})
