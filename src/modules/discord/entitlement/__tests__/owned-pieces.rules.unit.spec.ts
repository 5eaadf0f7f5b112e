import {
  claimedBack,
  dependsOnClaims,
  ownedQuantity,
  type OrderAction,
  type OrderItemFacts,
} from "../owned-pieces.rules"

const line = (over: Partial<OrderItemFacts>): OrderItemFacts => ({
  id: "line",
  variant_id: "gold",
  quantity: 2,
  return_received_quantity: 0,
  return_dismissed_quantity: 0,
  written_off_quantity: 0,
  claimed_back_quantity: 0,
  ...over,
})

describe("pieces that are still owned", () => {
  it.each<[string, Partial<OrderItemFacts>, number]>([
    ["all of them", {}, 2],
    ["one came back", { return_received_quantity: 1 }, 1],
    [
      "one came back damaged: Medusa writes it off as well",
      { return_dismissed_quantity: 1, written_off_quantity: 1 },
      1,
    ],
    ["a damaged one that is not written off", { return_dismissed_quantity: 1 }, 1],
    ["one was claimed", { written_off_quantity: 1 }, 1],
    [
      "one was claimed, and came back",
      { written_off_quantity: 1, return_received_quantity: 1, claimed_back_quantity: 1 },
      1,
    ],
    [
      "one was claimed, and came back damaged",
      { written_off_quantity: 2, return_dismissed_quantity: 1, claimed_back_quantity: 1 },
      1,
    ],
    [
      "one was claimed and kept, the other came back",
      { written_off_quantity: 1, return_received_quantity: 1 },
      0,
    ],
    [
      "one was claimed and came back, the other came back as well",
      { written_off_quantity: 1, return_received_quantity: 2, claimed_back_quantity: 1 },
      0,
    ],
    ["claimed more often than bought", { written_off_quantity: 3 }, 0],
  ])("%s", (_case, over, owned) => {
    expect(ownedQuantity(line(over))).toBe(owned)
  })

  it("an unread claim never means gone: it is an error where it decides, and else not asked for", () => {
    const both = line({
      written_off_quantity: 1,
      return_received_quantity: 1,
      claimed_back_quantity: null,
    })
    expect(dependsOnClaims(both)).toBe(true)
    expect(() => ownedQuantity(both)).toThrow("claims")
    for (const over of [
      { written_off_quantity: 1 },
      { return_received_quantity: 1 },
      { written_off_quantity: 1, return_dismissed_quantity: 1 },
    ]) {
      expect(dependsOnClaims(line(over))).toBe(false)
      expect(ownedQuantity(line({ ...over, claimed_back_quantity: null }))).toBe(1)
    }
  })
})

describe("pieces that a claim wrote off and that came back", () => {
  const did = (
    action: string,
    of: { claim?: string; back?: string; item?: string },
    quantity = 1,
  ): OrderAction => ({
    action,
    claim_id: of.claim ?? null,
    return_id: of.back ?? null,
    item_id: of.item ?? "line",
    quantity,
  })
  const claimed = [
    did("WRITE_OFF_ITEM", { claim: "a" }, 2),
    did("RETURN_ITEM", { claim: "a", back: "r" }, 2),
  ]

  it.each<[string, OrderAction[], number]>([
    ["none before they came", claimed, 0],
    ["those that came", [...claimed, did("RECEIVE_RETURN_ITEM", { back: "r" })], 1],
    [
      "in several goes, damaged or not",
      [
        ...claimed,
        did("RECEIVE_RETURN_ITEM", { back: "r" }),
        did("RECEIVE_DAMAGED_RETURN_ITEM", { back: "r" }),
      ],
      2,
    ],
    ["never more than were claimed", [...claimed, did("RECEIVE_RETURN_ITEM", { back: "r" }, 5)], 2],
    [
      "none of a return that is no claim's",
      [
        ...claimed,
        did("RETURN_ITEM", { back: "other" }),
        did("RECEIVE_RETURN_ITEM", { back: "other" }),
      ],
      0,
    ],
    [
      "none of a claim that was cancelled",
      [
        ...claimed,
        did("RECEIVE_RETURN_ITEM", { back: "r" }),
        did("REINSTATE_ITEM", { claim: "a" }, 2),
      ],
      0,
    ],
    [
      "of two claims each its own",
      [
        ...claimed,
        did("RECEIVE_RETURN_ITEM", { back: "r" }),
        did("WRITE_OFF_ITEM", { claim: "b" }),
        did("RETURN_ITEM", { claim: "b", back: "s" }),
        did("RECEIVE_RETURN_ITEM", { back: "s" }),
      ],
      2,
    ],
    ["of another line, none of this one", [did("WRITE_OFF_ITEM", { claim: "a", item: "x" })], 0],
  ])("%s", (_case, actions, pieces) => {
    expect(claimedBack(actions).get("line") ?? 0).toBe(pieces)
  })
})
