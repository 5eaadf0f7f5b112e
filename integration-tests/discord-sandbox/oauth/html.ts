/** HTML that is already safe to put into a page. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | Html[] | string | number | null | false

/** A template whose values are escaped, unless they are Html themselves. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  const text = strings.reduce((page, s, i) => page + s + render(values[i] ?? null), "")
  return new Html(text)
}

function render(value: Part): string {
  if (value === null || value === false) return ""
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map((item) => item.text).join("")
  return escapeHtml(String(value))
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
