import type { Finding } from '@yuming/rules'
import type { ShopFront } from '../../../kernel/http/index.ts'
import type { PaperKind, qualificationKinds } from '../paper-kinds.ts'
import type { Declared, QualificationKind } from './declared.ts'

/** A name that only some may hold. */
export interface NameToQualify {
  readonly name: string
  readonly ascii: string
  readonly label: string
  readonly suffix: string
  readonly kind: QualificationKind
}

export interface HolderOfName {
  readonly holderType: 'person' | 'organisation'
  readonly region: string
  readonly name: { readonly zh: string; readonly en: string }
}

/** What the rules of names say; the rooms of catalogue and search know it. */
export interface NamesToQualify {
  /** undefined: it needs no qualification, or cannot be registered here. */
  find(name: string): NameToQualify | undefined
  /** What stands against this holder having the name, registered at that shop front; undefined: which one is not known. */
  against(
    name: string,
    holder: HolderOfName,
    front: ShopFront['kind'] | undefined,
    declared?: Declared,
  ): readonly Finding[]
}

/** What has to be handed in, and what may help beside it. */
export const papersFor: Readonly<
  Record<
    QualificationKind,
    { readonly needed: readonly QualificationPaper[]; readonly further: readonly QualificationPaper[] }
  >
> = {
  trademark: { needed: ['trademark-certificate'], further: ['application-form'] },
  organisation: { needed: ['organisation-proof'], further: ['application-form'] },
  licence: { needed: ['licence-proof'], further: ['application-form'] },
  // S1-147: the sealed form, and proof of the organisation.
  government: { needed: ['application-form', 'organisation-proof'], further: [] },
}

export type QualificationPaper = Extract<PaperKind, (typeof qualificationKinds)[number]>

/** Kinds that have to be proved before a name is ordered: the registry takes no others (S1-94, S1-156, S1-157). */
export const provedFirst: ReadonlySet<QualificationKind> = new Set(['trademark', 'government'])

/** Kinds whose papers are due within five days of the registration; no source gives a day for licences (S1-54, S1-113). */
export const provedInDays: ReadonlySet<QualificationKind> = new Set(['trademark', 'organisation', 'government'])
