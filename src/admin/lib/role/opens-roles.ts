/** What a link to a product carries to have its *Discord Roles* pane open there. */
export const OPENS_ROLES = { discordRoles: "open" } as const

/** @param state a location's, which anybody may have made */
export function opensRoles(state: unknown): boolean {
  return (state as Partial<typeof OPENS_ROLES> | null)?.discordRoles === OPENS_ROLES.discordRoles
}
