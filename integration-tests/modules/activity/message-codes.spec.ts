import { newId, rows } from "../../../src/modules/discord/db/db"
import { Migration20261127010000 } from "../../../src/modules/discord/migrations/Migration20261127010000"
import { writeActivity } from "../../../src/modules/discord/activity/activity.store"
import { render, say, stored, type Message } from "../../../src/messages"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"

const dispute = say("entitlement.dispute")
const named = { id: "dent_1", variant_id: "variant_1", customer_id: "cus_1" }

/** Sentences as they were stored before they had codes, whatever kind they are of. */
const KNOWN: Message[] = [
  say("discord.banned"),
  say("discord.create_invite_missing"),
  say("discord.refused_join", { status: "403", code: "150009" }),
  say("discord.refused_join_said", { status: "403", code: "150009", words: "No: not (today)." }),
  say("role.above_bot", { role: "Gold. Co (old)" }),
  say("role.manage_roles_missing"),
  say("membership.stays", { roles: "Moderator, Booster" }),
  say("activity.mapped", { variants: "variant_1, variant_2" }),
  say("activity.tested"),
  say("entitlement.until", { ...named, date: "2026-03-01T12:00:00.000Z" }),
  say("entitlement.until_note", {
    ...named,
    date: "2026-03-01T12:00:00.000Z",
    note: "VIP (since 2019)",
  }),
  say("entitlement.endless_undone", named),
  say("entitlement.suspension", { ...named, source_id: "order_1", reason: dispute }),
  say("entitlement.suspension_note", {
    ...named,
    source_id: "order_1",
    reason: dispute,
    note: "Card it's",
  }),
  say("subscription.order_failed", { id: "order_1", why: "it's gone. Twice" }),
  say("consent.failed_client"),
  say("claim.taken"),
]

describe("sentences that were stored before they had codes", () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createDatabase()
  }, 60_000)
  beforeEach(async () => {
    await database.db.raw("truncate discord_activity_entry")
  })
  afterAll(() => database.drop())

  const migrate = async (direction: "up" | "down") => {
    // Its driver and config serve transactions of its own, which it has none of.
    const migration = new Migration20261127010000(undefined as never, undefined as never)
    await migration[direction]()
    for (const query of migration.getQueries()) {
      await database.db.raw(query as string)
    }
  }
  const write = (message: string) =>
    database
      .db("discord_activity_entry")
      .insert({ id: newId("dact"), action: "member_read", message })
  const details = () =>
    rows<{ message: string; message_detail: Message | null }>(
      database.db,
      "select message, message_detail from discord_activity_entry order by created_at, id",
    )

  it("get the code that they are made of, and say the same", async () => {
    for (const message of KNOWN) {
      await write(render(message))
    }
    await migrate("up")
    const found = new Map((await details()).map((row) => [row.message, row.message_detail]))
    expect(KNOWN.map((message) => found.get(render(message)))).toEqual(KNOWN)
  })

  it("keep their words where nothing is known of them", async () => {
    const words = "Discord said something in 2025. The bot is not in the server, they say."
    await write(words)
    await migrate("up")
    expect(await details()).toEqual([{ message: words, message_detail: null }])
    expect(stored(words, null)).toEqual(say("activity.as_written", { words }))
  })

  it("lose nothing on the way back and forth", async () => {
    await writeActivity(database.db, [{ action: "member_read", message: say("discord.banned") }])
    await migrate("down")
    await migrate("up")
    expect(await details()).toEqual([
      { message: render(say("discord.banned")), message_detail: say("discord.banned") },
    ])
  })
})
