import type { AdminDiscordRole, AdminDiscordServer } from "../../../types/http/server"
import { nameKey } from "../text/name-key"
import { chosenRoles, toggleRole, type RoleSelection } from "./role-selection"
import type { VariantFacts } from "./variant-facts"

/**
 * The role that is called as a variant is, for each variant that gives none yet. Only where there is no doubt: one role of that
 * name, which the bot can give, and which no shop would have to be warned of.
 */
export function rolesByName(
  variants: readonly VariantFacts[],
  selection: RoleSelection,
  roles: readonly AdminDiscordRole[],
): ReadonlyMap<string, AdminDiscordRole> {
  return new Map(
    variants.flatMap(({ id, title }) => {
      const [role, ...others] = roles.filter(({ name }) => nameKey(name) === nameKey(title))
      return role && others.length === 0 && isPlain(role) && chosenRoles(selection, id).length === 0
        ? [[id, role] as const]
        : []
    }),
  )
}

/** Chooses those roles. */
export function chooseByName(
  selection: RoleSelection,
  matches: ReadonlyMap<string, AdminDiscordRole>,
  server: Pick<AdminDiscordServer, "id" | "name">,
): RoleSelection {
  return [...matches].reduce(
    (now, [variantId, role]) => toggleRole(now, variantId, role, server),
    selection,
  )
}

function isPlain({ assignable, dangerous_permissions }: AdminDiscordRole): boolean {
  return assignable && dangerous_permissions.length === 0
}
