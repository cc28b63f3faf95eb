import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { childrenOf, elementsOf, type XmlElement } from '../../xml/element.ts'
import { attribute, oneOf, required, requiredText, textOf } from '../../xml/read.ts'
import { extensionElement, optional } from '../extension.ts'

const uri = namespaces.rgp
const make = elementsOf(uri)

/** RFC 3915 §3.1. A token, not an enumeration: registries add values of their own. */
export interface RgpStatus {
  readonly s: string
  readonly lang?: string
  readonly text?: string
}

/** RFC 3915 §4.2.5; both statements are required by policy although the schema takes one. */
export interface RestoreReport {
  readonly preData: string
  readonly postData: string
  readonly delTime: string
  readonly resTime: string
  readonly resReason: string
  readonly statements: readonly string[]
  readonly other?: string
}

export type Restore = { readonly op: 'request' } | { readonly op: 'report'; readonly report: RestoreReport }

const writeReport = (report: RestoreReport): XmlElement =>
  make('report', [
    make('preData', report.preData),
    make('postData', report.postData),
    make('delTime', report.delTime),
    make('resTime', report.resTime),
    make('resReason', report.resReason),
    ...report.statements.map((statement) => make('statement', statement)),
    optional(make, 'other', report.other),
  ])

const readReport = (element: XmlElement): RestoreReport =>
  defined({
    preData: requiredText(element, uri, 'preData'),
    postData: requiredText(element, uri, 'postData'),
    delTime: requiredText(element, uri, 'delTime'),
    resTime: requiredText(element, uri, 'resTime'),
    resReason: requiredText(element, uri, 'resReason'),
    statements: childrenOf(element, uri, 'statement').map((statement) => statement.text.trim()),
    other: textOf(element, uri, 'other'),
  })

const statuses = {
  write: (value: readonly RgpStatus[]) => value.map(({ s, lang, text }) => make('rgpStatus', text ?? '', { s, lang })),
  read: (element: XmlElement): readonly RgpStatus[] =>
    childrenOf(element, uri, 'rgpStatus').map((found) =>
      defined({
        s: attribute(found, 's'),
        lang: found.attributes.lang,
        text: found.text.trim() === '' ? undefined : found.text.trim(),
      }),
    ),
}

/** Redemption grace period (RFC 3915): `update` with an otherwise empty domain update restores a name. */
export const rgp = {
  name: 'rgp-1.0',
  uri,
  elements: {
    update: extensionElement<Restore>(uri, 'update', {
      write: (restore) => [
        make('restore', restore.op === 'report' ? [writeReport(restore.report)] : [], { op: restore.op }),
      ],
      read(element) {
        const restore = required(element, uri, 'restore')
        const op = oneOf(attribute(restore, 'op'), ['request', 'report'])
        return op === 'request' ? { op } : { op, report: readReport(required(restore, uri, 'report')) }
      },
    }),
    infData: extensionElement<readonly RgpStatus[]>(uri, 'infData', statuses),
    upData: extensionElement<readonly RgpStatus[]>(uri, 'upData', statuses),
  },
} as const
