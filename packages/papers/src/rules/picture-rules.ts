import { smallestFile } from '../limits.ts'
import type { Measured, PaperFacts, Side } from '../paper-facts.ts'
import { failure, type PaperRule, paperRule, requirement } from './paper-rule.ts'

/**
 * Thresholds. Found with drawn cards (testing/made-up-card.ts) that were blurred, darkened, brightened, greyed, grained,
 * mirrored and cut step by step: `advise` begins where the smallest letters of the card begin to run together or to
 * fade, `refuse` where no line of it can be read any more. They are ours; the lists only say "clear", "complete" and
 * "in colour".
 */
const blurred = 0.23
const unreadablyBlurred = 0.12
const dim = 110
const black = 40
const pale = 150
const leastContrast = 24
const greySaturation = 9
const greyShare = 0.001

const inEvenLight = {
  zh: '在均匀的光线下重拍，不要反光和阴影',
  en: 'Take another photo in even light, without glare and shadows',
}
const holdStill = {
  zh: '拿稳手机，对准证件上的字，等对上焦再拍',
  en: 'Hold still and wait until the letters of the paper are in focus',
}
const original = { zh: '拍彩色原件，不要拍复印件', en: 'Photograph the original in colour, not a copy' }
/** Undefined, when it was not measured, is neither yes nor no. */
const atLeast = (value: number | undefined, least: number) => (value === undefined ? undefined : value >= least)
const contentTold = ({ measured }: PaperFacts) => (measured.contrast ?? 0) >= leastContrast
const opened = ({ measured }: PaperFacts) => measured.readable === true
const noColour = ({ coloured }: Measured) => coloured !== undefined && coloured <= greyShare

const showsSomething = paperRule({
  id: 'PAPER-BLANK-01',
  source: failure,
  applies: opened,
  holds: ({ measured }) => atLeast(measured.contrast, leastContrast),
  says: { zh: '图片上什么也看不出来', en: 'There is nothing to be seen in the picture' },
  remedy: { zh: '重拍证件', en: 'Take another photo of the paper' },
})

const notUseless = paperRule({
  id: 'PAPER-BLUR-01',
  source: failure,
  applies: contentTold,
  holds: ({ measured: { sharpness } }) => atLeast(sharpness, unreadablyBlurred),
  says: { zh: '图片太模糊，字认不出来', en: 'The picture is so blurred that no text can be read' },
  remedy: holdStill,
})

const sharpEnough = paperRule({
  id: 'PAPER-BLUR-02',
  source: failure,
  severity: 'advise',
  applies: (facts) => contentTold(facts) && (facts.measured.sharpness ?? 0) >= unreadablyBlurred,
  holds: ({ measured: { sharpness } }) => atLeast(sharpness, blurred),
  says: { zh: '图片有点模糊，审核可能不通过', en: 'The picture is somewhat blurred; the review may send it back' },
  remedy: holdStill,
})

const notBlack = paperRule({
  id: 'PAPER-LIGHT-01',
  source: failure,
  applies: contentTold,
  holds: ({ measured: { brightest } }) => atLeast(brightest, black),
  says: { zh: '图片太暗，什么也看不清', en: 'The picture is too dark to see anything' },
  remedy: inEvenLight,
})

const bright = paperRule({
  id: 'PAPER-LIGHT-02',
  source: failure,
  severity: 'advise',
  applies: (facts) => contentTold(facts) && (facts.measured.brightest ?? 0) >= black,
  holds: ({ measured: { brightest } }) => atLeast(brightest, dim),
  says: { zh: '图片偏暗', en: 'The picture is rather dark' },
  remedy: inEvenLight,
})

const notPale = paperRule({
  id: 'PAPER-LIGHT-03',
  source: failure,
  severity: 'advise',
  applies: contentTold,
  holds: ({ measured: { darkest } }) => (darkest === undefined ? undefined : darkest <= pale),
  says: { zh: '图片太亮，字发白', en: 'The picture is too bright; its text fades' },
  remedy: inEvenLight,
})

const inColour = paperRule({
  id: 'PAPER-GREY-01',
  source: requirement,
  applies: contentTold,
  holds: ({ measured }) => (measured.coloured === undefined ? undefined : !noColour(measured)),
  says: { zh: '图片是黑白的，要彩色原件', en: 'The picture is black and white; the original in colour is needed' },
  remedy: original,
})

const notACopy = paperRule({
  id: 'PAPER-GREY-02',
  source: requirement,
  severity: 'advise',
  applies: (facts) => contentTold(facts) && !noColour(facts.measured),
  holds: ({ measured: { saturation } }) => atLeast(saturation, greySaturation),
  says: { zh: '图片几乎没有颜色，像是复印件', en: 'The picture has next to no colour; it looks like a copy' },
  remedy: original,
})

const noMirrorFlag = paperRule({
  id: 'PAPER-MIRROR-01',
  source: failure,
  severity: 'advise',
  applies: ({ measured }) => measured.mirrorFlag !== undefined,
  holds: ({ measured }) => !measured.mirrorFlag,
  says: {
    zh: '文件里标着要左右翻转，字可能是反的',
    en: 'The file says that it is to be mirrored; its text may be reversed',
  },
  remedy: {
    zh: '看看处理后的图片上字是不是正的；不是就关掉镜像，用后置摄像头重拍',
    en: 'See whether the text of the clean picture reads rightly; if not, turn mirroring off and use the rear camera',
  },
})

const notReversed = paperRule({
  id: 'PAPER-MIRROR-02',
  source: failure,
  severity: 'advise',
  applies: ({ measured }) => measured.layout !== undefined,
  holds: ({ measured }) => measured.layout !== 'reversed',
  says: ({ kind }) => ({
    zh: `${landmark(kind).zh}在另一侧：图片像是左右镜像，或者没有摆正`,
    en: `The ${landmark(kind).en} is on the other side: the picture seems to be mirrored, or not upright`,
  }),
  remedy: { zh: '关掉镜像，把证件摆正重拍', en: 'Turn mirroring off, put the paper upright and take another photo' },
})

function landmark(kind: PaperFacts['kind']) {
  if (kind === 'id-front') return { zh: '头像', en: 'portrait' }
  if (kind === 'id-back') return { zh: '国徽', en: 'emblem' }
  return { zh: '红色印章', en: 'red seal' }
}

const sides: Readonly<Record<Side, { zh: string; en: string }>> = {
  top: { zh: '上边', en: 'top' },
  right: { zh: '右边', en: 'right' },
  bottom: { zh: '下边', en: 'bottom' },
  left: { zh: '左边', en: 'left' },
}

const whole = paperRule({
  id: 'PAPER-BORDER-01',
  source: requirement,
  severity: 'advise',
  // A person reaches beyond the picture.
  applies: ({ kind, measured }) => kind !== 'portrait' && measured.border?.plain === true,
  holds: ({ measured }) => measured.border?.cut.length === 0,
  says: ({ measured }) => {
    const cut = measured.border?.cut ?? []
    return {
      zh: `证件的${cut.map((side) => sides[side].zh).join('、') || '…'}好像没有拍全`,
      en: `The paper seems to be cut off (${cut.map((side) => sides[side].en).join(', ') || '…'})`,
    }
  },
  remedy: {
    zh: '四条边都要在画面里，四周留一点空',
    en: 'Keep all four edges in the picture, with a little space around them',
  },
})

/** A picture with next to no detail becomes smaller than the list takes, however finely it is written. */
const cleanLargeEnough = paperRule({
  id: 'PAPER-CLEAN-01',
  source: requirement,
  applies: ({ measured }) => measured.cleanBytes !== undefined,
  holds: ({ measured }) => (measured.cleanBytes ?? 0) >= smallestFile,
  says: {
    zh: '图片内容太少，处理后不到55 KB',
    en: 'The picture holds so little that it comes to less than 55 KB once clean',
  },
  remedy: { zh: '用更高的分辨率重拍', en: 'Take another photo at a higher resolution' },
})

export const pictureRules: readonly PaperRule[] = [
  showsSomething,
  notUseless,
  sharpEnough,
  notBlack,
  bright,
  notPale,
  inColour,
  notACopy,
  noMirrorFlag,
  notReversed,
  whole,
  cleanLargeEnough,
]
