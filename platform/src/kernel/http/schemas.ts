import type { Finding, Source } from '@yuming/rules'
import { z } from 'zod'

const text = z.object({ zh: z.string(), en: z.string() })

const source: z.ZodType<Source> = z.object({
  document: z.string(),
  section: z.string(),
  date: z.string().optional(),
  url: z.string().optional(),
})

/** A finding on the wire. */
export const findingSchema: z.ZodType<Finding & { see?: string | undefined }> = z.object({
  rule: z.string(),
  scope: z.string().optional(),
  severity: z.enum(['refuse', 'advise', 'unknown']),
  field: z.string(),
  message: text,
  remedy: text,
  source,
  from: z.string(),
  until: z.string().optional(),
  /** Where the remedy is to be had. */
  see: z.string().optional(),
})

/** Where a rule or a reason comes from, on the wire. */
export const sourceSchema = source

/** Text for a person in both languages, on the wire. */
export const textSchema = text
