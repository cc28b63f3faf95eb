import type { filingByHandText as zh } from '../zh/filing-by-hand.ts'

export const filingByHandText: Record<keyof typeof zh, string> = {
  'filing.handedIn': 'Entered at the bureau’s site on {{on}}.',
  'filing.handedIn.receipt': 'Entered at the bureau’s site on {{on}}; the bureau’s number: {{receipt}}.',
  'filing.type.usedDomain': 'Domain that it uses',
  'filing.hint.usedDomain':
    'A domain that the App or mini-program uses: verified, and held by who files. Leave it empty where there is none; more can be added in the next steps.',
  'filing.hint.usedDomains':
    'One domain that it uses a line, down to the fourth level, held by who files. A website at the same domain is filed by itself.',
  'filing.hint.appName': 'Exactly the name it is listed under in the stores; no words such as “test” or “official”.',
  'filing.hint.miniName': 'Exactly as the platform that runs it shows it.',
  'filing.hint.app':
    'Give each of Android, iOS and HarmonyOS that it runs on. Package id, public key and certificate digest come from the release package: MD5 (32 digits) for Android and HarmonyOS, SHA-1 (40) for iOS.',
  'filing.hint.miniProgram':
    'Mini-programs are usually filed by the platform they run on; fill this in where it is hosted here and filed by us. The AppID is shown in the platform’s developer settings.',
  'filing.hint.quickApp':
    'Quick apps are usually filed by the platform they run on; where we file it, give its package name.',
  'filing.app.platforms': 'Platforms',
  'filing.app.addPlatform': 'Add {{platform}}',
  'filing.app.removePlatform': 'Remove {{platform}}',
  'filing.app.packageId': 'Package name',
  'filing.app.bundleId': 'Bundle ID',
  'filing.app.appId': 'AppID',
  'filing.app.host': 'Platform that runs it',
  'filing.app.publicKey': 'Public key',
  'filing.app.md5': 'MD5 digest of the certificate',
  'filing.app.sha1': 'SHA-1 digest of the certificate',
  'filing.app.digest': 'Certificate digest',
  'filing.app.iconLimits': 'The icon it is listed with, 100 KB at most',
  'filing.platform.android': 'Android',
  'filing.platform.ios': 'iOS',
  'filing.platform.harmony': 'HarmonyOS',
  'filing.platform.wechat': 'WeChat',
  'filing.platform.alipay': 'Alipay',
  'filing.platform.douyin': 'Douyin',
  'filing.platform.quick-app': 'Quick app',
  'filing.kind.ipv6': 'IPv6 addresses',
  'filing.papers.kind.app-icon': 'Icon of the App',
  'filing.papers.of': '{{paper}}: {{service}}',
}
