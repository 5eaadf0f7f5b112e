import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

export interface Workspace {
  folder: string
  remove(): Promise<void>
}

/**
 * One folder for everything the demo leaves on disk, so that nothing is left behind: PostgreSQL's data, Medusa's log,
 * temporary files of every child.
 *
 * @param whose stands in its name
 */
export async function createWorkspace(whose = "demo"): Promise<Workspace> {
  const folder = await mkdtemp(path.join(tmpdir(), `discord-roles-${whose}-`))
  // Run by root, PostgreSQL is another user and must be able to pass through.
  await chmod(folder, 0o711)
  process.env.TMPDIR = folder
  await turnTelemetryOff(folder)
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10 }) }
}

/**
 * Medusa's own settings file. MEDUSA_DISABLE_TELEMETRY alone still leaves a sender running after Medusa's end, which
 * makes the folder again.
 */
async function turnTelemetryOff(configHome: string): Promise<void> {
  await mkdir(path.join(configHome, "medusa"))
  const settings = JSON.stringify({ telemetry: { enabled: false } })
  await writeFile(path.join(configHome, "medusa", "config.json"), settings)
}
