/** Words of the shared components in `src/ui`. */
export const uiZh = {
  'plan.on_plan': '达标',
  'plan.behind': '滞后',
  'plan.far_behind': '严重滞后',
  'plan.no_data': '无数据',

  'figure.delta.up': '较{since}增加 {value}',
  'figure.delta.down': '较{since}减少 {value}',
  'figure.delta.same': '与{since}持平',
  'figure.open': '查看明细：{name}',

  'table.columns': '选择列',
  'table.columns.reset': '恢复默认列',
  'table.previous': '上一页',
  'table.next': '下一页',
  'table.range': '第 {from}–{to} 条，共 {total} 条',
  'table.range.open': '第 {from}–{to} 条',
  'table.sort.ascending': '{name}：升序，再点一次改为降序',
  'table.sort.descending': '{name}：降序，再点一次改为升序',
  'table.sort.none': '按{name}排序',

  'map.legend': '图例',
  'map.noData': '无数据',
  'map.describe': '{title}地图，共 {count} 个单位，数值见同页表格',
  'map.open': '{name}：{value}，点击查看下级',
  'map.source': '边界：国家地理信息公共服务平台（天地图），示意用途',

  'view.print': '打印',
  'view.fullScreen': '全屏',
  'view.fullScreen.leave': '退出全屏',

  'unit.household': '户',
  'unit.household.short': '户',
  'unit.person': '人',
  'unit.case': '件',
  'unit.percent': '%',
  'unit.point': '点',
} as const
