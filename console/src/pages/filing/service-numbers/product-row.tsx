import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post } from '../../../api/client.ts'
import type { HostingProduct } from '../../../api/service-numbers.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { longDate } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'

/** A product, how many numbers it still gives, and why it gives none. */
export function ProductRow({ product }: { product: HostingProduct }) {
  const cache = useQueryClient()
  const apply = useMutation({
    mutationFn: () => post('service-numbers', { product: product.id }),
    onSuccess: () =>
      Promise.all(['service-numbers', 'hosting-products'].map((key) => cache.invalidateQueries({ queryKey: [key] }))),
  })
  const against = product.findings.filter(({ severity }) => severity !== 'advise')
  return (
    <tr>
      <th scope="row" className="full">
        {product.name} <small className="muted">{t(`filing.product.${product.kind}`)}</small>
        <small className="muted"> {product.ips.join(' ')}</small>
      </th>
      <td data-l={t('filing.numbers.until')}>{product.endsOn === null ? '–' : longDate(product.endsOn)}</td>
      <td data-l={t('filing.numbers.left')}>
        {product.allowance === null
          ? t('filing.numbers.notKnown')
          : t('filing.numbers.leftOf', {
              left: Math.max(product.allowance - product.applied, 0),
              all: product.allowance,
            })}
      </td>
      <td className={product.open ? undefined : 'full'}>
        {product.open ? (
          <Button size="s" look="ink" disabled={apply.isPending} onClick={() => apply.mutate()}>
            {t('filing.numbers.apply')}
          </Button>
        ) : (
          against.map((finding) => (
            <div className="mid" key={finding.rule}>
              <p>{sentence(finding.message)}</p>
              <p className="soft">{sentence(finding.remedy)}</p>
            </div>
          ))
        )}
        {apply.isError && <Failure error={apply.error} />}
      </td>
    </tr>
  )
}
