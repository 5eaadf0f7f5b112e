import { storeSuite } from "../helpers/suite"

const JOIN = "PUT /guilds/:guild/members/:user"
const READ = "GET /guilds/:guild/members/:user"
const ADD = "PUT /guilds/:guild/members/:user/roles/:role"
const REMOVE = "DELETE /guilds/:guild/members/:user/roles/:role"

storeSuite("from an order to a role", (scene) => {
  it("joins a buyer who is not in the server, with the role, in one call", async () => {
    const { discord, newBuyer, setUp } = scene()
    await setUp()
    const { customer, userId } = await newBuyer("ada")
    await customer.connect(discord, userId)
    const before = await discord.now()
    await customer.buy("Gold")
    await discord.expectRoles(userId, ["Gold"])
    await scene().service.engine.idle()
    expect(await discord.callsFor(userId, before)).toEqual([JOIN])
  })

  it("serves a buyer who was not linked yet the moment they link", async () => {
    const { discord, newBuyer, setUp } = scene()
    await setUp()
    const { customer, userId } = await newBuyer("ben")
    await customer.buy("Silver", "Bronze")
    expect(await discord.rolesOf(userId)).toBeNull()
    await customer.connect(discord, userId)
    await discord.expectRoles(userId, ["Bronze", "Silver"])
    await scene().service.engine.idle()
    expect(await discord.callsFor(userId)).toEqual([JOIN])
  })

  it("takes at most three calls the first time for someone who is in the server, then one each", async () => {
    const { admin, discord, newBuyer, setUp, service } = scene()
    await setUp()
    const { customer, userId } = await newBuyer("cem")
    await discord.control.addMember(discord.guildId, userId)
    await customer.connect(discord, userId)
    await customer.buy("Bronze")
    await discord.expectRoles(userId, ["Bronze"])
    await service.engine.idle()
    expect(await discord.callsFor(userId)).toEqual([JOIN, READ, ADD])

    const beforeSecond = await discord.now()
    const order = await customer.buy("Gold")
    await discord.expectRoles(userId, ["Bronze", "Gold"])
    await service.engine.idle()
    expect(await discord.callsFor(userId, beforeSecond)).toEqual([ADD])

    const beforeCancel = await discord.now()
    await admin.send(`/admin/orders/${order}/cancel`, { method: "POST" })
    await discord.expectRoles(userId, ["Bronze"])
    await service.engine.idle()
    expect(await discord.callsFor(userId, beforeCancel)).toEqual([REMOVE])
  })
})
