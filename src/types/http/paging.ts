/** What every paged list says beside its rows. */
export interface Page {
  count: number
  offset: number
  limit: number
}
