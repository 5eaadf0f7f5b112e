const TYPES = {
  unit: ["**/src/**/__tests__/**/*.unit.spec.ts"],
  // What other tests and figures stand on.
  sandbox: [
    "**/integration-tests/discord-sandbox/__tests__/**/*.spec.ts",
    "**/bench/__tests__/**/*.spec.ts",
  ],
  "integration:modules": [
    "**/integration-tests/modules/**/!(engine-model|engine-kill|engine-races|engine-hostile*|plans).spec.ts",
  ],
  // Minutes long: they run beside the others.
  "integration:hostile": [
    "**/integration-tests/modules/engine/engine-hostile*.spec.ts",
    "**/integration-tests/http/membership/killed-process.spec.ts",
  ],
  "integration:engine": [
    "**/integration-tests/modules/engine/engine-{model,kill,races}.spec.ts",
    "**/integration-tests/modules/**/plans.spec.ts",
  ],
  // Whole stores in processes of their own, with Redis.
  "integration:distributed": ["**/integration-tests/distributed/**/*.spec.ts"],
  "integration:http": [
    "**/integration-tests/http/**/{account,order-to-role,server-to-roles,sign-in}.spec.ts",
  ],
  // Every way access begins, changes and ends, and what the dashboard asks: a quarter of an hour.
  "integration:access": [
    "**/integration-tests/http/**/!(account|killed-process|order-to-role|server-to-roles|sign-in).spec.ts",
  ],
  // Packs the plugin and installs it in stores at both ends of the versions it promises: minutes of npm.
  "integration:package": ["**/integration-tests/package/*.spec.ts"],
  e2e: ["**/integration-tests/e2e/**/*.spec.ts"],
}

const type = process.env.TEST_TYPE ?? "unit"
const needsStore = type.startsWith("integration")
const oneAtATime = needsStore || type === "e2e"

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: TYPES[type],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", tsx: true, decorators: true }, target: "es2022" } },
    ],
  },
  testTimeout: 60_000,
  ...(oneAtATime && { maxWorkers: 1 }),
  ...(type === "e2e" && {
    globalSetup: "<rootDir>/integration-tests/e2e/world/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/e2e/world/global-teardown.ts",
  }),
  ...(needsStore && {
    // Each suite loads Medusa anew, and Node gives little of the last one's memory back (some 200 MB):
    // a process that has grown is replaced by a new one, or eighteen suites fill it.
    workerIdleMemoryLimit: "1GB",
    globalSetup: "<rootDir>/integration-tests/setup/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/setup/global-teardown.ts",
    setupFiles: ["<rootDir>/integration-tests/setup/environment.ts"],
  }),
}
