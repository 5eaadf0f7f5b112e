import type { Fault } from "../../discord-sandbox/api/faults"
import type { UserInput } from "../../discord-sandbox/control/types"
import type { Stage } from "./stage"

const JOIN_ROUTE = "/guilds/:guild/members/:user"
const ROLE_ROUTE = "/guilds/:guild/members/:user/roles/:role"
const ONLY_INVITE = "1"
const ONLY_MANAGE_ROLES = "268435456"

export interface Member {
  name: string
  customerId: string
  userId: string
}

/** A server whose one role Gold is sold by one variant. */
export interface GoldServer {
  guildId: string
  serverId: string
  variantId: string
}

/** A customer who has connected Discord as a user of the same name. */
export async function newMember(
  { store, discord }: Stage,
  name: string,
  user: UserInput = {},
): Promise<Member> {
  const { id } = await discord.control.createUser({ ...user, username: name, global_name: name })
  const customer = await store.registerCustomer(name)
  await store.linkAccount(customer, discord, id)
  return { name, customerId: customer.id, userId: id }
}

export async function newGoldServer({ store, discord }: Stage, name: string): Promise<GoldServer> {
  const guildId = await discord.createServer(name, [{ name: "Gold" }])
  const serverId = await store.connectServer(discord, guildId)
  const product = await store.createProduct(name, [{ title: "Monthly" }])
  const [variantId = ""] = product.variantIds
  const role_id = await discord.roleId("Gold", guildId)
  await store.setRoles(product.id, { variants: [{ variant_id: variantId, roles: [{ role_id }] }] })
  return { guildId, serverId, variantId }
}

/** What Discord answers to a join of one member, who waits for it then: by the row of the guide. */
const REFUSED_JOINS: Record<string, Fault> = {
  "member-gone": { status: 404, code: 10013 },
  "member-unverified": { status: 403, code: 40002 },
  "member-limited": { status: 400, code: 340015 },
  "member-malformed": { status: 400, code: 50035 },
  "member-unknown": { status: 400, code: 99999 },
}

/** Members of one server, each with a trouble of their own. @returns them by the row of the guide */
export async function troubledMembers(
  stage: Stage,
  { guildId, variantId }: GoldServer,
): Promise<Map<string, Member>> {
  const { discord, store } = stage
  const { control } = discord
  const members = new Map<string, Member>()
  const put = async (
    key: string,
    user: UserInput,
    trouble: (userId: string) => Promise<unknown>,
  ) => {
    const member = await newMember(stage, key, user)
    await trouble(member.userId)
    await store.grantAccess({ customer_id: member.customerId, variant_id: variantId })
    members.set(key, member)
  }
  await Promise.all(
    Object.entries(REFUSED_JOINS).map(([key, fault]) =>
      put(key, {}, (user_id) =>
        control.addFault({ method: "PUT", route: JOIN_ROUTE, user_id, ...fault }),
      ),
    ),
  )
  await put("member-banned", {}, (userId) => control.ban(guildId, userId))
  await put("member-full", { guild_count: 100 }, async () => undefined)
  await put("member-not-allowed", {}, async (user_id) => {
    await control.addMember(guildId, user_id)
    const refusal = { status: 403, code: 50013 }
    await control.addFault({ method: "PUT", route: ROLE_ROUTE, user_id, ...refusal })
  })
  const key = "member-absent"
  const { id } = await control.createUser({ username: key, global_name: key })
  const customer = await store.registerCustomer(key)
  await store.linkById(customer.id, id)
  await store.grantAccess({ customer_id: customer.id, variant_id: variantId })
  return members.set(key, { name: key, customerId: customer.id, userId: id })
}

/** What befalls a whole server, by the row of the guide. */
const SERVER_TROUBLES: Record<string, (stage: Stage, server: GoldServer) => Promise<unknown>> = {
  "member-above_bot": ({ discord }, { guildId }) => discord.moveBot(1, guildId),
  "member-role-deleted": async ({ discord }, { guildId }) =>
    discord.control.deleteRole(guildId, await discord.roleId("Gold", guildId)),
  "member-invite": ({ discord }, { guildId }) =>
    discord.setBotPermissions(ONLY_MANAGE_ROLES, guildId),
  "member-manage_roles": ({ discord }, { guildId }) =>
    discord.setBotPermissions(ONLY_INVITE, guildId),
  "member-bot-gone": ({ discord }, { guildId }) => discord.removeBot(guildId),
  "member-server-full": (stage, server) => refuseJoins(stage, server, { status: 403, code: 30005 }),
  "member-two-factor": (stage, server) => refuseJoins(stage, server, { status: 403, code: 60003 }),
  "member-unanswered": (stage, server) => refuseJoins(stage, server, { status: 503 }),
  "member-overloaded": (stage, server) => refuseJoins(stage, server, { status: 400, code: 40062 }),
  "member-in-between": (stage, server) =>
    refuseJoins(stage, server, { status: 403, body: "<html>Blocked</html>" }),
  "member-disconnected": ({ discord }, { guildId }) => discord.moveBot(1, guildId),
}

function refuseJoins({ discord }: Stage, { guildId }: GoldServer, fault: Fault) {
  return discord.control.addFault({ method: "PUT", route: JOIN_ROUTE, guild_id: guildId, ...fault })
}

/** Servers, each with a trouble and a member who bought there. @returns them by the row of the guide */
export async function troubledServers(
  stage: Stage,
): Promise<Map<string, { member: Member; server: GoldServer }>> {
  // One after another: so many consents of one admin at once would end the first of them.
  const servers = new Map<string, GoldServer>()
  for (const key of Object.keys(SERVER_TROUBLES)) {
    servers.set(key, await newGoldServer(stage, `Server of ${key}`))
  }
  const found = Object.entries(SERVER_TROUBLES).map(async ([key, befall]) => {
    const server = servers.get(key)
    if (!server) throw new Error(`${key} has no server`)
    await befall(stage, server)
    await stage.store.refresh(server.serverId)
    const member = await newMember(stage, key)
    await stage.store.grantAccess({
      customer_id: member.customerId,
      variant_id: server.variantId,
    })
    return [key, { member, server }] as const
  })
  return new Map(await Promise.all(found))
}
