import { randomBytes } from "node:crypto"
import { Keyring } from "../../../src/modules/discord/security/keyring"
import {
  replaceTokens,
  saveTokens,
} from "../../../src/modules/discord/account/account-tokens.store"
import { newId } from "../../../src/modules/discord/db/db"
import { openTokens, sealTokens } from "../../../src/modules/discord/account/tokens.service"
import { TokenSeals } from "../../../src/modules/discord/account/token-seals.service"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"
import { eventually } from "../../helpers/eventually"

const newKey = (id: string) => ({ id, key: randomBytes(32).toString("hex") })
const FIRST = newKey("2025")
const SECOND = newKey("2026")
const NEWEST = newKey("2027")
const expires_at = new Date(Date.now() + 3_600_000)
const pairOf = (name: string) => ({ access_token: `a_${name}`, refresh_token: `r_${name}` })

describe("the seals of customers' tokens", () => {
  let database: TestDatabase
  const said: string[] = []

  beforeAll(async () => {
    database = await createDatabase()
  }, 60_000)
  beforeEach(async () => {
    said.length = 0
    await database.db.raw("truncate discord_account cascade")
    await database.db.raw("truncate discord_account_token, discord_cart_consent cascade")
  })
  afterAll(() => database.drop())

  function sealsOf(keyring: Keyring): TokenSeals {
    const say = (text: string) => void said.push(text)
    return new TokenSeals({
      db: database.db,
      keyring,
      logger: { info: say, warn: say, error: say },
    })
  }

  /** An account whose tokens one keyring sealed. @returns its id */
  async function newAccount(keyring: Keyring, name: string): Promise<string> {
    const id = newId("dacc")
    await database.db("discord_account").insert({
      id,
      discord_user_id: `user_${id}`,
      username: name,
      scopes: "{}",
      status: "linked",
    })
    const pair = { ...pairOf(name), expires_at, scopes: [] }
    await saveTokens(database.db, id, sealTokens(keyring, id, pair))
    return id
  }

  async function sealedOf(account_id: string): Promise<string> {
    const [row] = await database
      .db<{ sealed: string }>("discord_account_token")
      .where({ account_id })
    return row?.sealed ?? ""
  }

  /** As the first versions sealed: not bound to a row. */
  async function unbind(
    { id, key }: { id: string; key: string },
    account_id: string,
  ): Promise<void> {
    const sealed = new Keyring([{ id, key }]).seal(JSON.stringify(pairOf("old")), "")
    await database
      .db("discord_account_token")
      .where({ account_id })
      .update({ sealed: sealed.replace(/\.1$/, "") })
  }

  const opened = async (keyring: Keyring, account_id: string) =>
    openTokens(keyring, { account_id, sealed: await sealedOf(account_id) })

  it("come under the newest key, whichever older key they are under, and the older ones may go", async () => {
    const accounts: string[] = []
    for (const [i, keys] of [[FIRST], [SECOND, FIRST], [SECOND], [NEWEST]].entries()) {
      accounts.push(await newAccount(new Keyring(keys), `mia${i}`))
    }
    const seals = sealsOf(new Keyring([NEWEST, SECOND, FIRST]))
    expect(await seals.count()).toEqual({ stale: 3, lost: 0 })
    expect(await seals.renew(2)).toBe(3)
    expect(await seals.count()).toEqual({ stale: 0, lost: 0 })
    const newest = new Keyring([NEWEST])
    for (const [i, account] of accounts.entries()) {
      expect(await opened(newest, account)).toEqual(pairOf(`mia${i}`))
    }
    expect(await seals.renew()).toBe(0)
  })

  it("of a guest's cart come under the newest key as well, and open for its order", async () => {
    const id = newId("dcart")
    const { sealed } = sealTokens(new Keyring([FIRST]), id, { ...pairOf("gina"), expires_at })
    await database.db("discord_cart_consent").insert({
      ...{ id, cart_id: "cart_1", discord_user_id: "user_gina", username: "gina", scopes: "{}" },
      ...{ sealed, token_expires_at: expires_at, expires_at },
    })
    expect(await sealsOf(new Keyring([NEWEST])).count()).toEqual({ stale: 0, lost: 1 })
    const seals = sealsOf(new Keyring([NEWEST, FIRST]))
    expect(await seals.count([`${FIRST.id}.x.1`, "gone.x.1", `${NEWEST.id}.x.1`])).toEqual({
      stale: 2,
      lost: 1,
    })
    expect(await seals.renew()).toBe(1)
    const [row] = await database.db<{ sealed: string }>("discord_cart_consent")
    const anew = { account_id: id, sealed: row?.sealed ?? "" }
    expect(openTokens(new Keyring([NEWEST]), anew)).toEqual(pairOf("gina"))
  })

  it("are bound to their row when they were not", async () => {
    const account = await newAccount(new Keyring([NEWEST]), "mia")
    await unbind(NEWEST, account)
    const keyring = new Keyring([NEWEST])
    expect(await sealsOf(keyring).count()).toEqual({ stale: 1, lost: 0 })
    expect(await sealsOf(keyring).renew()).toBe(1)
    expect(await opened(keyring, account)).toEqual(pairOf("old"))
    const sealed = await sealedOf(account)
    expect(() => openTokens(keyring, { account_id: "dacc_other", sealed })).toThrow()
  })

  it("whose key is gone are counted, left as they are, and keep no others back", async () => {
    const lost = await newAccount(new Keyring([FIRST]), "lost")
    const before = await sealedOf(lost)
    const stale = await newAccount(new Keyring([SECOND]), "mia")
    const keyring = new Keyring([NEWEST, SECOND])
    const seals = sealsOf(keyring)
    expect(await seals.count()).toEqual({ stale: 1, lost: 1 })
    expect(await seals.renew()).toBe(1)
    expect(await seals.count()).toEqual({ stale: 0, lost: 1 })
    expect(await sealedOf(lost)).toBe(before)
    expect(await opened(keyring, stale)).toEqual(pairOf("mia"))

    expect(await sealsOf(new Keyring([NEWEST, SECOND, FIRST])).renew()).toBe(1)
    expect(await opened(keyring, lost)).toEqual(pairOf("lost"))
  })

  it("that do not open under their key's id are told by number, never by content", async () => {
    const impostor = { id: SECOND.id, key: newKey("").key }
    const accounts = []
    for (let i = 0; i < 3; i++) accounts.push(await newAccount(new Keyring([impostor]), `x${i}`))
    const good = await newAccount(new Keyring([SECOND]), "mia")
    const seals = sealsOf(new Keyring([NEWEST, SECOND]))
    expect(await seals.renew(1)).toBe(1)
    expect(await opened(new Keyring([NEWEST]), good)).toEqual(pairOf("mia"))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(`"2026"`)
    expect(said[0]).toContain("3")
    for (const account of accounts) {
      expect(said[0]).not.toContain((await sealedOf(account)).split(".")[1])
    }
  })

  it("are left alone when the customer's tokens were renewed meanwhile", async () => {
    const account = await newAccount(new Keyring([SECOND]), "before")
    const keyring = new Keyring([NEWEST, SECOND])
    const refresh = await database.db.transaction()
    const pair = { ...pairOf("after"), expires_at, scopes: [] }
    const tokens = sealTokens(new Keyring([NEWEST]), account, pair)
    await replaceTokens(refresh, account, await sealedOf(account), tokens)
    // The row is read as it was, and written when the refresh is through.
    const renewal = sealsOf(keyring).renew()
    await eventually(async () => {
      const { rows } = await database.db.raw<{ rows: unknown[] }>(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rows).toHaveLength(1)
    })
    await refresh.commit()
    expect(await renewal).toBe(0)
    expect(await opened(new Keyring([NEWEST]), account)).toEqual(pairOf("after"))
  })

  it("are gone on with after a process died in the middle", async () => {
    for (let i = 0; i < 5; i++) await newAccount(new Keyring([SECOND]), `mia${i}`)
    const dying = new Keyring([NEWEST, SECOND])
    const seal = dying.seal.bind(dying)
    let sealed = 0
    dying.seal = (text, context) => {
      if (++sealed > 2) throw new Error("killed")
      return seal(text, context)
    }
    await expect(sealsOf(dying).renew()).rejects.toThrow("killed")
    const seals = sealsOf(new Keyring([NEWEST, SECOND]))
    expect(await seals.count()).toEqual({ stale: 3, lost: 0 })
    expect(await seals.renew()).toBe(3)
    expect(await seals.count()).toEqual({ stale: 0, lost: 0 })
  })
})
