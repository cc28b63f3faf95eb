import type {
  Cancellation,
  Cancelled,
  ChangedFiling,
  FilingResults,
  NewAccess,
  NewFiling,
  NewService,
  PublishedFiling,
  ReviewOpinion,
} from '@yuming/miit'
import { chinaTime } from '../world/clock.ts'
import type { Register } from './register.ts'
import type { BureauRequest } from './requests.ts'

/** What an approval changes in the register, and what is published of it. */
export function carryOut(
  request: BureauRequest,
  provider: string,
  register: Register,
): { published?: PublishedFiling; cancelled?: Cancelled } {
  const record: unknown = JSON.parse(request.record)
  const target = Number(request.target ?? 0)
  switch (request.operation) {
    case 'new-filing': {
      const { subject, services } = record as NewFiling
      const id = register.addSubject(request.bureau, subject)
      for (const service of services) register.addService(id, service, provider)
      return { published: register.published(id) }
    }
    case 'new-service': {
      const { services } = record as NewService
      const added = services.map((service) => register.addService(target, service, provider))
      return { published: register.published(target, added) }
    }
    case 'new-access': {
      const { access } = record as NewAccess
      register.addAccess(target, access, provider)
      const service = register.service(request.bureau, { bureauId: String(target) })
      return service ? { published: register.published(service.subject, [service.id]) } : {}
    }
    case 'change-filing': {
      const { subject, services } = record as ChangedFiling
      register.changeSubject(target, subject)
      for (const service of services) {
        const found = register.service(request.bureau, service)
        if (found) register.changeService(found.id, service, provider)
      }
      return { published: register.published(target) }
    }
    case 'cancel-subject':
    case 'cancel-service':
    case 'cancel-access': {
      const { what, bureauId } = record as Cancellation
      register.cancel(what, Number(bureauId))
      return { cancelled: { what, bureauId } }
    }
    default:
      return {}
  }
}

/** The file of a reviewer's decision: code, and opinion (管局审核). */
export function decisionFile(
  request: BureauRequest,
  verdict: ReviewOpinion['verdict'],
  opinion: string,
  at: Date,
): FilingResults {
  const approved = verdict === 'approved'
  return {
    results: [
      {
        codes: [{ code: approved ? 1001 : 1002, description: approved ? '管局审核通过' : '管局审核拒绝' }],
        operation: request.operation,
        ...(request.resultKey ? { key: request.resultKey } : {}),
      },
    ],
    opinions: [
      {
        reviewer: '沙盒审核员',
        reviewedAt: chinaTime(at),
        opinion,
        verdict,
        operation: request.operation,
        ...(request.recordId ? { recordId: request.recordId } : {}),
      },
    ],
  }
}
