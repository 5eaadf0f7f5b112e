import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { discordEnv } from "./application"
import { ROOT } from "../../root"

const CLI = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")

/** What a command of Medusa's is told of a store with the plugin. */
export function cliEnv(databaseUrl: string, sandboxUrl: string): Record<string, string> {
  return {
    ...discordEnv(sandboxUrl),
    DATABASE_URL: databaseUrl,
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "true",
    NODE_ENV: "production",
  }
}

/** Runs Medusa's command line to its end. @returns what it wrote */
export async function medusaCli(env: Record<string, string>, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()))
  }
  await once(child, "close")
  if (child.exitCode !== 0) {
    throw new Error(`medusa ${args.join(" ")} failed:\n${output}`)
  }
  return output
}
