/** Does something that the page waits for, shows what went wrong with it, and looks at the order again. */
export type Act = (work: () => Promise<unknown>) => Promise<void>
