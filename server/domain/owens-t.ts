/**
 * Owen's T: the mass of a standard normal distribution in two dimensions between a line and a corner.
 *
 * T(h, a) = 1/(2 pi) * integral from 0 to a of exp(-h^2 (1 + x^2) / 2) / (1 + x^2) dx. Here it is asked by the distance `h`
 * of a line and the length `t = a h` along it from the foot of the perpendicular, both in standard deviations, which keeps
 * its meaning for a line through the centre. Source: D. B. Owen, Tables for computing bivariate normal probabilities,
 * Annals of Mathematical Statistics 27 (1956). Error below 1e-8.
 */
export function owensT(h: number, t: number): number {
  if (t < 0) return -owensT(h, -t)
  if (t <= h) return h === 0 ? 0 : integral(h, t / h)
  // Owen 1956, equation 2.3: the corner seen from the other side is narrower than 45 degrees.
  return (normalCdf(h) + normalCdf(t)) / 2 - normalCdf(h) * normalCdf(t) - (h === 0 ? 0 : integral(t, h / t))
}

/** Probability that a standard normal variable lies below `z`. Error below 1e-9. */
export function normalCdf(z: number): number {
  if (z < 0) return 1 - normalCdf(-z)
  if (z > 6.5) return 1
  let sum = 0
  for (const [node, weight] of QUADRATURE) {
    sum += weight * (Math.exp(-(((z * (1 - node)) / 2) ** 2) / 2) + Math.exp(-(((z * (1 + node)) / 2) ** 2) / 2))
  }
  return 0.5 + (sum * z) / 2 / Math.sqrt(2 * Math.PI)
}

function integral(h: number, a: number): number {
  if (h > 7) return 0
  let sum = 0
  for (const [node, weight] of QUADRATURE) {
    sum += weight * (integrand(h, (a * (1 - node)) / 2) + integrand(h, (a * (1 + node)) / 2))
  }
  return (sum * a) / (4 * Math.PI)
}

const integrand = (h: number, x: number): number => Math.exp((-h * h * (1 + x * x)) / 2) / (1 + x * x)

/** Positive nodes and weights of Gauss-Legendre quadrature with 16 points. */
const QUADRATURE = [
  [0.0950125098376374, 0.189450610455068],
  [0.281603550779259, 0.182603415044924],
  [0.458016777657227, 0.169156519395003],
  [0.617876244402644, 0.149595988816577],
  [0.755404408355003, 0.124628971255534],
  [0.865631202387832, 0.0951585116824928],
  [0.944575023073233, 0.0622535239386479],
  [0.98940093499165, 0.0271524594117541],
] as const
