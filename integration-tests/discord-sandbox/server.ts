import express, { raw } from "express"
import { createServer, type Server } from "node:http"
import { type AddressInfo } from "node:net"
import { join } from "node:path"
import { apiHandler } from "./api/pipeline"
import { controlRouter } from "./control/router"
import { clientPages } from "./client-app/pages"
import { oauthPages } from "./oauth/pages"
import { type Sandbox } from "./sandbox"

const WEB = join(__dirname, "web")

/** All parts on one address: the API, the consent pages, the control API and the live page. */
export function sandboxServer(sandbox: Sandbox): Server {
  const app = express()
  app.disable("x-powered-by")
  app.disable("etag")
  app.use("/control", controlRouter(sandbox))
  app.use("/assets", express.static(WEB))
  // Discord sends browsers from the API's address of the page to the page itself; here both show it.
  app.use(["/oauth2", "/api/oauth2", "/api/v10/oauth2"], oauthPages(sandbox))
  app.use("/api", raw({ type: () => true, limit: "10mb" }), apiHandler(sandbox))
  app.use(clientPages(sandbox))
  app.get("/", (_req, res) => res.sendFile(join(WEB, "live.html")))
  const server = createServer(app)
  // Clients close what they do not use: a server that did so would now and then cut off a call just being sent.
  server.keepAliveTimeout = 0
  return server
}

/** Listens on loopback only. @param port 0 takes a free one. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return `http://127.0.0.1:${taken}`
}

/** Closes at once, with the connections that clients and live pages keep open. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
