import { readChoreAges, readSweep } from "../chore/chore-silence.store"
import { TokenSeals } from "../account/token-seals.service"
import { isDiscordFailure } from "../discord-api/errors"
import type { SyncDeps } from "../engine/deps"
import { ownerOf } from "../engine/run/error-owner.rules"
import { SWEPT_TABLES } from "../chore/swept-tables.rules"
import { readSweptTables } from "../chore/swept-tables.store"
import { readWatermarks } from "../chore/watermark.store"
import { gatewayChecks } from "../gateway/gateway-check.rules"
import { readGateway } from "../gateway/gateway-state.store"
import type { DiscordOptions } from "../options"
import {
  addressChecks,
  applicationChecks,
  choreChecks,
  indexChecks,
  lockChecks,
  processChecks,
  sealChecks,
  sweepChecks,
  unaskedChecks,
  type ApplicationCheck,
} from "./application-checks.rules"
import { readApplicationFacts } from "./application-facts.service"
import { optionsInForce, type OpenOptions, type OptionsInForce } from "./options-in-force.rules"
import type { ProcessService } from "../operations/process.service"
import { runningProcesses } from "../operations/process.store"
import { readSetupFacts } from "./setup-facts.store"
import { setupProgress, type SetupProgress } from "./setup-progress.rules"

type ApplicationDeps = Pick<SyncDeps, "db" | "bot" | "oauth" | "keyring" | "limits" | "logger">
type ApplicationOptions = Pick<
  DiscordOptions,
  "backendUrl" | "clientId" | "publicKey" | "webUrl" | keyof OpenOptions
>

/** What concerns the application of signing in with Discord. */
export interface SignInFacts {
  /** Null = the store does not offer it. */
  provider: { client_id: string; pages: readonly string[] } | null
  /** Consents that wait for their customers, as they are sealed. */
  sealed_consents: readonly string[]
}

/** The store's application at Discord. */
export class ApplicationService {
  readonly #deps: ApplicationDeps
  readonly #options: ApplicationOptions
  readonly #process: Pick<ProcessService, "otherTokens">

  constructor(
    deps: ApplicationDeps,
    options: ApplicationOptions,
    process: Pick<ProcessService, "otherTokens">,
  ) {
    this.#deps = deps
    this.#options = options
    this.#process = process
  }

  /**
   * Holds each option against what Discord says, and looks at what the database knows. That Discord cannot be asked is one check
   * more: what the database knows is told all the same.
   *
   * @param signIn what the store has of signing in with Discord, which is set up in Medusa's Auth Module
   */
  async retrieve(signIn: SignInFacts): Promise<{
    checks: ApplicationCheck[]
    client_id: string
    redirect_uri: string
    portal_url: string
  }> {
    const { db, oauth } = this.#deps
    const { clientId: client_id, webUrl } = this.#options
    const redirect_uri = oauth.redirectUri
    const [application, sweep, running, tables, seals, listening, tokens, ages] = await Promise.all(
      [
        this.#ask(signIn),
        readSweep(db),
        runningProcesses(db),
        readSweptTables(
          db,
          SWEPT_TABLES.map(({ table }) => table),
        ),
        new TokenSeals(this.#deps).count(signIn.sealed_consents),
        readGateway(db),
        this.#process.otherTokens(),
        readChoreAges(db),
      ],
    )
    return {
      checks: [
        ...application,
        ...sweepChecks(sweep.ms),
        ...choreChecks(ages),
        ...processChecks(tokens),
        ...lockChecks(running),
        ...indexChecks(tables),
        ...sealChecks(seals),
        ...gatewayChecks(listening, this.#options.gateway),
      ],
      client_id,
      redirect_uri,
      portal_url: `${webUrl}/developers/applications/${client_id}`,
    }
  }

  /** How far the set-up is, from what is stored. */
  async retrieveProgress(): Promise<SetupProgress> {
    return setupProgress(await readSetupFacts(this.#deps.db))
  }

  /** The options that are nobody's secret, and when each source of subscriptions was last read. */
  async retrieveOptions(): Promise<OptionsInForce> {
    const mark = ({ name }: { name: string }) => `subscription:${name}`
    const { subscriptions } = this.#options
    const marks =
      subscriptions.length > 0
        ? await readWatermarks(this.#deps.db, subscriptions.map(mark))
        : new Map<string, Date>()
    const readAt = subscriptions.flatMap((source) => {
      const at = marks.get(mark(source))
      return at ? [[source.name, at] as const] : []
    })
    return optionsInForce(this.#options, new Map(readAt))
  }

  async #ask(signIn: SignInFacts): Promise<ApplicationCheck[]> {
    const { bar } = this.#deps.limits
    if (bar.isUp(Date.now())) {
      return addressChecks()
    }
    try {
      return await this.#check(signIn)
    } catch (error) {
      if (!isDiscordFailure(error)) {
        throw error
      }
      // This very call may have found out.
      return bar.isUp(Date.now()) ? addressChecks() : unaskedChecks(ownerOf(error, "token").message)
    }
  }

  async #check({ provider }: SignInFacts): Promise<ApplicationCheck[]> {
    const { oauth } = this.#deps
    const bot = this.#deps.bot.whileSomebodyWaits()
    const { backendUrl, clientId: client_id, publicKey } = this.#options
    const facts = await readApplicationFacts(bot, oauth)
    const { redirectUri: redirect_uri } = oauth
    return applicationChecks(facts, {
      client_id,
      redirect_uri,
      // What another application has registered cannot be read with this bot's token.
      sign_in_pages: provider?.client_id === client_id ? provider.pages : null,
      public_key: publicKey ?? null,
      webhook_url: `${backendUrl}/discord/webhook`,
    })
  }
}
