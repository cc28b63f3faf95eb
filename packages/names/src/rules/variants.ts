import type { NameFacts } from '../name-facts.ts'
import { dispositionOf } from '../variants/disposition.ts'
import { knownTables } from '../variants/tables.ts'
import { inRepertoire, variantIndex } from '../variants/variant-index.ts'
import { type NameRule, nameRule, naming } from './name-rule.ts'

const han = /\p{Script=Han}/u

const tableFor = (suffix: string) => (knownTables.ownOf(suffix) ?? knownTables.common()).table
const tableOf = ({ suffix }: NameFacts) => suffix.variantTable ?? knownTables.common()

function outsideTable(facts: NameFacts): string | undefined {
  const { table } = tableOf(facts)
  for (const character of facts.label) if (han.test(character) && !inRepertoire(character, table)) return character
  return undefined
}

/** Iteration marks, characters of Japan only and the like carry the Han script, but stand in no Chinese table. */
const charactersInTable = nameRule({
  id: 'NAME-TABLE-01',
  only: 'han',
  source: (facts) => tableOf(facts).source,
  applies: ({ hasHan }) => hasHan,
  holds: (facts) => facts.index !== undefined || outsideTable(facts) === undefined,
  says: (facts) => {
    const found = outsideTable(facts) ?? '…'
    const { id } = tableOf(facts)
    return {
      zh: `“${found}”不在中文域名字表里（字表${id}）`,
      en: `“${found}” is not in the table of Chinese domain names (table ${id})`,
    }
  },
  remedy: { zh: '换成常用的简体字或繁体字', en: 'Use a common simplified or traditional character instead' },
})

/** .中國 is .中国: one zone in two forms. */
const sameZone = (one: string, other: string) =>
  one === other || (variantIndex(one) !== undefined && variantIndex(one) === variantIndex(other))

/**
 * Simplified and traditional forms are one name at most registries: where one is registered, the other cannot be (S1-30);
 * of a registry whose policy is not known, nobody can tell.
 */
const notTheSameName = nameRule({
  id: 'NAME-VARIANT-01',
  source: ({ suffix }) => suffix.sources.variants ?? naming('2.1 简繁体等效'),
  applies: ({ given: { other, operation }, suffix }) =>
    other !== undefined &&
    other.registered !== false &&
    sameZone(other.suffix, suffix.name) &&
    (operation === undefined || operation === 'register'),
  holds({ label, index, suffix, given: { other } }) {
    if (other?.label === label) return false
    const otherIndex = other && variantIndex(other.label, suffix.variantTable?.table)
    if (index === undefined || otherIndex === undefined) return undefined
    if (index !== otherIndex) return true
    return suffix.policy.variants === 'one-name' ? false : undefined
  },
  says: ({ label, suffix, given: { other } }) =>
    suffix.policy.variants === null && other?.label !== label
      ? {
          zh: `“${label}”与“${other?.label ?? '…'}”是简繁体；多数注册局当作同一个名字，.${suffix.name}是不是，不清楚`,
          en: `“${label}” and “${other?.label ?? '…'}” are one word in simplified and traditional characters; most registries take them as one name, whether .${suffix.name} does is not known`,
        }
      : other?.label === label
        ? { zh: `这与“${label}”是同一个名字`, en: `This is the same name as “${label}”` }
        : {
            zh: `“${label}”与“${other?.label ?? '…'}”简繁体等效，是同一个名字，注册了一个就不能再注册另一个`,
            en: `“${label}” and “${other?.label ?? '…'}” are one name in simplified and traditional characters: where one is registered, the other cannot be`,
          },
  remedy: ({ label, given: { other } }) =>
    other && dispositionOf(other.label, label, tableFor(other.suffix)).startsWith('allocatable')
      ? {
          zh: '换一个名字；如果两个都是你的，可以向注册局申请启用',
          en: 'Choose another name; where the first is yours, the registry may activate this form for you',
        }
      : { zh: '换一个名字', en: 'Choose another name' },
})

export const variantRules: readonly NameRule[] = [charactersInTable, notTheSameName]
