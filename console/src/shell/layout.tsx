import { Outlet } from '@tanstack/react-router'
import { Toasts } from '../design/toast.tsx'
import { t, useLanguage } from '../i18n/text.ts'
import { Header } from './header.tsx'

export function Layout() {
  const language = useLanguage()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Header />
      <Outlet key={language} />
      <Toasts />
    </>
  )
}
