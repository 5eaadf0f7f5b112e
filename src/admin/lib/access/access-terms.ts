/** As long as the API takes a note. */
export const MAX_NOTE = 500

/** What an admin says of an access they give. */
export interface AccessTerms {
  /** Null: until somebody ends it. */
  ends_at: Date | null
  note: string
}

export const OPEN_TERMS: AccessTerms = { ends_at: null, note: "" }

/** Whether the end lies behind: to end an access now has a button of its own, so it is a slip. */
export function isPast({ ends_at }: AccessTerms): boolean {
  return ends_at !== null && ends_at <= new Date()
}

export function areSameTerms(a: AccessTerms, b: AccessTerms): boolean {
  return a.ends_at?.getTime() === b.ends_at?.getTime() && a.note === b.note
}

/** The terms as they are sent. */
export function termsPayload({ ends_at, note }: AccessTerms): {
  ends_at: string | null
  note: string | null
} {
  return { ends_at: ends_at && ends_at.toISOString(), note: note.trim() || null }
}
