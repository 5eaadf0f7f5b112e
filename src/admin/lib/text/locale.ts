/** The dashboard's language as `Intl` knows it: Medusa calls Brazilian Portuguese `ptBR`, the standard `pt-BR`. */
export function localeOf(language: string): string {
  return language.replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")
}

/** "Gold, Silver and Bronze" in the admin's language. */
export function listOf(language: string, words: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(words)
}
