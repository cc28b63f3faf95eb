/**
 * Yields the values of several promises in the order in which they settle, so that a slow registry holds nobody up.
 * None of the promises may reject: a failure is a value of its own.
 * @param later more of them, known only after a while
 */
export async function* inOrderOfArrival<T>(
  promises: readonly Promise<T>[],
  later?: Promise<readonly Promise<T>[]>,
): AsyncGenerator<T> {
  const arrived: T[] = []
  let expected = 0
  let more = later !== undefined
  let wake: (() => void) | undefined
  const watch = (some: readonly Promise<T>[]) => {
    expected += some.length
    for (const promise of some)
      void promise.then((value) => {
        arrived.push(value)
        wake?.()
      })
  }
  watch(promises)
  void later?.then((some) => {
    more = false
    watch(some)
    wake?.()
  })
  for (let given = 0; more || given < expected; ) {
    if (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      continue
    }
    given++
    yield arrived.shift() as T
  }
}
