import type {
  AdminKeptDiscordRole,
  AdminMappedDiscordRole,
  AdminProductDiscordRolesResponse,
} from "../../../types/http/role-mapping"
import type { AdminDiscordRole, AdminDiscordServer } from "../../../types/http/server"

/** A hundred years: more is a typing error, and "as long as owned" says it better. */
export const MAX_ACCESS_DAYS = 36_500

/** A role picked for a variant. */
export interface ChosenRole extends Omit<AdminMappedDiscordRole, "access_days"> {
  /** As typed, for a form must keep what it cannot yet accept; null = as long as owned. */
  days: string | null
  /** What it lets its holders do that no shop means to sell; left out while the server's roles load. */
  dangerous_permission_details?: AdminDiscordRole["dangerous_permission_details"]
}

/** What the drawer edits. Roles of every server stay, whichever server is on show. */
export interface RoleSelection {
  server_id: string | null
  variants: Readonly<Record<string, readonly ChosenRole[]>>
  /** What only earlier buyers have. */
  kept: Readonly<Record<string, readonly AdminKeptDiscordRole[]>>
}

export type SavedVariants = AdminProductDiscordRolesResponse["variants"]

/** The selection that stands for what is saved, opened on a server it already uses where there is one. */
export function startSelection(
  saved: SavedVariants,
  servers: readonly AdminDiscordServer[],
): RoleSelection {
  const open = servers.filter((server) => server.status !== "disconnected")
  const used = new Set(saved.flatMap(({ roles }) => roles.map((role) => role.server_id)))
  const server = open.find(({ id }) => used.has(id)) ?? open[0]
  return {
    server_id: server?.id ?? null,
    variants: Object.fromEntries(
      saved.map(({ variant_id, roles }) => [variant_id, roles.map(asChosen)]),
    ),
    kept: Object.fromEntries(saved.map(({ variant_id, kept }) => [variant_id, kept])),
  }
}

/** One list for all who have none: a row is drawn anew only when its list is another. */
const NO_ROLES: readonly never[] = []

export function chosenRoles(selection: RoleSelection, variantId: string): readonly ChosenRole[] {
  return selection.variants[variantId] ?? NO_ROLES
}

export function keptRoles(
  selection: RoleSelection,
  variantId: string,
): readonly AdminKeptDiscordRole[] {
  return selection.kept[variantId] ?? NO_ROLES
}

export function isChosen(selection: RoleSelection, variantId: string, roleId: string): boolean {
  return chosenRoles(selection, variantId).some((role) => role.role_id === roleId)
}

export function chooseServer(selection: RoleSelection, serverId: string): RoleSelection {
  return { ...selection, server_id: serverId }
}

/** Adds the role, or takes it away. One that the bot cannot give is never added. */
export function toggleRole(
  selection: RoleSelection,
  variantId: string,
  role: AdminDiscordRole,
  server: Pick<AdminDiscordServer, "id" | "name">,
): RoleSelection {
  if (isChosen(selection, variantId, role.role_id)) {
    return removeRole(selection, variantId, role.role_id)
  }
  if (!role.assignable) {
    return selection
  }
  const chosen = { role_id: role.role_id, ...freshFields(role), days: null, offered_from: null }
  return withRoles(selection, variantId, [
    ...chosenRoles(selection, variantId),
    { ...chosen, server_id: server.id, server_name: server.name },
  ])
}

export function removeRole(
  selection: RoleSelection,
  variantId: string,
  roleId: string,
): RoleSelection {
  const kept = chosenRoles(selection, variantId).filter((role) => role.role_id !== roleId)
  return withRoles(selection, variantId, kept)
}

export function setDays(
  selection: RoleSelection,
  variantId: string,
  roleId: string,
  days: string | null,
): RoleSelection {
  const roles = chosenRoles(selection, variantId).map((role) =>
    role.role_id === roleId ? { ...role, days } : role,
  )
  return withRoles(selection, variantId, roles)
}

/** Lets earlier buyers have the role as well, as it is offered now: what some of them kept of it goes. */
export function giveToEveryone(
  selection: RoleSelection,
  variantId: string,
  roleId: string,
): RoleSelection {
  const roles = chosenRoles(selection, variantId).map((role) =>
    role.role_id === roleId ? { ...role, offered_from: null } : role,
  )
  const kept = keptRoles(selection, variantId).filter((role) => role.role_id !== roleId)
  return withKept(withRoles(selection, variantId, roles), variantId, kept)
}

/** Takes from earlier buyers what only they have. */
export function takeKept(
  selection: RoleSelection,
  variantId: string,
  taken: AdminKeptDiscordRole,
): RoleSelection {
  const kept = keptRoles(selection, variantId).filter((role) => role !== taken)
  return withKept(selection, variantId, kept)
}

/** Gives every other variant the roles of one, and nothing else. */
export function copyToAll(
  selection: RoleSelection,
  variantId: string,
  variantIds: readonly string[],
): RoleSelection {
  const roles = chosenRoles(selection, variantId)
  const copied = variantIds
    .filter((id) => id !== variantId)
    .map((id) => [id, asOffered(roles, chosenRoles(selection, id))] as const)
  return {
    ...selection,
    variants: { ...selection.variants, ...Object.fromEntries(copied) },
  }
}

/** Roles from elsewhere: since when a variant offers a role is its own matter. */
export function asOffered(
  roles: readonly ChosenRole[],
  before: readonly ChosenRole[],
): readonly ChosenRole[] {
  const since = new Map(before.map(({ role_id, offered_from }) => [role_id, offered_from]))
  return roles.map((role) => ({ ...role, offered_from: since.get(role.role_id) ?? null }))
}

/** Typed days as `access_days`: null = as long as owned, undefined = not a length of access. */
export function parseDays(days: string | null): number | null | undefined {
  if (days === null) {
    return null
  }
  const text = days.trim()
  const value = /^\d+$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= MAX_ACCESS_DAYS ? value : undefined
}

export function hasInvalidDays(selection: RoleSelection): boolean {
  return Object.values(selection.variants).some((roles) =>
    roles.some((role) => parseDays(role.days) === undefined),
  )
}

/** Chosen roles as Discord tells them now: renamed, recoloured, out of the bot's reach or within it again. */
export function withFreshRoles(
  chosen: readonly ChosenRole[],
  roles: ReadonlyMap<string, AdminDiscordRole>,
): readonly ChosenRole[] {
  return chosen.some(({ role_id }) => roles.has(role_id))
    ? chosen.map((role) => {
        const now = roles.get(role.role_id)
        return now ? { ...role, ...freshFields(now) } : role
      })
    : chosen
}

function freshFields(role: AdminDiscordRole) {
  const { name, color, assignable, message, message_detail, dangerous_permission_details } = role
  return { name, color, assignable, message, message_detail, dangerous_permission_details }
}

function withRoles(
  selection: RoleSelection,
  variantId: string,
  roles: readonly ChosenRole[],
): RoleSelection {
  return { ...selection, variants: { ...selection.variants, [variantId]: roles } }
}

function withKept(
  selection: RoleSelection,
  variantId: string,
  kept: readonly AdminKeptDiscordRole[],
): RoleSelection {
  return { ...selection, kept: { ...selection.kept, [variantId]: kept } }
}

export function asChosen({ access_days, ...role }: AdminMappedDiscordRole): ChosenRole {
  return { ...role, days: access_days === null ? null : String(access_days) }
}
