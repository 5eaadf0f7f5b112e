/** What Medusa's admin bundler takes from `medusa-plugin-discord-roles/admin`. A store has no need to import it. */
const extensions: Readonly<Record<string, unknown>> = {}

export = extensions
