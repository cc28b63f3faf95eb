import type { Blacklist, CheckTask, CodeTableBook, IllegalAccess, UnfiledSite } from '@yuming/miit'
import { codeRow } from '@yuming/miit'
import type { BlacklistNews, MatterNews } from '../../modules/filing/ports.ts'
import { certificateWords } from './records/code-words.ts'

/** Kinds of paper for which a bureau's table has this name. */
function kindsNamed(book: CodeTableBook, code: number): string[] {
  const name = codeRow(book, 'certificate-kind', code)?.name
  return name === undefined
    ? []
    : Object.entries(certificateWords).flatMap(([kind, words]) => (words.includes(name) ? [kind] : []))
}

export function blacklistNews({ subjects, services }: Blacklist, book: CodeTableBook): BlacklistNews {
  return {
    what: 'blacklist',
    subjects: subjects.flatMap(({ subject, change, remark }) =>
      subject
        ? [
            {
              kinds: kindsNamed(book, subject.certificate.kind),
              number: subject.certificate.number,
              listed: change !== 'delete',
              remark,
            },
          ]
        : [],
    ),
    domains: services.flatMap(({ domains, change, remark }) =>
      domains.map((name) => ({ name, listed: change !== 'delete', remark })),
    ),
  }
}

/** Of a list that may go to every provider, what names us; where nobody is named, it was sent to us to be seen to. */
export function unfiledNews(sites: readonly UnfiledSite[], ispId: string): MatterNews[] {
  return sites.flatMap(({ bureauId, domain, address, providerId, detectedAt, firstDetectedAt }) =>
    providerId !== undefined && providerId !== ispId
      ? []
      : [
          {
            what: 'matter',
            kind: 'unfiled-site',
            bureauId,
            title: domain,
            address,
            listedOn: (firstDetectedAt ?? detectedAt)?.slice(0, 10),
          },
        ],
  )
}

export function illegalNews(accesses: readonly IllegalAccess[], ispId: string): MatterNews[] {
  return accesses.flatMap(({ bureauId, domain, address, providerId, detectedAt }) =>
    providerId === ispId
      ? [
          {
            what: 'matter',
            kind: 'illegal-access',
            bureauId,
            title: domain,
            address,
            listedOn: detectedAt.slice(0, 10),
          },
        ]
      : [],
  )
}

export function checkNews(tasks: readonly CheckTask[]): MatterNews[] {
  return tasks.flatMap(({ subject: { bureauId, name } }) =>
    bureauId === undefined
      ? []
      : [
          {
            what: 'matter',
            kind: 'check-task',
            bureauId,
            title: name,
            address: undefined,
            listedOn: undefined,
          },
        ],
  )
}
