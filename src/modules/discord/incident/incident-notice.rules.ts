import { say, type Message } from "../../../messages"

/** The two things to be told of an incident. */
export type NoticeKind = "opened" | "closed"

export interface NoticeText {
  title: Message
  description: Message
}

/** What the dashboard's notification feed says. */
export function incidentNotice(kind: NoticeKind, server: string, reason: Message): NoticeText {
  switch (kind) {
    case "opened":
      return {
        title: say("server.notice_opened_title", { server }),
        description: say("server.notice_opened", { why: reason }),
      }
    case "closed":
      return {
        title: say("server.notice_closed_title", { server }),
        description: say("server.notice_closed"),
      }
  }
}
