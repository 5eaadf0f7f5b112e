/** The dashboard's language as `Intl` knows it: Medusa calls Brazilian Portuguese `ptBR`, the standard `pt-BR`. */
export function localeOf(language: string): string {
  return language.replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")
}

/** "Gold, Silver and Bronze" in the admin's language. */
export function listOf(language: string, words: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(words)
}

/** A time of day where the admin is. */
export function clockOf(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language), { hour: "numeric", minute: "2-digit" })
}
