export const quickOrderText = {
  'quick.title': '扫码快速下单',
  'quick.lead': '没有信息模板也能先买：先登记在代理名下，之后过户到自己名下。',
  'quick.noPromotions': '扫码下单不用优惠和优惠口令。要用，先建自己的信息模板，再从清单去结算。',
  'quick.total': '首年合计',
  'quick.agent': '域名先登记在代理名下：{{agent}}',
  'quick.agentShows': '登记信息显示代理的联系方式：{{email}}，{{phone}}。',
  'quick.limited':
    '使用功能受限：不能续费、转出、账号间转移和修改信息。注册后请尽快建自己的模板、实名，再过户；过户成功后全部恢复。',
  'quick.accept': '我知道域名先登记在代理名下，会及时过户到自己名下',
  'quick.buy': '下单并付款',
  'quick.until': '这个链接{{time}}失效。',
  'quick.grey.bad': '有名字已不能购买：回到电脑上改清单，重新扫码。',
  'quick.grey.agent': '还差一步：确认先登记在代理名下。',
}
