import { pathOf } from "../../../helpers/store/admin"
import { APPLICATION, BACKEND_URL } from "../../../helpers/store/application"
import { guestOrder } from "../../../helpers/account/claim"
import { eventually } from "../../../helpers/eventually"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import {
  ACCOUNT,
  begin,
  comeBack,
  connectedGuest,
  locationOf,
  open,
  press,
  wordsOf,
} from "./shared"

/** @see ../hosted-pages.spec.ts */
export function testHowAConsentEnds(scene: () => Scene): void {
  describe("how a consent ends", () => {
    it("is a page whose address holds no code, no state and nobody's id", async () => {
      const { discord } = scene()
      const { answer, browser, userId } = await connectedGuest(scene(), "gina")
      expect(locationOf(answer)).toBe(`${BACKEND_URL}${ACCOUNT}`)
      await discord.expectRoles(userId, ["Gold"])
      const page = await open(browser, ACCOUNT)
      expect([page.status, wordsOf(page)]).toEqual([
        200,
        expect.stringMatching(
          /You are connected.*connected to your order.*gina.*@gina.*Test Community.*Gold.*You have it/,
        ),
      ])
    })

    it("is the same for a registered customer whose storefront has a button, and no page", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      const browser = customer.http
      await customer.buy("Gold")
      const { connect_url } = await browser.send<{ connect_url: string }>(
        "/store/discord/connect",
        {
          method: "POST",
        },
      )
      const answer = await comeBack(
        scene(),
        browser,
        locationOf(await open(browser, pathOf(connect_url))),
        userId,
      )
      expect(locationOf(answer)).toBe(`${BACKEND_URL}${ACCOUNT}`)
      await discord.expectRoles(userId, ["Gold"])
      expect(wordsOf(await open(browser, ACCOUNT))).toContain("Discord is connected.")
      const evil = await browser.raw<{ message: string }>("/store/discord/connect", {
        body: { redirect_url: "https://evil.test" },
      })
      expect([evil.status, evil.body.message]).toEqual([
        400,
        expect.stringContaining("redirectUrls"),
      ])
    })

    it("says that nothing was changed to who declines, and leads there again", async () => {
      const { baseUrl, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const browser = new HttpClient(baseUrl)
      await comeBack(scene(), browser, await begin(browser, link), userId, { decision: "deny" })
      const page = await open(browser, ACCOUNT)
      expect(wordsOf(page)).toMatch(/Nothing was changed.*was not allowed to connect.*Try again/)
      expect(wordsOf(page)).not.toMatch(/Gold|Check again|Disconnect/)
      await comeBack(scene(), browser, locationOf(await press(browser, "connect")), userId)
      await discord.expectRoles(userId, ["Gold"])
      expect(wordsOf(await open(browser, ACCOUNT))).toContain("You are connected")
    })

    it("names a conflict and shows the account of neither", async () => {
      const { baseUrl, discord, newBuyer, setUp } = scene()
      await setUp()
      const first = await newBuyer("ada")
      const second = await newBuyer("bea")
      const connect = async (browser: HttpClient, by: HttpClient) => {
        const { connect_url } = await by.send<{ connect_url: string }>("/store/discord/connect", {
          method: "POST",
        })
        const page = locationOf(await open(browser, pathOf(connect_url)))
        await comeBack(scene(), browser, page, first.userId)
        return wordsOf(await open(browser, ACCOUNT))
      }
      await connect(new HttpClient(baseUrl), first.customer.http)
      const shown = await connect(new HttpClient(baseUrl), second.customer.http)
      expect(shown).toMatch(/not connected.*connected to another customer.*Try again/)
      expect(shown).not.toMatch(/ada|Gold/)
      expect(await discord.rolesOf(second.userId)).toBeNull()
    })

    it("leaves the account in sight of who connected before and declines a second time", async () => {
      const { discord } = scene()
      const { browser, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      // The guest takes the store's application away in Discord, and leaves.
      await discord.control.revokeAuthorization(userId, APPLICATION.client_id)
      await discord.control.removeMember(discord.guildId, userId)
      await press(browser, "check")
      await eventually(async () =>
        expect(wordsOf(await open(browser, ACCOUNT))).toMatch(/Waiting.*Connect Discord again/),
      )
      const again = async (choice: { decision?: "deny" }) =>
        comeBack(scene(), browser, locationOf(await press(browser, "connect")), userId, choice)
      await again({ decision: "deny" })
      expect(wordsOf(await open(browser, ACCOUNT))).toMatch(/Nothing was changed.*gina.*Waiting/)
      await again({})
      await discord.expectRoles(userId, ["Gold"])
    })

    it("asks who did not allow to be brought in to connect once more", async () => {
      const { baseUrl, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const browser = new HttpClient(baseUrl)
      await comeBack(scene(), browser, await begin(browser, link), userId, { scopes: ["identify"] })
      await eventually(async () =>
        expect(wordsOf(await open(browser, ACCOUNT))).toMatch(
          /not allowed to bring you.*You are not in Test Community.*Connect Discord again/,
        ),
      )
      await comeBack(scene(), browser, locationOf(await press(browser, "connect")), userId)
      await discord.expectRoles(userId, ["Gold"])
    })
  })
}
