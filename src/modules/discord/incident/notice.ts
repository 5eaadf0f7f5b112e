import type { NoticeText } from "./incident-notice.rules"

/** What the dashboard's notification feed is to say of a server. */
export interface Notice extends NoticeText {
  /** Sent once, whoever sends it and however often. */
  key: string
  server_id: string
  /** Remembers that it was sent. */
  markSent: () => Promise<void>
}
