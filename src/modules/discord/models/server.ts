import { model } from "@medusajs/framework/utils"
import {
  ACCESS_END_ACTIONS,
  ADOPTED_ROLE_ACTIONS,
  ROLE_REMOVED_ACTIONS,
  SERVER_STATUSES,
  UNREADABLE_REASONS,
} from "../statuses.rules"
import DiscordRole from "./role"
import Membership from "./membership"

/** A connected Discord server (Discord's API calls it a guild). */
const DiscordServer = model
  .define(
    { name: "discord_server", tableName: "discord_server" },
    {
      id: model.id({ prefix: "dserv" }).primaryKey(),
      guild_id: model.text(),
      name: model.text().searchable(),
      icon: model.text().nullable(),
      /** Position of the bot's highest role: it can only give roles below it. */
      bot_position: model.number().default(0),
      bot_role_id: model.text().nullable(),
      /** Discord's permission bit field of the bot in this server, as a decimal string. */
      bot_permissions: model.text().default("0"),
      /** All members of the server, as Discord last counted them; null before it was asked. */
      member_count: model.number().nullable(),
      /** When Discord was last asked about the server, and why it could not be read then; null = it could. */
      read_at: model.dateTime().nullable(),
      unreadable: model.enum([...UNREADABLE_REASONS]).nullable(),
      status: model.enum([...SERVER_STATUSES]).default("connected"),
      /** In English; of what it is made stands beside it, where it has a code. */
      pause_reason: model.text().nullable(),
      pause_detail: model.json().nullable(),
      /** Discord's code of the refusal that paused it; null when a look at the server did, and a look ends it. */
      pause_code: model.text().nullable(),
      /** When one of the refused calls may be tried next, and how often that was refused in a row. */
      probe_at: model.dateTime().nullable(),
      probe_count: model.number().default(0),
      /** Whether a server that is disconnected still has the roles taken back that the plugin gave in it. */
      takes_back_roles: model.boolean().default(false),
      on_access_end: model.enum([...ACCESS_END_ACTIONS]).default("remove_roles"),
      on_role_removed: model.enum([...ROLE_REMOVED_ACTIONS]).default("restore"),
      /** Hours that roles stay after their time has run out: not after a cancel, a refund or an admin's end. */
      grace_hours: model.number().default(0),
      adopted_roles: model.enum([...ADOPTED_ROLE_ACTIONS]).default("keep"),
      /** Whether newcomers have to accept rules in Discord before they can use what they bought. */
      screens_members: model.boolean().default(false),
      /** Whether Discord asks whoever manages its roles for two-factor authentication. */
      requires_two_factor: model.boolean().default(false),
      /** When all members were last compared with what they bought. */
      reconciled_at: model.dateTime().nullable(),
      roles: model.hasMany(() => DiscordRole, { mappedBy: "server" }),
      memberships: model.hasMany(() => Membership, { mappedBy: "server" }),
    },
  )
  .indexes([{ on: ["guild_id"], unique: true }])
  .cascades({ delete: ["roles", "memberships"] })

export default DiscordServer
