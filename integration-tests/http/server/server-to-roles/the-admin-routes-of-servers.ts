import type {
  AdminDiscordRoleListResponse,
  AdminDiscordServerListResponse,
  AdminDiscordServerRolesListResponse,
} from "../../../../src/types/http"
import { connectServer } from "../../../helpers/store/admin"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, type ErrorBody } from "./shared"

/** @see ../server-to-roles.spec.ts */
export function testTheAdminRoutesOfServers(scene: () => Scene): void {
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

    it("answer every server's roles in one request where fields name them", async () => {
      const { admin, discord } = scene()
      await connectServer(admin, discord)
      const second = await discord.createServer("Another Community", ["VIP"])
      await connectServer(admin, discord, second.guildId)
      const { servers } = await admin.send<AdminDiscordServerRolesListResponse>(
        `${SERVERS}?order=name&fields=name,roles.name,roles.role_id,roles.managed,roles.position`,
      )
      expect(servers.map(({ name }) => name)).toEqual(["Another Community", "Test Community"])
      const names = servers.map(({ roles }) => roles.map((role) => role.name))
      expect(names).toEqual([
        expect.arrayContaining(["VIP", "@everyone"]),
        expect.arrayContaining(["Gold", "Silver", "Bronze", "@everyone"]),
      ])
      expect(servers[1]?.roles).toContainEqual(
        expect.objectContaining({ name: "Gold", role_id: discord.roles.Gold, managed: false }),
      )
      const [plain] = (await admin.send<AdminDiscordServerListResponse>(SERVERS)).servers
      expect(plain).not.toHaveProperty("roles")
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
}
