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
  only_others_get:
    "The variant {{variant}} gives its Discord roles only for purchases of another time, so this access gives none: choose what new buyers get on the product's page.",
  only_in_disconnected:
    "The variant {{variant}} gives roles only on disconnected servers ({{servers}}), so this access gives none for now: connect them again.",
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

/** What is said of a file of customers to import, and of its rows. */
export const customerImport = {
  too_large:
    "The file has {{bytes}} bytes, and an import takes {{max}} at most. Import it in several parts, each with the header.",
  too_many_rows:
    "The file has {{rows}} rows, and an import takes {{max}} at most. Import it in several parts, each with the header.",
  empty: "The file has no rows below its header.",
  offset_beyond:
    "{{offset}} rows are to be passed over, and the file has only {{rows}}. Send the file that the import was begun with, or begin anew with offset 0.",
  blank_first_line:
    "The first line is empty. It must name the columns: email or customer_id, and what the rows ask for, such as variant_id.",
  unreadable:
    "The file is no CSV from line {{line}} on: a quotation mark stands where none may, or one is missing.",
  unknown_columns:
    "The first line names columns that an import does not know: {{columns}}. It knows {{known}}.",
  column_twice: "The first line names a column twice: {{columns}}.",
  no_customer_column: "The first line names neither of the columns email and customer_id.",
  no_purpose_column:
    "The first line names none of the columns variant_id, sku and discord_user_id.",
  too_many_cells: "The row has more cells than the file has columns.",
  no_customer_named: "The row names no customer: fill in email or customer_id.",
  nothing_asked: "The row asks for nothing: fill in variant_id, sku or discord_user_id.",
  no_variant_named:
    "The row fills in {{columns}}, and names no variant: fill in variant_id or sku, or leave these out.",
  no_date:
    "{{column}} is not a date: {{value}}. Write it as 2027-12-31, or with time and zone as 2027-12-31T18:00:00Z.",
  reference_reserved:
    "reference begins with {{prefix}}, which is kept for access that was given without one. Write another, or leave it out.",
  text_too_long: "{{column}} has more than {{max}} characters.",
  no_discord_user_id:
    "discord_user_id is not a Discord user ID, a number of 17 to 20 digits: {{value}}. In a spreadsheet, format the column as text before you paste IDs into it.",
  no_customer_with_email: "There is no customer with the e-mail address {{email}}.",
  customer_ambiguous:
    "Several customers have the e-mail address {{email}}: name one by its customer_id.",
  customer_differs: "Customer {{id}} does not have the e-mail address {{email}}.",
  no_variant_with_sku: "There is no product variant with the SKU {{sku}}.",
  variant_differs: "Product variant {{id}} does not have the SKU {{sku}}.",
  variant_without_roles:
    "The variant {{variant}} gives no Discord role: choose its roles on the product's page first.",
  access_twice: "The same access is asked for in row {{row}} already.",
  customer_twice: "Row {{row}} links this customer to another Discord user already.",
  user_twice: "Row {{row}} links this Discord user to another customer already.",
  connected_otherwise:
    "The customer is connected to another Discord user, {{name}} ({{id}}). Unlink that one on the customer's page first.",
  not_connected_yet: "The customer has not connected Discord yet: the roles wait until they do.",
  suspended: "The access is suspended: it gives no role until it is resumed.",
  failed:
    "The row was not carried out, because something went wrong in the store; its log says what. Import it again.",
} as const
