import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SandboxClient } from "../integration-tests/discord-sandbox"
import { APPLICATION, CALLBACK_URL } from "../integration-tests/helpers/application"

const ALL_PERMISSIONS = "8"

export interface BenchServer {
  id: string
  guildId: string
  /** Discord's id of the role that `variantId` gives. */
  roleId: string
  variantId: string
}

/** Sets the sandbox up with the store's application. */
export async function prepareDiscord(control: SandboxClient): Promise<void> {
  await control.reset()
  await control.createApplication({
    redirect_uris: [CALLBACK_URL],
    client_id: APPLICATION.client_id,
    client_secret: APPLICATION.client_secret,
    bot_token: APPLICATION.bot_token,
  })
}

/** A connected server with one mapped role, in Discord and in the database. */
export async function addServer(
  db: Knex,
  control: SandboxClient,
  name: string,
): Promise<BenchServer> {
  const guild = await control.createGuild({ name, roles: [{ name: "Member" }] })
  await control.installBot(guild.id, APPLICATION.client_id, {
    position: "top",
    permissions: ALL_PERMISSIONS,
  })
  const roleId = guild.roles.find((role) => role.name === "Member")?.id ?? ""
  const id = `dserv_${name}`
  const variantId = `variant_${name}`
  await db("discord_server").insert({
    id,
    guild_id: guild.id,
    name,
    status: "connected",
    bot_permissions: ALL_PERMISSIONS,
  })
  await db("discord_role").insert({
    id: `drole_${name}`,
    role_id: roleId,
    name: "Member",
    position: 1,
    server_id: id,
  })
  await db("discord_role_mapping").insert({
    id: `drmap_${name}`,
    variant_id: variantId,
    product_id: "prod_bench",
    role_id: `drole_${name}`,
  })
  return { id, guildId: guild.id, roleId, variantId }
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

/** The database's side of `addOwners`: one statement a table, whatever the number. */
export async function insertOwners(
  db: Knex,
  server: BenchServer,
  userIds: string[],
): Promise<void> {
  const bindings = { users: userIds, server: server.id, variant: server.variantId }
  const users = `unnest(cast(:users as text[])) as u`
  for (const statement of [
    `insert into discord_account (id, discord_user_id, username, scopes)
       select 'dacc_' || u, u, u, '{}' from ${users}`,
    `insert into discord_account_link (id, customer_id, account_id)
       select 'dlink_' || u, 'cus_' || u, 'dacc_' || u from ${users}`,
    `insert into discord_entitlement (id, source, source_id, variant_id, customer_id, starts_at)
       select 'dent_' || :variant || u, 'order', 'order_' || u, :variant, 'cus_' || u, now() from ${users}`,
    `insert into discord_membership
       (id, account_id, server_id, status, in_server, observed_roles, synced_generation)
       select 'dmem_' || :server || u, 'dacc_' || u, :server, 'synced', true, '[]', 1 from ${users}`,
  ]) {
    await db.raw(statement, bindings)
  }
}
