import { meaningOf, type Listener, type Meaning } from "../events.rules"

const BOT = "bot"
const HEARS: Listener = { bot_user_id: BOT, hears_members: true }
const DEAF: Listener = { bot_user_id: BOT, hears_members: false }
const IN = { guild_id: "g" }
const user = { id: "mia" }
const about = { guild_id: "g", discord_user_id: "mia" }
const role = {
  id: "r",
  name: "Gold",
  color: 0,
  position: 1,
  permissions: "0",
  managed: false,
}
const nothing: Meaning = { kind: "nothing" }
const look: Meaning = { kind: "server", guild_id: "g", told: null }
/** Of 2026-01-01 00:00 UTC. */
const ENTRY_AT = 1_767_225_600_000
const ENTRY_ID = String(BigInt(ENTRY_AT - 1_420_070_400_000) << 22n)
const entry = (fields: object) => ({
  ...IN,
  id: ENTRY_ID,
  user_id: "mod",
  target_id: "mia",
  ...fields,
})

describe("what an event of the gateway means", () => {
  it.each<[string, string | null, unknown, Listener, Meaning]>([
    [
      "a session: who the bot is, and where it is",
      "READY",
      { user: { id: BOT }, guilds: [{ id: "g" }] },
      HEARS,
      { kind: "ready", bot_user_id: BOT, guild_ids: ["g"] },
    ],
    [
      "a server that is there: how it is",
      "GUILD_CREATE",
      { id: "g", name: "Crowd", icon: null, roles: [role] },
      HEARS,
      {
        kind: "server",
        guild_id: "g",
        told: {
          name: "Crowd",
          icon: null,
          roles: [
            { role_id: "r", name: "Gold", color: 0, position: 1, permissions: "0", managed: false },
          ],
        },
      },
    ],
    ["a changed server: a look", "GUILD_UPDATE", { id: "g" }, HEARS, look],
    ["an outage: nothing", "GUILD_DELETE", { id: "g", unavailable: true }, HEARS, nothing],
    ["being thrown out: a look", "GUILD_DELETE", { id: "g" }, HEARS, look],
    ["a new role: a look", "GUILD_ROLE_CREATE", IN, HEARS, look],
    ["a changed role: a look", "GUILD_ROLE_UPDATE", IN, HEARS, look],
    ["a deleted role: a look", "GUILD_ROLE_DELETE", IN, HEARS, look],
    [
      "a newcomer: how they stand",
      "GUILD_MEMBER_ADD",
      { ...IN, user, roles: ["r"], joined_at: "2026-01-01T00:00:00Z", pending: true },
      HEARS,
      {
        kind: "member",
        told: {
          ...about,
          kind: "present",
          role_ids: ["r"],
          joined_at: "2026-01-01T00:00:00Z",
          pending: true,
        },
      },
    ],
    [
      "the bot's own roles: a look at the server",
      "GUILD_MEMBER_UPDATE",
      { ...IN, user: { id: BOT }, roles: [] },
      HEARS,
      look,
    ],
    [
      "who left",
      "GUILD_MEMBER_REMOVE",
      { ...IN, user },
      HEARS,
      { kind: "member", told: { ...about, kind: "left" } },
    ],
    [
      "a ban",
      "GUILD_BAN_ADD",
      { ...IN, user },
      HEARS,
      { kind: "member", told: { ...about, kind: "banned" } },
    ],
    [
      "its end",
      "GUILD_BAN_REMOVE",
      { ...IN, user },
      HEARS,
      { kind: "member", told: { ...about, kind: "unbanned" } },
    ],
    [
      "roles by hand, for who is not told of members",
      "GUILD_AUDIT_LOG_ENTRY_CREATE",
      entry({
        action_type: 25,
        changes: [
          { key: "$remove", new_value: [{ id: "r", name: "Gold" }] },
          { key: "nick", new_value: "Mia" },
        ],
      }),
      DEAF,
      { kind: "member", told: { ...about, kind: "changed", added: [], removed: ["r"] } },
    ],
    [
      "a kick, for who is not told of members",
      "GUILD_AUDIT_LOG_ENTRY_CREATE",
      entry({ action_type: 20 }),
      DEAF,
      { kind: "member", told: { ...about, kind: "left", at: ENTRY_AT } },
    ],
    [
      "the same, for who is: nothing new",
      "GUILD_AUDIT_LOG_ENTRY_CREATE",
      entry({ action_type: 25 }),
      HEARS,
      nothing,
    ],
    [
      "what the bot did itself",
      "GUILD_AUDIT_LOG_ENTRY_CREATE",
      entry({ action_type: 25, user_id: BOT }),
      DEAF,
      nothing,
    ],
    ["another entry", "GUILD_AUDIT_LOG_ENTRY_CREATE", entry({ action_type: 1 }), DEAF, nothing],
    ["what nobody listens to", "TYPING_START", IN, HEARS, nothing],
    ["an acknowledgement", null, null, HEARS, nothing],
    ["a form that nobody knows", "GUILD_MEMBER_ADD", { user: 7 }, HEARS, nothing],
  ])("%s", (_, t, d, listener, meaning) => {
    expect(meaningOf({ t, d }, listener)).toEqual(meaning)
  })
})
