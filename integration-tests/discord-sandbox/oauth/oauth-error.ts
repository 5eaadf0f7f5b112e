/** An error of the OAuth endpoints: `{error, error_description}` instead of Discord's `{message, code}`. */
export class OAuthError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly description?: string,
  ) {
    super(description ?? error)
  }

  body(): object {
    if (this.description === undefined) return { error: this.error }
    return { error: this.error, error_description: this.description }
  }
}

export function invalidGrant(field: string): OAuthError {
  return new OAuthError(400, "invalid_grant", `Invalid "${field}" in request.`)
}
