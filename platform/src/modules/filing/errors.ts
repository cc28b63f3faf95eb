import { defineProblem } from '../../kernel/errors/index.ts'

export const FilingNotFound = defineProblem('filing.not-found', 404, {
  zh: '没有这个备案订单',
  en: 'There is no such filing order',
})
export const RunningOrder = defineProblem('filing.running-order', 409, {
  zh: '这个证件或域名有一单备案正在办：打开那一单继续，或放弃它',
  en: 'An order for this certificate or domain is under way: go on with that one, or give it up',
})
export const TypeNotKnown = defineProblem('filing.type-not-known', 422, {
  zh: '还判断不了备案类型，先补上缺的信息',
  en: 'The type of the filing cannot be told yet; state what is missing first',
})
export const NotOpen = defineProblem('filing.not-open', 409, {
  zh: '订单已提交，现在不能改',
  en: 'The order is submitted and cannot be changed now',
})
export const NotWithdrawable = defineProblem('filing.not-withdrawable', 409, {
  zh: '订单已到管局或已办结，撤不回来',
  en: 'The order is at the bureau or has ended; it cannot be taken back',
})
export const NotReady = defineProblem('filing.not-ready', 422, {
  zh: '还有要改正的地方，改完再提交',
  en: 'There is something to correct before it can be submitted',
})
export const ConsentMissing = defineProblem('filing.consent-missing', 409, {
  zh: '先单独同意把主体、负责人和证件资料交给接入商和管局',
  en: 'First agree to the data of subject, principals and papers being given to provider and bureau',
})
export const ChangedMeanwhile = defineProblem('filing.changed-meanwhile', 409, {
  zh: '另一处刚改过这一单，先看新的内容再存',
  en: 'The order was changed elsewhere meanwhile; look at it before you save',
})
export const FiledNotFound = defineProblem('filing.filed-not-found', 404, {
  zh: '这个账号里没有这个备案号',
  en: 'This account has no filing of that number',
})
export const ChangeAhead = defineProblem('filing.change-ahead', 422, {
  zh: '变更的日子还没有到：变了以后再报，写实际变更的那一天',
  en: 'That day is still to come: tell of a change once it has happened, with the day on which it did',
})
export const PaperRefused = defineProblem('filing.paper-refused', 422, {
  zh: '这张材料不能用，请按提示重拍或重传',
  en: 'This picture cannot be used; take it again as told',
})
export const PaperNotFound = defineProblem('filing.paper-not-found', 404, {
  zh: '没有这张材料',
  en: 'There is no such paper',
})
export const UploadLinkGone = defineProblem('filing.upload-link-gone', 404, {
  zh: '这个拍照链接不存在或已过期',
  en: 'This upload link does not exist or has expired',
})
export const ReviewMovedOn = defineProblem('filing.review-moved-on', 409, {
  zh: '这一单不在初审了',
  en: 'This order is not in the first review any more',
})
export const OwnOrder = defineProblem('filing.own-order', 409, {
  zh: '这是你自己账号的订单，要由别人审核',
  en: 'This is an order of your own account; somebody else has to review it',
})
export const ClaimedByOther = defineProblem('filing.claimed', 409, {
  zh: '另一位审核员正在看这一单',
  en: 'Another reviewer is working on this order',
})
export const ReasonNeeded = defineProblem('filing.reason-needed', 422, {
  zh: '退回要写明原因',
  en: 'Giving an order back needs a reason',
})
export const ReasonUnknown = defineProblem('filing.reason-unknown', 422, {
  zh: '词典里没有这个原因',
  en: 'The dictionary has no such reason',
})
export const LookFirst = defineProblem('filing.look-first', 409, {
  zh: '先打开这一单的每一张材料，再决定',
  en: 'Open every paper of the order before you decide',
})
export const NoSmsCheck = defineProblem('filing.no-sms-check', 409, {
  zh: '这一单现在不在短信核验',
  en: 'This order does not wait for a code by SMS now',
})
export const NotLapsed = defineProblem('filing.not-lapsed', 409, {
  zh: '这一单没有错过短信核验，不用重新提交',
  en: 'The check by SMS of this order was not missed; it need not be sent again',
})
export const NoPhotoWanted = defineProblem('filing.no-photo-wanted', 409, {
  zh: '这一单现在不等核验照片',
  en: 'This order does not wait for a photograph now',
})
export const PhotoMissing = defineProblem('filing.photo-missing', 409, {
  zh: '先上传负责人的核验照片',
  en: 'First upload the photograph of the principal',
})
export const DutyNotFound = defineProblem('filing.duty-not-found', 404, {
  zh: '没有这件要办的事，或已办完',
  en: 'There is no such thing to do, or it is done',
})
export const DutyEndsByItself = defineProblem('filing.duty-ends-by-itself', 409, {
  zh: '这件事不用点：改好以后，我们查到就自动了结',
  en: 'This ends by itself: once it is put right, we see it and close it',
})
export const NoticeRuns = defineProblem('filing.notice-runs', 409, {
  zh: '通知的期限还没有到：到期仍没有改好，才能取消接入',
  en: 'The notice still runs: the access is given up only when its day has gone by',
})
export const WayNotOpen = defineProblem('filing.check-way', 409, {
  zh: '这个省这一天不用这种核验方式，或者已经换不了了',
  en: 'The province does not take this way on this day, or it cannot be changed any more',
})
export const CurtainOutside = defineProblem('filing.curtain-outside', 422, {
  zh: '幕布只寄中国内地的地址，请写到内地的省份',
  en: 'The curtain is sent within mainland China only; name a province of the mainland',
})
export const CurtainNotAsked = defineProblem('filing.curtain-not-asked', 409, {
  zh: '这一单没有等着寄的幕布',
  en: 'No curtain of this order waits to be sent',
})
export const CurtainNotSent = defineProblem('filing.curtain-not-sent', 409, {
  zh: '这一单没有在路上的幕布',
  en: 'No curtain of this order is on its way',
})
export const CurtainLostOften = defineProblem('filing.curtain-lost-often', 409, {
  zh: '幕布两次没有收到，不再直接寄。我们会打电话核对地址，核对后可以再请寄；也可以换一种核验方式',
  en: 'Two curtains did not come, so no other one leaves by itself. We call to compare the address, then you may ask again; or choose another way',
})
export const CurtainNotLost = defineProblem('filing.curtain-not-lost', 409, {
  zh: '这一单没有因幕布丢失而停下',
  en: 'This order does not stand because of lost curtains',
})
export const ClaimNotKnown = defineProblem('filing.claim-not-known', 409, {
  zh: '现在问不到管局，认领要先查到域名的备案：稍后再决定',
  en: 'The bureau cannot be asked now, and a claim needs what is filed of the domain: decide later',
})
export const ClaimNotFiled = defineProblem('filing.claim-not-filed', 409, {
  zh: '管局的登记里这些域名没有备案，或不在同一主体下：不能认领，退回并说明',
  en: 'The bureau has no filing of these domains, or not of one subject: nothing can be claimed; give it back and say so',
})
export const ClaimOfOther = defineProblem('filing.claim-of-other', 409, {
  zh: '管局登记的主体号与这个证件的不同：不能认领，退回并说明',
  en: 'The bureau has these domains under another subject than this certificate: give it back and say so',
})
export const ClaimFiledHere = defineProblem('filing.claim-filed-here', 409, {
  zh: '要认领的备案已在本平台的另一个账号或另一个证件下：不能认领',
  en: 'What is claimed is filed here under another account or certificate: it cannot be claimed',
})
export const ClaimWithoutPapers = defineProblem('filing.claim-without-papers', 409, {
  zh: '管局查不到这个证件的备案，只能凭材料认领，而这一单没有材料：退回，请申请人补交',
  en: 'The bureau has no answer for this certificate, so papers must show whose the filing is, and there are none: give it back and ask for them',
})
export const PhotoUsed = defineProblem('filing.photo-used', 409, {
  zh: '这张照片已经交过：用手机重拍一张，再交来',
  en: 'This photograph was handed in before: take a new one with the phone, and hand that one in',
})
export const EntryMovedOn = defineProblem('filing.entry-moved-on', 409, {
  zh: '这一单现在不等录入，也不等管局的结果：可能已被撤回，或已有结果',
  en: 'This order waits neither for its entry nor for the bureau’s answer: it may have been taken back, or answered',
})
export const EntryDay = defineProblem('filing.entry-day', 422, {
  zh: '录入的日子不对：不早于交来录入的那天，不晚于今天',
  en: 'The day of the entry is not right: not before it came to be entered, and not after today',
})
export const NumberRefused = defineProblem('filing.number-refused', 422, {
  zh: '备案号不对，照管局给的重新填',
  en: 'The filing number is not right: enter it as the bureau gave it',
})
export const LineNotStopped = defineProblem('filing.line-not-stopped', 404, {
  zh: '这条上报通道没有停着的这份文件',
  en: 'No such file stands in front of this upload line',
})
export const FileNotFound = defineProblem('filing.file-not-found', 404, {
  zh: '没有这份管局文件',
  en: 'There is no such file of a bureau',
})
export const FileOfOwnOrder = defineProblem('filing.file-of-own-order', 409, {
  zh: '这份文件是你自己账号的订单：要由别人打开',
  en: 'This file is of an order of your own account: somebody else has to open it',
})
export const MatterNotFound = defineProblem('filing.matter-not-found', 404, {
  zh: '没有这件管局来件',
  en: 'There is no such matter of a bureau',
})
export const CheckerNameless = defineProblem('filing.checker-nameless', 409, {
  zh: '管局要核实人的姓名，而你的账号还没有姓名：先在“账号”页的资料里填上姓名，再答复',
  en: 'The bureau wants the name of who checked, and your account has none: enter your name on the account page, then answer',
})
export const FileNotFailing = defineProblem('filing.file-not-failing', 409, {
  zh: '这份文件现在没有卡住，或者已经是这样了',
  en: 'This file does not fail now, or is so already',
})
export const MatterAnswered = defineProblem('filing.matter-answered', 409, {
  zh: '这件管局来件已经答复',
  en: 'This matter of a bureau is answered already',
})
export const AnswerOfOtherKind = defineProblem('filing.answer-of-other-kind', 422, {
  zh: '核实任务答复属实与否，网站答复处理结果',
  en: 'A check is answered with whether it is true; a site with what was done',
})
export const AnswerRefused = defineProblem('filing.answer-refused', 422, {
  zh: '管局的接口不收这份答复',
  en: 'The bureau’s interface would not take this answer',
})
