import { reasonFor } from '@yuming/identity'
import type { Text } from '@yuming/rules'
import type { Context } from '../../kernel/context.ts'
import { tellHolder } from '../registrants/index.ts'
import type { RegistryReview } from './ports.ts'

const axes: Readonly<Record<RegistryReview['axis'], Text>> = {
  identity: { zh: '实名审核', en: 'identity review' },
  naming: { zh: '命名审核', en: 'naming review' },
  qualification: { zh: '资质审核', en: 'qualification review' },
}

/** So many names are told by name; of a holder with more, how many there are. */
const named = 3

/**
 * A registry has refused: who holds the names hears its words, and what the dictionary knows of cause and remedy (S4-24, S4-32).
 * One message a holder, however many names rest on it.
 */
export async function tellReviewFailed(
  names: readonly { readonly name: string; readonly template: string }[],
  { axis, heard }: { axis: RegistryReview['axis']; heard: string },
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  for (const [template, theirs] of Map.groupBy(names, (one) => one.template)) {
    const [first] = theirs
    if (!first) continue
    await tellHolder(
      {
        template,
        kind: 'domain.review-failed',
        subject: first.name,
        parameters: {
          name: listed(theirs.map(({ name }) => name)),
          axis: axes[axis],
          reason: inWords(heard),
          link: `/domains/${first.name}/verification`,
        },
      },
      context,
    )
  }
}

function listed(names: readonly string[]): Text {
  const shown = names.slice(0, named)
  if (names.length <= named) return { zh: shown.join('、'), en: shown.join(', ') }
  return {
    zh: `${shown.join('、')} 等 ${names.length} 个域名`,
    en: `${shown.join(', ')} and ${names.length - named} more names`,
  }
}

function inWords(heard: string): Text {
  const answer = reasonFor(heard)
  const why = answer.known ? answer.reasons[0] : undefined
  return {
    zh: `注册局的原话：“${heard}”。${why ? `原因：${why.cause.zh}。怎么办：${why.remedy.zh}。` : ''}`,
    en: `In its words: “${heard}”. ${why ? `Why: ${why.cause.en}. What to do: ${why.remedy.en}. ` : ''}`,
  }
}
