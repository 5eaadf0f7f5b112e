export interface HttpAnswer<Body> {
  status: number
  body: Body
  headers: Headers
}

export interface HttpRequest {
  method?: string
  body?: unknown
  /** The body as it is sent, in place of one that is made JSON. */
  text?: string
  headers?: Record<string, string>
}

/** Every response of the run, for the test that looks for secrets in them. */
export const seenResponses: string[] = []

/** A client of the store that remembers cookies, as a browser does, and follows no redirect. */
export class HttpClient {
  readonly #cookies = new Map<string, string>()

  constructor(
    readonly baseUrl: string,
    readonly headers: Record<string, string> = {},
  ) {}

  /** @throws when the answer is not a success: name what was expected with `raw` instead */
  async send<Body>(path: string, request: HttpRequest = {}): Promise<Body> {
    const answer = await this.raw<Body>(path, request)
    if (answer.status >= 400) {
      throw new Error(
        `${request.method ?? "GET"} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`,
      )
    }
    return answer.body
  }

  async raw<Body>(path: string, request: HttpRequest = {}): Promise<HttpAnswer<Body>> {
    const sent = request.text ?? (request.body === undefined ? null : JSON.stringify(request.body))
    const response = await fetch(new URL(path, this.baseUrl), {
      method: request.method ?? (sent === null ? "GET" : "POST"),
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...this.headers,
        ...request.headers,
      },
      body: sent,
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";")
      const [name = "", value = ""] = pair.split("=")
      this.#cookies.set(name, value)
    }
    const text = await response.text()
    seenResponses.push(`${[...response.headers].join("\n")}\n${text}`)
    return { status: response.status, body: parse(text) as Body, headers: response.headers }
  }

  /** The same browser at another address or with other headers. */
  with(headers: Record<string, string>): HttpClient {
    return new HttpClient(this.baseUrl, { ...this.headers, ...headers })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
