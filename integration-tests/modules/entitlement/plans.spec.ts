import type { AdminDiscordEntitlementListResponse } from "../../../src/types/http"
import { connectedBuyer } from "../../helpers/account/buyers"
import { Statements } from "../../helpers/store/statements"
import { storeSuite } from "../../helpers/store/suite"

const PEOPLE = 100_000
/** More than any of the pages below is about. */
const MANY = 5_000
/** Which rows, how many of each state, and the rows by their ids. */
const MAX_STATEMENTS = 3
const TABLE = "discord_entitlement"
const SEEDING_MS = 300_000
/** The one that has to see every row that a filter lets through. */
const IS_COUNT = /count\(\*\) filter/

/** Most has no end; of the rest some is over, some ends by and by, and a little is to come or is suspended. */
const CROWD = `
  insert into discord_entitlement
    (id, source, source_id, variant_id, customer_id, starts_at, ends_at, suspended_at, suspended_reason)
  select 'dent_' || i, case when i % 100 = 7 then 'manual' else 'order' end, 'order_' || i,
         'variant_' || (i % 100), 'cus_' || i,
         now() - interval '1 minute' * (i % 50000) + case when i % 200 = 3 then interval '60 days' else '0' end,
         case when i % 200 = 3 or i % 5 > 1 then null
              when i % 5 = 1 then now() - interval '1 minute' * (i % 40000)
              else now() + interval '1 minute' * (i % 400000) end,
         case when i % 200 = 9 then now() end, case when i % 200 = 9 then 'abuse' end
    from generate_series(1, :people) as i`

const PAGES = [
  "order=-starts_at",
  "order=starts_at&offset=200",
  "order=ends_at",
  "order=-ends_at",
  "state=active&order=-starts_at",
  "state=active&order=ends_at",
  "state=upcoming&order=-starts_at",
  "state=suspended&order=-starts_at",
  "state=ended&order=-ends_at",
  "state=ended&order=-starts_at",
  "variant_id=variant_7&order=-starts_at",
  "source=manual&order=-starts_at",
  "customer_id=cus_17&order=-starts_at",
  "q=nobody&order=-starts_at",
]

storeSuite("a page of who has access, of a hundred thousand", (scene) => {
  it(
    "is read by indexes in a few statements, and only the counts see every row",
    async () => {
      const { admin, databaseUrl, db } = scene()
      await connectedBuyer(scene())
      await db.raw(CROWD, { people: PEOPLE })
      await db.raw("vacuum analyze discord_entitlement")
      const soon = new Date(Date.now() + 7 * 86_400_000).toISOString()
      const endsSoon = `ends_at[$gte]=${new Date().toISOString()}&ends_at[$lte]=${soon}&order=ends_at`
      for (const page of [...PAGES, endsSoon]) {
        const asked = new Statements(db, databaseUrl)
        await asked.during(() =>
          admin.send<AdminDiscordEntitlementListResponse>(
            `/admin/discord/entitlements?limit=20&${page}`,
          ),
        )
        const texts = asked.texts.filter((sql) => sql.includes(TABLE))
        expect([page, texts.filter((sql) => IS_COUNT.test(sql)).length]).toEqual([page, 1])
        expect([page, texts.length > 1 && texts.length <= MAX_STATEMENTS]).toEqual([page, true])
        const ofRows = ({ sql }: { sql: string }) => !IS_COUNT.test(sql)
        const scans = (await asked.scans()).filter(({ tables }) => tables.includes(TABLE))
        expect([page, scans.filter(ofRows)]).toEqual([page, []])
        const looks = (await asked.looks([TABLE])).filter(ofRows)
        expect([page, looks.filter(({ rows }) => rows > MANY)]).toEqual([page, []])
      }
    },
    SEEDING_MS,
  )
})
