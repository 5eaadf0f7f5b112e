/** Does something with each item, some at a time. @throws the first failure, once those under way have ended */
export async function inParallel<T>(
  width: number,
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const worker = async () => {
    for (const item of left) {
      await act(item)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: width }, worker))
  for (const end of ended) {
    if (end.status === "rejected") {
      throw end.reason
    }
  }
}
