/** Prefix of all synthetic phones (DOMAIN §8); not assigned to any operator. */
export const SYNTHETIC_PHONE_PREFIX = '154'

/** Area code of the prefecture, assumed for a seven-digit landline and said so in the flags. */
export const HOME_AREA_CODE = '0859'

export type PhoneFlag = 'virtual_operator' | 'area_code_added'

/** A number that can be dialled: 11 digits for a mobile, `0859-3223456` for a landline. */
export interface Phone {
  ok: true
  number: string
  kind: 'mobile' | 'landline'
  flags: PhoneFlag[]
}

export type PhoneFault = 'length' | 'charset' | 'm2m' | 'synthetic_prefix' | 'prefix' | 'lossy'

// 162, 165, 167, 170 and 171 are sold by virtual operators: often short-lived, so a warning (DOMAIN §3.1).
const VIRTUAL = /^1(62|65|67|70|71)/u
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})$/u

/**
 * Reads one number whose separators are already gone except hyphens (rule V16). Country code 86 is dropped;
 * 13-digit machine numbers are refused.
 */
export function readPhone(
  text: string, options: { synthetic: boolean },
): Phone | { ok: false; fault: PhoneFault } {
  const bare = text.replace(/^(\+|00)?86-?(?=1\d{10}$|0\d{9,11}$)/u, '')
  const landline = LANDLINE.exec(bare)
  if (landline) return { ok: true, number: `${landline[1]}-${landline[2]}`, kind: 'landline', flags: [] }
  const digits = bare.replaceAll('-', '')
  if (!/^\d+$/u.test(digits)) return { ok: false, fault: 'charset' }
  if (digits.length === 7 && /^[2-8]/u.test(digits)) {
    return { ok: true, number: `${HOME_AREA_CODE}-${digits}`, kind: 'landline', flags: ['area_code_added'] }
  }
  if (digits.length === 13 && digits.startsWith('1')) return { ok: false, fault: 'm2m' }
  if (digits.length !== 11) return { ok: false, fault: 'length' }
  if (!/^1[3-9]/u.test(digits)) return { ok: false, fault: 'prefix' }
  if (digits.startsWith(SYNTHETIC_PHONE_PREFIX) && !options.synthetic) {
    return { ok: false, fault: 'synthetic_prefix' }
  }
  return { ok: true, number: digits, kind: 'mobile', flags: VIRTUAL.test(digits) ? ['virtual_operator'] : [] }
}
