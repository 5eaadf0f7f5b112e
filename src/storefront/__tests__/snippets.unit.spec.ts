import { readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"

const ROOT = path.resolve(__dirname, "../../..")
const FENCE = /```tsx?\n(\/\/ (src\/\S.*)\n[\s\S]*?)```/g
/** Beside the kit, so that packages are found. */
const SHOP = path.join(ROOT, "src/storefront/__shop__")

/** Of the starter and of Next.js: what the snippets use of them. */
const STUBS = `
/// <reference types="react/canary" />
declare module "@lib/config" {
  export const sdk: import("@medusajs/js-sdk").default
}
declare module "@lib/data/cookies" {
  export function getAuthHeaders(): Promise<{ authorization: string } | {}>
}
declare module "next/navigation" {
  export function redirect(url: string): never
}
declare module "next/headers" {
  export function headers(): Promise<Headers>
}
`

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  esModuleInterop: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
  typeRoots: [path.join(ROOT, "node_modules/@types")],
  paths: {
    "medusa-plugin-discord-roles/storefront": [path.join(ROOT, "src/storefront/index.ts")],
    "medusa-plugin-discord-roles/storefront/react": [
      path.join(ROOT, "src/storefront/react/index.ts"),
    ],
    "medusa-plugin-discord-roles/workflows": [path.join(ROOT, "src/workflows/index.ts")],
    "@lib/data/discord": [path.join(SHOP, "src/lib/data/discord.ts")],
    "@modules/*": [path.join(SHOP, "src/modules/*")],
  },
}

describe("the code in docs/storefront.md", () => {
  const text = readFileSync(path.join(ROOT, "docs/storefront.md"), "utf8")
  const snippets = new Map(
    [...text.matchAll(FENCE)].map(([, code = "", file = ""]) => [path.join(SHOP, file), code]),
  )

  it("is there for every page of the starter, and for a cart", () => {
    expect([...snippets.keys()].map((file) => path.relative(SHOP, file))).toEqual([
      "src/discord.tsx",
      "src/lib/data/discord.ts",
      "src/modules/account/components/discord/index.tsx",
      "src/app/[countryCode]/(main)/account/@dashboard/discord/page.tsx",
      "src/modules/products/components/discord-roles/index.tsx",
      "src/modules/order/components/connect-discord/index.tsx",
      "src/workflows/hooks/validate-cart.ts",
    ])
  })

  it("compiles, and would not with a field that the answers do not have", () => {
    const [[file = "", code = ""] = []] = snippets
    const wrong = path.join(path.dirname(file), "wrong.tsx")
    const mistakes = mistakesIn(
      new Map([...snippets, [wrong, code.replace("status.servers", "status.guilds")]]),
    )
    expect(mistakes.join()).toContain("Property 'guilds' does not exist")
    expect(mistakes.filter((mistake) => !mistake.startsWith("wrong.tsx"))).toEqual([])
    // All of Medusa's types are read.
  }, 180_000)
})

/** What TypeScript says of files that are only in memory. */
function mistakesIn(files: ReadonlyMap<string, string>): string[] {
  const all = new Map([...files, [path.join(SHOP, "stubs.d.ts"), STUBS]])
  const disk = ts.createCompilerHost(OPTIONS)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => all.has(file) || disk.fileExists(file),
    readFile: (file) => all.get(file) ?? disk.readFile(file),
    directoryExists: (folder) =>
      folder.startsWith(SHOP) || (disk.directoryExists?.(folder) ?? true),
    getSourceFile: (file, target, ...rest) => {
      const code = all.get(file)
      return code === undefined
        ? disk.getSourceFile(file, target, ...rest)
        : ts.createSourceFile(file, code, target)
    },
  }
  const program = ts.createProgram([...all.keys()], OPTIONS, host)
  return [...all.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(
      ({ messageText }) =>
        `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    )
  })
}
