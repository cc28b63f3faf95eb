import { filingReasons } from '@yuming/filing'
import type { Text } from '@yuming/rules'
import type { FilingStepName } from './findings-of-step.ts'
import { stepOfReason } from './step-of-reason.ts'

const known = new Map(filingReasons.map((reason) => [reason.id, reason]))

export interface ExplainedReason {
  readonly id: string
  readonly heard: string | null
  readonly cause: Text
  readonly remedy: Text
  readonly field: string | null
  readonly step: FilingStepName | null
}

/** What each reason of the dictionary says is wrong, and what to do. */
export function explained(ids: readonly string[], heard: string | null = null): ExplainedReason[] {
  return ids.flatMap((id) => {
    const reason = known.get(id)
    if (!reason) return []
    const field = reason.fields[0] ?? null
    return [
      {
        id,
        heard,
        cause: reason.cause,
        remedy: reason.remedy,
        field,
        step: field === null ? null : stepOfReason(field),
      },
    ]
  })
}

/** Reasons of the dictionary that what a bureau wrote is known to mean; the longest wording that is in it counts. */
export function reasonsHeard(words: string): string[] {
  const said = words.replace(/\s+/g, '')
  const found = filingReasons
    .flatMap(({ id, stage, heard }) => heard.map((wording) => ({ id, stage, wording: wording.replace(/\s+/g, '') })))
    .filter(({ wording }) => wording.length > 3 && said.includes(wording))
    .sort((a, b) => Number(b.stage === 'bureau') - Number(a.stage === 'bureau') || b.wording.length - a.wording.length)
  return [...new Set(found.map(({ id }) => id))].slice(0, 3)
}

const nothingSaid: Text = { zh: '没有说明原因', en: 'no reason was given' }
const usual: Text = {
  zh: '按订单页的提示改正后再提交',
  en: 'correct it as the page of the order says, then submit again',
}

/** For a message: all causes in one sentence, with the remark of whoever wrote one. */
export function reasonsInWords(ids: readonly string[], remark: string | undefined): { cause: Text; remedy: Text } {
  const all = explained(ids)
  const join = (texts: readonly Text[], otherwise: Text): Text =>
    texts.length === 0
      ? otherwise
      : { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') }
  const said = remark === undefined ? [] : [{ zh: remark, en: remark }]
  return {
    cause: join([...all.map(({ cause }) => cause), ...said], nothingSaid),
    remedy: join(
      all.map(({ remedy }) => remedy),
      usual,
    ),
  }
}
