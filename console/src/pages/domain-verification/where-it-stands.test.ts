import { describe, expect, it } from 'vitest'
import type { ReviewAxis } from '../../api/domain-verification.ts'
import { whereItStands } from './where-it-stands.ts'

const axis = (key: ReviewAxis['axis'], more: Partial<ReviewAxis> = {}): ReviewAxis => ({
  axis: key,
  state: 'not-needed',
  turn: null,
  by: null,
  detail: { zh: '', en: '' },
  heard: null,
  remark: null,
  explained: [],
  ...more,
})
const stands = (axes: ReviewAxis[], more: { dutyBy?: string; heldSince?: string } = {}) =>
  whereItStands({ axes, dutyBy: more.dutyBy ?? null, heldSince: more.heldSince ?? null })

describe('where the verification of a name stands', () => {
  it('is what failed, before anything else (S4-01, S4-23)', () => {
    const naming = axis('naming', { state: 'failed', turn: 'you' })
    expect(stands([axis('identity', { state: 'reviewing', turn: 'we' }), naming])).toMatchObject({
      stage: 'failed',
      axis: { axis: 'naming' },
      turn: 'you',
    })
    const identity = axis('identity', { state: 'failed', turn: 'you' })
    expect(stands([identity, naming], { dutyBy: '2026-11-26' })).toMatchObject({
      stage: 'failed',
      axis: { axis: 'identity' },
      by: '2026-11-26',
    })
  })
  it('is held when nothing was handed in and the time is over, and no day is promised any more', () => {
    const identity = axis('identity', { state: 'not-begun', turn: 'you', by: '2026-11-26' })
    expect(stands([identity], { dutyBy: '2026-11-26' })).toMatchObject({ stage: 'not-begun', by: '2026-11-26' })
    expect(stands([identity], { dutyBy: '2026-11-26', heldSince: '2026-11-27T00:00:00Z' })).toMatchObject({
      stage: 'held',
      by: null,
    })
  })
  it('is under review while somebody else looks, and lifting when only the hold is left (S4-31)', () => {
    expect(stands([axis('identity', { state: 'reviewing', turn: 'provider', by: '2026-11-27' })])).toMatchObject({
      stage: 'reviewing',
      turn: 'provider',
      by: '2026-11-27',
    })
    expect(stands([axis('identity', { state: 'reviewing', turn: 'registry' })])).toMatchObject({ stage: 'lifting' })
  })
  it('is the other reviews when the holder is verified, and done when nothing is left (S4-32)', () => {
    const passed = axis('identity', { state: 'passed' })
    const naming = axis('naming', { state: 'reviewing', turn: 'registry' })
    expect(stands([passed, naming])).toMatchObject({ stage: 'others', axis: { axis: 'naming' }, turn: 'registry' })
    expect(stands([passed, axis('naming', { state: 'not-begun' })])).toMatchObject({ stage: 'passed', turn: null })
    expect(stands([passed, axis('naming')])).toMatchObject({ stage: 'passed' })
    expect(stands([axis('identity'), axis('naming')])).toMatchObject({ stage: 'not-needed' })
  })
})
