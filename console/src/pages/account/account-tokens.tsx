import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post, remove } from '../../api/client.ts'
import { tokensQuery } from '../../api/queries.ts'
import type { ApiToken } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'

export function AccountTokens() {
  const tokens = useQuery(tokensQuery)
  const [name, setName] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (work: () => Promise<void>) => {
    setError(null)
    try {
      await work()
      await tokens.refetch()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    attempt(async () => {
      const token = await post<ApiToken>('account/tokens', { name })
      setMade(token.token ?? null)
      setName('')
    })
  }
  return (
    <section className="sec">
      <h2>
        {t('account.tokens')}
        <small>{t('account.tokensWhy')}</small>
      </h2>
      {tokens.isPending && <Skeleton rows={2} />}
      {tokens.isError && <Failure error={tokens.error} again={() => tokens.refetch()} />}
      {made && (
        <Note tone="you">
          <p>{t('account.tokenOnce')}</p>
          <code className="raw">{made}</code>
        </Note>
      )}
      {tokens.data && tokens.data.length > 0 && (
        <table className="tbl">
          <tbody>
            {tokens.data.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td className="num">
                  <Button
                    size="s"
                    look="text"
                    aria-label={`${t('remove')} ${token.name}`}
                    onClick={() => attempt(() => remove(`account/tokens/${token.id}`))}
                  >
                    {t('remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {error !== null && <Failure error={error} />}
      <form className="row-form" onSubmit={add} style={{ marginTop: 12 }}>
        <TextField
          id="token-name"
          label={t('account.tokenName')}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{t('account.add')}</Button>
      </form>
    </section>
  )
}
