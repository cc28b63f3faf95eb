import { Component, type ReactNode } from 'react'
import { CrashPage } from '../shell/crash-page.tsx'

/** Keeps the house standing when one page breaks. */
export class CrashGuard extends Component<{ children: ReactNode }, { error: unknown; broken: boolean }> {
  override state = { error: null as unknown, broken: false }

  static getDerivedStateFromError(error: unknown) {
    return { error, broken: true }
  }

  override render() {
    return this.state.broken ? <CrashPage error={this.state.error} /> : this.props.children
  }
}
