import { Button } from '../../design/button.tsx'
import { State } from '../../design/state.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { t } from '../../i18n/text.ts'

interface Props {
  label: TextKey
  /** Why it cannot be pressed yet; said under it. */
  grey: TextKey | null
  buying: boolean
  onBuy: () => void
}

/** The one button that spends money, with what is still missing. */
export function BuyButton({ label, grey, buying, onBuy }: Props) {
  return (
    <div>
      <Button look="main" size="l" full greyBecause={grey ? 'why-grey' : undefined} disabled={buying} onClick={onBuy}>
        {t(buying ? 'signIn.busy' : label)}
      </Button>
      <p className="why" id="why-grey" role="status">
        {grey && (
          <>
            <State shape="you" />
            <span>{t(grey)}</span>
          </>
        )}
      </p>
    </div>
  )
}
