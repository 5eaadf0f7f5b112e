/** As much of a browser as the redirects through Discord need: it keeps cookies and follows nothing by itself. */
export class Browser {
  private readonly cookies = new Map<string, string>()

  async post<Answer>(url: string, headers: Record<string, string>): Promise<Answer> {
    const response = await this.fetch(url, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: "{}",
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${text}`)
    return JSON.parse(text) as Answer
  }

  open(url: string): Promise<Response> {
    return this.fetch(url, {})
  }

  private async fetch(
    url: string,
    init: RequestInit & { headers?: Record<string, string> },
  ): Promise<Response> {
    const Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { ...init.headers, ...(Cookie === "" ? {} : { Cookie }) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined && value !== undefined) this.cookies.set(name, value)
    }
    return response
  }
}
