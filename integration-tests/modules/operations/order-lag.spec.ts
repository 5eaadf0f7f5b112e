import { rows } from "../../../src/modules/discord/db/db"
import { readOrderLag } from "../../../src/modules/discord/operations/metrics.store"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"

interface Wait {
  /** Each as PostgreSQL says how long ago it was. */
  ordered: string
  connected: string
  given: string
  /** When the same order gave the same role before. */
  given_before?: string
}

describe("how long buyers waited", () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createDatabase()
  }, 60_000)
  beforeEach(() =>
    rows(
      database.db,
      "truncate discord_account, discord_account_link, discord_entitlement, discord_activity_entry cascade",
    ),
  )
  afterAll(() => database.drop())

  async function waited({ ordered, connected, given, given_before }: Wait): Promise<void> {
    await rows(
      database.db,
      `with account as (
         insert into discord_account (id, discord_user_id, username, scopes)
         values ('dacc_one', '1100000000000000008', 'ada', '{}')),
       link as (
         insert into discord_account_link (id, customer_id, account_id, updated_at)
         values ('dlink_one', 'cus_one', 'dacc_one', now() - cast(:connected as interval)))
       insert into discord_entitlement (id, source, source_id, variant_id, customer_id, starts_at)
       values ('dent_one', 'order', 'order_one', 'variant_one', 'cus_one', now() - cast(:ordered as interval))`,
      { ordered, connected },
    )
    const times = [given, ...(given_before ? [given_before] : [])]
    await rows(
      database.db,
      `insert into discord_activity_entry (id, action, trigger, account_id, role_id, created_at)
       select 'dact_' || n, 'role_added', 'order order_one', 'dacc_one', '1', now() - cast(time as interval)
         from unnest(cast(:times as text[])) with ordinality as t(time, n)`,
      { times },
    )
  }

  it.each<[string, Wait, number | null]>([
    [
      "who had connected: from the order",
      { ordered: "3 minutes", connected: "1 day", given: "1 minute" },
      120,
    ],
    [
      "who waited for hours, since nobody worked: all of it",
      { ordered: "5 hours", connected: "1 day", given: "1 minute" },
      5 * 3600 - 60,
    ],
    [
      "who connected days after the order: from then",
      { ordered: "5 days", connected: "3 minutes", given: "1 minute" },
      120,
    ],
    [
      "an order of long ago: not at all",
      { ordered: "30 days", connected: "60 days", given: "1 minute" },
      null,
    ],
    [
      "a role that was lost in Discord and given again: not at all",
      { ordered: "2 days", connected: "3 days", given: "1 minute", given_before: "2 days" },
      null,
    ],
  ])("%s", async (_case, wait, seconds) => {
    await waited(wait)
    const lag = await readOrderLag(database.db, "5 minutes")
    expect(lag && Math.round(lag.longest_s)).toBe(seconds)
  })
})
