import { connectedBuyer } from "../../../helpers/account/buyers"
import { contentOf } from "../../../helpers/store/evidence"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import type { Route } from "./routes"

/** What there is of a customer. */
const THEIRS = [
  "discord_account",
  "discord_account_link",
  "discord_account_token",
  "discord_claim",
  "discord_entitlement",
  "discord_membership",
  "discord_order_link",
  "discord_role_grant",
]

/** @see ../malformed-requests.spec.ts */
export function testStrangers(scene: () => Scene, routes: readonly Route[]): void {
  const contentOfTheirs = async () =>
    Promise.all(THEIRS.map((table) => contentOf(scene().db, table)))

  /** Somebody who has connected Discord and holds a role, and all that names them. */
  const ada = async () => {
    const { customer, userId } = await connectedBuyer(scene())
    const order_id = await customer.buy("Gold")
    await scene().settled(order_id)
    await scene().discord.expectRoles(userId, ["Gold"])
    const membership = await scene().membershipOf(userId)
    const [entitlement] = await scene().db<{ id: string }>("discord_entitlement")
    const [account] = await scene().db<{ id: string }>("discord_account")
    const ids = {
      id: customer.id,
      customer_id: customer.id,
      order_id,
      actor_id: customer.id,
      account_id: account?.id ?? "",
      discord_user_id: userId,
      user_id: userId,
      email: customer.email,
      membership_id: membership?.id ?? "",
      entitlement_id: entitlement?.id ?? "",
    }
    await scene().service.engine.idle()
    return { customer, ids }
  }

  it("tell a customer nothing of another one, and change nothing of theirs, whoever's ids are sent along", async () => {
    const { ids } = await ada()
    const { customer: eve } = await scene().newBuyer("eve")
    const before = await contentOfTheirs()
    const secrets = [ids.discord_user_id, ids.account_id, ids.membership_id, ids.entitlement_id]
    const found: string[] = []
    const query = new URLSearchParams(ids).toString()
    const mine = routes.filter(({ address }) => address.startsWith("/store/"))
    expect(mine.length).toBeGreaterThan(6)
    for (const { method, address } of mine) {
      const path = address.replace("[id]", scene().store.productId)
      for (const suffix of ["", `?${query}`, `/${ids.customer_id}`]) {
        for (const body of method === "POST" ? [{}, ids] : [undefined]) {
          const request = { method, ...(body && { body }) }
          const { status, body: said } = await eve.http.raw(`${path}${suffix}`, request)
          const text = JSON.stringify(said) ?? ""
          if (status >= 500 || secrets.some((secret) => secret !== "" && text.includes(secret))) {
            found.push(`${status} ${method} ${path}${suffix}: ${text}`)
          }
        }
      }
    }
    expect(found).toEqual([])
    expect(await contentOfTheirs()).toEqual(before)
    expect((await eve.access()).account).toBeNull()
  })

  it("are answered to no customer and to nobody where they are an admin's, and change nothing", async () => {
    const { customer, ids } = await ada()
    const before = await contentOfTheirs()
    const wrong: string[] = []
    const admins = routes.filter(({ address }) => address.startsWith("/admin/"))
    expect(admins.length).toBeGreaterThan(30)
    for (const { method, address } of admins) {
      const path = address.replace("[id]", ids.customer_id)
      const request = { method, ...(method === "POST" && { body: ids }) }
      for (const http of [new HttpClient(scene().baseUrl), customer.http]) {
        const { status } = await http.raw(path, request)
        if (status !== 401) {
          wrong.push(`${status} ${method} ${path}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(await contentOfTheirs()).toEqual(before)
  })
}
