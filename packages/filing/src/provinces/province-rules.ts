import { inForce } from '@yuming/rules'
import type { FilingRule } from '../rules/filing-rule.ts'
import { ageRules } from './makers/age.ts'
import { validityRules } from './makers/domain.ts'
import { type Province, type ProvinceTopic, provinceNamed, provinces } from './province-facts.ts'
import type { Maker } from './province-rule.ts'

const makers: Readonly<Partial<Record<ProvinceTopic, Maker>>> = {
  minAge: ageRules,
  domainValidity: validityRules,
}

function made(province: Province): readonly FilingRule[] {
  return province.facts.flatMap((fact) => makers[fact.topic]?.(fact, province) ?? [])
}

const byCode = new Map(provinces.map((province) => [province.code, made(province)]))

/** Every checked rule of a province, past, present and future. @param code six digits */
export function provinceRules(code: string): readonly FilingRule[] {
  return byCode.get(code) ?? []
}

export const allProvinceRules: readonly FilingRule[] = [...byCode.values()].flat()

/** The rules of a province as they are on a day, or were (YYYY-MM-DD, China time). @param name code, name or character */
export function rulesOf(name: string, day: string): readonly FilingRule[] {
  const province = provinceNamed(name)
  return province === undefined ? [] : provinceRules(province.code).filter((rule) => inForce(rule, day))
}
