export const server = {
  bot_ok: "The bot is in the server.",
  bot_missing: "The bot is not in the server.",
  bot_fix: "Connect the server again with Add Discord Server.",
  manage_roles_ok: "The bot may manage roles.",
  manage_roles_missing: "The bot lacks the Manage Roles permission.",
  manage_roles_fix:
    "In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Manage Roles.",
  create_invite_ok: "The bot may join members to the server.",
  create_invite_missing:
    "The bot lacks the Create Invite permission, so it cannot join buyers to the server.",
  create_invite_fix:
    "In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Create Invite.",
  two_factor_ok:
    "The server requires two-factor authentication of whoever manages roles: the bot's owner has to keep it switched on.",
  two_factor_missing:
    "The server requires two-factor authentication of whoever manages roles, and the bot's owner has not switched it on.",
  two_factor_fix:
    "In Discord, as the owner of the bot's application: User Settings > My Account, switch on two-factor authentication. Then check again: a role is tried at once.",
  role_changes_refused: "Discord refuses to change roles in this server (code {{code}}).",
  role_changes_fix:
    "Mend what Discord names. One change is tried by itself, ever more rarely; checking again tries it at once.",
  kick_ok: "The bot may remove members whose access has ended.",
  kick_missing:
    "The bot lacks the Kick Members permission, so it cannot remove members whose access has ended.",
  kick_fix:
    "In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Kick Members. Or let members stay without their roles: Settings > At the end of access.",
  position_ok: "The bot can give every role you sell.",
  below_every_role: "The bot's role sits below every other role, so it can give none of them.",
  below_every_role_fix:
    "In Discord: Server Settings > Roles, drag the bot's role above the roles that it is to give.",
  cannot_give: "The bot cannot give {{roles}}.",
  position_fix:
    "In Discord: Server Settings > Roles, drag the bot's role above {{highest}}, the highest of them.",
  nothing_mapped: "You sell no role yet.",
  roles_exist: "Every role you sell still exists in Discord.",
  roles_deleted: "Deleted in Discord: {{roles}}.",
  roles_deleted_fix: "On the page of each product that gave it, choose another role.",
  permissions_ok: "No role you sell lets its buyers manage the server.",
  permissions_dangerous: "{{grants}}: whoever buys it may use that.",
  permissions_fix:
    "In Discord: Server Settings > Roles > {{roles}} > Permissions, switch these off.",
  screening:
    "Newcomers have to accept the server's rules in Discord before they can use what they bought.",
  screening_fix:
    "Buyers are told so on their page of the store. To spare them the step, in Discord: Server Settings > Onboarding, and Server Settings > Safety Setup.",
  channels_ok: "Every role you sell opens a channel that others do not see.",
  channel_missing: "{{role}} opens no channel that @everyone does not see already.",
  channels_missing: "{{roles}} open no channel that @everyone does not see already.",
  channels_fix:
    "If the role is to open channels, in Discord: the channel > Edit Channel > Permissions, make it a private channel and add {{roles}}.",
  test_left: "A test gave {{role}} to Discord user {{user_id}} and has not taken it back yet.",
  tests_left: "Tests gave roles to Discord users and have not taken them back yet: {{roles}}.",
  unnamed: "Roles wait for the admin.",
  notice_opened_title: "Discord: {{server}} needs you",
  notice_opened:
    "{{why}} What customers bought there waits until it is mended. Go to Settings > Discord.",
  notice_closed_title: "Discord: {{server}} works again",
  notice_closed: "What waited there is being done now.",
  notice_reconcile_asks:
    "The check of all members would take away {{removed}} of the {{roles}} roles that the store has given there. Nothing is taken before you confirm it: go to Settings > Discord, open the server, and look at the list.",
} as const
