/** Why the bot can give no role to sell, though a server is connected. */
export const ROLE_OBSTACLES = [
  "unreadable",
  "manage_roles_missing",
  "above_bot",
  "no_roles",
] as const
export type RoleObstacle = (typeof ROLE_OBSTACLES)[number]

/** The server to go on with, as last read. */
export interface SetupServer {
  id: string
  name: string
  /** Whether it could be read when last tried. */
  is_readable: boolean
  /** Whether the bot can give a role of it: one that a variant gives, once any variant gives one. */
  gives_role: boolean
  /** Whether the bot lacks the right to manage roles. */
  lacks_manage_roles: boolean
  /** Whether there is a role that only sits too high. */
  has_role_above: boolean
}

export interface SetupFacts {
  /** Null = none is connected, or the bot was removed from all of them. */
  server: SetupServer | null
  variant_gives_role: boolean
  member_served: boolean
}

/** How far the way has come from nothing to the first member served. */
export interface SetupProgress {
  server_connected: boolean
  role_in_reach: boolean
  variant_gives_role: boolean
  member_served: boolean
  /** What to look at next in which server; null while none is connected. */
  server: { id: string; name: string } | null
  /** Null while no server is connected, and once a role is in reach. */
  role_obstacle: RoleObstacle | null
}

/** What is done, and what stands in the way of the bot's first role: as stored and last seen, not as clicked. */
export function setupProgress({
  server,
  variant_gives_role,
  member_served,
}: SetupFacts): SetupProgress {
  const role_obstacle = server && roleObstacle(server)
  return {
    server_connected: server !== null,
    role_in_reach: server !== null && role_obstacle === null,
    variant_gives_role,
    member_served,
    server: server && { id: server.id, name: server.name },
    role_obstacle,
  }
}

/** What cannot be read comes first: the rest is only as it was then. */
function roleObstacle(server: SetupServer): RoleObstacle | null {
  if (!server.is_readable) {
    return "unreadable"
  }
  if (server.gives_role) {
    return null
  }
  if (server.lacks_manage_roles) {
    return "manage_roles_missing"
  }
  return server.has_role_above ? "above_bot" : "no_roles"
}
