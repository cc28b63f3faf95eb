import { dataCodes } from './code.ts'

/** Results that any file may get (5.5). */
export const generalCodes = dataCodes([
  [5001, 'bug', '文件不符合格式，整个文件未处理', 'the file violates the schema: nothing of it was processed'],
  [5002, 'bug', '属性不存在', 'an attribute does not exist'],
  [5003, 'bug', '请求单位 ID 与报备单位不一致', 'the unit of the file is not the reporting unit'],
  [5004, 'bug', '接口版本错误', 'the version of the interface is wrong'],
  [5005, 'reconcile', '该未备案网站不属于本企业', 'the unfiled site is not yours'],
  [5006, 'reconcile', '处理结果已上报', 'the handling result was sent already'],
  [5007, 'bug', '处理结果代码错误', 'the code of the handling result is wrong'],
  [5008, 'mend', '含有非法字符', 'there are illegal characters'],
  [5009, 'operator', '没有此业务权限', 'there is no right for this business'],
  [5010, 'mend', '附件格式不允许', 'the format of an attachment is not allowed'],
  [5011, 'operator', '功能未开放', 'the function is not open'],
  [5999, 'operator', '其他错误', 'another error'],
])
