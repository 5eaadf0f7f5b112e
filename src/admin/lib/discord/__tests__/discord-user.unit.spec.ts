import { avatarUrl, discordName, isDiscordUserId } from "../discord-user"

describe("a Discord user's id", () => {
  it.each([
    ["80351110224678912", true],
    ["1234567890123456789", true],
    ["18446744073709551615", true],
    ["18446744073709551616", false],
    ["1234567890123456", false],
    ["123456789012345678901", false],
    ["ada#0001", false],
    ["@ada", false],
    ["80351110224678912 ", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(isDiscordUserId(text)).toBe(expected)
  })
})

it("is called what Discord shows", () => {
  expect(discordName({ username: "ada.l", global_name: "Ada" })).toBe("Ada")
  expect(discordName({ username: "ada.l", global_name: null })).toBe("ada.l")
})

it("has a picture only where there is one", () => {
  expect(avatarUrl({ discord_user_id: "7", avatar: "hash" })).toBe(
    "https://cdn.discordapp.com/avatars/7/hash.png?size=64",
  )
  expect(avatarUrl({ discord_user_id: "7", avatar: null })).toBeUndefined()
})
