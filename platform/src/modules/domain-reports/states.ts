/**
 * `due`: something is to be told. `sent`: it is in a file, and the ministry has not answered. `known`: the ministry has all
 * of it. `refused`: it waits for a correction. `outside`: no duty to report it. `removed`: the ministry was told that it ended.
 */
export const reportStates = ['due', 'sent', 'known', 'refused', 'outside', 'removed'] as const
export type ReportState = (typeof reportStates)[number]
