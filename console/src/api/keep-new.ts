/**
 * Asks again every so often what is on the page. A first answer that failed stays until somebody presses: asked again by
 * itself, the page would put its skeleton in the place of the reason every few seconds.
 */
export const keepNew =
  (ms: number) =>
  ({ state }: { state: { data?: unknown } }): number | false =>
    state.data === undefined ? false : ms
