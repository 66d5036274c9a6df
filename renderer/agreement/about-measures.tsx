import type { ShownMeasure } from '../../shared/analysis/agreement/shown-measures.ts'
import { useT } from '../app/i18n.ts'

/** What each coefficient is, as a formula in words, and where it comes from. */
export function AboutMeasures({ measures }: { measures: readonly ShownMeasure[] }) {
  const t = useT()
  return (
    <details className="agreement-about">
      <summary>
        <h2>{t('agreement.about')}</h2>
        <span className="agreement-chosen">{t('agreement.aboutHint')}</span>
      </summary>
      <dl>
        {measures.map((name) => (
          <div key={name}>
            <dt>
              <span className="agreement-sign">{t(`agreement.measure.${name}.label`)}</span>{' '}
              {t(`agreement.measure.${name}.name`)}
            </dt>
            <dd>
              {t(`agreement.measure.${name}.formula`)}
              <span className="agreement-cited">
                {t('agreement.source', { source: t(`agreement.measure.${name}.source`) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
