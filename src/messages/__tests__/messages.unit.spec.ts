import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import {
  answered,
  CATALOGUES,
  render,
  say,
  sayAll,
  rewritten,
  stored,
  type Message,
  type MessageCode,
} from "../index"

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>

const { en, de, es } = CATALOGUES

const codesOf = (texts: Texts) =>
  Object.entries(texts).flatMap(([group, of]) => Object.keys(of).map((key) => `${group}.${key}`))

const placeholdersOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()

/** What each text names, by code. */
const namedIn = (texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([group, of]) =>
      Object.entries(of).map(([key, text]) => [`${group}.${key}`, placeholdersOf(text)]),
    ),
  )

const CODES = codesOf(en) as MessageCode[]

describe.each(Object.entries<Texts>(CATALOGUES))("the texts in %s", (_language, texts) => {
  it("are those of the codes there are, and no others", () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort())
    expect(codesOf(texts).sort()).toEqual([...CODES].sort())
  })

  it("name exactly what the English ones name", () => {
    expect(namedIn(texts)).toEqual(namedIn(en))
  })

  it("are none of them empty, and have no braces but those of placeholders", () => {
    const isFaulty = (text: string) =>
      text.trim() === "" || /[{}]{2}/.test(text.replace(/\{\{\w+\}\}/g, ""))
    const faulty = Object.values(texts).flatMap((of) => Object.values(of).filter(isFaulty))
    expect(faulty).toEqual([])
  })
})

describe("a message in words", () => {
  const gold = say("role.above_bot", { role: "Gold" })
  const managed = say("role.managed", { role: "Booster" })

  it("is its text, where it names nothing", () => {
    expect(render(say("server.bot_missing"))).toBe("The bot is not in the server.")
  })

  it("names what it is given, wherever it names it", () => {
    expect(render(gold)).toBe(
      "The bot's role sits too low to give Gold. In Discord: Server Settings > Roles, drag the bot's role above Gold.",
    )
    expect(render(say("request.too_many_seconds", { seconds: 30 }))).toBe(
      "Too many requests. Please wait 30 seconds, then try again.",
    )
  })

  it("holds another message, in the same language", () => {
    const status = say("sync_run.status_completed")
    const message = say("refusal.sync_run_not_canceled", { id: "run_1", status })
    expect(render(message)).toBe(
      "Sync run run_1 is completed: only one that was canceled or has failed can be resumed.",
    )
    expect(render(message, de)).toBe(
      de.refusal.sync_run_not_canceled
        .replace("{{id}}", "run_1")
        .replace("{{status}}", de.sync_run.status_completed),
    )
  })

  it("joins a list by commas, of names as of messages", () => {
    const roles = ["Gold", "Silver", "Bronze"]
    expect(render(say("server.cannot_give", { roles }))).toBe(
      "The bot cannot give Gold, Silver, Bronze.",
    )
    const permissions = [say("role.kick_members"), say("role.manage_messages")]
    expect(render(say("role.dangerous", { role: "Gold", permissions }))).toBe(
      "Gold has Kick Members, Manage Messages",
    )
  })

  it("joins what several roles are granted by semicolons, as commas are within", () => {
    const grant = (role: string, ...permissions: Message[]) =>
      say("role.dangerous", { role, permissions })
    const grants = [
      grant("Gold", say("role.administrator")),
      grant("Silver", say("role.kick_members"), say("role.manage_messages")),
    ]
    expect(render(say("server.permissions_dangerous", { grants }))).toBe(
      "Gold has Administrator; Silver has Kick Members, Manage Messages: whoever buys it may use that.",
    )
  })

  it("says several sentences one after another", () => {
    expect(render(say("refusal.several", { sentences: [gold, managed] }))).toBe(
      `${render(gold)} ${render(managed)}`,
    )
  })

  it.each([
    "{{role}}",
    "{{role_id}}",
    "{{server}}",
    "$&",
    "$1 $$ $` $'",
    "{{{{role}}}}",
    "constructor",
  ])("leaves a name as it is, whatever it holds: %s", (name) => {
    expect(
      render(say("refusal.role_out_of_reach", { role: name, role_id: "1", server: name })),
    ).toBe(
      `Role ${name} (1) belongs to ${name}, which is disconnected. Connect the server again first.`,
    )
    expect(render(say("server.roles_deleted", { roles: [name, name] }))).toBe(
      `Deleted in Discord: ${name}, ${name}.`,
    )
    const why = say("activity.as_written", { words: name })
    expect(render(say("refusal.role_not_assignable", { role: "Gold", role_id: "1", why }))).toBe(
      `Role Gold (1): ${name}`,
    )
  })

  describe("for several sentences", () => {
    it("is the sentence itself, where there is one", () => {
      expect(sayAll([gold])).toEqual(gold)
    })

    it("says each once, in the order they come", () => {
      const again = say("role.above_bot", { role: "Gold" })
      expect(sayAll([gold, managed, again])).toEqual(
        say("refusal.several", { sentences: [gold, managed] }),
      )
      expect(sayAll([gold, again])).toEqual(gold)
    })
  })
})

describe("what stands in the database", () => {
  const known = say("server.role_changes_refused", { code: "30005" })

  it.each<[string, string, Message | null]>([
    ["was written before there were codes", "Nobody was home.", null],
    [
      "has a code of a newer version",
      "The owls came.",
      { code: "server.owls_came", params: { owls: 3 } } as unknown as Message,
    ],
    [
      "has a group of a newer version",
      "The owls came.",
      { code: "owls.came", params: {} } as unknown as Message,
    ],
    [
      "has a code of Object's own",
      "The owls came.",
      { code: "constructor.name", params: {} } as unknown as Message,
    ],
    [
      "has a key of Object's own",
      "The owls came.",
      { code: "server.toString", params: {} } as unknown as Message,
    ],
    ["has no code", "The owls came.", { code: "", params: {} } as unknown as Message],
  ])("is said as it was written, if it %s", (_case, words, detail) => {
    const message = stored(words, detail)
    expect(message).toEqual(say("activity.as_written", { words }))
    for (const texts of [en, de, es]) {
      expect(render(message, texts)).toBe(words)
    }
  })

  it("is the message, where its code is known, whatever the words were", () => {
    expect(stored("Words of an older version.", known)).toEqual(known)
  })

  it("is nothing where nothing was written", () => {
    expect(stored(null, null)).toBeNull()
    expect(stored(null, known)).toBeNull()
  })
})

describe("a message that is written again", () => {
  const detail = say("server.cannot_give", { roles: ["Gold"] })

  it("is what it is made of, while the words are its own", () => {
    expect(rewritten("The bot cannot give Gold.", detail)).toEqual(detail)
  })

  it("is its words, where a process that knows no codes wrote them later", () => {
    const words = "Discord did not answer."
    expect(rewritten(words, detail)).toEqual(say("activity.as_written", { words }))
  })

  it("is nothing once it was taken away, whatever was left beside it", () => {
    expect(rewritten(null, detail)).toBeNull()
  })
})

describe("a message in an answer", () => {
  it("is two fields of nothing, where there is none", () => {
    expect(answered("reason", null)).toEqual({ reason: null, reason_detail: null })
  })

  it("is its words in English, and what they are made of", () => {
    const message = "The bot cannot give Gold, Silver."
    expect(answered("reason", say("server.cannot_give", { roles: ["Gold", "Silver"] }))).toEqual({
      reason: message,
      reason_detail: {
        code: "server.cannot_give",
        params: { roles: ["Gold", "Silver"] },
        message,
      },
    })
  })
})

describe("every code is said somewhere", () => {
  const SRC = path.resolve(__dirname, "../..")
  /** The texts themselves say nothing, nor does a migration: it holds the codes and texts of its day. */
  const NO_SPEAKER = /(^|\/)__tests__\/|^messages\/\w+\/|\/migrations\//

  const { literals, templates } = collect(
    readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !NO_SPEAKER.test(file),
    ),
  )

  /** What the sources hold as text, and as text with holes: those become patterns that begin with a group of messages. */
  function collect(files: string[]) {
    const literals = new Set<string>()
    const templates: RegExp[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) {
        literals.add(node.text)
      } else if (ts.isTemplateExpression(node)) {
        const [group = "", ...keys] = node.head.text.split(".")
        if (Object.hasOwn(en, group) && keys.length === 1) {
          const rest = node.templateSpans.map(({ literal }) => `([a-z_]+)${literal.text}`)
          templates.push(new RegExp(`^${group}\\.${keys.join("")}${rest.join("")}$`))
        }
      }
      ts.forEachChild(node, visit)
    }
    for (const file of files) {
      const source = readFileSync(path.join(SRC, file), "utf8")
      visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))
    }
    return { literals, templates }
  }

  /** Whether a template makes the code of words that the sources name too: `claim.${...}` alone would make any. */
  const isMade = (code: string) =>
    templates.some((template) => {
      const [, ...words] = template.exec(code) ?? []
      return words.length > 0 && words.every((word) => literals.has(word))
    })

  it("and the sources were read", () => {
    expect(literals.size).toBeGreaterThan(1_000)
    expect(templates.length).toBeGreaterThan(5)
  })

  it("by its name, or by a template that makes it", () => {
    const unused = CODES.filter((code) => !literals.has(code) && !isMade(code))
    expect(unused).toEqual([])
  })
})
