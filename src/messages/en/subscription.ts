export const subscription = {
  missing:
    'Subscription source {{source}}: {{field}} is not at "{{path}}" of entity {{entity}}. Correct the path in the option subscriptions, or fill the record.',
  several_values:
    'Subscription source {{source}}: {{field}} at "{{path}}" gives several values, where one is expected.',
  no_date: 'Subscription source {{source}}: {{field}} at "{{path}}" is not a date.',
  status_unknown:
    'Subscription source {{source}}: nothing says what status "{{status}}" means. Add it to its statuses: grant, grace, suspend or end.',
  wrong_answer: "Subscription source {{source}}: read() gave {{path}}: {{why}}",
  entity_unreadable:
    "Subscription source {{source}}: entity {{entity}} cannot be read ({{why}}). Correct entity in the option subscriptions, or add the module to medusa-config.ts.",
  unreadable: "Subscription source {{source}} cannot be read: {{why}}",
  orders_unreadable: "Orders cannot be read: {{why}}. It is tried again each minute.",
  order_failed: "Order {{id}} could not be looked at: {{why}}. It is tried again each minute.",
  no_sources:
    "There is no subscription source {{source}} in the option subscriptions, which has none.",
  no_source:
    "There is no subscription source {{source}} in the option subscriptions, which has: {{sources}}.",
  not_found:
    "Subscription {{id}} of source {{source}} was not found. What it gave stays until it is told to have been deleted.",
} as const
