import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { text } from '../store/columns.ts'
import { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { digits, type Random } from '../world/random.ts'
import { paymentMigrations } from './channel-store.ts'
import { Gateway } from './gateway.ts'
import { Notifications } from './notifications.ts'
import { Trades } from './trades.ts'

export interface PaymentChannel {
  readonly trades: Trades
  readonly notifications: Notifications
  readonly gateway: Gateway
  /** So many refunds are made, and the connection is closed without an answer. */
  unansweredRefunds: number
  /** What the merchant needs; PEM (PKCS #8 and SPKI). */
  readonly merchant: { readonly appId: string; readonly merchantPrivateKey: string; readonly alipayPublicKey: string }
  close(): Promise<void>
}

/** Opens the channel with its keys (made at the first start) and starts its clockwork. */
export function openPaymentChannel(options: {
  data: string
  clock: Clock
  random: Random
  origin: () => string
  notificationPausesMs?: readonly number[]
}): PaymentChannel {
  const { clock, random } = options
  const store = new Store(join(options.data, 'payment.sqlite'), paymentMigrations)
  const merchantKeys = keyPair(store, 'merchant')
  const channelKeys = keyPair(store, 'channel')
  const merchant = merchantOf(store, random)
  const notifications = new Notifications(
    store,
    clock,
    random,
    { ...merchant, channelPrivateKey: channelKeys.privatePem },
    options.notificationPausesMs,
  )
  const trades = new Trades(store, clock, random, (trade, refund) => notifications.write(trade, refund))
  const gateway = new Gateway(trades, {
    ...merchant,
    clock,
    merchantPublicKey: merchantKeys.publicPem,
    channelPrivateKey: channelKeys.privatePem,
    origin: options.origin,
  })
  const timer = setInterval(() => {
    trades.closeExpired()
    void notifications.deliverDue()
  }, 200)
  return {
    trades,
    notifications,
    gateway,
    unansweredRefunds: 0,
    merchant: {
      appId: merchant.appId,
      merchantPrivateKey: merchantKeys.privatePem,
      alipayPublicKey: channelKeys.publicPem,
    },
    async close() {
      clearInterval(timer)
      await notifications.stop()
      store.close()
    },
  }
}

function keyPair(store: Store, owner: string): { privatePem: string; publicPem: string } {
  const known = store.get('select private_pem, public_pem from key_pair where owner = ?', owner)
  if (known) return { privatePem: text(known, 'private_pem'), publicPem: text(known, 'public_pem') }
  const made = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  store.run(
    'insert into key_pair (owner, private_pem, public_pem) values (?, ?, ?)',
    owner,
    made.privateKey,
    made.publicKey,
  )
  return { privatePem: made.privateKey, publicPem: made.publicKey }
}

function merchantOf(store: Store, random: Random): { appId: string; sellerId: string } {
  const known = store.get('select app_id, seller_id from merchant')
  if (known) return { appId: text(known, 'app_id'), sellerId: text(known, 'seller_id') }
  const made = { appId: `2021${digits(random, 12)}`, sellerId: `2088${digits(random, 12)}` }
  store.run('insert into merchant (app_id, seller_id) values (?, ?)', made.appId, made.sellerId)
  return made
}
