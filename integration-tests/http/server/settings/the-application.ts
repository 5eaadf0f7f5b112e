import type { AdminDiscordApplicationResponse } from "../../../../src/types/http"
import { APPLICATION, CALLBACK_URL, SIGN_IN_URL } from "../../../helpers/store/application"
import { newcomer, putConsent, waitingConsent } from "../../../helpers/account/discord-sign-in"
import type { Scene } from "../../../helpers/store/suite"
import { APPLICATION_PATH } from "./shared"

/** @see ../settings.spec.ts */
export function testTheApplication(scene: () => Scene): void {
  describe("the application", () => {
    const checks = async () => {
      const { checks } = await scene().admin.send<AdminDiscordApplicationResponse>(APPLICATION_PATH)
      return new Map(checks.map((check) => [check.id, check]))
    }

    it("is held against Discord, option by option", async () => {
      const answer = await scene().admin.send<AdminDiscordApplicationResponse>(APPLICATION_PATH)
      expect(answer).toMatchObject({
        client_id: APPLICATION.client_id,
        redirect_uri: CALLBACK_URL,
        portal_url: expect.stringContaining(APPLICATION.client_id) as string,
      })
      expect(answer.checks.map(({ id, ok, fix }) => [id, ok, fix])).toEqual([
        ["bot_token", true, null],
        ["client_id", true, null],
        ["client_secret", true, null],
        ["redirect_uri", true, null],
        ["sign_in_page", true, null],
      ])
    })

    it("is looked after by nobody: the words say what to look at", async () => {
      const { db } = scene()
      const silentFor = (time: string) =>
        db.raw(
          `insert into discord_lease (id, owner, expires_at, begun_at, done_at)
           values ('chore:sweep', 'another', now() + interval '1 hour', now(), now() - cast(:time as interval))
           on conflict (id) do update set
             owner = excluded.owner, expires_at = excluded.expires_at, done_at = excluded.done_at`,
          { time },
        )
      await silentFor("4 minutes")
      expect((await checks()).has("sweep")).toBe(false)
      await silentFor("6 minutes")
      expect((await checks()).get("sweep")).toMatchObject({
        ok: false,
        message: expect.stringContaining("Nobody has swept for five minutes") as string,
        fix: expect.stringContaining("workerMode worker or shared") as string,
      })
    })

    it("says of how many customers an older key seals the tokens, and no key opens them", async () => {
      const { db, discord, newBuyer } = scene()
      await db("discord_account_token").delete()
      const { customer, userId } = await newBuyer("sealed")
      await customer.connect(discord, userId)
      expect((await checks()).has("older_key")).toBe(false)
      expect((await checks()).has("lost_key")).toBe(false)

      await db.raw(
        "update discord_account_token set sealed = 'gone.' || split_part(sealed, '.', 2) || '.1'",
      )
      const lost = await checks()
      expect(lost.get("lost_key")).toMatchObject({
        ok: false,
        message: expect.stringContaining("this many customers: 1.") as string,
      })
      expect(lost.has("older_key")).toBe(false)

      await db.raw(
        "update discord_account_token set sealed = 'default.' || split_part(sealed, '.', 2)",
      )
      const older = await checks()
      expect(older.get("older_key")).toMatchObject({
        ok: false,
        message: expect.stringContaining("this many customers: 1.") as string,
      })
      expect(older.has("lost_key")).toBe(false)
      await db("discord_account_token").delete()
    })

    it("counts the consents that wait as well: of a guest's cart, and of a sign-in", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "waiting")
      await ada.signIn()
      const [, body = ""] = (await waitingConsent(db, ada.userId))?.split(".") ?? []
      const sealUnder = async (mark: { id: string; bound: string }) => {
        const sealed = `${mark.id}.${body}${mark.bound}`
        await putConsent(db, ada.userId, { sealed_consent: sealed })
        await db("discord_cart_consent").delete()
        await db("discord_cart_consent").insert({
          id: "dcart_waiting",
          cart_id: "cart_waiting",
          discord_user_id: ada.userId,
          username: "waiting",
          scopes: "{}",
          sealed,
          token_expires_at: new Date(Date.now() + 3_600_000),
          expires_at: new Date(Date.now() + 3_600_000),
        })
      }
      await sealUnder({ id: "gone", bound: ".1" })
      expect((await checks()).get("lost_key")?.message).toContain("this many customers: 2.")
      await sealUnder({ id: "default", bound: "" })
      const older = await checks()
      expect(older.get("older_key")?.message).toContain("this many customers: 2.")
      expect(older.has("lost_key")).toBe(false)
      await db("discord_cart_consent").delete()
    })

    it("makes no token to find out whether the secret is right", async () => {
      const { discord } = scene()
      const before = await discord.control.issuedSecrets()
      await checks()
      expect(await discord.control.issuedSecrets()).toEqual(before)
    })

    it("is missing its redirect URI: the words hold it to the letter", async () => {
      const { discord } = scene()
      await discord.control.updateApplication(APPLICATION.client_id, {
        redirect_uris: [`${CALLBACK_URL}/`],
      })
      expect((await checks()).get("redirect_uri")).toMatchObject({
        ok: false,
        fix: expect.stringContaining(`enter ${CALLBACK_URL} and save`) as string,
      })
    })

    it("is missing the page on which signing in ends, which is named", async () => {
      const { discord } = scene()
      await discord.control.updateApplication(APPLICATION.client_id, {
        redirect_uris: [CALLBACK_URL],
      })
      const found = await checks()
      expect(found.get("redirect_uri")).toMatchObject({ ok: true })
      expect(found.get("sign_in_page")).toMatchObject({
        ok: false,
        message: expect.stringContaining("nobody can sign in with Discord") as string,
        fix: expect.stringContaining(`enter ${SIGN_IN_URL} and save`) as string,
      })
    })

    it("has a bot token that was reset", async () => {
      const { discord } = scene()
      await discord.control.updateApplication(APPLICATION.client_id, { bot_token: "reset" })
      const found = await checks()
      expect([...found].map(([id, { ok }]) => [id, ok])).toEqual([
        ["bot_token", false],
        ["client_secret", true],
      ])
    })

    it("belongs to another bot than the client ID says, or Discord does not know its secret", async () => {
      const { discord } = scene()
      await discord.control.reset()
      await discord.control.createApplication({
        redirect_uris: [CALLBACK_URL],
        bot_token: APPLICATION.bot_token,
      })
      const found = await checks()
      expect([...found].map(([id, { ok }]) => [id, ok])).toEqual([
        ["bot_token", true],
        ["client_id", false],
        ["client_secret", false],
      ])
    })

    it("cannot be told while Discord is down, and that is said; what the store knows by itself is told", async () => {
      const { db, discord } = scene()
      await db("discord_process").insert({
        id: "dproc_worker",
        worker_mode: "worker",
        has_shared_locks: true,
        bot_token: "refused",
        seen_at: new Date(Date.now() + 10_000),
      })
      await discord.control.outage(true)
      const found = await checks()
      await db("discord_process").where({ id: "dproc_worker" }).delete()
      expect(found.get("unasked")).toMatchObject({
        ok: false,
        message: "Discord did not answer.",
        fix: expect.stringContaining("https://discordstatus.com") as string,
      })
      expect([...found.keys()]).toContain("other_processes")
      expect([...found.keys()]).not.toContain("bot_token")
    })
  })
}
