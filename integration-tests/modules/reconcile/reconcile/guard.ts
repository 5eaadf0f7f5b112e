import { render } from "../../../../src/messages"
import { LIST, REMOVE, withScene } from "./scene"

const MEMBERS = 100
const MANY = 30

/** @see ../reconcile.spec.ts */
export function testGuard(): void {
  describe("a run that would take away many roles", () => {
    const scene = withScene()

    /** Many lost what they bought, and one role was taken by hand. */
    async function suspicious(): Promise<{ ended: string[]; taken: string; id: string }> {
      const here = scene()
      const [taken = "", ...users] = await here.addHolders(MEMBERS, "Gold")
      const ended = users.slice(0, MANY)
      await here.endSilently(ended)
      await here.control.takeRole(here.server.guildId, taken, here.roleId("Gold"))
      await here.control.clearRequests()
      const { id } = await here.reconcile()
      return { ended, taken, id }
    }

    it("gives what is missing, and takes nothing before an admin confirms", async () => {
      const here = scene()
      const { ended, taken, id } = await suspicious()
      expect(await here.rolesOf(taken)).toEqual(["Gold"])
      expect(await here.calls()).not.toContain(REMOVE)
      expect(await here.run(id)).toMatchObject({
        status: "waiting_for_admin",
        can_confirm: true,
        can_cancel: true,
        added: 1,
        removed: 0,
        takings: { removed: MANY, roles: MEMBERS },
        message: `This would take away ${MANY} of the ${MEMBERS} roles that the store has given in this server. Nothing is taken before you confirm it.`,
      })
      await here.process.reconciles.confirm(id)
      await here.goOn()
      for (const user of ended) {
        expect(await here.rolesOf(user)).toEqual([])
      }
      expect(await here.run(id)).toMatchObject({
        status: "completed",
        added: 1,
        removed: MANY,
        can_confirm: false,
      })
    })

    it("is told of in the dashboard's feed, once", async () => {
      const here = scene()
      const { id } = await suspicious()
      const notices = await here.process.reconciles.notices()
      expect(notices.map(({ key, description }) => [key, render(description)])).toEqual([
        [
          `${id}:asks`,
          expect.stringContaining(`would take away ${MANY} of the ${MEMBERS} roles`) as string,
        ],
      ])
      await notices[0]?.markSent()
      expect(await here.process.reconciles.notices()).toEqual([])
      expect(await here.run(id)).toMatchObject({ status: "waiting_for_admin", can_confirm: true })
    })

    it("takes nothing when it is canceled", async () => {
      const here = scene()
      const { ended, id } = await suspicious()
      await here.process.runs.cancel(id)
      await here.goOn()
      expect(await here.run(id)).toMatchObject({ status: "canceled" })
      for (const user of ended) {
        expect(await here.rolesOf(user)).toEqual(["Gold"])
      }
    })

    it("asks again when it is canceled and resumed", async () => {
      const here = scene()
      const { ended, id } = await suspicious()
      await here.process.runs.cancel(id)
      await here.process.runs.resume(id)
      await here.goOn()
      expect(await here.run(id)).toMatchObject({
        status: "waiting_for_admin",
        takings: { removed: MANY, roles: MEMBERS },
      })
      for (const user of ended) {
        expect(await here.rolesOf(user)).toEqual(["Gold"])
      }
    })

    it("lists what it asks about, and not what it has given meanwhile", async () => {
      const here = scene()
      const { id } = await suspicious()
      const { reconciles } = here.process
      expect(await reconciles.listDifferences(id, { limit: 1, offset: 0 })).toMatchObject({
        count: MANY,
        roles: [{ name: "Gold", added: 0, removed: MANY }],
      })
    })

    it("has nobody's role taken by the slow round before it is answered", async () => {
      const here = scene()
      const { ended } = await suspicious()
      await here.db("discord_membership").update({ look_at: new Date(0) })
      await here.process.engine.sweep()
      await here.settled()
      for (const user of ended) {
        expect(await here.rolesOf(user)).toEqual(["Gold"])
      }
    })

    it("counts who would be taken out of the server, and says so", async () => {
      const here = scene()
      const { process } = here
      const buyers: string[] = []
      for (let i = 0; i < MANY; i++) {
        buyers.push(await here.addBuyer(`buyer_${i}`, "Gold"))
      }
      await here.kickAtTheEnd()
      await here.endOf(buyers)
      const run = await here.reconcile()
      expect(run).toMatchObject({
        status: "waiting_for_admin",
        takings: { removed: MANY, roles: MANY },
      })
      const list = await process.reconciles.listDifferences(run.id, { limit: 1, offset: 0 })
      expect(list).toMatchObject({
        kicked: MANY,
        differences: [{ kicked: true, removed: [{ name: "Gold" }] }],
      })
      await process.reconciles.confirm(run.id)
      await here.goOn()
      for (const user of buyers) {
        expect(await here.rolesOf(user)).toBeNull()
      }
    })

    it("takes nobody out who was left in the server when their access ended", async () => {
      const here = scene()
      const buyer = await here.addBuyer("noah_b", "Gold")
      await here.endOf([buyer])
      expect(await here.reconcile()).toMatchObject({ removed: 1 })
      await here.kickAtTheEnd()
      for (const dry_run of [true, false]) {
        expect(await here.reconcile({ dry_run })).toMatchObject({ status: "completed", removed: 0 })
      }
      expect(await here.rolesOf(buyer)).toEqual([])
    })

    it("makes way for the next one, which asks anew", async () => {
      const here = scene()
      const { ended, id } = await suspicious()
      await here
        .db("discord_entitlement")
        .whereIn(
          "customer_id",
          ended.slice(0, 25).map((user) => `cus_${user}`),
        )
        .update({ ends_at: null, ended_reason: null })
      await here.control.clearRequests()
      expect(await here.reconcile()).toMatchObject({ status: "completed", removed: MANY - 25 })
      expect(await here.run(id)).toMatchObject({ status: "canceled", can_resume: false })
      expect((await here.calls()).filter((call) => call === LIST)).toHaveLength(2)
    })
  })
}
