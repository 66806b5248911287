/** Whose fact a column states: the household's (often merged over its members), a person's, or one job's. */
export type RosterLevel = 'household' | 'person' | 'work'

/**
 * One column of the standard roster. `synonyms` are headers as counties, the poverty system, labour offices
 * and civil affairs offices write them, without spaces, brackets and units. `上级/下级` matches a two-row header:
 * the lower title equals `下级` and a title above it contains `上级`.
 */
export type RosterField = {
  key: string
  level: RosterLevel
  zh: string
  en: string
  /** A sheet without this column cannot be imported. */
  required: boolean
  synonyms: readonly string[]
}

// The template's titles are short, so a line of the table is: key, Chinese and English title, synonyms, required.
function fieldsOf(level: RosterLevel) {
  return <K extends string>(key: K, zh: string, en: string, synonyms: string, required = false) =>
    ({ key, level, zh, en, required, synonyms: synonyms.split(' ').filter(Boolean) })
}

const household = fieldsOf('household')
const person = fieldsOf('person')
const work = fieldsOf('work')

/** The standard roster, in the order of the template. Import, mapping screen, template and demo share it. */
export const ROSTER_FIELDS = [
  household('hhNo', '户编号', 'Household no.',
    '户编码 户号 家庭编号 家庭编码 家庭户编号 贫困户编号 贫困户编码 脱贫户编号 监测对象编号 户籍编号 户口簿号 户口本号 户代码 户ID 户/编号'),
  household('headName', '户主姓名', 'Head of household',
    '户主 户主名 户主名字 家庭户主 户主信息/姓名 户主/姓名 户主情况/姓名'),
  household('county', '县(市、区)', 'County',
    '县 县市 县区 区县 县市区 县级 所在县 所属县 所在县市 县名称 县市名称 县市新区 市县 县(市)名 户籍所在县 户籍地/县 户籍地址/县 家庭住址/县 行政区划/县'),
  household('township', '乡(镇、街道)', 'Township',
    '乡 镇 乡镇 镇乡 乡镇街道 镇街 镇街道 街道 街道乡镇 所在乡镇 所属乡镇 乡镇名称 乡镇街道名称 乡级 乡镇办 户籍所在乡镇 户籍地/乡镇 户籍地/乡 家庭住址/乡镇 家庭住址/乡 行政区划/乡'),
  household('village', '村(社区)', 'Village',
    '村 社区 村社区 行政村 行政村名 行政村名称 村名 村名称 所在村 所属村 村居 村居名称 村委会 居委会 村民委员会 ' +
      '村社 户籍所在村 户籍地/村 户籍地址 家庭住址/村 家庭住址 家庭地址 住址 详细地址 居住地址 行政区划/村'),
  household('group', '村民小组', 'Village group',
    '组 小组 组别 村组 村民组 自然村 自然寨 自然村寨 寨子 寨名 所在组 所属组 组名 组名称 村小组 屯 户籍地/组 家庭住址/组'),
  household('hhType', '户类型', 'Household type',
    '农户类型 贫困户类型 家庭类型 户类别 贫困类型 贫困类别 脱贫属性 贫困户属性 是否贫困户 是否建档立卡 是否建档立卡户 ' +
      '是否建档立卡贫困户 建档立卡类型 对象类型 对象类别 监测对象类别 人员类别 人群类别 户信息/类型'),
  household('hhAttr', '户属性', 'Household attribute', '贫困户户属性 家庭属性 保障类型 户保障类型 户信息/属性'),
  household('resettled', '是否易地扶贫搬迁', 'Resettled',
    '是否易地搬迁 是否搬迁户 是否易地扶贫搬迁户 是否易地扶贫搬迁对象 易地扶贫搬迁 易地搬迁 易地搬迁户 搬迁户 是否搬迁 是否新市民 新市民 易扶搬迁户 是否易扶搬迁 搬迁情况/是否搬迁'),
  household('resettleYear', '搬迁年度', 'Resettlement year',
    '搬迁年份 搬迁批次 搬迁时间 入住年度 入住时间 搬迁入住时间 搬迁情况/年度'),
  household('site', '安置点', 'Resettlement site',
    '安置点名称 安置小区 搬迁安置点 安置区 安置社区 集中安置点 安置地 安置地点 安置点所在地 搬迁情况/安置点'),
  household('room', '楼栋房号', 'Building and room',
    '房号 楼栋 楼栋号 门牌号 楼栋单元房号 楼号房号 住房编号 栋号 楼栋门牌 安置房号 房间号'),
  household('cause', '致贫原因', 'Cause of poverty',
    '主要致贫原因 致贫返贫原因 返贫原因 贫困原因 致贫主因 风险类型 致贫风险 返贫风险'),
  household('perCapitaIncome', '年人均纯收入', 'Income per head and year',
    '人均纯收入 家庭人均纯收入 家庭年人均纯收入 人均年纯收入 人均收入 年人均收入 家庭人均收入 人均可支配收入'),
  household('landMu', '耕地面积', 'Farmland',
    '耕地 承包地面积 承包耕地面积 土地面积 耕地亩数 承包地 田土面积'),
  household('hhPhone', '户联系电话', 'Household phone',
    '家庭联系电话 户主电话 户主联系电话 户主联系方式 户主手机 户主手机号 户主手机号码 家庭电话 户电话 户主/电话 户主/联系电话 户主信息/联系电话'),
  household('contactName', '包保联系干部', 'Contact cadre',
    '包保干部 包保人 包保责任人 包保人员 包保联系人 联系干部 帮扶干部 帮扶人 帮扶责任人 帮扶联系人 ' +
      '结对帮扶人 结对帮扶干部 包户干部 联户干部 联系人 挂帮干部 帮扶责任人姓名 包保/姓名 帮扶/姓名'),
  household('gridName', '网格员', 'Grid member', '网格员姓名 网格长 所属网格员 网格责任人 网格管理员 网格/姓名'),

  person('seq', '序号', 'No.', '编号 序列 序 NO 行号 顺序号'),
  person('personNo', '人口编号', 'Person no.', '人员编号 人口编码 个人编号 贫困人口编号 人员编码 人口ID 成员编号'),
  person('name', '姓名', 'Name',
    '家庭成员姓名 成员姓名 人员姓名 劳动力姓名 务工人员姓名 名字 务工人员 家庭成员 贫困人口姓名 劳动者姓名 本人姓名 就业人员姓名', true),
  person('idNo', '证件号码', 'ID number',
    '身份证号 身份证号码 身份证 公民身份号码 公民身份证号 居民身份证号 居民身份证号码 证件号 成员身份证号 成员身份证号码 家庭成员身份证号 ' +
      '家庭成员身份证号码 成员证件号码 人员身份证号 身份证件号码 二代身份证号 第二代身份证号码 身份证编号 证号', true),
  person('sex', '性别', 'Sex', '男女 成员性别'),
  person('birth', '出生日期', 'Born', '出生年月 出生年月日 出生时间 生日 出生'),
  person('ethnic', '民族', 'Ethnic group', '族别 民族成份 民族成分'),
  person('relation', '与户主关系', 'Relation to head',
    '关系 与户主的关系 和户主关系 和户主的关系 户主关系 家庭关系 与户主之关系 成员关系 称谓 与户主'),
  person('education', '文化程度', 'Education', '学历 受教育程度 文化 最高学历 教育程度 文化水平'),
  person('inSchool', '在校生状况', 'In school', '在校状况 在校情况 是否在校 是否在校生 是否学生 就读情况 就学情况 在读情况 在校生情况'),
  person('health', '健康状况', 'Health', '健康情况 身体状况 健康 身体健康状况 身体情况'),
  person('disability', '残疾类别等级', 'Disability',
    '残疾 残疾情况 残疾类别 残疾等级 残疾类别及等级 残疾类型等级 残疾证类别等级 是否残疾 残疾类型 残疾证号 残疾人证号'),
  person('labourSkill', '劳动技能', 'Labour skill',
    '劳动能力 劳动力类型 劳动力情况 劳动力状况 劳动力 劳动技能情况 有无劳动力 有无劳动能力 是否劳动力 劳动力类别'),
  person('registerDivision', '户籍地', 'Registered in',
    '户籍所在地 户口所在地 户籍所在地址 户口所在地址 户口地址 户口地 户籍详细地址 户籍地详址 户籍登记地 户口登记地 本人户籍地 个人户籍地 成员户籍地 户籍地所在村'),
  person('popClass', '人口资源分类', 'Population class', '人员分类 人口分类 人力资源分类 人口状态 人员状态 人口资源类别'),
  person('marital', '婚姻状况', 'Marital status', '婚姻 婚姻情况 婚否'),
  person('political', '政治面貌', 'Political affiliation', '政治面目 党员 是否党员 政治身份'),
  person('phone', '联系电话', 'Phone',
    '电话 手机 手机号 手机号码 联系方式 电话号码 本人电话 个人联系电话 成员电话 成员联系电话 本人联系电话 务工人员联系电话 联系号码 个人电话 电话手机'),
  person('dibao', '是否低保', 'Subsistence allowance', '低保 是否低保户 是否享受低保 是否农村低保 享受低保 低保户 是否享受农村低保 低保对象'),
  person('tekun', '是否特困', 'Destitute support', '特困 是否特困供养 是否特困人员 特困供养 是否五保 五保 五保户 特困供养人员'),
  person('bankNo', '社保卡号', 'Bank card',
    '社会保障卡号 社保卡 银行卡号 银行账号 银行卡账号 一折通账号 一折通 一卡通 一卡通账号 社保卡银行账号 惠农一折通账号 账号 卡号'),
  person('skills', '技能特长', 'Skills', '特长 技能 掌握技能 技能情况 持有技能 技术特长 职业技能 技能证书'),
  person('intent', '就业意愿', 'Job intention',
    '务工意愿 求职意愿 意愿 外出务工意愿 就业意向 就业创业意愿 务工意向 意向 求职意向 是否有就业意愿 是否有务工意愿'),

  work('workStatus', '务工状况', 'Work status',
    '就业状态 就业状况 就业情况 务工情况 目前状况 是否就业 是否务工 是否外出务工 外出务工情况 就业失业状态 当前就业状态 是否已就业 目前就业状况 当前状态 转移就业状况 务工区域 目前从事工作'),
  work('employer', '务工企业名称', 'Employer',
    '务工企业 务工单位 就业单位 工作单位 企业名称 单位名称 用工单位 用工企业 用人单位 就业企业 务工单位名称 就业单位名称 单位 务工企业及岗位 工作单位名称 公司名称 就业企业名称'),
  work('uscc', '统一社会信用代码', 'Employer code', '信用代码 社会信用代码 企业信用代码 单位信用代码 统一信用代码 组织机构代码 营业执照号'),
  work('occupation', '工种', 'Occupation', '职业 岗位 岗位名称 从事工种 务工工种 就业岗位 从事职业 职业工种 工作岗位 从事岗位 职位 从事工作'),
  work('industry', '行业', 'Industry', '所属行业 从事行业 行业类别 产业 行业类型 务工行业 就业行业 产业类别'),
  work('place', '务工地点', 'Place of work',
    '务工地 务工所在地 就业地点 就业地 务工地址 工作地点 外出地点 外出务工地点 务工省市 转移就业地 就业地址 就业所在地 务工就业地点 务工去向 外出地 工作地 务工地区 外出务工地 务工/地点 务工/地址 就业/地点'),
  work('workFrom', '务工开始时间', 'Working since',
    '务工起始时间 开始务工时间 外出时间 外出务工时间 就业时间 入职时间 到岗时间 开始时间 起始时间 上岗时间 返岗时间 外出务工开始时间 就业开始时间 就业起始时间 务工时间起 务工/起 务工/开始'),
  work('workTo', '务工结束时间', 'Worked until',
    '结束务工时间 返乡时间 离职时间 结束时间 终止时间 务工终止时间 离岗时间 就业结束时间 就业终止时间 务工截止时间 务工时间止 务工/止 务工/结束'),
  work('months', '务工时间', 'Months worked',
    '务工月数 务工时长 务工月份数 外出务工月数 就业月数 务工时间月 今年务工月数 累计务工月数 务工时间个月 务工时间(月) 就业时长'),
  work('wage', '月收入', 'Monthly wage',
    '月工资 月薪 工资 工资收入 务工收入 务工月收入 月均收入 月平均工资 月工资收入 工资水平 薪资 薪酬 月均工资 收入 务工工资 月平均收入 工资待遇 月务工收入'),
  work('channel', '就业渠道', 'Channel', '务工渠道 输出方式 转移方式 输出渠道 转移就业方式 外出方式 务工方式 就业途径 输出途径'),
  work('organised', '是否有组织', 'Organised',
    '是否有组织输出 是否组织输出 有组织输出 组织化输出 是否有组织劳务输出 是否组织化输出 是否政府组织 有组织'),
  work('form', '就业形式', 'Form of work', '就业类型 就业类别 就业方式 务工类型 就业形态'),
  work('contract', '合同类型', 'Contract',
    '劳动合同 是否签订劳动合同 是否签订合同 劳动合同类型 合同 签订合同情况 是否签合同 劳动合同签订情况 合同签订情况 合同/类型'),
  work('contractFrom', '合同起', 'Contract from',
    '合同开始时间 合同起始时间 合同起始日期 合同签订时间 合同开始日期 合同/起 合同/起始 合同/开始时间 合同/起始时间'),
  work('contractTo', '合同止', 'Contract to',
    '合同结束时间 合同终止时间 合同到期时间 合同终止日期 合同到期日 合同结束日期 合同/止 合同/终止 合同/结束时间 合同/终止时间'),
  work('gainType', '返岗/增岗/稳岗', 'Return, new or kept job', '返岗增岗稳岗 返岗类型 就业增量类型 岗位性质 稳岗情况 返岗情况 返岗或新增'),
  work('postType', '公益性岗位类型', 'Public post',
    '公益性岗位 公益岗位 公益岗 公益岗类型 公益岗位类型 公岗类型 公益性岗位名称 是否公益性岗位 公益性岗位类别'),
  work('verifiedOn', '核实日期', 'Verified on', '核实时间 核查时间 核查日期 走访时间 入户时间 更新时间 调查时间 登记时间 登记日期 走访日期'),
  work('verifyMethod', '核实方式', 'How verified', '核查方式 核实途径 走访方式 联系核实方式 核查途径'),
  work('training', '培训情况', 'Training', '是否参加培训 是否培训 参加培训 培训 培训名称 参训情况 培训内容 培训工种 技能培训情况 培训项目 培训需求'),
  work('trainingOn', '培训时间', 'Trained on', '培训日期 参训时间 参加培训时间 培训起止时间 培训/时间'),
  work('remark', '备注', 'Remark', '说明 附注 备注说明 其他 其他情况 情况说明'),
] as const satisfies readonly RosterField[]

/** Key of a roster column; the same word in mappings, drafts, issues, template and demo. */
export type RosterFieldKey = (typeof ROSTER_FIELDS)[number]['key']

const BY_KEY: ReadonlyMap<string, RosterField> = new Map(ROSTER_FIELDS.map((entry) => [entry.key, entry]))

/** The field of a key; throws on a key that is none, so check foreign input with `isRosterFieldKey` first. */
export function rosterField(key: RosterFieldKey): RosterField {
  const found = BY_KEY.get(key)
  if (!found) throw new RangeError(`Not a roster field: ${key}`)
  return found
}

/** True for a text that is the key of a roster column. */
export function isRosterFieldKey(text: string): text is RosterFieldKey {
  return BY_KEY.has(text)
}
