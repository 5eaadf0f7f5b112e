import type { IEventBusModuleService } from "@medusajs/framework/types"
import { AuthWorkflowEvents, Modules } from "@medusajs/framework/utils"
import { sweepGuestsWorkflow } from "../../src/workflows/account"
import { pathOf } from "../helpers/admin"
import { STOREFRONT_URL } from "../helpers/application"
import { claim, claimLink, consentToClaim, guest, refusalOf } from "../helpers/claim"
import { Customer, endingOf } from "../helpers/customer"
import { eventually } from "../helpers/eventually"
import { HttpClient } from "../helpers/http"
import { storeSuite, type Scene } from "../helpers/suite"

interface ErrorBody {
  type: string
  message: string
}

storeSuite("from a guest's order to a role", (scene) => {
  describe("a claim link", () => {
    it("binds the order to the Discord user who opens it, and sends them back to the storefront", async () => {
      const { db, discord } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      expect(endingOf(await claim(scene(), link, userId))).toEqual({
        page: STOREFRONT_URL,
        discord: "connected",
        message: "Discord is connected to your order.",
      })
      await discord.expectRoles(userId, ["Gold"])
      expect(await db("discord_activity_entry").where({ action: "order_claimed" })).toMatchObject([
        { trigger: order },
      ])
    })

    it("serves a storefront with a page of its own for it", async () => {
      const { baseUrl, discord, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const shop = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      const body = { token: tokenOf(link), redirect_url: `${STOREFRONT_URL}?order=1` }
      const { authorization_url } = await shop.send<{ authorization_url: string }>(
        "/store/discord/claims",
        { body },
      )
      const callback = await discord.control.authorize(authorization_url, { user_id: userId })
      expect(endingOf(await shop.raw(pathOf(callback))).discord).toBe("connected")
      await discord.expectRoles(userId, ["Gold"])
    })

    it("is kept where no reader of the database can use it", async () => {
      const { db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const signature = tokenOf(link).split(".").at(-1) ?? ""
      expect(signature.length).toBe(43)
      expect(JSON.stringify(await db("discord_claim"))).toContain('"token_hash"')
      expect(JSON.stringify(await db("discord_claim"))).not.toContain(signature)
    })

    it("gives a role only while the order stands, like any other", async () => {
      const { cancel, discord } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("changes nothing when the guest refuses in Discord, and works afterwards", async () => {
      const { baseUrl, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const browser = new HttpClient(baseUrl)
      const page = (await browser.raw(pathOf(link))).headers.get("location") ?? ""
      const refused = await discord.control.authorize(page, { user_id: userId, decision: "deny" })
      expect(endingOf(await browser.raw(pathOf(refused))).discord).toBe("declined")
      expect(await discord.rolesOf(userId)).toBeNull()
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
    })
  })

  describe("a link that does not work", () => {
    it("is one that was used", async () => {
      const { discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
      expect(await refusalOf(scene(), link)).toContain("409 This link has been used already")
      const answer = await storeClaim(scene(), tokenOf(link))
      expect(answer).toMatchObject({
        status: 409,
        body: { type: "conflict", message: expect.stringContaining("used already") as string },
      })
    })

    it("is one that was changed, cut short, made up or signed by another store", async () => {
      const { db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const token = tokenOf(link)
      const [id = "", expiry = "", key = "", signature = ""] = token.split(".")
      const later = (parseInt(expiry, 36) + 1).toString(36)
      for (const forged of [
        `${id}.${later}.${key}.${signature}`,
        `${id}x.${expiry}.${key}.${signature}`,
        `${id}.${expiry}.other.${signature}`,
        `${id}.${expiry}.${key}.${signature.slice(0, -1)}`,
        `${id}.${expiry}.${key}.${"A".repeat(43)}`,
        `${token}.x`.slice(1),
        id,
        "..",
      ]) {
        const answer = await storeClaim(scene(), forged)
        expect([forged, answer.status]).toEqual([forged, 400])
        expect(answer.body.message).toContain("not one of the store's, or was cut short")
      }
      expect(await db("discord_oauth_state")).toEqual([])
    })

    it("is one that has expired, whatever the database says of it", async () => {
      const { db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      await db("discord_claim").update({ expires_at: new Date(Date.now() - 1000) })
      expect(await refusalOf(scene(), link)).toContain("400 This link has expired")
    })

    it("is one that expired while the guest was at Discord", async () => {
      const { baseUrl, db, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const browser = new HttpClient(baseUrl)
      const callback = await consentToClaim(scene(), browser, link, userId)
      await db("discord_claim").update({ expires_at: new Date(Date.now() - 1000) })
      expect(endingOf(await browser.raw(callback))).toMatchObject({
        discord: "failed",
        message: expect.stringContaining("has expired") as string,
      })
      expect(await db("discord_account_link")).toEqual([])
    })

    it("is the older one once a new one was made", async () => {
      const { discord } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const newer = await claimLink(scene(), order)
      expect(await refusalOf(scene(), link)).toContain("a newer one took its place")
      const userId = await discord.createUser("gina")
      await claim(scene(), newer, userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("is one whose order was cancelled meanwhile", async () => {
      const { cancel, settled } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      await cancel(order)
      await eventually(async () =>
        expect(await refusalOf(scene(), link)).toContain("400 This order gives no Discord roles"),
      )
      await settled()
    })

    it("is none at all for an order of a registered customer, who is told to sign in", async () => {
      const { admin, newBuyer, setUp, settled } = scene()
      await setUp()
      const { customer } = await newBuyer("ada")
      const order = await customer.buy("Gold")
      await settled(order)
      const answer = await admin.raw<ErrorBody>(`/admin/orders/${order}/discord/claim`, {
        method: "POST",
      })
      expect(answer.status).toBe(400)
      expect(answer.body.message).toContain("Sign in there and connect Discord")
    })

    it("is none at all for an order that gives nothing or does not exist", async () => {
      const { admin, cancel, setUp, settled } = scene()
      await setUp()
      const order = await guest(scene(), "gina").buy("Gold")
      await settled(order)
      await cancel(order)
      await eventually(async () => {
        const answer = await admin.raw<ErrorBody>(`/admin/orders/${order}/discord/claim`, {
          method: "POST",
        })
        expect(answer.status).toBe(400)
        expect(answer.body.message).toContain("gives no Discord roles")
      })
      const unknown = await admin.raw<ErrorBody>("/admin/orders/order_x/discord/claim", {
        method: "POST",
      })
      expect(unknown.status).toBe(404)
    })

    it("is none without a token, or with a page to return to that is not the store's", async () => {
      const { baseUrl } = scene()
      const { link } = await guestOrder(scene(), "gina")
      expect((await new HttpClient(baseUrl).raw("/discord/claim")).status).toBe(400)
      const evil = await storeClaim(scene(), tokenOf(link), "https://evil.test")
      expect(evil.status).toBe(400)
      expect(evil.body.message).toContain("redirectUrls")
    })
  })

  describe("somebody else", () => {
    it("who is sent the link after the guest began ends in the wrong browser", async () => {
      const { baseUrl, db, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const callback = await consentToClaim(scene(), new HttpClient(baseUrl), link, userId)
      const other = await new HttpClient(baseUrl).raw<string>(callback)
      expect(other.status).toBe(400)
      expect(other.body).toContain("opened in another browser")
      expect(await db("discord_account_link")).toEqual([])
    })

    it("who uses the link at the same moment loses: one of two wins, with one account", async () => {
      const { baseUrl, db, discord, settled } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const users = [await discord.createUser("gina"), await discord.createUser("eve")]
      const ready = await Promise.all(
        users.map(async (userId) => {
          const browser = new HttpClient(baseUrl)
          return { browser, callback: await consentToClaim(scene(), browser, link, userId) }
        }),
      )
      const answers = await Promise.all(ready.map(({ browser, callback }) => browser.raw(callback)))
      expect(answers.map((answer) => endingOf(answer).discord).sort()).toEqual([
        "conflict",
        "connected",
      ])
      await settled()
      expect(await db("discord_account_link")).toHaveLength(1)
      const held = await Promise.all(users.map((userId) => discord.rolesOf(userId)))
      expect(held.filter((roles) => roles?.includes("Gold"))).toHaveLength(1)
    })

    it("who registers with the guest's e-mail address gets nothing of the guest's", async () => {
      const { baseUrl, discord, settled, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const gina = await discord.createUser("gina")
      await claim(scene(), link, gina)
      await discord.expectRoles(gina, ["Gold"])
      const eve = await Customer.register(baseUrl, store, "gina@guests.test")
      const eveUser = await discord.createUser("eve")
      await eve.connect(discord, eveUser)
      await settled()
      expect(await discord.rolesOf(eveUser)).toBeNull()
      expect(await eve.access()).toMatchObject({ servers: [], todo: null })
      expect(await discord.rolesOf(gina)).toEqual(["Gold"])
    })

    it("who had a code for the address sent, and never got it, gets nothing either", async () => {
      const { baseUrl, container, discord, settled, store } = scene()
      await guestOrder(scene(), "gina")
      const eve = await Customer.register(baseUrl, store, "gina@guests.test")
      const eveUser = await discord.createUser("eve")
      await requestCode(scene(), eve, "gina@guests.test")
      await eve.connect(discord, eveUser)
      await sweepGuestsWorkflow(container).run()
      await settled()
      expect(await discord.rolesOf(eveUser)).toBeNull()
    })

    it("who has verified another address, or whose address another verified, gets nothing", async () => {
      const { baseUrl, container, discord, settled, store } = scene()
      await guestOrder(scene(), "gina")
      const eve = await Customer.register(baseUrl, store, "eve@guests.test")
      const mallory = await Customer.register(baseUrl, store, "gina@guests.test")
      const users = [await discord.createUser("eve"), await discord.createUser("mallory")]
      // Eve reads Gina's mail, yet Gina's is not the address of her account.
      await verify(scene(), eve, "gina@guests.test")
      await verify(scene(), mallory, "mallory@guests.test")
      await eve.connect(discord, users[0] ?? "")
      await mallory.connect(discord, users[1] ?? "")
      await sweepGuestsWorkflow(container).run()
      await settled()
      expect(await Promise.all(users.map((user) => discord.rolesOf(user)))).toEqual([null, null])
    })

    it("with a link to another order of that e-mail address cannot move the roles to themselves", async () => {
      const { discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const gina = await discord.createUser("gina")
      await claim(scene(), link, gina)
      await discord.expectRoles(gina, ["Gold"])
      const second = await guest(scene(), "gina").buy("Bronze")
      await discord.expectRoles(gina, ["Bronze", "Gold"])
      const eve = await discord.createUser("eve")
      const ending = endingOf(await claim(scene(), await claimLink(scene(), second), eve))
      expect(ending.discord).toBe("conflict")
      expect(ending.message).toContain("connected to another Discord account already")
      expect(await discord.rolesOf(eve)).toBeNull()
      expect(await discord.rolesOf(gina)).toEqual(["Bronze", "Gold"])
    })
  })

  describe("a guest who registers with the same e-mail address, and verifies it", () => {
    it("gets what they bought as a guest when they connect Discord, without a link", async () => {
      const { discord, settled } = scene()
      const { order } = await guestOrder(scene(), "gina")
      const gina = await registered(scene(), "gina@guests.test")
      await verify(scene(), gina, "gina@guests.test")
      const userId = await discord.createUser("gina")
      await gina.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      expect(await gina.access()).toMatchObject({ servers: [{ roles: [{ name: "Gold" }] }] })
      await scene().cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("gets it within a minute when they verify it only after they connected Discord", async () => {
      const { container, discord, settled } = scene()
      await guestOrder(scene(), "gina")
      const gina = await registered(scene(), "gina@guests.test")
      const userId = await discord.createUser("gina")
      await gina.connect(discord, userId)
      await sweepGuestsWorkflow(container).run()
      await settled()
      expect(await discord.rolesOf(userId)).toBeNull()
      await verify(scene(), gina, "gina@guests.test")
      await sweepGuestsWorkflow(container).run()
      await discord.expectRoles(userId, ["Gold"])
      await gina.disconnect()
      await discord.expectRoles(userId, [])
      expect(await scene().db("discord_account_link")).toEqual([])
      await sweepGuestsWorkflow(container).run()
      expect(await scene().db("discord_account_link")).toEqual([])
    })

    it("leaves an order to the Discord user who claimed it before", async () => {
      const { discord, settled } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const first = await discord.createUser("gina")
      await claim(scene(), link, first)
      await discord.expectRoles(first, ["Gold"])
      const gina = await registered(scene(), "gina@guests.test")
      await verify(scene(), gina, "gina@guests.test")
      const second = await discord.createUser("gina-too")
      await gina.connect(discord, second)
      await settled()
      expect(await discord.rolesOf(second)).toBeNull()
      expect(await discord.rolesOf(first)).toEqual(["Gold"])
    })

    it("loses it all when the customer is deleted: nobody asked for the guest to be known", async () => {
      const { admin, db, discord } = scene()
      await guestOrder(scene(), "gina")
      const gina = await registered(scene(), "gina@guests.test")
      await verify(scene(), gina, "gina@guests.test")
      const userId = await discord.createUser("gina")
      await gina.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      await admin.send(`/admin/customers/${gina.id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      await eventually(async () => expect(await db("discord_account")).toEqual([]))
      expect(await db("discord_account_link")).toEqual([])
    })
  })

  describe("one person, several orders", () => {
    it("claims orders of two e-mail addresses for one Discord account", async () => {
      const { db, discord } = scene()
      const userId = await discord.createUser("gina")
      const first = await guestOrder(scene(), "gina")
      await claim(scene(), first.link, userId)
      await discord.expectRoles(userId, ["Gold"])
      const second = await guest(scene(), "gina-work").buy("Silver")
      await scene().settled(second)
      await claim(scene(), await claimLink(scene(), second), userId)
      await discord.expectRoles(userId, ["Silver", "Gold"])
      expect(await db("discord_account")).toHaveLength(1)
      expect(await db("discord_account_link")).toHaveLength(2)
      await scene().cancel(first.order)
      await discord.expectRoles(userId, ["Silver"])
    })

    it("is the same member after registering and connecting the same Discord account, which takes over", async () => {
      const { baseUrl, db, discord, settled, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
      const gina = await Customer.register(baseUrl, store, "gina@guests.test")
      await gina.connect(discord, userId)
      await settled()
      expect(await gina.access()).toMatchObject({
        account: { discord_user_id: userId },
        servers: [{ roles: [{ name: "Gold", state: "held" }] }],
      })
      await settled(await gina.buy("Bronze"))
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      expect(await db("discord_membership")).toHaveLength(1)

      await gina.disconnect()
      await discord.expectRoles(userId, [])
      expect(await db("discord_account_link")).toEqual([])
      expect(await db("discord_account_token")).toEqual([])
    })

    it("claims as a registered customer's Discord account too, which keeps what it had", async () => {
      const { discord, newBuyer, settled } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Bronze"))
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      expect((await customer.access()).account).toMatchObject({ discord_user_id: userId })
    })

    it("may open a link again for the same Discord account, to renew what Discord refused", async () => {
      const { discord, settled } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await settled()
      const again = endingOf(await claim(scene(), await claimLink(scene(), order), userId))
      expect(again.discord).toBe("connected")
      await discord.expectRoles(userId, ["Gold"])
    })
  })
})

/** A guest has bought Gold, and an admin has copied the link for them. */
async function guestOrder(scene: Scene, name: string): Promise<{ order: string; link: string }> {
  await scene.setUp()
  const order = await guest(scene, name).buy("Gold")
  await scene.settled(order)
  return { order, link: await claimLink(scene, order) }
}

function registered({ baseUrl, store }: Scene, email: string): Promise<Customer> {
  return Customer.register(baseUrl, store, email)
}

/** Asks Medusa to verify an address for the one who is signed in. @returns the code that it hands to the store to be sent */
async function requestCode({ container }: Scene, customer: Customer, email: string) {
  const codes: string[] = []
  const bus = container.resolve<IEventBusModuleService>(Modules.EVENT_BUS)
  const hear = (event: { data: unknown }) => {
    codes.push((event.data as { code: string }).code)
    return Promise.resolve()
  }
  bus.subscribe(AuthWorkflowEvents.VERIFICATION_REQUESTED, hear, { subscriberId: "the mailbox" })
  try {
    await customer.http.send("/auth/verification/request", {
      body: { entity_id: email, entity_type: "email", code_provider: "token" },
    })
    return await eventually(() => {
      expect(codes).toHaveLength(1)
      return codes[0] ?? ""
    })
  } finally {
    bus.unsubscribe(AuthWorkflowEvents.VERIFICATION_REQUESTED, hear, {
      subscriberId: "the mailbox",
    })
  }
}

/** Reads the mail that went to an address, and confirms with the code in it. */
async function verify(scene: Scene, customer: Customer, email: string): Promise<void> {
  const code = await requestCode(scene, customer, email)
  await customer.http.send("/auth/verification/confirm", { body: { code, code_provider: "token" } })
}

function tokenOf(link: string): string {
  return new URL(link).searchParams.get("token") ?? ""
}

async function storeClaim({ baseUrl, store }: Scene, token: string, redirect_url?: string) {
  const shop = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
  return shop.raw<ErrorBody>("/store/discord/claims", { body: { token, redirect_url } })
}
