import { type Application, type User } from "../state/entities"
import { type Grant } from "../state/token-vault"
import { type Sandbox } from "../sandbox"
import { type Caller } from "./requests/auth"
import { type BucketName } from "./rate-limits"

export type Method = "GET" | "PUT" | "PATCH" | "POST" | "DELETE"

/** What every handler gets. Ids in the path were checked to be snowflakes. */
export interface ApiRequest {
  sandbox: Sandbox
  params: Record<string, string>
  query: URLSearchParams
  /** Parsed JSON or form; undefined when there was none. */
  body: unknown
  contentType: string
  authorization: string | undefined
  /** The decoded X-Audit-Log-Reason. */
  reason: string | null
}

export interface BotRequest extends ApiRequest {
  app: Application
  bot: User
}

export interface BearerRequest extends ApiRequest {
  app: Application
  user: User
  grant: Grant
}

export interface ApiReply {
  status: number
  body?: unknown
}

interface RouteBase {
  method: Method
  /** Pattern without the version prefix, e.g. `/guilds/:guild/roles`. */
  path: string
  bucket: BucketName
}

export type Route = RouteBase &
  (
    | { auth: "bot"; run: (request: BotRequest) => ApiReply }
    | { auth: "bearer"; run: (request: BearerRequest) => ApiReply }
    | { auth: "any"; run: (request: ApiRequest & { caller: Caller }) => ApiReply }
    | { auth: "none"; run: (request: ApiRequest) => ApiReply }
  )

export function ok(body: unknown, status = 200): ApiReply {
  return { status, body }
}

/** 204: done, nothing to say. */
export const NO_CONTENT: ApiReply = { status: 204 }

/** The path's variables when it fits the pattern, else null. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/")
  const given = path.split("/")
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? ""
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return null
  }
  return params
}
