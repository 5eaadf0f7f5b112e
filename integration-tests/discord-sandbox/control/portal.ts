import { type Sandbox } from "../sandbox"
import { deleteUser, type DeleteUserOptions } from "../state/delete-user"
import { type User } from "../state/entities"
import { publicKeyOf, signingKey } from "../state/signing-key"
import { secret, tokenHash } from "../state/token-vault"
import { type World } from "../state/world"
import {
  type ApplicationEdit,
  type ApplicationInfo,
  type ApplicationInput,
  type TokenInfo,
  type UserInfo,
  type UserInput,
} from "./types"

/** Discord's limit without Nitro. */
const GUILD_LIMIT = 100

/** What is done on Discord's developer portal and in a user's own settings. */
export function portalOperations({ world }: Sandbox) {
  return {
    createApplication(input: ApplicationInput): ApplicationInfo {
      const name = input.name ?? "Sandbox Bot"
      const bot = addUser(world, { username: name, bot: true })
      const owner = addUser(world, { username: "developer" })
      owner.mfa_enabled = input.owner_mfa ?? false
      const client_id = input.client_id ?? world.ids.next()
      const client_secret = input.client_secret ?? secret(24)
      const privateKey = signingKey(client_secret)
      const app = {
        client_id,
        name,
        client_secret,
        bot_token:
          input.bot_token ??
          `${Buffer.from(client_id).toString("base64url")}.${secret(4)}.${secret(28)}`,
        bot_user_id: bot.id,
        owner_id: owner.id,
        redirect_uris: input.redirect_uris,
        guild_members_intent: input.guild_members_intent ?? false,
        public_key: publicKeyOf(privateKey),
        private_key: privateKey,
        event_webhooks_url: null,
        event_webhooks_status: 1 as const,
        event_webhooks_types: [],
      }
      world.applications.set(client_id, app)
      world.changed()
      const { bot_token, bot_user_id, public_key } = app
      return { client_id, client_secret, bot_token, bot_user_id, public_key }
    },

    updateApplication(clientId: string, { owner_mfa, ...edit }: ApplicationEdit): void {
      const app = Object.assign(world.application(clientId), edit)
      if (owner_mfa !== undefined) world.user(app.owner_id).mfa_enabled = owner_mfa
      world.changed()
    },

    createUser(input: UserInput = {}): UserInfo {
      return userInfo(addUser(world, input))
    },

    updateUser(userId: string, edit: Omit<UserInput, "id">): UserInfo {
      const user = world.user(userId)
      const { guild_count, ...rest } = edit
      Object.assign(user, rest, guild_count === undefined ? {} : { other_guilds: guild_count })
      for (const guild of world.guilds.values()) {
        const member = guild.members.get(userId)
        if (member) world.tell(guild, { type: "member_update", member })
      }
      world.changed()
      return userInfo(user)
    },

    deleteUser(userId: string, options: DeleteUserOptions = {}): void {
      deleteUser(world, world.user(userId), options)
    },

    users(): UserInfo[] {
      return world.people().map(userInfo)
    },

    /** The user removes the application under "Authorized Apps": all its tokens die. */
    revokeAuthorization(userId: string, clientId: string): number {
      return world.tokens.revokeAll(world.user(userId).id, world.application(clientId).client_id)
    },

    /** Makes the user's access tokens expire now; refreshing still works. */
    expireAccessTokens(userId: string): void {
      world.tokens.expireAccess(world.user(userId).id)
    },

    tokens(userId: string): TokenInfo[] {
      return world.tokens.ofUser(userId).map((grant) => ({
        client_id: grant.client_id,
        scopes: grant.scopes,
        access_token_hash: tokenHash(grant.access_token),
        refresh_token_hash: tokenHash(grant.refresh_token),
        revoked: grant.revoked,
        expires_at: grant.expires_at,
      }))
    },
  }
}

function userInfo({ id, username, global_name }: User): UserInfo {
  return { id, username, global_name }
}

export function addUser(world: World, input: UserInput & { bot?: boolean }): User {
  const id = input.id ?? world.ids.next()
  const username = input.username ?? `user_${id.slice(-6)}`
  const user: User = {
    id,
    username,
    global_name: input.global_name ?? null,
    bot: input.bot ?? false,
    other_guilds: input.guild_count ?? 0,
    guild_limit: input.guild_limit ?? GUILD_LIMIT,
    dms_closed: input.dms_closed ?? false,
    mfa_enabled: false,
    verification: input.verification ?? "done",
    email: input.email === undefined ? `${username}@discord.test` : input.email,
    deleted: false,
  }
  world.users.set(id, user)
  world.changed()
  return user
}
