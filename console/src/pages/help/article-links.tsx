import { Link } from '../../router/link.tsx'
import type { ArticleLink } from './article.ts'

/** Where an article leads: another guide, a page of ours, or an address elsewhere. */
export function ArticleLinks({ links }: { links: ArticleLink[] }) {
  return (
    <ul className="leads">
      {links.map((link) => (
        <li key={link.title}>
          <One link={link} />
        </li>
      ))}
    </ul>
  )
}

function One({ link }: { link: ArticleLink }) {
  if ('url' in link)
    return (
      <a href={link.url} rel="noopener">
        {link.title}
      </a>
    )
  if ('to' in link) return <Link to={link.to}>{link.title}</Link>
  return (
    <Link to="/help/$slug" params={{ slug: link.help }}>
      {link.title}
    </Link>
  )
}
