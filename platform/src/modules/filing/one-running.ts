import { RunningOrder } from './errors.ts'

const indexes = new Set([
  'filing_order_running',
  'filing_order_submitted',
  'filing_order_domain_running',
  'filing_order_domain_submitted',
])

/** Of two orders for one certificate or domain at the same moment, the second is told so. @throws RunningOrder */
export async function oneRunning<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint !== undefined && indexes.has(constraint)) throw RunningOrder({ cause: error })
    throw error
  }
}
