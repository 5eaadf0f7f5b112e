import type { ConnectedServer } from "../../helpers/server/connected-server"
import type { TestEngine } from "../../helpers/engine/engine"
import { rows } from "../../../src/modules/discord/db/db"
import { PRIORITY } from "../../../src/modules/discord/statuses.rules"
import { eventually } from "../../helpers/eventually"
import { Shop } from "./races/shop"

const LIMIT = 5
/** Longer than any test: who waits for a window's end is not served. */
const WINDOW_MS = 600_000
const BUYERS = 8
const WORKERS_AND_MORE = 30
const SIGN_OF_LIFE = "lease_expires_at = until.at"
/** In the seconds between two signs of life, at the most. */
const LOOKS = 30

describe("a bucket that is used up", () => {
  let shop: Shop
  let engine: TestEngine
  let server: ConnectedServer

  beforeAll(async () => {
    shop = await Shop.open()
    const full = { limit: LIMIT, window_ms: WINDOW_MS }
    await shop.control.configure({ limits: { member_role: full, member_patch: full } })
    engine = shop.start()
    server = await shop.newServer(engine)
  }, 60_000)
  afterAll(() => shop.close())

  it("keeps no buyer waiting while Discord takes the change by another way", async () => {
    const [basic, full] = [shop.newVariant(), shop.newVariant()]
    await shop.map(basic, server, "Bronze")
    await shop.map(full, server, "Silver")
    const people = await shop.newPeople(engine, BUYERS)
    for (const one of people) {
      await shop.link(one)
      await shop.order(one, [basic], "first")
    }
    await shop.settle(engine)
    await shop.control.clearRequests()
    for (const one of people) {
      await shop.order(one, [full], "second")
    }
    engine.engine.wake([server.id])
    await eventually(async () =>
      expect(await shop.rolesOf(people, server)).toEqual(people.map(() => "Bronze,Silver")),
    )
    const calls = await shop.control.requests({ guild_id: server.guildId })
    const count = (method: string) => calls.filter((call) => call.method === method).length
    expect(calls.filter(({ status }) => status >= 400)).toEqual([])
    expect(count("PATCH")).toBeGreaterThanOrEqual(BUYERS - LIMIT)
    // One change each, and a read for those who went the other way.
    expect(count("PUT") + count("PATCH")).toBe(BUYERS)
    expect(count("GET")).toBe(count("PATCH"))
  })

  it("leaves the database alone while the store's other work waits for its window", async () => {
    const other = await shop.newServer(engine)
    const [basic, full] = [shop.newVariant(), shop.newVariant()]
    await shop.map(basic, other, "Bronze")
    await shop.map(full, other, "Silver")
    const people = await shop.newPeople(engine, WORKERS_AND_MORE)
    for (const one of people) {
      await shop.link(one)
      await shop.order(one, [basic], "first")
    }
    await shop.settle(engine)
    for (const one of people) {
      await shop.order(one, [full], "second")
    }
    await rows(shop.db, `update discord_membership set priority = ${PRIORITY.bulk}`)
    const sent: string[] = []
    shop.db.on("query", ({ sql }: { sql: string }) => sent.push(sql))
    engine.engine.wake([other.id])
    const beats = () => sent.flatMap((sql, at) => (sql.includes(SIGN_OF_LIFE) ? [at] : []))
    // From one sign of life to the next nothing happens but a look now and then.
    await eventually(() => expect(beats().length).toBeGreaterThanOrEqual(3))
    const [, from = 0, to = 0] = beats()
    expect(to - from).toBeLessThan(LOOKS)
  })
})
