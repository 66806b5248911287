import type { CodeEntry, CodeOf } from './code-list.ts'

/** Grade of evidence: a proves work by itself, b by a third party, c only by word. */
export type EvidenceGrade = 'a' | 'b' | 'c'

/** Kinds of evidence of employment, each with its default grade; codes are this project's own. */
export const EVIDENCE = [
  { code: 'contract', zh: '劳动合同', en: 'Labour contract', grade: 'a', aliases: ['合同'] },
  { code: 'payslip', zh: '工资流水', en: 'Wage record', grade: 'a', aliases: ['工资条', '银行流水', '工资单'] },
  { code: 'insurance', zh: '社保缴费', en: 'Social insurance record', grade: 'a', aliases: ['社保', '社保记录'] },
  {
    code: 'employer', zh: '企业确认', en: 'Confirmed by the employer', grade: 'b',
    aliases: ['企业核实', '用工单位确认', '企业代核', '企业或协作站代核', '企业或协作站'],
  },
  {
    code: 'station', zh: '协作站确认', en: 'Confirmed by the station', grade: 'b',
    aliases: ['协作站核实', '协作站代核', '劳务协作站'],
  },
  { code: 'video', zh: '视频核实', en: 'Video call', grade: 'b', aliases: ['视频', '视频通话'] },
  { code: 'visit', zh: '入户核实', en: 'Home visit', grade: 'b', aliases: ['入户', '走访', '上门', '实地'] },
  { code: 'phone', zh: '电话核实', en: 'Telephone call', grade: 'c', aliases: ['电话', '视频电话', '微信', '电话询问'] },
  { code: 'village', zh: '村级证明', en: 'Village statement', grade: 'c', aliases: ['村委证明', '村级', '村委会证明'] },
] as const satisfies readonly (CodeEntry & { grade: EvidenceGrade })[]

export type Evidence = CodeOf<typeof EVIDENCE>

/** Default grade of a kind of evidence. */
export function gradeOf(code: Evidence): EvidenceGrade {
  return EVIDENCE.find((entry) => entry.code === code)?.grade ?? 'c'
}
