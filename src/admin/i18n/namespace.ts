/** The plugin's own corner of the dashboard's translations. */
export const NAMESPACE = "discordRoles"
