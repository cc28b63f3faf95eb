import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post } from '../../api/client.ts'
import { templatesQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'

/** The link of the letter leads here. The address is confirmed by a press, so that a mail scanner that opens links confirms nothing. */
export function VerifyEmailPage() {
  const { token } = useSearch('token')
  const cache = useQueryClient()
  const verify = useMutation({
    mutationFn: () => post<{ email: string; verified: true }>('email-verifications', { token }),
    onSuccess: () => cache.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  })
  const next = (
    <Link className="btn" to="/templates">
      {t('nav.templates')}
    </Link>
  )
  return (
    <Page title={t('verify.title')} api="POST /v1/email-verifications">
      {!token ? (
        <Empty top title={t('verify.noToken')} acts={next}>
          {t('verify.noTokenWhy')}
        </Empty>
      ) : verify.isSuccess ? (
        <Empty top title={t('verify.done')} acts={next}>
          <State shape="ok">{verify.data.email}</State>
        </Empty>
      ) : (
        <Empty
          top
          title={t('verify.title')}
          acts={
            <Button look="main" size="l" onClick={() => verify.mutate()} disabled={verify.isPending}>
              {t('verify.confirm')}
            </Button>
          }
        >
          {t('verify.lead')}
        </Empty>
      )}
      {verify.isError && <Failure error={verify.error} />}
    </Page>
  )
}
