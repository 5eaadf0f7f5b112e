import { isSnowflake } from "../../state/snowflake"
import { type FieldErrors, refuse } from "../answers/errors"

/** A request body whose fields were not looked at yet. */
export type Form = Record<string, unknown>

/**
 * The JSON body as an object.
 * @throws DiscordError 400/50035 when it is not one.
 */
export function formOf(body: unknown): Form {
  if (body === undefined) return {}
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body }
  throw refuse.invalidForm({
    _misc: { code: "DICT_TYPE_CONVERT", message: "Only dictionaries may be used" },
  })
}

const REQUIRED = { code: "BASE_TYPE_REQUIRED", message: "This field is required" }

/** Reads fields out of a form and collects what is wrong, so that one 50035 names every bad field. */
export class FormReader {
  private readonly errors: FieldErrors = {}

  constructor(private readonly form: Form) {}

  /** @throws DiscordError 400/50035 when any field read so far was wrong. */
  check(): void {
    if (Object.keys(this.errors).length > 0) throw refuse.invalidForm(this.errors)
  }

  requiredString(name: string): string {
    const value = this.form[name]
    if (value === undefined || value === null || value === "") this.errors[name] = REQUIRED
    else if (typeof value !== "string") this.wrongType(name, "string")
    else return value
    return ""
  }

  string(name: string, max: number): string | null | undefined {
    const value = this.form[name]
    if (value === undefined || value === null) return value
    if (typeof value !== "string") return this.wrongType(name, "string")
    if (value.length <= max) return value
    const message = `Must be ${max} or fewer in length.`
    this.errors[name] = { code: "BASE_TYPE_MAX_LENGTH", message }
    return undefined
  }

  integer(name: string, min: number, max: number): number | undefined {
    const value = this.form[name]
    if (value === undefined || value === null) return undefined
    const number = typeof value === "string" ? Number(value) : value
    if (typeof number !== "number" || !Number.isInteger(number)) return this.wrongType(name, "int")
    if (number >= min && number <= max) return number
    const message = `int value should be between ${min} and ${max}.`
    this.errors[name] = { code: number < min ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX", message }
    return undefined
  }

  boolean(name: string): boolean | undefined {
    const value = this.form[name]
    if (value === undefined || value === null) return undefined
    return typeof value === "boolean" ? value : this.wrongType(name, "boolean")
  }

  /** A permission bit field, which clients send as a string or a number. */
  bits(name: string): bigint | undefined {
    const value = this.form[name]
    if (value === undefined || value === null) return undefined
    if (typeof value === "string" && /^\d+$/.test(value)) return BigInt(value)
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return BigInt(value)
    return this.wrongType(name, "int")
  }

  /** A list of ids without repeats. Null means "none", as Discord takes it for a member's roles. */
  snowflakes(name: string): string[] | undefined {
    const value = this.form[name]
    if (value === undefined) return undefined
    if (value === null) return []
    if (!Array.isArray(value)) {
      this.errors[name] = {
        code: "LIST_TYPE_CONVERT",
        message: "Only iterables may be used in a ListType",
      }
      return undefined
    }
    const ids = value.filter(isSnowflake)
    if (ids.length !== value.length) return this.wrongType(name, "snowflake")
    return [...new Set(ids)]
  }

  private wrongType(name: string, type: string): undefined {
    const message = `Value ${JSON.stringify(this.form[name])} is not ${type}.`
    this.errors[name] = {
      code: type === "string" ? "STRING_TYPE_CONVERT" : "NUMBER_TYPE_COERCE",
      message,
    }
    return undefined
  }
}
