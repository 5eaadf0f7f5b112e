export const gateway = {
  listening:
    "What happens in your Discord servers is heard at once: since {{date_connected}}, last at {{date_heard}}, by process {{process}} (workerMode {{mode}}).",
  members_unheard:
    "What happens to roles and servers is heard at once, since {{date_connected}}, last at {{date_heard}}, by process {{process}} (workerMode {{mode}}); but not who joins, leaves or comes through the server's rules: the Server Members Intent is off. That is seen at the next look.",
  members_fix:
    "In Discord's developer portal: Bot > Privileged Gateway Intents, switch Server Members Intent on and save. It is noticed within ten minutes.",
  connecting: "The connection to Discord's gateway is being made.",
  nobody:
    "No process of the store listens to Discord's gateway. What happens in Discord is seen later.",
  nobody_fix:
    "Look whether a process of Medusa with workerMode worker or shared is running. One that died is followed by another within seconds.",
  members_refused:
    "Discord does not tell this application of members: the store listens without them.",
  token_refused:
    "Discord's gateway refuses the bot token. Roles are not affected by the gateway alone, but by the token.",
  token_fix:
    "In Discord's developer portal: Bot > Reset Token. Put the new token into botToken and restart Medusa.",
  too_many_sessions:
    "The bot has begun as many gateway sessions as Discord allows in a day. What happens in Discord is seen later.",
  too_many_fix:
    "Look whether another program uses the same bot token, or whether Medusa restarts over and over. The store tries again by itself.",
  unreachable: "Discord's gateway cannot be reached. What happens in Discord is seen later.",
  unreachable_fix:
    "The store tries again by itself. If it stays: https://discordstatus.com, then whether your firewall lets WebSocket connections to gateway.discord.gg through.",
  too_many_servers:
    "The bot is in more servers than Discord tells one connection of (2,500): the store does not hear at once what happens. It is seen later.",
  too_many_servers_fix:
    "The store does not split its connection into shards. Set the option gateway to false; everything else works as before.",
  refused:
    "Discord's gateway refuses the way the store speaks to it (close code {{code}}). What happens in Discord is seen later.",
  refused_fix:
    "Update medusa-plugin-discord-roles. If it stays in the newest version, report it with the code.",
} as const
