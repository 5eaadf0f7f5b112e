import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { readTroubles } from "../../integration-tests/helpers/server/troubleshooting"
import { APPLICATION_CHECK_IDS } from "../modules/discord/application/application-checks.rules"
import { UNASSIGNABLE_REASONS } from "../modules/discord/server/role-assignability.rules"
import { SERVER_CHECK_IDS } from "../modules/discord/server/server-checks.rules"

const E2E = path.resolve(__dirname, "../../integration-tests/e2e")
const troubles = readTroubles()
const specs = readdirSync(E2E, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("harness"))
  .map((file) => readFileSync(path.join(E2E, file), "utf8"))
  // A suite, or a part of one in the folder of its name.
  .filter((source) => /troubleSuite\(|read: ReadTrouble/.test(source))
  .join("\n")

it("docs/admin-guide.md has rows, each with a key of its own", () => {
  const keys = troubles.map(({ key }) => key)
  expect(keys.length).toBeGreaterThan(60)
  expect(new Set(keys).size).toBe(keys.length)
})

it.each(troubles.map(({ key, section }) => [key, section] as const))(
  "%s is provoked and read by a browser test",
  (key, section) => {
    expect(specs).toContain(`"${section}"`)
    expect(specs).toContain(`"${key}"`)
  },
)

it.each([
  ...APPLICATION_CHECK_IDS.map((id) => `app-${id}`),
  ...SERVER_CHECK_IDS.map((id) => `check-${id}`),
  ...UNASSIGNABLE_REASONS.map((reason) => `role-${reason}`),
])("the guide tells what to do about %s", (key) => {
  expect(troubles.map((trouble) => trouble.key)).toContain(key)
})
