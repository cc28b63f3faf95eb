import { cite, type Finding } from '@yuming/rules'
import { record } from '../../../kernel/audit/index.ts'
import {
  defineTask,
  localStep,
  outsideStep,
  RetryLater,
  StepRefused,
  type TaskDefinition,
} from '../../../kernel/tasks/index.ts'
import { holderChangeKind } from '../asked-holder-change.ts'
import { contactHandle } from '../contact-handle.ts'
import type { RegistryAnswer } from '../ports.ts'
import { refusedByRegistry } from '../refused-by-registry.ts'
import { tellHolderChanged, tellHolderKept } from '../tell-holder-change.ts'
import { type ContactDeps, contactStep, keepContact } from './contact-step.ts'

export interface HolderChange {
  readonly ascii: string
  readonly account: string
  /** The verified template that the name goes to. */
  readonly template: string
  readonly registry: string
}

interface UpdateRequest {
  readonly registry: string
  readonly ascii: string
  readonly registrant: string
}

/**
 * Moves a name to another holder (过户, S4-08…S4-16): the new contact, the change at the registry, its outcome, our record.
 * A registry without contact objects hears nothing: there the holder is ours alone to keep.
 */
export function changeHolderTask({ registries, registrant }: ContactDeps): TaskDefinition<HolderChange> {
  const keepsContacts = (input: HolderChange) => registries.registry(input.registry).keepsContacts
  return defineTask<HolderChange>(
    holderChangeKind,
    [
      contactStep<HolderChange>({ registries, registrant }, (input) => (keepsContacts(input) ? input : undefined)),

      outsideStep<HolderChange, UpdateRequest, RegistryAnswer>('update', {
        party: ({ input }) => input.registry,
        async prepare({ trx, input, results, clock }) {
          if (!keepsContacts(input)) return undefined
          const handle = await keepContact(input, results.contact, { trx, clock })
          return { registry: input.registry, ascii: input.ascii, registrant: handle }
        },
        send: ({ registry, ascii, registrant }, { trid }) =>
          refusedByRegistry(() =>
            registries.registry(registry).update({ ascii, add: [], remove: [], registrant }, { clTRID: trid }),
          ),
        async reconcile({ registry, ascii, registrant }, { trid }) {
          const found = await registries.registry(registry).info(ascii)
          if (!found) return { known: 'unknown' }
          return found.registrant === registrant || found.statuses.includes('pendingUpdate')
            ? { known: 'applied', answer: { code: 1000, message: 'found by info', clTRID: trid, svTRID: '' } }
            : { known: 'not-applied' }
        },
      }),

      // A registry may look at the papers first (1001, 过户资料审核中): only its own record says how that ended.
      outsideStep<HolderChange, UpdateRequest, { registrant: string }>('outcome', {
        party: ({ input }) => input.registry,
        async prepare({ input }) {
          if (!keepsContacts(input)) return undefined
          return { registry: input.registry, ascii: input.ascii, registrant: contactHandle(input.template) }
        },
        async send({ registry, ascii, registrant }) {
          const found = await registries.registry(registry).info(ascii)
          if (found?.registrant === registrant) return { registrant }
          if (found?.statuses.includes('pendingUpdate')) throw new RetryLater(60_000)
          throw new StepRefused({ code: 'holder-change.refused', findings: [notMoved] })
        },
        reconcile: async () => ({ known: 'not-applied' }),
      }),

      localStep('record', async ({ trx, input, clock, random }) => {
        const template = await trx
          .selectFrom('registrant_template')
          .select('holder_type')
          .where('id', '=', input.template)
          .executeTakeFirstOrThrow()
        const was = await trx
          .selectFrom('domain')
          .select(['id', 'name', 'template'])
          .where('ascii', '=', input.ascii)
          .where('account', '=', input.account)
          .where('released_at', 'is', null)
          .forUpdate()
          .executeTakeFirst()
        if (!was) throw new StepRefused({ code: 'domain.not-found', findings: [] })
        await trx
          .updateTable('domain')
          .set({
            template: input.template,
            holder_type: template.holder_type,
            holder_changed_at: clock.now(),
            codes_sent_at: null,
            asked_at: null,
          })
          .where('ascii', '=', input.ascii)
          .where('released_at', 'is', null)
          .execute()
        await trx
          .updateTable('registrant_template')
          .set({ let_go_at: clock.now() })
          .where('id', '=', was.template)
          .execute()
        // What the registry said of the old holder is not said of the new one.
        await trx.deleteFrom('registry_review').where('domain', '=', was.id).where('axis', '=', 'identity').execute()
        await record(
          {
            action: 'domain.holder-changed',
            subject: input.ascii,
            detail: { from: was.template, to: input.template },
          },
          { trx, clock, actor: { kind: 'system', name: 'holder-change' } },
        )
        await tellHolderChanged({ name: was.name, from: was.template, to: input.template }, { trx, clock, random })
        return {}
      }),
    ],
    {
      failed: [
        localStep('note-failure', async ({ trx, input, task, clock, random }) => {
          // The mirror takes over what the registry has: the old holder, and no pendingUpdate any more.
          const kept = await trx
            .updateTable('domain')
            .set({ asked_at: null })
            .where('ascii', '=', input.ascii)
            .where('account', '=', input.account)
            .where('released_at', 'is', null)
            .returning(['name', 'template'])
            .executeTakeFirst()
          await record(
            {
              action: 'domain.holder-change-failed',
              subject: input.ascii,
              detail: { to: input.template, task: task.number },
            },
            { trx, clock, actor: { kind: 'system', name: 'holder-change' } },
          )
          if (kept)
            await tellHolderKept({ ...kept, ascii: input.ascii, account: input.account }, { trx, clock, random })
          return null
        }),
      ],
    },
  )
}

const notMoved: Finding = {
  rule: 'HOLDER-CHANGE-REFUSED-01',
  severity: 'refuse',
  field: 'templateId',
  message: {
    zh: '注册局没有通过过户资料，持有者不变',
    en: 'The registry did not accept the change of holder; the holder stays',
  },
  remedy: { zh: '看注册局的原话，改正后再过户', en: "See the registry's words, correct it and ask again" },
  source: cite('域名实名认证失败后如何处理', '过户资料审核中', { date: '2019-12-25' }),
  from: '2019-12-25',
}
