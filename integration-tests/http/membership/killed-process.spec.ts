import { connectServer, signInAdmin } from "../../helpers/store/admin"
import { Customer } from "../../helpers/account/customer"
import { eventually } from "../../helpers/eventually"
import { StoreProcess } from "../../helpers/store/store-process"
import { storeSuite, type Scene } from "../../helpers/store/suite"

const PUT_MEMBER = { method: "PUT", route: "/guilds/:guild/members/:user" }
const DELETE_ROLE = { method: "DELETE", route: "/guilds/:guild/members/:user/roles/:role" }
/** The dead process's claim runs out first, then the next sweep or alarm comes. */
const RECOVERY_MS = 100_000

storeSuite("a process that is killed at work", (scene) => {
  const processes: StoreProcess[] = []

  afterEach(async () => {
    for (const store of processes.splice(0)) {
      await store.kill()
      scene().evidence.add("process output", store.output)
    }
  })

  it("is followed by one that gives each buyer their role once, whether Discord had carried out the call or not", async () => {
    const { admin, databaseUrl, db, discord, map, service } = scene()
    await connectServer(admin, discord)
    const lounge = await discord.createServer("Lounge", ["VIP"])
    await connectServer(admin, discord, lounge.guildId)
    const vip = lounge.roles.get("VIP") ?? ""
    await map({ Gold: ["Gold"] })
    await mapSilverTo(scene(), vip)
    // Only the processes below are to do the work.
    await service.engine.stop()

    const killed = await StoreProcess.start(databaseUrl)
    processes.push(killed)
    const before = await buyerAt(scene(), killed, "before")
    const after = await buyerAt(scene(), killed, "after")

    // Discord hears of the first buyer's join, but the process dies before Discord looks at it.
    await discord.control.addFault({
      ...PUT_MEMBER,
      user_id: before.userId,
      delay_ms: 20_000,
      drop: "before",
      times: 1,
    })
    await before.customer.buy("Gold")
    await faultsAreMet(scene())

    // Discord carries out the second buyer's join, but the process dies before it can write that down.
    await discord.control.addFault({
      ...PUT_MEMBER,
      user_id: after.userId,
      delay_ms: 1_000,
      times: 1,
    })
    const silver = await after.customer.buy("Silver")
    await faultsAreMet(scene())
    await db.transaction(async (tx) => {
      await tx("discord_membership").select("id").forUpdate()
      await eventually(async () => expect(await joins(scene(), after.userId)).toBe(1))
      await killed.kill()
    })
    expect(await joins(scene(), before.userId)).toBe(0)

    const next = await StoreProcess.start(databaseUrl)
    processes.push(next)
    await eventually(async () => {
      expect(await discord.rolesOf(before.userId)).toEqual(["Gold"])
      const memberships = await db<{ status: string }>("discord_membership").select("status")
      expect(memberships).toEqual([{ status: "synced" }, { status: "synced" }])
    }, RECOVERY_MS)
    for (const { userId } of [before, after]) {
      const events = await discord.control.memberEvents({ user_id: userId })
      expect(events.map(({ type }) => type)).toEqual(["join", "role_add"])
    }

    // It knows the role of the lost answer for its own.
    const adminOfNext = await signInAdmin(next.baseUrl)
    await adminOfNext.send(`/admin/orders/${silver}/cancel`, { method: "POST" })
    await eventually(async () =>
      expect((await discord.control.member(lounge.guildId, after.userId))?.roles).toEqual([]),
    )
  }, 300_000)

  it("is followed by one that takes from the former Discord account and gives the new one, each once", async () => {
    const { admin, databaseUrl, db, discord, map, service } = scene()
    await connectServer(admin, discord)
    await map({ Gold: ["Gold"] })
    await service.engine.stop()
    const killed = await StoreProcess.start(databaseUrl)
    processes.push(killed)
    const { customer, userId: former } = await buyerAt(scene(), killed, "former")
    await customer.buy("Gold")
    await discord.expectRoles(former, ["Gold"])

    // The change is written down, and the process dies with both of its calls on their way.
    const next = await discord.createUser("next")
    const unanswered = { delay_ms: 20_000, drop: "before", times: 1 } as const
    await discord.control.addFault({ ...PUT_MEMBER, user_id: next, ...unanswered })
    await discord.control.addFault({ ...DELETE_ROLE, user_id: former, ...unanswered })
    await customer.connect(discord, next)
    await eventually(async () => expect((await discord.control.faults()).length).toBeLessThan(2))
    await killed.kill()
    await discord.control.clearFaults()
    expect([await discord.rolesOf(former), await discord.rolesOf(next)]).toEqual([["Gold"], null])

    processes.push(await StoreProcess.start(databaseUrl))
    await eventually(async () => {
      expect([await discord.rolesOf(former), await discord.rolesOf(next)]).toEqual([[], ["Gold"]])
      const working = db("discord_membership").whereNot({ status: "synced" })
      expect(await working).toEqual([])
    }, RECOVERY_MS)
    const changesOf = async (user_id: string) =>
      (await discord.control.memberEvents({ user_id })).map(({ type }) => type)
    expect([await changesOf(former), await changesOf(next)]).toEqual([
      ["join", "role_add", "role_remove"],
      ["join", "role_add"],
    ])
  }, 300_000)
})

/** A buyer who connected Discord, all through one process. */
async function buyerAt(
  { discord, store }: Scene,
  { baseUrl }: StoreProcess,
  name: string,
): Promise<{ customer: Customer; userId: string }> {
  const customer = await Customer.register(baseUrl, store, `${name}@test.store`)
  const userId = await discord.createUser(name)
  await customer.connect(discord, userId)
  expect((await customer.access()).account?.discord_user_id).toBe(userId)
  return { customer, userId }
}

async function mapSilverTo({ admin, store }: Scene, roleId: string): Promise<void> {
  await admin.send(`/admin/products/${store.productId}/discord-roles`, {
    body: { variants: [{ variant_id: store.variants.Silver, roles: [{ role_id: roleId }] }] },
  })
}

/** Waits until the requests that faults were laid for have arrived. */
async function faultsAreMet({ discord }: Scene): Promise<void> {
  await eventually(async () => expect(await discord.control.faults()).toEqual([]))
}

async function joins({ discord }: Scene, userId: string): Promise<number> {
  const events = await discord.control.memberEvents({ user_id: userId })
  return events.filter(({ type }) => type === "join").length
}
