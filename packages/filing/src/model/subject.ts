/** Nature of the body that files (主办单位性质). The bureau's own code of each is delivered by it, and is no part of the model. */
export const natures = [
  'person',
  'enterprise',
  'sole-trader',
  'government',
  'institution',
  'social-body',
  'private-non-enterprise',
  'foundation',
  'law-firm',
  'mass-organisation',
  'judicial-expertise',
  'notary',
  'arbitration',
  'religious-body',
  'medical',
  'collective-economy',
  'foreign-cultural-centre',
  'foreign-body',
  'defence',
] as const
export type Nature = (typeof natures)[number]

export interface Region {
  /** Full name, such as 浙江省. */
  readonly province: string
  readonly city?: string
  readonly county?: string
}

/** A paper by the kinds of real-name verification, such as `business-licence`. */
export interface Certificate {
  readonly kind: string
  readonly number: string
  /** As printed on it. */
  readonly address?: string
  /** YYYY-MM-DD. */
  readonly issuedOn?: string
  /** YYYY-MM-DD, last day. */
  readonly endsOn?: string
}

/** Who answers for a subject or a service (负责人). */
export interface Principal {
  readonly name: string
  readonly certificate: Certificate
  /** Mobile, 11 digits. */
  readonly phone: string
  readonly secondPhone?: string
  readonly emergencyPhone?: string
  /** Landline with area code, `0571-88888888`. */
  readonly officePhone?: string
  readonly email: string
}

/** Who files (主体). */
export interface Subject {
  readonly region: Region
  readonly nature: Nature
  readonly name: string
  readonly certificate: Certificate
  readonly correspondenceAddress: string
  /** 投资人或主管单位. */
  readonly investor?: string
  readonly principal: Principal
  readonly remark?: string
}
