import { type Parts, takeApart } from './chinese-parts.ts'
import { coreOfCompany } from './company-name.ts'
import type { Lexicon } from './lexicon.ts'
import { initialsOf, umlautForms } from './pinyin-forms.ts'
import { type Form, form, hasHan } from './suggestion.ts'

/** Labels near a word with Chinese characters, Latin and Chinese. Not yet free of duplicates. */
export function chineseForms(word: string, lexicon: Lexicon): Form[] {
  const { core, cut } = coreOfCompany(word)
  const parts = takeApart(core, lexicon)
  const shortened: Form[] = cut
    ? [form(core, 'abbreviation', 0.9, '去掉地名和公司形式', 'without place and legal form')]
    : []
  return [
    ...shortened,
    ...pinyinOf(parts, lexicon),
    ...initials(parts),
    ...shorter(parts),
    ...replaced(parts, lexicon),
    ...translated(parts, lexicon),
    ...withAffixes(parts, lexicon),
  ]
}

function pinyinOf({ syllables, segments, latin, trade, person }: Parts, lexicon: Lexicon): Form[] {
  const full = syllables.join('')
  const found = [form(full, 'pinyin', 0.95, '拼音', 'pinyin')]
  for (const typed of umlautForms(full))
    found.push(form(typed, 'pinyin', 0.85, '拼音，ü 的另一种写法', 'pinyin, ü typed another way'))
  // A family name that stands alone may be read otherwise (曾: zeng); inside a word the dictionary knows the reading.
  const word = segments.join('')
  const known = trade === 'person' ? [...word] : lexicon.segments.cutKnown(word)
  if (syllables.length === [...word].length) {
    let at = 0
    for (const segment of known) {
      const second = segment.length === 1 ? lexicon.pinyin.second(segment, syllables[at] ?? '') : undefined
      if (second !== undefined && (at === 0 || (trade !== 'person' && syllables.length <= 3))) {
        const other = syllables.with(at, second).join('')
        found.push(
          form(other, 'pinyin', 0.45, `拼音，“${segment}”的另一种读音`, `pinyin, another reading of ${segment}`),
        )
      }
      at += [...segment].length
    }
  }
  if (person) {
    const family = person.family.join('')
    const given = person.given.join('')
    found.push(
      form(given + family, 'pinyin', 0.72, '拼音，名在前', 'pinyin, given name first'),
      form(`${family}-${given}`, 'pinyin', 0.6, '拼音，加连字符', 'pinyin with a hyphen'),
    )
  } else if (latin.length > 1 && latin.length <= 3) {
    found.push(form(latin.join('-'), 'pinyin', 0.5, '拼音，加连字符', 'pinyin with a hyphen'))
  }
  return found
}

function initials({ syllables, latin, segments, person }: Parts): Form[] {
  const found: Form[] = []
  const short = initialsOf(syllables)
  if (syllables.length >= 2 && short.length <= 8) {
    found.push(form(short, 'initials', short.length <= 2 ? 0.4 : 0.78, '首字母', 'initials'))
  } else if (segments.length >= 3 && segments.length <= 8) {
    found.push(
      form(latin.map((part) => part.slice(0, 1)).join(''), 'initials', 0.6, '各词首字母', 'initial of each word'),
    )
  }
  if (person) {
    const family = person.family.join('')
    const given = initialsOf(person.given)
    // libai as "lib" no longer reads as a name.
    const closeness = syllables.length > 2 ? 0.66 : 0.45
    found.push(
      form(family + given, 'initials', closeness, '姓的拼音加名的首字母', 'family name and initials'),
      form(given + family, 'initials', closeness - 0.05, '名的首字母加姓的拼音', 'initials and family name'),
    )
  } else if (segments.length === 2) {
    const [first = '', second = ''] = latin
    const count = (segments[0] ?? '').length
    const tail = initialsOf(syllables.slice(count))
    const front = initialsOf(syllables.slice(0, count))
    found.push(form(front + second, 'initials', 0.74, '前面取首字母，后面取拼音', 'initials, then pinyin'))
    found.push(form(first + tail, 'initials', 0.7, '前面取拼音，后面取首字母', 'pinyin, then initials'))
  }
  return found
}

function shorter({ segments, latin, head, word, syllables }: Parts): Form[] {
  const found: Form[] = []
  const headWord = head.join('')
  if (head.length < segments.length && headWord.length >= 2) {
    found.push(form(headWord, 'segment', 0.72, `只取“${headWord}”`, `only ${headWord}`))
    found.push(
      form(latin.slice(0, head.length).join(''), 'segment', 0.68, `“${headWord}”的拼音`, `pinyin of ${headWord}`),
    )
  }
  if (syllables.length >= 7) {
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1]
      if (segment.length >= 2 && index > 0)
        found.push(form(segment, 'segment', 0.4, `只取“${segment}”`, `only ${segment}`))
      const pair = next === undefined || next.length < 2 || (segment.length < 2 && index > 0) ? '' : segment + next
      if (pair.length >= 3 && pair !== word) {
        const closeness = index === 0 ? 0.7 : 0.5
        found.push(form(pair, 'segment', closeness, `只取“${pair}”`, `only ${pair}`))
        found.push(
          form(
            (latin[index] ?? '') + latin[index + 1],
            'segment',
            closeness - 0.05,
            `“${pair}”的拼音`,
            `pinyin of ${pair}`,
          ),
        )
      }
    }
  }
  return found
}

function replaced({ segments }: Parts, { synonyms }: Lexicon): Form[] {
  return segments.flatMap((segment, index) => {
    // One character in the middle of a name carries its sound; only the last is a word that can give way (茶 → 茗).
    if (!hasHan(segment) || (segment.length === 1 && index < segments.length - 1)) return []
    return synonyms
      .near(segment)
      .slice(0, 3)
      .map((near, place) =>
        form(
          segments.with(index, near).join(''),
          'synonym',
          0.66 - place * 0.06,
          `近义词：${segment} → ${near}`,
          `synonym: ${segment} → ${near}`,
        ),
      )
  })
}

function translated(
  { segments, syllables, latin, trade }: Parts,
  { synonyms, segments: { isPlace } }: Lexicon,
): Form[] {
  if (trade === 'person') return []
  const english = segments.map((segment) => {
    const whole = hasHan(segment) ? synonyms.translate(segment) : segment
    if (whole !== undefined) return whole
    const each = [...segment].map((character) => synonyms.translate(character))
    return each.every((word) => word !== undefined) ? each.join('') : undefined
  })
  const found: Form[] = []
  const chinese = segments.map((segment) => (hasHan(segment) ? segment : synonyms.translate(segment)))
  if (!segments.every(hasHan) && chinese.every((word) => word !== undefined)) {
    found.push(form(chinese.join(''), 'synonym', 0.8, `中文：${chinese.join('')}`, `in Chinese: ${chinese.join('')}`))
  }
  if (english.every((word) => word !== undefined)) {
    found.push(
      form(english.join(''), 'synonym', 0.74, `英文：${english.join(' ')}`, `in English: ${english.join(' ')}`),
    )
  }
  const last = english.at(-1)
  if (last !== undefined && segments.length > 1) {
    const mixed = latin.slice(0, -1).join('') + last
    found.push(form(mixed, 'synonym', 0.72, `拼音加英文 ${last}`, `pinyin and English: ${last}`))
    if (isPlace(segments[0] ?? '') && segments.length === 2) {
      const short = initialsOf(syllables.slice(0, -[...(segments[1] ?? '')].length)) + last
      found.push(form(short, 'synonym', 0.68, `地名首字母加英文 ${last}`, `initials of the place and English: ${last}`))
    }
  }
  return found
}

// 店 behind 店 says nothing; such a name takes an affix only where its ending was taken off.
const ended = /(?:[店馆坊铺屋舍庄楼厅城堂社阁院行记网司团心轩斋苑宫塔居园吧]|科技|网络|工作室|之家)$/u

function withAffixes({ word, head, segments, trade, syllables, latin }: Parts, { affixes }: Lexicon): Form[] {
  const zh = affixes('zh', trade)
  const found: Form[] = []
  const short = head.join('')
  const bases = [
    ...(ended.test(word) || !hasHan(word.slice(-1)) ? [] : [word]),
    ...(head.length < segments.length && short.length >= 2 ? [short] : []),
  ]
  for (const [place, base] of bases.entries()) {
    if (base.length > 6) continue
    for (const [index, after] of zh.after.entries()) {
      if (base.includes(after) || base.endsWith(after.slice(0, 1)) || base + after === word) continue
      // 星河 + 馆 has lost its trade; only what names a trade itself can stand behind the shortened name.
      if (base !== word && after.length === 1 && after !== '云') continue
      // 绿城地产 + 之家 names two trades.
      if (base === word && after.length > 1 && head.length < segments.length) continue
      found.push(form(base + after, 'affix', 0.7 - index * 0.03 - place * 0.04, `加“${after}”`, `with ${after} behind`))
    }
    for (const before of base === word ? zh.before : [])
      found.push(form(before + base, 'affix', 0.6, `前面加“${before}”`, `with ${before} in front`))
  }
  const letters = (head.length < segments.length ? latin.slice(0, head.length) : syllables).join('')
  if (letters.length > 14) return found
  const en = affixes('en', ended.test(word) ? undefined : trade)
  for (const [index, after] of en.after.entries())
    if (!letters.endsWith(after) && !(after === 'shop' && ended.test(word)))
      found.push(
        form(letters + after, 'affix', 0.56 - index * 0.04, `拼音后面加 ${after}`, `pinyin with ${after} behind`),
      )
  return found
}
