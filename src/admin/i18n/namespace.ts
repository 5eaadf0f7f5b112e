/** The plugin's own corner of the dashboard's translations. */
export const NAMESPACE = "discordRoles"

/** What the server says, by the codes of its messages. */
export const MESSAGES = "discordRolesMessages"
