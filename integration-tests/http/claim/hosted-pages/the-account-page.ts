import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { ACCOUNT, connectedGuest, locationOf, open, press, wordsOf, type Page } from "./shared"

const refreshOf = ({ body }: Page) => /http-equiv="refresh" content="([^"]*)"/.exec(body)?.[1]

/** @see ../hosted-pages.spec.ts */
export function testTheAccountPage(scene: () => Scene): void {
  describe("the account page", () => {
    it("looks again by itself, a few times, while a role is on its way, and then no more", async () => {
      const { db, discord } = scene()
      const { browser, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      await eventually(async () =>
        expect(wordsOf(await open(browser, ACCOUNT))).toContain("You have it"),
      )
      expect(refreshOf(await open(browser, ACCOUNT))).toBeUndefined()

      // As if the role had been lost, and Discord did not answer.
      await discord.control.outage(true)
      await db("discord_role_grant").delete()
      await db("discord_membership").update({ status: "retrying", next_attempt_at: null })
      const pending = await open(browser, ACCOUNT)
      expect(wordsOf(pending)).toContain("On its way")
      expect(refreshOf(pending)).toMatch(
        /^2; url=http:\/\/localhost:9000\/discord\/account\?look=2$/,
      )
      expect(refreshOf(await open(browser, `${ACCOUNT}?look=6`))).toContain("look=7")
      for (const look of ["7", "99"]) {
        expect(refreshOf(await open(browser, `${ACCOUNT}?look=${look}`))).toBeUndefined()
      }
      for (const look of ["-1", "1e9", "x", "%3Cb%3E"]) {
        const page = await open(browser, `${ACCOUNT}?look=${look}`)
        expect([look, page.status, refreshOf(page)]).toEqual([look, 200, refreshOf(pending)])
      }
      await discord.control.outage(false)
    })

    it("brings back who left, at the press of a button, six times a minute", async () => {
      const { discord } = scene()
      const { browser, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      await discord.control.removeMember(discord.guildId, userId)
      expect(locationOf(await press(browser, "check"))).toContain(ACCOUNT)
      await discord.expectRoles(userId, ["Gold"])
      for (let more = 1; more < 6; more++) {
        expect((await press(browser, "check")).status).toBe(303)
      }
      const tooOften = await press(browser, "check")
      expect([tooOften.status, wordsOf(tooOften)]).toEqual([
        429,
        expect.stringMatching(/Too many requests\. Please wait \d+ seconds/),
      ])
      expect(Number(tooOften.headers.get("retry-after"))).toBeGreaterThan(0)
    })

    it("disconnects after it has asked, and then shows nothing any more", async () => {
      const { db, discord } = scene()
      const { browser, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      await eventually(async () => {
        const asked = wordsOf(await open(browser, `${ACCOUNT}/disconnect`))
        expect(asked).toMatch(/Disconnect gina\?.*e-mail address.*Gold \(Test Community\).*Cancel/)
      })
      expect(await db("discord_account_link")).toHaveLength(1)
      await press(browser, "disconnect")
      await discord.expectRoles(userId, [])
      expect(await db("discord_account_link")).toEqual([])
      const after = await open(browser, ACCOUNT)
      expect(wordsOf(after)).toMatch(/not connected.*You have disconnected Discord/)
      expect(after.body).not.toMatch(/gina|<form/)
      expect(locationOf(await open(browser, `${ACCOUNT}/disconnect`))).toContain(ACCOUNT)
    })

    it("shows nothing any more once an admin has ended the connection, or the customer is somebody else", async () => {
      const { admin, db, discord, newBuyer } = scene()
      const { browser, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      await eventually(async () =>
        expect(wordsOf(await open(browser, ACCOUNT))).toContain("You have it"),
      )
      const [session] = await db<{ customer_id: string }>("discord_page_session")
      const path = `/admin/customers/${session?.customer_id}/discord/account`
      const { userId: other } = await newBuyer("olga")
      await discord.control.addMember(discord.guildId, other)
      await admin.send(path, { body: { discord_user_id: other } })
      const changed = await open(browser, ACCOUNT)
      expect(wordsOf(changed)).toMatch(/not connected.*another Discord account took its place/)
      expect(changed.body).not.toMatch(/gina|olga|<form/)
      await admin.send(path, { method: "DELETE" })
      expect((await open(browser, ACCOUNT)).body).not.toMatch(/gina|olga|<form/)
    })

    it("is forgotten with its customer, and after its hours", async () => {
      const { db, discord, service } = scene()
      const { browser, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      const [session] = await db<{ customer_id: string; expires_at: Date }>("discord_page_session")
      expect(session?.expires_at.getTime()).toBeGreaterThan(Date.now() + 3 * 3_600_000)
      expect(session?.expires_at.getTime()).toBeLessThan(Date.now() + 5 * 3_600_000)
      await service.sweep()
      expect(await db("discord_page_session")).toHaveLength(1)

      await db("discord_page_session").update({ expires_at: new Date(Date.now() - 1000) })
      const late = await open(browser, ACCOUNT)
      expect([late.status, wordsOf(late)]).toEqual([
        403,
        expect.stringMatching(/This page is closed.*open the link in the store's message again/),
      ])
      await service.sweep()
      expect(await db("discord_page_session")).toEqual([])

      const { browser: noahs } = await connectedGuest(scene(), "noah")
      const [noah] = await db<{ customer_id: string }>("discord_page_session")
      await service.accounts.erase(noah?.customer_id ?? "")
      expect(await db("discord_page_session")).toEqual([])
      expect((await open(noahs, ACCOUNT)).status).toBe(403)
    })
  })
}
