import path from "node:path"
import { readdirSync } from "node:fs"
import type { Customer } from "../../../helpers/account/customer"
import { type HttpClient, type HttpAnswer } from "../../../helpers/store/http"
import { ROOT } from "../../../root"

export interface Begun {
  authorization_url: string
  connect_url: string
}

export const connect = (customer: Customer, redirect_url?: string) =>
  customer.http.raw<Begun>("/store/discord/connect", { body: { redirect_url } })

export const connectToServer = (admin: HttpClient) =>
  admin.raw<Begun>("/admin/discord/servers/connect", { method: "POST" })

/** For Discord and for probes. */
const NO_PAGES = ["/discord/webhook", "/discord/health"]

/** Every page that a file of the plugin answers: one that is added is to be opened below. */
export const PAGES = readdirSync(path.join(ROOT, "src/api/discord"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => path.posix.join("/discord", path.dirname(file)))
  .filter((address) => !NO_PAGES.includes(address))

export const PAGE_HEADERS = {
  "content-security-policy": expect.stringMatching(
    /^default-src 'none'; style-src 'sha256-\S+'; (script-src 'sha256-\S+'; )?base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  ) as string,
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
}

export async function repeat<Answer>(
  times: number,
  act: (n: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let n = 0; n < times; n++) {
    answers.push(await act(n))
  }
  return answers
}

export function expectWait(answer: HttpAnswer<unknown> | undefined, words: RegExp): void {
  expect(Number(answer?.headers.get("retry-after"))).toBeGreaterThan(0)
  expect((answer?.body as { message: string }).message).toMatch(words)
}

export function valueOf(answer: HttpAnswer<unknown>): string | undefined {
  return /=([^;]*)/.exec(answer.headers.getSetCookie()[0] ?? "")?.[1]
}
