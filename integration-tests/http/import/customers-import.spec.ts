import { Modules } from "@medusajs/framework/utils"
import type {
  AdminDiscordImportRow,
  AdminImportDiscordCustomers,
  AdminImportDiscordCustomersResponse,
} from "../../../src/types/http"
import { grantEntitlementWorkflow } from "../../../src/workflows/entitlement"
import { storeSuite, type Scene } from "../../helpers/store/suite"

const IMPORTS = "/admin/discord/imports"
const NOBODY = "999999999999999999"

/** A store that steps in when access is given, and may fail. */
const hook = { fails: false }
grantEntitlementWorkflow.hooks.entitlementGranted(async () => {
  await Promise.resolve()
  if (hook.fails) {
    throw new Error("the store says no")
  }
})

const importFile = async ({ admin }: Scene, body: AdminImportDiscordCustomers) =>
  admin.send<AdminImportDiscordCustomersResponse>(IMPORTS, { body })

const told = ({ rows }: { rows: AdminDiscordImportRow[] }) =>
  rows.map(({ row, outcomes, reason_detail }) => [row, ...outcomes, reason_detail?.code ?? null])

storeSuite("an import of customers", (scene) => {
  const written = async () => {
    const { db } = scene()
    return {
      access: await db("discord_entitlement"),
      links: await db("discord_account_link"),
      activity: await db("discord_activity_entry").whereIn("action", [
        "access_granted",
        "access_changed",
        "account_linked",
      ]),
    }
  }

  it("says what it would do and does nothing, does what it can, and has nothing to do the next time", async () => {
    const { discord, newBuyer, setUp, settled, store } = scene()
    await setUp()
    const { customer: ada, userId } = await newBuyer("ada")
    const { customer: ben } = await newBuyer("ben")
    await discord.control.addMember(discord.guildId, userId)
    const csv = [
      "\uFEFFemail;variant_id;ends_at;discord_user_id;note",
      `ADA@test.store;${store.variants.Gold};2099-12-31;${userId};"won;\nthe raffle"`,
      `ben@test.store;${store.variants.Silver};;;`,
      `nobody@test.store;${store.variants.Gold};;;`,
      `ben@test.store;variant_none;2001-01-01;ben;`,
      `ben@test.store;${store.variants.Silver};2099-01-01;;`,
    ].join("\r\n")
    const refused = [
      [4, "refused", "import.no_customer_with_email"],
      [5, "refused", "refusal.several"],
      [6, "refused", "import.access_twice"],
    ]
    const before = await written()
    const dry = await importFile(scene(), { csv, dry_run: true })
    expect(told(dry)).toEqual([
      [2, "will_grant", "will_link", null],
      [3, "will_grant", null],
      ...refused,
    ])
    expect(dry).toMatchObject({ dry_run: true, count: 5, next_offset: null, delimiter: ";" })
    expect(dry.counts).toMatchObject({ will_grant: 2, will_link: 1, refused: 3 })
    expect(dry.rows[0]).toMatchObject({
      customer: { id: ada.id, email: "ada@test.store" },
      variant: { id: store.variants.Gold, title: "Gold", product_title: "Community membership" },
      ends_at: "2099-12-31T23:59:59.999Z",
      discord_user_id: userId,
      notices: [],
    })
    expect(dry.rows[1]?.notices).toEqual([expect.stringMatching(/has not connected Discord/)])
    expect(await written()).toEqual(before)

    const done = await importFile(scene(), { csv })
    expect(told(done)).toEqual([[2, "granted", "linked", null], [3, "granted", null], ...refused])
    expect(done).toMatchObject({ dry_run: false, next_offset: null })
    await discord.expectRoles(userId, ["Gold"])
    await settled()
    const after = await written()
    expect(after.access).toHaveLength(2)
    expect(after.access).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          customer_id: ada.id,
          source_id: `import:${ada.id}`,
          ends_at: new Date("2099-12-31T23:59:59.999Z"),
          note: "won;\nthe raffle",
          actor_id: expect.stringMatching(/^user_/) as string,
        }),
        expect.objectContaining({ customer_id: ben.id, ends_at: null }),
      ]),
    )
    expect(told(await importFile(scene(), { csv }))).toEqual([
      [2, "nothing_to_do", null],
      [3, "nothing_to_do", null],
      ...refused,
    ])
    expect(await written()).toEqual(after)
  })

  it("refuses a row that fails on the way, all of it, and goes on with the others", async () => {
    const { db, discord, newBuyer, setUp, store } = scene()
    await setUp()
    await newBuyer("ada")
    const { customer: ben, userId } = await newBuyer("ben")
    const csv = [
      "email,variant_id,discord_user_id",
      `ada@test.store,${store.variants.Gold},${NOBODY}`,
      `ben@test.store,${store.variants.Gold},${userId}`,
    ].join("\n")
    hook.fails = true
    const failed = await importFile(scene(), { csv }).finally(() => (hook.fails = false))
    expect(told(failed)).toEqual([
      [2, "refused", "refusal.user_unknown"],
      [3, "refused", "import.failed"],
    ])
    expect(await db("discord_entitlement")).toEqual([])
    expect(await db("discord_account_link")).toEqual([])
    await discord.control.addMember(discord.guildId, userId)
    expect(told(await importFile(scene(), { csv }))).toEqual([
      [2, "refused", "refusal.user_unknown"],
      [3, "granted", "linked", null],
    ])
    expect(await db("discord_entitlement")).toMatchObject([{ customer_id: ben.id }])
    await discord.expectRoles(userId, ["Gold"])
  })

  it("gives nothing on the strength of a row above that failed", async () => {
    const { newBuyer, setUp, store } = scene()
    await setUp()
    await newBuyer("ada")
    const { Gold, Silver } = store.variants
    const csv = `email,variant_id,discord_user_id\n${[Gold, Silver].map((id) => `ada@test.store,${id},${NOBODY}`).join("\n")}`
    const { rows } = await importFile(scene(), { csv })
    expect(rows.map(({ outcomes }) => outcomes)).toEqual([["refused"], ["refused"]])
    expect(await written()).toMatchObject({ access: [], links: [] })
  })

  it("says of access that no role follows from why, as access by hand does", async () => {
    const { admin, discord, newBuyer, setUp, store } = scene()
    const serverId = await setUp()
    const { customer, userId } = await newBuyer("ada")
    await customer.connect(discord, userId)
    const { Bronze, Gold, Silver } = store.variants
    await admin.send(`/admin/products/${store.productId}/discord-roles`, {
      body: { variants: [{ variant_id: Gold, roles: [] }], apply_to: "new_buyers" },
    })
    const csv = (ids: string[]) =>
      ["customer_id,variant_id", ...ids.map((id) => `${customer.id},${id}`)].join("\n")
    const noticesOf = async (body: AdminImportDiscordCustomers) =>
      (await importFile(scene(), body)).rows.map(({ notice_details }) =>
        notice_details.map(({ code }) => code),
      )
    const byHand = async (variant_id: string) => {
      const body = { customer_id: customer.id, variant_id, reference: `hand ${variant_id}` }
      const { notices } = await admin.send<{ notices: string[] }>("/admin/discord/entitlements", {
        body,
      })
      return notices
    }
    for (const dry_run of [true, false]) {
      expect(await noticesOf({ csv: csv([Gold, Silver]), dry_run })).toEqual([
        ["entitlement.only_others_get"],
        [],
      ])
    }
    expect(await byHand(Gold)).toEqual([expect.stringMatching(/only for purchases of another/)])
    await admin.send(`/admin/discord/servers/${serverId}`, { method: "DELETE" })
    for (const dry_run of [true, false]) {
      expect(await noticesOf({ csv: csv([Bronze]), dry_run })).toEqual([
        ["entitlement.only_in_disconnected"],
      ])
    }
    expect(await byHand(Silver)).toEqual([
      expect.stringMatching(/disconnected servers \(Test Community\)/),
    ])
  })

  it("finds a customer in whatever letters, and says so where several are meant", async () => {
    const { container, db, setUp, store } = scene()
    await setUp()
    const emails = ["Ada.Byron@Test.Store", "TWIN@test.store", "Twin@test.store", "a_b@test.store"]
    await container
      .resolve(Modules.CUSTOMER)
      .createCustomers(emails.map((email) => ({ email, has_account: true })))
    const rows = ["ada.byron@test.store", "twin@test.store", "a%b@test.store", "A_B@test.store"]
    const csv = ["email,sku,variant_id", ...rows.map((email) => `${email},,${store.variants.Gold}`)]
    expect(told(await importFile(scene(), { csv: csv.join("\n") }))).toEqual([
      [2, "granted", null],
      [3, "refused", "import.customer_ambiguous"],
      [4, "refused", "import.no_customer_with_email"],
      [5, "granted", null],
    ])
    expect(await db("discord_entitlement")).toHaveLength(2)
  })

  it("is carried out a part at a time, and gone on with where the part before ended", async () => {
    const { db, newBuyer, setUp, store } = scene()
    await setUp()
    const { customer } = await newBuyer("ada")
    const lines = Array.from(
      { length: 105 },
      (_, n) => `${customer.id},${store.variants.Gold},r${n}`,
    )
    const csv = ["customer_id,variant_id,reference", ...lines].join("\n")
    const rows: number[] = []
    for (let offset: number | null = 0; offset !== null;) {
      const part: AdminImportDiscordCustomersResponse = await importFile(scene(), { csv, offset })
      expect(part.count).toBe(105)
      expect(part.rows.length).toBeLessThanOrEqual(100)
      rows.push(...part.rows.map(({ row }) => row))
      offset = part.next_offset
    }
    expect(rows).toEqual(lines.map((_, index) => index + 2))
    expect(await db("discord_entitlement")).toHaveLength(105)
    for (const offset of [105, 2_000]) {
      const { status, body } = await scene().admin.raw(IMPORTS, { body: { csv, offset } })
      expect([status, body]).toEqual([
        400,
        expect.objectContaining({
          code: "import.offset_beyond",
          message: expect.stringMatching(/file has only 105/) as string,
        }),
      ])
    }
    const again = await importFile(scene(), { csv, dry_run: true })
    expect(again.counts).toMatchObject({ nothing_to_do: 105, will_grant: 0 })
  })

  it("is refused as a whole, with what is wrong by name, where the file is none", async () => {
    const { admin } = scene()
    const files: [string, string, RegExp][] = [
      ["", "import.blank_first_line", /first line is empty/],
      ["note,sku\nx,1", "import.no_customer_column", /email and customer_id/],
      ["email,level,note\nx,1,", "import.unknown_columns", /level\. It knows email, /],
      ["email,note\nx,", "import.no_purpose_column", /variant_id, sku and discord_user_id/],
      ["email,sku\n", "import.empty", /no rows/],
      ['email,sku\n"x,1', "import.unreadable", /line 2/],
      [`email,sku\n${"x,1\n".repeat(2_001)}`, "import.too_many_rows", /2001 rows.*2000 at most/],
      [`email,sku\n${"ü".repeat(600_000)}`, "import.too_large", /1000000 at most/],
    ]
    for (const [csv, code, words] of files) {
      for (const dry_run of [true, false]) {
        const { status, body } = await admin.raw<{ code: string; message: string }>(IMPORTS, {
          body: { csv, dry_run },
        })
        expect([status, body.code]).toEqual([400, code])
        expect(body.message).toMatch(words)
      }
    }
    for (const body of [{}, { csv: 1 }, { csv: "x", offset: -1 }, { csv: "x", rows: [] }]) {
      expect((await admin.raw(IMPORTS, { body })).status).toBe(400)
    }
    expect(
      (await admin.with({ authorization: "" }).raw(IMPORTS, { body: { csv: "" } })).status,
    ).toBe(401)
  })
})
