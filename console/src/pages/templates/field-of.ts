import type { ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { TextKey } from '../../i18n/dictionary.ts'
import type { TemplateField } from './template-shape.ts'

/** Everything that a field of the form shows: its label, what is wrong with it, and its place in the form. */
export type FieldOf = (
  name: TemplateField,
  help?: TextKey | undefined,
) => UseFormRegisterReturn & { id: string; label: string; error: string | undefined; help?: ReactNode }
