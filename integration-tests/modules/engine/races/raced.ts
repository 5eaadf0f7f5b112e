import type { ConnectedServer } from "../../../helpers/server/connected-server"
import type { TestEngine } from "../../../helpers/engine/engine"
import type { Shop } from "./shop"

/** What races are run with: a shop, its first process, a server. */
export interface Raced {
  shop: Shop
  first: TestEngine
  server: ConnectedServer
}

export const all = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
