/** Orders are to be read, from the start or from where a run was left. Data: `{ id }` of the run. */
export const ORDER_BACKFILL_STARTED = "discord.order-backfill.started"
