import { encodeQR } from 'qr'

/** White modules on every side, as ISO/IEC 18004 asks for. */
const QUIET_MODULES = 4
// Rows overlap by a hundredth of a module: where edges only touch, screens show a white hair between them.
const ROW_HEIGHT = 1.01

/**
 * A text as QR code, drawn as an SVG of one path, quiet zone included. A quarter of the code may be scuffed or stained
 * (error correction Q): the paper lives in a bag on a farm.
 */
export function qrPicture(text: string): string {
  const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: QUIET_MODULES })
  const path = modules.map((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v${ROW_HEIGHT}h-${length}z`).join('')).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.length} ${modules.length}"><path d="${path}"/></svg>`
}

/** Where dark modules stand in a row: first column and length of each run. */
function runsOf(row: readonly boolean[]): [x: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
