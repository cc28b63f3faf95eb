/** How one registry differs in what it wants on the wire. Data, not code: a new registry is a new row. */
export interface RegistryProfile {
  /** Contact objects: kept by the registry, or rejected by a thin one. */
  readonly contacts: boolean
  /** Postal information: both forms where the registry wants the local script as well (.cn). */
  readonly postal: 'int' | 'loc-and-int'
  /** The sub-product that the registry's shared system wants named on every object command, by suffix. */
  readonly subProducts?: Readonly<Record<string, string>>
  /** Identity type, number and agent on contacts and names (cnnic extensions). */
  readonly cnnic: boolean
  /** Signed codes of holder and label, wanted from registrars of mainland China (verificationCode-1.0). */
  readonly codes: boolean
  /** Names a `check` may carry. */
  readonly checkBatch: number
}

const general: RegistryProfile = { contacts: true, postal: 'int', cnnic: false, codes: false, checkBatch: 40 }

const profiles: Readonly<Record<string, RegistryProfile>> = {
  thin: {
    contacts: false,
    postal: 'int',
    subProducts: { com: 'COM', net: 'NET' },
    cnnic: false,
    codes: true,
    checkBatch: 40,
  },
  cn: { contacts: true, postal: 'loc-and-int', cnnic: true, codes: false, checkBatch: 40 },
  wangzhi: { contacts: true, postal: 'loc-and-int', cnnic: false, codes: false, checkBatch: 40 },
  general,
}

export function profileOf(id: string): RegistryProfile {
  return profiles[id] ?? general
}
