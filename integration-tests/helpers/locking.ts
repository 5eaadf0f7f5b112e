import type { ILockingModule } from "@medusajs/framework/types"
import { InMemoryLockingProvider } from "@medusajs/locking/dist/providers/in-memory"

/** Medusa's own in-memory locks: one object stands for one process. */
export function memoryLocking(): Pick<ILockingModule, "execute"> {
  return new InMemoryLockingProvider()
}
