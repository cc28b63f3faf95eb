import { z } from 'zod'
import { textSchema } from '../../kernel/http/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { askedIn } from './asked-holder-change.ts'
import { daysBetween } from './days-between.ts'
import { factsOf } from './domain-facts.ts'
import type { ListedDomain } from './queries.ts'
import { serviceState } from './service-state.ts'

export const tabs = ['all', 'yours', 'expiring', 'unverified', 'executing', 'holder-change', 'expired'] as const

/** Which of the account's names, and in which order. */
export const filterShape = {
  tab: z.enum(tabs).default('all'),
  sort: z.enum(['expiry', '-expiry', 'name']).default('expiry'),
  q: z.string().max(100).optional(),
  suffix: z.string().max(80).optional(),
}

export const stateSchema = z.object({
  key: z.string(),
  shape: z.string(),
  tone: z.string(),
  title: textSchema,
  next: textSchema,
})

export const rowSchema = z.object({
  name: z.string(),
  ascii: z.string(),
  suffix: z.string(),
  serviceState: stateSchema,
  expiresOn: z.string(),
  daysLeft: z.int(),
  autoRenew: z.boolean(),
})

/** A name as a row of the list, with its service state. */
export function presentListed(
  row: ListedDomain,
  { catalog, today }: { catalog: Catalog; today: string },
): z.input<typeof rowSchema> {
  return {
    name: row.name,
    ascii: row.ascii,
    suffix: row.suffix,
    serviceState: serviceState(
      factsOf(
        {
          expiresOn: row.expires_on,
          registeredOn: row.registered_on,
          statuses: row.statuses,
          identity: row.identity,
          refusedBefore: row.refused_before,
          agentHeld: row.agent_held,
          runningTask: row.running ?? undefined,
          runningKind: row.running_kind ?? undefined,
          suffix: row.suffix,
          asked: row.asked ? askedIn(row.asked) : undefined,
          row,
        },
        { catalog, today },
      ),
    ),
    expiresOn: row.expires_on,
    daysLeft: daysBetween(today, row.expires_on),
    autoRenew: row.auto_renew,
  }
}
