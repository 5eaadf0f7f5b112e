import { GatewayCloseCodes, GatewayOpcodes } from "discord-api-types/v10"
import { type WebSocket } from "ws"
import { type Gateway } from "./gateway"
import { fieldsOf, openingOf } from "./opening.rules"
import { type Session } from "./session"

/** A client may send this many payloads in a minute. */
const PAYLOADS_A_MINUTE = 120

/** One client's connection: what it says, and what it is answered. */
export class Connection {
  private session: Session | null = null
  private silence: NodeJS.Timeout | undefined
  private minute = { began: 0, payloads: 0 }

  constructor(
    private readonly socket: WebSocket,
    private readonly gateway: Gateway,
  ) {
    socket.on("message", (data: Buffer) => this.hear(data.toString()))
    socket.on("close", (code: number) => this.closed(code))
    socket.on("error", () => socket.terminate())
    this.send({
      op: GatewayOpcodes.Hello,
      d: { heartbeat_interval: gateway.heartbeatMs, _trace: [] },
    })
    this.listen()
  }

  /** A clean session is forgotten by a client that says 1000 or 1001 itself; else it can be resumed. */
  private closed(code: number): void {
    clearTimeout(this.silence)
    this.gateway.forget(this)
    // One that was resumed meanwhile speaks through another connection.
    if (!this.session || this.session.send !== this.say) return
    this.session.send = null
    if (code === 1000 || code === 1001) this.gateway.end(this.session)
  }

  /** Asks the client to come back; its session stays. */
  askToReconnect(): void {
    this.send({ op: GatewayOpcodes.Reconnect, d: null })
  }

  /** The client has to begin anew, or to resume, by the same connection or another one. */
  invalidate(resumable: boolean): void {
    if (this.session) {
      if (this.session.send === this.say) this.session.send = null
      if (!resumable) this.gateway.end(this.session)
    }
    this.session = null
    this.send({ op: GatewayOpcodes.InvalidSession, d: resumable })
  }

  close(code: number): void {
    this.socket.close(code)
  }

  /** The line goes dead: no goodbye. */
  drop(): void {
    this.socket.terminate()
  }

  private send(payload: object): void {
    if (!this.gateway.isMute) this.socket.send(JSON.stringify({ t: null, s: null, ...payload }))
  }

  /** A client that does not show life for one beat and a half is let go of. */
  private listen(): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(
      () => this.close(GatewayCloseCodes.SessionTimedOut),
      this.gateway.heartbeatMs * 1.5,
    )
    this.silence.unref()
  }

  private hear(text: string): void {
    if (this.isTooMuch()) return this.close(GatewayCloseCodes.RateLimited)
    let payload: Record<string, unknown>
    try {
      payload = fieldsOf(JSON.parse(text))
    } catch {
      return this.close(GatewayCloseCodes.DecodeError)
    }
    const { op, d } = payload
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        this.listen()
        return this.send({ op: GatewayOpcodes.HeartbeatAck })
      case GatewayOpcodes.Identify:
        return this.session ? this.close(GatewayCloseCodes.AlreadyAuthenticated) : this.identify(d)
      case GatewayOpcodes.Resume:
        return this.session ? this.close(GatewayCloseCodes.AlreadyAuthenticated) : this.resume(d)
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        // Understood and without effect here.
        return this.session ? undefined : this.close(GatewayCloseCodes.NotAuthenticated)
      default:
        return this.close(GatewayCloseCodes.UnknownOpcode)
    }
  }

  private isTooMuch(): boolean {
    const now = Date.now()
    if (now - this.minute.began > 60_000) this.minute = { began: now, payloads: 0 }
    return ++this.minute.payloads > PAYLOADS_A_MINUTE
  }

  private identify(data: unknown): void {
    const opening = openingOf(data, (token) => this.gateway.world.applicationByBotToken(token))
    if (typeof opening === "number") return this.close(opening)
    const session = this.gateway.begin(opening)
    if (!session) return this.close(GatewayCloseCodes.AuthenticationFailed)
    this.attach(session)
    this.gateway.greet(session)
  }

  private resume(data: unknown): void {
    const { token, session_id, seq } = fieldsOf(data)
    const session = this.gateway.session(session_id)
    const app = typeof token === "string" && this.gateway.world.applicationByBotToken(token)
    if (!app) return this.close(GatewayCloseCodes.AuthenticationFailed)
    if (session && (typeof seq !== "number" || seq > session.lastSeq))
      return this.close(GatewayCloseCodes.InvalidSeq)
    const missed = session?.app === app ? session.since(Number(seq)) : null
    if (!session || !missed) return this.invalidate(false)
    this.attach(session)
    this.gateway.resumes++
    for (const payload of missed) this.send(payload)
    session.tell({ t: "RESUMED", intent: null, d: { _trace: [] } })
  }

  private readonly say = (payload: object): void => this.send(payload)

  private attach(session: Session): void {
    this.session = session
    session.send = this.say
  }
}
