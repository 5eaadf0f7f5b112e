const TYPES = {
  unit: ["**/src/**/__tests__/**/*.unit.spec.ts"],
  sandbox: ["**/integration-tests/discord-sandbox/__tests__/**/*.spec.ts"],
  "integration:modules": [
    "**/integration-tests/modules/**/!(engine-model|engine-kill|engine-races|engine-hostile*).spec.ts",
  ],
  // Minutes long: they run beside the others.
  "integration:hostile": [
    "**/integration-tests/modules/engine-hostile*.spec.ts",
    "**/integration-tests/http/killed-process.spec.ts",
  ],
  "integration:engine": ["**/integration-tests/modules/engine-{model,kill,races}.spec.ts"],
  "integration:http": ["**/integration-tests/http/{account,order-to-role,server-to-roles}.spec.ts"],
  // Every way access begins, changes and ends, and what the dashboard asks: a quarter of an hour.
  "integration:access": [
    "**/integration-tests/http/!(account|killed-process|order-to-role|server-to-roles).spec.ts",
  ],
  e2e: ["**/integration-tests/e2e/**/*.spec.ts"],
}

const type = process.env.TEST_TYPE ?? "unit"
const needsStore = type.startsWith("integration")

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
  ...(type === "e2e" && {
    globalSetup: "<rootDir>/integration-tests/e2e/world/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/e2e/world/global-teardown.ts",
  }),
  ...(needsStore && {
    globalSetup: "<rootDir>/integration-tests/setup/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/setup/global-teardown.ts",
    setupFiles: ["<rootDir>/integration-tests/setup/environment.ts"],
  }),
}
