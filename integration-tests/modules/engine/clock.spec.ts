import { rows } from "../../../src/modules/discord/db/db"
import { changeServerSettings } from "../../../src/modules/discord/server/server-settings.store"
import { refreshEntitlements } from "../../../src/modules/discord/entitlement/entitlement.store"
import type { EntitlementSource } from "../../../src/modules/discord/statuses.rules"
import { readRoleAccess } from "../../../src/modules/discord/access/customer-access.store"
import type { ConnectedServer } from "../../helpers/server/connected-server"
import type { TestEngine } from "../../helpers/engine/engine"
import { Shop, type Person } from "./races/shop"

const HOUR_MS = 3_600_000
const MINUTE = 1 / 60
/** All that Jest would replace besides `Date`. */
const REAL_BUT_DATE = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

describe("the clock", () => {
  let shop: Shop
  let store: TestEngine
  let server: ConnectedServer
  let variant: string
  let ada: Person

  beforeAll(async () => {
    shop = await Shop.open()
  }, 60_000)
  beforeEach(async () => {
    store = shop.start()
    server = await shop.newServer(store)
    variant = shop.newVariant()
    await shop.map(variant, server, "Gold")
    ada = await shop.newPerson(store)
    await shop.link(ada)
  })
  afterEach(() => shop.stopEngines())
  afterAll(() => shop.close())

  /** A right to the variant, as its record says now. */
  async function say(
    id: string,
    over: { starts_at?: Date; ends_at?: Date | null; ended_reason?: string | null },
    source: EntitlementSource = "order",
  ): Promise<void> {
    const { customerId: customer_id } = ada
    const said = { starts_at: new Date(), ends_at: null, ended_reason: null, ...over }
    await refreshEntitlements(shop.db, {
      source,
      source_id: `${id}_${customer_id}`,
      facts: [{ variant_id: variant, customer_id, ...said }],
    })
    await shop.settle(store)
  }

  /** Time passes, as far as the rows can tell, without a tick. */
  async function pass(hours: number): Promise<void> {
    const by = { hours, customer: ada.customerId }
    await rows(
      shop.db,
      `update discord_entitlement set starts_at = starts_at - :hours * interval '1 hour',
              ends_at = ends_at - :hours * interval '1 hour' where customer_id = :customer`,
      by,
    )
    await rows(
      shop.db,
      `update discord_membership set recheck_at = recheck_at - :hours * interval '1 hour'
        where server_id = :server`,
      { hours, server: server.id },
    )
  }

  /** What the minute's job does. @returns the role Ada holds then */
  async function tick(engine = store): Promise<string | null> {
    await engine.engine.sweep()
    await shop.settle(engine)
    return role()
  }

  async function role(): Promise<string | null> {
    return (await shop.rolesOf([ada], server))[0] ?? null
  }

  async function setAccessDays(days: number): Promise<void> {
    await rows(
      shop.db,
      `update discord_role_mapping set access_days = :days where variant_id = :v`,
      {
        days,
        v: variant,
      },
    )
  }

  async function setGrace(grace_hours: number): Promise<void> {
    const change = await changeServerSettings(shop.db, server.id, { grace_hours })
    expect(change).not.toBeNull()
    await shop.settle(store)
  }

  /** Requests to Discord about Ada since a mark. */
  async function callsSince(mark: number): Promise<number> {
    return (await shop.control.requests({ since: mark, user_id: ada.userId })).length
  }

  async function mark(): Promise<number> {
    return Math.max(0, ...(await shop.control.requests()).map(({ id }) => id))
  }

  it("ends a right at its end, to the minute, and calls Discord once for it", async () => {
    await say("sub", { ends_at: inHours(24) }, "subscription")
    await pass(24 - MINUTE)
    const before = await mark()
    expect([await tick(), await callsSince(before)]).toEqual(["Gold", 0])
    await pass(MINUTE)
    expect([await tick(), await callsSince(before)]).toEqual(["", 1])
    expect([await tick(), await callsSince(before)]).toEqual(["", 1])
  })

  it("begins a right at its start", async () => {
    await say("gift", { starts_at: inHours(2) }, "manual")
    expect(await tick()).toBeNull()
    await pass(2)
    expect(await tick()).toBe("Gold")
  })

  it("ends what ended while no tick came: after days without one, and in another process", async () => {
    await say("sub", { ends_at: inHours(1) }, "subscription")
    await shop.stopEngines()
    await pass(72)
    expect(await role()).toBe("Gold")
    store = shop.start()
    expect(await tick(store)).toBe("")
  })

  it("ends an end that came while Discord was away", async () => {
    await say("sub", { ends_at: inHours(1) }, "subscription")
    await pass(1)
    await shop.control.outage(true)
    await store.engine.sweep()
    await store.engine.idle()
    await shop.control.outage(false)
    expect(await tick()).toBe("")
  })

  it("ends days of access, and buying again adds to what is left", async () => {
    await setAccessDays(30)
    await say("first", {})
    await pass(10 * 24)
    await say("second", {})
    await pass(50 * 24 - MINUTE)
    expect(await tick()).toBe("Gold")
    await pass(MINUTE)
    expect(await tick()).toBe("")
  })

  it("begins days of access anew when they are bought again after their end", async () => {
    await setAccessDays(30)
    await say("first", {})
    await pass(40 * 24)
    expect(await tick()).toBe("")
    await say("second", {})
    expect(await role()).toBe("Gold")
    await pass(30 * 24)
    expect(await tick()).toBe("")
  })

  it("lets a returned order add the days it ran, and no more", async () => {
    await setAccessDays(30)
    await say("first", {})
    await pass(10 * 24)
    await say("second", {})
    await pass(5 * 24)
    await say("first", { ended_reason: "item_returned" })
    await pass(30 * 24 - MINUTE)
    expect(await tick()).toBe("Gold")
    await pass(MINUTE)
    expect(await tick()).toBe("")
  })

  it("does not count days of access for a subscription: it says itself how long it lasts", async () => {
    await setAccessDays(30)
    await say("sub", {}, "subscription")
    await pass(100 * 24)
    expect(await tick()).toBe("Gold")
  })

  it("leaves roles for the server's grace after time ran out, and shows them as held", async () => {
    await setGrace(48)
    await say("sub", { ends_at: inHours(24) }, "subscription")
    await pass(24 + 48 - MINUTE)
    expect(await tick()).toBe("Gold")
    const shown = await readRoleAccess(shop.db, ada.customerId, new Date())
    expect(shown).toMatchObject({ access: [{ role_name: "Gold", held: true }] })
    await pass(MINUTE)
    expect(await tick()).toBe("")
    expect(await readRoleAccess(shop.db, ada.customerId, new Date())).toMatchObject({ access: [] })
  })

  it("leaves roles for the grace after days of access, too", async () => {
    await setGrace(24)
    await setAccessDays(30)
    await say("first", {})
    await pass(30 * 24 + 23)
    expect(await tick()).toBe("Gold")
    await pass(1)
    expect(await tick()).toBe("")
  })

  it("has no grace for what somebody ended", async () => {
    await setGrace(48)
    await say("first", {})
    await say("first", { ended_reason: "order_canceled" })
    expect(await role()).toBe("")
  })

  it("moves with the setting: a longer grace brings back, a shorter one ends at once", async () => {
    await say("sub", { ends_at: inHours(24) }, "subscription")
    await pass(30)
    expect(await tick()).toBe("")
    await setGrace(48)
    expect(await role()).toBe("Gold")
    await setGrace(2)
    expect(await role()).toBe("")
  })

  it("serves who connects Discord while the grace lasts", async () => {
    await setGrace(48)
    await shop.unlink(ada)
    await say("sub", { ends_at: inHours(24) }, "subscription")
    await pass(30)
    const again = await shop.newPerson(store)
    await shop.link({ ...again, customerId: ada.customerId })
    await shop.settle(store)
    expect(await shop.rolesOf([again], server)).toEqual(["Gold"])
  })

  it("gives at once what a process has sold whose clock is ahead", async () => {
    await say("order_ahead", { starts_at: inHours(1) })
    expect(await role()).toBe("Gold")
  })

  it("judges by the database's time, whatever its own clock says", async () => {
    jest.useFakeTimers({ now: inHours(-1), doNotFake: [...REAL_BUT_DATE] })
    try {
      await say("order_now", { starts_at: inHours(1) })
      expect(await role()).toBe("Gold")
      await say("order_now", { ended_reason: "canceled" })
      expect(await role()).toBe("")
    } finally {
      jest.useRealTimers()
    }
  })
})
