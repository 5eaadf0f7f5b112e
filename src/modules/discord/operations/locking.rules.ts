/** Medusa's Locking Module, as `medusa-config.ts` has it. */
interface LockingConfig {
  resolve?: unknown
  options?: { providers?: { is_default?: boolean }[] }
}

const MEDUSAS_OWN = /^@medusajs\/(?:medusa\/)?locking$/

/**
 * Whether Medusa's locks bind all processes of a store. Its own module keeps them in memory unless a provider stands in for that:
 * the only one, or the one that is the default.
 *
 * @param module an entry of `modules`, as Medusa has read it; a module of the store's own is trusted
 */
export function hasSharedLocks(module: unknown): boolean {
  const { resolve, options } = (module ?? {}) as LockingConfig
  if (typeof resolve === "string" && !MEDUSAS_OWN.test(resolve)) {
    return true
  }
  const providers = options?.providers ?? []
  return providers.length === 1 || providers.some(({ is_default }) => is_default === true)
}
