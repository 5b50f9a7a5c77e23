/** Hours of a travel time, as precisely as anybody may say them. */

/**
 * A tenth of an hour in the first ten hours, whole hours after: the velocities behind them are known to a factor, not to
 * percents (travel-time.ts), so more digits would pretend. Every place that tells when the water arrives says this number,
 * and rounding it again changes nothing.
 */
export const arrivalHours = (hours: number): number => (hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours))
