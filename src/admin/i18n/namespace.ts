/** The plugin's own corner of the dashboard's translations. */
export const NAMESPACE = "discordRoles"

/** Where the server's own sentences are translated: the English sentence is the key. */
export const SENTENCES = "discordRolesSentences"
