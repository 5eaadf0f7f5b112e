/** The two things to be told of an incident. */
export type NoticeKind = "opened" | "closed"

export interface NoticeWords {
  title: string
  description: string
}

/** What the dashboard's notification feed says. */
export function incidentNotice(kind: NoticeKind, serverName: string, reason: string): NoticeWords {
  switch (kind) {
    case "opened":
      return {
        title: `Discord: ${serverName} needs you`,
        description: `${reason} What customers bought there waits until it is mended. Go to Settings > Discord.`,
      }
    case "closed":
      return {
        title: `Discord: ${serverName} works again`,
        description: "What waited there is being done now.",
      }
  }
}
