export {
  requireDiscordConnection,
  type CartOfHook,
} from "../../modules/discord/purchase/cart-check"
export * from "./workflows/check-cart"
export * from "./workflows/connect-cart"
