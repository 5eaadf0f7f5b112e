/** `POST /admin/orders/:id/discord/claim`: shown once, since the store keeps no readable copy. */
export interface AdminDiscordClaimResponse {
  /** The page that leads the guest to Discord. Whoever opens it first claims the order's roles. */
  claim_url: string
  expires_at: string
}

/** `POST /store/discord/claims` */
export interface StoreClaimDiscordOrder {
  /** `token` of the claim link. */
  token: string
  /** One of the store's `redirectUrls`; the first when left out. */
  redirect_url?: string
}

/** `POST /admin/orders/:id/discord/message` */
export interface AdminDiscordMessageResponse {
  order_id: string
  /** The e-mail address it went to. */
  to: string
}
