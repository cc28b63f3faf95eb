import { defineProblem } from '../../kernel/errors/index.ts'

export const signInNeeded = defineProblem('account.sign-in-needed', 401, {
  zh: '请先登录，再继续操作',
  en: 'Sign in first, then continue',
})
export const signInRefused = defineProblem('account.sign-in-refused', 401, {
  zh: '账号或密码不正确，请检查后重试',
  en: 'The account or the password is not right; check both and try again',
})
export const codeRefused = defineProblem('account.code-refused', 400, {
  zh: '验证码不正确或已过期，请重新获取',
  en: 'The code is wrong or has expired; ask for a new one',
})
export const tooManyAttempts = defineProblem('account.too-many-attempts', 429, {
  zh: '尝试次数过多，请稍后再试',
  en: 'Too many attempts; try again later',
})
export const signUpRefused = defineProblem('account.sign-up-refused', 409, {
  zh: '无法用这些信息注册；如果已有账号，请直接登录',
  en: 'These details cannot be used to sign up; if you have an account, sign in',
})
export const ownerOnly = defineProblem('account.owner-only', 403, {
  zh: '只有主账号可以这样做，请退出后用主账号登录',
  en: 'Only the main account may do this; sign out and use the main account',
})
export const operatorOnly = defineProblem('account.operator-only', 403, {
  zh: '只有平台的工作人员可以这样做',
  en: 'Only the people who run the platform may do this',
})
export const subUserMayNotOrder = defineProblem('account.sub-user-may-not-order', 403, {
  zh: '子用户不能注册或续费域名，请退出后用主账号登录',
  en: 'A sub-user cannot register or renew names; sign out and use the main account',
})
export const subUserNotFound = defineProblem('account.sub-user-not-found', 404, {
  zh: '没有这个子用户',
  en: 'There is no such sub-user',
})
export const tokenNotFound = defineProblem('account.token-not-found', 404, {
  zh: '没有这个访问令牌',
  en: 'There is no such token',
})
export const tooManyOfThem = defineProblem('account.too-many', 409, {
  zh: '数量已达上限，请先删除不用的',
  en: 'The limit is reached; delete what is not used first',
})

export const proofNeeded = defineProblem('account.proof-needed', 403, {
  zh: '换手机号码要先输入登录密码，或原手机号码收到的验证码',
  en: 'To change the phone, give your password, or a code that was sent to the phone of before',
})
export const proofRefused = defineProblem('account.proof-refused', 403, {
  zh: '密码或原手机的验证码不对，请检查后重试',
  en: 'The password, or the code of the phone of before, is not right; check it and try again',
})
export const phoneNeeded = defineProblem('account.phone-needed', 409, {
  zh: '登录账号还没有绑定手机',
  en: 'No phone is bound to this account',
})
export const phoneTaken = defineProblem('account.phone-taken', 409, {
  zh: '这个手机号已绑定别的账号',
  en: 'This number is bound to another account',
})
export const confirmationRefused = defineProblem('account.confirmation-refused', 400, {
  zh: '验证码不正确或已过期，请重新获取',
  en: 'The code is wrong or has expired; ask for a new one',
})
