import { createHash, randomBytes } from "node:crypto"

/** A week, in seconds: what Discord gives. */
export const ACCESS_TOKEN_SECONDS = 604_800

/** An authorisation code lives one minute here; Discord promises no number. */
const CODE_MS = 60_000

/** One pair of tokens, from one exchange or one refresh. */
export interface Grant {
  client_id: string
  user_id: string
  scopes: string[]
  access_token: string
  refresh_token: string
  expires_at: number
  /** Set when the pair was refreshed, revoked, or the user removed the application. */
  revoked: boolean
}

/** What the consent page decided, waiting to be exchanged for tokens. */
export interface PendingCode {
  client_id: string
  user_id: string
  scopes: string[]
  redirect_uri: string
  code_challenge: string | null
  guild_id: string | null
  expires_at: number
}

/** A plain secret that passed through this Discord, and which kind it is. */
export interface IssuedSecret {
  kind: "code" | "code_verifier" | "access_token" | "refresh_token"
  value: string
}

/** OAuth codes and tokens. Codes and refresh tokens work once. */
export class TokenVault {
  private readonly issued: IssuedSecret[] = []
  private readonly codes = new Map<string, PendingCode>()
  private readonly grants: Grant[] = []
  private readonly byAccess = new Map<string, Grant>()
  private readonly byRefresh = new Map<string, Grant>()

  /**
   * @param onRevoked told when all tokens of a user for an application have died, if there were any
   */
  constructor(
    private readonly now: () => number,
    private readonly onRevoked: (userId: string, clientId: string) => void,
  ) {}

  clear(): void {
    this.issued.length = 0
    this.codes.clear()
    this.grants.length = 0
    this.byAccess.clear()
    this.byRefresh.clear()
  }

  issueCode(input: Omit<PendingCode, "expires_at">): string {
    const code = secret(22)
    this.issued.push({ kind: "code", value: code })
    this.codes.set(code, { ...input, expires_at: this.now() + CODE_MS })
    return code
  }

  /** Looks a code up without using it: a wrong verifier does not burn somebody else's code. */
  peekCode(code: string): PendingCode | undefined {
    const pending = this.codes.get(code)
    return pending && pending.expires_at > this.now() ? pending : undefined
  }

  burnCode(code: string): void {
    this.codes.delete(code)
  }

  issue(input: Pick<Grant, "client_id" | "user_id" | "scopes">): Grant {
    const grant: Grant = {
      ...input,
      access_token: secret(22),
      refresh_token: secret(22),
      expires_at: this.now() + ACCESS_TOKEN_SECONDS * 1000,
      revoked: false,
    }
    this.grants.push(grant)
    this.byAccess.set(grant.access_token, grant)
    this.byRefresh.set(grant.refresh_token, grant)
    this.issued.push(
      { kind: "access_token", value: grant.access_token },
      { kind: "refresh_token", value: grant.refresh_token },
    )
    return grant
  }

  /** A caller showed this PKCE verifier. */
  noteVerifier(value: string): void {
    this.issued.push({ kind: "code_verifier", value })
  }

  /** Every code and token given out and every verifier shown, dead or alive: for tests that look for leaks. */
  allSecrets(): IssuedSecret[] {
    return [...this.issued]
  }

  /** A live access token's grant; undefined when unknown, revoked or expired. */
  byAccessToken(token: string): Grant | undefined {
    const grant = this.byAccess.get(token)
    return grant && !grant.revoked && grant.expires_at > this.now() ? grant : undefined
  }

  /** A refresh token's grant, when it was not used or revoked yet. */
  byRefreshToken(token: string): Grant | undefined {
    const grant = this.byRefresh.get(token)
    return grant && !grant.revoked ? grant : undefined
  }

  /** Any token, dead or alive: revoking an old token is still understood. */
  find(token: string): Grant | undefined {
    return this.byAccess.get(token) ?? this.byRefresh.get(token)
  }

  /**
   * Revoking one token kills ALL tokens of that user for the application.
   *
   * @param clientId every application when left out
   */
  revokeAll(userId: string, clientId?: string): number {
    const isMeant = (of: { user_id: string; client_id: string }) =>
      of.user_id === userId && (clientId === undefined || of.client_id === clientId)
    const live = this.grants.filter((grant) => !grant.revoked && isMeant(grant))
    for (const grant of live) grant.revoked = true
    for (const [code, pending] of this.codes) {
      if (isMeant(pending)) this.codes.delete(code)
    }
    for (const id of new Set(live.map((grant) => grant.client_id))) this.onRevoked(userId, id)
    return live.length
  }

  /** Makes a user's access tokens old at once. Their refresh tokens still work. */
  expireAccess(userId: string): void {
    for (const grant of this.grants) if (grant.user_id === userId) grant.expires_at = this.now()
  }

  ofUser(userId: string): Grant[] {
    return this.grants.filter((grant) => grant.user_id === userId)
  }

  /** True when the user already agreed to all these scopes, so `prompt=none` may skip the page. */
  hasAuthorized(userId: string, clientId: string, scopes: string[]): boolean {
    const given = this.grants.filter(
      (g) => !g.revoked && g.user_id === userId && g.client_id === clientId,
    )
    return scopes.every((scope) => given.some((grant) => grant.scopes.includes(scope)))
  }

  /** The user of the newest authorisation, for a browser that does not say who it is. */
  lastUser(clientId: string): string | undefined {
    return this.grants.findLast((grant) => grant.client_id === clientId)?.user_id
  }
}

export function secret(bytes: number): string {
  return randomBytes(bytes).toString("base64url")
}

/** A short name for a token that can be shown without giving it away. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 16)
}
