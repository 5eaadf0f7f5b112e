import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { createWorkspace } from "../demo/process/workspace"
import { INTERRUPTED } from "./interrupted"

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const
const GRACE_MS = 30_000

/**
 * Runs the benchmark in a process group of its own: `npm run bench`, or `npm run bench -- guild_bucket_utilisation` for some
 * figures.
 *
 * Ctrl-C in a terminal reaches every process of a group, so PostgreSQL would be gone before its databases were. Here it
 * reaches this process alone, which asks the benchmark to stop. Whatever then is still in the group ends with it: a program
 * that was just being started, or all of them when the benchmark itself was killed. Their folder goes last.
 */
async function main(): Promise<number> {
  let bench: ChildProcess | null = null
  let isStopping = false
  const askToStop = () => {
    if (isStopping) {
      // Who asks twice does not want to wait.
      endGroup(bench)
      return
    }
    isStopping = true
    bench?.kill("SIGTERM")
    setTimeout(() => endGroup(bench), GRACE_MS).unref()
  }
  for (const signal of SIGNALS) {
    process.on(signal, askToStop)
  }
  const workspace = await createWorkspace("bench")
  try {
    if (isStopping) {
      return INTERRUPTED
    }
    bench = fork(path.join(__dirname, "run.ts"), process.argv.slice(2), {
      detached: true,
      cwd: path.join(__dirname, ".."),
      execArgv: ["--require", "ts-node/register"],
      env: { ...process.env, XDG_CONFIG_HOME: workspace.folder },
    })
    const [code] = (await once(bench, "exit")) as [number | null]
    return code ?? (isStopping ? INTERRUPTED : 1)
  } finally {
    endGroup(bench)
    await workspace.remove()
  }
}

/** The group is the set of all that the benchmark has started, directly or not, and that still runs. */
function endGroup(bench: ChildProcess | null): void {
  if (bench?.pid === undefined) {
    return
  }
  try {
    process.kill(-bench.pid, "SIGKILL")
  } catch {
    // Nobody is left in it.
  }
}

void main()
  .catch((error: unknown) => {
    console.error(error)
    return 1
  })
  .then((code) => process.exit(code))
