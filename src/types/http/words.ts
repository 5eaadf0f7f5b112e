/** What the dashboard must know beforehand: closed sets of words of the answers, and how large a file may be. */
export { ACTIVITY_OUTCOMES } from "../../modules/discord/activity/activity.rules"
export {
  ENTITLEMENT_ORDERS,
  ENTITLEMENT_STATES,
  type EntitlementState,
} from "../../modules/discord/entitlement/entitlement-state.rules"
export {
  IMPORT_OUTCOMES,
  MAX_BYTES as MAX_IMPORT_BYTES,
} from "../../modules/discord/import/import.rules"
export { MEMBERSHIP_ORDERS } from "../../modules/discord/membership/membership-order.rules"
export { MEMBERSHIP_MOVES, type MembershipMove } from "../../modules/discord/membership/move.rules"
export {
  ACTIVITY_ACTIONS,
  ENTITLEMENT_SOURCES,
  SUSPENSION_REASONS,
  type SuspensionReason,
} from "../../modules/discord/statuses.rules"
