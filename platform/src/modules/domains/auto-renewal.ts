import type { Context } from '../../kernel/context.ts'
import { setDeadline } from '../../kernel/deadlines/index.ts'

/** Kind of the deadline at which a name renews itself (自动续费). */
export const autoRenewal = 'domain.auto-renewal'

const daysBefore = 7
const dayMs = 86_400_000

/** From when a name that ends then renews itself. */
export const renewsFrom = (expiresAt: Date) => new Date(expiresAt.getTime() - daysBefore * dayMs)

/** From seven days before expiry, in time until it. */
export async function scheduleAutoRenewal(
  { ascii, expiresAt }: { ascii: string; expiresAt: Date },
  context: Pick<Context, 'trx' | 'random'>,
): Promise<void> {
  await setDeadline({ kind: autoRenewal, subject: ascii, opensAt: renewsFrom(expiresAt), closesAt: expiresAt }, context)
}

/** Switched on when its days have begun already: at once, whatever was tried and given up before. */
export async function renewFromNow(
  { ascii, expiresAt }: { ascii: string; expiresAt: Date },
  context: Pick<Context, 'trx' | 'random' | 'clock'>,
): Promise<void> {
  const now = context.clock.now()
  if (now < renewsFrom(expiresAt)) return scheduleAutoRenewal({ ascii, expiresAt }, context)
  const closesAt = now < expiresAt ? expiresAt : now
  await setDeadline({ kind: autoRenewal, subject: ascii, opensAt: now, closesAt }, context)
}

/** The balance was too low: once more a day later, as long as the name has not expired. */
export async function tryAgainTomorrow(
  { ascii, expiresAt }: { ascii: string; expiresAt: Date },
  context: Pick<Context, 'trx' | 'random' | 'clock'>,
): Promise<void> {
  const opensAt = new Date(context.clock.now().getTime() + dayMs)
  if (opensAt < expiresAt)
    await setDeadline({ kind: autoRenewal, subject: ascii, opensAt, closesAt: expiresAt }, context)
}
