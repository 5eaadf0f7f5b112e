/** Query keys of one resource. The query is part of the key: another filter is another answer. */
export function queryKeysFactory<TQuery extends object = never>(resource: string) {
  const all = [resource] as const
  return {
    all,
    lists: () => [...all, "list"] as const,
    list: (query?: TQuery) => [...all, "list", { query }] as const,
    details: () => [...all, "detail"] as const,
    detail: (id: string, query?: TQuery) => [...all, "detail", id, { query }] as const,
  }
}
