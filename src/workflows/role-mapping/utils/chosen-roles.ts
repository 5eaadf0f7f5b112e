import { say, type Message } from "../../../messages"
import type DiscordModuleService from "../../../modules/discord/service"
import {
  dangerousPermissions,
  type DangerousPermission,
} from "../../../modules/discord/server/permissions.rules"
import {
  describeUnassignable,
  type UnassignableReason,
} from "../../../modules/discord/server/role-assignability.rules"

export interface FoundRole {
  id: string
  role_id: string
  name: string
  permissions: string
  unassignable_reason: string | null
  server: { guild_id: string; name: string; status: string }
}

/** A role that a variant is to give, by Discord's id. */
interface NamedRole {
  role_id: string
  access_days?: number | null | undefined
}

interface Mapped {
  variant_id: string
  role_id: string
}

/** Finds the roles that an admin named, and notes those that are newly chosen, and those that cannot be. */
export class ChosenRoles {
  readonly problems: Message[] = []
  readonly #byId: ReadonlyMap<string, FoundRole>
  readonly #chosen = new Set<FoundRole>()

  constructor(found: readonly FoundRole[]) {
    this.#byId = new Map(found.map((role) => [role.role_id, role]))
  }

  /** Those that are newly chosen. */
  get chosen(): FoundRole[] {
    return [...this.#chosen]
  }

  /**
   * What is mapped may stay mapped: a role that has moved out of reach must not block every other edit.
   *
   * @param mapped where the role may be named because it is there already
   * @param isThere whether these mappings of the variant and the role are all that is asked for; default: any is
   * @returns those of the roles that can be mapped, by the ids they are stored under
   */
  resolve<Role extends NamedRole, Mapping extends Mapped>(
    variantId: string,
    named: Role[],
    mapped: readonly Mapping[],
    isThere = (standing: Mapping[], _wanted: Role) => standing.length > 0,
  ) {
    return named.flatMap((wanted) => {
      const role = this.#byId.get(wanted.role_id)
      const standing = mapped.filter(
        ({ variant_id, role_id }) => variant_id === variantId && role_id === role?.id,
      )
      const isMapped = isThere(standing, wanted)
      const problem = isMapped ? null : problemOf(wanted.role_id, role)
      if (!role || problem) {
        this.problems.push(...(problem ? [problem] : []))
        return []
      }
      if (!isMapped) {
        this.#chosen.add(role)
      }
      return [{ ...wanted, role_id: role.id, access_days: wanted.access_days ?? null }]
    })
  }
}

function problemOf(roleId: string, role: FoundRole | undefined): Message | null {
  if (!role) {
    return say("refusal.role_unknown", { role_id: roleId })
  }
  if (role.server.status === "disconnected") {
    return say("refusal.role_out_of_reach", {
      role: role.name,
      role_id: roleId,
      server: role.server.name,
    })
  }
  return role.unassignable_reason
    ? say("refusal.role_not_assignable", {
        role: role.name,
        role_id: roleId,
        why: describeUnassignable(role.unassignable_reason as UnassignableReason, role.name),
      })
    : null
}

/** A role that lets its holders manage the server, newly chosen. */
export interface DangerousRole {
  role_id: string
  name: string
  server_name: string
  dangerous: DangerousPermission[]
}

/** Those that let their holders manage the server. @everyone, whose id is the server's, tells what all may do anyway. */
export async function dangerousOf(
  discord: DiscordModuleService,
  roles: FoundRole[],
): Promise<DangerousRole[]> {
  if (roles.length === 0) {
    return []
  }
  const everyone = await discord.listDiscordRoles({
    role_id: roles.map(({ server }) => server.guild_id),
  })
  const byServer = new Map(everyone.map(({ role_id, permissions }) => [role_id, permissions]))
  return roles
    .map(({ role_id, name, permissions, server }) => ({
      role_id,
      name,
      server_name: server.name,
      dangerous: dangerousPermissions(permissions, byServer.get(server.guild_id) ?? "0"),
    }))
    .filter(({ dangerous }) => dangerous.length > 0)
}
