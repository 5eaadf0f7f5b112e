/** The activity log with one filter set, as its table writes it into the address. */
export function activityLink(filter: "server_id" | "order_id" | "customer_id", id: string): string {
  const value = JSON.stringify(filter === "server_id" ? [id] : id)
  return `/settings/discord/activity?${new URLSearchParams({ [filter]: value }).toString()}`
}
