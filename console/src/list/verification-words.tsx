import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { catalogQuery, sessionQuery, templatesQuery } from '../api/queries.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/text.ts'
import { Link } from '../router/link.tsx'
import { verificationNeeds } from './verification-needs.ts'

/** What these suffixes ask of the holder: by the suffixes in the list, and by whether the usual template is verified (S1-86). */
export function VerificationWords({ suffixes }: { suffixes: readonly string[] }) {
  const { data: session } = useQuery(sessionQuery)
  const { data: catalog } = useQuery(catalogQuery())
  const signed = Boolean(session?.account)
  const templates = useQuery({ ...templatesQuery, enabled: signed })
  if (!session || !catalog || (signed && templates.isPending)) return null
  const verified = templates.data?.templates.some(
    ({ identity, emailVerified }) => identity === 'verified' && emailVerified,
  )
  const needs = verificationNeeds(suffixes, catalog.suffixes, {
    verified: verified ?? false,
    verifyBefore: session.verifyBefore,
  })
  // Latin sentences are set apart by a space, Chinese ones by their full stop.
  const gap = locale() === 'zh' ? '' : ' '
  return (
    <>
      {needs.map(({ text, suffixes: of }) => (
        <Fragment key={text}>
          {gap}
          {t(`list.verify.${text}`, { suffixes: of.map((suffix) => `.${suffix}`).join(t('listComma')) })}
          {text === 'before' && signed && (
            <>
              {gap}
              <Link to="/templates">{t('list.verify.now')}</Link>
            </>
          )}
        </Fragment>
      ))}
    </>
  )
}
