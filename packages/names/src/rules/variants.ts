import { dispositionOf } from '../variants/disposition.ts'
import { inRepertoire, variantIndex } from '../variants/variant-index.ts'
import { type NameRule, nameRule, naming } from './name-rule.ts'

const han = /\p{Script=Han}/u

function outsideTable(label: string): string | undefined {
  for (const character of label) if (han.test(character) && !inRepertoire(character)) return character
  return undefined
}

/** Iteration marks, characters of Japan only and the like carry the Han script, but stand in no Chinese table. */
const charactersInTable = nameRule({
  id: 'NAME-TABLE-01',
  source: naming('2.1 中文域名'),
  applies: ({ hasHan }) => hasHan,
  holds: ({ label, index }) => index !== undefined || outsideTable(label) === undefined,
  says: ({ label }) => {
    const found = outsideTable(label) ?? '…'
    return { zh: `“${found}”不在中文域名字表里`, en: `“${found}” is not in the table of Chinese domain names` }
  },
  remedy: { zh: '换成常用的简体字或繁体字', en: 'Use a common simplified or traditional character instead' },
})

/** Simplified and traditional forms are one name at most registries: where one is registered, the other cannot be (S1-30). */
const notTheSameName = nameRule({
  id: 'NAME-VARIANT-01',
  source: naming('2.1 简繁体等效'),
  applies: ({ given: { other, operation }, suffix }) =>
    other !== undefined &&
    other.registered !== false &&
    other.suffix === suffix.name &&
    (operation === undefined || operation === 'register'),
  holds({ index, given: { other } }) {
    const otherIndex = other && variantIndex(other.label)
    return index === undefined || otherIndex === undefined ? undefined : index !== otherIndex
  },
  says: ({ label, given: { other } }) =>
    other?.label === label
      ? { zh: `这与“${label}”是同一个名字`, en: `This is the same name as “${label}”` }
      : {
          zh: `“${label}”与“${other?.label ?? '…'}”简繁体等效，是同一个名字，注册了一个就不能再注册另一个`,
          en: `“${label}” and “${other?.label ?? '…'}” are one name in simplified and traditional characters: where one is registered, the other cannot be`,
        },
  remedy: ({ label, given: { other } }) =>
    other && dispositionOf(other.label, label).startsWith('allocatable')
      ? {
          zh: '换一个名字；如果两个都是你的，可以向注册局申请启用',
          en: 'Choose another name; where the first is yours, the registry may activate this form for you',
        }
      : { zh: '换一个名字', en: 'Choose another name' },
})

export const variantRules: readonly NameRule[] = [charactersInTable, notTheSameName]
