import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SandboxClient } from "../integration-tests/discord-sandbox"
import {
  APPLICATION,
  CALLBACK_URL,
  SIGN_IN_URL,
} from "../integration-tests/helpers/store/application"
import { insertOwners } from "../integration-tests/helpers/entitlement/owners"

const ALL_PERMISSIONS = "8"

/** A role of a server, and the variant that gives it. */
export interface BenchPlan {
  /** Discord's id. */
  roleId: string
  variantId: string
}

export interface BenchServer extends BenchPlan {
  id: string
  guildId: string
  /** Something more to buy. */
  second: BenchPlan
}

/** Sets the sandbox up with the store's application. */
export async function prepareDiscord(control: SandboxClient): Promise<void> {
  await control.reset()
  await control.createApplication({
    redirect_uris: [CALLBACK_URL, SIGN_IN_URL],
    client_id: APPLICATION.client_id,
    client_secret: APPLICATION.client_secret,
    bot_token: APPLICATION.bot_token,
  })
}

/** A connected server with two mapped roles, in Discord and in the database. */
export async function addServer(
  db: Knex,
  control: SandboxClient,
  name: string,
): Promise<BenchServer> {
  const roles = [{ name: "Member" }, { name: "Patron" }]
  const guild = await control.createGuild({ name, roles })
  await control.installBot(guild.id, APPLICATION.client_id, {
    position: "top",
    permissions: ALL_PERMISSIONS,
  })
  const id = `dserv_${name}`
  await db("discord_server").insert({
    id,
    guild_id: guild.id,
    name,
    status: "connected",
    bot_permissions: ALL_PERMISSIONS,
  })
  const plan = async (role: string): Promise<BenchPlan> => {
    const roleId = guild.roles.find((each) => each.name === role)?.id ?? ""
    return insertPlan(db, id, roleId, `${name}_${role}`)
  }
  return { id, guildId: guild.id, ...(await plan("Member")), second: await plan("Patron") }
}

async function insertPlan(
  db: Knex,
  serverId: string,
  roleId: string,
  name: string,
): Promise<BenchPlan> {
  const variantId = `variant_${name}`
  await db("discord_role").insert({
    id: `drole_${name}`,
    role_id: roleId,
    name,
    position: 1,
    server_id: serverId,
  })
  await db("discord_role_mapping").insert({
    id: `drmap_${name}`,
    variant_id: variantId,
    product_id: "prod_bench",
    role_id: `drole_${name}`,
  })
  return { roleId, variantId }
}

/** Members of a server who own its variant, each linked to an account; known to be in the server without the role. */
export async function addOwners(
  db: Knex,
  control: SandboxClient,
  server: BenchServer,
  count: number,
): Promise<string[]> {
  const userIds = await control.addManyMembers(server.guildId, count)
  await insertOwners(db, server, userIds)
  return userIds
}
