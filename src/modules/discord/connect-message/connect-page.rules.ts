/** The pages that a store has named. */
interface StorePages {
  redirectUrls: readonly string[]
  hostedPages: { storeUrl?: string | undefined }
}

/** Where a registered customer signs in and connects Discord; null when the store has named no page: nothing else can sign them in. */
export function connectPageOf({ redirectUrls, hostedPages }: StorePages): string | null {
  return redirectUrls[0] ?? hostedPages.storeUrl ?? null
}
