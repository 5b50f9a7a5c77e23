/**
 * Owen's T: the mass of a standard normal distribution in two dimensions between a line and a corner.
 *
 * T(h, a) = 1/(2 pi) * integral from 0 to a of exp(-h^2 (1 + x^2) / 2) / (1 + x^2) dx. Here it is asked by the distance `h`
 * of a line and the length `t = a h` along it from the foot of the perpendicular, both in standard deviations, which keeps
 * its meaning for a line through the centre. Source: D. B. Owen, Tables for computing bivariate normal probabilities,
 * Annals of Mathematical Statistics 27 (1956). Error below 1e-6.
 */
export function owensT(h: number, t: number): number {
  if (t < 0) return -owensT(h, -t)
  if (t <= h) return h === 0 ? 0 : integral(h, t / h)
  // Owen 1956, equation 2.3: the corner seen from the other side is narrower than 45 degrees.
  const [belowH, belowT] = [normalCdf(h), normalCdf(t)]
  return (belowH + belowT) / 2 - belowH * belowT - (h === 0 ? 0 : integral(t, h / t))
}

/** Probability that a standard normal variable lies below `z`. Error below 1e-7: Abramowitz and Stegun 7.1.26. */
export function normalCdf(z: number): number {
  if (z < 0) return 1 - normalCdf(-z)
  if (z > 6) return 1
  const u = 1 / (1 + 0.3275911 * z * Math.SQRT1_2)
  const series = ((((1.061405429 * u - 1.453152027) * u + 1.421413741) * u - 0.284496736) * u + 0.254829592) * u
  return 1 - 0.5 * series * Math.exp((-z * z) / 2)
}

/** Gauss-Legendre quadrature of the definition, 0 <= a <= 1. */
function integral(h: number, a: number): number {
  if (h > 7) return 0
  let sum = 0
  for (const [node, weight] of QUADRATURE) {
    sum += weight * (integrand(h, (a * (1 - node)) / 2) + integrand(h, (a * (1 + node)) / 2))
  }
  return (sum * a) / (4 * Math.PI)
}

const integrand = (h: number, x: number): number => Math.exp((-h * h * (1 + x * x)) / 2) / (1 + x * x)

/** Positive nodes and weights of Gauss-Legendre quadrature with 10 points. */
const QUADRATURE = [
  [0.148874338981631, 0.295524224714753],
  [0.433395394129247, 0.269266719309996],
  [0.679409568299024, 0.219086362515982],
  [0.865063366688985, 0.149451349150581],
  [0.973906528517172, 0.0666713443086881],
] as const
