import { FetchError } from "@medusajs/js-sdk"
import type { MessageDetail } from "../../messages"
import { authHeaders, backendUrl, credentials } from "./sdk"

/** A request that was answered with a refusal: of the plugin's own, with what it is made of. */
export class RefusedRequest extends FetchError {
  readonly detail: MessageDetail | null

  constructor(response: Pick<Response, "status" | "statusText">, body: RefusalBody) {
    super(body.message ?? response.statusText, response.statusText, response.status)
    this.detail = body.message_detail ?? null
  }
}

interface RefusalBody {
  message?: string
  message_detail?: MessageDetail
}

interface RequestInit {
  method?: "POST" | "DELETE"
  query?: object
  body?: object
  headers?: Record<string, string>
}

/**
 * Asks a route of the plugin's. The SDK's client would keep a refusal's words and drop its code, which the admin's language
 * needs.
 *
 * @throws RefusedRequest for whatever is not answered with 2xx
 */
export async function request<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await send(path, init)
  return (await response.json()) as Answer
}

/** The same for an answer that is a file. */
export async function download(path: string, init: RequestInit): Promise<Blob> {
  const response = await send(path, init)
  return response.blob()
}

async function send(
  path: string,
  { method, query, body, headers }: RequestInit,
): Promise<Response> {
  const url = backendUrl(path)
  url.search = new URLSearchParams(entriesOf((query ?? {}) as Query)).toString()
  const response = await fetch(url, {
    method: method ?? "GET",
    credentials,
    headers: {
      accept: "application/json",
      ...(body && { "content-type": "application/json" }),
      ...(await authHeaders()),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) {
    const refusal = (await response.json().catch(() => ({}))) as RefusalBody
    throw new RefusedRequest(response, refusal)
  }
  return response
}

/** What a query is made of. */
interface Query {
  [name: string]: string | number | boolean | null | undefined | Query | readonly string[]
}

/** As Medusa reads a query: `status[0]=due`, `created_at[$gte]=...`. What is undefined is left out. */
function entriesOf(query: Query, within = ""): [string, string][] {
  return Object.entries(query).flatMap(([name, value]): [string, string][] => {
    const key = within === "" ? name : `${within}[${name}]`
    if (value === undefined || value === null) {
      return []
    }
    return typeof value === "object" ? entriesOf(value as Query, key) : [[key, String(value)]]
  })
}
