import { generateEntityId } from "@medusajs/framework/utils"
import { ulidTime } from "../ulid-time.rules"

describe("the time of a ULID", () => {
  it.each([
    // The example of the specification.
    ["2016-07-30T22:36:16.385Z", "01ARYZ6S41"],
    ["1970-01-01T00:00:00.000Z", "0000000000"],
  ])("of %s is %s", (at, letters) => {
    expect(ulidTime(new Date(at))).toBe(letters)
  })

  it("stands in the ids that Medusa makes", () => {
    const before = new Date()
    const id = generateEntityId(undefined, "order")
    expect(id >= `order_${ulidTime(before)}`).toBe(true)
    expect(id < `order_${ulidTime(new Date(Date.now() + 1))}`).toBe(true)
  })
})
