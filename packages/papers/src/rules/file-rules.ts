import { goodSide, largestDecoded, largestFile, mostPixels, smallestFile, uselessSide } from '../limits.ts'
import type { Measured } from '../paper-facts.ts'
import { isPictureType } from '../type-of.ts'
import { failure, ownLimit, type PaperRule, paperRule, requirement } from './paper-rule.ts'

const retake = { zh: '重拍一张，让证件占满画面', en: 'Take another photo with the paper filling the frame' }
const longSide = ({ width, height }: Measured) => Math.max(width ?? 0, height ?? 0)
const pixels = ({ width, height }: Measured) => (width ?? 0) * (height ?? 0)
const decodable = ({ type }: Measured) => isPictureType(type)
/** A number for people; what is not known is left open. */
const shown = (value = Number.NaN, digits = 0) => (Number.isNaN(value) ? '…' : value.toFixed(digits))
const kilobytes = (bytes: number) => shown(Math.floor(bytes / 1024))
const megabytes = (bytes: number) => shown(bytes / 2 ** 20, 1)
const millions = (measured: Measured) => shown(pixels(measured) / 1e6, 1)

/** Of the days before the lists nothing is known: that no rule refused then does not say that the picture was accepted. */
const rulesNotCollected = paperRule({
  id: 'PAPER-HISTORY-01',
  source: failure,
  from: '0001-01-01',
  until: '2021-07-22',
  field: 'day',
  holds: () => undefined,
  says: {
    zh: '2021-07-23以前对证件图片的要求没有收录，不能断定当时可以通过',
    en: 'What pictures had to be before 2021-07-23 is not known here, so it cannot be said to have passed',
  },
  remedy: { zh: '查当时的文件，或改问之后的日子', en: 'Consult the texts of that time, or ask about a later day' },
})

const acceptedType = paperRule({
  id: 'PAPER-TYPE-01',
  source: requirement,
  holds: ({ measured }) => isPictureType(measured.type),
  says: ({ measured: { type } }) =>
    type === undefined
      ? { zh: '这个文件不是图片', en: 'This file is not a picture' }
      : {
          zh: `文件内容是${type.toUpperCase()}，不是可以接受的图片；改后缀名没有用`,
          en: `The file is ${type.toUpperCase()} by its content, not a picture that is accepted; renaming does not change it`,
        },
  remedy: {
    zh: '上传JPG、PNG、BMP、HEIC或WebP原图',
    en: 'Upload the original picture as JPG, PNG, BMP, HEIC or WebP',
  },
})

const readable = paperRule({
  id: 'PAPER-TYPE-02',
  source: failure,
  applies: ({ measured }) => decodable(measured) && measured.bytes <= largestDecoded && pixels(measured) <= mostPixels,
  holds: ({ measured }) => measured.readable,
  says: { zh: '图片打不开：文件损坏或不完整', en: 'The picture cannot be opened: the file is damaged or cut short' },
  remedy: { zh: '重新导出或重拍，再上传', en: 'Export it again or take another photo, then upload' },
})

const largeEnough = paperRule({
  id: 'PAPER-BYTES-01',
  source: requirement,
  holds: ({ measured }) => measured.bytes >= smallestFile,
  says: ({ measured }) => ({
    zh: `文件只有${kilobytes(measured.bytes)} KB，至少要55 KB`,
    en: `The file has ${kilobytes(measured.bytes)} KB; at least 55 KB are needed`,
  }),
  remedy: { zh: '上传没有压缩过的原图', en: 'Upload the original, not a compressed copy' },
})

const smallEnough = paperRule({
  id: 'PAPER-BYTES-02',
  source: requirement,
  holds: ({ measured }) => measured.bytes <= largestFile,
  says: ({ measured }) => ({
    zh: `文件有${megabytes(measured.bytes)} MB，最多5 MB`,
    en: `The file has ${megabytes(measured.bytes)} MB; at most 5 MB are allowed`,
  }),
  remedy: { zh: '在相机里选小一些的尺寸，或另存为JPG', en: 'Choose a smaller size in the camera, or save it as JPG' },
})

const notTooManyPixels = paperRule({
  id: 'PAPER-PIXELS-01',
  source: ownLimit,
  applies: ({ measured }) => measured.width !== undefined && measured.bytes <= largestDecoded,
  holds: ({ measured }) => pixels(measured) <= mostPixels,
  says: ({ measured }) => ({
    zh: `图片有${shown(pixels(measured) / 1e4)}万像素，最多${mostPixels / 1e4}万`,
    en: `The picture has ${millions(measured)} million pixels; at most ${mostPixels / 1e6} million are allowed`,
  }),
  remedy: { zh: '在相机里选小一些的尺寸', en: 'Choose a smaller size in the camera' },
})

const notTiny = paperRule({
  id: 'PAPER-PIXELS-02',
  source: failure,
  applies: ({ measured }) => measured.width !== undefined,
  holds: ({ measured }) => longSide(measured) >= uselessSide,
  says: ({ measured }) => ({
    zh: `图片只有${shown(measured.width)}×${shown(measured.height)}像素，看不清字`,
    en: `The picture has ${shown(measured.width)} × ${shown(measured.height)} pixels; its text cannot be read`,
  }),
  remedy: { zh: '上传原图，不要缩略图', en: 'Upload the original, not a thumbnail' },
})

const notSmall = paperRule({
  id: 'PAPER-PIXELS-03',
  source: failure,
  severity: 'advise',
  applies: ({ measured }) => longSide(measured) >= uselessSide,
  holds: ({ measured }) => longSide(measured) >= goodSide,
  says: ({ measured }) => ({
    zh: `图片长边只有${shown(longSide(measured))}像素，小字可能看不清`,
    en: `The longer side has ${shown(longSide(measured))} pixels; small text may be hard to read`,
  }),
  remedy: retake,
})

const oneFrame = paperRule({
  id: 'PAPER-FRAMES-01',
  source: requirement,
  severity: 'advise',
  applies: ({ measured }) => measured.frames !== undefined,
  holds: ({ measured }) => measured.frames === 1,
  says: { zh: '这是动图，只看第一帧', en: 'The picture moves; only its first frame is looked at' },
  remedy: { zh: '上传一张静止的照片', en: 'Upload a still photo' },
})

const noOtherFile = paperRule({
  id: 'PAPER-HIDDEN-01',
  source: ownLimit,
  applies: ({ measured }) => decodable(measured),
  holds: ({ measured: { hidden } }) => !hidden.some((content) => content !== 'script'),
  says: {
    zh: '图片里还藏着另一个文件（PDF、压缩包或网页）',
    en: 'Another file (PDF, archive or web page) is hidden in the picture',
  },
  remedy: { zh: '用相机直接拍的原图', en: 'Use the photo as the camera made it' },
})

const noScript = paperRule({
  id: 'PAPER-HIDDEN-02',
  source: ownLimit,
  severity: 'advise',
  applies: ({ measured }) => decodable(measured),
  holds: ({ measured: { hidden } }) => !hidden.includes('script'),
  says: {
    zh: '图片的附加信息里有程序代码；处理后的图片已去掉',
    en: 'The picture carries program code beside its pixels; the clean picture has none',
  },
  remedy: {
    zh: '不用做什么；介意的话换用相机直接拍的原图',
    en: 'Nothing is needed; or use the photo as the camera made it',
  },
})

export const fileRules: readonly PaperRule[] = [
  rulesNotCollected,
  acceptedType,
  readable,
  largeEnough,
  smallEnough,
  notTooManyPixels,
  notTiny,
  notSmall,
  oneFrame,
  noOtherFile,
  noScript,
]
