import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The sentences as they were stored before they had codes. They stay as they are here, however the words change. */
const SENTENCES: Readonly<Record<string, string>> = {
  "activity.linked_by": "Linked by {{actor_id}}",
  "activity.mapped": "Variants {{variants}}",
  "activity.variant_deleted": "The variant was deleted. Who bought it keeps the role for as long as they own it.",
  "activity.roles_taken_back": "The roles the plugin gave are taken back.",
  "activity.roles_kept": "Members keep the roles they hold.",
  "activity.buyer_asked": "Asked the buyer to connect Discord.",
  "activity.buyer_reminded": "Reminded the buyer to connect Discord.",
  "activity.tested": "Test from the store's settings",
  "activity.guest_orders_of": "Guest orders with the verified e-mail address of customer {{customer_id}}",
  "claim.registered": "This order belongs to a customer account of the store. Sign in there and connect Discord: the link is for orders without an account.",
  "claim.customer_deleted": "The customer of this order was deleted, so it gives no Discord roles.",
  "claim.nobody": "This order belongs to no customer, so it gives no Discord roles to anyone.",
  "claim.gives_nothing": "This order gives no Discord roles: it is not paid yet, was cancelled or returned, or holds nothing that comes with roles.",
  "claim.tampered": "This link is not one of the store's, or was cut short. Open it again as it stands in the store's message, or ask the store for a new one.",
  "claim.unknown": "The store does not know this link any more. Please ask the store for a new one.",
  "claim.expired": "This link has expired, or a newer one took its place. Open the newest message from the store, or ask the store for a new link.",
  "claim.used": "This link has been used already. If that was not you, or you want to connect again, ask the store for a new link.",
  "claim.taken": "Orders with this e-mail address are connected to another Discord account already. Sign in to Discord with that account, or ask the store to disconnect it.",
  "claim.handed_over": "This order belongs to somebody else by now. Please ask the store for a new link if it is yours.",
  "discord.bot_is_out": "The bot is not in this Discord server any more. Add it again.",
  "discord.member_left": "The member has left the server, and the role with them.",
  "discord.not_in_server_any_more": "Not in the Discord server. Join it again to receive the roles.",
  "discord.role_gone": "The role no longer exists.",
  "discord.role_deleted": "The role was deleted in Discord. Map the variant to another role.",
  "discord.account_gone": "This Discord account no longer exists. Connect another one.",
  "discord.too_many_servers": "This Discord account is in as many servers as Discord allows. Leave one, then connect again.",
  "discord.server_full": "The Discord server has reached a limit of members or roles.",
  "discord.unverified": "Discord asks this account to be verified first. Verify it in Discord.",
  "discord.banned": "This Discord account is banned from the server.",
  "discord.user_agent_blocked": "Discord blocked the request's User-Agent. Check the proxy in apiUrl.",
  "discord.overloaded": "Discord is overloaded.",
  "discord.forbidden": "The bot may not do this: it lacks a permission, or its role sits too low.",
  "discord.connection_refused": "Discord no longer accepts the connection. Connect Discord again.",
  "discord.join_not_allowed": "The permission to join servers is missing. Connect Discord again and allow it.",
  "discord.malformed": "Discord found the request malformed. Please report this to the plugin.",
  "discord.two_factor": "The server requires two-factor authentication: switch it on for the bot's owner.",
  "discord.join_limit": "Discord limits this account from joining servers for a while.",
  "discord.client_refused": "Discord does not know this clientId and clientSecret. Check the options.",
  "discord.no_answer": "Discord did not answer.",
  "discord.slow_down": "Discord asked to slow down.",
  "discord.token_refused": "Discord refuses the bot token. Put the current token into botToken and restart.",
  "discord.refused_join_said": "Discord refused to bring this member in ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_join": "Discord refused to bring this member in ({{status}}, code {{code}}).",
  "discord.refused_read_member_said": "Discord refused to show this member ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_read_member": "Discord refused to show this member ({{status}}, code {{code}}).",
  "discord.refused_add_role_said": "Discord refused to give this role to the member ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_add_role": "Discord refused to give this role to the member ({{status}}, code {{code}}).",
  "discord.refused_remove_role_said": "Discord refused to take this role from the member ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_remove_role": "Discord refused to take this role from the member ({{status}}, code {{code}}).",
  "discord.refused_set_roles_said": "Discord refused to change the roles of this member ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_set_roles": "Discord refused to change the roles of this member ({{status}}, code {{code}}).",
  "discord.refused_kick_said": "Discord refused to remove this member from the server ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_kick": "Discord refused to remove this member from the server ({{status}}, code {{code}}).",
  "discord.refused_token_said": "Discord refused to renew this member's connection ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_token": "Discord refused to renew this member's connection ({{status}}, code {{code}}).",
  "discord.refused_read_server_said": "Discord refused to show this server ({{status}}, code {{code}}: {{words}}).",
  "discord.refused_read_server": "Discord refused to show this server ({{status}}, code {{code}}).",
  "discord.not_in_server": "Not in the Discord server. Connect Discord again, or join the server.",
  "discord.create_invite_missing": "The bot lacks the Create Invite permission, so it cannot bring buyers in. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Create Invite.",
  "discord.refused_before": "Something refused the call before Discord did.",
  "discord.one_call_refused": "Discord refused one call.",
  "discord.plugin_failed": "The plugin failed. The server's log says why.",
  "consent.account_taken": "This Discord account is connected to another customer of this store. Disconnect it there first, or connect another Discord account.",
  "consent.link_expired": "This Discord link has expired or was used already. Please start again.",
  "consent.other_browser": "This Discord link was opened in another browser than the one it was made for, so nothing was changed. Go back to the store, or to its message, in the browser you want to use, with cookies allowed, and connect Discord from there.",
  "consent.failed_code": "Discord did not take the code of this consent: it was used already, or came too late. The customer can start again.",
  "consent.failed_client": "Discord does not know this clientId and clientSecret, so nobody can connect. Check the options.",
  "consent.failed_token": "Discord refused the customer's own token right after the consent: they removed the application at once, or it was not Discord that answered. The customer can start again.",
  "consent.failed_answer": "Discord did not answer while a customer connected. They can start again.",
  "consent.failed_refused": "Discord refused the consent of a customer.",
  "consent.failed_store": "The store failed while a customer connected. The server's log says why.",
  "entitlement.until": "{{id}}: variant {{variant_id}} for customer {{customer_id}}, until {{date}}",
  "entitlement.until_note": "{{id}}: variant {{variant_id}} for customer {{customer_id}}, until {{date}} ({{note}})",
  "entitlement.until_undone": "{{id}}: variant {{variant_id}} for customer {{customer_id}}, until {{date}} (undone, because a step after it failed)",
  "entitlement.endless": "{{id}}: variant {{variant_id}} for customer {{customer_id}}, without an end",
  "entitlement.endless_note": "{{id}}: variant {{variant_id}} for customer {{customer_id}}, without an end ({{note}})",
  "entitlement.endless_undone": "{{id}}: variant {{variant_id}} for customer {{customer_id}}, without an end (undone, because a step after it failed)",
  "entitlement.suspension": "{{id}}: variant {{variant_id}} for customer {{customer_id}} from {{source_id}}, reason: {{reason}}",
  "entitlement.suspension_note": "{{id}}: variant {{variant_id}} for customer {{customer_id}} from {{source_id}}, reason: {{reason}} ({{note}})",
  "entitlement.suspension_undone": "{{id}}: variant {{variant_id}} for customer {{customer_id}} from {{source_id}}, reason: {{reason}} (undone, because a step after it failed)",
  "membership.stays": "Stays in the server: holds roles that the store did not give ({{roles}}). What the store gave is taken.",
  "membership.kick_refused": "The member stays in the server, without the store's roles: the bot may not remove them. It lacks the Kick Members permission, or the member's highest role is not below the bot's.",
  "role.everyone": "@everyone belongs to every member already. Choose another role.",
  "role.managed": "Discord manages the role {{role}} itself (a bot, an integration or boosts own it). Choose another role.",
  "role.manage_roles_missing": "The bot lacks the Manage Roles permission. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Manage Roles.",
  "role.above_bot": "The bot's role sits too low to give {{role}}. In Discord: Server Settings > Roles, drag the bot's role above {{role}}.",
  "role.deleted": "The role {{role}} was deleted in Discord. Choose another role.",
  "server.unnamed": "Roles wait for the admin.",
  "subscription.missing": "Subscription source {{source}}: {{field}} is not at \"{{path}}\" of entity {{entity}}. Correct the path in the option subscriptions, or fill the record.",
  "subscription.several_values": "Subscription source {{source}}: {{field}} at \"{{path}}\" gives several values, where one is expected.",
  "subscription.no_date": "Subscription source {{source}}: {{field}} at \"{{path}}\" is not a date.",
  "subscription.status_unknown": "Subscription source {{source}}: nothing says what status \"{{status}}\" means. Add it to its statuses: grant, grace, suspend or end.",
  "subscription.wrong_answer": "Subscription source {{source}}: read() gave {{path}}: {{why}}",
  "subscription.entity_unreadable": "Subscription source {{source}}: entity {{entity}} cannot be read ({{why}}). Correct entity in the option subscriptions, or add the module to medusa-config.ts.",
  "subscription.unreadable": "Subscription source {{source}} cannot be read: {{why}}",
  "subscription.orders_unreadable": "Orders cannot be read: {{why}}. It is tried again each minute.",
  "subscription.order_failed": "Order {{id}} could not be looked at: {{why}}. It is tried again each minute.",
  "subscription.no_source": "There is no subscription source {{source}} in the option subscriptions, which has: {{sources}}.",
  "subscription.not_found": "Subscription {{id}} of source {{source}} was not found. What it gave stays until it is told to have been deleted.",
  "sync_run.order_unread": "The order could not be read.",
}

const COLUMNS = [
  { table: "discord_activity_entry", words: "message", detail: "message_detail" },
  { table: "discord_membership", words: "error_message", detail: "error_detail" },
  { table: "discord_server", words: "pause_reason", detail: "pause_detail" },
  { table: "discord_incident", words: "reason", detail: "reason_detail" },
] as const

const PLACEHOLDER = /\{\{(\w+)\}\}/
/** What holds no space: with it, a longer sentence is not taken for a shorter one. */
const ONE_WORD = /^(?:status|code|date|reason|.*id)$/

/** Sentences for people are stored with what they are made of, beside their words. What is not known keeps its words alone. */
export class Migration20261127010000 extends Migration {
  override async up(): Promise<void> {
    const sentences = Object.entries(SENTENCES)
    const fixed = sentences.filter(([, text]) => !PLACEHOLDER.test(text))
    // A sentence that says more of its own is looked for before one that would take that for a name.
    const naming = sentences
      .filter(([, text]) => PLACEHOLDER.test(text))
      .sort(([, one], [, other]) => wordsOf(other).length - wordsOf(one).length)
    for (const { table, words, detail } of COLUMNS) {
      this.addSql(`alter table if exists "${table}" add column if not exists "${detail}" jsonb null;`)
      this.addSql(
        `update "${table}" as stored
            set "${detail}" = jsonb_build_object('code', known.code, 'params', '{}'::jsonb)
           from (values ${fixed.map(([code, text]) => `(${quoted(code)}, ${quoted(text)})`).join(", ")})
             as known(code, text)
          where stored."${words}" = known.text and stored."${detail}" is null;`,
      )
      // PostgreSQL keeps few regular expressions at hand, and compiles the others anew for each row.
      this.addSql(
        `with found as materialized (
           select "${table}".id, known.code, known.pattern, known.names
             from "${table}"
            cross join lateral (
              select * from (values ${naming.map(patternOf).join(", ")})
                  as each(rank, code, shape, pattern, names)
               where case when "${table}"."${words}" like each.shape
                          then "${table}"."${words}" ~ each.pattern end
               order by each.rank limit 1) known
            where "${table}"."${detail}" is null and "${table}"."${words}" is not null)
         update "${table}" as stored
            set "${detail}" = jsonb_build_object('code', found.code, 'params', (
                  select jsonb_object_agg(name, case
                           when name = 'reason' then jsonb_build_object(
                             'code', 'entitlement.' || value, 'params', '{}'::jsonb)
                           else to_jsonb(value) end)
                    from unnest(found.names, regexp_match(stored."${words}", found.pattern))
                      as named(name, value)))
           from found
          where stored.id = found.id;`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const { table, detail } of COLUMNS) {
      this.addSql(`alter table if exists "${table}" drop column if exists "${detail}";`)
    }
  }
}

function wordsOf(text: string): string {
  return text.replaceAll(/\{\{\w+\}\}/g, "")
}

function patternOf([code, text]: [string, string], rank: number): string {
  const names: string[] = []
  // Split by a group, every second part is the name of a placeholder.
  const parts = text.split(PLACEHOLDER).map((part, index) => {
    if (index % 2 === 0) {
      return part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
    }
    if (names.includes(part)) {
      return `\\${names.indexOf(part) + 1}`
    }
    names.push(part)
    return ONE_WORD.test(part) ? "(\\S+)" : "(.+)"
  })
  const list = names.map(quoted).join(", ")
  const shape = text.replaceAll(/\{\{\w+\}\}|_/g, (found) => (found === "_" ? "\\_" : "%"))
  const pattern = `^${parts.join("")}$`
  return `(${rank}, ${quoted(code)}, ${quoted(shape)}, ${quoted(pattern)}, array[${list}])`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
