import { execFile } from "node:child_process"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { ROOT } from "../root"

const run = promisify(execFile)

/** The package as npm would publish it, and what is in it. */
export class Tarball {
  private constructor(
    private readonly folder: string,
    /** The archive. */
    readonly file: string,
    /** Paths of its files, as they lie in node_modules. */
    readonly files: string[],
  ) {}

  /** Builds and packs it, as `npm publish` does. */
  static async pack(): Promise<Tarball> {
    const folder = await mkdtemp(path.join(tmpdir(), "discord-roles-package-"))
    await run("npm", ["pack", "--pack-destination", folder], { cwd: ROOT, maxBuffer: 1 << 26 })
    const [name = ""] = await readdir(folder)
    const file = path.join(folder, name)
    await run("tar", ["-xzf", file, "-C", folder])
    const root = path.join(folder, "package")
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    return new Tarball(folder, file, files.sort())
  }

  async read(file: string): Promise<string> {
    return readFile(this.pathOf(file), "utf8")
  }

  pathOf(file: string): string {
    return path.join(this.folder, "package", file)
  }

  async delete(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
