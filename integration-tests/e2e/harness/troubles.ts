import type { Locator } from "playwright-core"
import { readTroubles } from "../../helpers/server/troubleshooting"
import { browserSuite, type BrowserTest } from "./browser-suite"

interface Reading {
  /** What stands in place of the guide's example names. */
  instead?: Record<string, string>
}

/** Waits until a place of the page says what the guide promises under this key. */
export type ReadTrouble = (key: string, place: Locator, reading?: Reading) => Promise<void>

/**
 * Tests that provoke what the guide's troubleshooting tables tell of, and read each text on the page. A row of these
 * sections that nobody reads fails the suite.
 */
export function troubleSuite(
  name: string,
  sections: readonly string[],
  tests: (test: BrowserTest, read: ReadTrouble) => void,
): void {
  const all = readTroubles()
  const unread = new Set(
    all.filter(({ section }) => sections.includes(section)).map(({ key }) => key),
  )

  const read: ReadTrouble = async (key, place, { instead = {} } = {}) => {
    const trouble = all.find((each) => each.key === key)
    if (!trouble) throw new Error(`docs/admin-guide.md has no row ${key} under Troubleshooting`)
    for (const text of trouble.texts) {
      const actual = Object.entries(instead).reduce(
        (words, [example, real]) => words.replaceAll(example, real),
        text,
      )
      await place
        .getByText(actual)
        .first()
        .waitFor()
        .catch((error: unknown) => {
          throw new Error(`The page does not say what the guide promises under ${key}: ${actual}`, {
            cause: error,
          })
        })
    }
    unread.delete(key)
  }

  browserSuite(name, (test) => {
    tests(test, read)
    test(`every text of the guide about it was read (${sections.join(", ")})`, async () => {
      expect([...unread]).toEqual([])
    })
  })
}
