import { rows, type Db } from "../db/db"

/** What lets one person in, until when. */
export interface NewInvitation {
  code: string
  expires_at: Date
}

/** The invitation that a member was given, while it is good for long enough to follow it; null when there is none. */
export async function readInvitation(db: Db, membershipId: string): Promise<string | null> {
  const [found] = await rows<{ invite_code: string }>(
    db,
    `select invite_code from discord_membership
      where id = :id and invite_code is not null and invite_expires_at > now() + interval '1 minute'`,
    { id: membershipId },
  )
  return found?.invite_code ?? null
}

export async function saveInvitation(
  db: Db,
  membershipId: string,
  { code, expires_at }: NewInvitation,
): Promise<void> {
  await rows(
    db,
    `update discord_membership set invite_code = :code, invite_expires_at = :expires_at
      where id = :id`,
    { id: membershipId, code, expires_at },
  )
}
