/** Closed sets of words of the answers: what a list can be filtered by, and what there is a text for. */
export { ACTIVITY_OUTCOMES } from "../../modules/discord/activity/activity.rules"
export {
  ENTITLEMENT_ORDERS,
  ENTITLEMENT_STATES,
  type EntitlementState,
} from "../../modules/discord/entitlement/entitlement-state.rules"
export { MEMBERSHIP_ORDERS } from "../../modules/discord/membership/membership-order.rules"
export { MEMBERSHIP_MOVES, type MembershipMove } from "../../modules/discord/membership/move.rules"
export {
  ACTIVITY_ACTIONS,
  ENTITLEMENT_SOURCES,
  SUSPENSION_REASONS,
  type SuspensionReason,
} from "../../modules/discord/statuses.rules"
