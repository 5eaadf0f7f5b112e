/**
 * What an admin's request is answered with when it is not carried out, with what to do about it. The dashboard shows these
 * sentences in the admin's language: a new one needs its translations in `src/admin/i18n/json/<language>/sentences.json`.
 */
export const REFUSAL = {
  product_not_found: (id: string) => `Product ${id} was not found`,
  order_not_found: (id: string) => `Order ${id} was not found`,
  customer_not_found: (id: string) => `Customer ${id} was not found`,
  server_not_found: (id: string) =>
    `Discord server ${id} was not found. GET /admin/discord/servers lists them.`,
  membership_not_found: (id: string) =>
    `Membership ${id} was not found. GET /admin/discord/memberships lists them.`,
  entitlement_not_found: (id: string) =>
    `Entitlement ${id} was not found. GET /admin/discord/entitlements lists them.`,
  sync_run_not_found: (id: string) =>
    `Sync run ${id} was not found. GET /admin/discord/sync-runs lists them.`,
  sync_run_ended: (id: string, status: string) =>
    `Sync run ${id} does not run any more: it is ${status}. Nothing was canceled.`,
  sync_run_not_canceled: (id: string, status: string) =>
    `Sync run ${id} is ${status}: only a canceled run can be resumed.`,
  backfill_running: () =>
    "Orders are being read already. Wait for that run to end, or cancel it first: GET /admin/discord/sync-runs?kind=order_backfill&status=running",
  server_disconnected: (server: string) =>
    `${server} is disconnected, so nobody in it can be brought up to date. Connect the server again first.`,
  user_unknown: (id: string) =>
    `Discord knows no user ${id}. In Discord: User Settings > Advanced > Developer Mode, then right-click the user > Copy User ID.`,
  account_taken: () =>
    "This Discord account is connected to another customer of this store. Disconnect it there first, or connect another Discord account.",
  not_connected: (customerId: string) =>
    `Customer ${customerId} has not connected Discord, so there is nothing to bring up to date.`,
  nothing_to_disconnect: () =>
    "No Discord account is connected, so there is nothing to disconnect.",
  messages_off: () =>
    'The store sends no messages about Discord. Set notifications: { connect: { channel: "email", template: "..." } } in the plugin\'s options, or copy the claim link.',
  nothing_to_tell: () =>
    "There is nothing to tell: the buyer has connected Discord already, or the order gives no roles.",
  nobody_to_write_to: () =>
    "The order has no e-mail address, or its customer was deleted, so there is nobody to write to.",
  no_customer: (id: string) => `There is no customer ${id}.`,
  no_variant: (id: string) => `There is no product variant ${id}.`,
  given_by_order: (id: string, orderId: string) =>
    `Entitlement ${id} comes from order ${orderId}: cancel, return or refund it there, and the access follows.`,
  given_by_subscription: (id: string, subscription: string) =>
    `Entitlement ${id} comes from subscription ${subscription}: cancel or change it there, and the access follows.`,
  given_by_provider: (id: string, subscription: string, provider: string) =>
    `Entitlement ${id} comes from subscription ${subscription} of ${provider}: cancel or change it there, and the access follows.`,
  variant_of_another_product: (productId: string, variantId: string) =>
    `Product ${productId} has no variant ${variantId}.`,
  variant_named_twice: (variantId: string) => `Variant ${variantId} is named twice.`,
  role_named_twice: (variantId: string, roleId: string) =>
    `Variant ${variantId} and role ${roleId} is named twice.`,
  role_unknown: (roleId: string) =>
    `Role ${roleId} is not a role of a connected Discord server. Refresh the server's roles, then choose again.`,
  role_out_of_reach: (role: string, roleId: string, server: string) =>
    `Role ${role} (${roleId}) belongs to ${server}, which is disconnected. Connect the server again first.`,
  role_not_assignable: (role: string, roleId: string, why: string) =>
    `Role ${role} (${roleId}): ${why}`,
} as const
