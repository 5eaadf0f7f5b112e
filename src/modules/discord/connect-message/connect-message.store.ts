import { say } from "../../../messages"
import { newId, rows, type Db } from "../db/db"
import { writeActivity } from "../activity/activity.store"
import { linksToSql } from "../account/ownership.store"
import { PROMISED } from "../claim/promised-roles.store"

/** Orders older than this get no message: nobody expects one for what a backfill or a late capture brings up. */
export const RECENT_DAYS = 7
const MAX_ATTEMPTS = 10
/** Minutes until a message that failed is tried again: twice as long each time, six hours at most. */
const MAX_WAIT_MINUTES = 360

export interface DueMessage {
  id: string
  order_id: string
  customer_id: string
  /** Null = never sent; else it is time for the reminder. */
  sent_at: Date | null
  attempts: number
}

/** A buyer who connects at once needs no message. */
const FIRST_AFTER_MINUTES = 1

/** A role that an order gives, as the message names it. */
export interface PromisedRole {
  server_name: string
  role_name: string
}

const UNLINKED = `not exists ${linksToSql("e")}`

/** Notes a message for a recent order that gives roles to somebody who is not linked: one an order, however often asked. */
export async function planMessage(db: Db, orderId: string): Promise<void> {
  await rows(
    db,
    `insert into discord_connect_message (id, order_id, customer_id, next_attempt_at)
     select :id, e.source_id, e.customer_id,
            now() + ${FIRST_AFTER_MINUTES} * interval '1 minute' ${PROMISED}
        and e.starts_at > now() - ${RECENT_DAYS} * interval '1 day' and ${UNLINKED}
      limit 1
     on conflict (order_id) where deleted_at is null do nothing`,
    { id: newId("dmsg"), order_id: orderId },
  )
}

/** The message of an order that is to be sent now whatever was sent before. */
export async function noteMessage(
  db: Db,
  orderId: string,
  customerId: string,
): Promise<DueMessage> {
  const [message] = await rows<DueMessage>(
    db,
    `insert into discord_connect_message (id, order_id, customer_id)
     values (:id, :order_id, :customer_id)
     on conflict (order_id) where deleted_at is null do update set
       customer_id = excluded.customer_id, updated_at = now()
     returning id, order_id, customer_id, sent_at, attempts`,
    { id: newId("dmsg"), order_id: orderId, customer_id: customerId },
  )
  if (!message) {
    throw new Error("The message was not stored")
  }
  return message
}

export async function readSentAt(db: Db, orderId: string): Promise<Date | null> {
  const [message] = await rows<{ sent_at: Date | null }>(
    db,
    `select sent_at from discord_connect_message
      where order_id = :order_id and deleted_at is null`,
    { order_id: orderId },
  )
  return message?.sent_at ?? null
}

/** Takes one message that is due. Until it is reported, it comes due again by itself: a killed process loses none. */
export async function takeMessage(db: Db): Promise<DueMessage | null> {
  const [message] = await rows<DueMessage>(
    db,
    `update discord_connect_message set attempts = attempts + 1, updated_at = now(),
            next_attempt_at = now()
              + least(power(2, attempts + 1), ${MAX_WAIT_MINUTES}) * interval '1 minute'
      where id = (select id from discord_connect_message
                   where next_attempt_at <= now() and deleted_at is null
                   order by next_attempt_at limit 1 for update skip locked)
      returning id, order_id, customer_id, sent_at, attempts`,
  )
  return message ?? null
}

/** Whether the customer of an order has still to connect Discord, and the roles that wait for it. */
export async function promisedRoles(db: Db, orderId: string): Promise<PromisedRole[]> {
  return rows<PromisedRole>(
    db,
    `select server_name, role_name from (
       select distinct s.name as server_name, r.name as role_name, r.position ${PROMISED}
          and ${UNLINKED}) as roles
      order by server_name, position desc`,
    { order_id: orderId },
  )
}

/** @param reminderDays when to remind; null = never */
export async function messageSent(
  db: Db,
  message: DueMessage,
  { reminder, reminderDays }: { reminder: boolean; reminderDays: number | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    await rows(
      tx,
      `update discord_connect_message
          set sent_at = coalesce(sent_at, now()), attempts = 0, error_message = null,
              reminded_at = case when :reminder then now() else reminded_at end,
              next_attempt_at = case when not :reminder and reminded_at is null
                then now() + cast(:days as float) * interval '1 day' end,
              updated_at = now()
        where id = :id`,
      { id: message.id, reminder, days: reminderDays },
    )
    const said = reminder ? say("activity.buyer_reminded") : say("activity.buyer_asked")
    await writeActivity(tx, [{ action: "message_sent", trigger: message.order_id, message: said }])
  })
}

/** Nothing to send any more: the buyer has connected, or the order gives nothing now. */
export async function messageNotNeeded(db: Db, id: string): Promise<void> {
  await rows(
    db,
    `update discord_connect_message set next_attempt_at = null, attempts = 0, updated_at = now()
      where id = :id`,
    { id },
  )
}

/** @returns whether it was the last attempt */
export async function messageFailed(db: Db, message: DueMessage, error: string): Promise<boolean> {
  const isLast = message.attempts >= MAX_ATTEMPTS
  await rows(
    db,
    `update discord_connect_message set error_message = :error, updated_at = now(),
            next_attempt_at = case when :is_last then null else next_attempt_at end
      where id = :id`,
    { id: message.id, error, is_last: isLast },
  )
  return isLast
}
