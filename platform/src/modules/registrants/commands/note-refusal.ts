import type { Trx } from '../../../kernel/database/index.ts'

/** A registry has refused a holder, or refuses them no more (`at` null): a verified holder's papers are open from then on. */
export async function noteRefusal(trx: Trx, template: string, at: Date | null): Promise<void> {
  await trx.updateTable('registrant_template').set({ refused_at: at }).where('id', '=', template).execute()
}
