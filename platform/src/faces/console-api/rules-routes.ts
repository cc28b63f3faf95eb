import { filingTopic } from '@yuming/filing'
import { identityTopic } from '@yuming/identity'
import { namesTopic, namesTopicOver } from '@yuming/names'
import { papersTopic } from '@yuming/papers'
import { rulesInForce, type Topic } from '@yuming/rules'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock/index.ts'
import { findingSchema, freeRoute, sourceSchema, textSchema } from '../../kernel/http/index.ts'
import { type Catalog, nameSuffixesOn } from '../../modules/catalog/index.ts'
import { noSuchPage } from './errors.ts'

/** The day (YYYY-MM-DD) on which any of the rules was held against its sources last. */
export function rulesReviewedOn(): string {
  return [namesTopic, identityTopic, papersTopic, filingTopic].reduce(
    (newest, { reviewedOn }) => (reviewedOn > newest ? reviewedOn : newest),
    '',
  )
}

const place = z.strictObject({ topic: z.string().max(40) })
const factSchema = z.object({ name: z.string(), means: textSchema, example: z.unknown().optional() })
const ruleSchema = z.object({
  id: z.string(),
  scope: z.string().optional(),
  severity: z.enum(['refuse', 'advise', 'unknown']),
  field: z.string(),
  from: z.string(),
  until: z.string().optional(),
  /** Absent where it depends on the facts that are stated. */
  source: sourceSchema.optional(),
  message: textSchema,
  remedy: textSchema,
})

/**
 * The rules themselves, and what they say of stated facts: open to everyone, on any day past or to come. Names are held
 * against the operator's catalogue of the day and their word lists, as search and orders do.
 */
export function rulesRoutes({ clock, catalog }: { clock: Clock; catalog: Catalog }) {
  const names = namesTopicOver({ on: (day) => nameSuffixesOn(catalog, day), wordLists: catalog.wordLists })
  const topics = new Map(
    [names, identityTopic, papersTopic, filingTopic].map((topic: Topic) => [topic.name, topic] as const),
  )
  const topicNamed = (name: string): Topic => {
    const topic = topics.get(name)
    if (!topic) throw noSuchPage()
    return topic
  }
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'rules/:topic',
        summary: 'The facts that can be stated, and the rules in force on a day',
        tag: 'rules',
        who: 'anyone',
        perMinute: 60,
        params: place,
        query: z.strictObject({ day: z.iso.date().optional() }),
        answers: {
          200: z.object({
            topic: z.string(),
            title: textSchema,
            reviewedOn: z.iso.date(),
            day: z.string(),
            facts: z.array(factSchema),
            rules: z.array(ruleSchema),
          }),
        },
      },
      async ({ params, query }) => {
        const topic = topicNamed(params.topic)
        const day = query.day ?? clock.today()
        return {
          topic: topic.name,
          title: topic.title,
          reviewedOn: topic.reviewedOn,
          day,
          facts: topic.facts.map(({ name, means, example }) => ({ name, means, example })),
          rules: rulesInForce(topic.rules, day).map((rule) => {
            const { id, scope, severity, field, from, until } = rule
            return { id, scope, severity, field, from, until, ...topic.wording(rule) }
          }),
        }
      },
    )
    freeRoute(
      app,
      {
        method: 'POST',
        url: 'rules/:topic/explain',
        summary: 'Verdict and findings for stated facts, with the rules that were looked at',
        tag: 'rules',
        who: 'anyone',
        perMinute: 240,
        bodyBytes: 16_384,
        params: place,
        body: z.record(z.string(), z.unknown()),
        answers: {
          200: z.object({
            verdict: z.string(),
            day: z.string(),
            findings: z.array(findingSchema),
            looked: z.array(z.string()),
            /** Rules that could not tell because nothing of their matter was stated. */
            notAsked: z.array(z.string()),
            rulesDate: z.string().optional(),
            read: z.record(z.string(), z.unknown()).optional(),
            /** Of the topic identity: what is due when, and which operations are closed. */
            due: z.array(z.unknown()).readonly().optional(),
            blockedBy: z.array(z.unknown()).readonly().optional(),
            /** Of the topic filing: the computed type, what is due when, what is to be read, and what nobody knows. */
            type: z.unknown().optional(),
            deadlines: z.array(z.unknown()).readonly().optional(),
            hints: z.array(z.unknown()).readonly().optional(),
            notKnown: z.array(z.unknown()).readonly().optional(),
            /** Of the topic filing: the bureau of the province, and where it says more. */
            bureau: z.unknown().optional(),
          }),
        },
      },
      async ({ params, body }) => {
        const { findings, looked, notAsked, ...rest } = topicNamed(params.topic).explain(body, clock.today())
        return { ...rest, findings: [...findings], looked: [...looked], notAsked: [...notAsked] }
      },
    )
  }
}
