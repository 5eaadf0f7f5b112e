export const entitlement = {
  access: "Access",
  still_suspended: "Entitlement {{id}} is suspended: it gives no role until it is resumed.",
  dispute: "dispute",
  abuse: "abuse",
  other: "other",
  until: "{{id}}: variant {{variant_id}} for customer {{customer_id}}, until {{date}}",
  until_note:
    "{{id}}: variant {{variant_id}} for customer {{customer_id}}, until {{date}} ({{note}})",
  until_undone:
    "{{id}}: variant {{variant_id}} for customer {{customer_id}}, until {{date}} (undone, because a step after it failed)",
  endless: "{{id}}: variant {{variant_id}} for customer {{customer_id}}, without an end",
  endless_note:
    "{{id}}: variant {{variant_id}} for customer {{customer_id}}, without an end ({{note}})",
  endless_undone:
    "{{id}}: variant {{variant_id}} for customer {{customer_id}}, without an end (undone, because a step after it failed)",
  suspension:
    "{{id}}: variant {{variant_id}} for customer {{customer_id}} from {{source_id}}, reason: {{reason}}",
  suspension_note:
    "{{id}}: variant {{variant_id}} for customer {{customer_id}} from {{source_id}}, reason: {{reason}} ({{note}})",
  suspension_undone:
    "{{id}}: variant {{variant_id}} for customer {{customer_id}} from {{source_id}}, reason: {{reason}} (undone, because a step after it failed)",
  no_role_yet:
    "Variant {{variant_id}} gives no Discord role yet: choose its roles on the product's page, and this customer gets them.",
  not_connected_yet:
    "Customer {{customer_id}} has not connected Discord yet: the roles wait until they do.",
  order_not_mapped: "Nothing in this order gives a Discord role.",
  order_awaits_authorization:
    "This order waits for the payment: its Discord roles are given once the payment is authorized.",
  order_awaits_capture:
    "This order waits for the payment: its Discord roles are given once the payment is captured.",
  order_canceled: "This order was canceled before it gave any Discord role.",
  order_refunded: "This order was refunded before it gave any Discord role.",
  order_returned: "What gives Discord roles in this order was returned or taken off it.",
  order_ownerless: "This order belongs to no customer, so nobody can hold its Discord roles.",
  order_unread:
    "This order gives Discord roles, and has not been read yet. A new order is read within minutes; orders from before the plugin was installed are read in Settings > Discord > Members.",
} as const
