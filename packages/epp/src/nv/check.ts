import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { child, childrenOf } from '../xml/element.ts'
import { booleanOf, required } from '../xml/read.ts'
import { ns, nv } from './parts.ts'

/** Labels, not whole names. */
export interface NvCheck {
  readonly labels: readonly string[]
}

/** `available` false: prohibited. `restricted`: allowed to those only who prove a qualification. */
export interface NvChecked {
  readonly results: readonly {
    readonly label: string
    readonly available: boolean
    readonly restricted: boolean
    readonly reason?: string
    readonly lang?: string
  }[]
}

export const nvCheck: EppCommand<NvCheck, NvChecked> = {
  verb: 'check',
  object: ns,
  kind: 'query',
  request: objectRequest('check', ns, {
    write: ({ labels }) => labels.map((label) => nv('name', label)),
    read: (element) => ({ labels: childrenOf(element, ns, 'name').map((found) => found.text.trim()) }),
  }),
  response: resultData(ns, 'chkData', {
    write: ({ results }) =>
      results.map(({ label, available, restricted, reason, lang }) =>
        nv('cd', [
          nv('name', label, { avail: available ? '1' : '0', restricted: restricted ? '1' : '0' }),
          reason === undefined ? undefined : nv('reason', reason, { lang }),
        ]),
      ),
    read: (element) => ({
      results: childrenOf(element, ns, 'cd').map((cd) => {
        const name = required(cd, ns, 'name')
        const reason = child(cd, ns, 'reason')
        return defined({
          label: name.text.trim(),
          available: booleanOf(name.attributes.avail),
          restricted: booleanOf(name.attributes.restricted),
          reason: reason?.text.trim(),
          lang: reason?.attributes.lang,
        })
      }),
    }),
  }),
}
