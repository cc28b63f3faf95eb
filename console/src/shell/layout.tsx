import { Fragment, type ReactNode } from 'react'
import { Toasts } from '../design/toast.tsx'
import { t, useLanguage } from '../i18n/text.ts'
import { Header } from './header.tsx'

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Header />
      <Fragment key={language}>{children}</Fragment>
      <Toasts />
    </>
  )
}
