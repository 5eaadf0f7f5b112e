import { json, Router } from "express"
import { type Sandbox } from "../sandbox"
import { SandboxError } from "../state/world"
import { authorizeOverHttp } from "./authorize"
import { controlOperations } from "./operations"
import { snapshotStream } from "./stream"

type Operation = (...args: unknown[]) => unknown

/** The control API and the live stream for the page. Faults and outages do not touch it. */
export function controlRouter(sandbox: Sandbox): Router {
  const operations = new Map(Object.entries(controlOperations(sandbox)) as [string, Operation][])
  const router = Router()
  router.get("/stream", snapshotStream(sandbox))
  const body = json({ limit: "20mb", strict: false })
  router.post("/authorize", body, authorizeOverHttp)
  router.post("/:operation", body, (req, res) => {
    const operation = operations.get(req.params.operation ?? "")
    const args: unknown = req.body
    if (!operation || !Array.isArray(args)) {
      res
        .status(404)
        .json({ error: `No operation ${req.params.operation} with a list of arguments` })
      return
    }
    new Promise((resolve) => resolve(operation(...(args as unknown[]))))
      .then((result) => res.json({ result: result ?? null }))
      .catch((error: unknown) => {
        if (!(error instanceof SandboxError)) console.error(error)
        const message = error instanceof Error ? error.message : String(error)
        res.status(error instanceof SandboxError ? 400 : 500).json({ error: message })
      })
  })
  return router
}
