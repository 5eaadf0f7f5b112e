import type { MedusaRequest } from "@medusajs/framework/http"
import express from "express"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { hideQuery } from "../privacy"

describe("the access log of a sign-in", () => {
  it("has the path alone, and the route has it all", async () => {
    const logged: string[] = []
    const app = express()
    app.use((req, res, next) => {
      res.on("finish", () => logged.push(req.originalUrl))
      next()
    })
    app.get("/auth/customer/discord/callback", (req, res, next) => {
      hideQuery(req as unknown as MedusaRequest, res, next)
    })
    app.get("/auth/customer/discord/callback", (req, res) => {
      res.json({ url: req.url, code: req.query.code })
    })
    const server = app.listen(0)
    await once(server, "listening")
    const { port } = server.address() as AddressInfo
    const path = "/auth/customer/discord/callback"
    const answer = await fetch(`http://127.0.0.1:${port}${path}?code=c&state=s`)
    expect(await answer.json()).toEqual({ url: `${path}?code=c&state=s`, code: "c" })
    server.close()
    await once(server, "close")
    expect(logged).toEqual([path])
  })
})
