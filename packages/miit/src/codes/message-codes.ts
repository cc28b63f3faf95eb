/** What a caller does after an answer of a method (`msg_code`, 5.1). */
export type MessageReaction =
  | 'done'
  /** More files wait: call again. */
  | 'continue'
  /** No more files now. */
  | 'stop'
  /** Send the files first that are missing at the bureau. */
  | 'recover'
  /** The same call again, later. */
  | 'retry'
  /** Not before the bureau's reporting hours. */
  | 'wait'
  /** Make the payload anew, once. */
  | 'rebuild'
  /** Smaller files. */
  | 'split'
  /** Nothing more with these credentials or from this address. */
  | 'halt'
  /** Key, algorithm or province is set wrongly. */
  | 'configuration'
  /** An operator asks the bureau. */
  | 'operator'
  /** Too many wrong filing passwords: not this number again. */
  | 'lock'
  /** Software of ours did it. */
  | 'bug'

export interface MessageCode {
  readonly code: number
  readonly zh: string
  readonly en: string
  readonly reaction: MessageReaction
}

const rows: readonly (readonly [number, MessageReaction, string, string])[] = [
  [0, 'done', '操作成功', 'done'],
  [1, 'stop', '下载完毕', 'done, and everything is downloaded'],
  [2, 'stop', '无可下载数据', 'nothing to download'],
  [3, 'continue', '还有数据，请继续下载', 'more to download: call again'],
  [4, 'halt', '用户名错误', 'the user name is wrong'],
  [5, 'halt', '密码错误', 'the password is wrong'],
  [6, 'configuration', '解密失败', 'the payload could not be decrypted'],
  [7, 'rebuild', '哈希值验证未通过', 'the hash does not match'],
  [8, 'rebuild', '解压缩失败', 'the payload could not be unzipped'],
  [9, 'configuration', '加密算法类型错误', 'the encryption algorithm is wrong'],
  [10, 'configuration', '哈希算法类型错误', 'the hash algorithm is wrong'],
  [11, 'configuration', '压缩格式错误', 'the compression format is wrong'],
  [12, 'halt', '认证信息错误，拒绝响应', 'the authentication data is wrong: refused'],
  [13, 'configuration', '非本省接入商，拒绝响应', 'not a provider of this province: refused'],
  [14, 'recover', '有漏报数据，请先上报漏报的文件', 'there is a gap: upload the missing files first'],
  [15, 'retry', '待处理文件超过最大受理数量', 'too many files wait at the bureau'],
  [16, 'bug', '随机数不足 20 位', 'the random value has under 20 characters'],
  [17, 'bug', '每次只能上报一个文件', 'there must be exactly one file'],
  [18, 'split', '文件超过 50 MB', 'the file is over 50 MB'],
  [19, 'operator', '未开放上报权限', 'the reporting right is not open'],
  [20, 'wait', '不在规定的上报时间段', 'outside the reporting hours'],
  [21, 'bug', '确认的文件名为空', 'the acknowledgement names no file'],
  [22, 'lock', '备案密码校验超过次数', 'the filing password was tried too often'],
  [901, 'retry', '上报功能维护中', 'uploads are under maintenance'],
  [902, 'retry', '下载功能维护中', 'downloads are under maintenance'],
  [999, 'retry', '其他未知错误', 'another, unknown error'],
]

export const messageCodes: readonly MessageCode[] = rows.map(([code, reaction, zh, en]) => ({ code, zh, en, reaction }))
