import { APPLICATION } from "../../../helpers/store/application"
import { consent } from "../../../helpers/account/consent"
import { eventually } from "../../../helpers/eventually"
import { all, type Raced } from "./raced"

/** @see ../engine-races.spec.ts */
export function testTokens(raced: () => Raced): void {
  it.each([1, 2])(
    "two joins with one dead token, in %s process(es): one refresh",
    async (count) => {
      const { shop, first, server } = raced()
      const engines = Array.from({ length: count }, () => shop.start())
      const servers = [server, await shop.newServer(first)]
      const [here, there] = servers.map(() => shop.newVariant())
      await shop.map(here ?? "", servers[0] ?? server, "Gold")
      await shop.map(there ?? "", servers[1] ?? server, "Gold")
      const people = await shop.newPeople(first, 10)
      for (const one of people) {
        await shop.link(one)
        await shop.control.expireAccessTokens(one.userId)
        await shop.order(one, [here ?? "", there ?? ""])
      }
      // Slow enough for both joins to be refused before either token is renewed.
      await shop.control.configure({ latency_ms: 30 })
      const since = Math.max(0, ...(await shop.control.requests()).map((call) => call.id))
      servers.forEach(({ id }, at) => engines[at % engines.length]?.engine.wake([id]))
      await Promise.all(engines.map((each) => each.engine.idle()))
      await shop.settle(engines[0] ?? first)
      for (const each of servers) {
        expect(await shop.rolesOf(people, each)).toEqual(all(people.length, "Gold"))
      }
      const calls = await shop.control.requests({ since })
      expect(calls.filter((call) => call.route === "/oauth2/token")).toHaveLength(people.length)
    },
  )

  it("a connection made anew while Discord refuses the old one: it stands", async () => {
    const { shop, first, server } = raced()
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const one = await shop.newPerson(first)
    await shop.link(one)
    await shop.control.revokeAuthorization(one.userId, APPLICATION.client_id)
    const again = { ...one, consented: await consent(first.deps, shop.control, one.userId) }
    await shop.control.addFault({ route: "/oauth2/token", delay_ms: 200, times: 1 })
    first.engine.wake(await shop.order(one, [variant]))
    // The old token was refused, and is being renewed in vain.
    await eventually(async () => expect(await shop.control.faults()).toEqual([]))
    first.engine.wake(await shop.link(again))
    await shop.settle(first)
    expect(await shop.rolesOf([one], server)).toEqual(["Gold"])
  })

  it("the end of a link while its token is renewed: no token stays", async () => {
    const { shop, first, server } = raced()
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const one = await shop.newPerson(first)
    await shop.link(one)
    await shop.control.expireAccessTokens(one.userId)
    await shop.control.addFault({ route: "/oauth2/token", delay_ms: 200, times: 1 })
    first.engine.wake(await shop.order(one, [variant]))
    await eventually(async () => expect(await shop.control.faults()).toEqual([]))
    first.engine.wake(await shop.unlink(one))
    await shop.settle(first)
    expect((await shop.rolesOf([one], server)).filter(Boolean)).toEqual([])
    expect(await shop.hasTokens(one)).toBe(false)
  })
}
