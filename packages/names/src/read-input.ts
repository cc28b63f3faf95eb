import type { Finding } from '@yuming/rules'
import { findingOf } from '@yuming/rules'
import { type Circumstances, nameFacts } from './name-facts.ts'
import { fold, labelToUnicode } from './normalise.ts'
import { hostOfAddress } from './pasted-address.ts'
import { addressLeftOut, readAsOther, wwwLeftOut } from './rules/input.ts'

/** What was typed: a word, and the suffix if one of the known ones was typed with it. */
export interface ReadInput {
  readonly word: string
  readonly suffix: string | undefined
  /** What was changed on the way and a person should know. */
  readonly findings: readonly Finding[]
  readonly changed: InputChanges
}

/** How an input differs from the name that was read. */
export type InputChanges = Pick<Circumstances, 'addressLeftOut' | 'wwwLeftOut' | 'readAs'>

/** Longer inputs are not looked at: no name has as many characters, however it was typed. */
export const longestInput = 2_000

const none: readonly Finding[] = Object.freeze([])
const unchanged: InputChanges = Object.freeze({})
// Letters of every width, stops and spaces are what keyboards give; nobody needs to be told of them.
const plain = /^[\x20-\x7e\u3000-\u3002\uff01-\uff61\u4e00-\u9fff]*$/

const around = /[/?#\\@:]/

function changesOf(input: string, address: boolean, www: boolean): InputChanges {
  const other = plain.test(input)
    ? undefined
    : [...input].find((one) => !plain.test(one) && fold(one) !== one.toLowerCase() && fold(one) !== '')
  if (!address && !www && other === undefined) return unchanged
  return {
    ...(address ? { addressLeftOut: true } : {}),
    ...(www ? { wwwLeftOut: true } : {}),
    ...(other === undefined ? {} : { readAs: { typed: other, read: fold(other) } }),
  }
}

function findingsOf(changed: InputChanges): readonly Finding[] {
  if (changed === unchanged) return none
  const facts = nameFacts('', '', wwwLeftOut.from, changed)
  return [addressLeftOut, wwwLeftOut, readAsOther]
    .filter((rule) => rule.applies(facts))
    .map((rule) => findingOf(rule, facts))
}

/** Splits what was typed into a word and a known suffix (the longest that fits). What is no part of a name, `www.` in front
 *  and what surrounds the host in an address, is left out and said so. */
export function readInput(input: string, suffixes: ReadonlySet<string>): ReadInput {
  const typed = fold(input.slice(0, longestInput))
  const host = around.test(typed) ? hostOfAddress(typed) : undefined
  const text = (host ?? typed).replace(/\.$/, '')
  const address = host !== undefined
  const labels = text.split('.').map((label) => (label.startsWith('xn--') ? (labelToUnicode(label) ?? label) : label))
  for (let from = 1; from < labels.length; from++) {
    const suffix = labels.slice(from).join('.')
    if (!suffixes.has(suffix)) continue
    const www = from > 1 && labels[0] === 'www'
    const changed = changesOf(input, address, www)
    return { word: labels.slice(www ? 1 : 0, from).join('.'), suffix, findings: findingsOf(changed), changed }
  }
  const changed = changesOf(input, address, false)
  return { word: labels.join('.'), suffix: undefined, findings: findingsOf(changed), changed }
}

/** A whole name: what stands before the suffix, and the longest known suffix, or else the last part. */
export interface ReadWholeName {
  readonly label: string
  /** Unicode form; '' where nothing stands behind a dot. */
  readonly suffix: string
  readonly findings: readonly Finding[]
  readonly changed: InputChanges
}

/** Splits a whole name; where no known suffix fits, its last part is the suffix, so that rules can say so. */
export function readWholeName(input: string, suffixes: ReadonlySet<string>): ReadWholeName {
  const { word, suffix, findings, changed } = readInput(input, suffixes)
  if (suffix !== undefined) return { label: word, suffix, findings, changed }
  const end = word.lastIndexOf('.')
  if (end < 0) {
    const whole = suffixes.has(word)
    return { label: whole ? '' : word, suffix: whole ? word : '', findings, changed }
  }
  const before = word.slice(0, end)
  const www = before.startsWith('www.')
  const also = www ? { ...changed, wwwLeftOut: true } : changed
  return {
    label: www ? before.slice(4) : before,
    suffix: word.slice(end + 1),
    findings: findingsOf(also),
    changed: also,
  }
}
