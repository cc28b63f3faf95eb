import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { requiredText, textOf } from '../xml/read.ts'
import { domain, ns, type Period, readPeriod, writePeriod } from './parts.ts'

/** RFC 5731 §3.2.3. `curExpDate` (YYYY-MM-DD) keeps a repeated command from renewing twice. */
export interface DomainRenew {
  readonly name: string
  readonly curExpDate: string
  readonly period?: Period
}

export interface DomainRenewed {
  readonly name: string
  readonly exDate?: string
}

export const domainRenew: EppCommand<DomainRenew, DomainRenewed> = {
  verb: 'renew',
  object: ns,
  kind: 'transform',
  request: objectRequest('renew', ns, {
    write: ({ name, curExpDate, period }) => [
      domain('name', name),
      domain('curExpDate', curExpDate),
      writePeriod(period),
    ],
    read: (element) =>
      defined({
        name: requiredText(element, ns, 'name'),
        curExpDate: requiredText(element, ns, 'curExpDate'),
        period: readPeriod(element),
      }),
  }),
  response: resultData(ns, 'renData', {
    write: ({ name, exDate }) => [domain('name', name), exDate === undefined ? undefined : domain('exDate', exDate)],
    read: (element) => defined({ name: requiredText(element, ns, 'name'), exDate: textOf(element, ns, 'exDate') }),
  }),
}
