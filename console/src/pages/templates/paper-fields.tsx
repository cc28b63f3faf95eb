import { useQuery } from '@tanstack/react-query'
import { certificatesQuery } from '../../api/queries.ts'
import type { HolderType } from '../../api/types.ts'
import { TextField } from '../../design/field.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { NotFetched } from '../../shell/not-fetched.tsx'
import type { FieldOf } from './field-of.ts'
import { KindField } from './kind-field.tsx'
import { kindsFor } from './kinds.ts'

interface Props {
  field: FieldOf
  holderType: HolderType
  region: string
  kind: string
  onKind: (kind: string) => void
  /** The paper whose number is kept already. */
  kept: { kind: string; numberTail: string } | undefined
}

/** The paper that proves who the holder is: its kind, its number, and the days that it shows. */
export function PaperFields({ field, holderType, region, kind, onKind, kept }: Props) {
  const certificates = useQuery(certificatesQuery)
  const { data } = certificates
  if (certificates.isPending) return <Skeleton rows={2} />
  if (!data) return <NotFetched of={[certificates]} />
  const { here, elsewhere } = kindsFor(data.kinds, holderType, region)
  const dates = [...here, ...elsewhere].find((each) => each.kind === kind)?.dates
  const { error, help } = field('kind')
  return (
    <>
      <div className="field-row">
        <KindField
          key={`${holderType} ${region}`}
          {...{ here, elsewhere, error, help }}
          value={kind}
          onChange={onKind}
        />
        <TextField
          {...field('number', kind === 'overseas-body' ? 'template.numberNoneHelp' : 'template.numberHelp')}
          {...(kept?.kind === kind && { placeholder: `••••${kept.numberTail}`, help: t('template.numberKeptHelp') })}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </div>
      {(dates?.issued || dates?.ends) && (
        <div className="field-row">
          {dates.issued && <TextField {...field('issuedOn')} type="date" optional={t('optional')} />}
          {dates.ends && <TextField {...field('endsOn', 'template.endsOnHelp')} type="date" optional={t('optional')} />}
        </div>
      )}
    </>
  )
}
