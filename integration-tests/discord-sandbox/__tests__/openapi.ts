import Ajv2020, { type ErrorObject } from "ajv/dist/2020"
import addFormats from "ajv-formats"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

const FILE = join(__dirname, "../../../../shared/discord-openapi.json")

interface Operation {
  requestBody?: { content: Record<string, unknown> }
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

/**
 * Field errors have words for codes ("BASE_TYPE_REQUIRED"), as Discord's reference pages show and libraries read; the
 * OpenAPI document says integer. Here the document is wrong, so this one schema is corrected.
 * @see https://discord.com/developers/docs/reference#error-messages
 */
const FIELD_ERRORS = {
  type: "object",
  required: ["_errors"],
  properties: {
    _errors: {
      type: "array",
      items: {
        type: "object",
        required: ["code", "message"],
        properties: { code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
}

/** Discord's OpenAPI document as a checker of bodies; null where the file is absent. */
export function discordSchema(): DiscordSchema | null {
  if (!existsSync(FILE)) return null
  return new DiscordSchema(JSON.parse(readFileSync(FILE, "utf8")) as Document)
}

export class DiscordSchema {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })

  constructor(private readonly document: Document) {
    addFormats(this.ajv)
    for (const format of ["snowflake", "int53", "nonce"]) this.ajv.addFormat(format, true)
    document.components.schemas.InnerErrors = FIELD_ERRORS
    this.ajv.addSchema(document, "discord")
  }

  /** The document's own path for one of the sandbox's patterns: `:guild` is `{guild_id}`. */
  pathOf(pattern: string): string {
    return pattern.replace(/:(\w+)/g, (_, name: string) =>
      name === "code" ? "{code}" : `{${name}_id}`,
    )
  }

  knows(method: string, pattern: string): boolean {
    return this.operation(method, pattern) !== undefined
  }

  requestErrors(method: string, pattern: string, body: unknown): string[] {
    const operation = this.operation(method, pattern)
    if (!operation?.requestBody) return body === undefined ? [] : ["Discord takes no body here"]
    const place = ["paths", this.pathOf(pattern), method.toLowerCase(), "requestBody"]
    return this.errors([...place, "content", "application/json", "schema"], body)
  }

  /** The status itself must be documented too. */
  responseErrors(method: string, pattern: string, status: number, body: unknown): string[] {
    const responses = this.operation(method, pattern)?.responses ?? {}
    const key = [String(status), `${String(status)[0]}XX`].find((name) => name in responses)
    const response = responses[key ?? ""]
    if (key === undefined || !response) return [`Discord never answers ${status} here`]
    const place = response.$ref?.slice(2).split("/") ?? [
      ...["paths", this.pathOf(pattern), method.toLowerCase(), "responses", key],
    ]
    if (!response.$ref && !response.content) {
      return body === undefined ? [] : [`Discord sends no body with ${status} here`]
    }
    return this.errors([...place, "content", "application/json", "schema"], body)
  }

  private operation(method: string, pattern: string): Operation | undefined {
    return this.document.paths[this.pathOf(pattern)]?.[method.toLowerCase()]
  }

  private errors(place: string[], body: unknown): string[] {
    const pointer = place.map((part) =>
      encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")),
    )
    const validate = this.ajv.compile({ $ref: `discord#/${pointer.join("/")}` })
    if (validate(body)) return []
    return (validate.errors ?? []).map(
      (error: ErrorObject) => `${error.instancePath || "/"} ${error.message ?? error.keyword}`,
    )
  }
}
