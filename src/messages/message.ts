import type { en } from "./en"

/** The noun that a sentence is about. */
export type MessageGroup = keyof typeof en

/** What a sentence goes by, e.g. `server.bot_missing`: it stays as it is when the words change. */
export type MessageCode = {
  [Group in MessageGroup]: `${Group}.${Extract<keyof (typeof en)[Group], string>}`
}[MessageGroup]

/** What a sentence names. A list is joined; a message within a message is said in the same language. */
export type MessageParam = string | number | Message | readonly (string | Message)[]

/**
 * A sentence for people: which one, and what it names. It is put into words by `render`, or by the dashboard and storefronts
 * in a language of their own.
 */
export interface Message {
  code: MessageCode
  /** By placeholder. One whose name begins with `date` is an ISO 8601 time. */
  params: Readonly<Record<string, MessageParam>>
}

/** A message as the routes answer it: with its words, in English or in the language that was asked for. */
export interface MessageDetail extends Message {
  message: string
}

/** The texts of a group in another language: all of them. */
export type TextsOf<Group extends MessageGroup> = Readonly<Record<keyof (typeof en)[Group], string>>

/** All texts in one language. */
export type Catalogue = { readonly [Group in MessageGroup]: TextsOf<Group> }

type TextOf<Code extends MessageCode> = Code extends `${infer Group}.${infer Key}`
  ? Group extends MessageGroup
    ? Key extends keyof (typeof en)[Group]
      ? (typeof en)[Group][Key]
      : never
    : never
  : never

type PlaceholderOf<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never

type ParamsOf<Code extends MessageCode> = [PlaceholderOf<TextOf<Code>>] extends [never]
  ? []
  : [params: Readonly<Record<PlaceholderOf<TextOf<Code>>, MessageParam>>]

/** A sentence with everything that it names. */
export function say<Code extends MessageCode>(code: Code, ...[params]: ParamsOf<Code>): Message {
  return { code, params: params ?? {} }
}

/** Several sentences, one after another, each once. */
export function sayAll(sentences: readonly Message[]): Message {
  const [first, ...others] = new Map(sentences.map((each) => [JSON.stringify(each), each])).values()
  return first && others.length === 0
    ? first
    : say("refusal.several", { sentences: first ? [first, ...others] : [] })
}
