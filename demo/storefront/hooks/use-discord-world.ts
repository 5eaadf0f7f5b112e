import { useEffect, useState } from "react"

export interface DiscordRole {
  id: string
  name: string
  color: number
}

export interface DiscordMember {
  id: string
  name: string
  bot: boolean
  roles: string[]
}

export interface DiscordServer {
  id: string
  name: string
  roles: DiscordRole[]
  members: DiscordMember[]
}

export interface DiscordEvent {
  id: number
  /** Unix time in milliseconds. */
  at: number
  type: "join" | "leave" | "kick" | "role_add" | "role_remove"
  user: string
  role: { name: string; color: number } | null
}

export interface DiscordWorld {
  guilds: DiscordServer[]
  events: DiscordEvent[]
}

/** What anybody in Discord would see, as it happens; undefined until it is known. */
export function useDiscordWorld(): DiscordWorld | undefined {
  const [world, setWorld] = useState<DiscordWorld>()
  useEffect(() => {
    const stream = new EventSource("/discord/stream")
    stream.addEventListener("message", ({ data }) =>
      setWorld(JSON.parse(data as string) as DiscordWorld),
    )
    return () => stream.close()
  }, [])
  return world
}
