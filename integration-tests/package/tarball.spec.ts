import { builtinModules } from "node:module"
import path from "node:path"
import ts from "typescript"
import { say } from "../helpers/say"
import { Loads, usedOf } from "./loads"
import { Tarball } from "./tarball"

const DASHBOARD = ".medusa/server/src/admin"
const STOREFRONT = ".medusa/server/src/storefront"
/** Without React, minified and compressed. */
const STOREFRONT_KB = 4
const LANGUAGES = ["en", "de", "es"]
/** For a page that shows one of its widgets, minified and compressed as a store serves it. */
const DASHBOARD_KB = 60

/** Links and pictures in Markdown that lead to a file. */
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g

interface Manifest {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  exports: Record<string, unknown>
  repository: { url: string }
  homepage: string
  bugs: { url: string }
}

describe("the package that npm publishes", () => {
  let tarball: Tarball
  let manifest: Manifest

  beforeAll(async () => {
    tarball = await Tarball.pack()
    manifest = JSON.parse(await tarball.read("package.json")) as Manifest
  }, 300_000)
  afterAll(() => tarball.delete())

  it("holds the built plugin, its documents and nothing of its development", () => {
    expect(tarball.files).toEqual(
      expect.arrayContaining([
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "docs/admin-guide.md",
        "docs/uninstall.md",
        "package.json",
        ".medusa/server/src/modules/discord/index.js",
        ".medusa/server/src/providers/auth-discord/index.js",
        ".medusa/server/src/admin/index.mjs",
      ]),
    )
    const strange = tarball.files.filter(
      (file) =>
        !/^(CHANGELOG|README)\.md$|^LICENSE$|^package\.json$|^docs\/[^/]+\.md$/.test(file) &&
        !/^\.medusa\/server\/src\/.+\.(js|mjs|d\.ts|d\.mts|json)$/.test(file),
    )
    expect(strange).toEqual([])
    expect(
      tarball.files.filter((file) => /__tests__|\.spec\.|\.map$|medusa-config/.test(file)),
    ).toEqual([])
  })

  it("carries no source maps that lead nowhere", async () => {
    const mapped = await filesThat(/\.(js|mjs)$/, (text) => text.includes("sourceMappingURL="))
    expect(mapped).toEqual([])
  })

  it("declares every package that a shipped file imports", async () => {
    const declared = new Set([
      "medusa-plugin-discord-roles",
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
    ])
    const used = new Map<string, string>()
    for (const file of tarball.files.filter((each) => /\.(js|mjs|d\.ts|d\.mts)$/.test(each))) {
      const { importedFiles } = ts.preProcessFile(await tarball.read(file), true, true)
      for (const { fileName: from } of importedFiles) {
        if (!from.startsWith(".") && !isBuiltin(from)) {
          used.set(packageOf(from), file)
        }
      }
    }
    expect(used.size).toBeGreaterThan(10)
    expect([...used].filter(([name]) => !declared.has(name))).toEqual([])
  })

  it("brings no copy of what the dashboard has: contexts of react-query, i18n and the router are shared", async () => {
    const parts = await Promise.all(dashboardFiles().map((file) => tarball.read(file)))
    const imported = new Set(
      parts.flatMap((part) =>
        ts.preProcessFile(part, true, true).importedFiles.map(({ fileName }) => fileName),
      ),
    )
    for (const name of ["react", "@tanstack/react-query", "react-i18next", "react-router-dom"]) {
      expect([name, imported.has(name)]).toEqual([name, true])
      expect([name, name in manifest.dependencies]).toEqual([name, false])
      expect([name, name in manifest.peerDependencies]).toEqual([name, true])
    }
    expect(parts.join()).not.toContain("No QueryClient set")
  })

  it("adds little to the dashboard: what is not used yet is loaded later", async () => {
    const loads = new Loads((file) => tarball.read(file))
    const first = await loads.from(`${DASHBOARD}/index.mjs`)
    const sizes = await Promise.all(
      LANGUAGES.map(async (language) => {
        const texts = dashboardFiles().filter((file) => file.includes(`/${language}-`))
        const files = [...new Set([...first, ...texts])]
        return { language, files: files.length, size: await loads.size(files) }
      }),
    )
    for (const { language, size } of sizes) {
      say(`dashboard_download_${language} ${(size / 1000).toFixed(1)} kB (limit ${DASHBOARD_KB})`)
    }
    expect(sizes.map(({ files }) => files)).toEqual(sizes.map(() => first.length + 1))
    expect(Math.max(...sizes.map(({ size }) => size))).toBeLessThanOrEqual(DASHBOARD_KB * 1000)
  })

  it("gives a storefront little to download, and only what it uses", async () => {
    const loads = new Loads((file) => tarball.read(file))
    const size = async (entry: string) => loads.size(await loads.from(`${STOREFRONT}/${entry}`))
    const [kit, withHooks] = [await size("index.mjs"), await size("react/index.mjs")]
    say(`storefront_kit ${(kit / 1000).toFixed(2)} kB (limit ${STOREFRONT_KB})`)
    say(`storefront_kit_react ${(withHooks / 1000).toFixed(2)} kB`)
    expect(kit).toBeGreaterThan(0)
    expect(kit).toBeLessThanOrEqual(STOREFRONT_KB * 1000)
    const files = await loads.from(`${STOREFRONT}/react/index.mjs`)
    const imported = await Promise.all(
      files.map(async (file) => ts.preProcessFile(await tarball.read(file)).importedFiles),
    )
    const foreign = imported.flat().filter(({ fileName }) => !fileName.startsWith("."))
    expect(new Set(foreign.map(({ fileName }) => fileName))).toEqual(new Set(["react"]))
    const used = await usedOf(tarball.pathOf(`${STOREFRONT}/index.mjs`), "isOnItsWay")
    expect(used).toContain("pending")
    expect(used).not.toContain("/store/discord")
  })

  it("names the dashboard's parts so that a development server knows them for scripts", async () => {
    expect(dashboardFiles().length).toBeGreaterThan(LANGUAGES.length)
    for (const file of dashboardFiles()) {
      for (const { fileName } of ts.preProcessFile(await tarball.read(file), true, true)
        .importedFiles) {
        if (fileName.startsWith(".")) {
          const target = path.normalize(path.join(path.dirname(file), fileName))
          expect([file, tarball.files.includes(target), path.extname(target)]).toEqual([
            file,
            true,
            ".mjs",
          ])
        }
      }
    }
  })

  it("has every file that its exports name", () => {
    const named = filesOf(manifest.exports).map((file) => path.normalize(file))
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((file) => !tarball.files.includes(file))).toEqual([])
  })

  it("says where it lives, so that npm shows the README's pictures, and links only to what is there", async () => {
    expect(manifest.repository.url).toMatch(/^git\+https:/)
    expect(manifest.homepage).toMatch(/^https:/)
    expect(manifest.bugs.url).toMatch(/^https:/)
    const pages = tarball.files.filter((file) => file.endsWith(".md"))
    const dead: string[] = []
    for (const page of pages) {
      for (const [, link = ""] of (await tarball.read(page)).matchAll(LINK)) {
        const target = path.normalize(path.join(path.dirname(page), link))
        // Pictures and the contributor's guide are read on the web: npm resolves them by the repository.
        const isOnTheWeb =
          /^docs\/images\/|^CONTRIBUTING\.md$|^(src|integration-tests|bench)\//.test(target)
        if (!isOnTheWeb && !tarball.files.includes(target)) {
          dead.push(`${page} -> ${link}`)
        }
      }
    }
    expect(dead).toEqual([])
  })

  const dashboardFiles = () =>
    tarball.files.filter((file) => file.startsWith(DASHBOARD) && file.endsWith(".mjs"))

  async function filesThat(name: RegExp, check: (text: string) => boolean): Promise<string[]> {
    const found: string[] = []
    for (const file of tarball.files.filter((each) => name.test(each))) {
      if (check(await tarball.read(file))) {
        found.push(file)
      }
    }
    return found
  }
})

function isBuiltin(from: string): boolean {
  return from.startsWith("node:") || builtinModules.includes(from)
}

/** `@scope/name/path` is of the package `@scope/name`. */
function packageOf(from: string): string {
  return from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/")
}

function filesOf(exported: unknown): string[] {
  if (typeof exported === "string") {
    return [exported]
  }
  return exported && typeof exported === "object" ? Object.values(exported).flatMap(filesOf) : []
}
