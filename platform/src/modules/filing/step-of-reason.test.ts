import { filingReasons } from '@yuming/filing'
import { describe, expect, it } from 'vitest'
import { explained } from './reasons.ts'
import { stepOfReason } from './step-of-reason.ts'

const outside = (field: string) => stepOfReason(field) === 'order'

describe('where a reason of the dictionary leads', () => {
  it.each([
    ['fr-form-template', 'papers'],
    ['fr-resource-max', 'access'],
    ['fr-remark-short', 'services'],
    ['fr-footer-missing', 'order'],
  ])('%s is mended in %s', (id, step) => {
    expect(explained([id]).map((reason) => reason.step)).toEqual([step])
  })

  it('is known for all but those that no step of a draft can mend', () => {
    const words = new Set(filingReasons.flatMap(({ fields }) => fields.slice(0, 1)))
    expect([...words].filter(outside).sort()).toEqual([
      'account',
      'dataSequence',
      'dns',
      'domainExpiry',
      'domainHolder',
      'face',
      'footer',
      'migration',
      'order',
      'password',
      'profile',
      'record',
      'recordId',
      'registrar',
      'service',
      'sms',
      'suffix',
      'type',
    ])
  })
})
