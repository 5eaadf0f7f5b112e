import { model } from "@medusajs/framework/utils"

/**
 * What one process at a time may do: work on a server in bulk, renew an account's tokens, run a chore of the clock. Its
 * owner renews it each second; who died does not, and another may take it.
 */
const Lease = model.define(
  { name: "discord_lease", tableName: "discord_lease" },
  {
    /** What it is for: `lane:<server>`, `token:<account>`, `chore:<name>`. */
    id: model.id({ prefix: "dlease" }).primaryKey(),
    /** The process that has it, or had it last. */
    owner: model.text(),
    expires_at: model.dateTime(),
    /** Of a chore: when it last began, and when it was last done. */
    begun_at: model.dateTime().nullable(),
    done_at: model.dateTime().nullable(),
    /** Of a chore: how often it is to be done, for processes that know none. */
    every_ms: model.number().nullable(),
  },
)

export default Lease
