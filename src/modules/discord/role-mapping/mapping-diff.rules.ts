/** "This variant gives this role", as far as it matters to those who own the variant. */
export interface MappedRole {
  variant_id: string
  role_id: string
  access_days: number | null
}

/**
 * What an edit of mappings really changes. Saving what is there already touches nobody.
 *
 * @returns variants whose roles or access lengths differ, and the roles that differ
 */
export function changedMappings(
  before: readonly MappedRole[],
  after: readonly MappedRole[],
): { variant_ids: string[]; role_ids: string[] } {
  const old = new Map(before.map((mapping) => [keyOf(mapping), mapping]))
  const wanted = new Map(after.map((mapping) => [keyOf(mapping), mapping]))
  const changed = [
    ...before.filter((mapping) => !wanted.has(keyOf(mapping))),
    ...after.filter((mapping) => old.get(keyOf(mapping))?.access_days !== mapping.access_days),
  ]
  return {
    variant_ids: [...new Set(changed.map((mapping) => mapping.variant_id))].sort(),
    role_ids: [...new Set(changed.map((mapping) => mapping.role_id))].sort(),
  }
}

function keyOf({ variant_id, role_id }: MappedRole): string {
  return `${variant_id} ${role_id}`
}
