/** The page of who has access to a product or a variant, below `/app`, as its table writes the filter into the address. */
export function accessTo(filter: "product_id" | "variant_id", id: string): string {
  const query = new URLSearchParams({ [filter]: JSON.stringify([id]) })
  return `/settings/discord/access?${query.toString()}`
}
