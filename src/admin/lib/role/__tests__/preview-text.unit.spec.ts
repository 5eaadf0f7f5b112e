import { previewSentences } from "../preview-text"

const server = (gaining: number, losing: number, server_name = "Community") => ({
  server_id: server_name,
  server_name,
  members: gaining + losing,
  gaining,
  losing,
})
const say = (key: string, values: Record<string, unknown>) =>
  `${key.replace("product.preview.", "")}(${Object.values(values).join(": ")})`
const of = (servers: ReturnType<typeof server>[], unlinked_customers = 0) =>
  previewSentences({ unlinked_customers, servers }, say)

describe("what saving does to current customers", () => {
  it("is nothing worth asking about when nobody gains or loses a role", () => {
    expect(of([])).toEqual([])
    expect(of([server(0, 0)], 4)).toEqual([])
  })

  it("is told for each server where somebody gains or loses one", () => {
    expect(of([server(3, 0), server(0, 0, "Quiet"), server(2, 1, "Second")])).toEqual([
      "server(Community: gaining(3))",
      "server(Second: gaining(2), losing(1))",
    ])
  })

  it("tells how many have not connected Discord", () => {
    expect(of([server(0, 2)], 5)).toEqual(["server(Community: losing(2))", "unlinked(5)"])
  })
})
