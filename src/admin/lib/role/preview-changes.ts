import type {
  AdminDiscordRolesPreviewCustomer,
  AdminDiscordRolesPreviewRole,
  AdminPreviewProductDiscordRolesResponse,
} from "../../../types/http/role-mapping"

/** What saving does in one role: so many lose it, or so many gain it. */
export interface RoleChange {
  role: Pick<AdminDiscordRolesPreviewRole, "role_id" | "name" | "color" | "server_name">
  kind: "losing" | "gaining"
  count: number
  /** The first of them. */
  customers: readonly AdminDiscordRolesPreviewCustomer[]
  /** How many there are besides. */
  more: number
}

/** What saving does to those who bought already, losses first: they are what an admin must not miss. */
export function roleChanges({
  roles = [],
}: Pick<AdminPreviewProductDiscordRolesResponse, "roles">): readonly RoleChange[] {
  return (["losing", "gaining"] as const).flatMap((kind) =>
    roles
      .filter((role) => role[kind] > 0)
      .map((role) => {
        const customers = role[`${kind}_customers`]
        return { role, kind, count: role[kind], customers, more: role[kind] - customers.length }
      }),
  )
}

/** Whether the admin is asked before it is saved. */
export function needsQuestion(preview: AdminPreviewProductDiscordRolesResponse): boolean {
  return preview.dangerous_roles.length > 0 || roleChanges(preview).length > 0
}

/** Whether what is asked about takes something away, or lets buyers manage a server. */
export function isDestructive(preview: AdminPreviewProductDiscordRolesResponse): boolean {
  return (
    preview.dangerous_roles.length > 0 || roleChanges(preview).some(({ kind }) => kind === "losing")
  )
}
