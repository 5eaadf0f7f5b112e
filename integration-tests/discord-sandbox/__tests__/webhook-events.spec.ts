import { createPublicKey, verify } from "node:crypto"
import { createServer, type Server } from "node:http"
import { type AddressInfo } from "node:net"
import { accessTokenOf, apiFetch, startWorld } from "./world"

interface Received {
  isSigned: boolean
  body: {
    type: number
    event?: { type: string; timestamp: string; data: { user: { id: string } } }
  }
}

describe("webhook events", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  let endpoint: Server
  let url: string
  const received: Received[] = []
  /** What a careless endpoint answers, whatever the signature. */
  let always: number | null = null

  beforeAll(async () => {
    world = await startWorld({ limits: "off" })
    const spki = Buffer.concat([
      Buffer.from("302a300506032b6570032100", "hex"),
      Buffer.from(world.application.public_key, "hex"),
    ])
    const key = createPublicKey({ key: spki, format: "der", type: "spki" })
    endpoint = createServer((req, res) => {
      const parts: Buffer[] = []
      req.on("data", (part: Buffer) => parts.push(part))
      req.on("end", () => {
        const body = Buffer.concat(parts)
        const signature = Buffer.from(String(req.headers["x-signature-ed25519"]), "hex")
        const timestamp = String(req.headers["x-signature-timestamp"])
        const isSigned = verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, signature)
        received.push({ isSigned, body: JSON.parse(body.toString()) as Received["body"] })
        res.writeHead(always ?? (isSigned ? 204 : 401)).end()
      })
    })
    await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve))
    url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`
  })
  afterAll(async () => {
    endpoint.close()
    await world.sandbox.close()
  })
  beforeEach(() => {
    received.length = 0
    always = null
  })

  const types = ["APPLICATION_DEAUTHORIZED"]
  const told = async (count: number) => {
    while (received.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  it("are switched on only where a wrong signature gets 401", async () => {
    const { control, application } = world
    always = 204
    await expect(control.setEventWebhooks(application.client_id, { url, types })).rejects.toThrow(
      "PING: 204, wrong signature: 204",
    )
    always = null
    received.length = 0
    await control.setEventWebhooks(application.client_id, { url, types })
    expect(received.map(({ isSigned, body }) => [isSigned, body.type])).toEqual([
      [false, 0],
      [true, 0],
    ])
  })

  it("tell of who removes the application, and of tokens that it gave back itself", async () => {
    const { control, application, mia } = world
    await accessTokenOf(world, mia.id)
    await control.revokeAuthorization(mia.id, application.client_id)
    await told(1)
    expect(received[0]).toMatchObject({
      isSigned: true,
      body: { type: 1, event: { type: types[0], data: { user: { id: mia.id } } } },
    })
    expect(received[0]?.body.event?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/)
    const { access_token } = await accessTokenOf(world, mia.id)
    await apiFetch(world.sandbox, "/oauth2/token/revoke", {
      method: "POST",
      headers: {
        Authorization: `Basic ${btoa(`${application.client_id}:${application.client_secret}`)}`,
      },
      body: new URLSearchParams({ token: access_token }),
    })
    await told(2)
    expect(await control.revokeAuthorization(mia.id, application.client_id)).toBe(0)
    expect(received).toHaveLength(2)
  })

  it("are sent again until they are answered", async () => {
    const { control, application, mia } = world
    await accessTokenOf(world, mia.id)
    always = 503
    await control.revokeAuthorization(mia.id, application.client_id)
    await told(1)
    always = null
    await told(2)
    expect(received[0]).toEqual(received[1])
  })
})
