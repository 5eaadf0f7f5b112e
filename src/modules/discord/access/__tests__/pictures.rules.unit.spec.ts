import { avatarUrl, serverIconUrl } from "../pictures.rules"

const CDN = "https://cdn.discordapp.com"
const HASH = "a_0123456789abcdef0123456789abcdef"

describe("Discord's pictures", () => {
  it("are at Discord, by a hash as Discord makes them, and do not move", () => {
    expect(avatarUrl("7", HASH)).toBe(`${CDN}/avatars/7/${HASH}.png?size=128`)
    expect(serverIconUrl("8", HASH)).toBe(`${CDN}/icons/8/${HASH}.png?size=128`)
  })

  it.each([null, "", "../x", 'a"b', "a b", "x".repeat(65)])("are none for %j", (none) => {
    expect(avatarUrl("80351110224678912", none)).toMatch(
      /^https:\/\/cdn\.discordapp\.com\/embed\/avatars\/[0-5]\.png$/,
    )
    expect(serverIconUrl("8", none)).toBeNull()
  })
})
