import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk, review } from './filing/desk.ts'
import { daysLater, filed, isFound, publish, reaches } from './filing/outcome.ts'
import { sandbox } from './filing/place.ts'
import { answerSms, takePhoto } from './filing/principal.ts'
import { register } from './filing/register.ts'
import { applyForServiceNumber } from './filing/server.ts'
import { tidy } from './filing/tidy.ts'
import { fillIn, goToFiling, sendPaper, submit } from './filing/wizard.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('filing-journey')
})
afterAll(() => desk.browser.close())

describe('a person in Shanghai', () => {
  it('comes for a name, is verified, files its site in the wizard and in the App of the administration, and has the site looked at from the day of its number on (S2-16, S2-19, S2-23, S3-02, S3-03, S3-26, S3-33, S3-37, S3-47, S3-50, S3-59, S3-71, S3-77)', async () => {
    const name = 'tingyu-journal.cn'
    const phone = '13800010102'
    const { front, back, licence } = desk.pictures
    const one = await register(desk, {
      called: '听雨',
      email: 'filing-journey-person@yuming.example',
      name,
      holderType: '个人',
      province: '上海市',
      city: '黄浦区',
      typed: {
        姓名: '陆听雨',
        街道地址: '黄浦区人民路18号2幢301室',
        邮政编码: '200001',
        电话: phone,
        邮箱: 'filing-journey-person@yuming.example',
        证件号码: '310101199003070027',
      },
      papers: [['证件有照片的一面', front]],
    })
    const { page, client } = one
    const orderPage = page.url()
    const serviceNumber = await applyForServiceNumber(desk, one)
    await goToFiling(page, orderPage)
    const number = await fillIn(page, {
      name,
      province: '上海市',
      district: '黄浦区',
      address: '上海市黄浦区人民路18号2幢301室',
      phone,
      emergencyPhone: '13900010103',
      site: '听雨读书札记',
      content: 'other',
      remark: '个人读书笔记和摄影作品展示，不涉及经营',
      serviceNumber,
      papers: [
        ['负责人证件正面', front],
        ['负责人证件背面', back],
        ['真实性核验单', licence],
      ],
    })
    await page.getByText('听雨读书札记').first().waitFor()
    await tidy(page)
    await submit(page)
    await review(desk, number, { pass: true })
    await page.reload()
    await page.getByRole('button', { name: '已在管局的App里做完' }).click()
    await reaches(client, number, 'sms')
    await page.goto(`/domains/${name}`)
    await page.getByText('等短信核验').waitFor()
    await tidy(page)
    await page.getByRole('link', { name: '看备案进度' }).click()
    await answerSms(page, phone, name)
    await daysLater(6)
    const footer = await filed(one, number, /^沪ICP备\d{10}号-1$/)
    await page.goto(`/domains/${name}`)
    await page.getByText(/^沪ICP备\d{10}号-1$/).waitFor()
    await tidy(page)

    await publish(page, name, '')
    await daysLater(1)
    await isFound(page, `${name}底部没有备案号`, 1)
    await tidy(page)
    await publish(page, name, footer)
    await daysLater(1)
    await isFound(page, `${name}底部没有备案号`, 0)
    expect(one.wrong).toEqual([])
    await one.context.close()
  }, 900_000)
})

describe('a company in Zhejiang', () => {
  it('comes for a name, is verified, is given back by our review and then by its bureau, mends both, and is filed (S1-174, S2-24, S2-27, S2-31, S3-46, S3-57, S3-58, S3-63, S3-76)', async () => {
    const name = 'shanyue-journey.cn'
    const phone = '13800010002'
    const { front, back, licence } = desk.pictures
    const one = await register(desk, {
      called: '山月茶业',
      email: 'filing-journey-company@yuming.example',
      name,
      holderType: '企业或组织',
      province: '浙江省',
      city: '杭州市',
      typed: {
        单位名称: '杭州山月茶业有限公司',
        联系人: '沈知行',
        街道地址: '西湖区龙井路一号',
        邮政编码: '310013',
        电话: phone,
        邮箱: 'filing-journey-company@yuming.example',
        证件号码: '91330106MA2R5XTEA9',
      },
      papers: [['营业执照或登记证书', licence]],
    })
    const { page, client } = one
    const orderPage = page.url()
    const serviceNumber = await applyForServiceNumber(desk, one)
    await goToFiling(page, orderPage)
    const number = await fillIn(page, {
      name,
      province: '浙江省',
      district: '西湖区',
      address: '浙江省杭州市西湖区龙井路1号',
      phone,
      emergencyPhone: '13900010003',
      site: '山月茶业官方展示',
      content: 'portal',
      remark: '公司介绍和茶叶知识，不涉及前置审批',
      serviceNumber,
      company: { number: '440308199001010017', investor: '山月控股' },
      papers: [
        ['主体证件', licence],
        ['负责人证件正面', front],
        ['负责人证件背面', back],
        ['真实性核验单', licence],
        ['域名证书', licence],
      ],
    })
    await submit(page)

    await review(desk, number, { pass: false, remark: '核验单第二行没有签名' })
    await page.reload()
    await page.getByText('核验单第二行没有签名').waitFor()
    await tidy(page)
    await page.goto(`/filings/${number}?step=papers`)
    await sendPaper(page, '真实性核验单', licence)
    await page.goto(`/filings/${number}?step=review`)
    await submit(page)

    const opinion = '网站名称与主体不符'
    const script = { bureau: '330000', pattern: name, decision: 'refuse', days: 1, opinion }
    await sandbox.call('POST', 'bureaus/scripts', script)
    const toTheBureau = async () => {
      await reaches(client, number, 'sms')
      await answerSms(page, phone, name)
    }
    await review(desk, number, { pass: true })
    await page.reload()
    await takePhoto(desk, page)
    await review(desk, number, { pass: true })
    await toTheBureau()
    await daysLater(2)
    await reaches(client, number, 'refused')
    await sandbox.call('DELETE', 'bureaus/scripts')
    await page.reload()
    await page.getByText(opinion).first().waitFor()
    await page.goto(`/filings/${number}?step=services`)
    await page.getByLabel('网站名称').fill('山月茶业企业展示')
    await page.getByText('已保存').first().waitFor()
    await page.goto(`/filings/${number}?step=review`)
    await page.getByText('山月茶业企业展示').first().waitFor()
    await submit(page)
    // The photograph that passed is of this month, and what came back was not about it.
    await review(desk, number, { pass: true })
    await toTheBureau()
    await daysLater(6)
    await filed(one, number, /^浙ICP备\d{10}号-1$/)
    expect(one.wrong).toEqual([])
    await one.context.close()
  }, 1_200_000)
})
