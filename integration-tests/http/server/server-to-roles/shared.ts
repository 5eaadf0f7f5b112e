import type {
  AdminDiscordRole,
  AdminDiscordServerListResponse,
  AdminDiscordServerRefreshResponse,
  AdminProductDiscordRolesResponse,
} from "../../../../src/types/http"
import { listRoles } from "../../../helpers/store/admin"
import type { RoleName } from "../../../helpers/server/discord"
import { type HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

export const SERVERS = "/admin/discord/servers"

export const CREATE_INVITE = "1"

export interface ErrorBody {
  type: string
  message: string
}

export function variant(
  variant_id: string,
  ...roles: { role_id: string | undefined; access_days?: number; colour?: string }[]
): { variant_id: string; roles: typeof roles } {
  return { variant_id, roles }
}

export async function saveMappings(
  { admin, store }: Scene,
  variants: unknown[],
): Promise<{ status: number; body: unknown }> {
  return admin.raw(`/admin/products/${store.productId}/discord-roles`, { body: { variants } })
}

export async function mappings({ admin, store }: Scene): Promise<AdminProductDiscordRolesResponse> {
  return admin.send(`/admin/products/${store.productId}/discord-roles`)
}

export async function mappedNames(at: Scene, name: RoleName): Promise<string[] | undefined> {
  const { variants } = await mappings(at)
  return variants
    .find((shown) => shown.variant_id === at.store.variants[name])
    ?.roles.map((role) => role.name)
}

/** A variant of a product that is not the store's own. */
export async function otherVariant({ admin }: Scene): Promise<string> {
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

export async function refresh(
  { admin }: Scene,
  serverId: string,
): Promise<AdminDiscordServerRefreshResponse> {
  return admin.send(`${SERVERS}/${serverId}/refresh`, { method: "POST" })
}

export async function rolesByName(
  admin: HttpClient,
  serverId: string,
): Promise<Map<string, AdminDiscordRole>> {
  return new Map((await listRoles(admin, serverId)).map((role) => [role.name, role]))
}

export async function serverCount(admin: HttpClient): Promise<number> {
  return (await admin.send<AdminDiscordServerListResponse>(SERVERS)).count
}
