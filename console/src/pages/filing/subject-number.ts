/** 主体备案号 of a number of one of its services, e.g. 京ICP备12345678号 of 京ICP备12345678号-2 or -3A. */
export const ofSubject = (number: string): string => number.replace(/-\d+[AXK]?$/, '')
