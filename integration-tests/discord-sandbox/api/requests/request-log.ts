export type AuthKind = "bot" | "bearer" | "basic" | "none"

/** One API request as the sandbox saw it. It never holds a token. */
export interface LogEntry {
  id: number
  /** Unix time in milliseconds at which the request came in. */
  at: number
  method: string
  /** Route pattern, or the path itself where no route fits. */
  route: string
  path: string
  /** 0 when the socket was closed without an answer. */
  status: number
  /** Discord's JSON error code, or OAuth's error word. */
  code: number | string | null
  auth: AuthKind
  reason: string | null
  guild_id: string | null
  user_id: string | null
  user_agent: string | null
  /** True when an injected fault or an outage made the answer. */
  fault: boolean
  /** From arrival to answer. */
  duration_ms: number
}

export interface LogFilter {
  /** Only entries after this id. */
  since?: number
  method?: string
  route?: string
  guild_id?: string
  user_id?: string
}

const KEPT = 200_000
const TEN_MINUTES = 600_000

/** What came in, and the count of invalid requests that leads to a temporary ban on the real thing. */
export class RequestLog {
  private entries: LogEntry[] = []
  private invalid: number[] = []
  private lastId = 0

  constructor(private readonly now: () => number) {}

  add(entry: Omit<LogEntry, "id" | "duration_ms">, sharedScope: boolean): LogEntry {
    const full = { id: ++this.lastId, ...entry, duration_ms: Math.round(this.now() - entry.at) }
    this.entries.push(full)
    if (this.entries.length > KEPT) this.entries.splice(0, KEPT / 10)
    // 10,000 of these in ten minutes ban an IP address; a 429 of scope "shared" does not count.
    const counts =
      entry.status === 401 || entry.status === 403 || (entry.status === 429 && !sharedScope)
    if (counts) this.invalid.push(this.now())
    return full
  }

  list(filter: LogFilter = {}): LogEntry[] {
    return this.entries.filter(
      (entry) =>
        entry.id > (filter.since ?? 0) &&
        (filter.method === undefined || entry.method === filter.method.toUpperCase()) &&
        (filter.route === undefined || entry.route === filter.route) &&
        (filter.guild_id === undefined || entry.guild_id === filter.guild_id) &&
        (filter.user_id === undefined || entry.user_id === filter.user_id),
    )
  }

  recent(count: number): LogEntry[] {
    return this.entries.slice(-count)
  }

  /** Invalid requests of the last ten minutes. */
  invalidRequests(): number {
    const since = this.now() - TEN_MINUTES
    this.invalid = this.invalid.filter((at) => at > since)
    return this.invalid.length
  }

  clear(): void {
    this.entries = []
  }

  clearInvalid(): void {
    this.invalid = []
  }
}

/** The path with what could be a secret taken out: token-like query values and very long path segments. */
export function loggablePath(url: string): string {
  const { pathname, searchParams } = new URL(url, "http://sandbox")
  const path = pathname
    .split("/")
    .map((part) => (part.length > 40 ? "***" : part))
    .join("/")
  for (const name of [...searchParams.keys()]) {
    if (/token|secret|code|verifier/i.test(name)) searchParams.set(name, "***")
  }
  const query = searchParams.toString()
  return query ? `${path}?${query}` : path
}
