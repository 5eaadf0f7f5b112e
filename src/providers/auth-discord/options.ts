import { z } from "@medusajs/framework/zod"
import { wants } from "../../modules/discord/option-words.rules"
import { applicationSchema, checked, httpUrl } from "../../modules/discord/options"

const HELP = "the storefront page that Discord sends browsers back to, or a list, the default first"
const wantsUrl = wants("a text or a list", `give ${HELP}`)
const page = httpUrl(HELP)

const signInSchema = applicationSchema.extend({
  callbackUrl: z
    .union(
      [page.transform((url) => [url]), z.array(page).min(1, { error: `is empty: list ${HELP}` })],
      {
        // Of a text or a list that is wrong, the type says nothing.
        error: (issue) =>
          typeof issue.input === "string" || Array.isArray(issue.input)
            ? `must hold full http(s) URLs: give ${HELP}`
            : wantsUrl(issue),
      },
    )
    .transform(([first, ...others]) => [first ?? "", ...others] as const),
})

/** The provider's options as it uses them: checked, with every default filled in. */
export type SignInOptions = z.output<typeof signInSchema>

type Input = z.input<typeof signInSchema>
/** What comes from the environment has to be there, but the compiler cannot know: the boot says what is missing. */
type FromEnvironment = "clientId" | "clientSecret" | "encryptionKey" | "callbackUrl"
/** What a store writes down for the provider `medusa-plugin-discord-roles/providers/auth-discord`. */
export type DiscordSignInOptions = {
  [Name in keyof Input]: Name extends FromEnvironment ? Input[Name] | undefined : Input[Name]
}

/**
 * Checks the provider's options.
 *
 * @param raw what `medusa-config.ts` holds
 * @returns the options with their defaults; of `callbackUrl` always a list
 * @throws MedusaError naming every wrong field and how to mend it; never a value, since values may be secrets
 */
export function parseSignInOptions(raw: unknown): SignInOptions {
  return checked(signInSchema, raw, {
    of: "signing in with Discord",
    failed:
      "Signing in with Discord cannot start, the options of medusa-plugin-discord-roles/providers/auth-discord in medusa-config.ts are wrong:",
  })
}
