import type { UploadKind, UploadKinds, UploadName, UploadRecords, UploadRule } from '../../../profile/upload-kind.ts'
import type { Body } from '../../../shape/part.ts'
import { ipAllocation, ipBroadcast, ipRemoval, ipSource, ownIp } from '../ip-records.ts'
import { allocationIsComplete, rangeIsSound } from '../rules/ip.ts'

/**
 * IP报备 (section 6.8): four things, each new, changed or removed. One element stands between the kind and its records,
 * and its name follows no rule (section 8, 5): a change of a broadcast is Xggbjs, one of a source has records Ly_xx.
 */
function kind<N extends UploadName>(
  name: N,
  tag: 'XZBA' | 'XGBA' | 'SCBA',
  wrapper: string,
  recordTag: string,
  body: Body<UploadRecords[N]>,
  rules: readonly UploadRule<N>[] = [],
): UploadKind<N> {
  return { name, group: 'IP', tag, wrapper, recordTag, body, rules }
}

export const ipKinds = {
  'new-ip-source': kind('new-ip-source', 'XZBA', 'Xzly', 'Ly', ipSource(true), [rangeIsSound]),
  'new-ip-allocation': kind('new-ip-allocation', 'XZBA', 'Xzfp', 'Fpsy', ipAllocation(true), [
    rangeIsSound,
    allocationIsComplete,
  ]),
  'new-ip-broadcast': kind('new-ip-broadcast', 'XZBA', 'Xzgbjs', 'Jsxx', ipBroadcast(true), [rangeIsSound]),
  'new-own-ip': kind('new-own-ip', 'XZBA', 'Zdip', 'Zdxx', ownIp(true), [rangeIsSound]),
  'change-ip-source': kind('change-ip-source', 'XGBA', 'Xgly', 'Ly_xx', ipSource(false), [rangeIsSound]),
  'change-ip-allocation': kind('change-ip-allocation', 'XGBA', 'Xgfp', 'Fpsy', ipAllocation(false), [
    rangeIsSound,
    allocationIsComplete,
  ]),
  'change-ip-broadcast': kind('change-ip-broadcast', 'XGBA', 'Xggbjs', 'Jsxx', ipBroadcast(false), [rangeIsSound]),
  'change-own-ip': kind('change-own-ip', 'XGBA', 'XgZd', 'Zdxx', ownIp(false), [rangeIsSound]),
  'remove-ip-source': kind('remove-ip-source', 'SCBA', 'Scly', 'Ly', ipRemoval),
  'remove-ip-allocation': kind('remove-ip-allocation', 'SCBA', 'Scfp', 'Fpsy', ipRemoval),
  'remove-ip-broadcast': kind('remove-ip-broadcast', 'SCBA', 'Scgbjs', 'Jsxx', ipRemoval),
  'remove-own-ip': kind('remove-own-ip', 'SCBA', 'Sczd', 'Zdxx', ipRemoval),
} satisfies UploadKinds
