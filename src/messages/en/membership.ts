export const membership = {
  held_back:
    "On hold: the background work it belongs to was canceled. Resume that work, or check this member again.",
  not_connected: "The customer has not connected Discord yet.",
  on_its_way: "On its way to Discord.",
  rules_pending:
    "The member has the role, and Discord waits for them to accept the server's rules before they can use it. It is looked at again by itself.",
  looked_at_again:
    "{{why}} The store looks again by itself, ever more rarely up to every six hours, and at once when the customer connects Discord again or asks for a check, or when you try again.",
  stays:
    "Stays in the server: holds roles that the store did not give ({{roles}}). What the store gave is taken.",
  kick_refused:
    "The member stays in the server, without the store's roles: the bot may not remove them. It lacks the Kick Members permission, or the member's highest role is not below the bot's.",
  withheld:
    "A moderator took this role away, and the server's settings respect that. To give it again, give it in Discord or change the setting.",
  server_disconnected:
    "The server is disconnected. Connect it again, and its members are brought up to date.",
  server_paused: "The server is paused.",
} as const
