import { defineProblem } from '../../kernel/errors/index.ts'

export const requestInvalid = defineProblem('request.invalid', 400, {
  zh: '请求的内容不合要求，请按提示修改',
  en: 'The request is not well formed; correct what is named',
})
export const headerMissing = defineProblem('request.header-missing', 403, {
  zh: '请求缺少 x-yuming 头；用令牌调用时请带 Authorization',
  en: 'The x-yuming header is missing; scripts send an Authorization header with a token instead',
})
export const bodyTooLarge = defineProblem('request.too-large', 413, {
  zh: '请求内容过大，请分批提交',
  en: 'The request is too large; send it in parts',
})
export const mediaTypeRefused = defineProblem('request.media-type', 415, {
  zh: '只接受 application/json',
  en: 'Only application/json is accepted',
})
export const tooManyRequests = defineProblem('request.too-many', 429, {
  zh: '请求过于频繁，请稍后再试',
  en: 'Too many requests; try again later',
})
export const noSuchPage = defineProblem('request.not-found', 404, {
  zh: '没有这个地址',
  en: 'There is nothing at this address',
})
export const internalError = defineProblem('internal', 500, {
  zh: '服务出错，已记录；请稍后再试',
  en: 'Something failed on our side and was recorded; try again later',
})
