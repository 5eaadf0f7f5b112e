import { areKnown, isAllowed, type StoreAnswers } from "../rights"

const answers = (given: Partial<StoreAnswers>): StoreAnswers => ({
  usesRoles: undefined,
  hasAnswered: false,
  permissions: undefined,
  ...given,
})
const reads = ["discord_server:read", "discord_membership:read"]

it.each([
  ["the store has said nothing", answers({}), false, false],
  ["the store does not use roles", answers({ usesRoles: false, hasAnswered: true }), true, true],
  ["the store could not be asked", answers({ hasAnswered: true }), true, true],
  ["the role is not read yet", answers({ usesRoles: true, hasAnswered: true }), false, false],
  [
    "the role allows it",
    answers({ usesRoles: true, hasAnswered: true, permissions: reads }),
    true,
    true,
  ],
  [
    "the role allows nothing",
    answers({ usesRoles: true, hasAnswered: true, permissions: [] }),
    true,
    false,
  ],
])("knows whether an admin may read servers when %s", (_, given, known, allowed) => {
  expect([areKnown(given), isAllowed(given, "discord_server", "read")]).toEqual([known, allowed])
})

it("takes the right to read for no other right", () => {
  const reader = answers({ usesRoles: true, hasAnswered: true, permissions: reads })
  expect(isAllowed(reader, "discord_server", "update")).toBe(false)
  expect(isAllowed(reader, "discord_account", "read")).toBe(false)
})
