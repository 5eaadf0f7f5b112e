/** Whether the browser let us: it may refuse, and has no clipboard at all for a page without HTTPS. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
