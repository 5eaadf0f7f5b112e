export const discord = {
  bot_is_out: "The bot is not in this Discord server any more. Add it again.",
  member_left: "The member has left the server, and the role with them.",
  not_in_server_any_more: "Not in the Discord server. Join it again to receive the roles.",
  role_gone: "The role no longer exists.",
  role_deleted: "The role was deleted in Discord. Map the variant to another role.",
  account_gone: "This Discord account no longer exists. Connect another one.",
  too_many_servers:
    "This Discord account is in as many servers as Discord allows. Leave one, then connect again.",
  server_full: "The Discord server has reached a limit of members or roles.",
  unverified: "Discord asks this account to be verified first. Verify it in Discord.",
  banned: "This Discord account is banned from the server.",
  user_agent_blocked: "Discord blocked the request's User-Agent. Check the proxy in apiUrl.",
  overloaded: "Discord is overloaded.",
  forbidden: "The bot may not do this: it lacks a permission, or its role sits too low.",
  connection_refused: "Discord no longer accepts the connection. Connect Discord again.",
  join_not_allowed:
    "The permission to join servers is missing. Connect Discord again and allow it.",
  malformed: "Discord found the request malformed. Please report this to the plugin.",
  two_factor: "The server requires two-factor authentication: switch it on for the bot's owner.",
  join_limit: "Discord limits this account from joining servers for a while.",
  client_refused: "Discord does not know this clientId and clientSecret. Check the options.",
  no_answer: "Discord did not answer.",
  slow_down: "Discord asked to slow down.",
  token_refused: "Discord refuses the bot token. Put the current token into botToken and restart.",
  refused_join_said:
    "Discord refused to bring this member in ({{status}}, code {{code}}: {{words}}).",
  refused_join: "Discord refused to bring this member in ({{status}}, code {{code}}).",
  refused_read_member_said:
    "Discord refused to show this member ({{status}}, code {{code}}: {{words}}).",
  refused_read_member: "Discord refused to show this member ({{status}}, code {{code}}).",
  refused_add_role_said:
    "Discord refused to give this role to the member ({{status}}, code {{code}}: {{words}}).",
  refused_add_role: "Discord refused to give this role to the member ({{status}}, code {{code}}).",
  refused_remove_role_said:
    "Discord refused to take this role from the member ({{status}}, code {{code}}: {{words}}).",
  refused_remove_role:
    "Discord refused to take this role from the member ({{status}}, code {{code}}).",
  refused_set_roles_said:
    "Discord refused to change the roles of this member ({{status}}, code {{code}}: {{words}}).",
  refused_set_roles:
    "Discord refused to change the roles of this member ({{status}}, code {{code}}).",
  refused_kick_said:
    "Discord refused to remove this member from the server ({{status}}, code {{code}}: {{words}}).",
  refused_kick:
    "Discord refused to remove this member from the server ({{status}}, code {{code}}).",
  refused_token_said:
    "Discord refused to renew this member's connection ({{status}}, code {{code}}: {{words}}).",
  refused_token: "Discord refused to renew this member's connection ({{status}}, code {{code}}).",
  refused_read_server_said:
    "Discord refused to show this server ({{status}}, code {{code}}: {{words}}).",
  refused_read_server: "Discord refused to show this server ({{status}}, code {{code}}).",
  refused_invite_said:
    "Discord refused to make an invitation ({{status}}, code {{code}}: {{words}}).",
  refused_invite: "Discord refused to make an invitation ({{status}}, code {{code}}).",
  not_in_server: "Not in the Discord server. Connect Discord again, or join the server.",
  create_invite_missing:
    "The bot lacks the Create Invite permission, so it cannot bring buyers in. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Create Invite.",
  refused_before: "Something refused the call before Discord did.",
  one_call_refused: "Discord refused one call.",
  database_away: "The store's database did not answer. It is tried again by itself.",
  plugin_failed: "The plugin failed. The server's log says why.",
  wait_seconds:
    "Discord takes no more of these requests for now. Wait {{seconds}} seconds, then try again.",
  too_many_invitations:
    "The Discord server has as many invitations as Discord allows. In Discord: Server Settings > Invites, delete some that nobody needs.",
} as const
