import { DiscordAuthProvider } from "../provider"
import { parseSignInOptions } from "../options"

const GIVEN = {
  clientId: "112233445566778899",
  clientSecret: "s3cr3t-of-oauth",
  encryptionKey: "0f1e".repeat(16),
  callbackUrl: "https://store.example/sign-in/discord",
}

function messageOf(raw: unknown): string {
  try {
    parseSignInOptions(raw)
    return ""
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe("the options of signing in with Discord", () => {
  it("are the plugin's, with a page or several to come back to", () => {
    expect(parseSignInOptions(GIVEN)).toEqual({
      ...GIVEN,
      encryptionKey: [{ id: "default", key: GIVEN.encryptionKey }],
      callbackUrl: [GIVEN.callbackUrl],
      apiUrl: "https://discord.com/api",
      webUrl: "https://discord.com",
    })
    const two = [GIVEN.callbackUrl, "https://store.example/anmelden"]
    expect(parseSignInOptions({ ...GIVEN, callbackUrl: two }).callbackUrl).toEqual(two)
  })

  it("name every wrong field in one error, and no value", () => {
    const message = messageOf({
      clientId: "my-app",
      encryptionKey: "s3cr3t",
      callbackUrl: "/sign-in",
      botToken: "t0ken",
    })
    expect(message.split("\n")).toEqual([
      "Signing in with Discord cannot start, the options of medusa-plugin-discord-roles/providers/auth-discord in medusa-config.ts are wrong:",
      expect.stringContaining("clientId is not an Application ID"),
      expect.stringContaining("clientSecret is missing: copy it from OAuth2"),
      expect.stringContaining("encryptionKey must be 32 bytes"),
      expect.stringContaining("callbackUrl must hold full http(s) URLs: give the storefront page"),
      "  - botToken is not an option of signing in with Discord",
    ])
    expect(message).not.toMatch(/my-app|s3cr3t|t0ken/)
  })

  it.each([
    [undefined, "callbackUrl is missing: give the storefront page"],
    ["", "callbackUrl must hold full http(s) URLs"],
    [[], "callbackUrl is empty: list the storefront page"],
    [["javascript:alert(1)"], "http(s) URL"],
    [7, "callbackUrl must be a text or a list, not a number"],
  ])("of the page %j: %s", (callbackUrl, message) => {
    expect(messageOf({ ...GIVEN, callbackUrl })).toContain(message)
  })

  it("stop the boot, though there are none at all", () => {
    expect(() => DiscordAuthProvider.validateOptions(undefined as never)).toThrow(
      /clientId is missing[\s\S]*callbackUrl is missing/,
    )
  })
})
