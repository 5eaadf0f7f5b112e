import { GatewayDispatchEvents } from "discord-api-types/v10"
import { type Server } from "node:http"
import { type Duplex } from "node:stream"
import { WebSocketServer } from "ws"
import { presentUser } from "../api/answers/present"
import { type Application, type Guild } from "../state/entities"
import { type GuildChange } from "../state/guild-changes"
import { type World } from "../state/world"
import { Connection } from "./connection"
import { dispatchOf, guildCreate } from "./dispatches"
import { type Opening } from "./opening.rules"
import { Session } from "./session"

/** What Discord asks for. */
const HEARTBEAT_MS = 41_250
const STARTS_A_DAY = 1_000

export interface GatewayState {
  connections: number
  /** How often somebody asked for a connection. */
  upgrades: number
  /** Sessions, connected or not, with what they asked for. */
  sessions: { client_id: string; session_id: string; intents: number; connected: boolean }[]
  identifies: number
  resumes: number
}

/**
 * Discord's gateway: tells each session what its intents let through of what changes in its guilds.
 *
 * @see https://discord.com/developers/docs/events/gateway
 */
export class Gateway {
  heartbeatMs = HEARTBEAT_MS
  /** Nothing is said any more, not even that a heartbeat was heard. */
  isMute = false
  /** A proxy in between lets no WebSocket through. */
  refusesUpgrades = false
  /** Who identifies is not greeted. */
  holdsReady = false
  startsLeft = STARTS_A_DAY
  resumes = 0
  private identifies = 0
  private upgrades = 0
  /** Where it listens, once it does. */
  private url = ""
  private readonly sessions = new Map<string, Session>()
  private readonly connections = new Set<Connection>()

  constructor(readonly world: World) {
    world.onGuildChange((guild, change) => this.tell(guild, change))
  }

  /** @param address of the server, once it listens */
  listenOn(server: Server, address: string): void {
    this.url = `${address.replace(/^http/, "ws")}/gateway`
    const sockets = new WebSocketServer({ noServer: true })
    server.on("upgrade", (request, socket: Duplex, head) => {
      this.upgrades++
      if (this.refusesUpgrades) return socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n")
      const { pathname, searchParams } = new URL(request.url ?? "/", address)
      // Only plain JSON is spoken: who was promised compression could read nothing.
      const isUnderstood =
        /^\/gateway\/?$/.test(pathname) &&
        (searchParams.get("v") ?? "10") === "10" &&
        (searchParams.get("encoding") ?? "json") === "json" &&
        !searchParams.has("compress")
      if (!isUnderstood) return socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")
      sockets.handleUpgrade(request, socket, head, (client) =>
        this.connections.add(new Connection(client, this)),
      )
    })
  }

  /** What `GET /gateway/bot` tells. */
  info() {
    const limit = { total: STARTS_A_DAY, remaining: this.startsLeft, reset_after: 60_000 }
    return { url: this.url, shards: 1, session_start_limit: { ...limit, max_concurrency: 1 } }
  }

  get state(): GatewayState {
    return {
      connections: this.connections.size,
      upgrades: this.upgrades,
      sessions: [...this.sessions.values()].map(({ app, id, intents, send }) => ({
        client_id: app.client_id,
        session_id: id,
        intents,
        connected: send !== null,
      })),
      identifies: this.identifies,
      resumes: this.resumes,
    }
  }

  /** @returns null when the bot has begun as many sessions as it may in a day */
  begin({ app, intents }: Opening): Session | null {
    this.identifies++
    if (this.startsLeft === 0) return null
    this.startsLeft--
    const session = new Session(app, intents)
    this.sessions.set(session.id, session)
    return session
  }

  /** READY with guilds that are not there yet, then each of them. */
  greet(session: Session): void {
    if (this.holdsReady) return
    const { app } = session
    const guilds = [...this.world.guilds.values()].filter((guild) =>
      guild.members.has(app.bot_user_id),
    )
    session.tell({
      t: GatewayDispatchEvents.Ready,
      intent: null,
      d: {
        v: 10,
        user: presentUser(this.world.user(app.bot_user_id)),
        guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
        session_id: session.id,
        resume_gateway_url: this.url,
        shard: [0, 1],
        application: { id: app.client_id, flags: 0 },
      },
    })
    for (const guild of guilds)
      if (!guild.unavailable) session.tell(guildCreate(this.world, guild, app))
  }

  session(id: unknown): Session | undefined {
    return typeof id === "string" ? this.sessions.get(id) : undefined
  }

  end(session: Session): void {
    this.sessions.delete(session.id)
  }

  forget(connection: Connection): void {
    this.connections.delete(connection)
  }

  each(act: (connection: Connection) => void): void {
    for (const connection of [...this.connections]) act(connection)
  }

  /** As it was started: who is connected has to begin anew. */
  reset(): void {
    this.heartbeatMs = HEARTBEAT_MS
    this.isMute = false
    this.refusesUpgrades = false
    this.holdsReady = false
    this.upgrades = 0
    this.startsLeft = STARTS_A_DAY
    this.identifies = 0
    this.resumes = 0
    this.sessions.clear()
    this.each((connection) => connection.drop())
  }

  private tell(guild: Guild, change: GuildChange): void {
    const dispatches = new Map<Application, ReturnType<typeof dispatchOf>>()
    for (const session of this.sessions.values()) {
      const { app } = session
      if (!dispatches.has(app)) dispatches.set(app, dispatchOf(this.world, guild, app, change))
      const dispatch = dispatches.get(app)
      if (dispatch) session.tell(dispatch)
    }
  }
}
