export const application = {
  token_ok: "Discord accepts the bot token.",
  token_refused: "Discord refuses the bot token.",
  token_fix:
    "In Discord's developer portal: Bot > Reset Token. Put the new token into botToken and restart Medusa.",
  secret_ok: "Discord accepts the client secret.",
  secret_refused: "Discord refuses the client secret.",
  secret_fix:
    "In Discord's developer portal: OAuth2 > Reset Secret. Put the new secret into clientSecret and restart Medusa.",
  client_ok: "The client ID and the bot belong to one application.",
  client_other: "The client ID and the bot token belong to different applications.",
  client_fix:
    "The bot's application has the ID {{bot_id}}. Put it into clientId, with the client secret of the same application, or use the bot token of {{client_id}}.",
  redirect_ok: "Discord knows the redirect URI.",
  redirect_unknown:
    "Discord does not know the redirect URI, so nobody could come back from its consent page.",
  redirect_fix:
    "In Discord's developer portal: OAuth2 > Redirects > Add Redirect, enter {{redirect_uri}} and save.",
  sign_in_ok: "Discord knows the page on which signing in ends.",
  sign_in_unknown:
    "Discord does not know the page on which signing in ends, so nobody can sign in with Discord.",
  sign_in_fix:
    "In Discord's developer portal: OAuth2 > Redirects > Add Redirect, enter {{redirect_uris}} and save.",
  key_ok: "The public key is the application's.",
  key_other:
    "The public key is not the application's, so Discord's webhook events would be turned away.",
  key_fix:
    "In Discord's developer portal: General Information > Public Key. Copy it into publicKey and restart Medusa.",
  events_ok: "Discord tells the store who removes the application.",
  events_off:
    "Discord does not tell the store who removes the application, though publicKey is set.",
  events_fix:
    "In Discord's developer portal: Webhooks, enter {{webhook_url}} as Endpoint URL, switch Events on, choose Application Deauthorized and save.",
  sweep_silent:
    "Nobody has swept for five minutes: events that were lost and access that ends are not seen to.",
  sweep_fix:
    "Look whether a process of Medusa with workerMode worker or shared is running, and what its log says of sweep-discord.",
  chores_stuck: "Regular work of the store is begun and does not come to an end: {{chores}}.",
  chores_fix:
    "Look what the log of the processes with workerMode worker or shared says of it. If it hangs in something of the store's, as a notification provider that does not answer, mend that and restart them.",
  others_refused:
    "Discord refuses the bot token of this many other processes of the store, which do no work for that: {{processes}}.",
  others_fix:
    "Look at the botToken of each process, first of those with workerMode worker: put in the token that Discord accepts, and restart them.",
  locks_own:
    "{{processes}} processes of this store run on one database, and Medusa's locks are in the memory of each: they do not bind the others, so Medusa may do one thing twice at the same time.",
  locks_fix:
    "In medusa-config.ts, give @medusajs/medusa/locking a provider that all processes share: @medusajs/medusa/locking-redis, or @medusajs/medusa/locking-postgres. The plugin's own work is not done twice: it has leases in the database.",
  index_missing:
    "Tables of Medusa have grown large, and no index leads to what has changed in them: of changes that no event told of, all but new orders, payments and refunds are found once an hour, no longer each minute.",
  index_fix:
    "Run in the store's database, each statement by itself; the store goes on meanwhile: {{statements}}",
  unasked_fix:
    "Look again in a minute. If it stays: https://discordstatus.com, then your firewall or apiUrl.",
  address_barred:
    "Discord's edge refuses the address of this machine, so nothing can be asked now.",
  address_fix:
    "It is over by itself within minutes or an hour, and everything that waits is done then. If it comes back, look who else calls Discord from this address.",
  seals_lost:
    "No encryption key opens the Discord tokens of this many customers: {{customers}}. They must connect Discord again before they can be brought into a server.",
  seals_lost_fix:
    "Put the key that was taken out of encryptionKey back, behind the newest. If it is lost, ask these customers to connect again.",
  seals_older:
    "An older encryption key still seals the Discord tokens of this many customers: {{customers}}.",
  seals_older_fix:
    "Keep the older key in encryptionKey until this is gone: they are sealed anew within the hour. If the number stays, see what the log says of encryption keys.",
} as const

export const doctor = {
  application: "The Discord application",
  unable: "The doctor could not look",
  tables_missing: "Tables of the plugin are missing, or are older than this version of it.",
  tables_fix: "Run this in the store's folder, then start Medusa anew: npx medusa db:migrate",
  failed: "This stood in the way: {{reason}}",
  servers: "Discord servers",
  server: "Discord server {{name}}, as last read",
  no_server: "No Discord server is connected.",
  no_server_fix: "In the dashboard: Settings > Discord > Add Discord Server.",
  disconnected: "It is disconnected.",
  paused: "It is paused.",
  parked: "This many members wait for you: {{members}}.",
  parked_fix: "In the dashboard: Settings > Discord > Members, under Waiting for you.",
  work: "Work",
  swept: "Regular work was last done at {{date_swept}}.",
  never_swept: "Regular work was not done yet.",
  processes: "Processes of this store that run now, without this one: {{processes}}.",
  looked: "A member was last looked at in Discord at {{date_looked}}.",
  never_looked: "No member was looked at in Discord yet.",
  members:
    "Members: {{synced}} in order, {{working}} being worked on, {{customers}} waiting for the customer, {{admins}} waiting for an admin.",
  options: "Options in force",
  option: "{{name}}: {{value}}",
  well: "All is well.",
  warnings: "Nobody is kept from their roles, but look at the warnings.",
  failures: "Something keeps customers from their roles.",
} as const
