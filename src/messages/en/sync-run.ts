export const syncRun = {
  order_backfill_running: "Reading every order, oldest first. Buyers are served before it.",
  role_mapping_running:
    "Bringing the owners of the edited variants up to date. Buyers are served before it.",
  reconcile_running: "Comparing every member in Discord with what they bought.",
  dry_running: "Comparing every member in Discord with what they bought. Nothing is changed.",
  reconcile_asks:
    "This would take away {{removed}} of the {{roles}} roles that the store has given in this server. Nothing is taken before you confirm it.",
  order_backfill_canceled:
    "Canceled. What was read stays; orders that were not read yet give nothing until the run is resumed or something happens to them.",
  role_mapping_canceled:
    "Canceled. Members that were not begun keep the roles they have, though the variants give others now. Resume the run to bring them up to date; who buys, connects or is retried is brought up to date all the same.",
  reconcile_canceled:
    "Canceled. What was set right stays so; members whose turn had not come keep what they have.",
  completed: "Done.",
  dry_completed: "Compared. Nothing was changed.",
  failed:
    "Stopped by an error. What was done stays done; resume it to go on once the cause is mended.",
  status_running: "running",
  status_waiting_for_admin: "waiting for you",
  status_completed: "completed",
  status_canceled: "canceled",
  status_failed: "failed",
  order_unread: "The order could not be read.",
} as const
