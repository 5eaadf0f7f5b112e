import { refused } from "../../../../modules/discord/refused"
import { answeredFinding, say } from "../../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { ServerOverview } from "../../../../modules/discord/server/server-overview.service"
import type { AdminDiscordServer, AdminDiscordServerResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { overviewFields, serverFields } from "./query-config"

/** @throws MedusaError NOT_FOUND that says where to look */
export async function retrieveServer(
  scope: MedusaContainer,
  id: string,
  fields: string[],
): Promise<AdminDiscordServer> {
  const { servers } = await listServers(scope, { fields, filters: { id } })
  const [server] = servers
  if (!server) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.server_not_found", { id }))
  }
  return server
}

/** A server with its health checks, as of what is stored. */
export async function retrieveServerAndChecks(
  scope: MedusaContainer,
  id: string,
  fields: string[] = [...serverFields, ...overviewFields],
): Promise<AdminDiscordServerResponse> {
  const server = await retrieveServer(scope, id, fields)
  const overview = (await discordOf(scope).servers.readOverviews([id])).get(id)
  return { server, checks: overview?.checks.map(answeredFinding) ?? [] }
}

type GraphQuery = Pick<Parameters<RemoteQueryFunction["graph"]>[0], "filters" | "pagination">

/** Servers as stored, with what is worked out of them where that was asked for: all in two statements. */
export async function listServers(
  scope: MedusaContainer,
  { fields, ...rest }: { fields: string[] } & GraphQuery,
): Promise<{ servers: AdminDiscordServer[]; metadata?: PageFacts | undefined }> {
  const asked = overviewFields.filter((field) => fields.includes(field))
  const stored = fields.filter((field) => !asked.some((overview) => overview === field))
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "discord_server",
    fields: asked.length > 0 ? [...new Set(["id", ...stored])] : stored,
    ...rest,
  })
  const servers = data as unknown as AdminDiscordServer[]
  if (asked.length === 0) {
    return { servers, metadata }
  }
  const overviews = await discordOf(scope).servers.readOverviews(servers.map(({ id }) => id))
  return {
    servers: servers.map((server) => ({ ...server, ...pick(overviews.get(server.id), asked) })),
    metadata,
  }
}

interface PageFacts {
  count?: number
  skip: number
  take?: number
}

function pick(
  overview: ServerOverview | undefined,
  asked: readonly (typeof overviewFields)[number][],
): Partial<ServerOverview> {
  return Object.fromEntries(asked.map((field) => [field, overview?.[field] ?? null]))
}
