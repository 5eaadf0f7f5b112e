/** HTML that is safe to put into a page as it stands. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | readonly Html[] | string | number | null | false

/** A template whose values are escaped, unless they are Html themselves; null and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(strings.reduce((page, text, n) => page + text + textOf(values[n] ?? null), ""))
}

function textOf(value: Part): string {
  if (value === null || value === false) {
    return ""
  }
  if (value instanceof Html) {
    return value.text
  }
  return typeof value === "object" ? value.map(({ text }) => text).join("") : escape(String(value))
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
