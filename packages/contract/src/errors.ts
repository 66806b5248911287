/**
 * The one table of errors. `retry` drives every outbox and client:
 * `later` try again by itself, `after-login` once signed in, `ask-person` show it and wait, `never` park it.
 */
export type Retry = 'later' | 'after-login' | 'ask-person' | 'never'
export type ErrorEntry = { status: number; retry: Retry; zh: string; en: string }

export const ERRORS = {
  request_invalid: { status: 400, retry: 'never', zh: '提交的内容不符合要求，请按提示修改后再试。', en: 'The request is not valid. Correct the marked fields and try again.' },
  signed_out: { status: 401, retry: 'after-login', zh: '登录已失效，请重新登录。', en: 'You are signed out. Sign in again.' },
  log_in_failed: { status: 401, retry: 'ask-person', zh: '用户名或密码不正确。', en: 'The user name or the password is wrong.' },
  account_locked: { status: 423, retry: 'ask-person', zh: '连续输错五次，账号已锁定十五分钟；如需提前解锁，请联系安全管理员。', en: 'Five failures: the account is locked for fifteen minutes. A security administrator can unlock it.' },
  totp_required: { status: 401, retry: 'ask-person', zh: '请输入动态口令。', en: 'Enter the one-time code.' },
  password_must_change: { status: 403, retry: 'ask-person', zh: '首次登录须先修改密码。', en: 'Change the first password before you go on.' },
  password_weak: { status: 422, retry: 'ask-person', zh: '密码至少 10 位，须同时含字母、数字和符号，且不能含用户名。', en: 'A password needs 10 characters with letters, digits and a symbol, and must not contain the user name.' },
  forbidden: { status: 403, retry: 'never', zh: '您的岗位没有这项权限。', en: 'Your role does not permit this.' },
  not_found: { status: 404, retry: 'never', zh: '没有找到，或不在您的管辖范围内。', en: 'Not found, or outside your area.' },
  stale_version: { status: 409, retry: 'ask-person', zh: '这条记录刚被别人修改，请刷新后对照再改。', en: 'Somebody changed this record meanwhile. Reload and compare.' },
  command_mismatch: { status: 409, retry: 'never', zh: '同一编号的操作内容不一致，未予执行。', en: 'The same command id came with different content; nothing was done.' },
  too_large: { status: 413, retry: 'never', zh: '文件超过 64 MB，请拆分后上传。', en: 'The file is larger than 64 MB. Split it and upload the parts.' },
  too_many_requests: { status: 429, retry: 'later', zh: '操作太频繁，请稍后再试。', en: 'Too many requests. Try again shortly.' },
  reason_required: { status: 422, retry: 'ask-person', zh: '请填写理由（至少四个字）。', en: 'Give a reason.' },
  quota_exceeded: { status: 429, retry: 'ask-person', zh: '今天查看敏感信息的次数已用完。', en: 'The quota of reveals for today is used up.' },
  approval_required: { status: 403, retry: 'ask-person', zh: '超过 200 行的导出须经批准，已提交申请。', en: 'An export of more than 200 rows needs approval; the request was filed.' },
  separation_of_duties: { status: 409, retry: 'never', zh: '填报人与审核人不能是同一人。', en: 'The person who filled it in may not approve it.' },
  administrator_conflict: { status: 409, retry: 'never', zh: '系统、安全、审计三个管理员岗位不得兼任。', en: 'Nobody may hold two of the three administrator roles.' },
  user_name_taken: { status: 409, retry: 'ask-person', zh: '用户名已被使用，请换一个。', en: 'The user name is taken.' },
  already_done: { status: 409, retry: 'never', zh: '这一步已经完成，无需重复。', en: 'This was already done.' },
  wrong_state: { status: 409, retry: 'ask-person', zh: '当前状态下不能这样操作，请刷新后再看。', en: 'Not possible in the present state. Reload and look again.' },
  episode_dates_invalid: { status: 422, retry: 'ask-person', zh: '结束日期不能早于开始日期，开始日期不能晚于今天。', en: 'The end must not precede the start, and the start must not be in the future.' },
  schooling_conflict: { status: 422, retry: 'ask-person', zh: '文化程度和在校生状况须填且只能填一项，请清空另一项。', en: 'Fill in either the education or the state at school, not both.' },
  exemption_dates_invalid: { status: 422, retry: 'ask-person', zh: '暂不能就业最长六个月（哺乳期十二个月），止日不能早于起日；到期须重新评估、重新申请。', en: 'An exemption lasts six months at most (nursing twelve) and does not end before it begins; afterwards it is assessed and asked for anew.' },
  episode_overlap: { status: 409, retry: 'ask-person', zh: '与该人另一段全职就业重叠超过 7 天，请先结束前一段。', en: 'It overlaps another full-time job by more than 7 days. End that one first.' },
  under_age: { status: 422, retry: 'never', zh: '就业开始时未满 16 周岁，不能登记，请立即核实是否童工。', en: 'Under 16 at the start of work: not recorded; check for child labour at once.' },
  wage_out_of_range: { status: 422, retry: 'ask-person', zh: '月工资超过 50,000 元，请核对单位。', en: 'The monthly wage exceeds 50,000 yuan. Check the unit.' },
  division_invalid: { status: 422, retry: 'ask-person', zh: '区划代码在该日期无效，请重新选择。', en: 'The division code is not valid on that date. Choose again.' },
  card_month_invalid: { status: 422, retry: 'ask-person', zh: '不能核查还没有到的月份，请检查手机日期。', en: 'A month that has not begun cannot be checked. Look at the date of the phone.' },
  card_no_change_refused: { status: 422, retry: 'ask-person', zh: '这一行不能一键确认“无变化”，请按实际情况核查后填写。', en: 'This line cannot be confirmed by "no change". Check it and fill in what you find.' },
  card_method_required: { status: 422, retry: 'ask-person', zh: '请选择核查方式。', en: 'Choose how it was checked.' },
  card_place_required: { status: 422, retry: 'ask-person', zh: '入户核查须记录地点：打开定位，或写明地点。', en: 'A home visit tells where it was: allow the location, or write the place.' },
  card_job_contradicts: { status: 422, retry: 'ask-person', zh: '核查状态与就业记录不一致：在业须有一份在职工作，不在业须先结束在职工作。', en: 'The status contradicts the job: at work needs an open job, not at work must not leave one open.' },
  card_line_missing: { status: 404, retry: 'never', zh: '这个人这个月没有服务卡行，请核对是否已退出或迁出。', en: 'This person has no line for the month: perhaps they left the base or moved.' },
  card_nothing_to_review: { status: 409, retry: 'ask-person', zh: '没有等待审核的行，请调整筛选条件。', en: 'No line waits for a review. Change the filter.' },
  card_month_blocked: { status: 409, retry: 'ask-person', zh: '还有没核查、没审核或没认定的行，或下级没有封账，不能封账；请先按所列处理。', en: 'Lines still wait for a check, a review or a decision, or a place below is not closed. See to what is listed first.' },
  card_nothing_to_sample: { status: 409, retry: 'ask-person', zh: '这个地方本月还没有可抽的核查行。', en: 'This place has no checked line this month to draw from.' },
  need_date_invalid: { status: 422, retry: 'ask-person', zh: '日期不对：服务日期须在登记之后、今天之前（含当天），办理期限不能早于今天。', en: 'A service lies between the day the need was raised and today; a due day does not lie in the past.' },
  owner_not_in_charge: { status: 422, retry: 'ask-person', zh: '这个人在这个村没有办理权限，请换一个人，或只写姓名。', en: 'This person has no charge of that village. Choose another, or give a name only.' },
  zero_case_unverified: { status: 422, retry: 'ask-person', zh: '不能销号：须有一份本户在职、依据在有效期内的就业记录。请先登记并核实就业。', en: 'It cannot be closed: an open job of the household with fresh evidence is needed. Record and verify it first.' },
  file_unreadable: { status: 422, retry: 'never', zh: '文件读不出来，请按提示另存后再上传。', en: 'The file cannot be read. Save it as advised and upload again.' },
  file_uploaded_before: { status: 409, retry: 'ask-person', zh: '同一份文件已经导入过，没有再次写入。', en: 'This very file was imported before; nothing was written again.' },
  import_empty: { status: 422, retry: 'ask-person', zh: '没有一行可以写入，什么也没有写。请按检查结果改好后重新上传。', en: 'No row can be written; nothing was. Mend the file as advised and upload it again.' },
  mapping_incomplete: { status: 422, retry: 'ask-person', zh: '必填列还没有对应，请先完成列对应。', en: 'Required columns are not mapped yet.' },
  day_not_closed: { status: 409, retry: 'ask-person', zh: '当日数据尚未封账，不能签发。', en: 'The day is not closed yet.' },
  day_not_frozen: { status: 409, retry: 'never', zh: '这一天没有封账，只有事后推算的数字，没有冻结的名单；请点数字查看推算名单。', en: 'That day was never closed: only sums exist. Open a figure for the list worked out from facts.' },
  report_signed: { status: 409, retry: 'never', zh: '战报已签发，不能修改；请另发更正。', en: 'The report is signed and immutable; issue a correction.' },
  post_held: { status: 409, retry: 'ask-person', zh: '该岗位当前有人任职，请先结束其任期。', en: 'The post is held. End the present term first.' },
  grid_not_held: { status: 409, retry: 'ask-person', zh: '该网格现在没有网格员，或已换人，请刷新后再看。', en: 'Nobody holds this grid now, or its holder changed. Reload and look again.' },
  offer_open: { status: 409, retry: 'ask-person', zh: '该网格已有一份交接待对方答复，请先撤回。', en: 'An offer of this grid waits for its answer. Withdraw it first.' },
  offer_closed: { status: 409, retry: 'never', zh: '这份交接已答复、已撤回或已过七天，不能再办。', en: 'This offer was answered, withdrawn or is older than seven days.' },
  offer_person_unfit: { status: 409, retry: 'ask-person', zh: '接手人须是另一位管得到该村、能接网格的在用账号。', en: 'The other person needs another active account that covers this village and may take a grid.' },
  handover_dates_invalid: { status: 422, retry: 'ask-person', zh: '交接日不能早于今天，须在现任网格员任期开始之后。', en: 'A grid changes hands from today on, and after the present term began.' },
  party_group_needed: { status: 409, retry: 'ask-person', zh: '列入期间至少要有一个党小组，请先绑定另一个。', en: 'A listed group keeps at least one Party group. Bind another one first.' },
  contact_dates_invalid: { status: 422, retry: 'ask-person', zh: '包保起日最多回溯一个月，止日不能早于起日。', en: 'A contact begins at most one month back and does not end before the start.' },
  too_many_households: { status: 422, retry: 'ask-person', zh: '一次最多指定 5000 户，请缩小范围分批办理。', en: 'At most 5,000 households at once. Narrow the filter.' },
  cards_missing: { status: 409, retry: 'ask-person', zh: '这里还没有可打印的服务卡，请先建卡。', en: 'There are no cards to print here yet. Issue them first.' },
  card_numbers_used_up: { status: 409, retry: 'never', zh: '本村 9999 个袋号已用完，请联系系统管理员。', en: 'The village has used up its 9999 bag numbers. Tell the system administrator.' },
  busy: { status: 503, retry: 'later', zh: '系统正忙，请稍后再试，已填内容不会丢失。', en: 'The system is busy. Try again shortly; nothing you typed is lost.' },
  internal: { status: 500, retry: 'ask-person', zh: '系统出错，已记录。请把错误编号告诉管理员。', en: 'Something failed and was logged. Give the number to the administrator.' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

/** Every endpoint may answer these; an endpoint lists only what is particular to it. */
export const COMMON_ERRORS = [
  'request_invalid', 'signed_out', 'forbidden', 'not_found', 'password_must_change', 'too_many_requests', 'internal',
] as const satisfies readonly ErrorCode[]
