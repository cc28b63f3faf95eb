import { useQuery } from '@tanstack/react-query'
import { promotionsQuery } from '../../api/queries.ts'
import type { RenewalTrial } from '../../api/types.ts'
import { Offers } from '../confirm/offers.tsx'
import { PromoCode } from '../confirm/promo-code.tsx'

/** What a customer says of promotions while renewing. */
export interface RenewalChoice {
  promoCode?: string
  declined?: string[]
}

interface Props {
  trial: RenewalTrial | undefined
  settling: boolean
  choice: RenewalChoice
  onChoice: (choice: RenewalChoice) => void
}

/** Promotions of renewals: those that fit, and a code where one of them needs it. */
export function RenewalOffers({ trial, settling, choice, onChoice }: Props) {
  const { data } = useQuery(promotionsQuery)
  const coded = data?.promotions.some(({ product, needsCode }) => product === 'renew' && needsCode)
  return (
    <>
      <Offers
        offers={trial?.offers ?? []}
        declined={choice.declined ?? []}
        onDecline={(declined) => onChoice({ ...choice, declined: [...declined] })}
      />
      {coded && (
        <PromoCode
          value={choice.promoCode ?? ''}
          onUse={(promoCode) => onChoice({ ...choice, promoCode })}
          trial={trial}
          settling={settling}
        />
      )}
    </>
  )
}
