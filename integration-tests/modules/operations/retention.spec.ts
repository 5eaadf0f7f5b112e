import { rows } from "../../../src/modules/discord/db/db"
import { forgetPast } from "../../../src/modules/discord/operations/retention.store"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"

const DAYS = 90
const LONG_AGO = "now() - interval '100 days'"
const LATELY = "now() - interval '80 days'"

/** Each named after what becomes of it. */
const ROWS = [
  `insert into discord_claim (id, order_id, customer_id, token_hash, expires_at, claimed_at) values
     ('goes', 'order_1', 'cus_1', 'a', ${LONG_AGO}, null),
     ('stays: used, so that its guest is known to have asked', 'order_2', 'cus_2', 'b', ${LONG_AGO}, ${LONG_AGO}),
     ('stays: dead for less', 'order_3', 'cus_3', 'c', ${LATELY}, null)`,
  `insert into discord_entitlement (id, source, source_id, variant_id, customer_id, starts_at, ends_at) values
     ('dent_1', 'order', 'over', 'variant_1', 'cus_1', ${LONG_AGO}, ${LATELY}),
     ('dent_2', 'order', 'stands', 'variant_1', 'cus_1', ${LONG_AGO}, null),
     ('dent_3', 'order', 'young', 'variant_1', 'cus_1', now() - interval '2 days', now() - interval '1 day')`,
  `insert into discord_connect_message (id, order_id, customer_id, next_attempt_at, created_at) values
     ('goes', 'over', 'cus_1', null, ${LONG_AGO}),
     ('stays: its order stands', 'stands', 'cus_1', null, ${LONG_AGO}),
     ('stays: it could be sent once more', 'young', 'cus_1', null, ${LONG_AGO}),
     ('stays: it is to be sent', 'gone', 'cus_1', now(), ${LONG_AGO})`,
  `insert into discord_incident (id, server_id, reason, closed_at, closing_told_at) values
     ('goes', 'dserv_1', 'x', ${LONG_AGO}, ${LONG_AGO}),
     ('stays: untold', 'dserv_2', 'x', ${LONG_AGO}, null),
     ('stays: open', 'dserv_3', 'x', null, null)`,
  `insert into discord_sync_run (id, kind, status, finished_at) values
     ('goes', 'role_mapping', 'completed', ${LONG_AGO}),
     ('goes too', 'order_backfill', 'failed', ${LONG_AGO}),
     ('stays: a comparison', 'reconcile', 'completed', ${LONG_AGO}),
     ('stays: stopped', 'role_mapping', 'canceled', ${LONG_AGO}),
     ('stays: ended lately', 'role_mapping', 'completed', ${LATELY})`,
  `insert into discord_lease (id, owner, expires_at, begun_at) values
     ('token:goes', 'dead', now() - interval '2 days', null),
     ('token:stays, held', 'alive', now(), null),
     ('lane:stays', 'dead', now() - interval '2 days', null),
     ('chore:stays', 'dead', now() - interval '2 days', now())`,
]
const TABLES = ["claim", "connect_message", "incident", "sync_run", "lease"]

describe("what is older than the store wants to know", () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createDatabase()
    for (const statement of ROWS) {
      await rows(database.db, statement)
    }
  }, 60_000)
  afterAll(() => database.drop())

  const ids = async () => {
    const all = await Promise.all(
      TABLES.map((table) => rows<{ id: string }>(database.db, `select id from discord_${table}`)),
    )
    return all.flat().map(({ id }) => id)
  }

  it("goes for good, and nothing that is still needed with it", async () => {
    const before = await ids()
    const goes = before.filter((id) => id.includes("goes"))
    expect(goes).toHaveLength(6)
    expect(await forgetPast(database.db, DAYS)).toBe(goes.length)
    expect((await ids()).sort()).toEqual(before.filter((id) => !goes.includes(id)).sort())
    expect(await forgetPast(database.db, DAYS)).toBe(0)
  })
})
