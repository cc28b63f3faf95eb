import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { filingReasonsQuery } from '../../../api/filing.ts'
import { Button } from '../../../design/button.tsx'
import { TextField } from '../../../design/field.tsx'
import { pick, sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'

/** Giving an order back: reasons of the dictionary, found by typing, and a word of one's own. */
export function ReturnForm({ onReturn }: { onReturn: (reasons: string[], remark: string) => void }) {
  const { data: all = [] } = useQuery(filingReasonsQuery)
  const [find, setFind] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [remark, setRemark] = useState('')
  const typed = find.trim().toLowerCase()
  const found = all
    .filter(
      ({ id, heard, cause }) =>
        chosen.includes(id) || (typed !== '' && `${heard.join(' ')} ${pick(cause)}`.toLowerCase().includes(typed)),
    )
    .slice(0, 12)
  const nothing = chosen.length === 0 && remark.trim() === ''
  return (
    <fieldset className="return">
      <legend className="lab">{t('filing.desk.return')}</legend>
      <TextField
        id="find-reason"
        label={t('filing.desk.findReason', { count: all.length })}
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      <ul>
        {found.map(({ id, cause }) => (
          <li key={id}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />{' '}
              {sentence(cause)}
            </label>
          </li>
        ))}
      </ul>
      <TextField
        id="remark"
        label={t('filing.desk.remark')}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <p className="small soft" id="return-why">
        {nothing && t('filing.desk.returnWhy')}
      </p>
      <Button greyBecause={nothing ? 'return-why' : undefined} onClick={() => onReturn(chosen, remark.trim())}>
        {t('filing.desk.giveBack')}
      </Button>
    </fieldset>
  )
}
