import { shareOf } from "../ceiling-share.rules"

describe("the share of the bot's global limit", () => {
  it.each([
    ["alone", 10, [], 1, 1],
    ["alone, without bulk work", 0, [], 1, 1],
    ["unknown to itself yet", 0, [], 0, 1],
    ["beside two, without bulk work", 0, [], 3, 1 / 3],
    ["with all bulk work, beside two that have none", 10, [], 3, 2 / 3],
    ["beside one that has all bulk work", 0, [10], 2, 0.25],
    ["beside one as busy", 5, [5], 2, 0.5],
    ["with all servers but one", 9, [1], 2, 0.7],
    ["with one server of ten", 1, [9], 2, 0.3],
    ["beside two", 2, [2, 2], 3, 1 / 3],
    ["beside one that is not known to work yet", 5, [5], 1, 0.5],
  ])("%s", (_case, mine, others, workers, share) => {
    expect(shareOf({ mine, others, workers })).toBeCloseTo(share)
  })

  it.each([[[7, 1, 30]], [[7, 0, 0]], [[0, 0, 0, 0]]])("of %p adds up to the whole", (lanes) => {
    const shares = lanes.map((mine, at) =>
      shareOf({
        mine,
        others: lanes.filter((count, other) => other !== at && count > 0),
        workers: lanes.length,
      }),
    )
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })
})
