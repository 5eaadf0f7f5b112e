import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { readTroubles } from "../../integration-tests/helpers/troubleshooting"
import { APPLICATION_CHECK_IDS } from "../modules/discord/domain/application-checks"
import { UNASSIGNABLE_REASONS } from "../modules/discord/domain/role-assignability"
import { SERVER_CHECK_IDS } from "../modules/discord/domain/server-checks"

const E2E = path.resolve(__dirname, "../../integration-tests/e2e")
const troubles = readTroubles()
const specs = readdirSync(E2E)
  .filter((file) => file.endsWith(".spec.ts"))
  .map((file) => readFileSync(path.join(E2E, file), "utf8"))
  .filter((source) => source.includes("troubleSuite("))
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
