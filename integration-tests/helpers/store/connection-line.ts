import { once } from "node:events"
import { connect, createServer, type Server, type Socket } from "node:net"
import { freePort } from "./postgres"

/** What stands between a store and its database, and can be cut. */
export class ConnectionLine {
  readonly #sockets = new Set<Socket>()
  readonly #target: URL
  #server: Server | null = null

  private constructor(
    target: URL,
    private readonly port: number,
  ) {
    this.#target = target
  }

  /** @param serverUrl connection string of a PostgreSQL, without a database */
  static async to(serverUrl: string): Promise<ConnectionLine> {
    const line = new ConnectionLine(new URL(serverUrl), await freePort())
    await line.mend()
    return line
  }

  /** The same, by way of the line. */
  get serverUrl(): string {
    const url = new URL(this.#target)
    url.hostname = "localhost"
    url.port = String(this.port)
    return url.toString().replace(/\/$/, "")
  }

  /** Every connection breaks, and new ones are refused. */
  async cut(): Promise<void> {
    const server = this.#server
    this.#server = null
    this.#sockets.forEach((socket) => socket.destroy())
    if (server) {
      server.close()
      await once(server, "close")
    }
  }

  async mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.#target.port || 5432), this.#target.hostname)
      near.pipe(far).pipe(near)
      this.#keep(near, far)
      this.#keep(far, near)
    })
    server.listen(this.port, "localhost")
    await once(server, "listening")
    this.#server = server
  }

  #keep(socket: Socket, other: Socket): void {
    this.#sockets.add(socket)
    socket.setNoDelay(true)
    socket.on("error", () => other.destroy())
    socket.on("close", () => {
      this.#sockets.delete(socket)
      other.destroy()
    })
  }
}
