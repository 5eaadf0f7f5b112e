export const request = {
  title_connected: "Discord server connected",
  title_already_connected: "Discord server connected already",
  title_declined: "Nothing was changed",
  title_failed: "Discord was not connected",
  title_broken_link: "This link does not work",
  title_broken_address: "This address does not work",
  title_no_discord_link: "This is not a Discord link",
  title_no_connect_link: "This is not a link to connect Discord",
  title_no_claim_link: "This is not a claim link",
  incomplete:
    "The address is incomplete. Open it as it stands in the store's message, or start again from the store.",
  title_only_opened: "This page can only be opened",
  open_instead: "Open its address instead.",
  back_to_store: "Back to the store",
  ill_formed:
    "The request holds a NUL character, or something that is not valid Unicode. Leave it out.",
  no_field: "The address names {{name}}, which is no field. Leave it out.",
  not_json: "Send this request with Content-Type: application/json.",
  too_many_seconds: "Too many requests. Please wait {{seconds}} seconds, then try again.",
  too_many_minutes: "Too many requests. Please wait {{minutes}} minutes, then try again.",
  redirect_unknown:
    "redirect_url is not one of the store's redirectUrls. Add it to the plugin's options, or leave it out.",
  no_date: "{{field}} is not a date: {{value}}",
  title_no_join_link: "This is not a link into a server",
  title_no_way_in: "You were not invited",
} as const
