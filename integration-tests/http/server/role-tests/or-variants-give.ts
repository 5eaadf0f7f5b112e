import { detailed, say } from "../../../../src/messages"
import type {
  AdminPreviewProductDiscordRolesResponse,
  AdminProductDiscordRolesResponse,
} from "../../../../src/types/http"
import { connectServer, listRoles } from "../../../helpers/store/admin"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, type ErrorBody, helpersOf } from "./shared"

/** @see ../role-tests.spec.ts */
export function testOrVariantsGive(scene: () => Scene): void {
  const { newMember, test } = helpersOf(scene)
  describe("or variants give", () => {
    /** A role that lets its holders manage the server, and the server's id. */
    const dangerous = async (permissions = "268435464") => {
      const { admin, discord } = scene()
      const id = await connectServer(admin, discord)
      await discord.control.createRole(discord.guildId, { name: "Staff", permissions })
      await discord.moveBot("top")
      await admin.send(`${SERVERS}/${id}/refresh`, { method: "POST" })
      const staff = (await listRoles(admin, id)).find(({ name }) => name === "Staff")
      return { id, role_id: staff?.role_id ?? "" }
    }
    const IN_WORDS =
      /^Staff has Administrator, Manage Roles: whoever holds it may use that\. .*accept_dangerous_permissions/
    const ACCEPTED = { accept_dangerous_permissions: true }

    it("are tested only by who says that they know what it lets its holders do", async () => {
      const { admin, discord } = scene()
      const { id, role_id } = await dangerous()
      const mia = await newMember()
      for (const more of [{}, { accept_dangerous_permissions: false }]) {
        const { status, body } = await admin.raw<ErrorBody>(`${SERVERS}/${id}/test`, {
          body: { role_id, discord_user_id: mia, ...more },
        })
        expect([status, body.type]).toEqual([400, "invalid_data"])
        expect(body.message).toMatch(IN_WORDS)
      }
      expect((await discord.callsFor(mia)).filter((call) => !call.startsWith("GET"))).toEqual([])
      const steps = await test(id, role_id, mia, ACCEPTED)
      expect(steps.filter(({ ok }) => !ok)).toEqual([])
      expect(steps).toHaveLength(6)
    })

    it("are refused by what Discord says now, whatever was read before", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      const mia = await newMember()
      await discord.control.updateRole(discord.guildId, discord.roles.Gold, { permissions: "4" })
      const { status, body } = await admin.raw<ErrorBody>(`${SERVERS}/${id}/test`, {
        body: { role_id: discord.roles.Gold, discord_user_id: mia },
      })
      expect([status, body.message]).toEqual([400, expect.stringContaining("Ban Members")])
    })

    it("are mapped only by who says so; what is mapped stays mapped without a word", async () => {
      const { admin, discord, store } = scene()
      const { role_id } = await dangerous()
      const path = `/admin/products/${store.productId}/discord-roles`
      const gold = (roles: { role_id: string; access_days?: number }[]) => ({
        variants: [{ variant_id: store.variants.Gold, roles }],
      })
      const preview = (body: object) =>
        admin.send<AdminPreviewProductDiscordRolesResponse>(`${path}/preview`, { body })

      const refused = await admin.raw<ErrorBody>(path, { body: gold([{ role_id }]) })
      expect([refused.status, refused.body.type]).toEqual([400, "invalid_data"])
      expect(refused.body.message).toMatch(IN_WORDS)
      expect(await scene().db("discord_role_mapping")).toEqual([])

      expect((await preview(gold([{ role_id }]))).dangerous_roles).toEqual([
        {
          role_id,
          name: "Staff",
          server_name: "Test Community",
          dangerous_permissions: ["Administrator", "Manage Roles"],
          dangerous_permission_details: [
            detailed(say("role.administrator")),
            detailed(say("role.manage_roles")),
          ],
        },
      ])
      await admin.send(path, { body: { ...gold([{ role_id }]), ...ACCEPTED } })

      const kept = gold([{ role_id, access_days: 30 }, { role_id: discord.roles.Silver }])
      expect((await preview(kept)).dangerous_roles).toEqual([])
      await admin.send(path, { body: kept })

      // For another variant it is a new choice.
      const { status } = await admin.raw(path, {
        body: { variants: [{ variant_id: store.variants.Silver, roles: [{ role_id }] }] },
      })
      expect(status).toBe(400)
    })

    it("are given to earlier buyers anew only by who says so; what they keep they keep", async () => {
      const { admin, store } = scene()
      const { role_id } = await dangerous()
      const path = `/admin/products/${store.productId}/discord-roles`
      const send = (variant_id: string, over: object) => {
        const body = { variants: [{ variant_id, roles: [], ...over }], ...ACCEPTED }
        return admin.send<AdminProductDiscordRolesResponse>(path, { body })
      }
      const { Gold, Silver } = store.variants
      await send(Gold, { roles: [{ role_id, offered_from: "2026-01-01T00:00:00Z" }] })
      await admin.send(path, {
        body: { variants: [{ variant_id: Gold, roles: [] }], apply_to: "new_buyers" },
      })
      const { variants } = await admin.send<AdminProductDiscordRolesResponse>(path)
      const { offered_from, offered_until } =
        variants.find(({ variant_id }) => variant_id === Gold)?.kept[0] ?? {}
      for (const [variant_id, kept, isNew] of [
        [Gold, { offered_from, offered_until }, false],
        [Gold, { offered_from: "2026-02-01T00:00:00Z", offered_until }, false],
        [Gold, { offered_from: null, offered_until }, true],
        [Gold, { offered_from, offered_until: new Date().toISOString() }, true],
        [Silver, { offered_until }, true],
      ] as const) {
        const body = { variants: [{ variant_id, roles: [], kept: [{ role_id, ...kept }] }] }
        const { dangerous_roles } = await admin.send<AdminPreviewProductDiscordRolesResponse>(
          `${path}/preview`,
          { body },
        )
        expect([kept, dangerous_roles.length]).toEqual([kept, isNew ? 1 : 0])
        if (isNew) {
          const { status, body: answer } = await admin.raw<ErrorBody>(path, { body })
          expect([status, answer.message]).toEqual([400, expect.stringMatching(IN_WORDS)])
        }
      }
    })

    it("are no danger for what @everyone may do anyway", async () => {
      const { admin, discord, store } = scene()
      const { role_id } = await dangerous("8192")
      await discord.control.updateRole(discord.guildId, discord.guildId, { permissions: "8192" })
      const [server] = await scene().db<{ id: string }>("discord_server").select("id")
      await admin.send(`${SERVERS}/${server?.id}/refresh`, { method: "POST" })
      await admin.send(`/admin/products/${store.productId}/discord-roles`, {
        body: { variants: [{ variant_id: store.variants.Gold, roles: [{ role_id }] }] },
      })
    })
  })
}
