/**
 * How many of a sample each stratum gives: proportional to its size, the remainders to the largest fractions, ties to the
 * stratum first in order (Hamilton's method); never more than it has. Sizes and answer are counts, in the order given.
 */
export function allocate(sizes: readonly number[], wanted: number): number[] {
  const population = sizes.reduce((sum, size) => sum + size, 0)
  if (population <= wanted) return [...sizes]
  const quotas = sizes.map((size) => (size * wanted) / population)
  const shares = quotas.map((quota) => Math.floor(quota))
  const left = wanted - shares.reduce((sum, share) => sum + share, 0)
  const byFraction = quotas.map((quota, index) => ({ index, fraction: quota - Math.floor(quota) }))
    .sort((one, other) => other.fraction - one.fraction || one.index - other.index)
  for (const { index } of byFraction.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
