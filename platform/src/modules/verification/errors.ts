import { defineProblem } from '../../kernel/errors/index.ts'

export const ConsentNeeded = defineProblem('verification.consent-needed', 409, {
  zh: '先单独同意收集证件照片',
  en: 'First agree to photographs of papers being kept',
})
export const PaperRefused = defineProblem('verification.paper-refused', 422, {
  zh: '这张照片不能用，请按提示重拍',
  en: 'This photograph cannot be used; take it again as told',
})
export const PaperNotFound = defineProblem('verification.paper-not-found', 404, {
  zh: '没有这张照片',
  en: 'There is no such photograph',
})
export const PaperTypeRefused = defineProblem('verification.paper-type', 415, {
  zh: '请把图片作为正文发来',
  en: 'Send the picture itself as the body',
})
export const PapersMissing = defineProblem('verification.papers-missing', 422, {
  zh: '还缺证件照片',
  en: 'Photographs of papers are missing',
})
export const HolderUnfit = defineProblem('verification.holder-unfit', 422, {
  zh: '模板里的信息现在不能提交，请先改正',
  en: 'What the template says cannot be submitted now; correct it first',
})
export const NotWithdrawable = defineProblem('verification.not-withdrawable', 409, {
  zh: '没有在等审核的材料可以撤回',
  en: 'There is nothing waiting for a review that could be withdrawn',
})
export const NoQualification = defineProblem('verification.no-qualification', 404, {
  zh: '这个名字不需要资质材料，或不能在这里注册',
  en: 'This name needs no papers of qualification, or cannot be registered here',
})
export const QualificationRefused = defineProblem('verification.qualification-refused', 422, {
  zh: '资质材料与这个名字或持有者不符',
  en: 'The papers do not fit the name or its holder',
})
export const QualificationDone = defineProblem('verification.qualification-done', 409, {
  zh: '这个名字的资质已经交过并通过，或正在审核',
  en: 'The qualification of this name has passed already, or is under review',
})
export const OwnCase = defineProblem('verification.own-case', 409, {
  zh: '这是你自己账号的材料，要由别人审核',
  en: 'These are papers of your own account; somebody else has to review them',
})
export const RowDiffers = defineProblem('verification.row-differs', 409, {
  zh: '有一项标为不同，不能通过',
  en: 'A row is marked as different; the case cannot pass',
})
export const LookFirst = defineProblem('verification.look-first', 409, {
  zh: '先打开这一件的每一张材料，再决定',
  en: 'Open every paper of the case before you decide',
})
export const ClaimedByOther = defineProblem('verification.claimed', 409, {
  zh: '另一位审核员正在看这一件',
  en: 'Another reviewer is working on this case',
})
export const UnderReview = defineProblem('verification.under-review', 409, {
  zh: '审核中，材料不能改',
  en: 'The papers cannot be changed while they are under review',
})
export const PaperNotNeeded = defineProblem('verification.paper-not-needed', 409, {
  zh: '已实名认证，不再收证件照片',
  en: 'The holder is verified: no photograph is taken any more',
})
export const NotSubmittable = defineProblem('verification.not-submittable', 409, {
  zh: '这个信息模板现在不能提交审核',
  en: 'This template cannot be submitted for review now',
})
export const UploadLinkGone = defineProblem('verification.upload-link-gone', 404, {
  zh: '这个拍照链接不存在或已过期',
  en: 'This upload link does not exist or has expired',
})
export const ReviewNotFound = defineProblem('verification.review-not-found', 404, {
  zh: '没有这件审核',
  en: 'There is no such review',
})
export const ReviewMovedOn = defineProblem('verification.review-moved-on', 409, {
  zh: '这件审核已经有结果',
  en: 'This review has been decided meanwhile',
})
export const SecondEyesNeeded = defineProblem('verification.second-eyes', 409, {
  zh: '要由另一位审核员复核',
  en: 'Another reviewer has to confirm',
})
export const ReasonUnknown = defineProblem('verification.reason-unknown', 422, {
  zh: '词典里没有这个原因，或已停用',
  en: 'The dictionary has no such reason, or it is retired',
})
export const ReasonNeeded = defineProblem('verification.reason-needed', 422, {
  zh: '退回要写明原因',
  en: 'A refusal needs a reason',
})
export const ReasonNotFound = defineProblem('verification.reason-not-found', 404, {
  zh: '没有这条自己写的原因',
  en: 'There is no such reason of our own',
})

export const NoSuchName = defineProblem('verification.no-such-name', 404, {
  zh: '这里没有登记这个域名',
  en: 'No such name is registered here',
})
export const EnhancedNotHere = defineProblem('verification.enhanced-not-here', 422, {
  zh: '只有.cn和.中国有强化实名',
  en: 'Only .cn and .中国 have enhanced checks',
})
export const EnhancedTooEarly = defineProblem('verification.enhanced-too-early', 422, {
  zh: '通知的日期还没有到',
  en: 'The day of the notice has not come yet',
})
export const EnhancedCheckOpen = defineProblem('verification.enhanced-open', 409, {
  zh: '这个域名已经在做强化实名',
  en: 'An enhanced check of this name is open already',
})
export const EnhancedCheckNotFound = defineProblem('verification.enhanced-not-found', 404, {
  zh: '这个域名没有要做的强化实名',
  en: 'There is no enhanced check of this name',
})
export const EnhancedMovedOn = defineProblem('verification.enhanced-moved-on', 409, {
  zh: '强化实名已走到下一步，请刷新后再看',
  en: 'The enhanced check has moved on; look again',
})
