import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { authorizeUrl, startWorld } from "./world"

const MAIN = path.join(__dirname, "../main.ts")

describe("a sandbox for any program", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeAll(async () => {
    world = await startWorld({ limits: "off" })
  })
  afterAll(() => world.sandbox.close())

  const authorize = async (body: unknown) => {
    const response = await fetch(`${world.sandbox.url}/control/authorize`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, string> }
  }

  it("does over HTTP what a person does on the consent page", async () => {
    const url = authorizeUrl(world.sandbox, world.application.client_id)
    const { status, body } = await authorize([url, { user_id: world.mia.id }])
    expect(status).toBe(200)
    expect(new URL(body.result ?? "").searchParams.get("code")).toEqual(expect.any(String))
  })

  it.each([[[]], [{}], [["no address", { user_id: "1" }]], [["http://127.0.0.1/", null]]])(
    "refuses %j in words",
    async (body) => {
      expect(await authorize(body)).toMatchObject({
        status: 400,
        body: { error: expect.stringContaining("Send a list") as string },
      })
    },
  )

  it("tells the words of Discord's error page", async () => {
    const url = authorizeUrl(world.sandbox, "1")
    const { status, body } = await authorize([url, { user_id: world.mia.id }])
    expect(status).toBe(400)
    expect(body.error).toContain("consent page")
  })

  it("says on a busy port which option takes another", async () => {
    const { port } = new URL(world.sandbox.url)
    const args = ["--require", "ts-node/register", MAIN, "--port", port]
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] })
    const said: Buffer[] = []
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk))
    const [code] = (await once(child, "close")) as [number]
    expect(code).toBe(1)
    expect(Buffer.concat(said).toString().trim()).toBe(
      `Another program listens on port ${port}. Choose another one: npm run sandbox -- --port ${Number(port) + 1}`,
    )
  })
})
