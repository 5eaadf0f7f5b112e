export interface TableState {
  offset: number
  q: string | undefined
  /** A filter's choices, one or several; left out where nothing is chosen. */
  choices: (filter: string) => string[] | undefined
  /** A filter that is typed, or an id that a link brings: in the table's way of writing or as it is. */
  words: (filter: string) => string[] | undefined
  /** The bounds of a date filter. */
  range: (filter: string) => { $gte?: string; $lte?: string } | undefined
}

/** Reads what the dashboard's `DataTable` writes: a filter as JSON, search and offset as they are. */
export function parseTableState(params: Record<string, string | undefined>): TableState {
  const offset = Number(params.offset ?? 0)
  const valueOf = (filter: string) => parseJson(params[filter])
  const choices = (filter: string) => {
    const value = valueOf(filter)
    const chosen = (Array.isArray(value) ? value : [value]).filter(isText)
    return chosen.length > 0 ? chosen : undefined
  }
  return {
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
    q: params.q || undefined,
    choices,
    words: (filter) => choices(filter) ?? asTyped(params[filter]),
    range: (filter) => {
      const value = valueOf(filter)
      if (typeof value !== "object" || value === null) {
        return undefined
      }
      const bounds: { $gte?: unknown; $lte?: unknown } = value
      const range = {
        ...(isText(bounds.$gte) && { $gte: bounds.$gte }),
        ...(isText(bounds.$lte) && { $lte: bounds.$lte }),
      }
      return Object.keys(range).length > 0 ? range : undefined
    },
  }
}

/** An address can be typed by hand: what cannot be read filters nothing. */
function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `order_id=1042` or `order_id=order_01…`: whoever writes an address by hand leaves the quotes out. */
function asTyped(text: string | undefined): string[] | undefined {
  const words = text?.trim() ?? ""
  return words === "" || /^["[{]|^(null|true|false)$/.test(words) ? undefined : [words]
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== ""
}
