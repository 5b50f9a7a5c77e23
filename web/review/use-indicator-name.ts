/** 指标 in the language of the reader. */
import { INDICATORS, type IndicatorId } from '#domain/water/indicator'
import { useReviewView } from './use-review.ts'

export const useIndicatorName = (): ((id: IndicatorId) => string) => {
  const { locale } = useReviewView()
  return (id) => {
    const indicator = INDICATORS.find((each) => each.id === id)
    if (!indicator) return id
    return locale.value === 'en' ? indicator.nameEn : indicator.nameZh
  }
}

/** 无量纲 is not printed after a value. */
export const unitOf = (id: IndicatorId): string => {
  const unit = INDICATORS.find((each) => each.id === id)?.unit ?? ''
  return unit === '无量纲' ? '' : unit
}
