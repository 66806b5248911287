/** 张三 → 张*, 王小明 → 王*明, 欧阳明 → 欧*明, longer names keep the first two characters (DOMAIN §8). */
export function maskName(name: string): string {
  const chars = [...name]
  if (chars.length < 2) return '*'.repeat(chars.length)
  if (chars.length === 2) return `${chars[0]}*`
  if (chars.length === 3) return `${chars[0]}*${chars[2]}`
  return chars.slice(0, 2).join('') + '*'.repeat(chars.length - 2)
}

/** `522326********0011`, for duty screens at field level F2. */
export function maskCitizenId(id18: string): string {
  return id18.slice(0, 6) + '*'.repeat(Math.max(0, id18.length - 10)) + id18.slice(-4)
}

/** `138****5678`; a landline keeps its area code and last two digits. */
export function maskPhone(number: string): string {
  const landline = /^(\d+-)(\d+)(\d{2})$/u.exec(number)
  if (landline) return `${landline[1]}${'*'.repeat(landline[2]?.length ?? 0)}${landline[3]}`
  return number.length < 8 ? '*'.repeat(number.length) : `${number.slice(0, 3)}****${number.slice(-4)}`
}

/** Last four digits only. */
export function maskBankCard(number: string): string {
  return `****${number.slice(-4)}`
}
