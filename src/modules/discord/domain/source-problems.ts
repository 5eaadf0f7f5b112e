/** Why a record that gives access cannot be read or understood, and what a developer corrects. Each stands in the activity log. */
export const SOURCE_PROBLEM = {
  missing: (source: string, field: string, path: string, entity: string) =>
    `Subscription source ${source}: ${field} is not at "${path}" of entity ${entity}. Correct the path in the option subscriptions, or fill the record.`,
  several: (source: string, field: string, path: string) =>
    `Subscription source ${source}: ${field} at "${path}" gives several values, where one is expected.`,
  no_date: (source: string, field: string, path: string) =>
    `Subscription source ${source}: ${field} at "${path}" is not a date.`,
  status_unknown: (source: string, status: string) =>
    `Subscription source ${source}: nothing says what status "${status}" means. Add it to its statuses: grant, grace, suspend or end.`,
  wrong_answer: (source: string, path: string, why: string) =>
    `Subscription source ${source}: read() gave ${path}: ${why}`,
  entity_unreadable: (source: string, entity: string, why: string) =>
    `Subscription source ${source}: entity ${entity} cannot be read (${why}). Correct entity in the option subscriptions, or add the module to medusa-config.ts.`,
  unreadable: (source: string, why: string) =>
    `Subscription source ${source} cannot be read: ${why}`,
  orders_unreadable: (why: string) =>
    `Orders cannot be read: ${why}. It is tried again each minute.`,
  order_failed: (orderId: string, why: string) =>
    `Order ${orderId} could not be looked at: ${why}. It is tried again each minute.`,
} as const
