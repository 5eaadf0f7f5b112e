import { createServer } from "node:net"
import { freePort } from "../../integration-tests/helpers/store/postgres"

export interface Ports {
  medusa: number
  storefront: number
  discord: number
}

/** The usual ports, or free ones where another program listens. */
export async function choosePorts(): Promise<Ports> {
  return {
    medusa: await portNear(9000),
    storefront: await portNear(8000),
    discord: await portNear(4100),
  }
}

async function portNear(preferred: number): Promise<number> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(preferred, "127.0.0.1", () => probe.close(() => resolve(true)))
  })
  return isFree ? preferred : freePort()
}
