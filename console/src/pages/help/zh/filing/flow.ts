import type { Article } from '../../article.ts'

export const flow: Article[] = [
  {
    slug: 'filing-overview',
    about: 'filing',
    title: '备案全程',
    lead: '网站、App放在中国内地的服务器上，开通之前要做ICP备案。这里画出每一步：轮到谁，要多久，下一步去哪。',
    updated: '2026-11-30',
    flow: {
      caption: '备案全程：左列轮到你，中列轮到平台，右列轮到工信部和管局。退回的，改好从第3步再交。',
      lanes: { you: '你', we: '平台', bureau: '工信部、管局' },
      steps: [
        {
          who: 'you',
          title: '域名实名认证',
          when: '先做',
          text: '域名实名认证通过，才能备案。持有者要与将来的备案主体相同：名称、证件类型、证件号码三项一致。',
          help: 'real-name',
        },
        {
          who: 'bureau',
          title: '工信部入库',
          when: '约3个工作日',
          text: '实名信息由我们报给工信部，工信部收到才认。入库以前可以先填，到时自动往下走。',
          help: 'filing-domain-check',
        },
        {
          who: 'you',
          title: '填写并提交',
          when: '随时可存',
          text: '先验证备案类型，再填产品、主体、网站，交材料，核对后提交。每一步都边填边查。',
          help: 'filing-first',
        },
        {
          who: 'we',
          title: '平台初审',
          when: '1个工作日',
          text: '审核员会打电话核对，请接听。退回时写明原因和要改的栏。',
          help: 'filing-progress',
        },
        {
          who: 'you',
          title: '负责人核验',
          when: '按省和日期',
          text: '网站负责人本人做真实性核验，一般在手机上当场拍照。上海用管局自己的App。',
          help: 'filing-progress',
        },
        {
          who: 'we',
          title: '送交管局',
          when: '1个工作日',
          text: '核验通过后送到主体所在省的通信管理局。',
        },
        {
          who: 'you',
          title: '短信核验',
          when: '24小时内',
          text: '工信部给负责人发验证码。按短信里的网址核验，没有按时做就退回。',
          help: 'filing-sms-check',
        },
        {
          who: 'bureau',
          title: '管局审核',
          when: '1至20个工作日',
          text: '结果用短信和邮件告诉你。下号以后，备案信息在工信部的系统里公开。',
          help: 'filing-progress',
        },
        {
          who: 'you',
          title: '解析、放备案号',
          when: '下号之后',
          text: '把域名解析到服务器，这是最后一步；在首页底部放上备案号，链接到工信部的系统。',
          help: 'filing-dns',
        },
        {
          who: 'you',
          title: '公安联网备案',
          when: '开通后30天内',
          text: '网站开通后30天内到公安机关的系统办理。',
          help: 'public-security',
        },
      ],
    },
    sections: [
      {
        title: '为什么要备',
        list: [
          '放在内地服务器上的网站都要备案，没备的正常打不开。',
          '没备案就开通的，可能被关停，也可能被处罚。',
          '服务器在境外的不用备案。',
          '谁家的服务器，就通过谁家备。备案不收费。',
        ],
      },
      {
        title: '开始之前',
        list: [
          '在有效期内、实名认证过的域名；在这里注册的和在别处注册的都可以，后缀和注册商要经工信部批准。',
          '在国际站注册的域名，注册商在境外，不能备案。要做内地的网站，请在中国站注册。',
          '内地服务器，和它的备案服务号。',
          '主体和负责人的证件原件。',
        ],
      },
      {
        title: '办哪一种',
        text: ['备案类型由系统按主体和域名有没有备过案来判断，并写明为什么。每一种有一份教程。'],
        links: [
          { title: '首次备案', help: 'filing-first' },
          { title: '新增接入', help: 'filing-new-access' },
          { title: '新增网站：主体在这里备过', help: 'filing-new-site' },
          { title: '新增网站：主体在别处备过', help: 'filing-new-site-elsewhere' },
          { title: '变更、注销、认领', help: 'filing-change' },
        ],
      },
      {
        title: '先看本省要求',
        text: ['31个省的要求不一样，也常改。每一条都写着出处和从哪天起；不知道的写不知道。'],
        links: [
          { title: '各省管局要求', to: '/filing-rules' },
          { title: '常见退回原因', to: '/filing-reasons' },
          { title: '开始备案', to: '/filings/new' },
          { title: '工信部备案系统', url: 'https://beian.miit.gov.cn/' },
        ],
      },
    ],
    sources: [
      { title: '域名注册手册（2021-01-19）：8注册成功后；备案操作手册（2018）；二级域名备案说明' },
      { title: '非经营性互联网信息服务备案管理办法（2005-02-08）第十二条：20个工作日' },
      { title: '短信核验：全国从2020-08-17起，24小时（接入商公开文档，2025-12-31）' },
    ],
  },
]
