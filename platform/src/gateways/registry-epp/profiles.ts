import { z } from 'zod'

const fields = z.strictObject({
  /** Contact objects: kept by the registry, or rejected by a thin one. */
  contacts: z.boolean(),
  /** Postal information: both forms where the registry wants the local script as well (.cn). */
  postal: z.enum(['int', 'loc-and-int']),
  /** The sub-product that the registry's shared system wants named on every object command, by suffix. */
  subProducts: z.record(z.string(), z.string()).optional(),
  /** Language (ISO 639-2) that a create of an internationalised label names, where the registry asks for it. */
  idnLanguage: z.string().min(1).optional(),
  /** Identity type, number and agent on contacts and names (cnnic extensions). */
  cnnic: z.boolean(),
  /** Signed codes of holder and label, wanted from registrars of mainland China (verificationCode-1.0). */
  codes: z.boolean(),
  /** Whether some names have a price of their own: fees are asked with every `check`, where the greeting offers them. */
  fees: z.boolean(),
  /** What the registry's words about a decided review mean (the reason of a changePoll); other words decide nothing. */
  decisions: z.record(z.string().min(1), z.enum(['passed', 'failed', 'overdue'])),
  /** Names a `check` may carry. */
  checkBatch: z.number().int().min(1).max(200),
})

/** How one registry differs in what it wants on the wire. Data, not code: a new registry is a new row. */
export interface RegistryProfile extends z.output<typeof fields> {
  /** The agent's id (代理商标识) that CNNIC gave the registrar: on every object, where `cnnic` is set. */
  readonly purveyor: string
}

const decisions = {
  'Identity review passed': 'passed',
  'Identity review failed': 'failed',
  'Identity verified': 'passed',
  // The five days are over: nobody has looked at the holder and refused them.
  'Identity not verified': 'overdue',
  'Naming review passed': 'passed',
  'Naming review failed': 'failed',
  'Qualification review passed': 'passed',
  'Qualification review failed': 'failed',
} as const

const gtld = {
  contacts: true,
  postal: 'int',
  cnnic: false,
  codes: false,
  fees: true,
  decisions,
  checkBatch: 40,
} as const

const profiles: Readonly<Record<string, z.output<typeof fields>>> = {
  gtld,
  /** A gTLD that keeps its holders' data in Chinese as well. */
  'chinese-gtld': { ...gtld, postal: 'loc-and-int' },
  /** .com and .net: thin, with sub-products, and codes from registrars of mainland China. */
  'com-net': {
    ...gtld,
    contacts: false,
    subProducts: { com: 'COM', net: 'NET' },
    codes: true,
    // One price for every name.
    fees: false,
    // Names in other scripts than Latin and Chinese are not taken by the rules of names.
    idnLanguage: 'CHI',
  },
  /** .cn, .中国, .公司 and .网络. */
  cnnic: { ...gtld, postal: 'loc-and-int', cnnic: true },
}

export interface ProfileChoice {
  readonly id: string
  readonly profile: string
  readonly differs?: Readonly<Record<string, unknown>> | undefined
  readonly purveyor?: string | undefined
}

/** @throws Error with one sentence an operator can act on */
export function profileOf({ id, profile, differs, purveyor }: ProfileChoice): RegistryProfile {
  const known = Object.hasOwn(profiles, profile) ? profiles[profile] : undefined
  if (!known)
    throw new Error(
      `The configuration gives the registry "${id}" the profile "${profile}", which is none of ${Object.keys(profiles).join(', ')}.`,
    )
  const changed = fields.partial().safeParse(differs ?? {})
  if (!changed.success) {
    const [issue] = changed.error.issues
    const key = ['differs', ...(issue?.path ?? [])].join('.')
    throw new Error(`The configuration of the registry "${id}" cannot be used: ${key}: ${issue?.message}.`)
  }
  const wanted = { ...known, ...changed.data }
  // cnnic-domain-1.0: a token of 3 to 16 characters, mandatory on create.
  if (wanted.cnnic && !/^\S{3,16}$/.test(purveyor ?? ''))
    throw new Error(
      `The registry "${id}" wants the agent's id on every object: set its \`purveyor\` to the 3 to 16 characters that CNNIC gave you.`,
    )
  return { ...wanted, purveyor: purveyor ?? '' }
}
