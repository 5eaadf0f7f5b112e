import type { AdminDiscordServer } from "../../../types/http/server"
import { nameKey } from "../text/name-key"
import {
  asChosen,
  asOffered,
  chosenRoles,
  type ChosenRole,
  type RoleSelection,
  type SavedVariants,
} from "./role-selection"
import type { VariantFacts } from "./variant-facts"

/** A variant of another product, with what it gives. */
export interface CopySource {
  id: string
  title: string
  roles: SavedVariants[number]["roles"]
}

/** Variants of the other product that give roles, in the order the shop gave them. */
export function copySources(
  variants: readonly VariantFacts[],
  saved: SavedVariants,
): readonly CopySource[] {
  const rolesOf = new Map(saved.map(({ variant_id, roles }) => [variant_id, roles]))
  return variants
    .map(({ id, title }) => ({ id, title, roles: rolesOf.get(id) ?? [] }))
    .filter(({ roles }) => roles.length > 0)
}

/** Which variant takes its roles from which: the first of the same title, whatever its case. */
export function pairsByTitle(
  variants: readonly VariantFacts[],
  sources: readonly CopySource[],
): ReadonlyMap<string, CopySource> {
  const byTitle = new Map([...sources].reverse().map((source) => [nameKey(source.title), source]))
  return new Map(
    variants.flatMap((variant) => {
      const source = byTitle.get(nameKey(variant.title))
      return source ? [[variant.id, source] as const] : []
    }),
  )
}

/** One variant's roles for all. */
export function pairsFromOne(
  variants: readonly VariantFacts[],
  source: CopySource,
): ReadonlyMap<string, CopySource> {
  return new Map(variants.map(({ id }) => [id, source]))
}

export interface CopiedRoles {
  selection: RoleSelection
  /** Roles that the store cannot give now, by name: saving would be refused. */
  left_out: string[]
}

/** Puts what the sources give in place of what their variants give; all other variants stay as they are. */
export function copyRoles(
  selection: RoleSelection,
  pairs: ReadonlyMap<string, CopySource>,
  servers: readonly Pick<AdminDiscordServer, "id" | "status">[],
): CopiedRoles {
  const open = new Set(
    servers.filter(({ status }) => status !== "disconnected").map(({ id }) => id),
  )
  const left_out = new Set<string>()
  const copied = [...pairs].map(([variantId, { roles }]) => {
    const before = new Set(chosenRoles(selection, variantId).map(({ role_id }) => role_id))
    const taken = roles.map(asChosen).filter((role) => {
      const canStay = before.has(role.role_id) || isGivable(role, open)
      if (!canStay) {
        left_out.add(role.name)
      }
      return canStay
    })
    return [variantId, asOffered(taken, chosenRoles(selection, variantId))] as const
  })
  return {
    selection: {
      ...selection,
      variants: { ...selection.variants, ...Object.fromEntries(copied) },
    },
    left_out: [...left_out],
  }
}

function isGivable({ assignable, server_id }: ChosenRole, open: ReadonlySet<string>): boolean {
  return assignable && open.has(server_id)
}
