import {
  type CodeTableBook,
  type DataCode,
  type DownloadPart,
  dataMeaning,
  type Profile,
  type PublishedFiling as WirePublished,
} from '@yuming/miit'
import type { BureauCode, BureauNews, PublishedFiling } from '../../modules/filing/ports.ts'
import { fieldOfCode } from './code-fields.ts'
import { blacklistNews, checkNews, illegalNews, unfiledNews } from './read-supervision.ts'

/** Who can do something about a code. */
const asks: Readonly<Record<DataCode['reaction'], BureauCode['asks']>> = {
  done: 'nothing',
  refused: 'applicant',
  mend: 'applicant',
  wait: 'wait',
  reconcile: 'us',
  bug: 'us',
  operator: 'us',
}

/** What a file tells of filings; code tables are the gateway's own matter. */
export function newsIn(
  parts: readonly DownloadPart[],
  profile: Profile,
  ispId: string,
  book: CodeTableBook,
): BureauNews[] {
  return parts.flatMap((part) => newsOf(part, profile, ispId, book))
}

function newsOf(part: DownloadPart, profile: Profile, ispId: string, book: CodeTableBook): BureauNews[] {
  switch (part.name) {
    case 'filing-results':
      return [
        ...part.content.results.map(
          ({ operation, key, codes }): BureauNews => ({
            what: 'result',
            operation,
            key,
            codes: codes.map(({ code, description }) => codeOf(profile, code, description)),
          }),
        ),
        ...(part.content.opinions ?? []).map(
          ({ operation, recordId, verdict, opinion }): BureauNews => ({
            what: 'opinion',
            operation,
            recordId,
            approved: verdict === 'approved',
            words: opinion,
          }),
        ),
      ]
    case 'published-filings':
    case 'resync-filings':
      return part.content.map((filing): BureauNews => ({ what: 'published', filing: publishedOf(filing, ispId) }))
    case 'cancelled-filings':
      return part.content.map(({ what, bureauId }): BureauNews => ({ what: 'cancelled', of: what, bureauId }))
    case 'rectification-notices':
      return part.content.map(
        ({ filingNumber, bureauId, content }): BureauNews => ({
          what: 'notice',
          kind: 'rectification',
          about: { number: filingNumber, bureauId },
          words: content,
        }),
      )
    case 'inspection-results': {
      const { subjects, accesses, shellSites, liveness } = part.content
      return [
        ...subjects.map(
          ({ bureauId, error }): BureauNews => ({
            what: 'notice',
            kind: 'subject-data',
            about: { bureauId },
            words: error ?? '',
          }),
        ),
        ...accesses.map(
          ({ filingNumber, domain, resolvesTo }): BureauNews => ({
            what: 'notice',
            kind: 'access-differs',
            about: { number: filingNumber },
            words: [domain, resolvesTo].filter((word) => word !== undefined).join(' → '),
          }),
        ),
        ...shellSites.map(
          ({ filingNumber, homeUrl }): BureauNews => ({
            what: 'notice',
            kind: 'shell-site',
            about: { number: filingNumber },
            words: homeUrl ?? '',
          }),
        ),
        ...liveness
          .filter(({ verdict }) => verdict !== 'alive')
          .map(
            ({ filingNumber, homeUrl }): BureauNews => ({
              what: 'notice',
              kind: 'dead-site',
              about: { number: filingNumber },
              words: homeUrl ?? '',
            }),
          ),
      ]
    }
    case 'blacklist':
      return [blacklistNews(part.content, book)]
    case 'unfiled-sites':
      return unfiledNews(part.content, ispId)
    case 'illegal-access':
      return illegalNews(part.content, ispId)
    case 'check-tasks':
      return checkNews(part.content)
    default:
      return [{ what: 'kept', name: part.name }]
  }
}

function codeOf(profile: Profile, code: number, said: string | undefined): BureauCode {
  const { zh, en, reaction } = dataMeaning(profile.codes, code)
  return { code, means: { zh, en }, said, asks: asks[reaction], field: fieldOfCode(code) }
}

function publishedOf({ subject, services }: WirePublished, ispId: string): PublishedFiling {
  return {
    subject: { ownId: subject.id, bureauId: subject.bureauId, number: subject.filingNumber },
    services: services.map((service) => ({
      ownId: service.id,
      bureauId: service.bureauId,
      number: service.filingNumber,
      name: service.names[0] ?? '',
      homeUrl: service.kind === 'website' ? service.homeUrl : undefined,
      domains: service.domains.map(({ id, bureauId, name }) => ({ ownId: id, bureauId, name })),
      accesses: service.accesses.map(({ id, bureauId, providerId, addresses }) => ({
        ownId: id,
        bureauId,
        ours: providerId === ispId,
        ips: addresses.map(({ first }) => first),
      })),
    })),
  }
}
