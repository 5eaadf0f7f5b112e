import type { SubscriptionSource } from "../subscription/subscription-sources.rules"

/** What a store may set that is nobody's secret. */
export interface OpenOptions {
  grantOn: "authorized" | "captured"
  revokeOnRefund: "full" | "any" | "never"
  requireConnection: boolean | "warn"
  notifications: {
    connect?: { channel: string } | undefined
    reminderDays?: number | undefined
  }
  subscriptions: readonly SubscriptionSource[]
  redirectUrls: readonly string[]
  hostedPages: {
    storeName?: string | undefined
    logoUrl?: string | undefined
    storeUrl?: string | undefined
    supportUrl?: string | undefined
  }
  gateway: boolean
  requestsPerSecond: number
  activityRetentionDays: number
}

/** The options as a page shows them: named one by one, so that a secret among them would have to be named, too. */
export interface OptionsInForce {
  grant_on: OpenOptions["grantOn"]
  revoke_on_refund: OpenOptions["revokeOnRefund"]
  require_connection: OpenOptions["requireConnection"]
  /** Null = buyers are sent no message. */
  connect_message: { channel: string; reminder_days: number | null } | null
  subscriptions: {
    name: string
    grace_days: number
    /** Up to when changes were looked through; null = not yet, or only its own code can tell. */
    read_at: string | null
  }[]
  redirect_urls: string[]
  /** What the plugin's own pages show; null = the option is not set. */
  hosted_pages: {
    store_name: string | null
    logo_url: string | null
    store_url: string | null
    support_url: string | null
  }
  /** Whether the store listens to Discord's gateway. */
  gateway: boolean
  requests_per_second: number
  activity_retention_days: number
}

/** @param readAt up to when the changes of each source were looked through, by the source's name */
export function optionsInForce(
  options: OpenOptions,
  readAt: ReadonlyMap<string, Date>,
): OptionsInForce {
  const { connect, reminderDays = null } = options.notifications
  const { storeName, logoUrl, storeUrl, supportUrl } = options.hostedPages
  return {
    grant_on: options.grantOn,
    revoke_on_refund: options.revokeOnRefund,
    require_connection: options.requireConnection,
    connect_message: connect ? { channel: connect.channel, reminder_days: reminderDays } : null,
    subscriptions: options.subscriptions.map(({ kind, name, graceDays }) => ({
      name,
      grace_days: graceDays,
      // Of a function a sweep asks nothing by itself: that it came by says nothing of the subscriptions.
      read_at: kind === "entity" ? (readAt.get(name)?.toISOString() ?? null) : null,
    })),
    redirect_urls: options.redirectUrls.map(withoutLogin),
    hosted_pages: {
      store_name: storeName ?? null,
      logo_url: logoUrl === undefined ? null : withoutLogin(logoUrl),
      store_url: storeUrl === undefined ? null : withoutLogin(storeUrl),
      support_url: supportUrl === undefined ? null : withoutLogin(supportUrl),
    },
    gateway: options.gateway,
    requests_per_second: options.requestsPerSecond,
    activity_retention_days: options.activityRetentionDays,
  }
}

/** An address may carry a name and a password in front of its host. */
function withoutLogin(address: string): string {
  const url = new URL(address)
  if (url.username === "" && url.password === "") {
    return address
  }
  url.username = ""
  url.password = ""
  return url.href
}
