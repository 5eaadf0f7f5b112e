/** Without it a customer is given roles only where they are a member already. */
const JOIN_SCOPE = "guilds.join"

/** Whether who agreed to these scopes lets the store bring them into servers. */
export function canJoin(scopes: readonly string[]): boolean {
  return scopes.includes(JOIN_SCOPE)
}
