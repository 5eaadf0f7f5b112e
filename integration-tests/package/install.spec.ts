import { randomUUID } from "node:crypto"
import { Client } from "pg"
import { SandboxClient } from "../discord-sandbox"
import { APPLICATION, CALLBACK_URL, SIGN_IN_URL } from "../helpers/store/application"
import { serverUrl } from "../helpers/store/database"
import { StrangerStore } from "./stranger-store"
import { Tarball } from "./tarball"

const ADMIN = { email: "admin@stranger.test", password: "correct horse battery" }

/** Both ends of what package.json promises; `latest` is whatever the registry has today. */
const VERSIONS = ["2.21.0", "latest"] as const

describe("installed in somebody else's store", () => {
  let tarball: Tarball
  const stores = new Map<string, StrangerStore>()

  beforeAll(async () => {
    const control = new SandboxClient(process.env.DISCORD_SANDBOX_URL ?? "")
    await control.createApplication({
      name: "A stranger's store",
      redirect_uris: [CALLBACK_URL, SIGN_IN_URL],
      client_id: APPLICATION.client_id,
      client_secret: APPLICATION.client_secret,
      bot_token: APPLICATION.bot_token,
    })
    tarball = await Tarball.pack()
    // Most of it is waiting for the registry: both at once.
    await Promise.all(
      VERSIONS.map(async (version) => {
        const store = await StrangerStore.create(version, await createEmptyDatabase())
        stores.set(version, store)
        await store.run("npm", "install", "--no-audit", "--no-fund", tarball.file)
      }),
    )
  }, 1_200_000)

  afterAll(async () => {
    await Promise.all([...stores.values()].map((store) => store.delete()))
    await tarball.delete()
    // Two whole node_modules go: on a busy disk that takes longer than a hook is given.
  }, 1_200_000)

  describe.each(VERSIONS)("at Medusa %s", (version) => {
    const store = () => stores.get(version) as StrangerStore

    it("types its options and imports", async () => {
      await store().run("npx", "tsc", "--noEmit")
      const bundler = ["--module", "esnext", "--moduleResolution", "bundler"]
      await store().run("npx", "tsc", "--noEmit", ...bundler)
    }, 120_000)

    it("is part of the admin that the store builds", async () => {
      await store().run("npx", "medusa", "build")
    }, 300_000)

    it("makes its tables, starts, and finds the application in order", async () => {
      await store().run("npx", "medusa", "db:migrate")
      await store().run("npx", "medusa", "user", "-e", ADMIN.email, "-p", ADMIN.password)
      const url = await store().start()
      const login = await fetch(`${url}/auth/user/emailpass`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(ADMIN),
      })
      const { token } = (await login.json()) as { token: string }
      const application = `${url}/admin/discord/application`
      expect((await fetch(application)).status).toBe(401)
      const headers = { authorization: `Bearer ${token}` }
      const answer = await fetch(application, { headers })
      expect(answer.status).toBe(200)
      const { checks } = (await answer.json()) as { checks: { id: string; ok: boolean }[] }
      expect(checks.length).toBeGreaterThan(3)
      expect(checks.filter(({ ok }) => !ok)).toEqual([])
      const signIn = await fetch(`${url}/auth/customer/discord`, { method: "POST" })
      const { location } = (await signIn.json()) as { location: string }
      expect(new URL(location).searchParams.get("redirect_uri")).toBe(SIGN_IN_URL)
      await store().stop()
    }, 300_000)

    it("is looked at by the doctor, by the command that docs/operations.md gives", async () => {
      const guide = await tarball.read("docs/operations.md")
      const [command = ""] = /npx medusa exec \S+/.exec(guide) ?? []
      const [program = "", ...args] = command.split(" ")
      // It ends with 1: there is something to look at.
      await expect(store().run(program, ...args)).rejects.toThrow("No Discord server is connected.")
    }, 120_000)

    it("is deleted by what docs/uninstall.md says, with nothing left", async () => {
      const guide = await tarball.read("docs/uninstall.md")
      const [, sql = ""] = /```sql\n([\s\S]*?)```/.exec(guide) ?? []
      const db = new Client({ connectionString: store().databaseUrl })
      await db.connect()
      try {
        const left = async () => {
          const tables = await db.query<{ name: string }>(
            "select tablename as name from pg_tables where tablename like 'discord%'",
          )
          const done = await db.query<{ name: string }>("select name from mikro_orm_migrations")
          const ours = done.rows.filter(({ name }) => tarball.files.includes(migrationFile(name)))
          return [...tables.rows, ...ours].map(({ name }) => name)
        }
        expect((await left()).length).toBeGreaterThan(17)
        await db.query(sql)
        expect(await left()).toEqual([])
      } finally {
        await db.end()
      }
    })
  })
})

async function createEmptyDatabase(): Promise<string> {
  const name = `stranger_${randomUUID().replaceAll("-", "")}`
  const root = new Client({ connectionString: `${serverUrl()}/postgres` })
  await root.connect()
  await root.query(`create database ${name} template template0`)
  await root.end()
  return `${serverUrl()}/${name}`
}

function migrationFile(name: string): string {
  return `.medusa/server/src/modules/discord/migrations/${name}.js`
}
