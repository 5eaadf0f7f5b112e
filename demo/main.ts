import { fork } from "node:child_process"
import path from "node:path"

/**
 * Runs the demo in a process group of its own.
 *
 * Ctrl-C in a terminal reaches every process of the group, so PostgreSQL would be gone before Medusa had finished. Here
 * it reaches this process alone, which asks the demo to stop. When this process is killed outright, the demo notices by
 * the closed channel and stops as well.
 */
function main(): void {
  const demo = fork(path.join(__dirname, "run.ts"), process.argv.slice(2), {
    detached: true,
    cwd: path.join(__dirname, ".."),
    execArgv: ["--require", "ts-node/register"],
  })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => demo.kill("SIGTERM"))
  }
  demo.on("error", (error) => {
    console.error(`demo: could not start: ${error.message}`)
    process.exitCode = 1
  })
  demo.on("exit", (code) => {
    process.exitCode = code ?? 1
  })
}

main()
