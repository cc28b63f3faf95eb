import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage } from '../browser.ts'
import type { Desk } from './desk.ts'
import { found, origin, sandbox, sandboxOrigin } from './place.ts'
import { tidy } from './tidy.ts'

/** The principal with a phone that has scanned the code: its camera is the picture of a made-up person. */
export async function takePhoto({ browser, pictures }: Desk, page: Page): Promise<void> {
  await page.getByRole('button', { name: '生成二维码' }).click()
  const address = await page.getByRole('link', { name: '就用这台设备拍' }).getAttribute('href')
  const phone = await openPage(browser, { origin, width: 390 })
  await phone.page.addInitScript(`navigator.mediaDevices.getUserMedia = async () => {
    const image = Object.assign(new Image(), { src: 'data:image/jpeg;base64,${pictures.face.toString('base64')}' })
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const draw = () => canvas.getContext('2d').drawImage(image, 0, 0)
    draw()
    setInterval(draw, 50)
    return canvas.captureStream(20)
  }`)
  await phone.page.goto(new URL(address ?? '').pathname)
  await phone.page.getByRole('button', { name: /打开摄像头|重拍/ }).click()
  await phone.page.getByLabel('镜头里的画面').waitFor()
  await expect
    .poll(() => phone.page.evaluate<number>('document.querySelector("video")?.videoWidth ?? 0'))
    .toBeGreaterThan(0)
  await tidy(phone.page)
  await phone.page.getByRole('button', { name: '拍照' }).click()
  await phone.page.getByRole('button', { name: '用这一张' }).click()
  await phone.page.getByText('拍好了').waitFor()
  expect(phone.wrong).toEqual([])
  await phone.context.close()
  await page.getByText(/拍好，\d+×\d+/).waitFor()
  await page.getByRole('button', { name: '交给我们核对' }).click()
  await page.getByText('照片交给我们了').waitFor()
}

/**
 * Answers the ministry's text message on the ministry's own page, as its receiver would, and says so here.
 * @param domain of the bureau's request that it belongs to; a cancellation names none, and has to be the first of its phone
 */
export async function answerSms(page: Page, phone: string, domain?: string): Promise<void> {
  if (domain !== undefined)
    await expect.poll(async () => (await requestOf(domain))?.state, { timeout: 90_000 }).toBe('sms')
  const code = await found(async () => {
    // Our own texts to the same phone name the order, whose number is six digits too.
    const { messages } = await sandbox.call<{ messages: { to: string; text: string }[] }>('GET', 'phone')
    return messages
      .filter(({ to }) => to.endsWith(phone))
      .map(({ text }) => /工信部.*验证码(\d{6})/.exec(text)?.[1])
      .find((each) => each !== undefined)
  })
  const ministry = await page.context().newPage()
  await ministry.goto(`${sandboxOrigin}/bureaus/sms`)
  await ministry.getByLabel(/手机号/).fill(phone)
  await ministry.getByLabel(/验证码/).fill(code)
  await ministry.getByRole('button', { name: /提交/ }).click()
  await ministry.getByText('核验成功').waitFor()
  await ministry.close()
  await page.reload()
  await page.getByRole('button', { name: '我已完成短信核验' }).click()
  await page.getByText('管局审核').first().waitFor()
}

/** The bureau's newest request for a name. */
async function requestOf(domain: string): Promise<{ state: string } | undefined> {
  const { requests } = await sandbox.call<{ requests: { state: string; domains: string[] }[] }>('GET', 'bureaus')
  return requests.find(({ domains }) => domains.includes(domain))
}
