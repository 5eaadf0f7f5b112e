import { say } from "../../../helpers/say"
import { all, type Raced } from "./raced"

/** @see ../engine-races.spec.ts */
export function testTwoProcesses(raced: () => Raced, buyers: number): void {
  describe("two processes", () => {
    it("join nobody twice, and change nothing twice", async () => {
      const { shop, first, server } = raced()
      const began = Date.now()
      const [basic, full] = [shop.newVariant(), shop.newVariant()]
      await shop.map(basic, server, "Bronze")
      await shop.map(full, server, "Bronze", "Silver", "Gold")
      const people = await shop.newPeople(first, buyers)
      const engines = [shop.start(), shop.start()]
      const wakeAll = (servers: string[]) => engines.forEach((each) => each.engine.wake(servers))
      await shop.control.configure({ latency_ms: 5 })
      for (const variants of [[basic], [full], [basic, full], [basic]]) {
        await Promise.all(
          people.map(async (one) => {
            await shop.link(one)
            wakeAll(await shop.order(one, variants))
          }),
        )
        await Promise.all(engines.map((each) => each.engine.sweep()))
        await Promise.all(engines.map((each) => shop.settle(each)))
      }
      expect(await shop.rolesOf(people, server)).toEqual(all(buyers, "Bronze"))
      const events = await shop.control.memberEvents({ guild_id: server.guildId })
      for (const { userId } of people) {
        const own = events.filter((event) => event.user_id === userId)
        expect(own.map((event) => event.type).sort()).toEqual([
          "join",
          ...all(3, "role_add"),
          ...all(2, "role_remove"),
        ])
      }
      say(`engine-races: ${buyers} buyers, two processes: ${Date.now() - began} ms`)
    })
  })
}
