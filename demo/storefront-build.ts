import path from "node:path"

export interface BuiltFile {
  content: Buffer
  type: string
}

/** As a storefront's bundler finds the package, but from its sources: nothing has to be built first. */
const PACKAGE = { "medusa-plugin-discord-roles": path.join(__dirname, "../src") }

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
}

/** Bundles the storefront with Vite, without a file on disk. @returns the files by their path on the site */
export async function buildStorefront(): Promise<Map<string, BuiltFile>> {
  const { build } = await import("vite")
  const built = await build({
    root: path.join(__dirname, "storefront"),
    configFile: false,
    envFile: false,
    logLevel: "warn",
    resolve: { alias: PACKAGE },
    esbuild: { jsx: "automatic" },
    build: { write: false, modulePreload: { polyfill: false } },
  })
  const outputs = [built].flat().flatMap((bundle) => ("output" in bundle ? bundle.output : []))
  return new Map(
    outputs.map((file) => {
      const source = file.type === "chunk" ? file.code : file.source
      const extension = file.fileName.split(".").at(-1) ?? ""
      const type = TYPES[extension] ?? "application/octet-stream"
      return [`/${file.fileName}`, { content: Buffer.from(source), type }]
    }),
  )
}
