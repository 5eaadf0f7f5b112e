import { useSentence } from "../hooks/use-sentence"

/** Words of the server's, in the admin's language. */
export const Sentence = ({ children }: { children: string }) => useSentence()(children)
