/** Does something with each, so many of them at the same time at most; the answers are in the order of what was asked. */
export async function fewAtOnce<T, R>(all: readonly T[], most: number, ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  const left = all.entries()
  const lane = async () => {
    for (const [at, one] of left) answers[at] = await ask(one)
  }
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, lane))
  return answers
}
