import { z } from 'zod'

export const orderNumber = z.strictObject({ number: z.string().regex(/^\d{8,24}$/) })
export const onePage = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
