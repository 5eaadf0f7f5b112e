/** Reorder is published without types: these are its jobs, as Medusa runs them, every five minutes. */
declare module "@reorderjs/reorder/jobs/*" {
  import type { MedusaContainer } from "@medusajs/framework/types"

  const job: { default: (container: MedusaContainer) => Promise<void> }
  export default job
}
