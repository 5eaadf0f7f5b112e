/** A way for the API to misbehave. Everything left out matches anything; the first fault that fits is used. */
export interface Fault {
  method?: string
  /** Route pattern as in the request log, e.g. `/guilds/:guild/members/:user/roles/:role`. */
  route?: string
  guild_id?: string
  user_id?: string
  /** Answer with this status instead of doing the request. */
  status?: number
  /** JSON error code of the answer. */
  code?: number
  message?: string
  /** The answer's body as it goes over the wire, e.g. HTML or half a JSON document. */
  body?: string
  /** Cuts the connection after this many bytes of the body, though Content-Length promises all. */
  truncate_at?: number
  headers?: Record<string, string>
  delay_ms?: number
  /** Close the socket without an answer: before the request is looked at, or after it took effect. */
  drop?: "before" | "after"
  /** With `status` or `body`: do the request all the same, then answer so (a 502 that lied). */
  apply?: boolean
  /** How often; without it, until removed. */
  times?: number
  /** Share of the matching requests that are hit, 0 to 1, by a seeded generator. */
  rate?: number
}

export interface FaultTarget {
  method: string
  route: string
  guild_id: string | null
  user_id: string | null
}

export interface ActiveFault {
  id: string
  fault: Fault
  left: number
}

/** All API requests fail: with a status (503 when left out) or by a closed socket. */
export interface Outage {
  status?: number
  drop?: boolean
}

export class FaultInjector {
  outage: Outage | null = null
  private faults: ActiveFault[] = []
  private lastId = 0
  private random: () => number

  constructor(private readonly seed: number) {
    this.random = mulberry32(seed)
  }

  add(fault: Fault): string {
    const id = String(++this.lastId)
    this.faults.push({ id, fault, left: fault.times ?? Infinity })
    return id
  }

  remove(id: string): void {
    this.faults = this.faults.filter((active) => active.id !== id)
  }

  /** Also starts the generator afresh, so that the same test meets the same faults. */
  clear(): void {
    this.faults = []
    this.outage = null
    this.random = mulberry32(this.seed)
  }

  list(): { id: string; fault: Fault }[] {
    return this.faults.map(({ id, fault }) => ({ id, fault }))
  }

  /** The fault this request meets, if any, and counts it. */
  pick(target: FaultTarget): Fault | null {
    for (const active of this.faults) {
      if (!matches(active.fault, target)) continue
      if (active.fault.rate !== undefined && this.random() >= active.fault.rate) continue
      active.left--
      if (active.left <= 0) this.remove(active.id)
      return active.fault
    }
    return null
  }
}

function matches(fault: Fault, target: FaultTarget): boolean {
  return (
    (fault.method === undefined || fault.method.toUpperCase() === target.method) &&
    (fault.route === undefined || fault.route === target.route) &&
    (fault.guild_id === undefined || fault.guild_id === target.guild_id) &&
    (fault.user_id === undefined || fault.user_id === target.user_id)
  )
}

/** A small seeded generator: good enough to spread faults, and the same on every run. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
