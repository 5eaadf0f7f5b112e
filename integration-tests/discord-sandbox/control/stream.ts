import { type RequestHandler } from "express"
import { type Sandbox } from "../sandbox"
import { snapshot } from "./snapshot"

/** Changes closer together than this are drawn at once, so that a bulk run does not flood the page. */
const PAUSE_MS = 120

/** Server-sent events: the whole picture at first and after every change. */
export function snapshotStream(sandbox: Sandbox): RequestHandler {
  return (_req, res) => {
    res.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store" })
    res.flushHeaders()
    let timer: NodeJS.Timeout | null = null
    const draw = () => {
      timer = null
      res.write(`data: ${JSON.stringify(snapshot(sandbox))}\n\n`)
    }
    draw()
    const stop = sandbox.world.onChange(() => {
      timer ??= setTimeout(draw, PAUSE_MS)
    })
    res.on("close", () => {
      stop()
      if (timer) clearTimeout(timer)
    })
  }
}
