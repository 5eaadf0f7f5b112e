import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { wants, wantsIfGiven, wantsOneOf } from "./option-words.rules"
import { decodeKey, isMonotonous, KEY_BYTES } from "./security/keyring"
import {
  subscriptionsSchema,
  type SubscriptionSourceOption,
} from "./subscription/subscription-options.rules"

const SNOWFLAKE = /^\d{15,21}$/
const DEFAULT_KEY_ID = "default"

const secret = (where: string) =>
  z
    .string({ error: wants("a text", `copy it from ${where}`) })
    .trim()
    .min(1, { error: `is empty: copy it from ${where}` })

const named = (help: string) =>
  z.string({ error: wants("a text", help) }).min(1, { error: `is empty: ${help}` })

/** A field that is a http(s) URL. */
export const httpUrl = (what: string) =>
  z
    .string({ error: wants("a text", `give ${what}`) })
    .min(1, { error: `is empty: give ${what}`, abort: true })
    .refine(isHttpUrl, { error: `is not a http(s) URL: give ${what}` })

const baseUrl = (what: string) => httpUrl(what).transform((url) => url.replace(/\/+$/, ""))

const KEY_FORM = `${KEY_BYTES} bytes as hex or base64, or a list of { id, key }, newest first`
const MAKE_KEY = `make one with "openssl rand -hex ${KEY_BYTES}"`
const KEY_HELP = `must be ${KEY_FORM}: ${MAKE_KEY}`
const wantsKey = wants(KEY_FORM, MAKE_KEY)
const isKey = (value: string) => decodeKey(value) !== null
const DRAWN = `repeats one byte, so anybody can guess it: make a key with "openssl rand -hex ${KEY_BYTES}"`
const isDrawn = (value: string) => {
  const key = decodeKey(value)
  return key === null || !isMonotonous(key)
}
const keyId = z
  .string()
  .regex(/^[\w-]{1,40}$/, { error: "must be 1 to 40 letters, digits, - or _" })
const keyringSchema = z.union(
  [
    z
      .string()
      .refine(isKey, { error: KEY_HELP })
      .refine(isDrawn, { error: DRAWN })
      .transform((key) => [{ id: DEFAULT_KEY_ID, key }]),
    z
      .array(
        z.strictObject({
          id: keyId,
          key: z.string().refine(isKey, { error: KEY_HELP }).refine(isDrawn, { error: DRAWN }),
        }),
      )
      .min(1, { error: KEY_HELP })
      .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, {
        error: "names two keys by one id: give each key an id of its own",
      }),
  ],
  // Of a text or a list that is wrong, the type says nothing.
  { error: (issue) => (isKeyShaped(issue.input) ? KEY_HELP : wantsKey(issue)) },
)

const ID_HELP = "copy the Application ID from Discord's developer portal"
const CONTACT = "give the address where customers reach the store"
const DAYS = wantsIfGiven("a number of days")

const optionsSchema = z.strictObject(
  {
    clientId: z
      .string({ error: wants("a text", ID_HELP) })
      .trim()
      .min(1, { error: `is empty: ${ID_HELP}`, abort: true })
      .regex(SNOWFLAKE, { error: "is not an Application ID (17 to 19 digits, as a string)" }),
    clientSecret: secret("OAuth2 in Discord's developer portal"),
    botToken: secret("Bot in Discord's developer portal"),
    encryptionKey: keyringSchema,
    backendUrl: baseUrl("the address of this Medusa server as a browser reaches it"),
    redirectUrls: z
      .array(httpUrl("full http(s) URLs"), {
        error: wants(
          "a list",
          "list the storefront pages a browser may be sent back to, the default first",
        ),
      })
      .default([]),
    hostedPages: z
      .strictObject(
        {
          storeName: named("give the store's name")
            .trim()
            .min(1, { error: "is empty: give the store's name" })
            .max(100, { error: "may have at most 100 characters" })
            .optional(),
          logoUrl: httpUrl("the full address of the store's logo").optional(),
          storeUrl: httpUrl("the full address of the store's front page").optional(),
          supportUrl: z
            .string({ error: wants("a text", CONTACT) })
            .refine(isContact, { error: `is no http(s) or mailto address: ${CONTACT}` })
            .optional(),
        },
        { error: wantsIfGiven("an object") },
      )
      .default({}),
    publicKey: z
      .string({ error: wantsIfGiven("a text") })
      .regex(/^[0-9a-f]{64}$/i, { error: "is not the application's public key (64 hex digits)" })
      .optional(),
    apiUrl: baseUrl("Discord's API or a proxy of it").default("https://discord.com/api"),
    webUrl: baseUrl("Discord's web origin").default("https://discord.com"),
    grantOn: z
      .enum(["authorized", "captured"], { error: wantsOneOf('"authorized" or "captured"') })
      .default("authorized"),
    revokeOnRefund: z
      .enum(["full", "any", "never"], { error: wantsOneOf('"full", "any" or "never"') })
      .default("full"),
    requireConnection: z
      .union([z.boolean(), z.literal("warn")], { error: wantsOneOf('true, false or "warn"') })
      .default(false),
    notifications: z
      .strictObject(
        {
          connect: z
            .strictObject(
              {
                channel: named('name a channel, e.g. "email"'),
                template: named("name the template of your notification provider"),
              },
              { error: wantsIfGiven("an object with channel and template") },
            )
            .optional(),
          reminderDays: z
            .number({ error: DAYS })
            .int({ error: "must be a whole number of days" })
            .min(1, { error: "must be at least 1 day" })
            .max(30, { error: "must be at most 30 days" })
            .optional(),
        },
        { error: wantsIfGiven("an object") },
      )
      .default({}),
    subscriptions: subscriptionsSchema.default([]),
    gateway: z.boolean({ error: wantsIfGiven("true or false") }).default(false),
    activityRetentionDays: z
      .number({ error: DAYS })
      .int({ error: "must be a whole number of days" })
      .min(1, { error: "must be at least 1 day" })
      .default(90),
    requestsPerSecond: z
      .number({ error: wantsIfGiven("a number of requests per second, from 1 to 50") })
      .min(1, { error: "must be at least 1" })
      .max(50, { error: "must be at most 50, which is what Discord allows a bot" })
      .default(45),
  },
  { error: wantsIfGiven("an object") },
)

/** The options as the plugin uses them: checked, with every default filled in. */
export type DiscordOptions = z.output<typeof optionsSchema>

type OptionsInput = z.input<typeof optionsSchema>
/** What comes from the environment has to be there, but the compiler cannot know: the boot says what is missing. */
type FromEnvironment = "clientId" | "clientSecret" | "botToken" | "encryptionKey" | "backendUrl"
/** What a store writes down in `medusa-config.ts`: `options: { ... } satisfies DiscordPluginOptions`. */
export type DiscordPluginOptions = {
  [Name in keyof Omit<OptionsInput, "subscriptions">]: Name extends FromEnvironment
    ? OptionsInput[Name] | undefined
    : OptionsInput[Name]
} & { subscriptions?: SubscriptionSourceOption[] | undefined }

/** What signing in with Discord needs of the same application. */
export const applicationSchema = optionsSchema.pick({
  clientId: true,
  clientSecret: true,
  encryptionKey: true,
  apiUrl: true,
  webUrl: true,
})

/**
 * Checks the plugin's options.
 *
 * @param raw what `medusa-config.ts` holds
 * @returns the options with their defaults, URLs without trailing slash
 * @throws MedusaError naming every wrong field and how to mend it; never a value, since values may be secrets
 */
export function parseOptions(raw: unknown): DiscordOptions {
  return checked(optionsSchema, raw, {
    of: "this plugin",
    failed: "medusa-plugin-discord-roles cannot start, its options in medusa-config.ts are wrong:",
  })
}

/**
 * Checks options against a schema.
 *
 * @param schema what they have to be
 * @param raw what `medusa-config.ts` holds
 * @param words for the error
 * @param words.of whose options they are
 * @param words.failed its first line
 * @throws MedusaError naming every wrong field and how to mend it; never a value, since values may be secrets
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  { of, failed }: { of: string; failed: string },
): z.output<Schema> {
  const parsed = schema.safeParse(raw ?? {})
  if (parsed.success) {
    return parsed.data
  }
  const lines = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((name) => `  - ${[...issue.path, name].join(".")} is not an option of ${of}`)
      : [`  - ${issue.path.join(".") || "options"} ${issue.message}`],
  )
  throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, [failed, ...lines].join("\n"))
}

function isKeyShaped(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || Array.isArray(value)
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function isContact(value: string): boolean {
  return isHttpUrl(value) || (URL.canParse(value) && new URL(value).protocol === "mailto:")
}
