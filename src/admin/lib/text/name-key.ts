/** What two names have in common that people take for the same. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase()
}
