/** Labels that somebody holds under every suffix; whatever is ASCII and whatever is Chinese. */
export const takenWords: ReadonlySet<string> = new Set(
  `a b c d e f g h i j k l m n o p q r s t u v w x y z
   test demo example shop store home house water fire earth wind sun moon star sky sea river mountain forest tree flower
   garden grass stone sand gold silver iron copper wood paper ink pen book read write word letter page story news daily
   today morning evening night day week month year time clock spring summer autumn winter rain snow cloud storm light
   dark red green blue white black yellow orange pink colour music song dance film photo picture art design paint food
   rice noodle bread cake tea coffee milk wine beer fruit apple pear peach plum lemon melon grape fish meat egg salt
   sugar oil kitchen table chair door window room roof road street bridge station train bus car bike boat ship plane
   travel hotel map city town village school teacher student study learn science math physics nature animal dog cat bird
   horse cow sheep tiger lion bear wolf rabbit mouse dragon phoenix health doctor medicine hospital sport run walk swim
   ball game play toy child baby mother father family friend love peace hope dream luck happy smile work job money bank
   pay buy sell trade market price gift box bag coat shoe hat dress cloth silk cotton machine tool engine power energy
   solar battery phone computer internet web site online mobile app data code cloudy server network digital smart robot
   space world global asia china beijing shanghai guangzhou shenzhen hangzhou chengdu nanjing wuhan xian suzhou
   mall market24 fresh green365 best top one first new good big small fast easy simple free open safe clean fine prime
   domain name hosting email mail search find list index help support service center group company studio office team
   wang li zhang liu chen yang zhao huang zhou wu 123 111 666 888 999 520 1314 360 365 518 168 198 100
   中国 茶 酒 花 书 米 鱼 车 房 水 火 山 海 天 地 人 家 爱 美 好 茶叶 白酒 红酒 鲜花 图书 大米 水果 蔬菜 海鲜 美食 餐厅 酒店 旅游
   旅行 地图 汽车 房产 装修 家具 家居 家电 服装 鞋子 珠宝 黄金 银行 保险 股票 基金 投资 理财 医院 医生 药品 健康 养生 运动
   足球 篮球 音乐 电影 视频 图片 摄影 设计 艺术 书法 教育 学校 大学 培训 考试 招聘 工作 公司 企业 工厂 机械 电子 手机 电脑
   软件 网络 数据 智能 机器人 能源 太阳 环保 农业 种子 物流 快递 商城 购物 超市 市场 拍卖 礼品 玩具 母婴 宠物 婚庆 交友
   新闻 天气 测试 北京 上海 广州 深圳 杭州 成都 南京 武汉 西安 苏州 长城 黄河 长江 泰山 西湖 故宫 丝绸 瓷器 中药 龙 凤 福`.split(
    /\s+/,
  ),
)

/** Labels the registry keeps for itself under every suffix: never available. */
export const reservedWords: ReadonlySet<string> = new Set(
  `www nic whois rdap registry registrar dns icann iana cnnic gov mil root localhost wpad ns1 ns2 whois-servers
   政府 国家 中央 国务院 军队 公安 法院 注册局 国旗 国徽`.split(/\s+/),
)
