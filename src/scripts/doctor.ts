import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { CATALOGUES, render, type Message } from "../messages"
import { DISCORD_MODULE } from "../modules/discord"
import {
  exitCodeOf,
  unableToLook,
  type Section,
  type Severity,
} from "../modules/discord/operations/doctor.rules"
import type DiscordModuleService from "../modules/discord/service"
import { readSignInFacts } from "../workflows/sign-in/utils/sign-in-facts"

/** Alike in every language, so that a program can look for them. */
const MARKS: Record<Severity, string> = {
  ok: "ok  ",
  fact: "-   ",
  warning: "WARN",
  failure: "FAIL",
}
const VERDICTS = ["doctor.well", "doctor.warnings", "doctor.failures"] as const

/**
 * Says in a terminal what *Settings -> Discord* shows. It changes nothing. The process ends with 0 when all is well, 1 with warnings,
 * 2 with failures, and when it cannot look.
 *
 * @example npx medusa exec ./node_modules/medusa-plugin-discord-roles/.medusa/server/src/scripts/doctor.js
 * @param call as `medusa exec` makes it
 * @param call.args the language first: `en`, `de` or `es`; English when left out
 */
export default async function doctor({ container, args }: ExecArgs): Promise<void> {
  const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  // This process answers nobody and works for nobody: it is none of the store's.
  discord.clock.stop()
  const language = Object.entries(CATALOGUES).find(([code]) => code === args[0])
  const words = (message: Message) => render(message, language?.[1])
  const sections = await look(container, discord)
  const lines = sections.flatMap(({ title, findings }) => [
    "",
    words(title),
    ...findings.flatMap(({ severity, message, fix }) => [
      `  ${MARKS[severity]}  ${words(message)}`,
      ...(fix ? [`        ${words(fix)}`] : []),
    ]),
  ])
  const code = exitCodeOf(sections)
  const verdict = VERDICTS[code] ?? "doctor.failures"
  process.stdout.write([...lines, "", words({ code: verdict, params: {} }), ""].join("\n"))
  process.exitCode = code
}

async function look(container: MedusaContainer, discord: DiscordModuleService): Promise<Section[]> {
  try {
    return await discord.doctor.diagnose(await readSignInFacts(container))
  } catch (error) {
    return unableToLook(error)
  }
}
