export const refusal = {
  product_not_found: "Product {{id}} was not found",
  order_not_found: "Order {{id}} was not found",
  customer_not_found: "Customer {{id}} was not found",
  no_invitation:
    "The bot may not invite anybody to a channel of {{server}}. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Create Invite; if a channel forbids it, allow it there.",
  server_not_found: "Discord server {{id}} was not found. GET /admin/discord/servers lists them.",
  membership_not_found:
    "Membership {{id}} was not found. GET /admin/discord/memberships lists them.",
  entitlement_not_found:
    "Entitlement {{id}} was not found. GET /admin/discord/entitlements lists them.",
  sync_run_not_found: "Sync run {{id}} was not found. GET /admin/discord/sync-runs lists them.",
  sync_run_ended: "Sync run {{id}} does not run any more: it is {{status}}. Nothing was canceled.",
  sync_run_not_canceled:
    "Sync run {{id}} is {{status}}: only one that was canceled or has failed can be resumed.",
  backfill_running:
    "Orders are being read already. Wait for that run to end, or cancel it first: GET /admin/discord/sync-runs?kind=order_backfill&status=running",
  reconcile_running:
    "The members of this server are being checked already. Wait for that to end, or cancel it first: GET /admin/discord/sync-runs?kind=reconcile&status=running",
  sync_run_not_confirmable:
    "Sync run {{id}} has nothing to be confirmed: only a check of a server's members that asks first can be, or a dry run that is over, while it is the server's last.",
  server_disconnected:
    "{{server}} is disconnected, so nobody in it can be brought up to date. Connect the server again first.",
  user_unknown:
    "Discord knows no user {{id}}. In Discord: User Settings > Advanced > Developer Mode, then right-click the user > Copy User ID.",
  not_connected:
    "Customer {{id}} has not connected Discord, so there is nothing to bring up to date.",
  nothing_to_disconnect: "No Discord account is connected, so there is nothing to disconnect.",
  messages_off:
    'The store sends no messages about Discord. Set notifications: { connect: { channel: "email", template: "..." } } in the plugin\'s options, or copy the claim link.',
  nothing_to_tell:
    "There is nothing to tell: the buyer has connected Discord already, or the order gives no roles.",
  nobody_to_write_to:
    "The order has no e-mail address, or its customer was deleted, so there is nobody to write to.",
  no_customer: "There is no customer {{id}}.",
  no_variant: "There is no product variant {{id}}.",
  given_by_order:
    "Entitlement {{id}} comes from order {{order_id}}: cancel, return or refund it there, and the access follows.",
  given_by_subscription:
    "Entitlement {{id}} comes from subscription {{subscription_id}}: cancel or change it there, and the access follows.",
  given_by_provider:
    "Entitlement {{id}} comes from subscription {{subscription_id}} of {{provider}}: cancel or change it there, and the access follows.",
  suspended_already:
    "Entitlement {{id}} is suspended already, since {{date}}, reason: {{reason}}. To give another reason, resume it first.",
  not_suspended: "Entitlement {{id}} is not suspended, so there is nothing to resume.",
  no_suspension_reason: "reason must be one of dispute, abuse, other.",
  nothing_named:
    "Name what is meant: an entitlement by its id, or a source (order, subscription, manual) with its source_id.",
  variant_of_another_product: "Product {{product_id}} has no variant {{variant_id}}.",
  variant_named_twice: "Variant {{variant_id}} is named twice.",
  role_named_twice: "Variant {{variant_id}} and role {{role_id}} is named twice.",
  role_unknown:
    "Role {{role_id}} is not a role of a connected Discord server. Refresh the server's roles, then choose again.",
  offer_times_wrong:
    "Variant {{variant_id}}: the times in which one of its roles is offered overlap, end before they begin, or are still to come.",
  not_for_new_buyers:
    "Variant {{variant_id}}: {{fields}} would change what earlier buyers have, but apply_to is new_buyers. Leave {{fields}} out, or send apply_to as everyone.",
  role_out_of_reach:
    "Role {{role}} ({{role_id}}) belongs to {{server}}, which is disconnected. Connect the server again first.",
  role_not_assignable: "Role {{role}} ({{role_id}}): {{why}}",
  reference_taken:
    "Reference {{reference}} gives variant {{variant_id}} to customer {{customer_id}} already. End that access first, or use another reference.",
  access_over: "Entitlement {{id}} is over since {{date}}. Grant access anew instead.",
  end_past: "ends_at {{date}} is in the past. To end access now, end it.",
  end_before_start: "ends_at {{date}} is not after starts_at {{date_start}}.",
  too_many_customers:
    "More than {{count}} customers fit this search. Type more of the name or the e-mail address.",
  several: "{{sentences}}",
  no_channel:
    "{{server}} has no channel that an invitation can lead to. In Discord: create a channel, then try again.",
} as const
