import doctor from "../../../../src/scripts/doctor"
import { APPLICATION } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../webhook.spec.ts */
export function testDoctor(scene: () => Scene): void {
  describe("the doctor", () => {
    const ask = async (...args: string[]) => {
      const { container } = scene()
      const written = jest.spyOn(process.stdout, "write").mockReturnValue(true)
      try {
        await doctor({ container, args })
        return {
          text: written.mock.calls.map(([text]) => String(text)).join(""),
          code: process.exitCode,
        }
      } finally {
        written.mockRestore()
        process.exitCode = 0
      }
    }

    const runTwo = () =>
      scene().db.raw(
        `insert into discord_process (id, worker_mode, has_shared_locks, created_at, seen_at)
         select id, 'shared', false, now() - interval '1 minute', now()
           from unnest(array['dproc_one', 'dproc_two']) as id`,
      )

    it("says what the settings show, in words, and what is worst in its exit code", async () => {
      const { admin, db, discord, newBuyer, service, settled, setUp } = scene()
      await db("discord_process").delete()
      await service.sweep()
      await discord.control.updateApplication(APPLICATION.client_id, {
        event_webhooks_url: `${service.options.backendUrl}/discord/webhook`,
        event_webhooks_status: 2,
        event_webhooks_types: ["APPLICATION_DEAUTHORIZED"],
      })
      await setUp()
      const { customer, userId } = await newBuyer("patient")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const well = await ask()
      expect(well.text).toContain("  ok    Discord accepts the bot token.")
      expect(well.text).toContain("Discord server Test Community, as last read")
      expect(well.text).toContain("Members: 1 in order, 0 being worked on")
      expect(well.text).toContain('grant_on: "authorized"')
      // Roles without a channel of their own are worth a look, no more.
      expect(well.code).toBe(1)

      await discord.control.updateApplication(APPLICATION.client_id, { bot_token: "reset" })
      const ill = await ask("de")
      expect(ill.text).toContain("  FAIL  Discord lehnt das Bot-Token ab.")
      expect(ill.text).toContain("Etwas hält Kunden von ihren Rollen ab.")
      expect(ill.code).toBe(2)

      await discord.control.outage(true)
      await runTwo()
      const { text, code } = await ask("xx")
      expect([code, text]).toEqual([2, expect.stringContaining("  FAIL  Discord did not answer.")])
      // What the database knows is told all the same; the store's own sign of life may have come meanwhile.
      expect(text).toMatch(/ {2}WARN {2}[23] processes of this store run on one database/)
      expect(await admin.send("/admin/discord/servers")).toMatchObject({ count: 1 })
      for (const secret of [
        APPLICATION.bot_token,
        APPLICATION.client_secret,
        APPLICATION.encryption_key,
      ]) {
        expect(well.text + ill.text + text).not.toContain(secret)
      }
    })

    it("says what to do where the tables are missing, and fails", async () => {
      const { db } = scene()
      await db.raw("alter table discord_process rename to discord_process_away")
      try {
        const { text, code } = await ask()
        expect(code).toBe(2)
        expect(text).toContain("  FAIL  Tables of the plugin are missing")
        expect(text).toContain("npx medusa db:migrate")
        expect(text).not.toContain("select")
      } finally {
        await db.raw("alter table discord_process_away rename to discord_process")
      }
    })
  })
}
