const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_LENGTH = 10

/**
 * The first ten letters of a ULID that is made at a moment. Medusa's ids begin with their kind and a ULID, so the rows made in some
 * time are neighbours in the primary key.
 *
 * @see https://github.com/ulid/spec
 */
export function ulidTime(at: Date): string {
  let rest = at.getTime()
  let letters = ""
  for (let i = 0; i < TIME_LENGTH; i++) {
    letters = ALPHABET.charAt(rest % ALPHABET.length) + letters
    rest = Math.floor(rest / ALPHABET.length)
  }
  return letters
}
