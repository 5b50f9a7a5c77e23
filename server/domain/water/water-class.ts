/** 水质类别: the five classes of GB 3838-2002 and what is worse than the last. */

/** Best first; the place in this list is the class's rank. */
export const WATER_CLASSES = ['I', 'II', 'III', 'IV', 'V', 'worse-than-V'] as const
export type WaterClass = (typeof WATER_CLASSES)[number]

/** 水体类型: total phosphorus and nitrogen have other limits in lakes. A river-type reservoir counts as a river. */
export type WaterBody = 'river' | 'lake'

/** 0 for class I ... 5 for worse than V. */
export const rankOf = (waterClass: WaterClass): number => WATER_CLASSES.indexOf(waterClass)

export const worstOf = (classes: readonly WaterClass[]): WaterClass | undefined =>
  WATER_CLASSES.findLast((each) => classes.includes(each))

/** Steps by which a class misses a target; 0 when it meets it. Worse than V is one step beyond V. */
export const stepsBeyond = (waterClass: WaterClass, target: WaterClass): number =>
  Math.max(0, rankOf(waterClass) - rankOf(target))
