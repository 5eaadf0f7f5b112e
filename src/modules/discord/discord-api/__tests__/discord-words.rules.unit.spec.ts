import fc from "fast-check"
import { cutTo, discordWords } from "../discord-words.rules"

describe("what Discord said", () => {
  it.each<[string, unknown, string | null]>([
    ["is shown as it is", "Unknown User", "Unknown User"],
    ["is one line", "Invalid Form Body\naccess_token: secret", "Invalid Form Body"],
    ["has no control characters", "a\u0000b\u001b[31mc\u202ed", "a b [31mc d"],
    ["keeps ids", "Unknown role 1234567890123456789", "Unknown role 1234567890123456789"],
    ["hides what may be a token", `Bad token ${"aB3".repeat(10)}!`, "Bad token ***!"],
    ["hides a bot token", "Bot MTIzNDU2Nzg5.GabcdE.abcdefghijklmnopqrstu", "Bot ***"],
    ["may be nothing", "  \n", null],
    ["is a text", { message: "x" }, null],
    ["is a text, if any", undefined, null],
  ])("%s", (_case, said, shown) => {
    expect(discordWords(said)).toBe(shown)
  })

  it("is short, and well formed, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (said) => {
        const shown = discordWords(said) ?? ""
        expect(shown.length).toBeLessThanOrEqual(200)
        expect(() => encodeURIComponent(shown)).not.toThrow()
      }),
    )
  })
})

describe("a text that is cut", () => {
  it.each(["😀", "🏳️‍🌈", "é", "a"])("never ends inside a character (%s)", (character) => {
    for (let before = 0; before < 4; before++) {
      const cut = cutTo("x".repeat(before) + character.repeat(600), 512)
      expect(cut.length).toBeLessThanOrEqual(512)
      expect(cut.length).toBeGreaterThan(509)
      expect(() => encodeURIComponent(cut)).not.toThrow()
    }
  })

  it("is whole when it is short, but for halves of characters", () => {
    expect(cutTo("order 1 😀", 512)).toBe("order 1 😀")
    expect(cutTo("a\ud83db", 512)).toBe("a\ufffdb")
  })
})
