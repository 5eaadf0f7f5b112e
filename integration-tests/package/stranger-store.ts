import { execFile, spawn, type ChildProcess } from "node:child_process"
import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { discordEnv } from "../helpers/store/application"
import { eventually } from "../helpers/eventually"
import { freePort } from "../helpers/store/postgres"

const run = promisify(execFile)
const BOOT_MS = 120_000

/** A store of somebody else's, laid out as Medusa's starter, that installs the plugin from the registry's archive. */
export class StrangerStore {
  #server: ChildProcess | null = null
  #output = ""
  readonly #env: NodeJS.ProcessEnv

  private constructor(
    readonly folder: string,
    readonly version: string,
    readonly databaseUrl: string,
  ) {
    this.#env = {
      ...process.env,
      ...discordEnv(process.env.DISCORD_SANDBOX_URL ?? ""),
      DATABASE_URL: databaseUrl,
      MEDUSA_DISABLE_TELEMETRY: "true",
      NODE_ENV: "development",
    }
    // Jest's own would keep the store from its admin and from its TypeScript.
    for (const name of ["DISABLE_MEDUSA_ADMIN", "NODE_OPTIONS", "TEST_TYPE", "JEST_WORKER_ID"]) {
      delete this.#env[name]
    }
  }

  /** @param databaseUrl of an empty database */
  static async create(version: string, databaseUrl: string): Promise<StrangerStore> {
    const folder = await mkdtemp(path.join(tmpdir(), `discord-roles-store-${version}-`))
    const store = new StrangerStore(folder, version, databaseUrl)
    await mkdir(path.join(folder, "src"))
    await store.#write("package.json", JSON.stringify(packageOf(version), null, 2))
    await store.#write("tsconfig.json", JSON.stringify(TSCONFIG, null, 2))
    await store.#write("medusa-config.ts", CONFIG)
    await store.#write("src/imports.ts", IMPORTS)
    await store.#write(".env", `DATABASE_URL=${databaseUrl}\n`)
    return store
  }

  /** Runs a command in the store. @throws with all it printed, when it fails */
  async run(command: string, ...args: string[]): Promise<string> {
    try {
      const { stdout, stderr } = await run(command, args, {
        cwd: this.folder,
        env: this.#env,
        maxBuffer: 1 << 26,
      })
      return stdout + stderr
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string }
      const all = stdout + stderr
      const said = all.length > 6_000 ? `${all.slice(0, 3_000)}\n…\n${all.slice(-3_000)}` : all
      throw new Error(`${command} ${args.join(" ")} at ${this.version}:\n${said}`, { cause: error })
    }
  }

  /** Resolves when it answers. @returns its address */
  async start(): Promise<string> {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const cli = path.join(this.folder, "node_modules/@medusajs/cli/cli.js")
    const server = spawn(process.execPath, [cli, "start", "--port", String(port)], {
      cwd: this.folder,
      env: { ...this.#env, DISABLE_MEDUSA_ADMIN: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    this.#server = server
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk: Buffer) => (this.#output += chunk.toString()))
    }
    await eventually(async () => {
      expect(server.exitCode).toBeNull()
      expect((await fetch(`${url}/health`)).status).toBe(200)
    }, BOOT_MS).catch((error: unknown) => {
      throw new Error(`The store at ${this.version} did not start:\n${this.#output}`, {
        cause: error,
      })
    })
    return url
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (server && server.exitCode === null && server.signalCode === null) {
      const gone = once(server, "exit")
      server.kill("SIGKILL")
      await gone
    }
    this.#server = null
  }

  async delete(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  async #write(file: string, text: string): Promise<void> {
    await writeFile(path.join(this.folder, file), text)
  }
}

/** What Medusa's starter depends on. */
function packageOf(version: string) {
  const medusa = ["admin-sdk", "cli", "framework", "medusa"]
  return {
    name: `store-${randomUUID()}`,
    private: true,
    dependencies: Object.fromEntries(medusa.map((name) => [`@medusajs/${name}`, version])),
    devDependencies: {
      "@swc/core": "^1.7.28",
      "@types/node": "^20.12.11",
      "@types/react": "^18.3.2",
      "@types/react-dom": "^18.2.25",
      "prop-types": "^15.8.1",
      react: "^18.3.1",
      "react-dom": "^18.3.1",
      "ts-node": "^10.9.2",
      typescript: "^5.6.2",
      vite: "^5.4.14",
      yalc: "^1.0.0-pre.53",
    },
  }
}

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    esModuleInterop: true,
    module: "Node16",
    moduleResolution: "Node16",
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    strict: true,
    jsx: "react-jsx",
    outDir: "./.medusa/server",
    rootDir: "./",
  },
  "ts-node": { swc: true },
  include: ["src", "medusa-config.ts"],
}

/** As the README says. */
const CONFIG = `
import { defineConfig } from "@medusajs/framework/utils"
import type { DiscordPluginOptions, DiscordSignInOptions } from "medusa-plugin-discord-roles/types"

const env = process.env

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000,http://localhost:9000",
      jwtSecret: "a-stranger",
      cookieSecret: "a-stranger",
    },
  },
  modules: [
    {
      resolve: "@medusajs/medusa/auth",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/auth-emailpass", id: "emailpass" },
          {
            resolve: "medusa-plugin-discord-roles/providers/auth-discord",
            id: "discord",
            options: {
              clientId: env.DISCORD_CLIENT_ID,
              clientSecret: env.DISCORD_CLIENT_SECRET,
              encryptionKey: env.DISCORD_ENCRYPTION_KEY,
              apiUrl: env.DISCORD_API_URL!,
              webUrl: env.DISCORD_WEB_URL!,
              callbackUrl: "http://localhost:8000/sign-in/discord",
            } satisfies DiscordSignInOptions,
          },
        ],
      },
    },
  ],
  plugins: [
    {
      resolve: "medusa-plugin-discord-roles",
      options: {
        clientId: env.DISCORD_CLIENT_ID!,
        clientSecret: env.DISCORD_CLIENT_SECRET!,
        botToken: env.DISCORD_BOT_TOKEN!,
        encryptionKey: env.DISCORD_ENCRYPTION_KEY!,
        apiUrl: env.DISCORD_API_URL!,
        webUrl: env.DISCORD_WEB_URL!,
        backendUrl: "http://localhost:9000",
        redirectUrls: ["http://localhost:8000/account"],
      } satisfies DiscordPluginOptions,
    },
  ],
})
`

/** What a store imports from the package, each by the path that the README names. */
const IMPORTS = `
import signIn from "medusa-plugin-discord-roles/providers/auth-discord"
import { DISCORD_MODULE } from "medusa-plugin-discord-roles/modules/discord"
import type { StoreDiscordResponse } from "medusa-plugin-discord-roles/types"
import type { DiscordClient, StoreDiscordTodo } from "medusa-plugin-discord-roles/storefront"
import { useDiscordStatus, type DiscordStatus } from "medusa-plugin-discord-roles/storefront/react"
import { grantEntitlementWorkflow } from "medusa-plugin-discord-roles/workflows"

export const names: string[] = [DISCORD_MODULE, grantEntitlementWorkflow.getName()]
export const provider = signIn
export type Access = StoreDiscordResponse
export type Todo = StoreDiscordTodo
export const status = (client: DiscordClient): DiscordStatus => useDiscordStatus(client)
`
