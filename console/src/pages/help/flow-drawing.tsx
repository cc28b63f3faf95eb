import { Link } from '../../router/link.tsx'
import type { Flow, FlowStep, Lane } from './article.ts'

const lanes: readonly Lane[] = ['you', 'we', 'bureau']
/** In units of the drawing: it is as wide as a small phone, so that its words stay legible there. */
const lane = { width: 114, gap: 6 }
const box = { height: 52, gap: 26, top: 34 }
const width = lanes.length * lane.width + (lanes.length - 1) * lane.gap

const middle = (who: Lane) => lanes.indexOf(who) * (lane.width + lane.gap) + lane.width / 2
const top = (index: number) => box.top + index * (box.height + box.gap)

/** A course drawn in lanes, one for each who acts; below it the same steps in words, with the guides that tell more (S1-177). */
export function FlowDrawing({ flow, name }: { flow: Flow; name: string }) {
  const height = top(flow.steps.length) - box.gap + 2
  return (
    <>
      <figure className="flow">
        <svg viewBox={`-1 0 ${width + 2} ${height}`} role="img" aria-labelledby={`${name}-drawing`}>
          <title id={`${name}-drawing`}>{flow.caption}</title>
          {lanes.map((who) => (
            <g key={who}>
              <line className="lane" x1={middle(who)} x2={middle(who)} y1={box.top - 8} y2={height} />
              <text className="who" x={middle(who)} y="16">
                {flow.lanes[who]}
              </text>
            </g>
          ))}
          {flow.steps.map((step, index) => {
            const next = flow.steps[index + 1]
            return next && <Arrow key={step.title} from={step} to={next} index={index} />
          })}
          {flow.steps.map((step, index) => (
            <g key={step.title} className={step.who}>
              <rect
                x={middle(step.who) - lane.width / 2}
                y={top(index)}
                width={lane.width}
                height={box.height}
                rx="4"
              />
              <text className="title" x={middle(step.who)} y={top(index) + 22}>
                {index + 1} {step.title}
              </text>
              <text className="when" x={middle(step.who)} y={top(index) + 40}>
                {step.when}
              </text>
            </g>
          ))}
        </svg>
        <figcaption>{flow.caption}</figcaption>
      </figure>
      <ol className="flow-steps">
        {flow.steps.map(({ who, title, when, text, help }) => (
          <li key={title}>
            <b>
              {help ? (
                <Link to="/help/$slug" params={{ slug: help }}>
                  {title}
                </Link>
              ) : (
                title
              )}
            </b>
            <small>
              {flow.lanes[who]}
              {'\u2003'}
              {when}
            </small>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

function Arrow({ from, to, index }: { from: FlowStep; to: FlowStep; index: number }) {
  const [x1, x2] = [middle(from.who), middle(to.who)]
  const [y1, y2] = [top(index) + box.height, top(index + 1)]
  const bend = y1 + box.gap / 2
  return (
    <>
      <path className="arrow" d={`M${x1} ${y1}V${bend}H${x2}V${y2 - 6}`} />
      <path className="head" d={`M${x2 - 4} ${y2 - 8}h8l-4 7z`} />
    </>
  )
}
