import { parseArgs } from "node:util"
import { startDiscordSandbox } from "./index"
import { seed } from "./seed"

/** Runs a sandbox on its own: `npx ts-node integration-tests/discord-sandbox/main.ts --port 4100 --seed`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4100" },
      seed: { type: "boolean", default: false },
      "redirect-uri": { type: "string", multiple: true, default: [] },
    },
  })

  const sandbox = await startDiscordSandbox({ port: Number(values.port) })
  console.log(`Discord sandbox: ${sandbox.url}  (API: ${sandbox.apiUrl})`)
  if (values.seed)
    console.log(JSON.stringify(await seed(sandbox.control, values["redirect-uri"]), null, 2))
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
  }
}

/** A busy port is nobody's mistake in the program: words in place of a stack. */
function say(error: unknown): void {
  const { code, port } = error as { code?: string; port?: number }
  console.error(
    code === "EADDRINUSE"
      ? `Another program listens on port ${port}. Choose another one: npm run sandbox -- --port ${(port ?? 0) + 1}`
      : error,
  )
  process.exit(1)
}

main().catch(say)
