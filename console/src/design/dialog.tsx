import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

interface Props {
  title: string
  open: boolean
  alert?: boolean
  /** Nothing of the page behind it is to be read. */
  opaque?: boolean
  onClose: () => void
  children: ReactNode
}

export function Dialog({ title, open, alert = false, opaque = false, onClose, children }: Props) {
  return (
    <ModalOverlay
      className={opaque ? 'veil veil--opaque' : 'veil'}
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!alert}
    >
      <Modal className="dialog">
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
