import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { parseOptions } from "../options"

/** Checks the options once at boot and hands the checked form to the module's service. */
export default async function optionsLoader({ container, options }: LoaderOptions): Promise<void> {
  // Medusa adds the connection settings it gives to every module.
  const { database: _database, ...own } = options ?? {}
  container.register("discordOptions", asValue(parseOptions(own)))
}
