import { inForce, type Source, type Text } from '@yuming/rules'
import { caseOf } from '../facts/cases.ts'
import type { FilingDraft } from '../facts/filing-facts.ts'
import { factsOf, type ProvinceFact, type ProvinceTopic, provinceNamed, provinceTopics } from './province-facts.ts'
import { concerns, newest } from './province-rule.ts'

/** What a province's bureau says and software cannot check: to be read. */
export interface Hint {
  readonly rule: string
  readonly topic: ProvinceTopic
  readonly title: Text
  readonly text: Text
  readonly source: Source
  readonly from: string
  readonly until?: string
  readonly conflict?: Text
}

/** A matter of which nothing is known for the province: neither a yes nor a no. */
export interface NotKnown {
  readonly topic: ProvinceTopic
  readonly title: Text
}

/** Matters that only some drafts have. */
const matters: Readonly<Partial<Record<ProvinceTopic, (draft: FilingDraft) => boolean>>> = {
  subjectChange: ({ wish }) => wish === 'change-subject',
  changeType: ({ wish }) => wish !== 'file',
  accessThenChange: ({ type }) => type === 'new-access' || type === 'new-service-elsewhere',
  shellSubject: ({ record }) => record.serviceCount === 0,
  siteOpen: ({ record }) => record.filed === true,
  ipMatch: ({ record }) => record.filed === true,
  footer: ({ record }) => record.filed === true,
  annualReview: ({ record }) => record.filed === true,
  foreignPerson: ({ subject }) => subject.nature === 'person',
}

function shown(fact: ProvinceFact, draft: FilingDraft): boolean {
  const { nature } = draft.subject
  return (nature === undefined || concerns(fact.applies, caseOf(draft))) && matters[fact.topic]?.(draft) !== false
}

/** What is to be read before this draft is handed in. */
export function hintsFor(draft: FilingDraft): readonly Hint[] {
  const province = provinceNamed(draft.province ?? '')
  if (!province) return []
  return factsOf(province, draft.day).flatMap((fact) => (shown(fact, draft) ? hintOf(fact) : []))
}

/** Everything that is known of a province on a day, as text; with its history where no day is named. */
export function factTexts(code: string, day?: string): readonly Hint[] {
  const province = provinceNamed(code)
  if (!province) return []
  return province.facts.filter((fact) => day === undefined || inForce(fact, day)).flatMap(hintOf)
}

function hintOf({ id, topic, text, sources, from, until, conflict }: ProvinceFact): readonly Hint[] {
  if (text === undefined) return []
  return [
    {
      rule: id,
      topic,
      title: provinceTopics.get(topic) ?? { zh: topic, en: topic },
      text,
      source: newest(sources),
      from,
      ...(until === undefined ? {} : { until }),
      ...(conflict === undefined ? {} : { conflict }),
    },
  ]
}

/** Known for the whole country by day, so that a province need not say it. */
const national: ReadonlySet<ProvinceTopic> = new Set(['sms', 'verification'])

/** Matters of this draft for which no source says anything about its province on its day. */
export function notKnownFor(draft: FilingDraft): readonly NotKnown[] {
  const province = provinceNamed(draft.province ?? '')
  if (!province) return []
  const known = new Set(factsOf(province, draft.day).map(({ topic }) => topic))
  return [...provinceTopics].flatMap(([topic, title]) =>
    known.has(topic) || national.has(topic) || matters[topic]?.(draft) === false ? [] : [{ topic, title }],
  )
}
