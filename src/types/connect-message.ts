/** `data` of the message that asks a buyer to connect Discord: what a template may use. */
export interface DiscordConnectMessageData {
  order_id: string
  /** Number of the order as the shop shows it. */
  display_id: number
  customer_name: string | null
  /** Whether the order was placed without an account. */
  is_guest: boolean
  /** For guests: the link that leads to Discord and binds the order. Null for registered customers. */
  claim_url: string | null
  /** ISO time until which `claim_url` works. */
  claim_expires_at: string | null
  /**
   * For registered customers: the storefront's page on which they sign in and connect Discord: the first of `redirectUrls`, else
   * `hostedPages.storeUrl`. Null when the store has named neither.
   */
  connect_url: string | null
  /** The roles that wait, the highest of each server first. */
  roles: { server_name: string; role_name: string }[]
  /** Whether this is the reminder. */
  reminder: boolean
}
