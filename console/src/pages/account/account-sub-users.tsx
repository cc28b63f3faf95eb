import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post, remove } from '../../api/client.ts'
import { subUsersQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'

const blank = { name: '', email: '', password: '' }

export function AccountSubUsers() {
  const users = useQuery(subUsersQuery)
  const [values, setValues] = useState(blank)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (work: Promise<unknown>) => {
    setError(null)
    try {
      await work
      setValues(blank)
      await users.refetch()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    attempt(post('account/sub-users', values))
  }
  return (
    <section className="sec">
      <h2>
        {t('account.subUsers')}
        <small>{t('account.subUsersWhy')}</small>
      </h2>
      {users.isPending && <Skeleton rows={2} />}
      {users.isError && <Failure error={users.error} again={() => users.refetch()} />}
      {users.data && users.data.length > 0 && (
        <table className="tbl">
          <tbody>
            {users.data.map((user) => (
              <tr key={user.id}>
                <th scope="row">{user.name}</th>
                <td>{user.email}</td>
                <td className="num">
                  <Button
                    size="s"
                    look="text"
                    aria-label={`${t('remove')} ${user.name}`}
                    onClick={() => attempt(remove(`account/sub-users/${user.id}`))}
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
          id="sub-name"
          label={t('field.called')}
          required
          value={values.name}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
        <TextField
          id="sub-email"
          label={t('field.email')}
          type="email"
          autoComplete="off"
          required
          value={values.email}
          onChange={(event) => setValues({ ...values, email: event.target.value })}
        />
        <TextField
          id="sub-password"
          label={t('field.password')}
          type="password"
          autoComplete="new-password"
          minLength={8}
          required
          value={values.password}
          onChange={(event) => setValues({ ...values, password: event.target.value })}
        />
        <Button type="submit">{t('account.add')}</Button>
      </form>
    </section>
  )
}
