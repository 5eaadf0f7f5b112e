import { connectServer } from "../../../helpers/store/admin"
import { APPLICATION } from "../../../helpers/store/application"
import { connectedAs, type Buyer } from "../../../helpers/account/buyers"
import type { Customer } from "../../../helpers/account/customer"
import type { RoleName } from "../../../helpers/server/discord"
import type { Scene } from "../../../helpers/store/suite"

export const JOIN = "PUT /guilds/:guild/members/:user"

export const READ = "GET /guilds/:guild/members/:user"

export const KICK = "DELETE /guilds/:guild/members/:user"

export const ADD = "PUT /guilds/:guild/members/:user/roles/:role"

export const JOIN_ROUTE = { method: "PUT", route: "/guilds/:guild/members/:user" }

/** Connects a second server, and lets Gold give its role alone. */
export async function connectScreened(
  { admin, discord, store }: Scene,
  guildId: string,
  roleId: string,
): Promise<string> {
  await discord.control.installBot(guildId, APPLICATION.client_id, { position: "top" })
  const serverId = await connectServer(admin, discord, guildId)
  await admin.send(`/admin/products/${store.productId}/discord-roles`, {
    body: { variants: [{ variant_id: store.variants.Gold, roles: [{ role_id: roleId }] }] },
  })
  return serverId
}

export interface Holder extends Buyer {
  order: string
  serverId: string
}

/** What the tests of this suite have in common. */
export function helpersOf(scene: () => Scene) {
  /** A buyer whom the store brought in, with the roles of these plans. */
  async function holderOf(...plans: RoleName[]): Promise<Holder> {
    const { settled, setUp } = scene()
    const serverId = await setUp()
    const { customer, userId } = await connectedAs(scene(), "ada")
    const order = await customer.buy(...plans)
    await settled(order)
    return { customer, userId, order, serverId }
  }
  async function kickable({ mayKick = true } = {}): Promise<Holder> {
    const { admin, discord, settled } = scene()
    const buyer = await holderOf("Gold")
    await discord.setBotPermissions(mayKick ? "268435459" : "268435457")
    await admin.send(`/admin/discord/servers/${buyer.serverId}`, {
      body: { on_access_end: "kick" },
    })
    await settled()
    return buyer
  }
  async function goAndComeBack(userId: string): Promise<void> {
    const { control, guildId } = scene().discord
    await control.removeMember(guildId, userId)
    await control.addMember(guildId, userId)
  }
  async function adminResync({ id }: Customer): Promise<void> {
    await scene().admin.send(`/admin/customers/${id}/discord/resync`, { method: "POST" })
  }
  return { holderOf, kickable, goAndComeBack, adminResync }
}
