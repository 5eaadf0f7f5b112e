import { shareOf } from "../ceiling-share.rules"

describe("the share of the bot's global limit", () => {
  it.each([
    ["alone", 10, [], 1],
    ["without bulk work of its own", 0, [10], 1],
    ["beside one as busy", 5, [5], 0.5],
    ["with all servers but one", 9, [1], 0.7],
    ["with one server of ten", 1, [9], 0.3],
    ["beside two", 2, [2, 2], 1 / 3],
  ])("%s", (_case, mine, others, share) => {
    expect(shareOf({ mine, others })).toBeCloseTo(share)
  })

  it("adds up to no more than the whole", () => {
    const lanes = [7, 1, 30]
    const shares = lanes.map((mine, at) =>
      shareOf({ mine, others: lanes.filter((_, other) => other !== at) }),
    )
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })
})
