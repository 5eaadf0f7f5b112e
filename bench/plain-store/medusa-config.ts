import { defineConfig } from "@medusajs/framework/utils"
import { redisModules, workerModeOf } from "../../integration-tests/helpers/store/several-processes"

const env = process.env
const workerMode = workerModeOf(env.MEDUSA_WORKER_MODE)

/** The same store as in the root's `medusa-config.ts`, without the plugin: what its cost is measured against. */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    ...(workerMode && { workerMode }),
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000,http://localhost:9000",
      jwtSecret: "development-only",
      cookieSecret: "development-only",
    },
  },
  admin: { disable: true },
  modules: env.REDIS_MODULES === "true" && env.REDIS_URL ? redisModules(env.REDIS_URL) : [],
})
