import type { MessageDetail } from "../../messages"
import { useMessage } from "../hooks/use-message"

/** A message of the server's, in the admin's language. */
export const MessageText = ({ message }: { message: MessageDetail }) => useMessage()(message)
