import path from "node:path"
import { gzipSync } from "node:zlib"
import ts from "typescript"
import { build, transform } from "esbuild"

/** What a browser downloads of a built dashboard. */
export class Loads {
  readonly #read: (file: string) => Promise<string>

  /** @param read gives a file's text */
  constructor(read: (file: string) => Promise<string>) {
    this.#read = read
  }

  /** A file, and all that it imports at once. What it imports when it is needed is left out. */
  async from(file: string): Promise<string[]> {
    const found = new Set<string>()
    const open = [file]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!found.has(next)) {
        found.add(next)
        open.push(...importsOf(next, await this.#read(next)))
      }
    }
    return [...found]
  }

  /** @returns bytes, minified and compressed, each file for itself */
  async size(files: readonly string[]): Promise<number> {
    const sizes = await Promise.all(
      files.map(async (file) => {
        const { code } = await transform(await this.#read(file), { minify: true })
        return gzipSync(code).length
      }),
    )
    return sizes.reduce((sum, size) => sum + size, 0)
  }
}

function importsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
    const from = isImport ? statement.moduleSpecifier : undefined
    return from && ts.isStringLiteral(from) && from.text.startsWith(".")
      ? [path.normalize(path.join(path.dirname(file), from.text))]
      : []
  })
}

/** What a bundler takes of a module for a page that uses one of its names. */
export async function usedOf(file: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${name} } from "./${path.basename(file)}"; console.log(${name})`,
      resolveDir: path.dirname(file),
    },
    bundle: true,
    format: "esm",
    write: false,
  })
  return outputFiles.map(({ text }) => text).join("")
}
