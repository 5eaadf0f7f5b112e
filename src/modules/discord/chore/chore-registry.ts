import type { MedusaContainer } from "@medusajs/framework/types"

/** Regular work of the store: once in its time, in one of the store's processes. */
export interface Chore {
  name: string
  everyMs: number
  /** Whether it may go on for hours, since it works off all there is: nobody takes it for one that hangs. */
  mayTakeHours?: boolean
  /** @param container Medusa's: workflows run in it */
  run: (container: MedusaContainer) => Promise<unknown>
}

const known = new Map<string, Chore>()

/**
 * Makes a chore known to the clock of this process. Files of jobs do so when Medusa loads them, which it does in processes that work
 * in the background (`worker`, `shared`) and in no other.
 */
export function registerChore(chore: Chore): void {
  known.set(chore.name, chore)
}

export function knownChores(): Chore[] {
  return [...known.values()]
}
