import { rows } from "../../../src/modules/discord/db/db"
import type { ConnectedServer } from "../../helpers/server/connected-server"
import { eventually } from "../../helpers/eventually"
import type { TestEngine } from "../../helpers/engine/engine"
import { Shop, type Person } from "./races/shop"

/** How long Discord keeps a worker's calls waiting. */
const WAIT_MS = 3_000
const ROLE_ROUTE = "/guilds/:guild/members/:user/roles/:role"

describe("a claim that ends while its worker waits", () => {
  let shop: Shop
  let slow: TestEngine
  let server: ConnectedServer
  let one: Person
  let variant: string
  let warnings: string[]

  beforeAll(async () => {
    shop = await Shop.open()
  }, 60_000)
  beforeEach(async () => {
    warnings = []
    const ignore = () => undefined
    const warn = (line: unknown) => warnings.push(String(line))
    slow = shop.start({ info: ignore, warn, error: warn })
    server = await shop.newServer(slow)
    variant = shop.newVariant()
    await shop.map(variant, server, "Bronze")
    one = await shop.newPerson(slow)
    await shop.link(one)
    await shop.order(one, [variant])
    await shop.settle(slow)
  })
  afterEach(async () => {
    await shop.control.clearFaults()
    await shop.stopEngines()
  })
  afterAll(() => shop.close())

  /** Discord lets this process change nobody's roles for a while. */
  const keepWaiting = ({ limits }: TestEngine) => {
    const { guildId: guild_id } = server
    limits.block({ kind: "member_role", guild_id }, WAIT_MS, false)
    limits.block({ kind: "member_patch", guild_id }, WAIT_MS, false)
  }
  const leases = async () =>
    rows<{ lease_id: string }>(
      shop.db,
      `select lease_id from discord_membership where server_id = :id and lease_id is not null`,
      { id: server.id },
    )
  const claimed = () => eventually(async () => expect(await leases()).toHaveLength(1))
  /** Ends what the slow process has of this claim: whoever has taken the member up keeps theirs. */
  const endLeases = (lease_id: string) =>
    rows(
      shop.db,
      `with lane as (update discord_lease set expires_at = now() - interval '1 second'
                      where id = 'lane:' || cast(:id as text) and owner = :owner)
       update discord_membership set lease_expires_at = now() - interval '1 second'
        where server_id = :id and lease_id = :lease_id`,
      { id: server.id, owner: slow.deps.leases.owner, lease_id },
    )
  const leaseId = async () => (await leases())[0]?.lease_id ?? ""
  /** Another process serves the member. A sign of life may come between, and keep the claim: then it ends once more. */
  const takeUp = async ({ engine }: TestEngine) => {
    const claim = await leaseId()
    await eventually(async () => {
      await endLeases(claim)
      engine.wake([server.id])
      await engine.idle()
      expect(await holds()).toBe("Bronze,Silver")
    })
  }
  const holds = async () => (await shop.rolesOf([one], server))[0]
  const timesGiven = async () => {
    const events = await shop.control.memberEvents({ guild_id: server.guildId })
    return events.filter(({ type, role_id }) => type === "role_add" && role_id === silver()).length
  }
  const roleCalls = () =>
    shop.control.requests({ guild_id: server.guildId, user_id: one.userId, route: ROLE_ROUTE })
  const silver = () => server.roles[1]?.role_id ?? ""

  /** Bronze and Silver are held and known to be; nobody works on the member any more. */
  async function expectTrueLedger(): Promise<void> {
    expect(await holds()).toBe("Bronze,Silver")
    expect(await timesGiven()).toBe(1)
    const ledger = await rows<{ role_id: string; origin: string; confirmed: boolean }>(
      shop.db,
      `select g.role_id, g.origin, g.confirmed from discord_role_grant g
         join discord_membership m on m.id = g.membership_id
        where m.server_id = :id order by g.role_id`,
      { id: server.id },
    )
    expect(ledger).toEqual(
      server.roles
        .slice(0, 2)
        .map(({ role_id }) => ({ role_id, origin: "granted", confirmed: true })),
    )
    const told = await rows(
      shop.db,
      `select 1 from discord_activity_entry where action = 'role_added' and role_id = :role`,
      { role: silver() },
    )
    expect(told).toHaveLength(1)
    expect(await leases()).toEqual([])
  }

  it("leaves the call to the process that took the member up", async () => {
    keepWaiting(slow)
    slow.engine.wake(await shop.map(variant, server, "Bronze", "Silver"))
    await claimed()
    await takeUp(shop.start())
    await slow.engine.idle()
    expect(await roleCalls()).toHaveLength(1)
    await expectTrueLedger()
    expect(warnings.join()).toContain("was taken over")
  })

  it("leaves the call to another worker of the same process", async () => {
    keepWaiting(slow)
    slow.engine.wake(await shop.map(variant, server, "Bronze", "Silver"))
    await claimed()
    const first = await leaseId()
    // A purchase is a customer's: others work on those.
    slow.engine.wake(await shop.order(one, [variant], "2"))
    await eventually(async () => {
      await endLeases(first)
      slow.engine.wake([server.id])
      expect(await leases()).not.toEqual([{ lease_id: first }])
    })
    await slow.engine.idle()
    await shop.settle(slow)
    expect(await roleCalls()).toHaveLength(1)
    await expectTrueLedger()
    expect(warnings.join()).toContain("was taken over")
  })

  it("does not write down an answer that comes when another has taken the member up", async () => {
    await shop.control.addFault({ route: ROLE_ROUTE, delay_ms: WAIT_MS, times: 1 })
    slow.engine.wake(await shop.map(variant, server, "Bronze", "Silver"))
    // The call has left: its fault is used up.
    await eventually(async () => expect(await shop.control.faults()).toEqual([]))
    await takeUp(shop.start())
    await slow.engine.idle()
    await expectTrueLedger()
    expect(warnings.join()).toContain("was taken over")
  })
})
