import { z } from 'zod'

export const caseAxis = z.enum(['identity', 'qualification', 'enhanced'])
export const caseState = z.enum(['waiting', 'second', 'provider', 'passed', 'failed', 'withdrawn'])
export const holderType = z.enum(['person', 'organisation'])

export const caseFields = {
  id: z.string(),
  number: z.string(),
  axis: caseAxis,
  attempt: z.int(),
  state: caseState,
  submittedAt: z.string(),
  dueAt: z.string(),
}
