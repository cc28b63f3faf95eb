export const listText = {
  'list.verify.before': '{{suffixes}}: the holder is verified first, then the name is registered.',
  'list.verify.after': '{{suffixes}}: register first, then verify the holder within 5 days.',
  'list.verify.unknown':
    '{{suffixes}}: whether the holder is verified before or after is not known; a verified template is safe.',
  'list.verify.verified': 'Your template is verified and can be used at once.',
  'list.verify.own':
    '{{suffixes}}: the registry reviews the holder again after registration; nothing more is asked of you.',
  'list.verify.now': 'Verify now',
  'record.registrar': 'Registrar',
  'record.ours': 'This platform',
  'record.since': 'Registered',
  'record.until': 'Expires',
  'record.statuses': 'Statuses',
  'record.untold': 'Not told by the registry',
  'record.note':
    'As the registry answered at {{time}}, without the holder. To have it, wait until it is released after its expiry, or choose a name near it.',
  'search.pinyin': 'Search in pinyin',
  'search.pinyinOf': 'Search {{name}} in pinyin',
  'search.showPapers': 'What is needed',
  'quick.open': 'Order by phone',
  'quick.offer': 'No template yet? Scan with your phone: an agent holds the name at first, and you take it over later.',
  'quick.qr': 'QR code to order with a phone',
  'quick.scan': 'Scan it with your phone to order and pay; valid until {{time}}.',
}
