import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { t } from '../../../i18n/text.ts'

const accountId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Gives a number to another account, named by the id that stands at the foot of its own page. */
export function GiveDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const [to, setTo] = useState('')
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const give = useMutation({
    mutationFn: () => post(`service-numbers/${number}/transfer`, { to: to.trim() }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['service-numbers'] })
      onClose()
    },
  })
  const wrong = !accountId.test(to.trim())
  return (
    <Dialog title={t('filing.numbers.giveTitle', { number })} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!wrong) give.mutate()
        }}
      >
        <p>{t('filing.numbers.giveLead')}</p>
        <TextField
          id="give-to"
          label={t('filing.numbers.to')}
          help={t('filing.numbers.toHelp')}
          error={tried && wrong ? t('filing.numbers.toWrong') : undefined}
          value={to}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTo(event.target.value)}
        />
        {give.isError && <Failure error={give.error} />}
        <div className="acts">
          <Button type="submit" look="main" disabled={give.isPending}>
            {t('filing.numbers.give')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
