export const customer = {
  connect: "Connect Discord to receive your roles.",
  reconnect: "Connect Discord again: Discord no longer accepts the connection.",
  reconnect_and_allow: "Connect Discord again, and allow the store to add you to servers.",
  account_gone: "The Discord account you connected no longer exists. Connect another one.",
  join_server:
    "You are not in {{server}}. Join it in Discord, or connect Discord again and the store brings you in. The store looks again by itself now and then, and at once when you ask it to.",
  accept_rules: "One step left: open {{server}} in Discord and accept its rules.",
  leave_a_server:
    "Your Discord account is in as many servers as Discord allows. Leave one, then connect Discord again. The store looks again by itself now and then, and at once when you ask it to.",
  verify_account:
    "Discord asks you to verify your account first. Do so in Discord, then connect Discord again. The store looks again by itself now and then, and at once when you ask it to.",
  banned:
    "Your Discord account is banned from {{server}}. Ask the store about it. The store looks again by itself now and then, and at once when you ask it to.",
  join_limit:
    "Discord does not let your account join servers for a while. The store looks again by itself now and then, and at once when you ask it to.",
  withheld: "A moderator of {{server}} took a role away from you. Ask the store about it.",
  wait: "The store is not done with your roles yet. They follow by themselves.",
  on_hold: "Some of your access is on hold. Please contact the store.",
  contact_store:
    "Something stands in the way that the store has to mend. Your roles follow by themselves once it has; ask the store if it takes long.",
  not_invited: "The store cannot invite you to {{server}} at the moment. Ask the store about it.",
  no_access:
    "Nothing that you have gives you a role in this Discord server any more. Look at your account in the store.",
} as const
