import type { ExecArgs } from "@medusajs/framework/types"
import { createAdmin } from "../integration-tests/helpers/store/admin"
import { seedStore } from "../integration-tests/helpers/store/store"

export const SEEDED = "seeded store: "

/** For `medusa exec`: a shop with an admin. Says in one line what is in it. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  await createAdmin(container)
  process.stdout.write(`\n${SEEDED}${JSON.stringify(await seedStore(container))}\n`)
}
