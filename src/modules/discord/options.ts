import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { decodeKey, KEY_BYTES } from "./security/keyring"

const SNOWFLAKE = /^\d{15,21}$/
const DEFAULT_KEY_ID = "default"

const secret = (where: string) =>
  z
    .string({ error: `is missing: copy it from ${where}` })
    .trim()
    .min(1, { error: `is empty: copy it from ${where}` })

const httpUrl = (what: string) =>
  z
    .string({ error: `is missing: give ${what}` })
    .refine(isHttpUrl, { error: `is not a http(s) URL: give ${what}` })

const baseUrl = (what: string) => httpUrl(what).transform((url) => url.replace(/\/+$/, ""))

const KEY_HELP = `must be ${KEY_BYTES} bytes as hex or base64 (make one with "openssl rand -hex ${KEY_BYTES}"), or a list of { id, key }, newest first`
const isKey = (value: string) => decodeKey(value) !== null
const keyId = z
  .string()
  .regex(/^[\w-]{1,40}$/, { error: "must be 1 to 40 letters, digits, - or _" })
const keyringSchema = z.union(
  [
    z
      .string()
      .refine(isKey, { error: KEY_HELP })
      .transform((key) => [{ id: DEFAULT_KEY_ID, key }]),
    z
      .array(z.strictObject({ id: keyId, key: z.string().refine(isKey, { error: KEY_HELP }) }))
      .min(1, { error: KEY_HELP })
      .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, {
        error: "names two keys by one id: give each key an id of its own",
      }),
  ],
  { error: KEY_HELP },
)

const optionsSchema = z.strictObject({
  clientId: z
    .string({ error: "is missing: copy the Application ID from Discord's developer portal" })
    .regex(SNOWFLAKE, { error: "is not an Application ID (17 to 19 digits, as a string)" }),
  clientSecret: secret("OAuth2 in Discord's developer portal"),
  botToken: secret("Bot in Discord's developer portal"),
  encryptionKey: keyringSchema,
  backendUrl: baseUrl("the address of this Medusa server as a browser reaches it"),
  redirectUrls: z
    .array(httpUrl("full http(s) URLs"), {
      error:
        "is missing: list the storefront pages a browser may be sent back to, the default first",
    })
    .min(1, { error: "is empty: list at least one storefront page" }),
  publicKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: "is not the application's public key (64 hex digits)" })
    .optional(),
  apiUrl: baseUrl("Discord's API or a proxy of it").default("https://discord.com/api"),
  webUrl: baseUrl("Discord's web origin").default("https://discord.com"),
  grantOn: z
    .enum(["authorized", "captured"], { error: 'must be "authorized" or "captured"' })
    .default("authorized"),
  revokeOnRefund: z
    .enum(["full", "any", "never"], { error: 'must be "full", "any" or "never"' })
    .default("full"),
  notifications: z
    .strictObject({
      connect: z
        .strictObject({
          channel: z.string({ error: 'is missing: name a channel, e.g. "email"' }).min(1),
          template: z
            .string({ error: "is missing: name the template of your notification provider" })
            .min(1),
        })
        .optional(),
      reminderDays: z
        .number({ error: "must be a number of days" })
        .int({ error: "must be a whole number of days" })
        .min(1, { error: "must be at least 1 day" })
        .max(30, { error: "must be at most 30 days" })
        .optional(),
    })
    .default({}),
  activityRetentionDays: z
    .number({ error: "must be a number of days" })
    .int({ error: "must be a whole number of days" })
    .min(1, { error: "must be at least 1 day" })
    .default(90),
  requestsPerSecond: z
    .number({ error: "must be a number of requests per second, from 1 to 50" })
    .min(1, { error: "must be at least 1" })
    .max(50, { error: "must be at most 50, which is what Discord allows a bot" })
    .default(45),
})

export type DiscordOptions = z.output<typeof optionsSchema>
/** What a store writes down in `medusa-config.ts`. */
export type DiscordPluginOptions = z.input<typeof optionsSchema>

/**
 * Checks the plugin's options.
 *
 * @param raw what `medusa-config.ts` holds
 * @returns the options with their defaults, URLs without trailing slash
 * @throws MedusaError naming every wrong field and how to mend it; never a value, since values may be secrets
 */
export function parseOptions(raw: unknown): DiscordOptions {
  const parsed = optionsSchema.safeParse(raw ?? {})
  if (parsed.success) {
    return parsed.data
  }
  const lines = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((name) => `  - ${name} is not an option of this plugin`)
      : [`  - ${issue.path.join(".") || "options"} ${issue.message}`],
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    [
      "medusa-plugin-discord-roles cannot start, its options in medusa-config.ts are wrong:",
      ...lines,
    ].join("\n"),
  )
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
