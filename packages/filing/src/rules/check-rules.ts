import { checkNumber } from '@yuming/identity'
import type { FilingCase } from '../facts/filing-facts.ts'
import { servicePrincipals } from '../facts/people.ts'
import { verificationWays, type Way } from '../national/national-figures.ts'
import { knows } from '../provinces/province-facts.ts'
import { type FilingRule, filingRule, guide, providerA, providerB, providerC, providerDays } from './filing-rule.ts'

type Check = FilingCase['draft']['check']
type Named = keyof Check

/** A rule about one thing of the check, asked once that is stated. */
const rule = (
  id: string,
  field: Named,
  section: string,
  holds: (check: Check, c: FilingCase) => boolean | undefined,
  [zh, en, doZh, doEn]: readonly [string, string, string, string],
  when: (check: Check) => boolean = () => true,
): FilingRule =>
  filingRule({
    id,
    of: 'draft',
    source: section.startsWith('guide:') ? guide(section.slice(6)) : providerA(section),
    ...(section.startsWith('guide:') ? {} : { from: providerDays.a }),
    field: `verification.${field}`,
    applies: ({ draft }) => draft.check[field] !== undefined && when(draft.check),
    holds: (c) => holds(c.draft.check, c),
    says: { zh, en },
    remedy: { zh: doZh, en: doEn },
  })

const again = ['按要求重拍', 'Take it again as asked for'] as const
const curtain = ({ way }: Check): boolean => way === 'curtain'

const way = filingRule({
  id: 'CHECK-WAY-01',
  of: 'draft',
  source: providerB('真实性核验方式'),
  field: 'verification.way',
  applies: ({ draft }) =>
    draft.check.way !== undefined && !(draft.province === '310000' && knows('310000', 'verification', draft.day)),
  holds: ({ draft }) => {
    const ways: readonly Way[] = verificationWays(draft.province, draft.day)
    if (ways.length === 0) return undefined
    return ways.includes(draft.check.way ?? 'face') || (ways.includes('app-photo') && draft.check.way === 'face')
  },
  says: ({ draft }) => ({
    zh: `这个省在这一天用的是${
      verificationWays(draft.province, draft.day)
        .map((each) => ways[each]?.[0])
        .join('或') || '别的方式'
    }`,
    en: `The province uses ${
      verificationWays(draft.province, draft.day)
        .map((each) => ways[each]?.[1])
        .join(' or ') || 'another way'
    } on that day`,
  }),
  remedy: { zh: '按这种方式重新核验', en: 'Do it in that way' },
})

const ways: Readonly<Partial<Record<Way, readonly [string, string]>>> = {
  face: ['人脸核验', 'the face check'],
  curtain: ['幕布拍照', 'the photograph before the curtain'],
  video: ['视频核验', 'the video'],
  'app-photo': ['App拍照', 'the photograph in the App'],
}

const inHand = filingRule({
  id: 'CHECK-HAND-01',
  of: 'draft',
  source: providerA('本省要手持证件照'),
  from: providerDays.a,
  field: 'verification.paperInHand',
  applies: ({ draft }) => draft.check.paperInHand !== undefined,
  holds: ({ draft }) => draft.check.paperInHand !== 'none',
  says: { zh: '缺手持证件照', en: 'The photograph with the paper in hand is missing' },
  remedy: { zh: '补拍，证件的字要看得清', en: 'Take it, with the paper legible' },
})

const principalNames = ({ draft }: FilingCase): readonly (string | undefined)[] =>
  [draft.subject.principal, ...servicePrincipals(draft)].map((person) => person?.name)
const principalNumbers = ({ draft }: FilingCase): readonly (string | undefined)[] =>
  [draft.subject.principal, ...servicePrincipals(draft)].map((person) => person?.certificate?.number?.toUpperCase())

const nameAndNumber = filingRule({
  id: 'CHECK-NAME-01',
  of: 'draft',
  source: providerC('请检查姓名和证件号'),
  from: providerDays.a,
  field: 'verification.name',
  applies: ({ draft }) => (draft.check.name ?? draft.check.number) !== undefined,
  holds: (c) => {
    const { name, number } = c.draft.check
    if (
      number !== undefined &&
      checkNumber('cn-resident-id', number, c.draft.day).some(({ severity }) => severity === 'refuse')
    )
      return false
    return (
      (name === undefined || principalNames(c).includes(name)) &&
      (number === undefined || principalNumbers(c).includes(number.toUpperCase()))
    )
  },
  says: { zh: '核验人的姓名或号码与负责人不符', en: 'Name or number is not that of the principal' },
  remedy: { zh: '核对后重填', en: 'Check and enter them again' },
})

/** The photograph, face, video or curtain check (S3-45, S3-58…S3-66). */
export const checkRules: readonly FilingRule[] = [
  way,
  nameAndNumber,
  inHand,
  rule('CHECK-PERSON-01', 'person', 'guide:拍照的是服务负责人', ({ person }) => person === 'principal', [
    '拍照的不是负责人',
    'The person is not the principal',
    '由负责人本人做',
    'The principal does it in person',
  ]),
  rule(
    'CHECK-BACKGROUND-01',
    'background',
    'guide:背景全是幕布',
    ({ background, way: by }) => (by === 'curtain' ? background === 'curtain' : background === 'white'),
    [
      '背景不对：幕布拍照全是幕布，人脸核验是白色',
      'The background is wrong: all curtain, or white for the face check',
      ...again,
    ],
  ),
  rule('CHECK-LIGHT-01', 'light', '光线不足', ({ light }) => light === 'good', [
    '过暗、过亮或反光',
    'Too dark, too bright or with glare',
    '换到光线均匀处重拍',
    'Take it again in even light',
  ]),
  rule('CHECK-POSE-01', 'pose', 'guide:站在幕布中间，上半身', ({ pose }) => pose === 'straight', [
    '侧脸、没有居中或头顶没拍全',
    'From the side, off centre or cut',
    ...again,
  ]),
  rule(
    'CHECK-CLOTHES-01',
    'clothes',
    'guide:不穿红色或蓝色上衣',
    ({ clothes }) => clothes === 'other',
    ['上衣是红色或蓝色', 'The upper clothing is red or blue', '换衣服重拍', 'Change clothes and take it again'],
    curtain,
  ),
  rule('CHECK-OLD-01', 'usedBefore', '幕布照片过期', ({ usedBefore }) => usedBefore === false, [
    '这是以前用过的照片',
    'This photograph was used before',
    '拍新照',
    'Take a new one',
  ]),
  rule(
    'CHECK-OLD-02',
    'takenOn',
    '幕布照片过期',
    ({ takenOn }, { draft }) => Date.parse(draft.day) - Date.parse(takenOn ?? draft.day) <= 30 * 86_400_000,
    ['照片是一个月以前拍的', 'The photograph is more than a month old', '拍新照', 'Take a new one'],
  ),
  rule(
    'CHECK-CURTAIN-01',
    'curtainText',
    'guide:幕布上的字要看得清',
    ({ curtainText }) => curtainText === 'legible',
    ['幕布上的字不清、反了或不对', 'The words on the curtain are unclear, mirrored or wrong', ...again],
    curtain,
  ),
  rule(
    'CHECK-CURTAIN-02',
    'curtainEdge',
    'guide:整个背景都是幕布',
    ({ curtainEdge }) => curtainEdge === false,
    ['露出了幕布边缘', 'The edge of the curtain shows', '靠近些重拍', 'Stand closer and take it again'],
    curtain,
  ),
  rule('CHECK-HAND-02', 'paperInHand', '手持证件不清晰', ({ paperInHand }) => paperInHand !== 'unclear', [
    '手持的证件看不清',
    'The paper in hand cannot be read',
    '证件靠近镜头重拍',
    'Hold it closer to the camera',
  ]),
  rule('CHECK-APP-01', 'appTooOld', 'APP版本过低', ({ appTooOld }) => appTooOld === false, [
    '核验App太旧',
    'The App is too old',
    '升级后再做',
    'Update it',
  ]),
  rule('CHECK-LIVE-01', 'live', '不可用相册翻拍', ({ live }) => live, [
    '要现场拍，不能用相册里的图',
    'It is taken on the spot, not from the album',
    '现场重拍',
    'Take it on the spot',
  ]),
  rule(
    'CHECK-VIDEO-01',
    'seconds',
    '视频核验',
    ({ seconds, silent }) => (seconds ?? 0) >= 3 && (seconds ?? 0) <= 60 && silent !== true,
    ['视频太短、太长或没有声音', 'The video is too short, too long or silent', '按提示重录', 'Record it again as told'],
  ),
  rule('CHECK-FACE-01', 'face', '闭眼或遮挡面部', ({ face }) => face === 'open', [
    '闭眼，或戴了口罩、帽子',
    'Eyes closed, or mask or hat',
    '露出整张脸重拍',
    'Show the whole face and take it again',
  ]),
]
