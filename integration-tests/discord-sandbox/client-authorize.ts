export interface AuthorizeInput {
  user_id: string
  /** The guild to install a bot into. The user must be its owner or have MANAGE_GUILD. */
  guild_id?: string
  /** Default "allow". */
  decision?: "allow" | "deny"
  /** Only these of the requested scopes, as if the others were declined. */
  scopes?: string[]
}

/**
 * Opens the consent page as that user and presses a button.
 * @returns the address Discord redirects to.
 * @throws Error with the page's words when Discord shows an error page instead.
 */
export async function authorizeAs(url: string, input: AuthorizeInput): Promise<string> {
  const cookie = { Cookie: `sandbox_user=${input.user_id}` }
  const page = await fetch(url, { redirect: "manual", headers: cookie })
  const silent = page.headers.get("Location")
  if (silent !== null) return silent
  if (!page.ok) throw new Error(`Discord's consent page: ${textOf(await page.text())}`)

  const form = new URLSearchParams({
    user_id: input.user_id,
    decision: input.decision ?? "allow",
    ...(input.guild_id === undefined ? {} : { guild_id: input.guild_id }),
  })
  for (const scope of input.scopes ?? []) form.append("scopes", scope)
  const response = await fetch(url, { method: "POST", redirect: "manual", body: form })
  const location = response.headers.get("Location")
  if (location === null) throw new Error(`Discord's consent page: ${textOf(await response.text())}`)
  return location
}

/** The words of an error page. */
function textOf(page: string): string {
  const body = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? page
  return body
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
}
