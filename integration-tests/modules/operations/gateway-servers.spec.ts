import { GuildMFALevel } from "discord-api-types/v10"
import { createGateway } from "../../helpers/engine/engine"
import { eventually } from "../../helpers/eventually"
import { HostileScene } from "../engine/hostile/scene"

const ADD = { method: "PUT", route: "/guilds/:guild/members/:user/roles/:role" }

describe("what the gateway tells of a server", () => {
  let scene: HostileScene
  let gateway: ReturnType<typeof createGateway>

  beforeEach(async () => {
    scene = await HostileScene.open(["Silver", "Gold"])
    gateway = createGateway(scene)
    gateway.start()
    await eventually(() => expect(gateway.state?.connected_at).toEqual(expect.any(String)))
  })
  afterEach(async () => {
    await gateway.stop()
    await scene.close()
  })

  const guildId = () => scene.server.guildId
  const server = async () =>
    (await scene.db("discord_server").first()) as {
      name: string
      bot_role_id: string
      requires_two_factor: boolean
      probe_at: Date
    }
  const statuses = () => scene.db("discord_membership").pluck("status") as Promise<string[]>
  const isGivable = async () => {
    const gold = scene.db("discord_role").where({ name: "Gold" }).first("unassignable_reason")
    return ((await gold) as { unassignable_reason: string | null }).unassignable_reason === null
  }
  /** Changes something of the server and waits until the store has read it. */
  async function changed(name: string): Promise<void> {
    await scene.control.updateGuild(guildId(), { name })
    await eventually(async () => expect((await server()).name).toBe(name))
  }

  it("does not try again who waits for the admin, unless something was mended", async () => {
    const [member = ""] = await scene.addDueMembers(1)
    scene.engine.wake([scene.server.id])
    await eventually(async () => expect(await scene.holders(0)).toEqual([member]))
    await scene.engine.idle()
    await scene.db("discord_membership").update({ status: "waiting_for_admin" })
    await scene.control.clearRequests()
    await changed("Other")
    await scene.engine.idle()
    expect(await statuses()).toEqual(["waiting_for_admin"])
    expect(await scene.control.requests(ADD)).toEqual([])
    // The bot cannot give them any more, and can again.
    const { bot_role_id } = await server()
    await scene.control.updateRole(guildId(), bot_role_id, { position: 1 })
    await eventually(async () => expect(await isGivable()).toBe(false))
    expect(await statuses()).toEqual(["waiting_for_admin"])
    await scene.control.updateRole(guildId(), bot_role_id, { position: "top" })
    await eventually(async () => expect(await statuses()).toEqual(["synced"]))
  })

  it("has a paused server tried soon when something was mended", async () => {
    await scene.control.updateGuild(guildId(), { mfa_level: GuildMFALevel.Elevated })
    await eventually(async () => expect((await server()).requires_two_factor).toBe(true))
    await scene.db("discord_server").update({
      status: "paused",
      pause_code: "60003",
      probe_count: 10,
      probe_at: scene.db.raw("now() + interval '1 hour'"),
    })
    await changed("Other")
    expect((await server()).probe_at.getTime()).toBeGreaterThan(Date.now() + 60_000)
    await scene.control.updateGuild(guildId(), { mfa_level: GuildMFALevel.None })
    await eventually(async () =>
      expect((await server()).probe_at.getTime()).toBeLessThan(Date.now() + 60_000),
    )
  })

  it("is read a little later when Discord did not answer", async () => {
    await scene.control.addFault({ route: "/guilds/:guild", status: 502, times: 1 })
    const patienceMs = 30_000
    await scene.control.updateGuild(guildId(), { name: "Other" })
    await eventually(async () => expect((await server()).name).toBe("Other"), patienceMs)
    expect((await scene.db("discord_server").pluck("status")) as string[]).toEqual(["connected"])
  })
})
