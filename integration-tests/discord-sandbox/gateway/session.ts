import { GatewayOpcodes } from "discord-api-types/v10"
import { randomBytes } from "node:crypto"
import { type Application } from "../state/entities"
import { type Dispatch } from "./dispatches"

/** Discord forgets what nobody fetched in a few minutes; here it is the number that is limited. */
const KEPT = 5_000

/** A dispatch as it goes over the wire. */
export interface Payload {
  op: GatewayOpcodes.Dispatch
  s: number
  t: string
  d: object
}

/** What one bot has been told, kept beyond a lost connection so that it can go on where it stopped. */
export class Session {
  readonly id = randomBytes(16).toString("hex")
  private readonly told: Payload[] = []
  private seq = 0
  /** Takes what is told while there is a connection. */
  send: ((payload: Payload) => void) | null = null

  constructor(
    readonly app: Application,
    readonly intents: number,
  ) {}

  get lastSeq(): number {
    return this.seq
  }

  tell({ t, intent, d }: Dispatch | { t: string; intent: null; d: object }): void {
    if (intent !== null && (this.intents & intent) === 0) return
    // As text: what happens to the guild later must not change what was told of it.
    const payload: Payload = {
      op: GatewayOpcodes.Dispatch,
      s: ++this.seq,
      t,
      d: JSON.parse(JSON.stringify(d)) as object,
    }
    this.told.push(payload)
    if (this.told.length > KEPT) this.told.shift()
    this.send?.(payload)
  }

  /** @returns null when some of it is forgotten */
  since(seq: number): Payload[] | null {
    const first = this.told[0]?.s ?? this.seq + 1
    return seq + 1 < first ? null : this.told.filter((payload) => payload.s > seq)
  }
}
