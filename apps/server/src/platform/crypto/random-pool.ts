import { randomFillSync } from 'node:crypto'

/**
 * Hands out slices of random bytes of the operating system, drawn 4 KiB at a time: one system call per value
 * would cost more than the cipher. A slice is handed out once and belongs to the caller.
 */
export function randomPool(): (size: number) => Buffer {
  let pool = Buffer.alloc(0)
  let used = 0
  return (size) => {
    if (used + size > pool.length) {
      pool = randomFillSync(Buffer.allocUnsafeSlow(4096))
      used = 0
    }
    used += size
    return pool.subarray(used - size, used)
  }
}
