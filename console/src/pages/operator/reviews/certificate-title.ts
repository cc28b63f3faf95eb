import { useQuery } from '@tanstack/react-query'
import { certificatesQuery } from '../../../api/queries.ts'
import type { HolderType } from '../../../api/types.ts'
import { sentence } from '../../../i18n/locale.ts'

/** What a kind of certificate is called; its code until the list has come. */
export function useCertificateTitle(): (holderType: HolderType, kind: string) => string {
  const kinds = useQuery(certificatesQuery).data?.kinds ?? []
  return (holderType, kind) => {
    const known = kinds.find((one) => one.kind === kind && one.holderType === holderType)
    return known ? sentence(known.title) : kind
  }
}
