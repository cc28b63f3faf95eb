import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../catalog/index.ts'
import { filingFindings } from '../../search/index.ts'
import { nextSteps, type RegisteredLine } from './next-steps.ts'

const day = '2026-11-24'
const catalog = loadCatalog()
const line = (more: Partial<RegisteredLine> = {}): RegisteredLine => ({
  name: '山月茶.cn',
  suffix: 'cn',
  realName: 'required',
  fileable: true,
  filing: [],
  identity: 'verified',
  verifiedOn: null,
  verifyBy: '2026-11-29',
  registeredOn: day,
  expiresOn: '2027-11-24',
  autoRenew: false,
  ...more,
})
const steps = (...lines: RegisteredLine[]) =>
  nextSteps(lines, day).map(({ key, state, names, by, earliest, latest }) => ({
    key,
    state,
    names: names.length,
    by,
    earliest,
    latest,
  }))

describe('the steps after a registration (S1-92, S1-93, S1-168)', () => {
  it('with a verified holder are the filing, from the third working day at the earliest, and automatic renewal', () => {
    expect(steps(line())).toEqual([
      { key: 'filing', state: 'waits', names: 1, by: null, earliest: '2026-11-27', latest: '2026-12-01' },
      { key: 'auto-renew', state: 'now', names: 1, by: '2027-11-24', earliest: null, latest: null },
    ])
    const [filing] = nextSteps([line()], day)
    expect(filing?.turn).toBe('bureau')
    expect(filing?.findings.map(({ rule }) => rule)).toEqual(['FILING-NEEDED-01', 'DUE-BUREAU'])
  })

  it('count the days of the filing from the verification, where that came after the registration', () => {
    const registered = { registeredOn: '2026-11-20', verifiedOn: '2026-11-23' }
    expect(steps(line(registered))[0]).toMatchObject({ earliest: '2026-11-26', latest: '2026-11-30' })
    expect(steps(line({ registeredOn: '2026-11-20', verifiedOn: '2026-11-02' }))[0]).toMatchObject({
      earliest: '2026-11-25',
    })
    expect(steps(line({ registeredOn: '2026-11-02' }))[0]).toMatchObject({ state: 'open' })
  })

  it('with an unverified holder begin with the papers and their last day; the filing waits for them', () => {
    expect(steps(line({ identity: 'unverified' }), line({ identity: 'failed', verifyBy: '2026-11-27' }))).toMatchObject(
      [
        { key: 'identity', state: 'now', names: 2, by: '2026-11-27' },
        { key: 'filing', state: 'waits', names: 2, earliest: null },
        { key: 'auto-renew' },
      ],
    )
    expect(steps(line({ identity: 'reviewing' }))[0]).toMatchObject({ key: 'identity', state: 'reviewing', by: null })
  })

  it('say of each name whether it can be filed: yes, no by its suffix or by where it was bought, or not known (S1-175)', () => {
    const of = (name: string, front?: 'china' | 'international') =>
      filingFindings(catalog, { name, front: front ?? 'china' }, day)
    const three = [
      line(),
      line({ name: 'a.dev', suffix: 'dev', fileable: false, filing: of('a.dev') }),
      line({ name: 'b.dev', suffix: 'dev', fileable: false, filing: of('b.dev') }),
      line({ name: 'a.cn', fileable: false, filing: of('a.cn', 'international') }),
      line({ suffix: 'ltd', fileable: null }),
    ]
    expect(
      nextSteps(three, day)
        .filter(({ key }) => key === 'filing')
        .map(({ state, findings }) => [state, findings.map(({ rule }) => rule)]),
    ).toEqual([
      ['waits', ['FILING-NEEDED-01', 'DUE-BUREAU']],
      ['unknown', ['FILING-NEEDED-01']],
      ['closed', ['SUFFIX-MIIT-01', 'FILING-FRONT-01']],
    ])
  })

  it('ask for no papers under a suffix that wants none, and say when automatic renewal is on already', () => {
    expect(steps(line({ realName: 'not-required', identity: 'unverified', autoRenew: true }))).toMatchObject([
      { key: 'filing', state: 'waits', earliest: '2026-11-27' },
      { key: 'auto-renew', state: 'done' },
    ])
    expect(nextSteps([], day)).toEqual([])
  })
})
