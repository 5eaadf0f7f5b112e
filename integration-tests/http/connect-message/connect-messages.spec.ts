import type { INotificationModuleService, NotificationDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type {
  AdminDiscordMessageResponse,
  AdminOrderDiscordResponse,
} from "../../../src/types/http"
import type { DiscordConnectMessageData } from "../../../src/types/connect-message"
import { sendDueConnectMessagesWorkflow } from "../../../src/workflows/connect-message"
import { STOREFRONT_URL } from "../../helpers/store/application"
import { claim, claimLink, guest } from "../../helpers/account/claim"
import { eventually } from "../../helpers/eventually"
import { storeSuite, type Scene } from "../../helpers/store/suite"

// Before the store of this suite reads its configuration: a channel of its own, and a reminder after three days.
Object.assign(process.env, {
  DISCORD_CONNECT_CHANNEL: "email",
  DISCORD_CONNECT_TEMPLATE: "discord-connect",
  DISCORD_REMINDER_DAYS: "3",
  LOCAL_NOTIFICATION_CHANNELS: "feed,email",
})

storeSuite("messages that ask to connect Discord", (scene) => {
  it("give a guest the link that binds the order, once an order", async () => {
    const { db, discord } = scene()
    const order = await guestOrder(scene())
    await sendDue(scene())
    await sendDue(scene())
    const [message, ...others] = await messagesAbout(scene(), order)
    expect(others).toEqual([])
    expect(message).toMatchObject({
      to: "gina@guests.test",
      channel: "email",
      template: "discord-connect",
      data: {
        order_id: order,
        display_id: expect.any(Number) as number,
        customer_name: "Test Customer",
        is_guest: true,
        connect_url: STOREFRONT_URL,
        roles: [{ server_name: "Test Community", role_name: "Gold" }],
        reminder: false,
      },
    })
    expect(await db("discord_activity_entry").where({ action: "message_sent" })).toMatchObject([
      { trigger: order },
    ])
    const userId = await discord.createUser("gina")
    await claim(scene(), linkIn(message), userId)
    await discord.expectRoles(userId, ["Gold"])
  })

  it("lead a registered customer to the storefront, and spare who has connected meanwhile", async () => {
    const { discord, newBuyer, setUp, settled } = scene()
    await setUp()
    const { customer } = await newBuyer("ada")
    const waiting = await customer.buy("Gold")
    await settled(waiting)
    const ben = await newBuyer("ben")
    const served = await ben.customer.buy("Silver")
    await settled(served)
    await ben.customer.connect(discord, ben.userId)
    await discord.expectRoles(ben.userId, ["Silver"])
    await sendDue(scene())
    expect(await messagesAbout(scene(), served)).toEqual([])
    expect(await messagesAbout(scene(), waiting)).toMatchObject([
      {
        to: "ada@test.store",
        data: { is_guest: false, claim_url: null, connect_url: STOREFRONT_URL },
      },
    ])
    const second = await ben.customer.buy("Bronze")
    await settled(second)
    await sendDue(scene())
    expect(await messagesAbout(scene(), second)).toEqual([])
  })

  it("remind once, with the same link, and nobody who has connected since", async () => {
    const { db, discord, settled } = scene()
    const order = await guestOrder(scene())
    const other = await guest(scene(), "olga").buy("Silver")
    await settled(other)
    await sendDue(scene())
    const userId = await discord.createUser("olga")
    const [toOlga] = await messagesAbout(scene(), other)
    await claim(scene(), linkIn(toOlga), userId)
    await discord.expectRoles(userId, ["Silver"])
    const due = await db<{ next_attempt_at: Date }>("discord_connect_message")
    const days = due.map((row) => Math.round((row.next_attempt_at.getTime() - Date.now()) / 864e5))
    expect(days).toEqual([3, 3])
    await db("discord_connect_message").update({ next_attempt_at: new Date() })
    await sendDue(scene())
    await db("discord_connect_message").whereNotNull("next_attempt_at").update({
      next_attempt_at: new Date(),
    })
    await sendDue(scene())
    expect(await messagesAbout(scene(), other)).toHaveLength(1)
    const messages = await messagesAbout(scene(), order)
    expect(messages.map(({ data }) => data?.reminder)).toEqual([false, true])
    expect(new Set(messages.map(linkIn)).size).toBe(1)
  })

  it("are not sent for an order that gives nothing, and not for one that was cancelled in time", async () => {
    const { cancel, db, map, setUp, settled } = scene()
    await setUp()
    await map({ Bronze: [] })
    const nothing = await guest(scene(), "nina").buy("Bronze")
    await settled(nothing)
    const cancelled = await guest(scene(), "gina").buy("Gold")
    await settled(cancelled)
    expect(await db("discord_connect_message")).toMatchObject([{ order_id: cancelled }])
    await cancel(cancelled)
    await waitForEnd(scene(), cancelled)
    await sendDue(scene())
    expect(await messagesAbout(scene(), cancelled)).toEqual([])
  })

  it("come after all when the process died before or while sending", async () => {
    const { db } = scene()
    const order = await guestOrder(scene())
    // Died between taking the message and reporting it, with the notification left as pending.
    await makeDue(scene())
    expect(await scene().service.connectMessages.take()).toMatchObject({ order_id: order })
    await notifications(scene()).createNotifications({
      to: "gina@guests.test",
      channel: "email",
      idempotency_key: `discord-connect:${order}`,
    })
    await db("notification").update({ status: "pending" })
    await runJob(scene())
    expect(await messagesAbout(scene(), order)).toEqual([])
    await sendDue(scene())
    expect(await messagesAbout(scene(), order)).toHaveLength(1)
  })

  it("that the provider did not take are tried again, and the order is none the worse", async () => {
    const { db, discord } = scene()
    const order = await guestOrder(scene())
    // The module looks its providers up once, when first asked: what fails here is the way to the provider.
    const { connectMessages: messages } = scene().service
    await makeDue(scene())
    const due = await messages.take()
    expect(due).toMatchObject({ order_id: order, attempts: 1 })
    if (due) {
      await messages.failed(due, "The provider does not answer.")
    }
    expect(await db("discord_connect_message")).toMatchObject([
      { sent_at: null, error_message: "The provider does not answer." },
    ])
    await sendDue(scene())
    const [message] = await messagesAbout(scene(), order)
    expect(await db("discord_connect_message")).toMatchObject([{ error_message: null }])
    const userId = await discord.createUser("gina")
    await claim(scene(), linkIn(message), userId)
    await discord.expectRoles(userId, ["Gold"])
  })

  it("are sent again when an admin asks, and the newest link works", async () => {
    const { admin, discord } = scene()
    const order = await guestOrder(scene())
    const page = () => admin.send<AdminOrderDiscordResponse>(`/admin/orders/${order}/discord`)
    expect((await page()).connect_message).toEqual({ sent_at: null })
    await sendDue(scene())
    expect((await page()).connect_message).toEqual({
      sent_at: expect.stringMatching(/^\d{4}-.+Z$/) as string,
    })
    const answer = await admin.send<AdminDiscordMessageResponse>(
      `/admin/orders/${order}/discord/message`,
      { method: "POST" },
    )
    expect(answer).toEqual({ order_id: order, to: "gina@guests.test" })
    const messages = await messagesAbout(scene(), order)
    expect(messages).toHaveLength(2)
    const userId = await discord.createUser("gina")
    await claim(scene(), linkIn(messages.at(-1)), userId)
    await discord.expectRoles(userId, ["Gold"])
    const again = await admin.raw<{ message: string }>(`/admin/orders/${order}/discord/message`, {
      method: "POST",
    })
    expect(again.status).toBe(400)
    expect(again.body.message).toContain("has connected Discord already")
    expect((await admin.raw("/admin/orders/x/discord/message", { method: "POST" })).status).toBe(
      404,
    )
  })

  it("carry a link that stops working once an admin makes a new one", async () => {
    const order = await guestOrder(scene())
    await sendDue(scene())
    const [message] = await messagesAbout(scene(), order)
    expect(await claimLink(scene(), order)).not.toBe(linkIn(message))
  })
})

async function guestOrder(scene: Scene): Promise<string> {
  await scene.setUp()
  const order = await guest(scene, "gina").buy("Gold")
  await scene.settled(order)
  return order
}

/** The minute that a message waits has passed, and the job runs. */
async function sendDue(scene: Scene): Promise<void> {
  await makeDue(scene)
  await runJob(scene)
}

async function makeDue({ db }: Scene): Promise<void> {
  await db("discord_connect_message")
    .where({ sent_at: null })
    .whereNotNull("next_attempt_at")
    .update({ next_attempt_at: new Date() })
}

async function runJob({ container }: Scene): Promise<void> {
  await sendDueConnectMessagesWorkflow(container).run()
}

function notifications({ container }: Scene): INotificationModuleService {
  return container.resolve<INotificationModuleService>(Modules.NOTIFICATION)
}

/** What was sent about an order, oldest first, as Medusa's Notification Module keeps it. */
async function messagesAbout(scene: Scene, orderId: string): Promise<NotificationDTO[]> {
  return notifications(scene).listNotifications(
    { resource_id: orderId },
    {
      order: { created_at: "ASC" },
    },
  )
}

function linkIn(message: NotificationDTO | undefined): string {
  const data = message?.data as DiscordConnectMessageData | undefined
  return data?.claim_url ?? ""
}

async function waitForEnd({ service }: Scene, order: string): Promise<void> {
  await eventually(async () =>
    expect(await service.listDiscordEntitlements({ source_id: order })).toMatchObject([
      { ended_reason: "order_canceled" },
    ]),
  )
}
