import type { PaperKind } from '../../api/types.ts'
import { t } from '../../i18n/text.ts'

/** 合格的样子: a made-up paper as a good photograph shows it, flat, whole and in colour. */
export function PaperSample({ kind }: { kind: PaperKind }) {
  const how = kind === 'id-front' || kind === 'id-back' || kind === 'passport' || kind === 'licence' ? kind : 'licence'
  return (
    <figure className="sample">
      <figcaption>
        <h3>{t('identity.sample')}</h3>
      </figcaption>
      <svg viewBox="0 0 300 212" role="img" aria-label={t(`identity.sampleOf.${how}`)}>
        <rect width="300" height="212" className="sample-ground" />
        {how === 'licence' ? <Licence /> : <Card back={how === 'id-back'} />}
      </svg>
      <p className="help">{t(`identity.how.${how}`)}</p>
    </figure>
  )
}

const lines = (x: number, widths: readonly number[], top: number) => (
  <path d={widths.map((width, n) => `M${x} ${top + n * 16}h${width}v5h-${width}z`).join('')} className="sample-line" />
)

function Licence() {
  return (
    <>
      <rect x="20" y="16" width="260" height="180" className="sample-paper" />
      <rect x="28" y="24" width="244" height="164" className="sample-rim" />
      <text x="150" y="60" textAnchor="middle" className="sample-title">
        营业执照
      </text>
      {lines(48, [90, 76, 98, 70], 82)}
      {lines(164, [84, 66], 82)}
      <circle cx="218" cy="144" r="24" className="sample-seal" />
      <text x="218" y="149" textAnchor="middle" className="sample-seal-text">
        样章
      </text>
    </>
  )
}

function Card({ back }: { back: boolean }) {
  return (
    <>
      <rect x="20" y="26" width="260" height="160" rx="8" className="sample-paper" />
      {back ? (
        <>
          <circle cx="66" cy="72" r="22" className="sample-seal" />
          {lines(110, [120, 90], 64)}
          {lines(110, [130, 110], 140)}
        </>
      ) : (
        <>
          {lines(40, [60, 80, 100, 90], 56)}
          <circle cx="228" cy="82" r="20" className="sample-line" />
          <path d="M196 138c0-22 14-34 32-34s32 12 32 34z" className="sample-line" />
          {lines(40, [150], 160)}
        </>
      )}
    </>
  )
}
