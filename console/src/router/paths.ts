/** Every address of the console; `$name` stands for one part of it. */
const paths = [
  '/',
  '/bulk',
  '/prices',
  '/suffixes/$suffix',
  '/help',
  '/help/$slug',
  '/sign-in',
  '/sign-up',
  '/confirm',
  '/personal-names',
  '/personal-names/$name',
  '/quick/$token',
  '/orders',
  '/orders/$number',
  '/orders/$number/pay',
  '/domains',
  '/domains/$name',
  '/domains/$name/holder',
  '/domains/$name/verification',
  '/qualifications/$name',
  '/filings',
  '/filings/new',
  '/filings/$number',
  '/service-numbers',
  '/filing-numbers',
  '/filing-reasons',
  '/filing-rules',
  '/filing-rules/$province',
  '/templates',
  '/templates/new',
  '/templates/$id',
  '/templates/$id/edit',
  '/upload/$token',
  '/filing-upload/$token',
  '/verify-email',
  '/account',
  '/messages',
  '/tickets',
  '/tickets/$number',
  '/operator/tickets',
  '/operator/tickets/$number',
  '/design',
  '/operator/catalog',
  '/operator/catalog/$suffix',
  '/operator/catalog/$suffix/$change',
  '/operator/changes',
  '/operator/reviews',
  '/operator/filings',
  '/operator/filings/$number',
  '/operator/filing-findings',
  '/operator/bureau-files',
  '/operator/bureau-files/$direction/$id',
  '/operator/filing-entries',
  '/operator/filing-entries/$number',
  '/operator/curtains',
  '/operator/domain-reports',
  '/operator/reasons',
  '/operator/reviewers',
  '/operator/cases',
  '/operator/cases/$number',
  '/operator/decisions',
  '/operator/enhanced-checks',
  '/operator/remittances',
  '/operator/refunds',
  '/operator/promotions',
  '/operator/promotions/$id',
] as const

export type Path = (typeof paths)[number]

type Names<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}$${infer Name}`
    ? Name
    : never

/** `{ number: string }` for `/orders/$number`. */
export type Params<P extends Path> = Record<Names<P>, string>

/** Where a link leads: a path of ours, the parts it stands for, the question and the place on the page. */
export type Target<P extends Path> = {
  to: P
  search?: Readonly<Record<string, string | undefined>>
  hash?: string
} & ([Names<P>] extends [never] ? { params?: undefined } : { params: Params<P> })

export function hrefOf({
  to,
  params,
  search,
  hash,
}: {
  to: string
  params?: Readonly<Record<string, string>> | undefined
  search?: Readonly<Record<string, string | undefined>> | undefined
  hash?: string | undefined
}): string {
  const path = to.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const question = new URLSearchParams()
  for (const [key, value] of Object.entries(search ?? {})) if (value) question.set(key, value)
  const asked = question.toString()
  return `${path}${asked ? `?${asked}` : ''}${hash ? `#${hash}` : ''}`
}

/** The path of ours that an address names, with its parts decoded; undefined when there is no such page.
 *  A fixed part (`/templates/new`) wins over a `$name` in the same place. */
export function matchPath(pathname: string): { path: Path; params: Record<string, string> } | undefined {
  const given = pathname.replace(/\/+$/, '').split('/')
  for (const path of fixedFirst) {
    const params = partsOf(path, given)
    if (params) return { path, params }
  }
  return undefined
}

const fixedFirst = paths.toSorted((a, b) => Number(a.includes('$')) - Number(b.includes('$')))

function partsOf(path: Path, given: readonly string[]): Record<string, string> | undefined {
  const wanted = path === '/' ? [''] : path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? ''
    if (!part.startsWith('$')) {
      if (part !== value) return undefined
    } else {
      const decoded = decode(value)
      if (!decoded) return undefined
      params[part.slice(1)] = decoded
    }
  }
  return params
}

/** The place on the page that `location.hash` names; one that does not decode stays as it was typed. */
export function hashOf(hash: string): string {
  const place = hash.slice(1)
  return decode(place) ?? place
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
