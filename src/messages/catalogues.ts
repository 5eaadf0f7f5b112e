import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import type { Catalogue } from "./message"

/** Every language, by the code that the dashboard and browsers know it by. */
export const CATALOGUES = { en, de, es } as const satisfies Record<string, Catalogue>
