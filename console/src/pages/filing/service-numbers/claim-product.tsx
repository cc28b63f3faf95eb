import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'
import '../filing.css'

/** 虚拟主机 (S3-32): its console has checked user name and password, and shows a code that says so. */
export function ClaimProduct() {
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const code = typed.trim().toUpperCase()
  const wrong = !/^HC-\d{16}$/.test(code)
  const claim = useMutation({
    mutationFn: () => post('hosting-products/claim', { code }),
    onSuccess: async () => {
      setTyped('')
      setTried(false)
      toast(t('filing.claim.done'))
      await cache.invalidateQueries({ queryKey: ['hosting-products'] })
    },
  })
  return (
    <section className="sec" aria-labelledby="claim-product">
      <h2 id="claim-product">{t('filing.claim.title')}</h2>
      <p className="soft">{t('filing.claim.lead')}</p>
      <form
        className="stack declare-change"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          setTried(true)
          if (!wrong) claim.mutate()
        }}
      >
        <TextField
          id="console-code"
          label={t('filing.claim.code')}
          help={t('filing.claim.help')}
          error={tried && wrong ? t('filing.claim.wrong') : undefined}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        {claim.isError && <Failure error={claim.error} />}
        <p>
          <Button type="submit" disabled={claim.isPending}>
            {t('filing.claim.send')}
          </Button>
        </p>
      </form>
    </section>
  )
}
