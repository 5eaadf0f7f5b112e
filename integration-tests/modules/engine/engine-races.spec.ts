import type { ConnectedServer } from "../../helpers/server/connected-server"
import { eventually } from "../../helpers/eventually"
import { listSyncRuns } from "../../../src/modules/discord/sync-run/sync-run.reads"
import type { TestEngine } from "../../helpers/engine/engine"
import { Shop } from "./races/shop"
import { all } from "./races/raced"
import { testTokens } from "./races/tokens"
import { testTwoProcesses } from "./races/two-processes"

/** Enough for each race to be lost now and then by whatever can lose it. */
const PAIRS = 60
const BUYERS = 60

describe("two things at once", () => {
  let shop: Shop
  let first: TestEngine
  let server: ConnectedServer

  beforeAll(async () => {
    shop = await Shop.open()
  }, 60_000)
  beforeEach(async () => {
    first = shop.start()
    server = await shop.newServer(first)
  })
  afterEach(async () => {
    await shop.control.clearFaults()
    await shop.control.configure({ latency_ms: 0 })
    await shop.stopEngines()
  })
  afterAll(() => shop.close())

  it("a purchase and the link of its customer: the role comes", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const people = await shop.newPeople(first, PAIRS)
    await Promise.all(people.flatMap((one) => [shop.order(one, [variant]), shop.link(one)]))
    await shop.settle(first)
    expect(await shop.rolesOf(people, server)).toEqual(all(PAIRS, "Gold"))
  })

  it("a purchase and the first mapping of its variant: the role comes", async () => {
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
    }
    await Promise.all(
      people.flatMap((one) => {
        const variant = shop.newVariant()
        return [shop.order(one, [variant]), shop.map(variant, server, "Gold")]
      }),
    )
    await shop.settle(first)
    expect(await shop.rolesOf(people, server)).toEqual(all(PAIRS, "Gold"))
  })

  it("purchases and an edit of a variant that others own: all end with the last mapping", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Bronze")
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
    }
    const [owners, buyers] = [people.slice(0, PAIRS / 2), people.slice(PAIRS / 2)]
    for (const one of owners) {
      await shop.order(one, [variant])
    }
    await shop.settle(first)
    await Promise.all([
      ...buyers.slice(0, PAIRS / 4).map((one) => shop.order(one, [variant])),
      shop.map(variant, server, "Gold"),
      ...buyers.slice(PAIRS / 4).map((one) => shop.order(one, [variant])),
    ])
    await shop.settle(first)
    expect(await shop.rolesOf(people, server)).toEqual(all(PAIRS, "Gold"))
  })

  it("a link and the first mapping of what the customer owns: the role comes", async () => {
    const people = await shop.newPeople(first, PAIRS)
    const owned = people.map((one) => ({ one, variant: shop.newVariant() }))
    for (const { one, variant } of owned) {
      await shop.order(one, [variant])
    }
    await Promise.all(
      owned.flatMap(({ one, variant }) => [shop.link(one), shop.map(variant, server, "Gold")]),
    )
    await shop.settle(first)
    expect(await shop.rolesOf(people, server)).toEqual(all(PAIRS, "Gold"))
  })

  it("a purchase and the end of its customer's link: no role stays", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
    }
    await Promise.all(
      people.flatMap((one) => [
        shop.order(one, [variant]).then((servers) => first.engine.wake(servers)),
        shop.unlink(one),
      ]),
    )
    await shop.settle(first)
    expect((await shop.rolesOf(people, server)).filter(Boolean)).toEqual([])
  })

  it("a guest's purchase and the end of the link of the customer they became: no role stays", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const people = await shop.newPeople(first, PAIRS)
    const guests = people.map((one) => shop.asGuest(one))
    for (const each of [...guests, ...people]) {
      await shop.link(each)
    }
    await Promise.all([
      ...guests.map((guest) => shop.order(guest, [variant])),
      ...people.map((one) => shop.unlink(one)),
    ])
    await shop.settle(first)
    expect((await shop.rolesOf(people, server)).filter(Boolean)).toEqual([])
  })

  it("a guest proven to be a customer and the end of that customer's link: no role stays", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const people = await shop.newPeople(first, PAIRS)
    const guests = people.map((one) => shop.asGuest(one))
    for (const guest of guests) {
      await shop.order(guest, [variant])
    }
    for (const one of people) {
      await shop.link(one)
    }
    await Promise.all(
      people.flatMap((one, at) => [shop.adopt(guests[at] ?? one, one), shop.unlink(one)]),
    )
    await shop.settle(first)
    expect((await shop.rolesOf(people, server)).filter(Boolean)).toEqual([])
  })

  it("links, ends of links and refused tokens of one Discord user: none waits for another in a circle", async () => {
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
    }
    const traded = people.map((one, at) => ({
      ...one,
      customerId: people[at ^ 1]?.customerId ?? "",
      registered: false,
    }))
    const ended = await Promise.allSettled(
      people.flatMap((one, at) => [
        shop.link(shop.asGuest(one)),
        shop.refuse(one),
        shop.unlink(one),
        shop.link(traded[at] ?? one),
      ]),
    )
    expect(ended.filter(({ status }) => status === "rejected")).toEqual([])
  })

  it("purchases of one Discord user as a guest and as a customer, in several servers: none waits in a circle", async () => {
    const [here, there] = [shop.newVariant(), shop.newVariant()]
    await shop.map(here, server, "Gold")
    await shop.map(there, await shop.newServer(first), "Gold")
    const people = await shop.newPeople(first, PAIRS)
    const guests = people.map((one) => shop.asGuest(one))
    for (const each of [...people, ...guests]) {
      await shop.link(each)
    }
    const ended = await Promise.allSettled(
      people.flatMap((one, at) => {
        const guest = guests[at] ?? one
        return [
          shop.order(one, [here, there]),
          shop.order(guest, [there, here]),
          shop.link(one),
          shop.order(one, [there, here], "2"),
        ]
      }),
    )
    expect(ended.filter(({ status }) => status === "rejected")).toEqual([])
    await shop.settle(first)
    expect(await shop.rolesOf(people, server)).toEqual(all(PAIRS, "Gold"))
  })

  it("the end of a customer and changes of their orders: none waits in a circle, no role stays", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
      await shop.order(one, [variant])
    }
    const ended = await Promise.allSettled(
      people.flatMap((one) => [
        shop.order(one, [variant, shop.newVariant()]),
        shop.erase(one),
        shop.order(one, [variant]),
      ]),
    )
    expect(ended.filter(({ status }) => status === "rejected")).toEqual([])
    await shop.settle(first)
    expect((await shop.rolesOf(people, server)).filter(Boolean)).toEqual([])
  })

  it("a purchase and the cancel of the same order: Discord says what the store says", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
    }
    const wake = (servers: string[]) => first.engine.wake(servers)
    await Promise.all(
      people.flatMap((one) => [
        shop.order(one, [variant]).then(wake),
        shop.order(one, []).then(wake),
      ]),
    )
    await shop.settle(first)
    const standing = await shop.standing(variant)
    expect((await shop.rolesOf(people, server)).map((roles) => roles === "Gold")).toEqual(
      people.map((one) => standing.has(one.customerId)),
    )
  })

  it("the cancel of one order and the purchase of another: the role never goes", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
      await shop.order(one, [variant], "old")
    }
    await shop.settle(first)
    await Promise.all(
      people.flatMap((one) => [
        shop.order(one, [variant], "new"),
        shop.order(one, [variant], "newer"),
        shop.order(one, [], "old"),
      ]),
    )
    await shop.settle(first)
    expect(await shop.rolesOf(people, server)).toEqual(all(PAIRS, "Gold"))
    const events = await shop.control.memberEvents({ guild_id: server.guildId })
    expect(events.filter((event) => event.type === "role_remove")).toEqual([])
  })

  it("a mapping that is changed while its owners are worked on: all end with the last one", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Bronze")
    const people = await shop.newPeople(first, BUYERS)
    for (const one of people) {
      await shop.link(one)
      await shop.order(one, [variant])
    }
    await shop.control.configure({ latency_ms: 10 })
    first.engine.wake([server.id])
    const answers = async (count: number) =>
      eventually(async () => {
        const calls = await shop.control.requests({ guild_id: server.guildId })
        expect(calls.length).toBeGreaterThanOrEqual(count)
      })
    await answers(BUYERS / 3)
    first.engine.wake(await shop.map(variant, server, "Silver", "Gold"))
    await answers(BUYERS)
    first.engine.wake(await shop.map(variant, server, "Silver"))
    await shop.settle(first)
    expect(await shop.rolesOf(people, server)).toEqual(all(BUYERS, "Silver"))
  })

  it("a mapping that is changed and put back: each run tells what was done for it", async () => {
    const variant = shop.newVariant()
    await shop.map(variant, server, "Bronze")
    const people = await shop.newPeople(first, PAIRS)
    for (const one of people) {
      await shop.link(one)
      await shop.order(one, [variant])
    }
    await shop.settle(first)
    for (const name of ["Gold", "Bronze"] as const) {
      await shop.map(variant, server, name)
      await shop.settle(first)
    }
    const page = { limit: 2, offset: 0 }
    const { sync_runs } = await listSyncRuns(shop.db, { kind: ["role_mapping"] }, page)
    const done = { status: "completed", total: PAIRS, done: PAIRS, added: PAIRS, removed: PAIRS }
    expect(sync_runs).toMatchObject([done, done])
  })

  testTwoProcesses(() => ({ shop, first, server }), BUYERS)

  testTokens(() => ({ shop, first, server }))
})
