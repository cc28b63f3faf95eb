import { useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../design/button.tsx'
import { CalendarStrip } from '../../design/calendar-strip.tsx'
import { Cite } from '../../design/cite.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { LifeBar } from '../../design/life-bar.tsx'
import { Menu } from '../../design/menu.tsx'
import { Note } from '../../design/note.tsx'
import { Seal } from '../../design/seal.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { type Shape, State } from '../../design/state.tsx'
import { Stepper } from '../../design/stepper.tsx'
import { Steps } from '../../design/steps.tsx'
import { Summary } from '../../design/summary.tsx'
import { SureDialog } from '../../design/sure-dialog.tsx'
import { Switch } from '../../design/switch.tsx'
import { Timeline } from '../../design/timeline.tsx'
import { toast } from '../../design/toast.tsx'
import { Turn } from '../../design/turn.tsx'
import { t } from '../../i18n/text.ts'
import { Page } from '../../shell/page.tsx'
import { LeadingOn } from './leading-on.tsx'
import { sampleFinding, sampleLife, sampleMonths, sampleTimeline } from './samples.ts'
import './design-page.css'

const shapes: Shape[] = ['ok', 'run', 'todo', 'you', 'wait', 'fail', 'no', 'off', 'lock']

/** Every part of the house in every state; for those who build pages, so its words are few and not translated. */
export function DesignPage() {
  return (
    <Page title={t('design.title')} api="GET /v1/openapi.json">
      <div className="head">
        <div>
          <h1>{t('design.title')}</h1>
          <p>{t('design.lead')}</p>
        </div>
        <Seal />
      </div>
      <div className="stack-l parts">
        <Buttons />
        <States />
        <Fields />
        <Tables />
        <Texts />
        <LeadingOn />
        <Floating />
        <Charts />
      </div>
    </Page>
  )
}

function Buttons() {
  return (
    <section className="sec">
      <h2>Button</h2>
      <div className="acts">
        <Button look="main" size="l">
          main l
        </Button>
        <Button look="main">main</Button>
        <Button look="ink">ink</Button>
        <Button>line</Button>
        <Button size="s">line s</Button>
        <Button look="text">text</Button>
        <Button greyBecause="grey-why">grey</Button>
        <Button disabled>disabled</Button>
      </div>
      <p className="why" id="grey-why">
        <State shape="you" />
        <span>{t('confirm.grey.terms')}</span>
      </p>
    </section>
  )
}

function States() {
  return (
    <section className="sec">
      <h2>State, tag, turn, name</h2>
      <div className="acts">
        {shapes.map((shape) => (
          <State key={shape} shape={shape}>
            {shape}
          </State>
        ))}
      </div>
      <div className="acts">
        {shapes.map((shape) => (
          <State key={shape} shape={shape} tag>
            {shape}
          </State>
        ))}
      </div>
      <div className="acts">
        {(['you', 'we', 'registry', 'bureau'] as const).map((who) => (
          <Turn key={who} who={who} />
        ))}
        <Turn who="registry" now />
      </div>
      <div className="acts">
        <DomainName name="山月茶.中国" ascii="xn--wou6nv09a.xn--fiqs8s" />
        <DomainName name="shanyuecha.com.cn" off />
        <kbd>J</kbd>
      </div>
      <Steps now={1} />
    </section>
  )
}

function Fields() {
  const [on, setOn] = useState(true)
  const [years, setYears] = useState(2)
  const [kind, setKind] = useState<'person' | 'organisation'>('person')
  return (
    <section className="sec stack">
      <h2>Fields</h2>
      <Summary token={0} errors={[{ field: 'd-wrong', text: t('field.emailWrong') }]} />
      <div className="field-row">
        <TextField id="d-text" label={t('field.called')} help={t('field.calledHelp')} optional={t('optional')} />
        <TextField id="d-wrong" label={t('field.email')} defaultValue="shanyue@" error={t('field.emailWrong')} />
      </div>
      <div className="field-row">
        <SelectField id="d-select" label={t('template.kind')}>
          <option>{t('certificate.SFZ')}</option>
          <option>{t('certificate.HZ')}</option>
        </SelectField>
        <TextField id="d-off" label={t('template.number')} disabled defaultValue="110101" />
      </div>
      <div className="acts">
        <Switch label="on" on={on} onChange={setOn} />
        <Switch label="off" on={!on} onChange={(next) => setOn(!next)} />
        <Switch label="disabled" on={false} disabled onChange={setOn} />
        <Stepper label={t('confirm.years')} value={years} min={1} max={10} onChange={setYears} />
        <Segmented
          label={t('confirm.holderType')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'person', text: t('holder.type.person') },
            { value: 'organisation', text: t('holder.type.organisation') },
          ]}
        />
        <label className="chip">
          <input type="checkbox" defaultChecked />
          <span>.cn</span>
        </label>
        <label className="chip">
          <input type="checkbox" />
          <span>.中国</span>
        </label>
        <label className="tick">
          <input type="checkbox" />
          <span>{t('prices.han')}</span>
        </label>
      </div>
    </section>
  )
}

function Tables() {
  return (
    <section className="sec">
      <h2>Table, panel, facts, raw</h2>
      <table className="tbl tbl--cards">
        <thead>
          <tr>
            <th scope="col">{t('confirm.name')}</th>
            <th scope="col" className="num">
              {t('confirm.subtotal')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <DomainName name="山月茶.cn" />
            </th>
            <td className="num">¥29.00</td>
          </tr>
          <tr>
            <th scope="row">
              <DomainName name={`${'shanyue'.repeat(9)}.com`} />
            </th>
            <td className="num">¥1,079.00</td>
          </tr>
        </tbody>
      </table>
      <div className="panel panel--up">
        <h2>{t('domain.registration')}</h2>
        <dl className="facts">
          <div>
            <dt>{t('templates.holder')}</dt>
            <dd>杭州山月茶业有限公司</dd>
          </div>
        </dl>
        <details>
          <summary>{t('details')}</summary>
          <code className="raw">status: clientTransferProhibited</code>
        </details>
      </div>
    </section>
  )
}

function Texts() {
  return (
    <section className="sec stack">
      <h2>Note, cite, failure, empty, skeleton</h2>
      {(['plain', 'ok', 'you', 'fail'] as const).map((tone) => (
        <Note key={tone} tone={tone}>
          <p>
            <b>{tone}</b> {t('search.freeNote')}
          </p>
        </Note>
      ))}
      <Cite finding={sampleFinding} />
      <Failure error={new ApiProblem(0, {})} again={() => toast(t('again'))} />
      <Empty title={t('domains.empty')}>{t('domains.emptyWhy')}</Empty>
      <Skeleton rows={2} />
    </section>
  )
}

function Floating() {
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(false)
  return (
    <section className="sec">
      <h2>Dialog, menu, toast</h2>
      <div className="acts">
        <Button onClick={() => setOpen(true)}>Dialog</Button>
        <Button onClick={() => setAsked(true)}>Sure dialog</Button>
        <Menu
          label="Menu"
          name="Menu"
          items={[
            { key: 'renew', text: t('domains.renew') },
            { key: 'manage', text: t('domains.manage') },
          ]}
          onChoose={toast}
        />
        <Button onClick={() => toast(t('template.sent'))}>Toast</Button>
      </div>
      <Dialog title="Dialog" open={open} onClose={() => setOpen(false)}>
        <p>{t('confirm.after')}</p>
        <div className="acts">
          <Button onClick={() => setOpen(false)}>{t('close')}</Button>
        </div>
      </Dialog>
      {asked && (
        <SureDialog
          title="Sure dialog"
          sure={t('remove')}
          onSure={async () => toast(t('remove'))}
          onClose={() => setAsked(false)}
        >
          <p>{t('confirm.after')}</p>
        </SureDialog>
      )}
    </section>
  )
}

function Charts() {
  return (
    <section className="sec">
      <h2>Timeline, calendar, life</h2>
      <div className="two">
        <div className="stack">
          <CalendarStrip months={sampleMonths} />
          <LifeBar life={sampleLife} />
        </div>
        <Timeline entries={sampleTimeline} today="2026-11-24" />
      </div>
    </section>
  )
}
