import { choreJob } from "../modules/discord/chore/chore-job"
import { sendDueConnectMessagesWorkflow } from "../workflows/connect-message"

/** Asks buyers who have not connected Discord to do so: a minute after the order, and once more as a reminder. */
export default choreJob({
  name: "connect-messages",
  everyMs: 60_000,
  run: (container) => sendDueConnectMessagesWorkflow(container).run(),
})

export const config = { name: "send-discord-connect-messages", schedule: "* * * * *" }
