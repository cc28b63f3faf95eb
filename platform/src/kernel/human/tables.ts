/** Challenges that were answered: each is good once, until it expires. */
interface HumanChallengeTable {
  mac: Buffer
  expires_at: Date
}

declare module '../database/tables.ts' {
  interface Tables {
    human_challenge: HumanChallengeTable
  }
}
