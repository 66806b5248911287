import { useDivisionName } from './division-name.ts'

/** A code in words, with the code behind it: papers quote either. */
export function DivisionName({ code }: { code: string }) {
  const name = useDivisionName(code)
  return name === code ? (
    code
  ) : (
    <>
      {name} <span className="quiet">{code}</span>
    </>
  )
}
