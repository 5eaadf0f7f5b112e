import { existsSync } from "node:fs"
import { eventually } from "../../integration-tests/helpers/eventually"
import { StartedBench } from "./started-bench"

const canLook = existsSync("/proc/self/environ")
if (!canLook) console.log("Skipped: this system has no /proc to look for processes in")

const has = (words: string) => (bench: StartedBench) =>
  bench.processes().some((line) => line.includes(words))

interface Moment {
  when: string
  signal: "SIGINT" | "SIGTERM"
  figure?: string
  reached: (bench: StartedBench) => boolean
}

const MOMENTS: Moment[] = [
  { when: "before it has begun", signal: "SIGTERM", reached: () => true },
  {
    when: "when only its folder stands",
    signal: "SIGINT",
    reached: (bench) => bench.files().length > 0,
  },
  { when: "while it loads", signal: "SIGTERM", reached: has("run.ts") },
  { when: "while PostgreSQL is made", signal: "SIGINT", reached: has("initdb") },
  { when: "while PostgreSQL starts", signal: "SIGTERM", reached: has("bin/postgres -D") },
  { when: "while the sandbox starts", signal: "SIGINT", reached: has("discord-sandbox/main.ts") },
  {
    when: "while a figure waits for a program that it alone knows",
    signal: "SIGINT",
    figure: "calls_429_two_processes_share",
    reached: has("db:migrate"),
  },
]

;(canLook ? describe : describe.skip)("a benchmark that is ended by a signal", () => {
  let bench: StartedBench | undefined
  afterEach(() => bench?.clear())

  it.each(MOMENTS)(
    "leaves no process and no file: $signal $when",
    async ({ signal, figure = "idle_minute_db_ms", reached }) => {
      bench = new StartedBench(figure)
      await bench.reaches(reached)
      const code = await bench.endBy(signal)
      expect({ code, said: bench.said }).not.toMatchObject({ code: 0 })
      // The operating system buries a killed process when it comes to it.
      await eventually(() => expect(bench?.processes()).toEqual([]))
      expect(bench.files()).toEqual([])
    },
  )

  it("tells how it ended by itself, and leaves nothing then either", async () => {
    bench = new StartedBench("no_such_figure")
    expect(await bench.ended()).toBe(1)
    expect(bench.said).toContain("There is no figure no_such_figure")
    expect([bench.processes(), bench.files()]).toEqual([[], []])
  })
})
