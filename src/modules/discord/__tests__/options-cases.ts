import { MedusaError } from "@medusajs/framework/utils"
import { parseOptions } from "../options"

export const HEX_KEY = "0f1e".repeat(16)
export const BASE64_KEY = Buffer.alloc(32, "seven").toString("base64")
export const SECRETS = { clientSecret: "s3cr3t-of-oauth", botToken: "t0ken.of.the-bot" }

export const GIVEN = {
  clientId: "112233445566778899",
  ...SECRETS,
  encryptionKey: HEX_KEY,
  backendUrl: "https://api.store.example",
  redirectUrls: ["https://store.example/account"],
}

export const parse = (over: Record<string, unknown> = {}) => parseOptions({ ...GIVEN, ...over })
export const without = (name: string) => parse({ [name]: undefined })

export function refusal(raw: unknown): MedusaError {
  try {
    parseOptions(raw)
  } catch (error) {
    if (error instanceof MedusaError) {
      return error
    }
    throw error
  }
  throw new Error("The options were accepted")
}
export function messageOf(over: Record<string, unknown>): string {
  try {
    parse(over)
    return ""
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
export const refusalOf = (over: Record<string, unknown>) => refusal({ ...GIVEN, ...over }).message
