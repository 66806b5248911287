import type { CodeList, CodeOf } from './code-list.ts'

/**
 * Starter set of the Occupational Classification (职业分类大典 2022): what migrant workers of the prefecture
 * mostly do. Officers extend it from the official list; `6-99`, unskilled factory work, is this
 * project's own.
 */
export const OCCUPATION = [
  {
    code: '6-05-01-03', zh: '缝纫工', en: 'Sewing machinist',
    aliases: ['缝纫', '平车', '车位工', '车位', '服装工', '制衣工', '缝纫车工', '缝制工'],
  },
  { code: '6-05-01-02', zh: '裁剪工', en: 'Cutter', aliases: ['裁剪', '裁床'] },
  { code: '6-05-03-01', zh: '制鞋工', en: 'Shoemaker', aliases: ['鞋工', '鞋厂工人', '针车工', '做鞋'] },
  { code: '6-25-04-07', zh: '电子装接工', en: 'Electronics assembler', aliases: ['电子厂工人', '电子工', '流水线装配', '插件工'] },
  { code: '6-14-02-01', zh: '塑料成型工', en: 'Plastics moulder', aliases: ['注塑工', '注塑', '塑胶工'] },
  { code: '6-18-01-01', zh: '车工', en: 'Lathe operator', aliases: ['数控车工', '数控车床'] },
  { code: '6-18-02-04', zh: '焊工', en: 'Welder', aliases: ['电焊工', '电焊', '焊接工', '氩弧焊'] },
  { code: '6-20-01-01', zh: '装配钳工', en: 'Fitter', aliases: ['钳工', '装配工', '装配'] },
  { code: '6-31-01-03', zh: '电工', en: 'Electrician', aliases: ['水电工', '水电'] },
  { code: '6-29-01-01', zh: '砌筑工', en: 'Bricklayer', aliases: ['泥工', '泥瓦工', '瓦工', '砌砖', '泥水工', '砖工'] },
  { code: '6-29-01-03', zh: '混凝土工', en: 'Concrete worker', aliases: ['混泥土工', '砼工'] },
  { code: '6-29-01-04', zh: '钢筋工', en: 'Steel fixer', aliases: ['扎钢筋', '钢筋'] },
  { code: '6-29-01-05', zh: '架子工', en: 'Scaffolder', aliases: ['搭架', '外架工'] },
  { code: '6-29-04-01', zh: '装饰装修工', en: 'Decorator', aliases: ['装修工', '装修', '油漆工', '贴砖', '木工'] },
  {
    code: '6-30-05-01', zh: '起重装卸机械操作工', en: 'Crane and loading operator',
    aliases: ['起重装卸操作工', '塔吊', '塔吊司机', '叉车', '叉车工', '吊车司机'],
  },
  {
    code: '6-99', zh: '普工', en: 'Unskilled factory worker',
    aliases: ['打工', '工人', '普通工人', '操作工', '流水线', '员工', '务工', '工厂', '进厂', '厂工', '作业员', '普通员工'],
  },
  { code: '4-10-01-06', zh: '家政服务员', en: 'Domestic worker', aliases: ['家政', '保姆', '月嫂', '钟点工'] },
  { code: '4-10-01-05', zh: '养老护理员', en: 'Elderly care worker', aliases: ['护工', '护理员', '养老护理'] },
  { code: '4-10-01-02', zh: '育婴员', en: 'Infant care worker', aliases: ['育婴', '育儿嫂'] },
  { code: '4-07-05-01', zh: '保安员', en: 'Security guard', aliases: ['保安', '门卫'] },
  { code: '4-09-08-01', zh: '保洁员', en: 'Cleaner', aliases: ['保洁', '清洁工', '环卫工', '环卫', '扫地'] },
  { code: '4-03-02-01', zh: '中式烹调师', en: 'Cook', aliases: ['厨师', '厨工', '炒菜', '厨房'] },
  { code: '4-03-02-05', zh: '餐厅服务员', en: 'Waiter', aliases: ['服务员', '传菜员', '餐饮服务'] },
  { code: '4-02-07-08', zh: '快递员', en: 'Courier', aliases: ['快递', '送快递'] },
  { code: '4-02-07-10', zh: '网约配送员', en: 'Delivery rider', aliases: ['外卖', '外卖员', '送外卖', '骑手'] },
  { code: '4-02-02-02', zh: '货运驾驶员', en: 'Lorry driver', aliases: ['司机', '货车司机', '驾驶员', '跑车', '开车', '跑运输'] },
  { code: '4-02-06-01', zh: '仓储管理员', en: 'Warehouse keeper', aliases: ['仓管', '仓库管理员', '仓管员'] },
  { code: '5-01-02-01', zh: '农艺工', en: 'Crop worker', aliases: ['种植', '种植工', '种植员', '采茶', '摘茶'] },
  { code: '5-01-02-03', zh: '食用菌生产工', en: 'Mushroom grower', aliases: ['食用菌', '种菌', '菌菇'] },
  { code: '5-01-02-05', zh: '中药材种植员', en: 'Herb grower', aliases: ['中药材', '药材种植', '种药材'] },
  { code: '5-02-03-01', zh: '护林员', en: 'Forest ranger', aliases: ['生态护林员', '护林'] },
] as const satisfies CodeList

export type Occupation = CodeOf<typeof OCCUPATION>

/** Major groups of the Occupational Classification, the first digit of a code. */
export const OCCUPATION_MAJOR = [
  { code: '1', zh: '党的机关、国家机关、群众团体和社会组织、企事业单位负责人', en: 'Leaders', aliases: ['负责人'] },
  { code: '2', zh: '专业技术人员', en: 'Professionals', aliases: ['专业技术'] },
  { code: '3', zh: '办事人员和有关人员', en: 'Clerks', aliases: ['办事'] },
  { code: '4', zh: '社会生产服务和生活服务人员', en: 'Service workers', aliases: ['社会生产和生活服务'] },
  { code: '5', zh: '农、林、牧、渔业生产及辅助人员', en: 'Agricultural workers', aliases: ['农林牧渔'] },
  { code: '6', zh: '生产制造及有关人员', en: 'Production workers', aliases: ['生产制造'] },
  { code: '7', zh: '军队人员', en: 'Armed forces', aliases: ['军队'] },
  { code: '8', zh: '不便分类的其他从业人员', en: 'Others', aliases: ['其他'] },
] as const satisfies CodeList

/** True for a code of the official form, e.g. `6-05-01-03`. */
export function isOfficialOccupation(code: string): boolean {
  return /^[1-8]-\d{2}-\d{2}-\d{2}$/u.test(code)
}
