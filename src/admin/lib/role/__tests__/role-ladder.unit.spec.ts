import { roleLadder } from "../role-ladder"

type Role = Parameters<typeof roleLadder>[0][number]

const role = (name: string, over: Partial<Role> = {}): Role => ({
  role_id: name,
  name,
  color: 0,
  reason: null,
  variant_count: 0,
  ...over,
})
const mapped = (name: string, over: Partial<Role> = {}) => role(name, { variant_count: 1, ...over })
const bot = role("Bot", { reason: "managed" })
const everyone = role("@everyone", { reason: "everyone" })

const draw = (...roles: Role[]) =>
  roleLadder(roles, "Bot").map((rung) => {
    switch (rung.kind) {
      case "target":
        return "here"
      case "others":
        return rung.count
      case "bot":
        return "Bot"
      case "role":
        return `${rung.role.name}${rung.out_of_reach ? "!" : ""}`
    }
  })

describe("the drawing of a server's roles", () => {
  it.each([
    [
      "a bot above all that is sold",
      [bot, mapped("Gold"), mapped("Silver"), everyone],
      ["Bot", "Gold", "Silver"],
    ],
    [
      "a bot below one of them is to be dragged above it",
      [mapped("Gold", { reason: "above_bot" }), bot, mapped("Silver"), everyone],
      ["here", "Gold!", "Bot", "Silver"],
    ],
    [
      "above the highest that is sold, not above everything",
      [
        role("Owner", { reason: "above_bot" }),
        role("Admin", { reason: "above_bot" }),
        mapped("Gold", { reason: "above_bot" }),
        role("Helper", { reason: "above_bot" }),
        mapped("Silver", { reason: "above_bot" }),
        bot,
        everyone,
      ],
      [2, "here", "Gold!", 1, "Silver!", "Bot"],
    ],
    [
      "what was deleted is nowhere",
      [bot, mapped("Gold", { reason: "deleted" }), mapped("Silver"), everyone],
      ["Bot", "Silver"],
    ],
    ["nothing sold yet", [role("Gold"), bot, everyone], [1, "Bot"]],
    [
      "a mapped role that Discord manages needs no other place",
      [mapped("Booster", { reason: "managed" }), bot],
      ["Booster", "Bot"],
    ],
  ])("%s", (_case, roles, expected) => {
    expect(draw(...roles)).toEqual(expected)
  })
})
