export const role = {
  everyone: "@everyone belongs to every member already. Choose another role.",
  managed:
    "Discord manages the role {{role}} itself (a bot, an integration or boosts own it). Choose another role.",
  manage_roles_missing:
    "The bot lacks the Manage Roles permission. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Manage Roles.",
  above_bot:
    "The bot's role sits too low to give {{role}}. In Discord: Server Settings > Roles, drag the bot's role above {{role}}.",
  deleted: "The role {{role}} was deleted in Discord. Choose another role.",
  dangerous: "{{role}} has {{permissions}}",
  dangerous_refused:
    "{{grants}}: whoever holds it may use that. To choose it all the same, send accept_dangerous_permissions: true.",
  administrator: "Administrator",
  manage_server: "Manage Server",
  manage_roles: "Manage Roles",
  manage_channels: "Manage Channels",
  manage_webhooks: "Manage Webhooks",
  ban_members: "Ban Members",
  kick_members: "Kick Members",
  timeout_members: "Timeout Members",
  manage_messages: "Manage Messages",
} as const

export const roleTest = {
  role_gone: "This role does not exist in the server any more.",
  choose_role: "Choose another role.",
  can_give: "The bot can give {{role}}.",
  busy: "The store is changing this member's roles right now.",
  again: "Try the test again in a minute.",
  not_in_server: "This Discord user is not in the server.",
  choose_member: "Choose somebody who is in the server.",
  bought: "This member has bought access that gives {{role}}; a test would take it away.",
  held: "This member holds {{role}} already; a test would take it away.",
  choose_other: "Choose another member or another role.",
  ready: "The member is in the server and does not hold {{role}} yet.",
  given: "Discord gave {{role}} to the member.",
  taken: "Discord took {{role}} from the member.",
  holds: "The member holds {{role}} now.",
  holds_not: "The member does not hold {{role}} now.",
  changed_elsewhere: "Somebody else, or another bot, changes this role: look there.",
  run_checks: "Run the health checks of this server again: they say what to mend.",
  goes_on:
    "The store goes on by itself, until Discord confirms. If it cannot, take the role away in Discord.",
} as const
