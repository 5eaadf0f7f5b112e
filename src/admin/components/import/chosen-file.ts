/** What is to be imported: a file with a name, or what was typed. */
export interface ChosenFile {
  /** Null = typed or pasted. */
  name: string | null
  csv: string
}

export const NO_FILE: ChosenFile = { name: null, csv: "" }
