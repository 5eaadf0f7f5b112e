import { say, type Message } from "../../../messages"

/** How often something may be asked for within a time. */
export interface RequestLimit {
  requests: number
  /** Length of the window, which begins with its first request. */
  seconds: number
}

/**
 * What outsiders may ask for how often. Far above what a person does, and nothing here counts an honest buyer by their
 * address alone: a whole office, or a storefront's server, may share one.
 */
export const REQUEST_LIMITS = {
  /** A customer who begins to connect Discord. */
  connect_customer: { requests: 30, seconds: 600 },
  /** A guest's cart with which Discord is connected. */
  connect_cart: { requests: 30, seconds: 600 },
  /** All who begin to connect from one address: the storefront's server, when it asks for its customers. */
  connect_address: { requests: 600, seconds: 60 },
  /** One claim link that is opened. */
  claim_link: { requests: 30, seconds: 600 },
  /** A browser that looks at its account on the plugin's own pages. */
  account_page: { requests: 120, seconds: 60 },
  /** A customer who follows links into servers: each may be an invitation, and some calls to Discord. */
  join_customer: { requests: 10, seconds: 600 },
  /** All who follow one from one address. */
  join_address: { requests: 300, seconds: 60 },
  /** A customer who has the store look at them in Discord again. */
  resync_customer: { requests: 6, seconds: 60 },
  /** Links, tokens and ways back from Discord that an address tried and that were refused. Those that work are not counted. */
  refused_address: { requests: 60, seconds: 60 },
} as const satisfies Record<string, RequestLimit>
export type RequestLimitName = keyof typeof REQUEST_LIMITS

/** @param seconds until the next request is taken */
export function tooManyRequests(seconds: number): Message {
  return seconds < 90
    ? say("request.too_many_seconds", { seconds })
    : say("request.too_many_minutes", { minutes: Math.ceil(seconds / 60) })
}
