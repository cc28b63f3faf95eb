import { formatFilingNumber, parseFilingNumber, subjectNumber } from '@yuming/filing'

/** Whether two numbers are of one subject, however they are written. */
export function sameSubjectNumber(one: string, other: string): boolean {
  const [left, right] = [parseFilingNumber(one), parseFilingNumber(other)]
  if (!left || !right) return one === other
  return formatFilingNumber(subjectNumber(left)) === formatFilingNumber(subjectNumber(right))
}
