import type {
  AdminDiscordRole,
  AdminDiscordRoleListResponse,
  AdminDiscordServerListResponse,
  AdminDiscordServerRefreshResponse,
  AdminProductDiscordRolesResponse,
  StoreProductDiscordRolesResponse,
} from "../../src/types/http"
import { connectServer, consentToServer, listRoles, pathOf } from "../helpers/admin"
import { APPLICATION, BACKEND_URL } from "../helpers/application"
import type { RoleName } from "../helpers/discord"
import { eventually } from "../helpers/eventually"
import { HttpClient } from "../helpers/http"
import { storeSuite, type Scene } from "../helpers/suite"

const SERVERS = "/admin/discord/servers"
const CREATE_INVITE = "1"

interface ErrorBody {
  type: string
  message: string
}

storeSuite("from a Discord server to what a variant gives", (scene) => {
  describe("connecting a server", () => {
    it("asks Discord for the bot with Manage Roles and Create Invite, and for proof of the browser", async () => {
      const { admin } = scene()
      const { authorization_url } = await admin.send<{ authorization_url: string }>(
        `${SERVERS}/connect`,
        { method: "POST" },
      )
      expect(Object.fromEntries(new URL(authorization_url).searchParams)).toMatchObject({
        client_id: APPLICATION.client_id,
        scope: "bot identify",
        permissions: "268435457",
        response_type: "code",
        redirect_uri: `${BACKEND_URL}/discord/oauth/callback`,
        code_challenge_method: "S256",
      })
    })

    it("stores the server and its roles, highest first, once the admin consented", async () => {
      const { admin, discord } = scene()
      const page = await admin.raw<string>(await consentToServer(admin, discord))
      expect(page.status).toBe(200)
      expect(page.body).toContain("Discord server connected")
      const list = await admin.send<AdminDiscordServerListResponse>(SERVERS)
      expect(list).toMatchObject({ count: 1, offset: 0, limit: 50 })
      expect(list.servers).toMatchObject([
        { guild_id: discord.guildId, name: "Test Community", status: "connected" },
      ])
      const roles = await listRoles(admin, list.servers[0]?.id ?? "")
      expect(roles.map((role) => role.name)).toEqual([
        "Test Store",
        "Gold",
        "Silver",
        "Bronze",
        "@everyone",
      ])
    })

    it("tells of each role whether the bot can give it, and if not, why and what to do", async () => {
      const { admin, discord } = scene()
      await discord.control.createRole(discord.guildId, { name: "Twitch", managed: true })
      await discord.moveBot(4)
      const serverId = await connectServer(admin, discord)
      const roles = await rolesByName(admin, serverId)
      expect(roles.get("Bronze")).toMatchObject({ assignable: true, reason: null, message: null })
      expect(roles.get("Gold")).toMatchObject({
        assignable: false,
        reason: "above_bot",
        message: expect.stringContaining("drag the bot's role above Gold") as string,
      })
      expect(roles.get("Twitch")).toMatchObject({
        assignable: false,
        reason: "managed",
        message: expect.stringContaining("Discord manages the role Twitch itself") as string,
      })
      expect(roles.get("@everyone")).toMatchObject({
        assignable: false,
        reason: "everyone",
        message: expect.stringContaining("Choose another role") as string,
      })

      await discord.setBotPermissions(CREATE_INVITE)
      const { checks } = await refresh(scene(), serverId)
      expect(checks.find((check) => check.id === "manage_roles")).toMatchObject({
        ok: false,
        fix: expect.stringContaining("switch on Manage Roles") as string,
      })
      expect((await rolesByName(admin, serverId)).get("Bronze")).toMatchObject({
        assignable: false,
        reason: "manage_roles_missing",
        message: expect.stringContaining("switch on Manage Roles") as string,
      })
    })

    it("changes nothing when the admin refuses, and says so", async () => {
      const { admin, discord } = scene()
      const { authorization_url } = await admin.send<{ authorization_url: string }>(
        `${SERVERS}/connect`,
        { method: "POST" },
      )
      const callback = await discord.control.authorize(authorization_url, {
        user_id: discord.ownerId,
        guild_id: discord.guildId,
        decision: "deny",
      })
      expect(callback).toContain("error=access_denied")
      const page = await admin.raw<string>(pathOf(callback))
      expect(page.status).toBe(200)
      expect(page.body).toContain("Nothing was changed")
      expect(await serverCount(admin)).toBe(0)
    })

    it("takes a consent once: the same link again is refused and changes nothing", async () => {
      const { admin, discord } = scene()
      const callback = await consentToServer(admin, discord)
      await admin.send(callback)
      const again = await admin.raw<string>(callback)
      expect(again.status).toBe(400)
      expect(again.body).toContain("has expired or was used already")
      expect(await serverCount(admin)).toBe(1)
    })

    it("refuses a link it never made", async () => {
      const { admin, discord } = scene()
      const url = new URL(await consentToServer(admin, discord), BACKEND_URL)
      url.searchParams.set("state", "made-up")
      const page = await admin.raw<string>(pathOf(url.toString()))
      expect(page.status).toBe(400)
      expect(page.body).toContain("Please start again")
      url.searchParams.delete("state")
      const incomplete = await admin.raw<string>(pathOf(url.toString()))
      expect(incomplete.status).toBe(400)
      expect(incomplete.body).toContain("The address is incomplete")
      expect(await serverCount(admin)).toBe(0)
    })

    it("refuses a link that is older than its ten minutes", async () => {
      const { admin, db, discord } = scene()
      const callback = await consentToServer(admin, discord)
      await db("discord_oauth_state").update({ expires_at: new Date(Date.now() - 1000) })
      const page = await admin.raw<string>(callback)
      expect(page.status).toBe(400)
      expect(page.body).toContain("has expired or was used already")
      expect(await serverCount(admin)).toBe(0)
    })

    it("refuses a link in another browser than the one it was made for", async () => {
      const { admin, baseUrl, discord } = scene()
      const withoutCookie = await new HttpClient(baseUrl).raw<string>(
        await consentToServer(admin, discord),
      )
      expect(withoutCookie.status).toBe(400)
      expect(withoutCookie.body).toContain("opened in another browser")

      // Somebody who began an authorisation of their own, and was sent this one's link.
      const stranger = admin.with({})
      await consentToServer(stranger, discord)
      const withTheirCookie = await stranger.raw<string>(await consentToServer(admin, discord))
      expect(withTheirCookie.status).toBe(400)
      expect(withTheirCookie.body).toContain("opened in another browser")
      expect(await serverCount(admin)).toBe(0)
    })

    it("connects the server Discord names, whatever guild_id the address was changed to", async () => {
      const { admin, discord } = scene()
      const other = await discord.createServer("Somebody else's", ["Victim"])
      const url = new URL(await consentToServer(admin, discord), BACKEND_URL)
      url.searchParams.set("guild_id", other.guildId)
      await admin.send(pathOf(url.toString()))
      const { servers } = await admin.send<AdminDiscordServerListResponse>(SERVERS)
      expect(servers.map((server) => server.guild_id)).toEqual([discord.guildId])
    })

    it("connecting a server again keeps it one server, with its mappings", async () => {
      const { admin, discord, setUp } = scene()
      const serverId = await setUp()
      expect(await connectServer(admin, discord)).toBe(serverId)
      expect(await serverCount(admin)).toBe(1)
      expect(await mappedNames(scene(), "Gold")).toEqual(["Gold"])
    })
  })

  describe("refreshing a server", () => {
    it("makes roles assignable once the bot was moved, and serves who waited for that", async () => {
      const { admin, discord, membershipOf, newBuyer, setUp } = scene()
      const serverId = await setUp()
      await discord.moveBot(1)
      await refresh(scene(), serverId)
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      const waiting = await eventually(async () => {
        const membership = await membershipOf(userId)
        expect(membership?.status).toBe("waiting_for_admin")
        return membership
      })
      expect(waiting?.error_message).toContain("drag the bot's role above Gold")

      await discord.moveBot("top")
      const { checks } = await refresh(scene(), serverId)
      expect(checks.filter(({ severity }) => severity === "error")).toEqual(
        [
          "token",
          "bot_in_server",
          "manage_roles",
          "create_invite",
          "role_position",
          "roles_deleted",
        ].map((id) => expect.objectContaining({ id, ok: true }) as unknown),
      )
      expect((await rolesByName(admin, serverId)).get("Gold")?.assignable).toBe(true)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("names the mapped roles out of the bot's reach, and says when the bot is gone", async () => {
      const { discord, setUp } = scene()
      const serverId = await setUp()
      await discord.moveBot(3)
      const low = await refresh(scene(), serverId)
      expect(low.checks.find((check) => check.id === "role_position")).toMatchObject({
        ok: false,
        message: "The bot cannot give Gold.",
      })
      await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
      const gone = await refresh(scene(), serverId)
      expect(gone.checks).toMatchObject([
        { id: "token", ok: true },
        { id: "bot_in_server", ok: false, message: "The bot is not in the server." },
      ])
    })

    it("says in words that Discord is down", async () => {
      const { admin, discord, setUp } = scene()
      const serverId = await setUp()
      await discord.control.outage(true)
      const { status, body } = await admin.raw<ErrorBody>(`${SERVERS}/${serverId}/refresh`, {
        method: "POST",
      })
      expect([status, body.message]).toEqual([500, "Discord did not answer."])
    })

    it("keeps the mapping of a role that was deleted in Discord, and says so", async () => {
      const { discord, setUp } = scene()
      const serverId = await setUp()
      await discord.control.deleteRole(discord.guildId, discord.roles.Gold)
      await refresh(scene(), serverId)
      const { variants } = await mappings(scene())
      const gold = variants.find((variant) => variant.variant_id === scene().store.variants.Gold)
      expect(gold?.roles).toMatchObject([
        {
          role_id: discord.roles.Gold,
          assignable: false,
          message: "The role Gold was deleted in Discord. Choose another role.",
        },
      ])
    })
  })

  describe("the admin routes of servers", () => {
    it("answer 401 to anyone but an admin", async () => {
      const { baseUrl, newBuyer, setUp, store } = scene()
      const serverId = await setUp()
      const { customer } = await newBuyer("ada")
      const routes: [string, string][] = [
        ["GET", SERVERS],
        ["POST", `${SERVERS}/connect`],
        ["GET", `${SERVERS}/${serverId}`],
        ["GET", `${SERVERS}/${serverId}/roles`],
        ["POST", `${SERVERS}/${serverId}/refresh`],
        ["GET", `/admin/products/${store.productId}/discord-roles`],
        ["POST", `/admin/products/${store.productId}/discord-roles`],
      ]
      for (const [method, path] of routes) {
        for (const http of [new HttpClient(baseUrl), customer.http]) {
          expect([method, path, (await http.raw(path, { method })).status]).toEqual([
            method,
            path,
            401,
          ])
        }
      }
    })

    it("answer 404 in words for a server they do not know", async () => {
      const { admin } = scene()
      for (const [method, path] of [
        ["GET", `${SERVERS}/dserv_none`],
        ["GET", `${SERVERS}/dserv_none/roles`],
        ["POST", `${SERVERS}/dserv_none/refresh`],
      ] as const) {
        const { status, body } = await admin.raw<ErrorBody>(path, { method })
        expect([path, status, body.type]).toEqual([path, 404, "not_found"])
        expect(body.message).toContain("Discord server dserv_none was not found")
      }
    })

    it("page, sort, search and select fields as Medusa's lists do", async () => {
      const { admin, discord } = scene()
      await connectServer(admin, discord)
      const second = await discord.createServer("Another Community", ["VIP"])
      await connectServer(admin, discord, second.guildId)
      const list = (query: string) =>
        admin.send<AdminDiscordServerListResponse>(`${SERVERS}?${query}`)

      const firstPage = await list("order=name&limit=1&fields=id,name")
      expect(firstPage).toMatchObject({ count: 2, offset: 0, limit: 1 })
      expect(firstPage.servers).toEqual([
        { id: expect.any(String) as string, name: "Another Community" },
      ])
      const secondPage = await list("order=name&limit=1&offset=1")
      expect(secondPage).toMatchObject({ count: 2, offset: 1, limit: 1 })
      expect(secondPage.servers.map((server) => server.name)).toEqual(["Test Community"])
      const backwards = await list("order=-name")
      expect(backwards.servers.map((server) => server.name)).toEqual([
        "Test Community",
        "Another Community",
      ])
      expect((await list("q=another")).servers.map((server) => server.name)).toEqual([
        "Another Community",
      ])
      expect((await list("status=paused")).count).toBe(0)
      const wrong = await admin.raw<ErrorBody>(`${SERVERS}?colour=red`)
      expect(wrong.status).toBe(400)
      expect(wrong.body.message).toContain("colour")
    })

    it("list a server's roles in pages too, and never call a role unassignable for want of a field", async () => {
      const { admin, discord } = scene()
      const serverId = await connectServer(admin, discord)
      const list = (query: string) =>
        admin.send<AdminDiscordRoleListResponse>(`${SERVERS}/${serverId}/roles?${query}`)
      const page = await list("limit=2&offset=1")
      expect(page).toMatchObject({ count: 5, offset: 1, limit: 2 })
      expect(page.roles.map((role) => role.name)).toEqual(["Gold", "Silver"])
      expect((await list("q=bron")).roles).toMatchObject([{ name: "Bronze", assignable: true }])
      const [narrow] = (await list("q=bron&fields=id,name")).roles
      expect(narrow).toMatchObject({ name: "Bronze" })
      expect(narrow?.assignable).not.toBe(false)
    })
  })

  describe("mapping variants to roles", () => {
    it("gives back what was saved, with the days of access", async () => {
      const { discord, store } = scene()
      await connectServer(scene().admin, discord)
      const saved = await saveMappings(scene(), [
        {
          variant_id: store.variants.Gold,
          roles: [
            { role_id: discord.roles.Gold, access_days: 30 },
            { role_id: discord.roles.Bronze },
          ],
        },
      ])
      expect(saved.status).toBe(200)
      const { variants } = await mappings(scene())
      expect(saved.body).toEqual({ variants })
      expect(variants).toHaveLength(3)
      expect(variants.find((variant) => variant.variant_id === store.variants.Gold)?.roles).toEqual(
        [
          {
            role_id: discord.roles.Gold,
            access_days: 30,
            name: "Gold",
            color: 0,
            server_id: expect.any(String) as string,
            server_name: "Test Community",
            assignable: true,
            message: null,
          },
          expect.objectContaining({ role_id: discord.roles.Bronze, access_days: null }),
        ],
      )
    })

    it("keeps the roles of variants that a save does not name, and empties those named with none", async () => {
      const { setUp, store } = scene()
      await setUp()
      await saveMappings(scene(), [{ variant_id: store.variants.Silver, roles: [] }])
      expect(await mappedNames(scene(), "Silver")).toEqual([])
      expect(await mappedNames(scene(), "Gold")).toEqual(["Gold"])
    })

    it("lists the variants in the order the shop gave them", async () => {
      const { store, admin } = scene()
      const { Gold, Silver, Bronze } = store.variants
      for (const order of [
        [Gold, Silver, Bronze],
        [Bronze, Gold, Silver],
        [Silver, Bronze, Gold],
      ]) {
        for (const [variant_rank, id] of order.entries()) {
          const path = `/admin/products/${store.productId}/variants/${id}`
          await admin.send(path, { body: { variant_rank } })
        }
        const { variants } = await mappings(scene())
        expect(variants.map(({ variant_id }) => variant_id)).toEqual(order)
      }
    })

    /** Each with a good change beside it, which must not be saved either. */
    const REFUSED: [string, (at: Scene) => Promise<unknown>, RegExp][] = [
      [
        "a variant that does not exist",
        async ({ discord }) => variant("variant_none", { role_id: discord.roles.Gold }),
        /no variant variant_none/,
      ],
      [
        "a variant of another product",
        async (at) => variant(await otherVariant(at), { role_id: at.discord.roles.Gold }),
        /has no variant variant_/,
      ],
      [
        "a role that does not exist",
        async ({ store }) => variant(store.variants.Gold, { role_id: "123456789012345678" }),
        /Role 123456789012345678 is not a role of a connected Discord server/,
      ],
      [
        "a role of a server that was disconnected",
        async ({ discord, service, store, admin }) => {
          const other = await discord.createServer("Former Community", ["VIP"])
          const id = await connectServer(admin, discord, other.guildId)
          await service.updateDiscordServers({ id, status: "disconnected" })
          return variant(store.variants.Gold, { role_id: other.roles.get("VIP") })
        },
        /VIP .* belongs to Former Community, which is disconnected/,
      ],
      [
        "a role the bot cannot give",
        async ({ discord, store }) => variant(store.variants.Gold, { role_id: discord.guildId }),
        /@everyone belongs to every member already/,
      ],
      [
        "a role named twice for one variant",
        async ({ discord, store }) =>
          variant(
            store.variants.Gold,
            { role_id: discord.roles.Silver },
            { role_id: discord.roles.Silver, access_days: 5 },
          ),
        /named twice/,
      ],
      [
        "a variant named twice",
        async ({ store }) => variant(store.variants.Bronze),
        /Variant variant_\w+ is named twice/,
      ],
      [
        "a field it does not know",
        async ({ discord, store }) =>
          variant(store.variants.Gold, { role_id: discord.roles.Gold, colour: "red" }),
        /colour/,
      ],
      ...[0, -1, 1.5].map((access_days): (typeof REFUSED)[number] => [
        `${access_days} days of access`,
        async ({ discord, store }) =>
          variant(store.variants.Gold, { role_id: discord.roles.Gold, access_days }),
        /access_days/,
      ]),
    ]

    it.each(REFUSED)("refuses %s by name and saves nothing", async (_what, make, words) => {
      const { discord, setUp, store } = scene()
      await setUp()
      const bad = await make(scene())
      const before = await mappings(scene())
      const good = variant(store.variants.Bronze, { role_id: discord.roles.Silver })
      const { status, body } = await saveMappings(scene(), [good, bad])
      expect([status, body]).toEqual([
        400,
        expect.objectContaining({ message: expect.stringMatching(words) as string }),
      ])
      expect(await mappings(scene())).toEqual(before)
    })

    it("answers 404 in words for a product that does not exist", async () => {
      const { admin } = scene()
      for (const method of ["GET", "POST"]) {
        const { status, body } = await admin.raw<ErrorBody>("/admin/products/none/discord-roles", {
          method,
          ...(method === "POST" ? { body: { variants: [] } } : {}),
        })
        expect([method, status, body.message]).toEqual([method, 404, "Product none was not found"])
      }
    })

    it("lets a mapped role that moved out of reach stay mapped while others are edited", async () => {
      const { discord, setUp, store } = scene()
      const serverId = await setUp()
      await discord.moveBot(3)
      await refresh(scene(), serverId)
      const { status } = await saveMappings(scene(), [
        variant(
          store.variants.Gold,
          { role_id: discord.roles.Gold },
          { role_id: discord.roles.Bronze },
        ),
      ])
      expect(status).toBe(200)
      expect(await mappedNames(scene(), "Gold")).toEqual(["Gold", "Bronze"])
    })

    it("serves one variant's roles in two servers side by side", async () => {
      const { admin, discord, newBuyer, setUp, store } = scene()
      await setUp()
      const lounge = await discord.createServer("Lounge", ["VIP"])
      await connectServer(admin, discord, lounge.guildId)
      const vip = lounge.roles.get("VIP") ?? ""
      const { status } = await saveMappings(scene(), [
        variant(store.variants.Gold, { role_id: discord.roles.Gold }, { role_id: vip }),
      ])
      expect(status).toBe(200)
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await eventually(async () =>
        expect((await discord.control.member(lounge.guildId, userId))?.roles).toEqual([vip]),
      )
      await scene().cancel(order)
      await discord.expectRoles(userId, [])
      await eventually(async () =>
        expect((await discord.control.member(lounge.guildId, userId))?.roles).toEqual([]),
      )
    })

    it("shows the storefront names and colours only, and promises no role the bot cannot give", async () => {
      const { baseUrl, discord, setUp, store } = scene()
      await discord.control.updateRole(discord.guildId, discord.roles.Bronze, { color: 0xcd7f32 })
      const serverId = await setUp()
      await discord.moveBot(3)
      await refresh(scene(), serverId)
      const storefront = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      const { variants } = await storefront.send<StoreProductDiscordRolesResponse>(
        `/store/products/${store.productId}/discord-roles`,
      )
      const of = (name: RoleName) =>
        variants.find((shown) => shown.variant_id === store.variants[name])?.roles
      expect(of("Bronze")).toEqual([
        { name: "Bronze", color: 0xcd7f32, server_name: "Test Community" },
      ])
      expect(of("Gold")).toEqual([])
    })

    it("serves those who bought before the mapping was saved, and takes the role back with it", async () => {
      const { discord, map, newBuyer, setUp, store } = scene()
      await setUp()
      await saveMappings(scene(), [variant(store.variants.Silver)])
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Silver", "Bronze")
      await discord.expectRoles(userId, ["Bronze"])
      await map({ Silver: ["Silver", "Gold"] })
      await discord.expectRoles(userId, ["Bronze", "Silver", "Gold"])
      await map({ Silver: ["Gold"] })
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      await map({ Silver: [] })
      await discord.expectRoles(userId, ["Bronze"])
    })
  })
})

function variant(
  variant_id: string,
  ...roles: { role_id: string | undefined; access_days?: number; colour?: string }[]
): { variant_id: string; roles: typeof roles } {
  return { variant_id, roles }
}

async function saveMappings(
  { admin, store }: Scene,
  variants: unknown[],
): Promise<{ status: number; body: unknown }> {
  return admin.raw(`/admin/products/${store.productId}/discord-roles`, { body: { variants } })
}

async function mappings({ admin, store }: Scene): Promise<AdminProductDiscordRolesResponse> {
  return admin.send(`/admin/products/${store.productId}/discord-roles`)
}

async function mappedNames(at: Scene, name: RoleName): Promise<string[] | undefined> {
  const { variants } = await mappings(at)
  return variants
    .find((shown) => shown.variant_id === at.store.variants[name])
    ?.roles.map((role) => role.name)
}

/** A variant of a product that is not the store's own. */
async function otherVariant({ admin }: Scene): Promise<string> {
  const { product } = await admin.send<{ product: { variants: { id: string }[] } }>(
    "/admin/products",
    {
      body: {
        title: "Mug",
        options: [{ title: "Size", values: ["One"] }],
        variants: [{ title: "One", options: { Size: "One" }, prices: [] }],
      },
    },
  )
  return product.variants[0]?.id ?? ""
}

async function refresh(
  { admin }: Scene,
  serverId: string,
): Promise<AdminDiscordServerRefreshResponse> {
  return admin.send(`${SERVERS}/${serverId}/refresh`, { method: "POST" })
}

async function rolesByName(
  admin: HttpClient,
  serverId: string,
): Promise<Map<string, AdminDiscordRole>> {
  return new Map((await listRoles(admin, serverId)).map((role) => [role.name, role]))
}

async function serverCount(admin: HttpClient): Promise<number> {
  return (await admin.send<AdminDiscordServerListResponse>(SERVERS)).count
}
