import { createCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { sweepDeletedCustomersWorkflow } from "../../../../src/workflows/customer"
import { sweepSignInsWorkflow } from "../../../../src/workflows/sign-in"
import {
  claimsOf,
  newcomer,
  putConsent,
  signedUp,
  waitingConsent,
  DiscordSignIn,
} from "../../../helpers/account/discord-sign-in"
import { Keyring } from "../../../../src/modules/discord/security/keyring"
import { eventually } from "../../../helpers/eventually"
import { APPLICATION } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../sign-in.spec.ts */
export function testWhatIsLeftHalfWay(scene: () => Scene): void {
  const sweep = () => sweepSignInsWorkflow(scene().container).run()
  const aged = (userId: string, days: number) =>
    putConsent(scene().db, userId, {
      consented_at: new Date(Date.now() - days * 24 * 60 * 60_000).toISOString(),
    })
  /** As when the process dies right after Medusa stored the customer, or a store has a route of its own. */
  const createdBeside = async (signIn: DiscordSignIn, token: string) => {
    const { result } = await createCustomerAccountWorkflow(scene().container).run({
      input: {
        authIdentityId: claimsOf(token).auth_identity_id,
        customerData: { email: `${signIn.userId}@discord.test` },
      },
    })
    return result.id
  }

  describe("left half-way", () => {
    it("connects a customer whose process died, within a minute and once", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn()
      const customer_id = await createdBeside(ada, token)
      await sweep()
      await sweep()
      expect(await db("discord_account_link")).toMatchObject([{ customer_id, registered: true }])
      expect(await db("discord_activity_entry").where({ action: "account_linked" })).toHaveLength(1)
      expect(await waitingConsent(db, ada.userId)).toBeNull()
    })

    it("leaves a sign-in alone that nobody has become a customer by, and drops its consent after a week", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "ada")
      await ada.signIn()
      await aged(ada.userId, 6)
      await sweep()
      expect(await waitingConsent(db, ada.userId)).not.toBeNull()
      await aged(ada.userId, 8)
      await sweep()
      expect(await waitingConsent(db, ada.userId)).toBeNull()
      expect(await db("discord_account")).toEqual([])
    })

    it("connects nobody before their second factor", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn()
      await createdBeside(ada, token)
      const { auth_identity_id } = claimsOf(token)
      await db("auth_mfa_factor").insert({
        id: "authmfa_test",
        auth_identity_id,
        provider: "totp",
        status: "enabled",
      })
      const { status, body } = await ada.callback(await ada.consent())
      expect(status).toBe(200)
      expect(body).toMatchObject({ mfa_required: true })
      expect(body).not.toHaveProperty("discord")
      await sweep()
      expect(await db("discord_account_link")).toEqual([])
      expect(await waitingConsent(db, ada.userId)).not.toBeNull()
    })

    it("says so when the provider's key is not the plugin's, and keeps nothing that no key opens", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn()
      const sealed = (await waitingConsent(db, ada.userId)) ?? ""
      await putConsent(db, ada.userId, { sealed_consent: sealed.replace("default.", "other.") })
      const { discord, customer } = await ada.register(token, "ada@discord.test")
      expect(discord).toMatchObject({ connected: false, reason: "store_failed" })
      expect(await waitingConsent(db, ada.userId)).toBeNull()
      expect(await db("discord_activity_entry").where({ action: "connect_failed" })).toMatchObject([
        { trigger: customer.id },
      ])
      expect((await ada.signIn()).discord).toMatchObject({ connected: true })
    })

    it("seals a consent that waits with the newest key, and leaves one whose key is gone to come back", async () => {
      const { db } = scene()
      const keyring = new Keyring([{ id: "default", key: APPLICATION.encryption_key }])
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn()
      const context = `sign-in:${ada.userId}`
      const sealed = (await waitingConsent(db, ada.userId)) ?? ""
      // As the first versions sealed: whatever is not under the newest mark is sealed anew.
      const former = keyring.seal(keyring.open(sealed, context), "").replace(/\.1$/, "")
      const lost = sealed.replace("default.", "gone.")
      await putConsent(db, ada.userId, { sealed_consent: lost })
      await sweep()
      expect(await waitingConsent(db, ada.userId)).toBe(lost)
      await putConsent(db, ada.userId, { sealed_consent: former })
      await sweep()
      const anew = (await waitingConsent(db, ada.userId)) ?? ""
      expect(keyring.ageOf(anew)).toBe("newest")
      await sweep()
      expect(await waitingConsent(db, ada.userId)).toBe(anew)
      const { discord } = await ada.register(token, "ada@discord.test")
      expect(discord).toMatchObject({ connected: true })
    })

    it("forgets by which Discord account a deleted customer signed in, beside a password, too", async () => {
      const { admin, container, db, newBuyer } = scene()
      const identities = (userId: string) => db("provider_identity").where({ entity_id: userId })
      const added = async (name: string) => {
        const { customer, userId } = await newBuyer(name)
        const signIn = new DiscordSignIn(scene(), userId)
        const body = { token: (await signIn.signIn()).token }
        await customer.http.send("/store/discord/identity", { body })
        expect(await identities(userId)).toHaveLength(1)
        return { customer, signIn }
      }
      const ada = await added("ada")
      await admin.send(`/admin/customers/${ada.customer.id}`, { method: "DELETE" })
      await eventually(async () => expect(await identities(ada.signIn.userId)).toEqual([]))
      const { discord } = await ada.signIn.register(
        (await ada.signIn.signIn()).token,
        "ada@discord.test",
      )
      expect(discord).toMatchObject({ connected: true })

      // The event was lost, and nothing else is held of them.
      const ben = await added("ben")
      await ben.customer.disconnect()
      await db("discord_account_link").where({ customer_id: ben.customer.id }).delete()
      // As Medusa does it: what a store has somebody else sign in by stays, without the customer.
      const cleo = await added("cleo")
      await db.raw(
        `update auth_identity set app_metadata = app_metadata || '{"member_id": "member_1"}'::jsonb
          where id in (select auth_identity_id from provider_identity where entity_id = ?)`,
        [cleo.signIn.userId],
      )
      const ids = [ben.customer.id, cleo.customer.id]
      await container.resolve(Modules.CUSTOMER).softDeleteCustomers(ids)
      await sweepDeletedCustomersWorkflow(container).run()
      expect(await identities(ben.signIn.userId)).toEqual([])
      const kept = identities(cleo.signIn.userId).select("auth_identity_id")
      expect(await db("auth_identity").whereIn("id", kept)).toMatchObject([
        { app_metadata: { customer_id: null, member_id: "member_1" } },
      ])
    })

    it("opens a consent in no other record than its own", async () => {
      const { db } = scene()
      const ada = await newcomer(scene(), "ada")
      const { signIn: eve, customer } = await signedUp(scene(), "eve")
      await ada.signIn()
      const sealed_consent = await waitingConsent(db, ada.userId)
      await putConsent(db, eve.userId, { sealed_consent })
      await sweep()
      expect((await customer.access()).account?.discord_user_id).toBe(eve.userId)
      expect(await waitingConsent(db, eve.userId)).toBeNull()
    })

    it("serves who comes back after their customer was deleted as somebody new", async () => {
      const { admin, db } = scene()
      const { signIn: ada, customer } = await signedUp(scene(), "ada")
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      const { token } = await ada.signIn()
      expect(claimsOf(token).actor_id).toBe("")
      const { customer: anew, discord } = await ada.register(token, "ada@discord.test")
      expect(anew.id).not.toBe(customer.id)
      expect(discord).toMatchObject({ connected: true })
      expect(await db("discord_account_link")).toMatchObject([{ customer_id: anew.id }])
    })
  })
}
