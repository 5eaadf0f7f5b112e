import { APPLICATION } from "../../../helpers/store/application"
import { ADD, LIST, READ, REMOVE, withScene } from "./scene"

const LIST_ROUTE = "/guilds/:guild/members"
const READ_ROUTE = "/guilds/:guild/members/:user"

/** @see ../reconcile.spec.ts */
export function testReading(): void {
  describe("with the Server Members intent", () => {
    const scene = withScene()

    it("lists all members, makes one call for each change, and says when it looked", async () => {
      const here = scene()
      const [taken = "", ended = "", ...others] = await here.addHolders(40, "Gold")
      await here.control.takeRole(here.server.guildId, taken, here.roleId("Gold"))
      await here.endSilently([ended])
      await here.control.clearRequests()
      const before = new Date()
      const run = await here.reconcile()
      expect(await here.rolesOf(taken)).toEqual(["Gold"])
      expect(await here.rolesOf(ended)).toEqual([])
      expect((await here.calls()).sort()).toEqual([LIST, LIST, ADD, REMOVE].sort())
      expect(run).toMatchObject({ status: "completed", total: 40, done: 40, added: 1, removed: 1 })
      const other = await here.membership(others[0] ?? "")
      expect(other.last_seen_at?.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1_000)
      const servers: unknown[] = await here.db("discord_server").select("reconciled_at")
      expect(servers[0]).toMatchObject({ reconciled_at: expect.any(Date) as Date })
    })

    it("has nothing to do the next time", async () => {
      const here = scene()
      const [taken = ""] = await here.addHolders(40, "Gold")
      await here.control.takeRole(here.server.guildId, taken, here.roleId("Gold"))
      await here.reconcile()
      await here.control.clearRequests()
      expect(await here.reconcile()).toMatchObject({ added: 0, removed: 0, done: 40 })
      expect(await here.calls()).toEqual([LIST, LIST])
    })

    it("keeps what members are called", async () => {
      const here = scene()
      const [user = ""] = await here.addHolders(40, "Gold")
      await here.reconcile()
      const accounts: unknown[] = await here.db("discord_account").where({ discord_user_id: user })
      expect(accounts[0]).toMatchObject({ username: "member_1" })
    })

    it("reads few of a large server one by one: that takes fewer calls", async () => {
      const here = scene()
      const [taken = ""] = await here.addHolders(2, "Gold")
      await here.setServer({ member_count: 100_000 })
      await here.control.takeRole(here.server.guildId, taken, here.roleId("Gold"))
      await here.control.clearRequests()
      await here.reconcile()
      expect((await here.calls()).sort()).toEqual([READ, READ, ADD].sort())
      expect(await here.rolesOf(taken)).toEqual(["Gold"])
    })

    it("takes nobody for gone when Discord's list ends before its time", async () => {
      const here = scene()
      const users = await here.addHolders(1_100, "Gold")
      const id = await here.begin()
      await here.control.addFault({ route: LIST_ROUTE, delay_ms: 0, times: 1 })
      await here.control.addFault({ route: LIST_ROUTE, status: 200, body: "[]", times: 1 })
      await here.goOn()
      expect(await here.run(id)).toMatchObject({ status: "running" })
      expect(await here.ledgerOf(users.at(-1) ?? "")).toEqual(["Gold granted"])
      await here.goOn()
      expect(await here.run(id)).toMatchObject({ status: "completed", done: 1_100 })
      expect(await here.ledgerOf(users.at(-1) ?? "")).toEqual(["Gold granted"])
    })

    it("lists on after a refusal that is not Discord's own", async () => {
      const here = scene()
      await here.addHolders(40, "Gold")
      await here.control.clearRequests()
      await here.control.addFault({ route: LIST_ROUTE, status: 403, body: "blocked", times: 1 })
      const id = await here.begin()
      await here.goOn()
      await here.goOn()
      expect(await here.run(id)).toMatchObject({ status: "completed", done: 40 })
      expect(await here.calls()).toEqual([LIST, LIST, LIST])
    })

    it("compares those who left a thousand at a time, too", async () => {
      const here = scene()
      const users = await here.addHolders(2_300, "Gold")
      for (const user of users.slice(0, 2_200)) {
        await here.control.removeMember(here.server.guildId, user)
      }
      const run = await here.reconcile()
      expect(run).toMatchObject({ status: "completed", done: 2_300, removed: 0 })
      expect(await here.membership(users[2_150] ?? "")).toMatchObject({ in_server: false })
      expect(await here.rolesOf(users[2_299] ?? "")).toEqual(["Gold"])
    })

    it("takes an empty list for what it is", async () => {
      const here = scene()
      await here.addHolders(3, "Gold")
      await here.control.addFault({ route: LIST_ROUTE, status: 200, body: "[]" })
      const id = await here.begin()
      await here.goOn()
      expect(await here.run(id)).toMatchObject({ status: "running", done: 0, removed: 0 })
      expect(
        await here.ledgerOf(
          (await here.control.members(here.server.guildId)).at(-1)?.user_id ?? "",
        ),
      ).toEqual(["Gold granted"])
      await here.control.clearFaults()
      await here.goOn()
      expect(await here.run(id)).toMatchObject({ status: "completed", done: 3, removed: 0 })
    })
  })

  describe("without the Server Members intent", () => {
    const scene = withScene({ intent: false })

    it("reads on where Discord does not answer about somebody, and loses nothing of the others", async () => {
      const here = scene()
      const users = await here.addHolders(45, "Gold")
      await here.control.clearRequests()
      await here.control.addFault({ route: READ_ROUTE, delay_ms: 0, times: 30 })
      await here.control.addFault({ route: READ_ROUTE, status: 503, times: 3 })
      const id = await here.begin()
      await here.goOn()
      await here.goOn()
      expect(await here.run(id)).toMatchObject({ status: "completed", done: users.length })
      const reads = (await here.calls()).filter((call) => call === READ)
      expect(reads.length).toBeLessThanOrEqual(users.length + 6)
    })

    it("reads each member the store knows, and no one else", async () => {
      const here = scene()
      const [taken = "", left = "", ...others] = await here.addHolders(45, "Gold")
      await here.control.addManyMembers(here.server.guildId, 30)
      await here.control.takeRole(here.server.guildId, taken, here.roleId("Gold"))
      await here.control.removeMember(here.server.guildId, left)
      await here.control.clearRequests()
      const run = await here.reconcile()
      const calls = await here.calls()
      expect(calls.filter((call) => call === READ)).toHaveLength(45)
      expect(calls.filter((call) => call !== READ)).toEqual([LIST, ADD])
      expect(await here.rolesOf(taken)).toEqual(["Gold"])
      expect(await here.membership(left)).toMatchObject({
        in_server: false,
        status: "waiting_for_join",
      })
      expect(run).toMatchObject({ status: "completed", done: 45, added: 1 })
      expect(others).toHaveLength(43)
    })

    it("ends in words when the bot is out of the server", async () => {
      const here = scene()
      await here.addHolders(3, "Gold")
      await here.control.removeBot(here.server.guildId, APPLICATION.client_id)
      const id = await here.begin()
      await here.process.reconciles.takeUp()
      await here.process.reconciles.idle()
      expect(await here.run(id)).toMatchObject({
        status: "failed",
        error_message: expect.stringContaining("not in this Discord server") as string,
      })
      expect(await here.db("discord_server").pluck("unreadable")).toEqual(["bot_in_server"])
    })

    it("asks Discord again by itself whether the bot token is refused, though nothing else calls it", async () => {
      const here = scene()
      await here.addHolders(3, "Gold")
      const { engine } = here.process
      await here.control.clearRequests()
      const asked = () => here.control.requests({ route: "/users/@me" })
      await engine.healSelf(false)
      expect(await asked()).toEqual([])
      await engine.healSelf(true)
      expect(await asked()).toHaveLength(1)
      // Once a minute.
      await engine.healSelf(true)
      expect(await asked()).toHaveLength(1)
    })
  })
}
