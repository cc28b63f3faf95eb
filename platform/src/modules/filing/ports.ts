/** What a bureau's register says of a filing. */
export interface RegisteredFiling {
  readonly filed: boolean
  readonly subjectNumber?: string
  readonly serviceNumber?: string
}

/** Asks the bureaus what is filed (备案状态查询). undefined: not known, because nobody could be asked. */
export interface FilingRegister {
  byDomain(province: string | undefined, ascii: string): Promise<RegisteredFiling | undefined>
  byCertificate(
    province: string | undefined,
    certificate: { readonly kind: string; readonly number: string },
  ): Promise<RegisteredFiling | undefined>
}

/** Whether the ministry has acknowledged a name (入库); undefined while nobody can tell. */
export type KnownToMinistry = (ascii: string) => Promise<boolean | undefined>
