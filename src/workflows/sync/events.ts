/** Orders are to be read, from the start or from where a run was left. Data: `{ id }` of the run. */
export const ORDER_BACKFILL_STARTED = "discord.order-backfill.started"
/** A server's members are to be compared, from the start or from where a run was left. Data: `{ id }` of the run. */
export const RECONCILE_STARTED = "discord.reconcile.started"
