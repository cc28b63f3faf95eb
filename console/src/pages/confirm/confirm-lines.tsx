import type { DryRun, Finding, ListItem } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { State } from '../../design/state.tsx'
import { Stepper } from '../../design/stepper.tsx'
import { toast } from '../../design/toast.tsx'
import { money, price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import type { useNameList } from '../../list/use-name-list.ts'
import { Link } from '../../router/link.tsx'
import { standingOf } from './line-standing.ts'

type List = ReturnType<typeof useNameList>

const guard = async (work: Promise<unknown> | unknown) => {
  try {
    await work
  } catch (refusal) {
    toast(sentenceOf(refusal))
  }
}

export function ConfirmLines({ list, trial }: { list: List; trial: DryRun | undefined }) {
  // A name that another holder may have is not cleared away with those that nobody can buy.
  const bad = list.items.filter((item) => standingOf(item, trial).lost)
  return (
    <section className="sec">
      <h2>
        {t('confirm.names')}
        <small>
          {t(bad.length > 0 ? 'confirm.countBad' : 'list.count', { count: list.items.length, bad: bad.length })}
        </small>
      </h2>
      <div className="bulk">
        <label className="tick" htmlFor="all-years">
          {t('confirm.all')}
          <select
            className="sel sel--s"
            id="all-years"
            value=""
            onChange={(event) => guard(list.setAllYears(Number(event.target.value)))}
          >
            <option value="" disabled>
              {t('confirm.chooseYears')}
            </option>
            {Array.from({ length: 10 }, (_, index) => index + 1).map((years) => (
              <option key={years} value={years}>
                {t('years', { count: years })}
              </option>
            ))}
          </select>
        </label>
        <span className="muted small">{t('confirm.twoYears')}</span>
        <span>
          {bad.length > 0 && (
            <Button size="s" look="text" onClick={() => guard(list.clearRefused(bad.map(({ ascii }) => ascii)))}>
              {t('confirm.clearInvalid', { count: bad.length })}
            </Button>
          )}
          <Button size="s" look="text" onClick={() => guard(list.clear())}>
            {t('confirm.clear')}
          </Button>
        </span>
      </div>
      <table className="tbl tbl--cards">
        <thead>
          <tr>
            <th scope="col">{t('confirm.name')}</th>
            <th scope="col">{t('confirm.years')}</th>
            <th scope="col" className="num">
              {t('confirm.unit')}
            </th>
            <th scope="col">{t('confirm.offer')}</th>
            <th scope="col" className="num">
              {t('confirm.subtotal')}
            </th>
            <th scope="col">
              <span className="vh">{t('confirm.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((item) => (
            <Line key={item.ascii} item={item} list={list} trial={trial} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ item, list, trial }: { item: ListItem; list: List; trial: DryRun | undefined }) {
  const { line, refused, lost, finding } = standingOf(item, trial)
  const drop = (
    <td className="num end">
      <Button
        size="s"
        look="text"
        aria-label={t('list.remove', { name: item.name })}
        onClick={() => guard(list.drop(item.ascii))}
      >
        {t('remove')}
      </Button>
    </td>
  )
  if (lost) {
    return (
      <tr className="bad">
        <th scope="row" className="full">
          <DomainName name={item.name} ascii={item.ascii} off />
        </th>
        <td colSpan={3} className="full">
          <State shape="fail">{sentence(finding?.message) || t('confirm.notForSale')}</State>
          {sentence(finding?.remedy)}
        </td>
        <td className="num muted" data-l={t('confirm.subtotal')}>
          {t('confirm.notCounted')}
        </td>
        {drop}
      </tr>
    )
  }
  return (
    <tr>
      <th scope="row">
        <DomainName name={item.name} ascii={item.ascii} />
        {refused && (
          <p className="small">
            <State shape="fail">{sentence(finding?.message)}</State>
            {finding?.field === 'qualification' && (
              <>
                {' '}
                <Link to="/qualifications/$name" params={{ name: item.name }}>
                  {t('qualification.go')}
                </Link>
              </>
            )}
          </p>
        )}
        {line?.openOrder && (
          <OpenOrder number={line.openOrder} said={line.findings.find(({ rule }) => rule === 'ORDER-OPEN-01')} />
        )}
      </th>
      <td className="end">
        <Stepper
          label={t('confirm.yearsOf', { name: item.name })}
          value={item.years}
          min={1}
          max={10}
          onChange={(years) => guard(list.setYears(item, years))}
        />
      </td>
      <td className="num" data-l={t('confirm.unit')}>
        {sentence(line?.unitText) || price(item.price.registerFen)}
        {line?.premium && <small className="muted"> {t('confirm.premium')}</small>}
      </td>
      <td className={line && line.discountFen > 0 ? 'end' : 'muted end'} data-l={t('confirm.offer')}>
        {line && line.discountFen > 0 ? t('confirm.off', { price: price(line.discountFen) }) : t('confirm.none')}
      </td>
      <td className="num" data-l={t('confirm.subtotal')}>
        <b>{line ? money(line.subtotalFen) : '…'}</b>
      </td>
      {drop}
    </tr>
  )
}

function OpenOrder({ number, said }: { number: string; said: Finding | undefined }) {
  return (
    <p className="small">
      <State shape="you">{sentence(said?.message)}</State>{' '}
      <Link to="/orders/$number/pay" params={{ number }}>
        {sentence(said?.remedy)}
      </Link>
    </p>
  )
}
