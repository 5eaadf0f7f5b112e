/** What the dashboard's bundler puts in: where the store answers. */
Object.assign(globalThis, {
  __BACKEND_URL__: "/",
  __AUTH_TYPE__: "session",
  __JWT_TOKEN_STORAGE_KEY__: "",
})

const TEXTS = { forbidden: "forbidden", tooLarge: "too large", unreachable: "unreachable" }

describe("why a request was not carried out", () => {
  it.each<[string, (number | string)[], string]>([
    ["its own words", [400, "Not that"], "Not that"],
    ["the role", [403, "Forbidden"], "forbidden"],
    ["its size, which no route could name", [413, "request entity too large"], "too large"],
    ["the way to the store", [], "unreachable"],
  ])("is told by %s", async (_name, [status, message], words) => {
    const { errorMessage } = await import("../error-message")
    const { RefusedRequest } = await import("../../request")
    const error =
      status === undefined
        ? new TypeError("Failed to fetch")
        : new RefusedRequest({ status: Number(status), statusText: "x" }, { message: `${message}` })
    expect(errorMessage(error, TEXTS, () => "detail")).toBe(words)
  })
})
