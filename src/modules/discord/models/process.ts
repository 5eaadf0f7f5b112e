import { model } from "@medusajs/framework/utils"
import { TOKEN_STATUSES } from "../statuses.rules"

/** One process of the store that is running: it says so twice a minute, and its row goes with it. */
const StoreProcess = model.define(
  { name: "discord_process", tableName: "discord_process" },
  {
    id: model.id({ prefix: "dproc" }).primaryKey(),
    /** Medusa's `workerMode`. */
    worker_mode: model.text(),
    /** Whether Medusa's locks, as this process has them, bind the others too. */
    has_shared_locks: model.boolean(),
    /** How its connection to Discord's gateway is; null when it is not the one that listens. */
    gateway: model.json().nullable(),
    /** Whether Discord takes the bot token as this process has it; `refused` also while all its work stands for that. */
    bot_token: model.enum([...TOKEN_STATUSES]).default("unknown"),
    bot_token_seen_at: model.dateTime().nullable(),
    seen_at: model.dateTime(),
  },
)

export default StoreProcess
