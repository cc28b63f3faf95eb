import { useQuery } from '@tanstack/react-query'

/** Drawn in the browser; the drawing code comes only when one is shown. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: () =>
      import('qrcode').then(({ default: qrcode }) =>
        qrcode.toDataURL(text, { margin: 1, width: 368, color: { dark: '#1D1A16', light: '#FFFFFF' } }),
      ),
    staleTime: Infinity,
  })
  return data ? (
    <img className="qr" src={data} alt={label} width={200} height={200} />
  ) : (
    <span className="qr" aria-hidden="true" />
  )
}
