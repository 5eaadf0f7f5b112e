/**
 * What `medusa plugin:build` leaves to be done before its files are published.
 *
 * Every file ends with a source map whose sources the package does not hold. It leads nowhere and is a fifth of the package.
 *
 * The storefront kit is built once more as ES modules, so that a storefront's bundler takes of it only what is used.
 *
 * The parts of the dashboard that are loaded when used have names without an ending, and a store's development server takes
 * only files whose ending says what they are.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import path from "node:path"
import { build } from "esbuild"
import { fileURLToPath } from "node:url"

const BUILD = fileURLToPath(new URL("../.medusa/server/src", import.meta.url))
const ADMIN = path.join(BUILD, "admin")
const CHUNKS = path.join(ADMIN, "_chunks")
const MAP = /\n\/\/# sourceMappingURL=data:[^\n]*\n?$/

const STOREFRONT = path.join(BUILD, "storefront")
const KIT = ["index", "react/index"]

await build({
  entryPoints: KIT.map((name) => path.join(STOREFRONT, `../../../../src/storefront/${name}.ts`)),
  outdir: STOREFRONT,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  external: ["react"],
  chunkNames: "chunk-[hash]",
})
for (const name of KIT) {
  writeFileSync(path.join(STOREFRONT, `${name}.d.mts`), 'export * from "./index.js"\n')
}

const chunks = existsSync(CHUNKS)
  ? readdirSync(CHUNKS).filter((name) => path.extname(name) === "")
  : []
const named = new Map(chunks.map((name) => [name, name + endingOf(path.join(CHUNKS, name))]))
for (const [name, ended] of named) {
  renameSync(path.join(CHUNKS, name), path.join(CHUNKS, ended))
}

for (const entry of readdirSync(BUILD, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && /\.[cm]?js$/.test(entry.name)) {
    const file = path.join(entry.parentPath, entry.name)
    const source = readFileSync(file, "utf8")
    const finished = withEndings(file, source).replace(MAP, "\n")
    if (finished !== source) {
      writeFileSync(file, finished)
    }
  }
}

function endingOf(file) {
  return /^(import|export) /m.test(readFileSync(file, "utf8")) ? ".mjs" : ".js"
}

function withEndings(file, source) {
  return file.startsWith(ADMIN)
    ? [...named].reduce((text, [name, ended]) => text.replaceAll(`/${name}"`, `/${ended}"`), source)
    : source
}
