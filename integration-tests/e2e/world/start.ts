import { fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import type { World } from "./addresses"
import { ROOT } from "../../root"

export interface RunningWorld {
  world: World
  stop: () => Promise<void>
  /** Has Medusa take in what changed in `src`. */
  restart: () => void
}

/** Starts the world and waits until it is ready. @throws Error when it ended before, having said why on stderr */
export async function startWorld(): Promise<RunningWorld> {
  const child = fork(path.join(__dirname, "main.ts"), {
    cwd: ROOT,
    // A group of its own: Ctrl-C reaches it through us, so PostgreSQL does not go before Medusa.
    detached: true,
    execArgv: ["--require", "ts-node/register"],
  })
  const ended = once(child, "exit")
  const world = await Promise.race([
    once(child, "message").then(([message]) => message as World),
    ended.then((): never => {
      throw new Error("The store for the browser tests did not start: see above.")
    }),
  ])
  return {
    world,
    restart: () => child.send("restart"),
    stop: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** The world that somebody keeps running (`npm run e2e:world`), else one of its own. */
export async function useWorld(): Promise<RunningWorld> {
  const given = process.env.E2E_WORLD
  return given
    ? { world: JSON.parse(given) as World, stop: async () => undefined, restart: () => undefined }
    : startWorld()
}
