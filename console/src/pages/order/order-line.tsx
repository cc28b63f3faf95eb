import type { LineState, OrderLine } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { DomainName, NameParts } from '../../design/domain-name.tsx'
import { type Shape, State } from '../../design/state.tsx'
import { longDate, money } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

const shapes: Record<LineState, Shape> = {
  waiting: 'todo',
  executing: 'run',
  unknown: 'run',
  succeeded: 'ok',
  failed: 'fail',
  refunded: 'fail',
}

export function OrderLineItem({ line }: { line: OrderLine }) {
  const said = sentence(line.detail)
  return (
    <li>
      {line.state === 'succeeded' ? (
        <Link className="dn" to="/domains/$name" params={{ name: line.name }} title={line.ascii}>
          <NameParts name={line.name} />
        </Link>
      ) : (
        <DomainName name={line.name} ascii={line.ascii} off={line.state === 'failed' || line.state === 'refunded'} />
      )}
      <State shape={shapes[line.state]}>{t(`order.line.${line.state}`)}</State>
      <div className="body">
        <p>
          {said || t(`order.lineWhy.${line.state}`)}{' '}
          {line.state === 'succeeded' &&
            line.expiresOn &&
            !said.includes(line.expiresOn.slice(0, 4)) &&
            t('order.expires', { date: longDate(line.expiresOn) })}
          {line.refundTo &&
            !said.includes('¥') &&
            t(`order.moneyBack.${line.refundTo}`, { price: money(line.subtotalFen) })}
        </p>
        {line.findings.map((finding) => (
          <Cite key={finding.rule} finding={finding} />
        ))}
        {(line.registry || line.task) && (
          <details>
            <summary>{t('details')}</summary>
            <code className="raw">
              {line.registry &&
                `${line.registry.code} ${line.registry.message}\nclTRID ${line.registry.clTRID}\nsvTRID ${line.registry.svTRID}\n`}
              {line.task && `GET /v1/tasks/${line.task}`}
            </code>
          </details>
        )}
      </div>
    </li>
  )
}
