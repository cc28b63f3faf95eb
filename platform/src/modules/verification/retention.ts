/** How long photographs are kept, days (PIPL art. 19: the shortest time that the purpose needs). */
export const retention = {
  /** Never submitted. */
  draftDays: 30,
  /** From the day on which they were submitted; what is still undecided then is kept until it is. */
  submittedDays: 180,
} as const
