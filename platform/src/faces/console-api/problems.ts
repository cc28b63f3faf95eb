import type { Finding } from '@yuming/rules'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem, toProblemJson } from '../../kernel/errors/index.ts'
import * as errors from './errors.ts'

type ValidationIssue = NonNullable<FastifyError['validation']>[number]

const chinese = z.locales.zhCN().localeError

/** Everything that goes wrong leaves as application/problem+json (RFC 9457), in the caller's language. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: error }, 'a request failed')
    return sendProblem(problem, request, reply)
  })
}

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(toProblemJson(problem, request.locale))
}

/** What is told of an error; one that nobody foresaw is ours. */
export function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    return errors.requestInvalid({ findings: error.validation.map(findingOfIssue) })
  }
  // PostgreSQL keeps no NUL in a text: such a text came from outside, in whatever member.
  // Nor has it days before the first year or after the last that it counts, such as 0000-01-01.
  if (error.code === '22021' || error.code === '22008') return errors.requestInvalid()
  const status = error.statusCode ?? 500
  if (status === 413) return errors.bodyTooLarge({ findings: [tooLarge] })
  if (status === 415) return errors.mediaTypeRefused()
  if (status === 429) return errors.tooManyRequests()
  if (status >= 400 && status < 500) return errors.requestInvalid()
  return errors.internalError({ cause: error })
}

/** Whoever sends ten thousand names at once is told where so many are taken. */
const tooLarge: Finding = {
  rule: 'request.size',
  severity: 'refuse',
  field: 'body',
  message: { zh: '请求内容超过这个地址收的大小', en: 'The body is larger than this address takes' },
  remedy: {
    zh: '分批提交；一次查很多名字，用POST /v1/search/bulk',
    en: 'Send it in parts; POST /v1/search/bulk takes many names at once',
  },
  source: { document: '/v1/openapi.json', section: 'schema' },
  from: '2026-11-29',
}

/** The shape of a request is a rule like any other: it names the field and says what to do. */
function findingOfIssue(issue: ValidationIssue): Finding {
  return {
    rule: 'request.shape',
    severity: 'refuse',
    field: fieldOf(issue),
    message: { zh: chineseMessageOf(issue), en: issue.message ?? 'not well formed' },
    remedy: { zh: '按接口说明修改这一项', en: 'Correct this field as the API description says' },
    source: { document: '/v1/openapi.json', section: 'schema' },
    from: '2026-11-23',
  }
}

function chineseMessageOf({ keyword, params }: ValidationIssue): string {
  // The value itself is not in the issue, and the library would call it "undefined".
  if (keyword === 'invalid_type') return '缺少这一项，或类型不对'
  const said = chinese({ ...params, code: keyword } as z.core.$ZodRawIssue)
  return (typeof said === 'string' ? said : said?.message) ?? '内容不合要求'
}

function fieldOf({ keyword, instancePath, params }: ValidationIssue): string {
  const path = instancePath.split('/').filter(Boolean)
  const unknown = keyword === 'unrecognized_keys' && Array.isArray(params.keys) ? [params.keys.join(',')] : []
  return [...path, ...unknown].join('.')
}
