import { compactText } from '@anye/kernel/text'
import { findCode } from './code-list.ts'
import type { CodeEntry, CodeOf } from './code-list.ts'

/**
 * GB/T 3304-1991: two-digit and letter codes of the 56 nationalities, and 97/98 of registration practice.
 * 黎族 in Qianxinan are a local group (里民), not an error; 穿青人 are registered as not yet identified.
 */
export const ETHNIC = [
  { code: '01', zh: '汉族', en: 'Han', letters: 'HA', aliases: ['汉', 'HA', '汗'] },
  { code: '02', zh: '蒙古族', en: 'Mongol', letters: 'MG', aliases: ['蒙古', 'MG'] },
  { code: '03', zh: '回族', en: 'Hui', letters: 'HU', aliases: ['回', 'HU'] },
  { code: '04', zh: '藏族', en: 'Tibetan', letters: 'ZA', aliases: ['藏', 'ZA'] },
  { code: '05', zh: '维吾尔族', en: 'Uyghur', letters: 'UG', aliases: ['维吾尔', 'UG'] },
  { code: '06', zh: '苗族', en: 'Miao', letters: 'MH', aliases: ['苗', 'MH', '苖'] },
  { code: '07', zh: '彝族', en: 'Yi', letters: 'YI', aliases: ['彝', 'YI', '夷'] },
  { code: '08', zh: '壮族', en: 'Zhuang', letters: 'ZH', aliases: ['壮', 'ZH'] },
  { code: '09', zh: '布依族', en: 'Buyi', letters: 'BY', aliases: ['布依', 'BY', '布衣', '布一', '布伊'] },
  { code: '10', zh: '朝鲜族', en: 'Korean', letters: 'CS', aliases: ['朝鲜', 'CS'] },
  { code: '11', zh: '满族', en: 'Manchu', letters: 'MA', aliases: ['满', 'MA'] },
  { code: '12', zh: '侗族', en: 'Dong', letters: 'DO', aliases: ['侗', 'DO', '峒'] },
  { code: '13', zh: '瑶族', en: 'Yao', letters: 'YA', aliases: ['瑶', 'YA'] },
  { code: '14', zh: '白族', en: 'Bai', letters: 'BA', aliases: ['白', 'BA'] },
  { code: '15', zh: '土家族', en: 'Tujia', letters: 'TJ', aliases: ['土家', 'TJ'] },
  { code: '16', zh: '哈尼族', en: 'Hani', letters: 'HN', aliases: ['哈尼', 'HN'] },
  { code: '17', zh: '哈萨克族', en: 'Kazak', letters: 'KZ', aliases: ['哈萨克', 'KZ'] },
  { code: '18', zh: '傣族', en: 'Dai', letters: 'DA', aliases: ['傣', 'DA'] },
  { code: '19', zh: '黎族', en: 'Li', letters: 'LI', aliases: ['黎', 'LI', '里民'] },
  { code: '20', zh: '傈僳族', en: 'Lisu', letters: 'LS', aliases: ['傈僳', 'LS'] },
  { code: '21', zh: '佤族', en: 'Va', letters: 'VA', aliases: ['佤', 'VA'] },
  { code: '22', zh: '畲族', en: 'She', letters: 'SH', aliases: ['畲', 'SH'] },
  { code: '23', zh: '高山族', en: 'Gaoshan', letters: 'GS', aliases: ['高山', 'GS'] },
  { code: '24', zh: '拉祜族', en: 'Lahu', letters: 'LH', aliases: ['拉祜', 'LH'] },
  { code: '25', zh: '水族', en: 'Sui', letters: 'SU', aliases: ['水', 'SU', '水家'] },
  { code: '26', zh: '东乡族', en: 'Dongxiang', letters: 'DX', aliases: ['东乡', 'DX'] },
  { code: '27', zh: '纳西族', en: 'Naxi', letters: 'NX', aliases: ['纳西', 'NX'] },
  { code: '28', zh: '景颇族', en: 'Jingpo', letters: 'JP', aliases: ['景颇', 'JP'] },
  { code: '29', zh: '柯尔克孜族', en: 'Kirgiz', letters: 'KG', aliases: ['柯尔克孜', 'KG'] },
  { code: '30', zh: '土族', en: 'Tu', letters: 'TU', aliases: ['土', 'TU'] },
  { code: '31', zh: '达斡尔族', en: 'Daur', letters: 'DU', aliases: ['达斡尔', 'DU'] },
  { code: '32', zh: '仫佬族', en: 'Mulao', letters: 'ML', aliases: ['仫佬', 'ML'] },
  { code: '33', zh: '羌族', en: 'Qiang', letters: 'QI', aliases: ['羌', 'QI'] },
  { code: '34', zh: '布朗族', en: 'Blang', letters: 'BL', aliases: ['布朗', 'BL'] },
  { code: '35', zh: '撒拉族', en: 'Salar', letters: 'SL', aliases: ['撒拉', 'SL'] },
  { code: '36', zh: '毛南族', en: 'Maonan', letters: 'MN', aliases: ['毛南', 'MN'] },
  { code: '37', zh: '仡佬族', en: 'Gelao', letters: 'GL', aliases: ['仡佬', 'GL', '仡老', '革佬', '仡姥'] },
  { code: '38', zh: '锡伯族', en: 'Xibe', letters: 'XB', aliases: ['锡伯', 'XB'] },
  { code: '39', zh: '阿昌族', en: 'Achang', letters: 'AC', aliases: ['阿昌', 'AC'] },
  { code: '40', zh: '普米族', en: 'Pumi', letters: 'PM', aliases: ['普米', 'PM'] },
  { code: '41', zh: '塔吉克族', en: 'Tajik', letters: 'TA', aliases: ['塔吉克', 'TA'] },
  { code: '42', zh: '怒族', en: 'Nu', letters: 'NU', aliases: ['怒', 'NU'] },
  { code: '43', zh: '乌孜别克族', en: 'Uzbek', letters: 'UZ', aliases: ['乌孜别克', 'UZ'] },
  { code: '44', zh: '俄罗斯族', en: 'Russian', letters: 'RS', aliases: ['俄罗斯', 'RS'] },
  { code: '45', zh: '鄂温克族', en: 'Ewenki', letters: 'EW', aliases: ['鄂温克', 'EW'] },
  { code: '46', zh: '德昂族', en: 'Deang', letters: 'DE', aliases: ['德昂', 'DE'] },
  { code: '47', zh: '保安族', en: 'Bonan', letters: 'BN', aliases: ['保安', 'BN'] },
  { code: '48', zh: '裕固族', en: 'Yugur', letters: 'YG', aliases: ['裕固', 'YG'] },
  { code: '49', zh: '京族', en: 'Gin', letters: 'GI', aliases: ['京', 'GI'] },
  { code: '50', zh: '塔塔尔族', en: 'Tatar', letters: 'TT', aliases: ['塔塔尔', 'TT'] },
  { code: '51', zh: '独龙族', en: 'Derung', letters: 'DR', aliases: ['独龙', 'DR'] },
  { code: '52', zh: '鄂伦春族', en: 'Oroqen', letters: 'OR', aliases: ['鄂伦春', 'OR'] },
  { code: '53', zh: '赫哲族', en: 'Hezhen', letters: 'HZ', aliases: ['赫哲', 'HZ'] },
  { code: '54', zh: '门巴族', en: 'Monba', letters: 'MB', aliases: ['门巴', 'MB'] },
  { code: '55', zh: '珞巴族', en: 'Lhoba', letters: 'LB', aliases: ['珞巴', 'LB'] },
  { code: '56', zh: '基诺族', en: 'Jino', letters: 'JN', aliases: ['基诺', 'JN'] },
  {
    code: '97', zh: '其他', en: 'Other, not identified', letters: '',
    aliases: ['穿青人', '穿青', '穿青族', '未识别民族', '未识别', '其它', '亻革家人', '革家人'],
  },
  { code: '98', zh: '外国血统', en: 'Foreign descent', letters: '', aliases: ['外国血统中国籍', '入籍'] },
] as const satisfies readonly (CodeEntry & { letters: string })[]

export type Ethnic = CodeOf<typeof ETHNIC>

/**
 * The nationality a cell means: 布依, 布依族, 布衣族, 布依(BY), 09 and BY are one (DOMAIN §3.3-7).
 * Undefined when unknown: the importer then stores 97 with a warning.
 */
export function findEthnic(text: string): Ethnic | undefined {
  const word = compactText(text)
  return findCode(ETHNIC, word) ?? findCode(ETHNIC, word.replace(/\(.*\)$/u, '')) ?? findBare(word)
}

function findBare(word: string): Ethnic | undefined {
  const bare = word.replace(/\(.*\)$/u, '').replace(/(民族|族|人)$/u, '')
  return bare === '' ? undefined : findCode(ETHNIC, bare)
}
