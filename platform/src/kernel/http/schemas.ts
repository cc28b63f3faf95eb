import type { Finding } from '@yuming/rules'
import { z } from 'zod'

const text = z.object({ zh: z.string(), en: z.string() })

/** A finding on the wire. */
export const findingSchema: z.ZodType<Finding & { see?: string | undefined }> = z.object({
  rule: z.string(),
  scope: z.string().optional(),
  severity: z.enum(['refuse', 'advise', 'unknown']),
  field: z.string(),
  message: text,
  remedy: text,
  source: z.object({
    document: z.string(),
    section: z.string(),
    date: z.string().optional(),
    url: z.string().optional(),
  }),
  from: z.string(),
  until: z.string().optional(),
  /** Where the remedy is to be had. */
  see: z.string().optional(),
})

/** Text for a person in both languages, on the wire. */
export const textSchema = text
