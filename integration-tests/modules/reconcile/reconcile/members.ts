import { ADD, JOIN, LIST, withScene } from "./scene"

/** @see ../reconcile.spec.ts */
export function testMembers(): void {
  describe("finds by itself", () => {
    const scene = withScene()

    it("who left and came back: they hold their roles again", async () => {
      const here = scene()
      const [user = ""] = await here.addHolders(30, "Gold")
      await here.reconcile()
      await here.control.removeMember(here.server.guildId, user)
      await here.control.addMember(here.server.guildId, user)
      await here.control.clearRequests()
      await here.reconcile()
      expect(await here.rolesOf(user)).toEqual(["Gold"])
      expect(await here.calls()).toEqual([LIST, LIST, ADD])
      expect(await here.ledgerOf(user)).toEqual(["Gold granted"])
    })

    it("who came back after they were seen to be out", async () => {
      const here = scene()
      const [user = ""] = await here.addHolders(30, "Gold")
      await here.control.removeMember(here.server.guildId, user)
      await here.reconcile()
      expect(await here.membership(user)).toMatchObject({ status: "waiting_for_join" })
      expect(await here.ledgerOf(user)).toEqual([])
      await here.control.addMember(here.server.guildId, user)
      await here.control.clearRequests()
      await here.reconcile()
      expect(await here.rolesOf(user)).toEqual(["Gold"])
      expect(await here.calls()).toEqual([LIST, LIST, ADD])
    })

    it("who left and agreed to be brought in: they are, with their roles, in one call", async () => {
      const here = scene()
      await here.addHolders(30, "Silver")
      const user = await here.addBuyer("ada", "Gold")
      await here.control.removeMember(here.server.guildId, user)
      await here.control.clearRequests()
      await here.reconcile()
      expect(await here.rolesOf(user)).toEqual(["Gold"])
      expect(await here.calls()).toEqual([LIST, LIST, JOIN])
    })

    it("whose ban was lifted, and tries who is still banned once", async () => {
      const here = scene()
      await here.addHolders(30, "Silver")
      const user = await here.addBuyer("ada", "Gold")
      await here.control.ban(here.server.guildId, user)
      await here.reconcile()
      expect(await here.membership(user)).toMatchObject({ status: "waiting_for_customer" })
      await here.control.clearRequests()
      await here.reconcile()
      expect(await here.calls()).toEqual([LIST, LIST, JOIN])
      await here.control.unban(here.server.guildId, user)
      await here.reconcile()
      expect(await here.rolesOf(user)).toEqual(["Gold"])
    })

    it("who has accepted the server's rules", async () => {
      const here = scene()
      await here.addHolders(30, "Silver")
      await here.control.updateGuild(here.server.guildId, { membership_screening: true })
      const user = await here.addBuyer("ada", "Gold")
      expect(await here.membership(user)).toMatchObject({ pending: true })
      await here.control.acceptScreening(here.server.guildId, user)
      await here.reconcile()
      expect(await here.membership(user)).toMatchObject({ pending: false, status: "synced" })
      expect(await here.rolesOf(user)).toEqual(["Gold"])
    })

    it.each([
      ["restore", ["Gold"], "Gold granted", [LIST, LIST, ADD]],
      ["respect", [], "Gold withheld", [LIST, LIST]],
    ] as const)(
      "a role that was taken by hand, and does as the server says: %s",
      async (on_role_removed, roles, ledger, calls) => {
        const here = scene()
        const [user = ""] = await here.addHolders(30, "Gold")
        await here.setServer({ on_role_removed })
        await here.control.takeRole(here.server.guildId, user, here.roleId("Gold"))
        await here.control.clearRequests()
        await here.reconcile()
        expect(await here.rolesOf(user)).toEqual(roles)
        expect(await here.ledgerOf(user)).toEqual([ledger])
        expect(await here.calls()).toEqual(calls)
      },
    )

    it("nothing about whom somebody works on, or has written to since Discord was asked", async () => {
      const here = scene()
      const [worked = "", written = ""] = await here.addHolders(30, "Gold")
      for (const user of [worked, written]) {
        await here.control.takeRole(here.server.guildId, user, here.roleId("Gold"))
      }
      const soon = new Date(Date.now() + 60_000)
      const change = (user: string, to: Record<string, unknown>) =>
        here
          .db("discord_membership")
          .where({ account_id: `dacc_${user}` })
          .update(to)
      await change(worked, { lease_id: "another", lease_expires_at: soon })
      await change(written, { updated_at: soon })
      const id = await here.begin({ dry_run: true })
      await here.process.reconciles.takeUp()
      await here.process.reconciles.idle()
      expect(await here.run(id)).toMatchObject({ added: 0, done: 30, status: "completed" })
      await change(worked, { lease_id: null, lease_expires_at: null })
      await change(written, { updated_at: new Date() })
      expect(await here.reconcile({ dry_run: true })).toMatchObject({ added: 2, done: 30 })
    })

    it("no fault in roles that moderators gave", async () => {
      const here = scene()
      const [user = ""] = await here.addHolders(30, "Gold")
      await here.control.giveRole(here.server.guildId, user, here.roleId("Silver"))
      await here.control.clearRequests()
      expect(await here.reconcile()).toMatchObject({ added: 0, removed: 0 })
      expect(await here.rolesOf(user)).toEqual(["Silver", "Gold"])
      expect(await here.calls()).toEqual([LIST, LIST])
    })
  })
}
