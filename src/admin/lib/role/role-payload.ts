import type {
  AdminKeptDiscordRole,
  AdminSetProductDiscordRoles,
  AdminVariantDiscordRoles,
} from "../../../types/http/role-mapping"
import {
  asChosen,
  type ChosenRole,
  chosenRoles,
  keptRoles,
  parseDays,
  type RoleSelection,
  type SavedVariants,
} from "./role-selection"

type SavedVariant = SavedVariants[number]

/** Whether saving would change anything; the server on show is no change. */
export function isDirty(selection: RoleSelection, saved: SavedVariants): boolean {
  return changedVariants(selection, saved).length > 0
}

/** Whether the change can be for new buyers alone: it is of what is offered, and not of what earlier ones have. */
export function canBeForNewBuyers(selection: RoleSelection, saved: SavedVariants): boolean {
  const changed = changedVariants(selection, saved)
  const isOfEarlier = changed.some(
    (before) =>
      keptRoles(selection, before.variant_id).length < before.kept.length ||
      chosenRoles(selection, before.variant_id).some((role) => isWidened(role, before)),
  )
  return (
    !isOfEarlier &&
    changed.some(
      ({ variant_id, roles }) =>
        fingerprint(roles.map(asChosen)) !== fingerprint(chosenRoles(selection, variant_id)),
    )
  )
}

/**
 * What to save: only the variants that changed, as a variant that is named is replaced, and another admin may have
 * edited the rest meanwhile.
 */
export function selectionPayload(
  selection: RoleSelection,
  saved: SavedVariants,
): AdminSetProductDiscordRoles {
  return {
    variants: changedVariants(selection, saved).map((before) => {
      const kept = keptRoles(selection, before.variant_id)
      return {
        variant_id: before.variant_id,
        roles: chosenRoles(selection, before.variant_id).map((role) => ({
          role_id: role.role_id,
          access_days: parseDays(role.days) ?? null,
          ...(isWidened(role, before) && { offered_from: null }),
        })),
        ...(kept.length < before.kept.length && { kept: kept.map(asKept) }),
      }
    }),
  }
}

/** What puts the variants that changed back to what was saved, to the day since when each role is offered. */
export function restorePayload(
  selection: RoleSelection,
  saved: SavedVariants,
): AdminSetProductDiscordRoles {
  return {
    variants: changedVariants(selection, saved).map(({ variant_id, roles, kept }) => ({
      variant_id,
      roles: roles.map(({ role_id, access_days, offered_from }) => ({
        role_id,
        access_days,
        offered_from,
      })),
      kept: kept.map(asKept),
    })),
  }
}

function asKept(role: AdminKeptDiscordRole): NonNullable<AdminVariantDiscordRoles["kept"]>[number] {
  const { role_id, access_days, offered_from, offered_until } = role
  return { role_id, access_days, offered_from, offered_until }
}

/** The variants that changed, as they were saved. */
function changedVariants(selection: RoleSelection, saved: SavedVariants): SavedVariant[] {
  const before = new Map(saved.map((variant) => [variant.variant_id, variant]))
  return Object.entries(selection.variants).flatMap(([variant_id, roles]) => {
    const old = before.get(variant_id) ?? { variant_id, roles: [], kept: [] }
    const isSame =
      fingerprint(roles) === fingerprint(old.roles.map(asChosen)) &&
      !roles.some((role) => isWidened(role, old)) &&
      keptRoles(selection, variant_id).length === old.kept.length
    return isSame ? [] : [old]
  })
}

/** Whether a role that only later buyers had is to be everyone's. */
function isWidened({ role_id, offered_from }: ChosenRole, { roles }: SavedVariant): boolean {
  const before = roles.find((role) => role.role_id === role_id)
  return before !== undefined && before.offered_from !== null && offered_from === null
}

/** The same for the same roles and lengths, in whatever order they were picked. */
function fingerprint(roles: readonly ChosenRole[]): string {
  const parts = roles.map(({ role_id, days }) => `${role_id}:${parseDays(days) ?? days?.trim()}`)
  return parts.sort().join(",")
}
