import { rows } from "../../../../src/modules/discord/db/db"
import { LIST, ROLES, withScene, type Role, type Scene } from "./scene"

const MEMBERS = 300
const EDITS = 120

/** @see ../reconcile.spec.ts */
export function testDryRun(): void {
  describe("a dry run", () => {
    const scene = withScene()

    it("finds exactly what differs, and changes nothing; confirmed, exactly that is done", async () => {
      const here = scene()
      const drift = await drifted(here)
      await here.control.clearRequests()
      const before = await stateOf(here)
      const run = await here.reconcile({ dry_run: true })
      expect(await here.calls()).toEqual([LIST, LIST])
      expect(await stateOf(here)).toEqual(before)
      expect(await found(here, run.id)).toEqual(drift)
      const added = drift.filter((each) => each.includes(" +")).length
      const removed = drift.filter((each) => each.includes(" -")).length
      expect(run).toMatchObject({ status: "completed", can_confirm: true, added, removed })
      await here.process.reconciles.confirm(run.id)
      await here.goOn()
      expect(await here.calls()).toHaveLength(2 + drift.length)
      expect(await here.run(run.id)).toMatchObject({ status: "completed", added, removed })
      expect(await here.reconcile({ dry_run: true })).toMatchObject({ added: 0, removed: 0 })
    })

    it("lists by role and by page", async () => {
      const here = scene()
      const users = await here.addHolders(30, "Gold")
      for (const user of users.slice(0, 5)) {
        await here.control.takeRole(here.server.guildId, user, here.roleId("Gold"))
      }
      const { id } = await here.reconcile({ dry_run: true })
      const page = await here.process.reconciles.listDifferences(id, { limit: 2, offset: 4 })
      expect(page).toMatchObject({
        count: 5,
        limit: 2,
        offset: 4,
        roles: [{ role_id: here.roleId("Gold"), name: "Gold", added: 5, removed: 0 }],
      })
      expect(page.differences).toHaveLength(1)
      expect(page.differences[0]).toMatchObject({ added: [{ name: "Gold" }], removed: [] })
    })

    it("cannot be confirmed once the server was checked again", async () => {
      const here = scene()
      await here.addHolders(3, "Gold")
      const { id } = await here.reconcile({ dry_run: true })
      await here.reconcile()
      await expect(here.process.reconciles.confirm(id)).rejects.toMatchObject({
        type: "not_allowed",
      })
    })

    it("looks once more at who has changed since, before it does what was confirmed", async () => {
      const here = scene()
      const [user = ""] = await here.addHolders(30, "Gold")
      await here.control.takeRole(here.server.guildId, user, here.roleId("Gold"))
      const { id } = await here.reconcile({ dry_run: true })
      await here.control.giveRole(here.server.guildId, user, here.roleId("Gold"))
      const { id: membership } = await here.membership(user)
      await here
        .db("discord_membership")
        .where({ id: membership })
        .update({ updated_at: new Date() })
      await here.control.clearRequests()
      await here.process.reconciles.confirm(id)
      await here.goOn()
      expect(await here.calls()).toEqual(["GET /guilds/:guild/members/:user"])
    })

    it("looks once more at who was not seen within minutes, when it is confirmed: a moderator's role stays a moderator's", async () => {
      const here = scene()
      const [user = ""] = await here.addHolders(30, "Gold")
      const { id: membership_id } = await here.membership(user)
      await here.db("discord_role_grant").where({ membership_id }).delete()
      await here.control.takeRole(here.server.guildId, user, here.roleId("Gold"))
      const { id } = await here.reconcile({ dry_run: true })
      await here.control.giveRole(here.server.guildId, user, here.roleId("Gold"))
      await here.db.raw("update discord_difference set seen_at = seen_at - interval '6 minutes'")
      await here.db.raw(
        "update discord_membership set updated_at = updated_at - interval '10 minutes'",
      )
      await here.process.reconciles.confirm(id)
      await here.goOn()
      expect(await here.ledgerOf(user)).toEqual(["Gold adopted"])
    })
  })
}

/** Edits at random: roles taken by hand, access that ended unnoticed, who left and came back. @returns what is to be found */
async function drifted(here: Scene): Promise<string[]> {
  const { guildId } = here.server
  const held = new Map<string, Role>()
  for (const role of ROLES) {
    for (const user of await here.addHolders(MEMBERS / ROLES.length, role)) {
      held.set(user, role)
    }
  }
  await here.reconcile()
  const order = [...held].sort(() => Math.random() - 0.5).slice(0, EDITS)
  const drift: string[] = []
  for (const [at, [user, role]] of order.entries()) {
    switch (at % 5) {
      case 0:
        await here.control.takeRole(guildId, user, here.roleId(role))
        drift.push(`${user} +${role}`)
        break
      case 1:
        await here.endSilently([user])
        drift.push(`${user} -${role}`)
        break
      case 2:
        await here.control.removeMember(guildId, user)
        await here.control.addMember(guildId, user)
        drift.push(`${user} +${role}`)
        break
      case 3:
        // No drift: both say that the role is not theirs.
        await here.endSilently([user])
        await here.control.takeRole(guildId, user, here.roleId(role))
        break
      default:
        // No drift: another role, by hand.
        await here.control.giveRole(guildId, user, here.roleId(role === "Gold" ? "Bronze" : "Gold"))
    }
  }
  return drift.sort()
}

async function found(here: Scene, runId: string): Promise<string[]> {
  const { differences } = await here.process.reconciles.listDifferences(runId, {
    limit: EDITS,
    offset: 0,
  })
  return differences
    .flatMap(({ discord_user_id, added, removed }) => [
      ...added.map(({ name }) => `${discord_user_id} +${name}`),
      ...removed.map(({ name }) => `${discord_user_id} -${name}`),
    ])
    .sort()
}

/** All that a dry run must leave alone. */
async function stateOf(here: Scene): Promise<unknown[]> {
  return Promise.all([
    rows(here.db, "select * from discord_membership order by id"),
    rows(here.db, "select * from discord_role_grant order by id"),
    rows(here.db, "select count(*) from discord_activity_entry"),
  ])
}
