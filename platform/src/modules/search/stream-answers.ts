/**
 * Yields the values of several promises in the order in which they settle, so that a slow registry holds nobody up.
 * None of the promises may reject: a failure is a value of its own.
 */
export async function* inOrderOfArrival<T>(promises: readonly Promise<T>[]): AsyncGenerator<T> {
  const arrived: T[] = []
  let wake: (() => void) | undefined
  for (const promise of promises) {
    void promise.then((value) => {
      arrived.push(value)
      wake?.()
    })
  }
  for (let given = 0; given < promises.length; given++) {
    while (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    yield arrived.shift() as T
  }
}
