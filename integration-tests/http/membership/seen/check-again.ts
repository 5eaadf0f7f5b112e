import type { Scene } from "../../../helpers/store/suite"
import { helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testCheckAgain(scene: () => Scene): void {
  const { holderOf } = helpersOf(scene)
  describe("Check again", () => {
    it("is limited, in words and with a time", async () => {
      const { customer } = await holderOf("Gold")
      const answers = []
      for (let i = 0; i < 7; i++) {
        answers.push(await customer.resync())
      }
      expect(answers.slice(0, 6).map(({ status }) => status)).toEqual(Array(6).fill(200))
      const refused = answers.at(-1)
      expect(refused?.status).toBe(429)
      expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0)
      expect(refused?.body.message).toMatch(/Please wait \d+ seconds, then try again/)
    })

    it("of a customer without Discord says what to do first", async () => {
      const { newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer } = await newBuyer("ada")
      await settled(await customer.buy("Gold"))
      expect(await customer.resync()).toMatchObject({
        status: 200,
        body: { account: null, todo: { code: "connect" } },
      })
    })
  })
}
