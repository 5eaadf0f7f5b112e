/** What several processes of one store share: events, scheduled jobs and locks. Else each keeps its own in memory. */
export function redisModules(redisUrl: string) {
  return [
    { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
    { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
  ]
}

/** What a process does of the work. @returns undefined = all of it, Medusa's default */
export function workerModeOf(text: string | undefined) {
  return (["server", "worker", "shared"] as const).find((mode) => mode === text)
}
