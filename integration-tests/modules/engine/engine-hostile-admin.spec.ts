import { APPLICATION } from "../../helpers/store/application"
import { eventually } from "../../helpers/eventually"
import { HostileScene } from "./hostile/scene"

const BACKLOG = 500
/** When the trouble begins: some were served, most were not. */
const SERVED_FIRST = 60
const INVALID_AT_MOST = 20
const PATIENCE_MS = 30_000
const MANAGE_ROLES = "268435456"
const CREATE_INVITE = "1"
const BOTH = "268435457"
const REFUSED = 50013

describe("a server whose admin changes things half-way", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Silver", "Gold"])
  })

  afterEach(async () => {
    await scene.close()
  })

  const control = () => scene.control
  const guildId = () => scene.server.guildId
  const halfWay = () =>
    eventually(
      async () => expect((await scene.holders(1)).length).toBeGreaterThan(SERVED_FIRST),
      PATIENCE_MS,
    )
  const allHold = (userIds: string[], role: number) =>
    eventually(
      async () => expect((await scene.holders(role)).sort()).toEqual([...userIds].sort()),
      PATIENCE_MS,
    )
  const expectFewInvalid = async () =>
    expect(await control().invalidRequests()).toBeLessThanOrEqual(INVALID_AT_MOST)
  const setBot = async (permissions: string, position: number | "top" = "top") =>
    control().updateRole(guildId(), await botRole(), { permissions, position })
  const botRole = async () => {
    const role = (await control().roles(guildId())).find(({ tags }) => tags?.bot_id !== undefined)
    if (!role) {
      throw new Error("The bot has no role")
    }
    return role.id
  }

  it("lets the others go on when a role is deleted", async () => {
    const gold = await scene.addDueMembers(BACKLOG, 1)
    await halfWay()
    await control().deleteRole(guildId(), scene.roleId(1))
    await eventually(async () => expect((await scene.statuses()).due ?? 0).toBe(0), PATIENCE_MS)
    const words = "The role Gold was deleted in Discord. Choose another role."
    expect(await scene.adminWords()).toEqual([words])
    const { synced = 0, waiting_for_admin = 0 } = await scene.statuses()
    expect(synced + waiting_for_admin).toBe(gold.length)
    await allHold(await scene.addDueMembers(20, 0), 0)
    await expectFewInvalid()
    // A role that is not there is asked for by the few calls that were under way.
    const asked = (await scene.memberCalls()).filter(({ code }) => code === 10011)
    expect(asked.length).toBeLessThanOrEqual(INVALID_AT_MOST)
  })

  it("is paused when the bot is thrown out, and goes on where it stopped when it is back", async () => {
    const gold = await scene.addDueMembers(BACKLOG, 1)
    await halfWay()
    await control().removeBot(guildId(), APPLICATION.client_id)
    await eventually(async () =>
      expect(await scene.serverState()).toEqual({
        status: "paused",
        pause_reason: "The bot is not in this Discord server any more. Add it again.",
      }),
    )
    await scene.engine.idle()
    await scene.engine.sweep()
    await scene.engine.heal()
    await scene.engine.idle()
    await expectFewInvalid()
    expect(await scene.serverState()).toMatchObject({ status: "paused" })

    await control().installBot(guildId(), APPLICATION.client_id, { position: "top" })
    await scene.engine.heal()
    await allHold(gold, 1)
    expect(await scene.serverState()).toEqual({ status: "connected", pause_reason: null })
    await expectFewInvalid()
  })

  it("waits with words when the bot's role is dragged below a mapped one; other roles go on", async () => {
    const gold = await scene.addDueMembers(BACKLOG, 1)
    await halfWay()
    // Above Silver, below Gold.
    await setBot(BOTH, 2)
    await eventually(async () => expect((await scene.statuses()).due ?? 0).toBe(0), PATIENCE_MS)
    expect(await scene.adminWords()).toEqual([
      "The bot's role sits too low to give Gold. In Discord: Server Settings > Roles, drag the bot's role above Gold.",
    ])
    await allHold(await scene.addDueMembers(20, 0), 0)
    await scene.engine.heal()
    await scene.engine.idle()
    await expectFewInvalid()
    expect((await scene.holders(1)).length).toBeLessThan(gold.length)

    await setBot(BOTH)
    await scene.engine.heal()
    await allHold(gold, 1)
    await expectFewInvalid()
  })

  it("takes no role away that the bot may not touch, and takes them all when it may again", async () => {
    const gold = await scene.addDueMembers(BACKLOG, 1)
    await allHold(gold, 1)
    await setBot(BOTH, 2)
    await scene.endAccess(1)
    await eventually(
      async () => expect(await scene.statuses()).toEqual({ waiting_for_admin: BACKLOG }),
      PATIENCE_MS,
    )
    expect(await scene.adminWords()).toEqual([
      "The bot's role sits too low to give Gold. In Discord: Server Settings > Roles, drag the bot's role above Gold.",
    ])
    await expectFewInvalid()

    await setBot(BOTH)
    await scene.engine.heal()
    await allHold([], 1)
    await expectFewInvalid()
  })

  it("is paused without Manage Roles, and goes on when it is given back", async () => {
    const gold = await scene.addDueMembers(BACKLOG, 1)
    await halfWay()
    await setBot(CREATE_INVITE)
    await eventually(async () =>
      expect(await scene.serverState()).toEqual({
        status: "paused",
        pause_reason:
          "The bot lacks the Manage Roles permission. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Manage Roles.",
      }),
    )
    await scene.engine.idle()
    await scene.engine.heal()
    await scene.engine.idle()
    await expectFewInvalid()

    await setBot(BOTH)
    await scene.engine.heal()
    await allHold(gold, 1)
    await expectFewInvalid()
  })

  it("joins nobody without Create Invite, still serves its members, and joins all when it is given back", async () => {
    const buyers = await scene.linkMany(30)
    await setBot(MANAGE_ROLES)
    for (const { customerId } of buyers) {
      await scene.buy(customerId, 1)
    }
    const members = await scene.addDueMembers(50, 1)
    await allHold(members, 1)
    await eventually(async () =>
      expect(await scene.statuses()).toEqual({
        synced: members.length,
        waiting_for_admin: buyers.length,
      }),
    )
    expect(await scene.adminWords()).toEqual([
      "The bot lacks the Create Invite permission, so it cannot bring buyers in. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Create Invite.",
    ])
    // Those that were under way at the same moment; nobody after them.
    const refused = (await scene.memberCalls()).filter(({ code }) => code === REFUSED)
    expect(refused.length).toBeLessThanOrEqual(4)

    await setBot(BOTH)
    await scene.engine.heal()
    await allHold([...members, ...buyers.map(({ userId }) => userId)], 1)
    await expectFewInvalid()
  })
})

describe("a bot whose token is refused", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Gold"])
  })

  afterEach(async () => {
    await scene.control.updateApplication(APPLICATION.client_id, {
      bot_token: APPLICATION.bot_token,
    })
    await scene.close()
  })

  it("stops everything and says so, and goes on when the token is good again", async () => {
    const members = await scene.addDueMembers(BACKLOG)
    await eventually(async () =>
      expect((await scene.holders()).length).toBeGreaterThan(SERVED_FIRST),
    )
    await scene.control.updateApplication(APPLICATION.client_id, { bot_token: "another-token" })
    const words = "Discord refuses the bot token. Put the current token into botToken and restart."
    await eventually(() => expect(scene.engine.haltReason).toBe(words))
    await scene.engine.idle()
    await scene.engine.sweep()
    await scene.engine.heal()
    await scene.engine.idle()
    expect(scene.engine.haltReason).toBe(words)
    expect(scene.logged.join("\n")).toContain(words)
    // Each call under way is refused, and asks once whether the bot is known at all.
    expect(await scene.control.invalidRequests()).toBeLessThanOrEqual(2 * INVALID_AT_MOST)

    await scene.control.updateApplication(APPLICATION.client_id, {
      bot_token: APPLICATION.bot_token,
    })
    await scene.engine.heal()
    expect(scene.engine.haltReason).toBeNull()
    await eventually(
      async () => expect((await scene.holders()).sort()).toEqual([...members].sort()),
      PATIENCE_MS,
    )
  })

  it("takes one refused call for what it is", async () => {
    await scene.control.addFault({ status: 401, message: "401: Unauthorized", times: 1 })
    const members = await scene.addDueMembers(20)
    await eventually(
      async () => expect((await scene.holders()).sort()).toEqual([...members].sort()),
      PATIENCE_MS,
    )
    expect(scene.engine.haltReason).toBeNull()
    expect(await scene.control.invalidRequests()).toBe(1)
  })

  it("does not take an outage for a bad token", async () => {
    await scene.control.addFault({
      route: "/guilds/:guild/members/:user/roles/:role",
      status: 401,
      times: 1,
    })
    await scene.control.addFault({ route: "/users/:user", status: 503, times: 1 })
    await scene.control.addFault({ route: "/users/@me", status: 503, times: 1 })
    const members = await scene.addDueMembers(20)
    await eventually(
      async () => expect((await scene.holders()).sort()).toEqual([...members].sort()),
      PATIENCE_MS,
    )
    expect(scene.engine.haltReason).toBeNull()
  })
})
