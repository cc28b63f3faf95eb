import type { Finding } from '@yuming/rules'
import type { ShopFront } from '../../../kernel/http/index.ts'
import type { PaperKind, qualificationKinds } from '../paper-kinds.ts'
import type { QualificationKind } from './declared.ts'

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
  against(name: string, holder: HolderOfName, front: ShopFront['kind'] | undefined): readonly Finding[]
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
}

export type QualificationPaper = Extract<PaperKind, (typeof qualificationKinds)[number]>
