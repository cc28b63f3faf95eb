import type { AcceptedUpload, BureauAccount, BureauStore, WaitingFile } from '../server/options.ts'

export interface MemoryBureau extends BureauStore {
  readonly accounts: Map<string, BureauAccount>
  readonly uploads: AcceptedUpload[]
  readonly outgoing: WaitingFile[]
  readonly acknowledged: string[]
}

/** A bureau's store for one enterprise, in memory. */
export function memoryBureau(account: BureauAccount): MemoryBureau {
  const accounts = new Map([[account.ispId, account]])
  const uploads: AcceptedUpload[] = []
  const outgoing: WaitingFile[] = []
  const acknowledged: string[] = []
  return {
    accounts,
    uploads,
    outgoing,
    acknowledged,
    account: async (ispId) => accounts.get(ispId),
    lastUpload: async () => uploads.at(-1),
    waiting: async () => uploads.length,
    accept: async (_, upload) => void uploads.push(upload),
    nextFiles: async () => outgoing.slice(0, 2),
    acknowledge: async (_, fileName) => {
      acknowledged.push(fileName)
      const at = outgoing.findIndex((file) => file.fileName === fileName)
      if (at >= 0) outgoing.splice(at, 1)
    },
    filingStatus: async (type, value) =>
      type === 0 && value === 'filed.example'
        ? {
            filed: true,
            subjectNumber: '京ICP备00000000号',
            serviceNumber: '京ICP备00000000号-1',
            serviceName: '虚构站',
          }
        : { filed: false },
    filingPassword: async (number, password) => (number === 'locked' ? undefined : password === 'right'),
  }
}
