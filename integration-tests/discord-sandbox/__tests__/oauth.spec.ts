import {
  accessTokenOf,
  apiFetch,
  authorizeUrl,
  pkce,
  REDIRECT,
  startWorld,
  tokenCall,
} from "./world"

describe("OAuth", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeAll(async () => {
    world = await startWorld({ limits: "off" })
  })
  afterAll(() => world.sandbox.close())

  async function codeFor(params: Record<string, string> = {}): Promise<string> {
    const url = authorizeUrl(world.sandbox, world.application.client_id, params)
    const callback = await world.control.authorize(url, { user_id: world.mia.id })
    return new URL(callback).searchParams.get("code") ?? ""
  }
  const exchange = (form: Record<string, string>) =>
    tokenCall(world.sandbox, world.application, {
      grant_type: "authorization_code",
      redirect_uri: REDIRECT,
      ...form,
    })

  it("exchanges a code once, with its PKCE verifier", async () => {
    const { verifier, challenge } = pkce()
    const code = await codeFor({ code_challenge: challenge, code_challenge_method: "S256" })
    const wrong = await exchange({ code, code_verifier: pkce().verifier })
    expect(wrong).toMatchObject({ status: 400, body: { error: "invalid_grant" } })
    const right = await exchange({ code, code_verifier: verifier })
    expect(right.body).toMatchObject({
      token_type: "Bearer",
      expires_in: 604800,
      scope: "identify guilds.join",
    })
    expect(await exchange({ code, code_verifier: verifier })).toMatchObject({ status: 400 })
  })

  it("gives the state back, and tells of a refusal", async () => {
    const url = authorizeUrl(world.sandbox, world.application.client_id)
    const denied = await world.control.authorize(url, { user_id: world.mia.id, decision: "deny" })
    const query = new URL(denied).searchParams
    expect(query.get("error")).toBe("access_denied")
    expect(query.get("state")).toBe("s-1")
  })

  it("rotates the refresh token, which works once and takes the old access token with it", async () => {
    const first = await accessTokenOf(world, world.mia.id)
    const refresh = { grant_type: "refresh_token", refresh_token: first.refresh_token }
    const second = await tokenCall(world.sandbox, world.application, refresh)
    expect(second.status).toBe(200)
    expect(await tokenCall(world.sandbox, world.application, refresh)).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    })
    expect(await me(first.access_token)).toBe(401)
    expect(await me(second.body.access_token)).toBe(200)
  })

  it("kills all of a user's tokens when one is revoked", async () => {
    const one = await accessTokenOf(world, world.mia.id)
    const two = await accessTokenOf(world, world.mia.id)
    const { client_id, client_secret } = world.application
    const response = await apiFetch(world.sandbox, "/v10/oauth2/token/revoke", {
      method: "POST",
      body: new URLSearchParams({ token: one.refresh_token, client_id, client_secret }),
    })
    expect(response.status).toBe(200)
    expect(await me(two.access_token)).toBe(401)
  })

  it("refuses a wrong secret, a JSON body, an unknown redirect and an unknown scope", async () => {
    const bad = { ...world.application, client_secret: "wrong" }
    const refused = await tokenCall(world.sandbox, bad, { grant_type: "refresh_token" })
    expect(refused).toMatchObject({ status: 401, body: { error: "invalid_client" } })

    const json = await apiFetch(world.sandbox, "/oauth2/token", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ grant_type: "refresh_token" }),
    })
    expect(json.status).toBe(400)

    const elsewhere = authorizeUrl(world.sandbox, world.application.client_id, {
      redirect_uri: `${REDIRECT}/x`,
    })
    const mia = { user_id: world.mia.id }
    await expect(world.control.authorize(elsewhere, mia)).rejects.toThrow(
      "Invalid OAuth2 redirect_uri",
    )

    const scope = authorizeUrl(world.sandbox, world.application.client_id, { scope: "everything" })
    expect(await world.control.authorize(scope, mia)).toContain("error=invalid_scope")
  })

  it("lets a person decline a scope, and tells which were granted", async () => {
    const url = authorizeUrl(world.sandbox, world.application.client_id)
    const input = { user_id: world.mia.id, scopes: ["identify"] }
    const callback = new URL(await world.control.authorize(url, input))
    const { body } = await exchange({ code: callback.searchParams.get("code") ?? "" })
    expect(body.scope).toBe("identify")
    const response = await apiFetch(world.sandbox, "/v10/oauth2/@me", {
      headers: { Authorization: `Bearer ${body.access_token}` },
    })
    expect(await response.json()).toMatchObject({
      scopes: ["identify"],
      user: { id: world.mia.id },
    })
  })

  it("skips the page for prompt=none when the person agreed before", async () => {
    await accessTokenOf(world, world.mia.id)
    const url = authorizeUrl(world.sandbox, world.application.client_id, { prompt: "none" })
    const headers = { Cookie: `sandbox_user=${world.mia.id}` }
    const silent = await fetch(url, { redirect: "manual", headers })
    expect(silent.status).toBe(303)
    expect(silent.headers.get("Location")).toContain("code=")
    const owner = { Cookie: `sandbox_user=${world.owner.id}` }
    expect((await fetch(url, { redirect: "manual", headers: owner })).status).toBe(200)
  })

  it("installs a bot at the very bottom and returns the guild with its roles", async () => {
    const guild = await world.control.createGuild({
      name: "Other",
      owner_id: world.owner.id,
      roles: [{ name: "VIP" }],
    })
    const url = authorizeUrl(world.sandbox, world.application.client_id, {
      scope: "bot identify",
      permissions: "268435457",
    })
    const asMia = world.control.authorize(url, { user_id: world.mia.id, guild_id: guild.id })
    await expect(asMia).rejects.toThrow("MANAGE_GUILD")
    const input = { user_id: world.owner.id, guild_id: guild.id }
    const callback = new URL(await world.control.authorize(url, input))
    expect(callback.searchParams.get("guild_id")).toBe(guild.id)
    expect(callback.searchParams.get("permissions")).toBe("268435457")
    const { body } = await exchange({ code: callback.searchParams.get("code") ?? "" })
    expect(body.guild?.id).toBe(guild.id)
    expect(body.guild?.roles).toHaveLength(3)
    const names = (await world.control.roles(guild.id)).map((role) => role.name)
    expect(names).toEqual(["@everyone", "Store", "VIP"])
  })

  it("tells the e-mail address with its scope alone, and whether it is verified", async () => {
    const told = async (scope: string) => {
      const { access_token } = await accessTokenOf(world, world.mia.id, scope)
      const headers = { Authorization: `Bearer ${access_token}` }
      const answer = await apiFetch(world.sandbox, "/v10/users/@me", { headers })
      const { email, verified } = (await answer.json()) as { email?: unknown; verified?: unknown }
      return { email, verified }
    }
    expect(await told("identify")).toEqual({})
    expect(await told("identify email")).toEqual({ email: "mia@discord.test", verified: true })
    await world.control.updateUser(world.mia.id, { verification: "unverified" })
    expect(await told("identify email")).toEqual({ email: "mia@discord.test", verified: false })
    await world.control.updateUser(world.mia.id, { verification: "done", email: null })
    expect(await told("identify email")).toEqual({ email: null, verified: false })
  })

  async function me(token: string): Promise<number> {
    const headers = { Authorization: `Bearer ${token}` }
    return (await apiFetch(world.sandbox, "/v10/users/@me", { headers })).status
  }
})
