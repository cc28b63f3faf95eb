import { useState } from 'react'
import { post } from '../../../api/client.ts'
import type { Declared } from '../../../api/qualification.ts'
import { Button } from '../../../design/button.tsx'
import { sentenceOf } from '../../../design/sentence-of.ts'
import { toast } from '../../../design/toast.tsx'
import { shortDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import type { Line } from './compared-table.tsx'
import type { OpenCase } from './review-queries.ts'
import { useKeys } from './use-keys.ts'

/** What a holder declared, in the order in which a paper is read. */
export function holderLines(open: OpenCase, kindTitle: string): Line[] {
  const { name, certificate, region, address, phone, email, holderType, legalRepresentative } = open.holder
  const { issuedOn, endsOn } = certificate
  const dates = [
    issuedOn && t('reviews.issued', { date: shortDate(issuedOn) }),
    endsOn && t('reviews.ends', { date: shortDate(endsOn) }),
  ].filter(Boolean)
  const title = (row: 'name' | 'kind' | 'number' | 'representative' | 'dates' | 'address' | 'region' | 'contact') =>
    t(`reviews.row.${row}`)
  return [
    { row: 'name', title: title('name'), said: name.zh || name.en, also: name.zh ? name.en : '' },
    { row: 'kind', title: title('kind'), said: kindTitle, also: t(`reviews.holder.${holderType}`) },
    { row: 'number', title: title('number'), said: <CertificateNumber id={open.id} masked={certificate.number} /> },
    ...(holderType === 'organisation'
      ? [
          {
            row: 'representative',
            title: title('representative'),
            said: legalRepresentative || t('reviews.notGiven'),
          } as const,
        ]
      : []),
    { row: 'dates', title: title('dates'), said: dates.join(t('comma')) || t('reviews.noDates') },
    { row: 'address', title: title('address'), said: address.zh || address.en, also: address.zh ? address.en : '' },
    { row: 'region', title: title('region'), said: region },
    { row: 'contact', title: title('contact'), said: phone, also: email },
  ]
}

/** What was declared of a qualification's papers, after the name of the holder that it has to be. */
export function declaredLines(open: OpenCase, declared: Declared): Line[] {
  const { name } = open.holder
  const { kind: _, ...fields } = declared
  return [
    { row: 'name', title: t('reviews.row.name'), said: name.zh || name.en, also: name.zh ? name.en : '' },
    ...Object.entries(fields).map(
      ([field, said]): Line => ({
        row: `declared.${field}` as Line['row'],
        title: t(`qualification.${field as Exclude<keyof typeof fields, never>}`),
        said: String(said),
      }),
    ),
  ]
}

/** Masked until it is asked for; the asking is on record. */
function CertificateNumber({ id, masked }: { id: string; masked: string }) {
  const [whole, setWhole] = useState<string | null>(null)
  const show = async () => {
    try {
      setWhole((await post<{ number: string }>(`operator/reviews/${id}/number`)).number)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  useKeys({ n: () => void (whole === null ? show() : setWhole(null)) })
  return (
    <>
      <span className="mono">{whole ?? masked}</span>{' '}
      <Button
        size="s"
        look="text"
        aria-pressed={whole !== null}
        onClick={() => (whole === null ? show() : setWhole(null))}
      >
        {t(whole === null ? 'reviews.showNumber' : 'reviews.hideNumber')} <kbd>N</kbd>
      </Button>
    </>
  )
}
