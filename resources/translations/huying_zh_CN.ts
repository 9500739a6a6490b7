<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>The names of an account have 1 to %1 bytes in one line.</source>
        <translation>账号的各名称须为一行、1 至 %1 字节。</translation>
    </message>
    <message>
        <source>Citizens have no accounts.</source>
        <translation>群众不设账号。</translation>
    </message>
    <message>
        <source>The account of a unit or township needs the code of its unit.</source>
        <translation>单位或乡镇账号须有单位代码。</translation>
    </message>
    <message>
        <source>Only accounts of units and townships belong to a unit.</source>
        <translation>只有单位和乡镇账号属于某个单位。</translation>
    </message>
    <message>
        <source>The account of a township needs the code of its region.</source>
        <translation>乡镇账号须有地区代码。</translation>
    </message>
    <message>
        <source>Only accounts of townships belong to a region.</source>
        <translation>只有乡镇账号属于某个地区。</translation>
    </message>
    <message>
        <source>There is an account with the name %1 or for the person %2 already.</source>
        <translation>名为 %1 或人员 %2 的账号已存在。</translation>
    </message>
    <message>
        <source>There is no account %1.</source>
        <translation>没有账号 %1。</translation>
    </message>
    <message>
        <source>This is not what signs anybody in.</source>
        <translation>这不是登录所用的内容。</translation>
    </message>
    <message>
        <source>Regions, units, categories and notices are changed by an administrator.</source>
        <translation>地区、单位、类别和通知由管理员更改。</translation>
    </message>
    <message>
        <source>A township enters only what lies in it.</source>
        <translation>乡镇只能录入本辖区内的诉求。</translation>
    </message>
    <message>
        <source>This is not for the role in which you are signed in.</source>
        <translation>您登录的角色不能进行此操作。</translation>
    </message>
    <message>
        <source>This ticket is not yours.</source>
        <translation>这件工单不归您办理。</translation>
    </message>
    <message>
        <source>This is for the lead unit of the ticket.</source>
        <translation>此操作由该工单的主体责任单位进行。</translation>
    </message>
    <message>
        <source>This account is closed.</source>
        <translation>该账号已停用。</translation>
    </message>
    <message>
        <source>Its author is not the one who is signed in.</source>
        <translation>操作人与登录人不一致。</translation>
    </message>
    <message>
        <source>A password has %1 to %2 bytes.</source>
        <translation>密码长度须为 %1 至 %2 字节。</translation>
    </message>
    <message>
        <source>There is not enough memory to hash a password.</source>
        <translation>内存不足，无法校验密码。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Begin handling</source>
        <translation>开始处置</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>首次反馈</translation>
    </message>
    <message>
        <source>Give the result</source>
        <translation>办结反馈</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Ask for extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Grant extension</source>
        <translation>同意延期</translation>
    </message>
    <message>
        <source>Refuse extension</source>
        <translation>不同意延期</translation>
    </message>
    <message>
        <source>Put on account</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>职责争议</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>联席会商</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>差评跟进</translation>
    </message>
    <message>
        <source>Enter rating</source>
        <translation>录入评价</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Assign to them</source>
        <translation>按职责指派</translation>
    </message>
    <message>
        <source>Classify anew</source>
        <translation>重新分类</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>变更挂账</translation>
    </message>
    <message>
        <source>To another unit</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Join to another ticket</source>
        <translation>并入其他工单</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
</context>
<context>
    <name>AreaDrawing</name>
    <message>
        <source>Draw round it with the button held, or click corner by corner; by key: arrows move, Space sets a corner. Enter closes the area, Backspace takes a corner back, Escape leaves. Corners: %1</source>
        <translation>按住左键圈出范围，或逐点单击；键盘：方向键移动，空格定点。回车闭合，退格撤回一点，Esc 退出。已定 %1 点</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>The picture is not here.</source>
        <translation>本机没有这张图片。</translation>
    </message>
    <message>
        <source>The folder %1 for pictures cannot be made.</source>
        <translation>无法建立存放图片的文件夹 %1。</translation>
    </message>
    <message>
        <source>A picture is named by its digest.</source>
        <translation>图片须以其摘要命名。</translation>
    </message>
    <message>
        <source>The picture is longer than it was named.</source>
        <translation>图片比登记的长度更长。</translation>
    </message>
    <message>
        <source>Too many pictures are on their way at this moment.</source>
        <translation>目前传送中的图片过多。</translation>
    </message>
    <message>
        <source>The picture goes on at byte %1.</source>
        <translation>图片应从第 %1 字节继续。</translation>
    </message>
    <message>
        <source>The picture is not the one of its digest.</source>
        <translation>图片与其摘要不符。</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>图片无法读取。</translation>
    </message>
    <message>
        <source>It is no JPEG, PNG or WebP picture.</source>
        <translation>不是 JPEG、PNG 或 WebP 图片。</translation>
    </message>
    <message>
        <source>It is another picture than the one that was named.</source>
        <translation>与登记的图片不符。</translation>
    </message>
</context>
<context>
    <name>Backend</name>
    <message>
        <source>The folder %1 for snapshots cannot be made.</source>
        <translation>无法建立存放初始数据的文件夹 %1。</translation>
    </message>
    <message>
        <source>Where to listen; 0 takes any free port.</source>
        <translation>监听端口；0 为任一空闲端口。</translation>
    </message>
    <message>
        <source>Where to write the port it got.</source>
        <translation>把所得端口写入此文件。</translation>
    </message>
    <message>
        <source>What the county is called.</source>
        <translation>县名。</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to 65535</source>
        <translation>--port 应为 0 至 65535 的整数</translation>
    </message>
    <message>
        <source>name the ledger with --ledger FILE</source>
        <translation>请用 --ledger FILE 指明台账</translation>
    </message>
    <message>
        <source>cannot write the port to %1</source>
        <translation>无法把端口写入 %1</translation>
    </message>
    <message>
        <source>serving %1 on port %2</source>
        <translation>正在提供 %1，端口 %2</translation>
    </message>
    <message>
        <source>Usage: huying-backend --ledger FILE [OPTIONS]</source>
        <translation>用法：huying-backend --ledger FILE [选项]</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Keeps a county&apos;s ledger and serves it to desks.</source>
        <translation>保管一个县的台账，供各席位使用。</translation>
    </message>
    <message>
        <source>A loopback address; another one only with --behind-tls.</source>
        <translation>回环地址；其他地址须同时给出 --behind-tls。</translation>
    </message>
    <message>
        <source>Serve everybody on this machine without accounts: they see and may everything.</source>
        <translation>不设账号，本机所有人可看可办一切。</translation>
    </message>
    <message>
        <source>Listen on an address that others reach. This program speaks plain HTTP: a proxy that speaks TLS has to stand before it, or passwords travel unprotected.</source>
        <translation>在他人可达的地址上监听。本程序只用明文 HTTP：前面须有支持 TLS 的代理，否则密码会明文传送。</translation>
    </message>
    <message>
        <source>Where to write the session of an account for the desk that starts this backend.</source>
        <translation>为启动本后台的席位写出登录会话的位置。</translation>
    </message>
    <message>
        <source>What that account is called, for a new one.</source>
        <translation>新建该账号时的称呼。</translation>
    </message>
    <message>
        <source>cannot write the session to %1</source>
        <translation>无法把登录会话写入 %1</translation>
    </message>
    <message>
        <source>--open is for this machine alone, not with --behind-tls</source>
        <translation>--open 仅限本机，不能与 --behind-tls 同用</translation>
    </message>
    <message>
        <source>the ledger has no accounts; make one with `huyingctl account add`, or serve everybody on this machine with --open</source>
        <translation>台账没有账号；请用 `huyingctl account add` 新建，或用 --open 供本机所有人使用</translation>
    </message>
    <message>
        <source>the database has another log than before; start again</source>
        <translation>数据库中的日志已不是原来的那份；请重新启动</translation>
    </message>
    <message>
        <source>The ledger, a file or a database such as postgresql://USER@HOST/DATABASE; made where none is.</source>
        <translation>台账：文件，或形如 postgresql://用户@主机/数据库 的数据库；没有则新建。</translation>
    </message>
    <message>
        <source>Where this backend keeps its own copy of a database&apos;s log, which can be thrown away; a folder in the user&apos;s cache where none is given.</source>
        <translation>本后台存放数据库日志副本的文件夹，副本可随时丢弃；未指定时放在用户缓存中。</translation>
    </message>
    <message>
        <source>The county&apos;s code, for a new ledger and for a database, which may hold several.</source>
        <translation>县代码：用于新建台账，也用于可存放多个县的数据库。</translation>
    </message>
    <message>
        <source>Where pictures lie: a folder, for a database one that all its backends share. Beside a ledger&apos;s file where none is given; a database then has none.</source>
        <translation>图片存放处：一个文件夹；用数据库时须为各后台共用的文件夹。不指定时放在台账文件旁；用数据库时则不收图片。</translation>
    </message>
    <message>
        <source>Speak Chinese (zh_CN), as the desks do, or English (en).</source>
        <translation>使用中文（zh_CN，与工作台一致）或英文（en）。</translation>
    </message>
</context>
<context>
    <name>BaseMap</name>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 不是文件夹。</translation>
    </message>
    <message>
        <source>The address needs %1.</source>
        <translation>地址中缺少 %1。</translation>
    </message>
    <message>
        <source>The address has to begin with http:// or https://.</source>
        <translation>地址须以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>天地图 needs a key.</source>
        <translation>使用天地图须填写密钥。</translation>
    </message>
</context>
<context>
    <name>Cache</name>
    <message>
        <source>The backend&apos;s log does not go on from what is here (at position %1).</source>
        <translation>后台的日志与本机已有内容接不上（位置 %1）。</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>It does not answer every proposal.</source>
        <translation>对提交的内容没有逐一答复。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>backend, what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What answers is no Huying backend.</source>
        <translation>应答的不是呼应后台。</translation>
    </message>
    <message>
        <source>The backend does not answer.</source>
        <translation>后台没有应答。</translation>
    </message>
    <message>
        <source>What answers is no Huying backend (status %1).</source>
        <translation>应答的不是呼应后台（状态 %1）。</translation>
    </message>
    <message>
        <source>The answer is not what protocol 1 says (%1).</source>
        <translation>应答不符合协议 1（%1）。</translation>
    </message>
    <message>
        <source>The backend speaks protocol %1, this program protocol 1.</source>
        <translation>后台使用协议 %1，本程序使用协议 1。</translation>
    </message>
</context>
<context>
    <name>CountyMap</name>
    <message>
        <source>County map</source>
        <translation>全县地图</translation>
    </message>
    <message>
        <source>Schematic map</source>
        <translation>示意图</translation>
    </message>
    <message>
        <source>Without boundaries</source>
        <translation>没有边界</translation>
    </message>
    <message>
        <source>Here are the county and its open tickets. Boundaries come with the county&apos;s ledger; tickets are shown where the filters let some pass.</source>
        <translation>这里显示全县和未办结的工单。边界随全县台账而来；工单按筛选条件显示。</translation>
    </message>
    <message>
        <source>Arrows move, plus and minus zoom, 0 shows the whole county. N and P go from mark to mark, from there arrows too; Enter opens, Escape leaves the marks. L changes the outlines, A draws an area. D turns from density to regions, V changes their level, M what is shown of them, K keeps the scale; R changes the other layers; comma and full stop go from region to region.</source>
        <translation>方向键移动，加减号缩放，0 显示全县。N 和 P 逐个走到标记，之后也可用方向键；回车打开，Esc 离开标记。L 切换界线，A 画区域。D 在密度与分区之间切换，V 换层级，M 换指标，K 锁定标尺；R 换图层；逗号和句号逐个走到地区。</translation>
    </message>
</context>
<context>
    <name>DataFiles</name>
    <message>
        <source>There is no ticket with a place, so there is no density.</source>
        <translation>没有带位置的工单，因此没有密度。</translation>
    </message>
    <message>
        <source>The density is written as GeoTIFF: .tif.</source>
        <translation>密度写成 GeoTIFF：.tif。</translation>
    </message>
    <message>
        <source>Regions are written as GeoPackage, GeoJSON or CSV: .gpkg, .geojson or .csv.</source>
        <translation>地区写成 GeoPackage、GeoJSON 或 CSV：.gpkg、.geojson 或 .csv。</translation>
    </message>
    <message>
        <source>There are no regions of this level here.</source>
        <translation>这里没有这一级的地区。</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>code of the region around it</source>
        <translation>上级地区代码</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>工单数</translation>
    </message>
    <message>
        <source>residents</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>tickets per 1,000 residents</source>
        <translation>每千人工单数</translation>
    </message>
    <message>
        <source>tickets per 100 households</source>
        <translation>每百户工单数</translation>
    </message>
    <message>
        <source>usual number of tickets</source>
        <translation>平常工单数</translation>
    </message>
    <message>
        <source>periods it is usual in</source>
        <translation>对比的往期数</translation>
    </message>
    <message>
        <source>days from one of them to the next</source>
        <translation>往期间隔（天）</translation>
    </message>
    <message>
        <source>standard deviations from the usual</source>
        <translation>与往期相差（标准差）</translation>
    </message>
    <message>
        <source>has fallen silent</source>
        <translation>是否沉默</translation>
    </message>
    <message>
        <source>milestones met on time</source>
        <translation>按时办结数</translation>
    </message>
    <message>
        <source>milestones that fell due</source>
        <translation>到期应办数</translation>
    </message>
    <message>
        <source>share on time</source>
        <translation>按时办结率</translation>
    </message>
    <message>
        <source>first day of the period</source>
        <translation>时段首日</translation>
    </message>
    <message>
        <source>last day of the period</source>
        <translation>时段末日</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选条件</translation>
    </message>
</context>
<context>
    <name>Datums</name>
    <message>
        <source>%1 is no coordinate system of the Earth.</source>
        <translation>%1 不是地球上的坐标系。</translation>
    </message>
    <message>
        <source>“%1” is no coordinate system; there are WGS-84, CGCS2000, GCJ-02, BD-09, CGCS2000/GK3-38 (a zone of three degrees by its number), CGCS2000/GK3-114E (by its meridian), CGCS2000/GK6-20, EPSG:4526.</source>
        <translation>“%1”不是坐标系；可用的有 WGS-84、CGCS2000、GCJ-02、BD-09、CGCS2000/GK3-38（三度带，按带号）、CGCS2000/GK3-114E（按中央经线）、CGCS2000/GK6-20、EPSG:4526。</translation>
    </message>
</context>
<context>
    <name>DeadlineWords</name>
    <message>
        <source>Sun</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>六</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>month, day</comment>
        <translation>%1月%2日</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>%1 (notice %2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>on account, the clock stands still</source>
        <translation>挂账，停止计时</translation>
    </message>
    <message>
        <source>%1, a day off</source>
        <translation>%1放假，不计</translation>
    </message>
    <message>
        <source>worked to make up for %1, counts</source>
        <translation>%1调休上班，计入</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末，不计</translation>
    </message>
    <message>
        <source>weekend, before the year&apos;s notice is published</source>
        <translation>周末，不计（当年放假通知尚未公布）</translation>
    </message>
    <message>
        <source>working day, before the year&apos;s notice is published</source>
        <translation>工作日（当年放假通知尚未公布）</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>acct</source>
        <comment>on account, at most two characters wide</comment>
        <translation>挂账</translation>
    </message>
    <message>
        <source>day 0</source>
        <comment>the day of the report, at most two characters wide</comment>
        <translation>当日</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>by the report</source>
        <translation>上报时确定</translation>
    </message>
    <message>
        <source>classified</source>
        <translation>分类受理</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>批准延期</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>notice published</source>
        <translation>放假通知公布</translation>
    </message>
    <message>
        <source>given by the source</source>
        <translation>来源给定</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>On account: the clock stands still until the ticket is resumed.</source>
        <translation>已挂账：恢复办理之前停止计时。</translation>
    </message>
    <message>
        <source>The deadline came with the ticket; it is kept as given and rules it.</source>
        <translation>时限随工单给定，原样保留，以此为准。</translation>
    </message>
    <message>
        <source>Provisional: it reaches into a year whose notice is not yet published; weekends are counted off, and the notice sets it anew.</source>
        <translation>暂定：跨入放假通知尚未公布的年份，先按周末推算，通知公布后重新确定。</translation>
    </message>
    <message>
        <source>Extended: %1, granted before the deadline.</source>
        <translation>延期：%1，到期前批准。</translation>
    </message>
    <message>
        <source>Extended: %1, granted after the deadline had passed.</source>
        <translation>延期：%1，到期后批准。</translation>
    </message>
    <message>
        <source>%1-%2 (%3) %4</source>
        <comment>year, month-day, weekday, time</comment>
        <translation>%1年%2（%3）%4</translation>
    </message>
    <message>
        <source>%1 (%2) %3</source>
        <comment>month-day, weekday, time</comment>
        <translation>%1（%2）%3</translation>
    </message>
    <message>
        <source>As given by the source</source>
        <translation>以来源给定的时限为准</translation>
    </message>
    <message>
        <source>Solved within %1</source>
        <translation>%1内解决</translation>
    </message>
    <message>
        <source>Solved on the same day</source>
        <translation>当日解决</translation>
    </message>
    <message numerus="yes">
        <source>First answer within %n working days</source>
        <translation>
            <numerusform>%n 个工作日内首次反馈</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Solved within %n working days</source>
        <translation>
            <numerusform>%n 个工作日内解决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more days</source>
        <translation>
            <numerusform>另有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>the day of the report</source>
        <translation>上报当日</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, set %2: %3</source>
        <translation>%1（%2 %3）</translation>
    </message>
    <message numerus="yes">
        <source>Solved within %n hours</source>
        <translation>
            <numerusform>%n 小时内解决</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>There is no room left in %1, or it may not be written.</source>
        <translation>%1 已没有空间，或不允许写入。</translation>
    </message>
    <message>
        <source>Another desk works in %1 already.</source>
        <translation>已有另一个席位在使用 %1。</translation>
    </message>
    <message>
        <source>The file of waiting actions was damaged; it was kept as %1.</source>
        <translation>待发送操作的文件已损坏，原文件另存为 %1。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1 第 %2 行：%3</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>lamp</source>
        <translation>亮灯</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>first answer</source>
        <translation>首次反馈时间</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>class</source>
        <translation>时限类型</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>category code</source>
        <translation>类别编码</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>region code</source>
        <translation>地区编码</translation>
    </message>
    <message>
        <source>region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>lead unit code</source>
        <translation>主体责任单位编码</translation>
    </message>
    <message>
        <source>lead unit</source>
        <translation>主体责任单位</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>重要等级</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>bounces</source>
        <translation>退回次数</translation>
    </message>
    <message>
        <source>reworks</source>
        <translation>重办次数</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>source&apos;s id</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>id</source>
        <translation>标识</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message>
        <source>The log holds what this version of the program does not know (position %1). Bring the program up to date.</source>
        <translation>日志中有本程序不认识的内容（位置 %1），请升级程序。</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What the citizen is told</source>
        <translation>答复群众的内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class of the deadline</source>
        <translation>时限类型</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要等级</translation>
    </message>
    <message>
        <source>1, usual</source>
        <translation>1 级 一般</translation>
    </message>
    <message>
        <source>2, important</source>
        <translation>2 级 重要</translation>
    </message>
    <message>
        <source>3, very important</source>
        <translation>3 级 很重要</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>主体单位</translation>
    </message>
    <message>
        <source>Cooperating units</source>
        <translation>配合责任单位</translation>
    </message>
    <message>
        <source>Note to the units</source>
        <translation>给单位的备注</translation>
    </message>
    <message>
        <source>No unit has this name; choose one of the list.</source>
        <translation>没有这个名称的单位，请从列表中选择。</translation>
    </message>
    <message>
        <source>Who handles it (may stay empty)</source>
        <translation>经办人（可不填）</translation>
    </message>
    <message>
        <source>The ruling</source>
        <translation>裁定意见</translation>
    </message>
    <message>
        <source>Make it part of the next responsibility list</source>
        <translation>纳入下一版责任清单</translation>
    </message>
    <message>
        <source>How much longer</source>
        <translation>延长多久</translation>
    </message>
    <message>
        <source>What the unit is told (may stay empty)</source>
        <translation>告知单位的内容（可不填）</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>下次研判日期</translation>
    </message>
    <message>
        <source>Units that took part</source>
        <translation>参加单位</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>会商日期</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>会商结论</translation>
    </message>
    <message>
        <source>Rung of the ladder</source>
        <translation>督办级别</translation>
    </message>
    <message>
        <source>What the unit is told</source>
        <translation>告知单位的内容</translation>
    </message>
    <message>
        <source>What the citizen says</source>
        <translation>群众怎么说</translation>
    </message>
    <message>
        <source>Not yet satisfied</source>
        <translation>仍不满意</translation>
    </message>
    <message>
        <source>Satisfied now</source>
        <translation>已满意</translation>
    </message>
    <message>
        <source>What was talked about</source>
        <translation>沟通情况</translation>
    </message>
    <message>
        <source>In the citizen&apos;s words (may stay empty)</source>
        <translation>群众原话（可不填）</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>回访方式</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>入户</translation>
    </message>
    <message>
        <source>The three checks</source>
        <translation>三项核查</translation>
    </message>
    <message>
        <source>Handled lawfully</source>
        <translation>合法依规</translation>
    </message>
    <message>
        <source>What was promised is done</source>
        <translation>措施落实到位</translation>
    </message>
    <message>
        <source>The citizen understands and accepts it</source>
        <translation>诉求人理解信服</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>%1 gets a queue place, a deadline and an answer of its own again. Both tickets show it.</source>
        <translation>拆分后，%1 重新单独排队、单独计时、单独反馈，两件工单均有记载。</translation>
    </message>
    <message>
        <source>Why it is another matter</source>
        <translation>为什么不是同一件事</translation>
    </message>
    <message>
        <source>Main ticket</source>
        <translation>主工单</translation>
    </message>
    <message>
        <source>Separate %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>The photos are still being made ready.</source>
        <translation>照片仍在处理中。</translation>
    </message>
    <message>
        <source>What they show (may stay empty)</source>
        <translation>照片说明（可不填）</translation>
    </message>
</context>
<context>
    <name>Geo</name>
    <message>
        <source>Nothing of the file is a region of this level here: neither a code nor a name fits.</source>
        <translation>文件中没有本县这一级的地区：代码和名称都对不上。</translation>
    </message>
    <message>
        <source>The file has no field “%1”; it has: %2.</source>
        <translation>文件中没有字段“%1”；有：%2。</translation>
    </message>
    <message>
        <source>The file made its reader crash; nothing was taken from it.</source>
        <translation>文件使读取程序崩溃；未从中导入任何内容。</translation>
    </message>
    <message>
        <source>The file&apos;s reader ended before it was done; nothing was taken from it.</source>
        <translation>读取程序未读完即结束；未从中导入任何内容。</translation>
    </message>
    <message>
        <source>The program that reads such files is not here: %1.</source>
        <translation>找不到读取此类文件的程序：%1。</translation>
    </message>
    <message>
        <source>There is more in the file than a county&apos;s map needs, or the file confused its reader.</source>
        <translation>文件内容超出县级地图所需，或读取程序未能读懂。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Reading the file took too long; nothing was taken from it.</source>
        <translation>读取文件用时过长；未从中导入任何内容。</translation>
    </message>
    <message>
        <source>the outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>%1: its border crossed itself (at %2) and was mended; its area changed by %3.</source>
        <translation>%1：边界自相交（%2 处），已修复；面积变化 %3。</translation>
    </message>
    <message>
        <source>%1 and %2 overlap by %3 (at %4).</source>
        <translation>%1 与 %2 重叠 %3（%4 处）。</translation>
    </message>
    <message>
        <source>Between %1 and %2 there is a gap of %3 (at %4).</source>
        <translation>%1 与 %2 之间有空隙 %3（%4 处）。</translation>
    </message>
    <message>
        <source>%1 has no place.</source>
        <translation>%1 没有位置。</translation>
    </message>
    <message>
        <source>GDAL: %1</source>
        <translation>GDAL：%1</translation>
    </message>
    <message>
        <source>… and %1 more like this, %2 in all.</source>
        <translation>……此类还有 %1 处，合计 %2。</translation>
    </message>
    <message>
        <source>by its code</source>
        <translation>按代码</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>by its name without 镇, 乡, 村</source>
        <translation>按去掉镇、乡、村的名称</translation>
    </message>
    <message>
        <source>new, by its code</source>
        <translation>新增，按代码</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工指定</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>several are called so</source>
        <translation>有多个同名</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方公里</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>第 %1 个要素</translation>
    </message>
    <message>
        <source>%1 features without a place were left out.</source>
        <translation>%1 个没有位置的要素未导入。</translation>
    </message>
    <message>
        <source>Borders were simplified by %1 m, shared ones together: of %2 corners in the file %3 are left.</source>
        <translation>边界按 %1 米简化，共用边界一同简化：文件中 %2 个角点，保留 %3 个。</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 %)</source>
        <translation>%2 件中的 %1 件（%3 %）</translation>
    </message>
    <message>
        <source>Tickets and borders seem shifted against each other: as given, %1 tickets lie within the borders of their region; if the borders were GCJ-02, %2.</source>
        <translation>工单与边界似有偏移：按现有坐标，%1 工单在其所属地区边界内；若边界为 GCJ-02，则为 %2。</translation>
    </message>
    <message>
        <source>Tickets and borders seem shifted against each other: as given, %1 tickets lie within the borders of their region; if the borders were WGS-84, %2.</source>
        <translation>工单与边界似有偏移：按现有坐标，%1 工单在其所属地区边界内；若边界为 WGS-84，则为 %2。</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>没有这个文件：%1</translation>
    </message>
    <message>
        <source>A file of this kind is not read; those that are end in %1.</source>
        <translation>不读取这类文件；可读取的后缀有 %1。</translation>
    </message>
    <message>
        <source>A Shapefile is several files, and the one that ends in .shx does not lie beside this one.</source>
        <translation>Shapefile 由几个文件组成，旁边缺少以 .shx 结尾的那个。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB.</source>
        <translation>文件大于 %1 MB。</translation>
    </message>
    <message>
        <source>The file is none of %1, or it is damaged.</source>
        <translation>文件不是 %1，或已损坏。</translation>
    </message>
    <message>
        <source>The file has no layer with places.</source>
        <translation>文件中没有带位置的图层。</translation>
    </message>
    <message>
        <source>The file has no layer “%1”; it has: %2.</source>
        <translation>文件中没有图层“%1”；有：%2。</translation>
    </message>
    <message>
        <source>The file has several layers: %1. Say which one (--layer).</source>
        <translation>文件中有多个图层：%1。请指明哪一个（--layer）。</translation>
    </message>
    <message>
        <source>The file has more than %1 features or %2 corners.</source>
        <translation>文件中的要素多于 %1 个，或角点多于 %2 个。</translation>
    </message>
    <message>
        <source>The file is damaged behind feature %1; nothing was taken from it.</source>
        <translation>文件在第 %1 个要素之后损坏；未从中导入任何内容。</translation>
    </message>
    <message>
        <source>The file has no places: of %1 features none has one.</source>
        <translation>文件中没有位置：%1 个要素均无位置。</translation>
    </message>
    <message>
        <source>The file&apos;s coordinate system, %1, is not on the globe or not known.</source>
        <translation>文件的坐标系 %1 不在地球上，或无法识别。</translation>
    </message>
    <message>
        <source>%1 is no coordinate system of the Earth.</source>
        <translation>%1 不是地球上的坐标系。</translation>
    </message>
    <message>
        <source>The file does not say in which coordinate system it is, and its coordinates (about %1, %2) are no degrees. Say it (--datum), for example CGCS2000/GK3-114E or EPSG:4526.</source>
        <translation>文件未说明坐标系，且坐标（约 %1、%2）不是度。请指明（--datum），例如 CGCS2000/GK3-114E 或 EPSG:4526。</translation>
    </message>
    <message>
        <source>The file does not say in which coordinate system it is. Here several can be meant, half a kilometre and more apart. Say it (--datum): %1.</source>
        <translation>文件未说明坐标系。此处可能是几种之一，相差半公里以上。请指明（--datum）：%1。</translation>
    </message>
    <message>
        <source>Feature %1 has a coordinate that is no number, or no place in %2; nothing was taken from the file.</source>
        <translation>第 %1 个要素有坐标不是数字，或不在 %2 范围内；未从文件中导入任何内容。</translation>
    </message>
    <message>
        <source>“%1” is no encoding of texts; there are UTF-8, GBK and GB18030.</source>
        <translation>“%1”不是文字编码；可用的有 UTF-8、GBK 和 GB18030。</translation>
    </message>
    <message>
        <source>The file has %1 corners, and %2 simplified by %3 m; a layer has at most %4.</source>
        <translation>文件有 %1 个角点，按 %3 米简化后仍有 %2 个；图层最多 %4 个。</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，什么也没有写。</translation>
    </message>
    <message>
        <source>The program that makes such files ended before it was done.</source>
        <translation>制作这类文件的程序没有做完就结束了。</translation>
    </message>
    <message>
        <source>The program that makes such files is not here: %1.</source>
        <translation>这里没有制作这类文件的程序：%1。</translation>
    </message>
    <message>
        <source>Making the file took too long; nothing was written.</source>
        <translation>制作文件用时太长，什么也没有写。</translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no room left.</source>
        <translation>无法写入 %1：磁盘空间不足。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>The file could not be made (GDAL: %1).</source>
        <translation>文件没有做成（GDAL：%1）。</translation>
    </message>
    <message>
        <source>A layer&apos;s name has 1 to %1 characters.</source>
        <translation>图层名称为 1 至 %1 个字。</translation>
    </message>
</context>
<context>
    <name>Hall</name>
    <message>
        <source>The backend for %1 did not start.</source>
        <translation>%1 的后台未能启动。</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>soon due</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>on account</source>
        <translation>挂账</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Under this id the ledger has a ticket that was opened at another time (%1).</source>
        <translation>台账中已有同一编号的工单，但上报时间不同（%1）。</translation>
    </message>
    <message>
        <source>the row has no deadline that it could be measured by</source>
        <translation>该行没有可供衡量的时限</translation>
    </message>
    <message>
        <source>it was closed after its deadline</source>
        <translation>超时办结</translation>
    </message>
    <message>
        <source>it is open and its deadline has passed</source>
        <translation>未办结，时限已过</translation>
    </message>
    <message>
        <source>it was closed by its deadline</source>
        <translation>时限内办结</translation>
    </message>
    <message>
        <source>it is open and its deadline is still to come</source>
        <translation>未办结，时限未到</translation>
    </message>
    <message>
        <source>Row %1 of this file has the same id and says something else.</source>
        <translation>本文件第 %1 行编号相同，内容不同。</translation>
    </message>
    <message>
        <source>The mapping names no column to compare with.</source>
        <translation>映射没有指定用于比对的列。</translation>
    </message>
    <message>
        <source>a time that the clock jumped over in spring; counted on from before the jump</source>
        <translation>春季拨快时钟跳过的时间，按拨钟前顺延计算</translation>
    </message>
    <message>
        <source>a time that the clock showed twice in autumn; the first was taken unless it contradicts</source>
        <translation>秋季拨慢时钟重复的时间，无矛盾时取第一次</translation>
    </message>
    <message>
        <source>the deadline is before the opening; kept as given</source>
        <translation>时限早于上报时间，原样保留</translation>
    </message>
    <message>
        <source>the coordinates are none on the globe; taken without a point</source>
        <translation>坐标有误，导入时不带坐标</translation>
    </message>
    <message>
        <source>the channel is not in the mapping; the default was taken</source>
        <translation>映射中没有该渠道，按默认渠道导入</translation>
    </message>
    <message>
        <source>the status says open, the time of closing was left out</source>
        <translation>状态为未办结，办结时间略去</translation>
    </message>
    <message>
        <source>no text; the category&apos;s name stands for it</source>
        <translation>没有内容，以类别名称代替</translation>
    </message>
    <message>
        <source>a text too long for its field was cut there and kept whole in the detail or in notes</source>
        <translation>文字超长，在该项中截短，全文保留在内容或备注中</translation>
    </message>
    <message>
        <source>bytes that the file&apos;s encoding does not know; each stands as \xHH</source>
        <translation>有不符合文件编码的字节，逐个写作 \xHH</translation>
    </message>
    <message>
        <source>a stray quotation mark, kept as text</source>
        <translation>多余的引号，按文字保留</translation>
    </message>
    <message>
        <source>fewer cells than the header; the missing ones are taken as blank</source>
        <translation>单元格少于表头，缺少的按空白处理</translation>
    </message>
    <message>
        <source>The mapping names the column “%1” for “%2”, which the table has not. It has: %3.</source>
        <translation>映射指定以“%1”列作为“%2”，但表中没有该列。表中有：%3。</translation>
    </message>
    <message>
        <source>The id is missing.</source>
        <translation>缺少编号。</translation>
    </message>
    <message>
        <source>“%1” in the column “%2” is no date in one of the mapping&apos;s formats.</source>
        <translation>“%2”列中的“%1”不符合映射中的任何日期格式。</translation>
    </message>
    <message>
        <source>The time of opening is missing.</source>
        <translation>缺少上报时间。</translation>
    </message>
    <message>
        <source>It was closed before it was opened.</source>
        <translation>办结时间早于上报时间。</translation>
    </message>
    <message>
        <source>The status “%1” is not in the mapping.</source>
        <translation>映射中没有状态“%1”。</translation>
    </message>
    <message>
        <source>It is closed, and the time of closing is missing.</source>
        <translation>已办结，但缺少办结时间。</translation>
    </message>
    <message>
        <source>The row has no text.</source>
        <translation>该行没有内容。</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>来源认定</translation>
    </message>
    <message>
        <source>the rules</source>
        <translation>按规则认定</translation>
    </message>
    <message>
        <source>hours late</source>
        <translation>超时小时数</translation>
    </message>
    <message>
        <source>the point lies outside the county; kept, and shown so</source>
        <translation>坐标在县外；保留并标明</translation>
    </message>
</context>
<context>
    <name>Lamp</name>
    <message>
        <source>In time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>挂账</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Arguments:</source>
        <translation>参数：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>--language is zh_CN or en.</source>
        <translation>--language 取 zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Speak Chinese (zh_CN) or English (en); else as LANGUAGE, LC_ALL and LANG say.</source>
        <translation>使用中文（zh_CN）或英文（en）；不填则依 LANGUAGE、LC_ALL 和 LANG。</translation>
    </message>
</context>
<context>
    <name>MapForms</name>
    <message>
        <source>Density (GeoTIFF)</source>
        <translation>密度（GeoTIFF）</translation>
    </message>
    <message>
        <source>Rasters (*.tif)</source>
        <translation>栅格 (*.tif)</translation>
    </message>
    <message>
        <source>Regions with figures (GeoPackage)</source>
        <translation>地区及指标（GeoPackage）</translation>
    </message>
    <message>
        <source>GeoPackages (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>Regions with figures (GeoJSON)</source>
        <translation>地区及指标（GeoJSON）</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson)</source>
        <translation>GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>Regions with figures (CSV, for spreadsheets)</source>
        <translation>地区及指标（CSV，供电子表格）</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Tickets per square kilometre</source>
        <translation>每平方公里工单数</translation>
    </message>
    <message>
        <source>Tickets per square kilometre, %1</source>
        <translation>每平方公里工单数，%1</translation>
    </message>
    <message>
        <source>Each ticket is spread %1, the same at every scale</source>
        <translation>每件工单在 %1内扩散，任何比例尺下相同</translation>
    </message>
</context>
<context>
    <name>MapSheet</name>
    <message>
        <source>Tickets per square kilometre, %1</source>
        <translation>每平方公里工单数，%1</translation>
    </message>
    <message>
        <source>made on %1</source>
        <translation>制图时间 %1</translation>
    </message>
    <message>
        <source>Schematic map</source>
        <translation>示意图</translation>
    </message>
    <message>
        <source>A film is written as .webp, or as pictures (.png).</source>
        <translation>影片写为 .webp，或逐帧图片（.png）。</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>A map is written as .png, .svg or .pdf.</source>
        <translation>地图可写为 .png、.svg 或 .pdf。</translation>
    </message>
    <message>
        <source>%L1 tickets</source>
        <translation>%L1 件</translation>
    </message>
    <message>
        <source>%1, and %L2 whose place is not known so closely</source>
        <translation>%1，另有 %L2 件的地点不到这一级</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>未办结工单</translation>
    </message>
    <message>
        <source>%1: %L2</source>
        <translation>%1 %L2 件</translation>
    </message>
    <message>
        <source>%1, and %L2 without a place in the county</source>
        <translation>%1，另有 %L2 件在县内没有定位</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>No usual format reads the date “%1”.</source>
        <translation>日期“%1”不符合任何常用格式。</translation>
    </message>
    <message>
        <source>Dates: look whether day or month comes first.</source>
        <translation>日期：请核对日、月的先后。</translation>
    </message>
    <message>
        <source>Time zone: the file does not say; %1 is taken.</source>
        <translation>时区：文件没有说明，按 %1 处理。</translation>
    </message>
    <message>
        <source>Time zone: %1, by where the points lie.</source>
        <translation>时区：按坐标所在地定为 %1。</translation>
    </message>
    <message>
        <source>Status “%1”: what it means is not known; open is taken.</source>
        <translation>状态“%1”：含义不明，按未办结处理。</translation>
    </message>
    <message>
        <source>No column looks like “%1”; the table has: %2.</source>
        <translation>没有哪一列像是“%1”；表中有：%2。</translation>
    </message>
    <message>
        <source>Coordinates: the file does not say in which datum; WGS-84 is taken.</source>
        <translation>坐标：文件没有说明坐标系，按 WGS-84 处理。</translation>
    </message>
    <message>
        <source>The mapping is wrong at “%1”: %2</source>
        <translation>映射的“%1”有误：%2</translation>
    </message>
    <message>
        <source>it has to be a text.</source>
        <translation>应为文字。</translation>
    </message>
    <message>
        <source>it has to be one of %1.</source>
        <translation>应为下列之一：%1。</translation>
    </message>
    <message>
        <source>it has to be a number from %1 to %2.</source>
        <translation>应为 %1 至 %2 的数。</translation>
    </message>
    <message>
        <source>it has to be an object.</source>
        <translation>应为对象。</translation>
    </message>
    <message>
        <source>there is no such key; known are %1.</source>
        <translation>没有这个键；可用的有 %1。</translation>
    </message>
    <message>
        <source>it has to be a list of texts.</source>
        <translation>应为文字列表。</translation>
    </message>
    <message>
        <source>it has to be UTF-8, GBK, GB18030, UTF-16LE or UTF-16BE.</source>
        <translation>应为 UTF-8、GBK、GB18030、UTF-16LE 或 UTF-16BE。</translation>
    </message>
    <message>
        <source>it has to be one character, such as a comma, a semicolon or a tab.</source>
        <translation>应为单个字符，例如逗号、分号或制表符。</translation>
    </message>
    <message>
        <source>the source needs a name.</source>
        <translation>来源须有名称。</translation>
    </message>
    <message>
        <source>a column is needed for it.</source>
        <translation>须为其指定一列。</translation>
    </message>
    <message>
        <source>at least one format is needed.</source>
        <translation>至少需要一种格式。</translation>
    </message>
    <message>
        <source>The mapping is no JSON object: %1 in line %2.</source>
        <translation>映射不是 JSON 对象：%1（第 %2 行）。</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known; it is named like Asia/Shanghai.</source>
        <translation>时区“%1”无法识别；应写作 Asia/Shanghai 的形式。</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>the field &quot;%1&quot; is missing or of another type</source>
        <translation>字段“%1”缺失或类型不对</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day; a day is written 2026-01-31</source>
        <translation>“%1”不是日期；日期应写作 2026-01-31</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is unknown</source>
        <translation>字段“%1”无法识别</translation>
    </message>
    <message>
        <source>the days off from %1 end before they begin</source>
        <translation>自 %1 起的假期结束早于开始</translation>
    </message>
    <message>
        <source>%1 does not belong to the notice&apos;s year</source>
        <translation>%1 不属于通知所在年份</translation>
    </message>
    <message>
        <source>the days off from %1 are longer than a month</source>
        <translation>自 %1 起的假期超过一个月</translation>
    </message>
    <message>
        <source>%1 is no year of a notice</source>
        <translation>%1 不是通知的年份</translation>
    </message>
    <message>
        <source>the notice has no document number</source>
        <translation>通知没有发文字号</translation>
    </message>
    <message>
        <source>the notice names %1 twice</source>
        <translation>通知中 %1 出现两次</translation>
    </message>
    <message>
        <source>the file is too large for a notice</source>
        <translation>文件过大，不是放假通知</translation>
    </message>
    <message>
        <source>this is no notice in UTF-8 JSON: %1 at byte %2</source>
        <translation>这不是 UTF-8 JSON 格式的通知：%1（第 %2 字节）</translation>
    </message>
    <message>
        <source>the program&apos;s own calendar is missing</source>
        <translation>程序自带的日历缺失</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; holds a control character</source>
        <translation>字段“%1”含有控制字符</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Dispatcher, desk %1</source>
        <translation>调度员 %1席</translation>
    </message>
    <message>
        <source>The desk of a county&apos;s dispatch hall.</source>
        <translation>县诉求调度大厅的工作台。</translation>
    </message>
    <message>
        <source>The backend to work with.</source>
        <translation>要连接的后台。</translation>
    </message>
    <message>
        <source>A ledger on this machine; a backend is started for it.</source>
        <translation>本机的台账；会为它启动一个后台。</translation>
    </message>
    <message>
        <source>Where the desk keeps its cache and what waits to be sent.</source>
        <translation>工作台存放缓存和待发送操作的文件夹。</translation>
    </message>
    <message>
        <source>The number of this desk, two digits.</source>
        <translation>本席的编号，两位数字。</translation>
    </message>
    <message>
        <source>Who sits here.</source>
        <translation>本席人员。</translation>
    </message>
    <message>
        <source>What the county is called.</source>
        <translation>县名。</translation>
    </message>
    <message>
        <source>Leave a picture of every screen in a folder, and end.</source>
        <translation>把每个界面的截图存入文件夹，然后退出。</translation>
    </message>
    <message>
        <source>name either --backend URL or --ledger FILE</source>
        <translation>请指定 --backend 地址或 --ledger 文件，二者选一</translation>
    </message>
    <message>
        <source>--backend takes an address like http://127.0.0.1:7530</source>
        <translation>--backend 应为地址，例如 http://127.0.0.1:7530</translation>
    </message>
    <message>
        <source>Sign in by itself under this name, as an unattended wall does.</source>
        <translation>以此名自动登录，供无人值守的大屏使用。</translation>
    </message>
    <message>
        <source>The file whose first line is its password.</source>
        <translation>首行为其密码的文件。</translation>
    </message>
    <message>
        <source>--account and --password-file go together</source>
        <translation>--account 与 --password-file 须同时给出</translation>
    </message>
    <message>
        <source>Say when the queue could be used and how much memory it took, and end.</source>
        <translation>报告队列何时可用、占用多少内存，然后退出。</translation>
    </message>
    <message>
        <source>Say so, and end, when every ticket is here.</source>
        <translation>全部工单到齐时报告并结束。</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>The file of waiting actions is something else.</source>
        <translation>该文件不是待发送操作的文件。</translation>
    </message>
    <message>
        <source>The file of waiting actions was made by a newer version.</source>
        <translation>待发送操作的文件由更新的版本生成。</translation>
    </message>
    <message>
        <source>A waiting action cannot be read.</source>
        <translation>有一项待发送操作无法读取。</translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>What was fetched to start from is damaged.</source>
        <translation>取回的初始数据已损坏。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>The folder %1 for pictures cannot be made.</source>
        <translation>无法建立存放图片的文件夹 %1。</translation>
    </message>
    <message>
        <source>A picture is no longer here; add it again.</source>
        <translation>有一张图片已不在本机，请重新添加。</translation>
    </message>
    <message>
        <source>This is no picture that can be read: JPEG, PNG and WebP can.</source>
        <translation>不是可读取的图片，可用 JPEG、PNG 和 WebP。</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels; at most %3 million are taken.</source>
        <translation>图片有 %1 × %2 像素，最多 %3 百万像素。</translation>
    </message>
    <message>
        <source>The picture stays too large, however it is written.</source>
        <translation>图片压缩后仍然过大。</translation>
    </message>
</context>
<context>
    <name>Postgres</name>
    <message>
        <source>The log in the database ends before its end.</source>
        <translation>数据库中的日志不完整，提前结束。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The database&apos;s address is one such as postgresql://USER@HOST:5432/DATABASE; special characters of a password are written as %XX.</source>
        <translation>数据库地址形如 postgresql://用户@主机:5432/数据库；口令中的特殊字符写作 %XX。</translation>
    </message>
    <message>
        <source>%1 is a database whose encoding is not UTF8.</source>
        <translation>%1 的编码不是 UTF8。</translation>
    </message>
    <message>
        <source>The database does not answer.</source>
        <translation>数据库没有应答。</translation>
    </message>
    <message>
        <source>The database does not answer (%1).</source>
        <translation>数据库没有应答（%1）。</translation>
    </message>
    <message>
        <source>The database is busy (%1).</source>
        <translation>数据库正忙（%1）。</translation>
    </message>
    <message>
        <source>The database has no room left (%1).</source>
        <translation>数据库空间不足（%1）。</translation>
    </message>
    <message>
        <source>The database says: %1</source>
        <translation>数据库提示：%1</translation>
    </message>
    <message>
        <source>The database was made by a newer version of Huying (schema %1, this one knows %2).</source>
        <translation>数据库由更新版本的“呼应”建立（结构版本 %1，本程序只支持到 %2）。</translation>
    </message>
    <message>
        <source>The database holds no ledger of this version; a program that writes it, such as huying-backend, makes it.</source>
        <translation>数据库中没有本版本的台账；由写入台账的程序（如 huying-backend）建立。</translation>
    </message>
    <message>
        <source>%1 cannot be made for the copy of the log.</source>
        <translation>无法建立存放日志副本的 %1。</translation>
    </message>
    <message>
        <source>The log in %1 is another one than before: it was put back to an earlier state, or replaced.</source>
        <translation>%1 中的日志已不是原来的那份：可能被恢复到较早状态，或被替换。</translation>
    </message>
    <message>
        <source>The log has begun already.</source>
        <translation>日志已有内容。</translation>
    </message>
    <message>
        <source>The database has no ledger of the county %1.</source>
        <translation>数据库中没有 %1 县的台账。</translation>
    </message>
    <message>
        <source>The database did not wait until its standby had what was added.</source>
        <translation>数据库未等到备机收妥新增内容。</translation>
    </message>
    <message>
        <source>%1 has a ledger of the county %2 already.</source>
        <translation>%1 中已有 %2 县的台账。</translation>
    </message>
</context>
<context>
    <name>RegionWords</name>
    <message>
        <source>Tickets</source>
        <translation>工单数</translation>
    </message>
    <message>
        <source>Tickets per 1,000 residents</source>
        <translation>每千人工单数</translation>
    </message>
    <message>
        <source>Tickets per 100 households</source>
        <translation>每百户工单数</translation>
    </message>
    <message>
        <source>Against each region&apos;s own past, in standard deviations</source>
        <translation>与本地区往期相比（标准差）</translation>
    </message>
    <message>
        <source>Share on time of the milestones that fell due</source>
        <translation>到期应办中的按时办结率</translation>
    </message>
    <message numerus="yes">
        <source>%n villages</source>
        <translation>
            <numerusform>%n 个村</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grids</source>
        <translation>
            <numerusform>%n 个网格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n townships</source>
        <translation>
            <numerusform>%n 个乡镇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>compared with %n earlier stretches as long, each %1 days apart</source>
        <translation>
            <numerusform>与之前 %n 个同长时段相比，各隔 %1 天</numerusform>
        </translation>
    </message>
    <message>
        <source>there is no earlier stretch as long to compare with</source>
        <translation>没有同样长的往期可比</translation>
    </message>
    <message>
        <source>%1 tickets whose place is not known so closely</source>
        <translation>%1 件工单的地点不到这一级</translation>
    </message>
    <message>
        <source>residents not known: %1</source>
        <translation>人口不详：%1</translation>
    </message>
    <message>
        <source>households not known: %1</source>
        <translation>户数不详：%1</translation>
    </message>
    <message>
        <source>no past: %1</source>
        <translation>无往期：%1</translation>
    </message>
    <message>
        <source>nothing fell due: %1</source>
        <translation>无到期：%1</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%1 per 1,000 residents (%2 / %3)</source>
        <translation>每千人 %1 件（%2 / %3 人）</translation>
    </message>
    <message>
        <source>%1; its residents are not known</source>
        <translation>%1；人口不详</translation>
    </message>
    <message>
        <source>%1 per 100 households (%2 / %3)</source>
        <translation>每百户 %1 件（%2 / %3 户）</translation>
    </message>
    <message>
        <source>%1; its households are not known</source>
        <translation>%1；户数不详</translation>
    </message>
    <message>
        <source>%1; %2 would be usual (%3 standard deviations)</source>
        <translation>%1；平常约 %2 件（%3 个标准差）</translation>
    </message>
    <message>
        <source>%1; no past to compare with</source>
        <translation>%1；无往期可比</translation>
    </message>
    <message>
        <source>%1 on time (%2 / %3)</source>
        <translation>按时 %1（%2 / %3）</translation>
    </message>
    <message>
        <source>%1 tickets; no milestone fell due</source>
        <translation>%1 件；无到期应办</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>工单数</translation>
    </message>
    <message>
        <source>per 1,000 residents</source>
        <translation>每千人</translation>
    </message>
    <message>
        <source>per 100 households</source>
        <translation>每百户</translation>
    </message>
    <message>
        <source>against own past</source>
        <translation>与往期相比</translation>
    </message>
    <message>
        <source>share on time</source>
        <translation>按时率</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, period</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>偏少</translation>
    </message>
    <message>
        <source>more</source>
        <translation>偏多</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>无工单：%1</translation>
    </message>
    <message>
        <source>fallen silent: %1</source>
        <translation>沉默：%1</translation>
    </message>
    <message>
        <source>fallen silent: %1 tickets would be usual</source>
        <translation>沉默：平常约 %1 件</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>This backend serves everybody; it has no accounts.</source>
        <translation>此后台面向本机所有人，没有账号。</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>用户名或密码错误。</translation>
    </message>
    <message>
        <source>Nobody is signed in here, or no longer.</source>
        <translation>尚未登录，或登录已失效。</translation>
    </message>
    <message>
        <source>Too many wrong passwords for this name; try again in %1 seconds.</source>
        <translation>该用户名密码错误次数过多，请 %1 秒后再试。</translation>
    </message>
    <message>
        <source>Too many people are signing in at this moment.</source>
        <translation>此刻登录的人太多，请稍后再试。</translation>
    </message>
    <message>
        <source>No ticket that you see names this picture.</source>
        <translation>您可见的工单中没有这张图片。</translation>
    </message>
    <message>
        <source>This backend keeps no pictures.</source>
        <translation>本后台不存放图片。</translation>
    </message>
    <message>
        <source>Pictures are not for the role in which you are signed in.</source>
        <translation>您登录的角色不能查看图片。</translation>
    </message>
    <message>
        <source>The picture has not come here yet.</source>
        <translation>图片尚未传到后台。</translation>
    </message>
    <message>
        <source>The backend has no room left on its disk; what is done here waits until there is some.</source>
        <translation>后台服务器的磁盘已满；在此办理的事项会等到有空间后再送出。</translation>
    </message>
    <message>
        <source>The backend has no room for photos at this moment; they stay here and are sent later.</source>
        <translation>后台服务器暂无空间存放照片；照片保存在本机，稍后自动上传。</translation>
    </message>
</context>
<context>
    <name>Simulation</name>
    <message>
        <source>The number of tickets is negative.</source>
        <translation>工单数不能为负数。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
    <message>
        <source>The days have to lie between 1992 and 2150.</source>
        <translation>日期应在 1992 年至 2150 年之间。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The end lies outside the last day.</source>
        <translation>结束时刻不在最后一天之内。</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The figures are not whole here; they come with the next copy from the backend.</source>
        <translation>本机统计数不完整，下次从后台取得副本时补齐。</translation>
    </message>
    <message>
        <source>%1 is damaged or no database (%2).</source>
        <translation>%1 已损坏或不是数据库（%2）。</translation>
    </message>
    <message>
        <source>%1 is being written by another program.</source>
        <translation>另一程序正在写入 %1。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of %1.</source>
        <translation>%1 所在磁盘空间已满。</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2).</source>
        <translation>无法打开 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 may not be written (%2).</source>
        <translation>没有权限写入 %1（%2）。</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>The file is a database, but not a %1 of Huying.</source>
        <translation>该文件是数据库，但不是呼应的%1。</translation>
    </message>
    <message>
        <source>The file was made by a newer version of Huying (schema %1, this one knows %2).</source>
        <translation>该文件由更新版本的呼应生成（结构版本 %1，本程序支持到 %2）。</translation>
    </message>
    <message>
        <source>Page %1 of %2 is not what was written.</source>
        <translation>%2 的第 %1 页与写入时不符。</translation>
    </message>
    <message>
        <source>The file was made by an older version of Huying (schema %1, this one knows %2); a program that writes it, such as huying-backend, brings it up to date.</source>
        <translation>该文件由旧版呼应生成（结构 %1，本版为 %2）；由写入它的程序（如 huying-backend）升级。</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>lead %1</source>
        <translation>主体 %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>配合 %1</translation>
    </message>
    <message>
        <source>from %1, number %2</source>
        <translation>来自%1，编号 %2</translation>
    </message>
    <message>
        <source>importance %1</source>
        <translation>重要等级 %1</translation>
    </message>
    <message>
        <source>for the responsibility list</source>
        <translation>纳入责任清单</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>责任人 %1</translation>
    </message>
    <message>
        <source>review on %1</source>
        <translation>%1 研判</translation>
    </message>
    <message>
        <source>the citizen is satisfied now</source>
        <translation>群众已满意</translation>
    </message>
    <message>
        <source>not yet satisfied</source>
        <translation>群众仍不满意</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1：是</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1：否</translation>
    </message>
    <message>
        <source>by visit</source>
        <translation>入户</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>lawful</source>
        <translation>合法依规</translation>
    </message>
    <message>
        <source>done</source>
        <translation>措施落实到位</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>诉求人理解信服</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between the names of units</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n working days</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>The look cannot be read: token “%1” is missing or wrong.</source>
        <translation>界面样式无法读取：“%1”缺失或有误。</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>群众自报</translation>
    </message>
    <message>
        <source>Grid member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Assisted</source>
        <translation>帮我办</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>12345</source>
        <translation>12345</translation>
    </message>
    <message>
        <source>QR plate</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>突发情况</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>政策咨询</translation>
    </message>
    <message>
        <source>Public service</source>
        <translation>公共服务</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>first answer</source>
        <translation>首次反馈</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>A test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>No request in it</source>
        <translation>没有诉求</translation>
    </message>
    <message>
        <source>Another county&apos;s</source>
        <translation>非本县</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Not urged</source>
        <translation>未督办</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>到期前提醒</translation>
    </message>
    <message>
        <source>Written order</source>
        <translation>书面督办</translation>
    </message>
    <message>
        <source>Notice to the leader</source>
        <translation>通报领导</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Organisation department</source>
        <translation>组织部</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>群众</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Declared void</source>
        <translation>判为无效</translation>
    </message>
    <message>
        <source>Handling begun</source>
        <translation>开始处置</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>首次反馈</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>职责争议</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Extension asked for</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Extension granted</source>
        <translation>同意延期</translation>
    </message>
    <message>
        <source>Extension refused</source>
        <translation>不同意延期</translation>
    </message>
    <message>
        <source>Put on account</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Joint conference</source>
        <translation>联席会商</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果反馈</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>差评跟进</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Joined as a duplicate</source>
        <translation>并入重复工单</translation>
    </message>
    <message>
        <source>Separated</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Duplicate added</source>
        <translation>并入一件重复工单</translation>
    </message>
    <message>
        <source>Duplicate separated</source>
        <translation>拆分一件重复工单</translation>
    </message>
    <message>
        <source>Closed with its parent</source>
        <translation>随主工单办结</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>超 %1</translation>
    </message>
    <message>
        <source>%1 (provisional)</source>
        <translation>%1（暂定）</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>补充照片</translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>The ticket has not been reported.</source>
        <translation>工单尚未上报。</translation>
    </message>
    <message>
        <source>A report begins a ticket of its own.</source>
        <translation>上报应另起一件工单。</translation>
    </message>
    <message>
        <source>The event belongs to another ticket.</source>
        <translation>这一操作属于另一件工单。</translation>
    </message>
    <message>
        <source>The event was decided on a later state of the ticket than there is.</source>
        <translation>操作依据的工单状态比现有的还新。</translation>
    </message>
    <message>
        <source>This has happened to the ticket already.</source>
        <translation>工单已有这一操作。</translation>
    </message>
    <message>
        <source>It is dated before the ticket was reported; set the clock of this desk right.</source>
        <translation>操作时间早于上报时间，请校准本席位的时钟。</translation>
    </message>
    <message>
        <source>An extension has been asked for; grant or refuse that first.</source>
        <translation>已有延期申请，请先批复。</translation>
    </message>
    <message>
        <source>No extension has been asked for.</source>
        <translation>没有待批的延期申请。</translation>
    </message>
    <message>
        <source>An extension ends later than the deadline that is in force.</source>
        <translation>延期后的时限必须晚于现行时限。</translation>
    </message>
    <message>
        <source>Whose the ticket is, is disputed already.</source>
        <translation>该工单已有职责争议。</translation>
    </message>
    <message>
        <source>There is no dispute to rule on.</source>
        <translation>没有需要裁定的争议。</translation>
    </message>
    <message>
        <source>The ticket is not on account.</source>
        <translation>该工单没有挂账。</translation>
    </message>
    <message>
        <source>The unit has been urged more strongly already; the ladder only goes up.</source>
        <translation>已有更高级别的督办，只能逐级上升。</translation>
    </message>
    <message>
        <source>The deadline has passed; a written order follows, not a reminder.</source>
        <translation>时限已过，应下书面督办，不再提醒。</translation>
    </message>
    <message>
        <source>A written order is given from the day after the deadline on; until then, remind.</source>
        <translation>书面督办自到期次日起下达，此前只提醒。</translation>
    </message>
    <message>
        <source>The leader is told after a written order; give that first.</source>
        <translation>先下书面督办，再通报领导。</translation>
    </message>
    <message>
        <source>The ticket is still open; the citizen is asked when it is closed.</source>
        <translation>工单尚未办结，办结后再请群众评价。</translation>
    </message>
    <message>
        <source>The citizen has rated this result already.</source>
        <translation>群众已对本次结果作出评价。</translation>
    </message>
    <message>
        <source>Only a ticket with a bad rating is followed up with the citizen.</source>
        <translation>只有差评工单需要跟进。</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>source&apos;s number</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>citizen&apos;s name</source>
        <translation>群众姓名</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>The review day has passed already.</source>
        <translation>研判日期已过。</translation>
    </message>
    <message>
        <source>A conference names the units that took part.</source>
        <translation>联席会商要写明参加单位。</translation>
    </message>
    <message>
        <source>A conference is written down on its day or later.</source>
        <translation>联席会商只能在当日或之后登记。</translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation>会商结论</translation>
    </message>
    <message>
        <source>Urging is a reminder, a written order or a notice to the leader.</source>
        <translation>督办分为提醒、书面督办和通报领导。</translation>
    </message>
    <message>
        <source>It is not said what is to be taken back.</source>
        <translation>没有说明要撤回什么。</translation>
    </message>
    <message>
        <source>The event has no identity.</source>
        <translation>操作缺少标识。</translation>
    </message>
    <message>
        <source>Duplicates are joined to this ticket; it cannot become a duplicate itself.</source>
        <translation>已有重复工单并入本工单，本工单不能再并入别的工单。</translation>
    </message>
    <message>
        <source>The ticket is joined to a different one.</source>
        <translation>该工单并入的是另一件工单。</translation>
    </message>
    <message>
        <source>The ticket is not joined to another.</source>
        <translation>该工单没有并入别的工单。</translation>
    </message>
    <message>
        <source>It is not said which ticket it is a duplicate of.</source>
        <translation>没有说明与哪件工单重复。</translation>
    </message>
    <message>
        <source>A ticket is no duplicate of itself.</source>
        <translation>工单不能并入自身。</translation>
    </message>
    <message>
        <source>It is not said which ticket is the duplicate.</source>
        <translation>没有说明哪件工单是重复的。</translation>
    </message>
    <message>
        <source>That duplicate is joined already.</source>
        <translation>这件重复工单已经并入。</translation>
    </message>
    <message>
        <source>No duplicates are joined to the ticket.</source>
        <translation>没有重复工单并入该工单。</translation>
    </message>
    <message>
        <source>That ticket is not joined to this one.</source>
        <translation>那件工单没有并入本工单。</translation>
    </message>
    <message>
        <source>The coordinates are not on the globe.</source>
        <translation>坐标有误。</translation>
    </message>
    <message>
        <source>The %1 is missing.</source>
        <translation>请填写%1。</translation>
    </message>
    <message>
        <source>The %1 is longer than %2 characters.</source>
        <translation>%1超过 %2 字。</translation>
    </message>
    <message>
        <source>The %1 is damaged: it is not UTF-8 text.</source>
        <translation>%1已损坏，不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The time is not between 1970 and 2199.</source>
        <translation>时间不在 1970 年至 2199 年之间。</translation>
    </message>
    <message>
        <source>The importance is 1, 2 or 3.</source>
        <translation>重要等级为 1、2 或 3。</translation>
    </message>
    <message>
        <source>region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>More than %1 units are named.</source>
        <translation>单位超过 %1 个。</translation>
    </message>
    <message>
        <source>A unit is named twice.</source>
        <translation>有单位重复。</translation>
    </message>
    <message>
        <source>lead unit</source>
        <translation>主体责任单位</translation>
    </message>
    <message>
        <source>The lead unit is named among the cooperating units too.</source>
        <translation>主体责任单位不能同时是配合责任单位。</translation>
    </message>
    <message>
        <source>An extension is a number of working days or a new time, one of the two.</source>
        <translation>延期要么按工作日，要么定新的时间，二者选一。</translation>
    </message>
    <message>
        <source>An extension is 1 to %1 working days.</source>
        <translation>延期为 1 至 %1 个工作日。</translation>
    </message>
    <message>
        <source>author</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>author&apos;s code</source>
        <translation>操作人编号</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>The ticket has been reported already.</source>
        <translation>该工单已经上报。</translation>
    </message>
    <message>
        <source>The ticket is with a unit; it is classified anew after that unit returns it.</source>
        <translation>工单在单位手中，退回后才能重新分类。</translation>
    </message>
    <message>
        <source>Duplicates are joined to the ticket; separate them before it becomes void.</source>
        <translation>有重复工单并入，请先拆分再判为无效。</translation>
    </message>
    <message>
        <source>The unit is handling the ticket already.</source>
        <translation>单位已经在处置。</translation>
    </message>
    <message>
        <source>The first answer has been given already.</source>
        <translation>已经作过首次反馈。</translation>
    </message>
    <message>
        <source>The ticket is open; only a closed one can be reopened.</source>
        <translation>工单尚未办结，只有办结的才能重新办理。</translation>
    </message>
    <message>
        <source>%1 has classified the ticket meanwhile.</source>
        <translation>其间%1已对工单重新分类。</translation>
    </message>
    <message>
        <source>%1 has made the ticket void meanwhile.</source>
        <translation>其间%1已将工单判为无效。</translation>
    </message>
    <message>
        <source>%1 has assigned the ticket meanwhile.</source>
        <translation>其间%1已指派该工单。</translation>
    </message>
    <message>
        <source>%1 has begun handling the ticket meanwhile.</source>
        <translation>其间%1已开始处置。</translation>
    </message>
    <message>
        <source>%1 has returned the ticket meanwhile.</source>
        <translation>其间%1已退回该工单。</translation>
    </message>
    <message>
        <source>%1 has ruled on the dispute meanwhile.</source>
        <translation>其间%1已就争议作出裁定。</translation>
    </message>
    <message>
        <source>%1 has extended the deadline meanwhile.</source>
        <translation>其间%1已批准延期。</translation>
    </message>
    <message>
        <source>%1 has put the ticket on account meanwhile.</source>
        <translation>其间%1已将工单挂账。</translation>
    </message>
    <message>
        <source>%1 has resumed the ticket meanwhile.</source>
        <translation>其间%1已恢复办理。</translation>
    </message>
    <message>
        <source>%1 has answered the ticket meanwhile.</source>
        <translation>其间%1已反馈结果。</translation>
    </message>
    <message>
        <source>A bad rating has opened the ticket again meanwhile.</source>
        <translation>其间因差评，工单已重新办理。</translation>
    </message>
    <message>
        <source>%1 has closed the ticket meanwhile.</source>
        <translation>其间%1已办结该工单。</translation>
    </message>
    <message>
        <source>%1 has joined the ticket to another meanwhile.</source>
        <translation>其间%1已将工单并入别的工单。</translation>
    </message>
    <message>
        <source>%1 has separated the ticket meanwhile.</source>
        <translation>其间%1已拆分该工单。</translation>
    </message>
    <message>
        <source>%1 has reopened the ticket meanwhile.</source>
        <translation>其间%1已重新办理该工单。</translation>
    </message>
    <message>
        <source>%1 has taken a step back meanwhile.</source>
        <translation>其间%1撤回了一步操作。</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>别人</translation>
    </message>
    <message>
        <source>%1 has changed the ticket meanwhile.</source>
        <translation>其间%1已改动该工单。</translation>
    </message>
    <message>
        <source>Look at it again and decide anew.</source>
        <translation>请重新查看后再作决定。</translation>
    </message>
    <message>
        <source>The ticket is closed; reopen it first.</source>
        <translation>工单已办结，请先重新办理。</translation>
    </message>
    <message>
        <source>The ticket is void; what is still to be done is reported anew.</source>
        <translation>工单无效，仍需办理的请重新上报。</translation>
    </message>
    <message>
        <source>The ticket is joined to another as a duplicate; work on that one or separate it first.</source>
        <translation>该工单已作为重复工单并入，请在主工单上办理，或先拆分。</translation>
    </message>
    <message>
        <source>The ticket is on account, its clock stands still; resume it first.</source>
        <translation>工单已挂账，停止计时，请先恢复办理。</translation>
    </message>
    <message>
        <source>Whose the ticket is, is disputed; it has to be ruled on first.</source>
        <translation>存在职责争议，请先裁定。</translation>
    </message>
    <message>
        <source>The citizen was not satisfied; only a follow-up that satisfies them ends this ticket.</source>
        <translation>群众不满意，须跟进至群众满意才能办结。</translation>
    </message>
    <message>
        <source>The ticket is only reported; accept it first.</source>
        <translation>工单尚未受理，请先受理。</translation>
    </message>
    <message>
        <source>The ticket is with no unit; assign it first.</source>
        <translation>工单尚未指派，请先指派。</translation>
    </message>
    <message>
        <source>What the deadline asked for is done; no clock is running.</source>
        <translation>时限要求已完成，不再计时。</translation>
    </message>
    <message>
        <source>The ticket has no deadline.</source>
        <translation>该工单没有时限。</translation>
    </message>
    <message>
        <source>What has gone out cannot be taken back; write a note that corrects it.</source>
        <translation>已对外发出的不能撤回，请另写备注更正。</translation>
    </message>
    <message>
        <source>What the citizen said cannot be taken back; write a note that corrects it.</source>
        <translation>群众的评价不能撤回，请另写备注更正。</translation>
    </message>
    <message>
        <source>Joining and separating are not taken back; separate or join the two tickets again.</source>
        <translation>并入和拆分不能撤回，请重新拆分或并入。</translation>
    </message>
    <message>
        <source>A report is not taken back; make the ticket void.</source>
        <translation>上报不能撤回，请判为无效。</translation>
    </message>
    <message>
        <source>What was taken back is done again, not taken back once more.</source>
        <translation>已撤回的请重新操作，不能再次撤回。</translation>
    </message>
    <message>
        <source>Only who did it can take it back.</source>
        <translation>只有操作人本人可以撤回。</translation>
    </message>
    <message>
        <source>It is more than %1 minutes ago and can no longer be taken back.</source>
        <translation>已超过 %1 分钟，不能撤回。</translation>
    </message>
    <message>
        <source>Somebody else has gone on with the ticket since; it can no longer be taken back.</source>
        <translation>别人已继续办理，不能撤回。</translation>
    </message>
    <message>
        <source>Take back what you did after it first. Without it: %1</source>
        <translation>请先撤回其后的操作。撤回后：%1</translation>
    </message>
    <message>
        <source>What is to be taken back is not known of this ticket.</source>
        <translation>该工单没有要撤回的这一操作。</translation>
    </message>
    <message>
        <source>It has been taken back already.</source>
        <translation>已经撤回。</translation>
    </message>
    <message>
        <source>There is no picture.</source>
        <translation>没有图片。</translation>
    </message>
    <message>
        <source>A picture has at most %1 MB.</source>
        <translation>图片最大 %1 MB。</translation>
    </message>
    <message>
        <source>A picture has at most %1 million pixels.</source>
        <translation>图片最多 %1 百万像素。</translation>
    </message>
    <message>
        <source>At most %1 pictures go along at once.</source>
        <translation>一次最多附 %1 张图片。</translation>
    </message>
    <message>
        <source>A picture is not named by its digest.</source>
        <translation>图片未以其摘要命名。</translation>
    </message>
    <message>
        <source>picture&apos;s name</source>
        <translation>图片名称</translation>
    </message>
    <message>
        <source>The name of a picture is no plain file name.</source>
        <translation>图片名称不是普通的文件名。</translation>
    </message>
    <message>
        <source>A picture is there twice.</source>
        <translation>有一张图片重复。</translation>
    </message>
    <message>
        <source>A ticket has at most %1 pictures.</source>
        <translation>一件工单最多有 %1 张图片。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>one sentence after the other</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>canonical</name>
    <message>
        <source>This is no line of a log.</source>
        <translation>这不是日志中的一行。</translation>
    </message>
    <message>
        <source>%1 is not in the form of the log.</source>
        <translation>%1不符合日志格式。</translation>
    </message>
    <message>
        <source>%1 is not in the form of the log: the field “%2” is missing, wrong or out of order.</source>
        <translation>%1不符合日志格式：字段“%2”缺失、有误或次序不对。</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes.</source>
        <translation>%1超过 %2 字节。</translation>
    </message>
    <message>
        <source>%1 is not written in the canonical way.</source>
        <translation>%1没有按规范格式书写。</translation>
    </message>
    <message>
        <source>The content</source>
        <translation>操作内容</translation>
    </message>
    <message>
        <source>This kind of event has no personal part.</source>
        <translation>这类操作不含个人信息。</translation>
    </message>
    <message>
        <source>The personal part</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>The personal part is empty.</source>
        <translation>个人信息为空。</translation>
    </message>
    <message>
        <source>The moment of the event lies outside the calendar.</source>
        <translation>操作时间超出日历范围。</translation>
    </message>
    <message>
        <source>There is a salt without a personal part.</source>
        <translation>有盐值，但没有个人信息。</translation>
    </message>
    <message>
        <source>The personal part is not the one that was written.</source>
        <translation>个人信息与当初写入的不一致。</translation>
    </message>
    <message>
        <source>The personal part has no digest.</source>
        <translation>个人信息缺少摘要值。</translation>
    </message>
    <message>
        <source>The author</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>“%1” is no ticket.</source>
        <translation>“%1”不是工单。</translation>
    </message>
    <message>
        <source>A ticket&apos;s id has to be that of its report.</source>
        <translation>工单标识必须与其上报的标识一致。</translation>
    </message>
    <message>
        <source>Subject and content of the event name two things.</source>
        <translation>操作的对象与内容不一致。</translation>
    </message>
    <message>
        <source>The kind of event “%1” is not known.</source>
        <translation>无法识别操作类型“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no kind of fact.</source>
        <translation>“%1”不是基础信息的类型。</translation>
    </message>
</context>
<context>
    <name>huying::ActionCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>With: %1</source>
        <translation>配合：%1</translation>
    </message>
    <message>
        <source>With this unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Was with this unit</source>
        <translation>原承办单位</translation>
    </message>
    <message>
        <source>Lead: %1</source>
        <translation>主体：%1</translation>
    </message>
    <message>
        <source>Lead: %1 · %2</source>
        <translation>主体：%1 · %2</translation>
    </message>
    <message>
        <source>Responsible by category and place</source>
        <translation>按类别和地点应由</translation>
    </message>
    <message>
        <source>A gap: no item of the list covers this category here.</source>
        <translation>管理盲区：责任清单没有覆盖这一类别和地点。</translation>
    </message>
    <message>
        <source>Choose the unit yourself; the gap is listed for the next responsibility list.</source>
        <translation>请自行选择单位；盲区将列入下一版责任清单。</translation>
    </message>
    <message>
        <source>Asks for an extension: %1. %2</source>
        <translation>申请延期：%1。%2</translation>
    </message>
    <message>
        <source>On account: owner %1, next review on %2</source>
        <translation>挂账：责任人 %1，%2 研判</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Changed while you were writing – %1. Look again; then confirm twice.</source>
        <translation>填写期间工单有变——%1。请重新查看，仍要执行请按两次确认。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Whose it is follows from the category, once it is accepted.</source>
        <translation>受理分类后，按类别和地点确定责任单位。</translation>
    </message>
    <message>
        <source>It is no longer joined to this ticket.</source>
        <translation>该工单已不在本工单名下。</translation>
    </message>
    <message>
        <source>Finish this first, or cancel it; then the refused action can be changed.</source>
        <translation>请先办完或取消这一项，再修改未办成的操作。</translation>
    </message>
    <message>
        <source>Back to the last one</source>
        <translation>回到上一件</translation>
    </message>
    <message>
        <source>To the ticket where you did something last; there it can be taken back</source>
        <translation>回到您最近办理的工单，在那里可以撤回</translation>
    </message>
</context>
<context>
    <name>huying::ActionForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>huying::BackendLine</name>
    <message>
        <source>The backend has fallen silent.</source>
        <translation>后台没有声息。</translation>
    </message>
    <message>
        <source>The backend has closed the line.</source>
        <translation>后台关闭了连接。</translation>
    </message>
    <message>
        <source>The line is closed.</source>
        <translation>连接已关闭。</translation>
    </message>
</context>
<context>
    <name>huying::BaseMapDialog</name>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Alt+L</source>
        <translation>Alt+L</translation>
    </message>
    <message>
        <source>None: boundaries and names alone</source>
        <translation>无：只显示边界和名称</translation>
    </message>
    <message>
        <source>A folder of tiles</source>
        <translation>瓦片文件夹</translation>
    </message>
    <message>
        <source>An MBTiles file</source>
        <translation>MBTiles 文件</translation>
    </message>
    <message>
        <source>A tile server (XYZ)</source>
        <translation>瓦片服务（XYZ）</translation>
    </message>
    <message>
        <source>天地图, roads and names</source>
        <translation>天地图（矢量与注记）</translation>
    </message>
    <message>
        <source>Under the map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Source, shown on the map</source>
        <translation>来源（显示在地图上）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>不作更改</translation>
    </message>
    <message>
        <source>MBTiles (*.mbtiles)</source>
        <translation>MBTiles (*.mbtiles)</translation>
    </message>
</context>
<context>
    <name>huying::BordersPreview</name>
    <message>
        <source>What the file has, on the map</source>
        <translation>地图上显示的文件内容</translation>
    </message>
</context>
<context>
    <name>huying::CategoryField</name>
    <message>
        <source>Narrow the categories, such as: lamp</source>
        <translation>筛选类别，例如：路灯</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>huying::ChipButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>huying::ConnectionIndicator</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>to send %1</source>
        <translation>待发送 %1</translation>
    </message>
    <message>
        <source>photos %1</source>
        <translation>待传照片 %1</translation>
    </message>
    <message>
        <source>closed tickets %1 %</source>
        <translation>历史工单 %1%</translation>
    </message>
</context>
<context>
    <name>huying::CountyScene</name>
    <message>
        <source>within %1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>within %1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>huying::DayStrip</name>
    <message>
        <source>Days of the deadline</source>
        <translation>时限的各天</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (today)</source>
        <translation>%1（今天）</translation>
    </message>
</context>
<context>
    <name>huying::DeadlineCard</name>
    <message>
        <source>Deadlines before</source>
        <translation>历次时限</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>没有时限</translation>
    </message>
    <message>
        <source>No deadline for the solution</source>
        <translation>解决没有时限要求</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>时限：%1</translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <translation>%1，暂定</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>%1, late by %2</source>
        <translation>%1，超 %2</translation>
    </message>
</context>
<context>
    <name>huying::Desk</name>
    <message>
        <source>The ticket&apos;s trail is at the backend; it can be worked on when the line is there.</source>
        <translation>该工单的办理经过在后台，连接恢复后方可办理。</translation>
    </message>
    <message>
        <source>The desk is still opening.</source>
        <translation>席位正在打开，请稍候。</translation>
    </message>
    <message>
        <source>The refused action is no longer there.</source>
        <translation>被退回的操作已不存在。</translation>
    </message>
    <message>
        <source>Pictures cannot be kept at this desk.</source>
        <translation>本席位无法保存图片。</translation>
    </message>
    <message>
        <source>You see other tickets now than before.</source>
        <translation>您现在可见的工单与先前不同。</translation>
    </message>
</context>
<context>
    <name>huying::DeskWindow</name>
    <message>
        <source>Huying · %1</source>
        <translation>呼应 · %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>红黑榜</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>责任清单</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark (Ctrl+Shift+L)</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>%n of your actions were refused; they wait beside their tickets to be done again, changed or dropped.</source>
        <translation>
            <numerusform>您有 %n 项操作未办成，在各自工单中等待重新办理、修改或放弃。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Take in borders… (Ctrl+Shift+B)</source>
        <translation>导入边界…（Ctrl+Shift+B）</translation>
    </message>
    <message>
        <source>Take in borders… (administrators only)</source>
        <translation>导入边界…（仅限管理员）</translation>
    </message>
</context>
<context>
    <name>huying::FileDialog</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在，要替换吗？</translation>
    </message>
</context>
<context>
    <name>huying::FileJob</name>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，没有写出任何文件。</translation>
    </message>
    <message>
        <source>A film has from 1 to %L1 frames, this one has %L2: choose a longer step or a shorter period.</source>
        <translation>影片可有 1 至 %L1 帧，现有 %L2 帧：请加大步长或缩短时段。</translation>
    </message>
</context>
<context>
    <name>huying::FilePlace</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Alt+O</source>
        <translation>Alt+O</translation>
    </message>
</context>
<context>
    <name>huying::FilmDialog</name>
    <message>
        <source>The period as a film</source>
        <translation>时段影片</translation>
    </message>
    <message>
        <source>Film (animated WebP)</source>
        <translation>影片（WebP 动画）</translation>
    </message>
    <message>
        <source>Numbered pictures (PNG)</source>
        <translation>编号图片（PNG）</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) a second</source>
        <translation>
            <numerusform>每秒 %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Films (*.webp)</source>
        <translation>影片 (*.webp)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>huying::FilterBar</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>图上圈定</translation>
    </message>
    <message>
        <source>Click to take the area back</source>
        <translation>点击取消圈定范围</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步骤</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>The whole county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Other days …</source>
        <translation>其他日期…</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Reported between</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>the whole county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>Narrow the categories, such as: lamp</source>
        <translation>筛选类别，例如：路灯</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Narrow the regions: township, village or grid</source>
        <translation>筛选地区：乡镇、村或网格</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地区</translation>
    </message>
</context>
<context>
    <name>huying::Hall</name>
    <message>
        <source>Ticket %1 has been entered.</source>
        <translation>工单 %1 已录入。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写出：%1</translation>
    </message>
</context>
<context>
    <name>huying::ImportMapDialog</name>
    <message>
        <source>Take in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>%1 of %2 features are regions of this level; %3 regions are not in the file and stay as they are. It came in %4.</source>
        <translation>%2 个要素中有 %1 个是这一级的地区；%3 个地区不在文件中，保持不变。文件坐标系为 %4。</translation>
    </message>
    <message>
        <source>GeoPackage, Shapefile, GeoJSON, KML, CSV, FlatGeobuf. Nothing changes before it is taken in.</source>
        <translation>GeoPackage、Shapefile、GeoJSON、KML、CSV、FlatGeobuf。点“导入”之前不会有任何改动。</translation>
    </message>
    <message>
        <source>It is being taken in…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Take in borders or another layer</source>
        <translation>导入边界或其他图层</translation>
    </message>
    <message>
        <source>%1 features, which take the place of the layer “%2” that the map has. They came in %3.</source>
        <translation>%1 个要素，将替换地图已有的图层“%2”。坐标系 %3。</translation>
    </message>
    <message>
        <source>%1 features, which become the layer “%2” of the map. They came in %3.</source>
        <translation>%1 个要素，将成为地图的图层“%2”。坐标系 %3。</translation>
    </message>
</context>
<context>
    <name>huying::ImportMapForm</name>
    <message>
        <source>Look for it…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Alt+L</source>
        <translation>Alt+L</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Layer of the file</source>
        <translation>文件中的图层</translation>
    </message>
    <message>
        <source>the county&apos;s border</source>
        <translation>县界</translation>
    </message>
    <message>
        <source>townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>villages</source>
        <translation>村</translation>
    </message>
    <message>
        <source>grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>What it has</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Names are in</source>
        <translation>名称字段</translation>
    </message>
    <message>
        <source>Codes are in</source>
        <translation>代码字段</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件所述</translation>
    </message>
    <message>
        <source>as it is found out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>not, while it is small enough</source>
        <translation>足够小时不简化</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Encoding of its texts</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Simplify borders by</source>
        <translation>边界简化</translation>
    </message>
    <message>
        <source>A file of borders</source>
        <translation>边界文件</translation>
    </message>
    <message>
        <source>Geography (*.gpkg *.shp *.geojson *.json *.kml *.kmz *.csv *.fgb)</source>
        <translation>地理数据 (*.gpkg *.shp *.geojson *.json *.kml *.kmz *.csv *.fgb)</translation>
    </message>
    <message>
        <source>the field that fits best</source>
        <translation>最合适的字段</translation>
    </message>
    <message>
        <source>something else: roads, waters, schools …</source>
        <translation>其他：道路、水系、学校等</translation>
    </message>
    <message>
        <source>The layer is called</source>
        <translation>图层名称</translation>
    </message>
</context>
<context>
    <name>huying::JoinField</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>same grid</source>
        <translation>同网格</translation>
    </message>
    <message>
        <source>Its number, or a word of its title or place</source>
        <translation>编号，或标题、地点中的字词</translation>
    </message>
    <message>
        <source>Likely main tickets</source>
        <translation>可能的主工单</translation>
    </message>
    <message>
        <source>Near by, of the same item, within 30 days</source>
        <translation>附近、同类、前后 30 天内</translation>
    </message>
    <message>
        <source>Open tickets with these words</source>
        <translation>含有这些字词的未办结工单</translation>
    </message>
    <message>
        <source>None near by of the same item; type the number of the main ticket.</source>
        <translation>附近没有同类工单；请输入主工单编号。</translation>
    </message>
    <message>
        <source>No open ticket has these words.</source>
        <translation>没有未办结工单含有这些字词。</translation>
    </message>
    <message>
        <source>reported %1</source>
        <translation>%1 上报</translation>
    </message>
    <message numerus="yes">
        <source>%n joined already</source>
        <translation>
            <numerusform>已并入 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Joined, this report is worked on, answered and closed with %1; it stays in sight and can be separated again. The other one becomes more important.</source>
        <translation>并入后，本件随 %1 一同办理、反馈和办结；仍可查看，也可再拆分。主工单的重要程度随之提高。</translation>
    </message>
</context>
<context>
    <name>huying::KeyHint</name>
    <message>
        <source>Key %1</source>
        <translation>按键 %1</translation>
    </message>
</context>
<context>
    <name>huying::KinList</name>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Joined reports</source>
        <translation>并入的工单</translation>
    </message>
    <message>
        <source>Joined as a duplicate to</source>
        <translation>已作为重复工单并入</translation>
    </message>
    <message>
        <source>a ticket that is not at this desk</source>
        <translation>不在本席的工单</translation>
    </message>
    <message>
        <source>%1 · %2
%3, reported %4</source>
        <comment>number, title, step, when</comment>
        <translation>%1 · %2
%3，%4 上报</translation>
    </message>
    <message numerus="yes">
        <source>%n more reports of this, joined to it</source>
        <translation>
            <numerusform>另有 %n 件反映同一事项，已并入</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, reported %2</source>
        <translation>%1，%2 上报</translation>
    </message>
</context>
<context>
    <name>huying::LongerField</name>
    <message>
        <source>Working days</source>
        <translation>按工作日</translation>
    </message>
    <message>
        <source>Until the end of</source>
        <translation>至当日 24:00</translation>
    </message>
</context>
<context>
    <name>huying::MBTiles</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no tiles in it, or is no MBTiles file.</source>
        <translation>%1 中没有瓦片，或不是 MBTiles 文件。</translation>
    </message>
</context>
<context>
    <name>huying::MapFeed</name>
    <message>
        <source>last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>The county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Source: the county&apos;s ledger, by Huying</source>
        <translation>数据来源：本县台账，呼应制图</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>huying::MapPane</name>
    <message>
        <source>within 600 m</source>
        <translation>600 米内</translation>
    </message>
    <message>
        <source>within 300 m</source>
        <translation>300 米内</translation>
    </message>
    <message>
        <source>within 1.2 km</source>
        <translation>1.2 公里内</translation>
    </message>
    <message>
        <source>within 2.4 km</source>
        <translation>2.4 公里内</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>follows the filter</source>
        <translation>随筛选变化</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>County map</source>
        <translation>全县地图</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>by scale</source>
        <translation>随比例尺</translation>
    </message>
    <message>
        <source>townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>villages</source>
        <translation>村</translation>
    </message>
    <message>
        <source>grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>L on the map</source>
        <translation>在地图上按 L 切换</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>扩散</translation>
    </message>
    <message>
        <source>within 200 m</source>
        <translation>200 米内</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>V on the map</source>
        <translation>地图上按 V</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>M on the map</source>
        <translation>地图上按 M</translation>
    </message>
    <message>
        <source>K on the map</source>
        <translation>地图上按 K</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>by region</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>tickets alone</source>
        <translation>仅工单</translation>
    </message>
    <message>
        <source>D on the map</source>
        <translation>地图上按 D</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>R on the map</source>
        <translation>在地图上按 R</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不显示</translation>
    </message>
</context>
<context>
    <name>huying::MapTools</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Time bar</source>
        <translation>时间条</translation>
    </message>
    <message>
        <source>Alt+T</source>
        <translation>Alt+T</translation>
    </message>
    <message>
        <source>Draw an area</source>
        <translation>圈定范围</translation>
    </message>
    <message>
        <source>Alt+A</source>
        <translation>Alt+A</translation>
    </message>
    <message>
        <source>As a file…</source>
        <translation>导出文件…</translation>
    </message>
    <message>
        <source>Alt+E</source>
        <translation>Alt+E</translation>
    </message>
    <message>
        <source>Base map…</source>
        <translation>底图…</translation>
    </message>
    <message>
        <source>Alt+B</source>
        <translation>Alt+B</translation>
    </message>
    <message>
        <source>Whole county</source>
        <translation>全县</translation>
    </message>
</context>
<context>
    <name>huying::MatchTable</name>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>How</source>
        <translation>匹配方式</translation>
    </message>
    <message>
        <source>%1; perhaps %2 (Return)</source>
        <translation>%1；或许是 %2（回车）</translation>
    </message>
</context>
<context>
    <name>huying::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>huying::NavigationRail</name>
    <message>
        <source>Places</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>huying::NewTicketDialog</name>
    <message>
        <source>1, usual</source>
        <translation>1 级 一般</translation>
    </message>
    <message>
        <source>2, important</source>
        <translation>2 级 重要</translation>
    </message>
    <message>
        <source>3, very important</source>
        <translation>3 级 很重要</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>What it is about, in one line</source>
        <translation>一句话说明诉求</translation>
    </message>
    <message>
        <source>What the citizen says</source>
        <translation>群众怎么说</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Place in words</source>
        <translation>详细地点</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Citizen (seen only by those who need it)</source>
        <translation>群众信息（仅经办人员可见）</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class of the deadline</source>
        <translation>时限类型</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要等级</translation>
    </message>
    <message>
        <source>Report the ticket</source>
        <translation>上报工单</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后继续</translation>
    </message>
    <message>
        <source>Empty the form</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Due %1, provisional – %2</source>
        <translation>时限：%1（暂定），%2</translation>
    </message>
    <message>
        <source>Due %1 – %2</source>
        <translation>时限：%1，%2</translation>
    </message>
    <message>
        <source>Find the place</source>
        <translation>查找地点</translation>
    </message>
    <message>
        <source>%1 lies outside the county; the ticket keeps the point.</source>
        <translation>%1 在县外；工单保留此坐标。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>The photos are still being made ready.</source>
        <translation>照片仍在处理中。</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>坐标 %1</translation>
    </message>
</context>
<context>
    <name>huying::OpeningPage</name>
    <message>
        <source>%1 % – the queue opens as soon as it is here.</source>
        <translation>已取 %1%，取完即打开队列。</translation>
    </message>
    <message>
        <source>Fetching the open tickets …</source>
        <translation>正在取得未办结工单……</translation>
    </message>
</context>
<context>
    <name>huying::PictureCalls</name>
    <message>
        <source>The backend does not take this picture.</source>
        <translation>后台不接收这张图片。</translation>
    </message>
    <message>
        <source>Nobody is signed in at the backend.</source>
        <translation>尚未在后台登录。</translation>
    </message>
    <message>
        <source>The backend knows no ticket yet that names this picture.</source>
        <translation>后台尚无登记这张图片的工单。</translation>
    </message>
    <message>
        <source>The backend takes no pictures at this moment.</source>
        <translation>后台目前不接收图片。</translation>
    </message>
    <message>
        <source>The line broke.</source>
        <translation>线路中断。</translation>
    </message>
</context>
<context>
    <name>huying::PictureTile</name>
    <message>
        <source>Sending, %1</source>
        <translation>正在上传 %1</translation>
    </message>
    <message>
        <source>Waits for the line</source>
        <translation>待线路恢复上传</translation>
    </message>
    <message>
        <source>Backend is full</source>
        <comment>a photo that it cannot take</comment>
        <translation>后台空间已满</translation>
    </message>
    <message>
        <source>Not taken yet</source>
        <comment>a photo, by the backend</comment>
        <translation>后台暂未接收</translation>
    </message>
    <message>
        <source>Is looked for</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Coming, %1</source>
        <translation>正在接收 %1</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>Comes with the line</source>
        <translation>线路恢复后显示</translation>
    </message>
    <message>
        <source>Not yet sent</source>
        <translation>对方尚未上传</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <comment>width and height in pixels, size of the file</comment>
        <translation>%1 × %2 · %3</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>照片 %1</translation>
    </message>
    <message>
        <source>Photo %1, %2</source>
        <translation>照片 %1，%2</translation>
    </message>
    <message>
        <source>Delete takes it out</source>
        <translation>按 Del 移除</translation>
    </message>
    <message>
        <source>Enter shows it large</source>
        <translation>回车看大图</translation>
    </message>
    <message>
        <source>Take the photo out</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>This disk is full</source>
        <comment>where a photo should go</comment>
        <translation>本机磁盘已满</translation>
    </message>
</context>
<context>
    <name>huying::PictureViewer</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已另存为 %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>整张</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 · %4</source>
        <comment>which picture, of how many, its name, its size</comment>
        <translation>第 %1 张，共 %2 张 · %3 · %4</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>huying::PictureWork</name>
    <message>
        <source>The desk is still opening.</source>
        <translation>席位正在打开，请稍候。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>At most %1 photos go along at once.</source>
        <translation>一次最多附 %1 张照片。</translation>
    </message>
    <message>
        <source>This is no file of less than 64 MB.</source>
        <translation>不是小于 64 MB 的文件。</translation>
    </message>
</context>
<context>
    <name>huying::PicturesField</name>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp)</source>
        <translation>照片 (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n photos go along at once.</source>
        <translation>
            <numerusform>一次最多附 %n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The photos are being made ready.</source>
        <translation>照片正在处理。</translation>
    </message>
</context>
<context>
    <name>huying::PlaceField</name>
    <message>
        <source>Name, initials, code, or longitude and latitude</source>
        <translation>名称、拼音首字母、代码，或经纬度</translation>
    </message>
</context>
<context>
    <name>huying::QueueScreen</name>
    <message>
        <source>No ticket stands here</source>
        <translation>这里没有工单</translation>
    </message>
    <message>
        <source>Choose another view or clear the filters.</source>
        <translation>请选择其他队列，或清除筛选条件。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新到</numerusform>
        </translation>
    </message>
    <message>
        <source>by risk</source>
        <translation>按超时风险排序</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>按编号排序</translation>
    </message>
    <message>
        <source>by category</source>
        <translation>按类别排序</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>按地点排序</translation>
    </message>
    <message>
        <source>by lead unit</source>
        <translation>按主体单位排序</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>按步骤排序</translation>
    </message>
    <message>
        <source>by channel</source>
        <translation>按渠道排序</translation>
    </message>
    <message>
        <source>%1 tickets · %2</source>
        <comment>how many, in which order</comment>
        <translation>%1 件 · %2</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <comment>how many, where there is no room for the order</comment>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>Closed tickets are still being fetched</source>
        <translation>历史工单仍在取得中</translation>
    </message>
    <message>
        <source>All tickets stand here as soon as they are here.</source>
        <translation>到齐后，全部工单列在这里。</translation>
    </message>
    <message>
        <source>Look through all tickets</source>
        <translation>在全部工单中查找</translation>
    </message>
    <message>
        <source>Choose other words or clear the filters.</source>
        <translation>请换个词，或清除筛选条件。</translation>
    </message>
    <message>
        <source>Looking through all tickets</source>
        <translation>正在全部工单中查找</translation>
    </message>
    <message>
        <source>What is found stands here in a moment.</source>
        <translation>结果稍后显示在这里。</translation>
    </message>
    <message>
        <source>All tickets cannot be read now</source>
        <translation>暂时无法读取全部工单</translation>
    </message>
    <message>
        <source>The reason stands above; the views are not touched by it.</source>
        <translation>原因见上方提示；各队列不受影响。</translation>
    </message>
    <message>
        <source>No ticket of this view is found</source>
        <translation>此队列中没有符合的工单</translation>
    </message>
    <message>
        <source>Enter in the search field looks through all tickets.</source>
        <translation>在查找框中按回车键，可在全部工单中查找。</translation>
    </message>
    <message>
        <source>No ticket is found</source>
        <translation>没有找到符合的工单</translation>
    </message>
    <message>
        <source>Choose other words.</source>
        <translation>请换个词查找。</translation>
    </message>
</context>
<context>
    <name>huying::RefusedList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>未办成：%1</translation>
    </message>
    <message>
        <source>Meanwhile, %1, %2: %3</source>
        <translation>其间 %1 %2：%3</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改后办理</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>huying::RegionField</name>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村/社区</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
</context>
<context>
    <name>huying::Screenshots</name>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>无法建立文件夹 %1</translation>
    </message>
    <message>
        <source>the desk was not filled in time: %1</source>
        <translation>席位数据未能按时取齐：%1</translation>
    </message>
    <message>
        <source>the picture %1 could not be made</source>
        <translation>无法生成图片 %1</translation>
    </message>
</context>
<context>
    <name>huying::SearchField</name>
    <message>
        <source>Find by number, words or place</source>
        <translation>按编号、内容或地点查找</translation>
    </message>
    <message>
        <source>Find tickets</source>
        <translation>查找工单</translation>
    </message>
</context>
<context>
    <name>huying::SheetDialog</name>
    <message>
        <source>The map as a file</source>
        <translation>导出地图</translation>
    </message>
    <message>
        <source>with the open tickets</source>
        <translation>带未办结工单</translation>
    </message>
    <message>
        <source>Picture (PNG), %1 × %2</source>
        <translation>图片（PNG），%1 × %2</translation>
    </message>
    <message>
        <source>Page (PDF), A4</source>
        <translation>页面（PDF），A4</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>矢量图（SVG）</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Pages (*.pdf)</source>
        <translation>页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>with borders, as well-known text (WKT)</source>
        <translation>带边界（WKT 文本）</translation>
    </message>
    <message>
        <source>townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>villages</source>
        <translation>村</translation>
    </message>
    <message>
        <source>grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>层级(&amp;L)</translation>
    </message>
</context>
<context>
    <name>huying::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Both name and password are needed.</source>
        <translation>请填写用户名和密码。</translation>
    </message>
</context>
<context>
    <name>huying::SnapshotFetch</name>
    <message>
        <source>The backend does not answer.</source>
        <translation>后台没有应答。</translation>
    </message>
    <message>
        <source>The backend has no data to start from (status %1).</source>
        <translation>后台没有可供起步的数据（状态 %1）。</translation>
    </message>
    <message>
        <source>What answers is no Huying backend.</source>
        <translation>应答的不是呼应后台。</translation>
    </message>
    <message>
        <source>What was fetched to start from is not what was sent.</source>
        <translation>取回的初始数据与后台发出的不一致。</translation>
    </message>
</context>
<context>
    <name>huying::StartWatch</name>
    <message>
        <source>the queue can be used after %1 s, %2 tickets in it, %3 MB</source>
        <translation>%1 秒后队列可用，内有 %2 件工单，内存 %3 MB</translation>
    </message>
    <message>
        <source>every ticket is here after %1 s, %2 MB</source>
        <translation>%1 秒后全部工单到齐，内存 %2 MB</translation>
    </message>
</context>
<context>
    <name>huying::StepBar</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>huying::TicketHead</name>
    <message numerus="yes">
        <source>reported %n times</source>
        <translation>
            <numerusform>%n 次上报</numerusform>
        </translation>
    </message>
    <message>
        <source>reported once</source>
        <translation>一次上报</translation>
    </message>
    <message>
        <source>importance %1</source>
        <translation>重要等级 %1</translation>
    </message>
    <message numerus="yes">
        <source>returned %n times</source>
        <translation>
            <numerusform>退回 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopened %n times</source>
        <translation>
            <numerusform>重办 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>whose it is, is disputed</source>
        <translation>职责争议中</translation>
    </message>
    <message>
        <source>bad rating: closes only when the citizen is satisfied</source>
        <translation>差评跟进：群众满意后才能办结</translation>
    </message>
    <message>
        <source>urged: %1</source>
        <translation>督办：%1</translation>
    </message>
    <message>
        <source>joined to another as a duplicate</source>
        <translation>已并入别的工单</translation>
    </message>
    <message>
        <source>void: %1</source>
        <translation>无效：%1</translation>
    </message>
    <message>
        <source>rated: %1</source>
        <translation>评价：%1</translation>
    </message>
    <message>
        <source>not yet classified</source>
        <translation>尚未分类</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>category, class of the deadline</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Citizen: %1</source>
        <translation>群众：%1</translation>
    </message>
    <message>
        <source>Report</source>
        <comment>step</comment>
        <translation>上报</translation>
    </message>
    <message>
        <source>Accept</source>
        <comment>step</comment>
        <translation>受理</translation>
    </message>
    <message>
        <source>Assign</source>
        <comment>step</comment>
        <translation>指定</translation>
    </message>
    <message>
        <source>Handle</source>
        <comment>step</comment>
        <translation>处置</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>step</comment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>Imported from %1, number %2</source>
        <translation>导入自 %1，编号 %2</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 is looking at this ticket</source>
        <translation>%1 正在查看此工单</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>latitude, longitude</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>WGS-84 %1</source>
        <translation>WGS-84 %1</translation>
    </message>
    <message>
        <source>%1, given as %2 %3</source>
        <translation>%1，原为 %2 %3</translation>
    </message>
    <message>
        <source>outside the county</source>
        <translation>县外</translation>
    </message>
</context>
<context>
    <name>huying::TicketPane</name>
    <message>
        <source>No ticket chosen</source>
        <translation>尚未选择工单</translation>
    </message>
    <message>
        <source>Choose one in the queue with the arrow keys; what can be done with it stands here, each with its key.</source>
        <translation>用方向键在队列中选择一件；可以办理的操作会列在这里，每项都有按键。</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>The older trail is at the backend and could not be fetched; it comes with the line.</source>
        <translation>更早的办理经过在后台，暂未取到；连接恢复后补齐。</translation>
    </message>
    <message>
        <source>Look at the photos</source>
        <translation>查看照片</translation>
    </message>
    <message>
        <source>The ticket is not here: it is out of your sight, or was never accepted.</source>
        <translation>该工单不在本席：已不归您查看，或未被接收。</translation>
    </message>
    <message>
        <source>Ticket %1 is not here: it is out of your sight, or was never accepted.</source>
        <translation>工单 %1 不在本席：已不归您查看，或未被接收。</translation>
    </message>
    <message>
        <source>The ticket is not here yet: the older ones are on their way.</source>
        <translation>该工单尚未到达本席：历史工单正在下载。</translation>
    </message>
    <message>
        <source>Ticket %1 is not here yet: the older ones are on their way.</source>
        <translation>工单 %1 尚未到达本席：历史工单正在下载。</translation>
    </message>
</context>
<context>
    <name>huying::TicketTable</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>huying::TicketTableModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>主体单位</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>outside the county</source>
        <translation>县外</translation>
    </message>
    <message>
        <source>outside the county: %1</source>
        <translation>县外：%1</translation>
    </message>
</context>
<context>
    <name>huying::TimeBar</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Alt+P</source>
        <translation>Alt+P</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>一月</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>2 a second</source>
        <translation>每秒 2 帧</translation>
    </message>
    <message>
        <source>1 a second</source>
        <translation>每秒 1 帧</translation>
    </message>
    <message>
        <source>5 a second</source>
        <translation>每秒 5 帧</translation>
    </message>
    <message>
        <source>10 a second</source>
        <translation>每秒 10 帧</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>As a film…</source>
        <translation>导出影片…</translation>
    </message>
    <message>
        <source>Alt+F</source>
        <translation>Alt+F</translation>
    </message>
    <message>
        <source>Whole period</source>
        <translation>整个时段</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln ticket(s)</source>
        <translation>
            <numerusform>%1 · %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No tickets in this period</source>
        <translation>此时段没有工单</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>huying::TimeBarColumns</name>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
</context>
<context>
    <name>huying::TopLine</name>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Huying · %1</source>
        <translation>呼应 · %1</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s fast; corrected for</source>
        <translation>本机时钟快 %1 秒，已校正</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s slow; corrected for</source>
        <translation>本机时钟慢 %1 秒，已校正</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 min fast; corrected for</source>
        <translation>本机时钟快 %1 分钟，已校正</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 min slow; corrected for</source>
        <translation>本机时钟慢 %1 分钟，已校正</translation>
    </message>
</context>
<context>
    <name>huying::Trail</name>
    <message>
        <source>%1 · %2</source>
        <comment>what happened, who did it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 – waits to be sent</source>
        <translation>%1（待发送）</translation>
    </message>
    <message>
        <source>%1 – taken back</source>
        <translation>%1（已撤回）</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>办理经过</translation>
    </message>
</context>
<context>
    <name>huying::UnitField</name>
    <message>
        <source>Any part of the unit&apos;s name</source>
        <translation>输入单位名称中的任意几个字</translation>
    </message>
</context>
<context>
    <name>huying::UnitsField</name>
    <message>
        <source>Take out %1</source>
        <translation>去掉 %1</translation>
    </message>
</context>
<context>
    <name>huying::ViewsList</name>
    <message>
        <source>To assign</source>
        <translation>待指派</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新到</translation>
    </message>
    <message>
        <source>Due within the hour</source>
        <translation>一小时内到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>职责争议</translation>
    </message>
    <message>
        <source>Extensions asked for</source>
        <translation>延期申请</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Bad ratings</source>
        <translation>差评跟进</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部未办结</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>Views of the queue</source>
        <translation>队列视图</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tickets</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huyingctl</name>
    <message>
        <source>write a ledger of a simulated county, or go on with one</source>
        <translation>生成模拟县的台账，或在已有台账上继续</translation>
    </message>
    <message>
        <source>Usage: huyingctl COMMAND [OPTIONS]</source>
        <translation>用法：huyingctl 命令 [选项]</translation>
    </message>
    <message>
        <source>huyingctl COMMAND --help tells more.</source>
        <translation>huyingctl 命令 --help 查看详细说明。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有“%1”这个命令。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Answer in JSON, for machines.</source>
        <translation>以 JSON 输出，供程序读取。</translation>
    </message>
    <message>
        <source>Usage: huyingctl %1 [OPTIONS]</source>
        <translation>用法：huyingctl %1 [选项]</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>多出参数“%1”。</translation>
    </message>
    <message>
        <source>An argument is missing; --help shows them.</source>
        <translation>缺少参数；--help 查看全部参数。</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>缺少 --%1。</translation>
    </message>
    <message>
        <source>--%1 is a whole number from %2 to %3.</source>
        <translation>--%1 应为 %2 至 %3 的整数。</translation>
    </message>
    <message>
        <source>--%1 is a number from %2 to %3.</source>
        <translation>--%1 应为 %2 至 %3 的数。</translation>
    </message>
    <message>
        <source>--%1 is a whole number.</source>
        <translation>--%1 应为整数。</translation>
    </message>
    <message>
        <source>--%1 is a day such as 2023-07-12.</source>
        <translation>--%1 应为日期，例如 2023-07-12。</translation>
    </message>
    <message>
        <source>How many tickets are reported.</source>
        <translation>上报的工单数。</translation>
    </message>
    <message>
        <source>The first day, such as 2020-07-01.</source>
        <translation>第一天，例如 2020-07-01。</translation>
    </message>
    <message>
        <source>Another number makes another county; 1 where none is given.</source>
        <translation>不同的数生成不同的县；不填为 1。</translation>
    </message>
    <message>
        <source>Simulating</source>
        <translation>正在模拟</translation>
    </message>
    <message>
        <source>Making the indexes</source>
        <translation>正在建立索引</translation>
    </message>
    <message>
        <source>%1: %L2 tickets, %L3 events, in %4 s.</source>
        <translation>%1：%L2 件工单，%L3 条记录，用时 %4 秒。</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>%1 open: %2 in time, %3 overdue or with an extension asked for</source>
        <translation>未办结 %1 件：时限内 %2 件，已超时或申请延期 %3 件</translation>
    </message>
    <message>
        <source>order, chain, every ticket and the figures are as they should be</source>
        <translation>次序、链、每件工单和统计数均无误</translation>
    </message>
    <message>
        <source>%1 faults</source>
        <translation>%1 处错误</translation>
    </message>
    <message>
        <source>Reads a whole ledger: its order, its chain, every ticket folded anew, the figures; and counts tickets.</source>
        <translation>通读整个台账：核对次序和链，逐件重新推算工单，核对统计数，并统计件数。</translation>
    </message>
    <message>
        <source>The ledger.</source>
        <translation>台账文件。</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末，不计</translation>
    </message>
    <message>
        <source>working day, made up for %1</source>
        <translation>%1调休上班，计入</translation>
    </message>
    <message>
        <source>working day, as long as no notice says otherwise</source>
        <translation>工作日（当年放假通知尚未公布）</translation>
    </message>
    <message>
        <source>weekend, as long as no notice says otherwise</source>
        <translation>周末，不计（当年放假通知尚未公布）</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>时限：%1</translation>
    </message>
    <message>
        <source>, for the first answer</source>
        <translation>，首次反馈</translation>
    </message>
    <message>
        <source>, for the solution</source>
        <translation>，解决</translation>
    </message>
    <message>
        <source>; provisional (暂定): it reaches into a year without a published notice</source>
        <translation>；暂定：跨入放假通知尚未公布的年份</translation>
    </message>
    <message>
        <source>Further days are left out.</source>
        <translation>其余各天从略。</translation>
    </message>
    <message>
        <source>Says when a ticket is due and why: each day counted or not, and by which notice.</source>
        <translation>说明工单何时到期及其依据：逐日列出是否计入、依据哪个通知。</translation>
    </message>
    <message>
        <source>emergency, consultation, public-service or other.</source>
        <translation>emergency（突发情况）、consultation（政策咨询）、public-service（公共服务）或 other（其他）。</translation>
    </message>
    <message>
        <source>When it was reported, such as 2023-01-20 or “2023-01-20 09:00”.</source>
        <translation>上报时间，例如 2023-01-20 或“2023-01-20 09:00”。</translation>
    </message>
    <message>
        <source>--reported is a time such as “2023-01-20 09:00”.</source>
        <translation>--reported 应为时间，例如“2023-01-20 09:00”。</translation>
    </message>
    <message>
        <source>--class is emergency, consultation, public-service or other.</source>
        <translation>--class 应为 emergency、consultation、public-service 或 other。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>events</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Writes a ledger&apos;s tickets as CSV, its events as JSON lines, or both.</source>
        <translation>把台账的工单导出为 CSV，记录导出为 JSON Lines，或两者都导出。</translation>
    </message>
    <message>
        <source>Where the tickets go: CSV in UTF-8, nothing personal in it.</source>
        <translation>工单导出到此文件：UTF-8 编码的 CSV，不含个人信息。</translation>
    </message>
    <message>
        <source>Where the events go, names and telephone numbers with them: importing them makes the same ledger.</source>
        <translation>记录导出到此文件，含姓名和电话；重新导入可得到相同的台账。</translation>
    </message>
    <message>
        <source>%1 tickets in %2</source>
        <translation>%1 件工单，已写入 %2</translation>
    </message>
    <message>
        <source>%1 events in %2</source>
        <translation>%1 条记录，已写入 %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is a first mapping; look it over.</source>
        <translation>%1 为初步映射，请核对。</translation>
    </message>
    <message>
        <source>the source says</source>
        <translation>来源认定</translation>
    </message>
    <message>
        <source>by the rules</source>
        <translation>按规则认定</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>%1 of %2 rows differ</source>
        <translation>%2 行中有 %1 行不一致</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 updated, %4 unchanged, %5 rejected</source>
        <translation>共 %1 行：新增 %2，更新 %3，未变 %4，未导入 %5</translation>
    </message>
    <message>
        <source>%1 events, %2 new categories and units</source>
        <translation>%1 条记录，新增类别和单位 %2 个</translation>
    </message>
    <message>
        <source>%1 rows: %2</source>
        <translation>%1 行：%2</translation>
    </message>
    <message>
        <source>rejected rows with their reasons are in %1</source>
        <translation>未导入的行及理由见 %1</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Stopped; the rows counted are in the ledger, import again for the others.</source>
        <translation>已停止；已计数的行已进入台账，其余请重新导入。</translation>
    </message>
    <message>
        <source>%1 rows were rejected.</source>
        <translation>有 %1 行未导入。</translation>
    </message>
    <message>
        <source>importing events</source>
        <translation>正在导入记录</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>The table, or with --events the exported events.</source>
        <translation>表格文件；用 --events 时为导出的记录。</translation>
    </message>
    <message>
        <source>How the table is to be read.</source>
        <translation>读取表格所用的映射。</translation>
    </message>
    <message>
        <source>Write a first mapping for the table, to look over and edit.</source>
        <translation>为表格生成初步映射，供核对修改。</translation>
    </message>
    <message>
        <source>Where the guessed mapping goes; else it is printed.</source>
        <translation>初步映射写入此文件；不填则直接显示。</translation>
    </message>
    <message>
        <source>Compare the source&apos;s own word on being on time, in this column, with the rules; what differs is in FILE.differences.csv.</source>
        <translation>把来源在此列中对是否按时的认定与规则比对，不一致的写入 FILE.differences.csv。</translation>
    </message>
    <message>
        <source>FILE holds exported events; they make a new ledger, the same one.</source>
        <translation>FILE 为导出的记录，据此新建一份相同的台账。</translation>
    </message>
    <message>
        <source>The file has no events.</source>
        <translation>文件中没有记录。</translation>
    </message>
    <message>
        <source>take tables of other systems, or exported events, into a ledger</source>
        <translation>把其他系统的表格或导出的记录导入账本</translation>
    </message>
    <message>
        <source>write a ledger&apos;s tickets as CSV, its events as JSON lines</source>
        <translation>把台账的工单导出为 CSV，记录导出为 JSON Lines</translation>
    </message>
    <message>
        <source>read a whole ledger, verify and count it</source>
        <translation>通读整个台账，核对并统计</translation>
    </message>
    <message>
        <source>show a ticket and all that happened to it</source>
        <translation>显示一件工单及其全部办理经过</translation>
    </message>
    <message>
        <source>say when a ticket is due, and why</source>
        <translation>说明工单何时到期及其依据</translation>
    </message>
    <message>
        <source>The ledger has no ticket with the number “%1”.</source>
        <translation>台账中没有编号为“%1”的工单。</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>lead unit</source>
        <translation>主体责任单位</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>event</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>by</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Shows a ticket and all that happened to it, without the citizen&apos;s name and number.</source>
        <translation>显示一件工单及其全部办理经过，不含群众姓名和电话。</translation>
    </message>
    <message>
        <source>The ticket&apos;s number.</source>
        <translation>工单编号。</translation>
    </message>
    <message>
        <source>open tickets by lamp at %1</source>
        <translation>未办结工单，灯色截至 %1</translation>
    </message>
    <message>
        <source>--at is a time such as 2023-10-31T18:00:00+08:00.</source>
        <translation>--at 应为时刻，例如 2023-10-31T18:00:00+08:00。</translation>
    </message>
    <message>
        <source>Lamps as at this time; that of the log&apos;s end where none is given.</source>
        <translation>灯色截至的时刻；不指定时取日志末尾的时刻。</translation>
    </message>
    <message>
        <source>%L1 tickets, %L2 events</source>
        <translation>%L1 件工单，%L2 个事件</translation>
    </message>
    <message>
        <source>--%1 is a day or a time such as 2023-07-12T14:00.</source>
        <translation>--%1 应为日期或时刻，例如 2023-07-12T14:00。</translation>
    </message>
    <message>
        <source>The last day, or the time at which it ends, such as 2023-10-31T14:00.</source>
        <translation>最后一天，或结束时刻，例如 2023-10-31T14:00。</translation>
    </message>
    <message>
        <source>Goes on with so many tickets a minute.</source>
        <translation>继续产生，每分钟这么多件。</translation>
    </message>
    <message>
        <source>--backend is an address such as http://127.0.0.1:7530.</source>
        <translation>--backend 应为地址，例如 http://127.0.0.1:7530。</translation>
    </message>
    <message>
        <source>%L1 tickets, %L2 events, %L3 refused.</source>
        <translation>%L1 件工单，%L2 个事件，%L3 个被拒绝。</translation>
    </message>
    <message>
        <source>No temporary folder can be made for a copy of the log: %1</source>
        <translation>无法为日志副本建立临时文件夹：%1</translation>
    </message>
    <message>
        <source>%1: what it sends to start from is no copy of a log, or a newer one&apos;s.</source>
        <translation>%1：送来的起始数据不是日志副本，或版本更新。</translation>
    </message>
    <message>
        <source>The ledger; a backend may hold it meanwhile.</source>
        <translation>台账；可同时由后台持有。</translation>
    </message>
    <message>
        <source>Refused: what is checked is the file.</source>
        <translation>不受理：核对的是台账文件。</translation>
    </message>
    <message>
        <source>What is checked is the ledger&apos;s file, where it is: name it with --ledger FILE, which works while the backend holds it.</source>
        <translation>核对的是台账文件本身：请在其所在机器上用 --ledger FILE 指定，后台持有时也可以。</translation>
    </message>
    <message>
        <source>--events makes a new ledger: name its file with --ledger.</source>
        <translation>--events 新建台账：请用 --ledger 指定文件。</translation>
    </message>
    <message>
        <source>Takes a table of another system (CSV or XLSX) into a ledger. Rows that cannot be tickets are in FILE.rejected.csv with their reasons.</source>
        <translation>把其他系统的表格（CSV 或 XLSX）导入账本。不能成为工单的行连同理由写入 FILE.rejected.csv。</translation>
    </message>
    <message>
        <source>The ledger; a new one is founded.</source>
        <translation>台账；没有则新建。</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>Instead of a file, the backend that holds the ledger, such as http://127.0.0.1:7530.</source>
        <translation>不用文件，而用持有台账的后台，例如 http://127.0.0.1:7530。</translation>
    </message>
    <message>
        <source>Name the ledger with --ledger or the backend with --backend.</source>
        <translation>请用 --ledger 指定台账，或用 --backend 指定后台（二者取一）。</translation>
    </message>
    <message>
        <source>Writes a new ledger of a simulated county: ten townships, 2,800 grids and all that happens to their tickets. The same numbers give the same file. With --live it goes on until it is stopped: after the new ledger, or with one that is there where --tickets is not given, through its backend with --backend.</source>
        <translation>写出一个模拟县的新台账：十个乡镇、2,800 个网格以及工单的全部经过。数字相同，文件相同。加 --live 则一直继续到被停止：接在新台账之后；未给 --tickets 时接着已有的台账，用 --backend 则通过其后台。</translation>
    </message>
    <message>
        <source>--backend goes with --live alone: a new ledger is a file.</source>
        <translation>--backend 只与 --live 同用：新台账是文件。</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation>再输一次：</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>--role is dispatcher, unit, township, leader, organisation, wall, administrator or machine.</source>
        <translation>--role 可为 dispatcher、unit、township、leader、organisation、wall、administrator 或 machine。</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>There are no accounts.</source>
        <translation>没有账号。</translation>
    </message>
    <message>
        <source>The account %1 has been made.</source>
        <translation>账号 %1 已建立。</translation>
    </message>
    <message>
        <source>%1 has a new password and is signed out everywhere.</source>
        <translation>%1 的密码已更换，并已在各处退出登录。</translation>
    </message>
    <message>
        <source>%1 may no longer sign in.</source>
        <translation>%1 不能再登录。</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 可以重新登录。</translation>
    </message>
    <message>
        <source>Who may sign in at the backend of a ledger: add, list, disable, enable, password. Passwords are asked for, or read as one line from standard input. A backend may hold the ledger meanwhile.</source>
        <translation>管理可登录台账后台的账号：add 新建、list 列出、disable 停用、enable 启用、password 改密码。密码在终端询问，或从标准输入读取一行。后台可同时持有台账。</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>要做什么。</translation>
    </message>
    <message>
        <source>What one signs in with.</source>
        <translation>登录所用的名称。</translation>
    </message>
    <message>
        <source>What colleagues call them; the name when left out.</source>
        <translation>同事对其的称呼；省略则同用户名。</translation>
    </message>
    <message>
        <source>Their id in the log; the name when left out.</source>
        <translation>日志中的人员编号；省略则同用户名。</translation>
    </message>
    <message>
        <source>dispatcher, unit, township, leader, organisation, wall, administrator or machine.</source>
        <translation>dispatcher、unit、township、leader、organisation、wall、administrator 或 machine。</translation>
    </message>
    <message>
        <source>The code of its unit, for units and townships.</source>
        <translation>单位代码，用于单位和乡镇。</translation>
    </message>
    <message>
        <source>The code of its region, for townships.</source>
        <translation>地区代码，用于乡镇。</translation>
    </message>
    <message>
        <source>“%1” is nothing to do with accounts.</source>
        <translation>账号管理没有“%1”这一项。</translation>
    </message>
    <message>
        <source>say who may sign in at a ledger&apos;s backend</source>
        <translation>管理可登录台账后台的账号</translation>
    </message>
    <message>
        <source>The account with which to ask the backend.</source>
        <translation>访问后台所用的账号。</translation>
    </message>
    <message>
        <source>The file whose first line is its password.</source>
        <translation>首行为其密码的文件。</translation>
    </message>
    <message>
        <source>--account and --password-file go together.</source>
        <translation>--account 与 --password-file 须同时给出。</translation>
    </message>
    <message>
        <source>take a whole ledger from a file into a database, or back</source>
        <translation>把整部台账从文件移入数据库，或移回文件</translation>
    </message>
    <message>
        <source>Takes a whole ledger, its log and its accounts, from a file into a database or back; where it was it stays as it is. Everybody signs in anew.</source>
        <translation>把整部台账连同日志和账号从文件移入数据库，或移回文件；原处保持不变。所有人须重新登录。</translation>
    </message>
    <message>
        <source>The ledger; no backend may serve it meanwhile.</source>
        <translation>台账；其间不得有后台为其服务。</translation>
    </message>
    <message>
        <source>Where it goes; no ledger may be there yet.</source>
        <translation>移往何处；该处不得已有台账。</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>正在移动</translation>
    </message>
    <message>
        <source>%L1 events moved to %2.</source>
        <translation>已将 %L1 个事件移至 %2。</translation>
    </message>
    <message>
        <source>The log ends before its end.</source>
        <translation>日志不完整，提前结束。</translation>
    </message>
    <message>
        <source>Somebody has written the ledger meanwhile: stop its backends first.</source>
        <translation>其间有人写入了台账：请先停止其后台。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已经存在。</translation>
    </message>
    <message>
        <source>The county&apos;s code, for a new ledger and for a database, which may hold several.</source>
        <translation>县代码：用于新建台账，也用于可存放多个县的数据库。</translation>
    </message>
    <message>
        <source>The ledger to write.</source>
        <translation>要写入的台账。</translation>
    </message>
    <message>
        <source>Coordinates are two numbers, east before north.</source>
        <translation>坐标是两个数，先东后北。</translation>
    </message>
    <message>
        <source>This lies outside the coordinate system.</source>
        <translation>该处超出坐标系的范围。</translation>
    </message>
    <message>
        <source>Line %1 holds no coordinates of this system.</source>
        <translation>第 %1 行不是该坐标系中的坐标。</translation>
    </message>
    <message>
        <source>Takes coordinates from one system into another: those of the arguments, or pairs line by line from standard input. WGS-84, CGCS2000, GCJ-02, BD-09; CGCS2000/GK3-38 a Gauss-Krüger zone of three degrees by its number, CGCS2000/GK3-114E by its meridian, CGCS2000/GK6-20 one of six; EPSG:4526.</source>
        <translation>把坐标从一个坐标系换算到另一个：取自参数，或从标准输入逐行读取。WGS-84、CGCS2000、GCJ-02、BD-09；CGCS2000/GK3-38 为按带号的高斯-克吕格三度带，CGCS2000/GK3-114E 按中央经线，CGCS2000/GK6-20 为六度带；EPSG:4526。</translation>
    </message>
    <message>
        <source>Degrees or metres east.</source>
        <translation>向东的度数或米数。</translation>
    </message>
    <message>
        <source>Degrees or metres north.</source>
        <translation>向北的度数或米数。</translation>
    </message>
    <message>
        <source>The system they are in.</source>
        <translation>原坐标系。</translation>
    </message>
    <message>
        <source>The system they are wanted in.</source>
        <translation>目标坐标系。</translation>
    </message>
    <message>
        <source>--level is county, township, village or grid.</source>
        <translation>--level 为 county、township、village 或 grid。</translation>
    </message>
    <message>
        <source>Nothing in the file is called like a region of this county, or has its code.</source>
        <translation>文件中没有与本县地区同名或同代码的要素。</translation>
    </message>
    <message>
        <source>The file; of a Shapefile the one that ends in .shp.</source>
        <translation>文件；Shapefile 取以 .shp 结尾的那个。</translation>
    </message>
    <message>
        <source>The layer of the file, where it has several.</source>
        <translation>文件中的图层，有多个时指明。</translation>
    </message>
    <message>
        <source>The coordinate system that the file is in, whatever it says: WGS-84, CGCS2000, GCJ-02, BD-09, CGCS2000/GK3-38, EPSG:4526.</source>
        <translation>文件的坐标系，不论文件如何说明：WGS-84、CGCS2000、GCJ-02、BD-09、CGCS2000/GK3-38、EPSG:4526。</translation>
    </message>
    <message>
        <source>The field with the names.</source>
        <translation>名称字段。</translation>
    </message>
    <message>
        <source>The field with the codes.</source>
        <translation>代码字段。</translation>
    </message>
    <message>
        <source>Of the file&apos;s texts, such as GBK.</source>
        <translation>文件文字的编码，例如 GBK。</translation>
    </message>
    <message>
        <source>Simplify borders by so many metres; shared ones stay shared.</source>
        <translation>按这么多米简化边界；共用边界仍然共用。</translation>
    </message>
    <message>
        <source>Only say what would be taken in.</source>
        <translation>只说明将导入什么。</translation>
    </message>
    <message>
        <source>take coordinates from one system into another</source>
        <translation>把坐标从一个坐标系换算到另一个</translation>
    </message>
    <message>
        <source>The layer is %1 MB, more than goes into the log at once; simplify its borders (--tolerance).</source>
        <translation>图层有 %1 MB，一次写不进日志；请简化边界（--tolerance）。</translation>
    </message>
    <message>
        <source>perhaps %1</source>
        <translation>或许是 %1</translation>
    </message>
    <message>
        <source>%1 features are no region here and are left out:</source>
        <translation>%1 个要素不是本县的地区，未导入：</translation>
    </message>
    <message>
        <source>%1 regions of this level are not in the file and stay as they are: %2</source>
        <translation>这一级有 %1 个地区不在文件中，保持不变：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, by what</comment>
        <translation>%1 个%2</translation>
    </message>
    <message>
        <source>%1 of %2 features are regions of this level: %3.</source>
        <translation>%2 个要素中有 %1 个是这一级的地区：%3。</translation>
    </message>
    <message>
        <source>%1, layer “%2”: %3 features with %4 corners, in %5.</source>
        <translation>%1，图层“%2”：%3 个要素，%4 个角点，坐标系 %5。</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>Taken in, as entry %1 of the log.</source>
        <translation>已导入，为日志第 %1 条。</translation>
    </message>
    <message>
        <source>Where its photos lie; beside a ledger&apos;s file where none is given.</source>
        <translation>其照片所在文件夹；不指定时为台账文件旁的文件夹。</translation>
    </message>
    <message>
        <source>Photos are taken from the folder where they lie, not through a backend.</source>
        <translation>照片须从其所在文件夹导出，不能经由后台。</translation>
    </message>
    <message>
        <source>Name the folder of the photos with --attachments.</source>
        <translation>请用 --attachments 指定照片所在文件夹。</translation>
    </message>
    <message>
        <source>Where the photos go, each in a folder that is called by its ticket&apos;s number; not from a backend.</source>
        <translation>照片导出位置，每件工单一个以其编号命名的文件夹；不能经由后台。</translation>
    </message>
    <message>
        <source>Where the ledger&apos;s photos lie; beside a ledger&apos;s file where none is given.</source>
        <translation>台账照片所在文件夹；不指定时为台账文件旁的文件夹。</translation>
    </message>
    <message>
        <source>Name --tickets, --events, --photos or several of them.</source>
        <translation>请给出 --tickets、--events、--photos 中的一项或几项。</translation>
    </message>
    <message>
        <source>%1 photos in %2, %3 are not here</source>
        <translation>%1 张照片导出到 %2，另有 %3 张不在此处</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%L1 photos named, %L2 MB</source>
        <translation>登记照片 %L1 张，%L2 MB</translation>
    </message>
    <message>
        <source>, each is there and is what it is named</source>
        <translation>，逐张核对无误</translation>
    </message>
    <message>
        <source>, %L1 missing, %L2 damaged, %L3 not yet sent</source>
        <translation>，缺失 %L1 张，损坏 %L2 张，尚未上传 %L3 张</translation>
    </message>
    <message>
        <source>position %1: photo %2 is not here</source>
        <translation>位置 %1：照片 %2 不在此处</translation>
    </message>
    <message>
        <source>position %1: photo %2 is damaged</source>
        <translation>位置 %1：照片 %2 已损坏</translation>
    </message>
    <message>
        <source>Where they go; beside a ledger&apos;s file where none is given.</source>
        <translation>照片移往何处；不指定时为台账文件旁的文件夹。</translation>
    </message>
    <message>
        <source>The ledger has photos in %1: say where they go with --attachments-to.</source>
        <translation>台账的照片在 %1：请用 --attachments-to 指定移往何处。</translation>
    </message>
    <message>
        <source>%L1 events and %L2 photos moved to %3.</source>
        <translation>已将 %L1 个事件和 %L2 张照片移至 %3。</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>So many open tickets of a new ledger in a file get drawn photos, in the folder beside it.</source>
        <translation>为新台账文件中这么多件未办结工单附上绘制的照片，放在其旁的文件夹。</translation>
    </message>
    <message>
        <source>--photos goes with a ledger in a file.</source>
        <translation>--photos 只用于文件台账。</translation>
    </message>
    <message>
        <source>Only looked at: nothing was taken in.</source>
        <translation>只是查看：未导入任何内容。</translation>
    </message>
    <message>
        <source>density of %1 tickets in %2, %3 × %4 cells of %5 m, at most %6 per km²; %7 tickets have no place on it</source>
        <translation>%1 件工单的密度写入 %2，%3 × %4 格，每格 %5 米，最高每平方公里 %6 件；另有 %7 件工单在图上没有位置</translation>
    </message>
    <message>
        <source>%1 regions with the figures of %2 tickets in %3; %4 more tickets are in none of them, %5 regions have no borders</source>
        <translation>%1 个地区及 %2 件工单的指标写入 %3；另有 %4 件工单不在其中任何一个，%5 个地区没有边界</translation>
    </message>
    <message>
        <source>Writes the map&apos;s figures for QGIS and spreadsheets: the density of tickets, and regions with their counts and rates, numerators and denominators beside them. Nothing personal is in them.</source>
        <translation>把地图的指标写成 QGIS 和电子表格能打开的文件：工单密度，以及各地区的件数和比率，分子分母列在旁边。不含个人信息。</translation>
    </message>
    <message>
        <source>write the map&apos;s density as GeoTIFF, regions with their figures as GeoPackage, GeoJSON or CSV</source>
        <translation>把地图密度写成 GeoTIFF，把地区及其指标写成 GeoPackage、GeoJSON 或 CSV</translation>
    </message>
    <message>
        <source>There is no category “%1”.</source>
        <translation>没有类别“%1”。</translation>
    </message>
    <message>
        <source>There is no region “%1”.</source>
        <translation>没有地区“%1”。</translation>
    </message>
    <message>
        <source>There is no unit “%1”.</source>
        <translation>没有单位“%1”。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The county&apos;s ledger up to entry %1, by Huying</source>
        <translation>来源：县台账（截至第 %1 条），呼应</translation>
    </message>
    <message>
        <source>--%1 is one or several of: %2.</source>
        <translation>--%1 是其中的一个或几个：%2。</translation>
    </message>
    <message>
        <source>--to is before --from.</source>
        <translation>--to 早于 --from。</translation>
    </message>
    <message>
        <source>Name --density, --regions or both.</source>
        <translation>请给出 --density、--regions 或两者。</translation>
    </message>
    <message>
        <source>The last day that counts.</source>
        <translation>计入的最后一天。</translation>
    </message>
    <message>
        <source>Only this category and those below it; several with commas between, here and in what follows.</source>
        <translation>只计此类别及其下级；可用逗号隔开几个，以下各项也一样。</translation>
    </message>
    <message>
        <source>Only this region.</source>
        <translation>只计此地区。</translation>
    </message>
    <message>
        <source>Only this lead unit.</source>
        <translation>只计此主体责任单位。</translation>
    </message>
    <message>
        <source>Only this channel, such as hotline.</source>
        <translation>只计此渠道，如 hotline。</translation>
    </message>
    <message>
        <source>Only tickets that stand at this step, such as closed; without it all but void ones.</source>
        <translation>只计处于此步骤的工单，如 closed；不给则计除无效以外的全部。</translation>
    </message>
    <message>
        <source>Only this deadline class, such as emergency.</source>
        <translation>只计此时限类别，如 emergency。</translation>
    </message>
    <message>
        <source>Where the density goes: GeoTIFF in EPSG:3857, tickets per km² and period.</source>
        <translation>密度写到哪里：GeoTIFF，EPSG:3857，时段内每平方公里工单数。</translation>
    </message>
    <message>
        <source>How far a ticket&apos;s weight spreads, in metres.</source>
        <translation>一件工单的权重扩散多远，单位米。</translation>
    </message>
    <message>
        <source>Where the regions go: GeoPackage, GeoJSON or CSV, as the name ends in .gpkg, .geojson or .csv.</source>
        <translation>地区写到哪里：按文件名结尾 .gpkg、.geojson 或 .csv 写成 GeoPackage、GeoJSON 或 CSV。</translation>
    </message>
    <message>
        <source>Which regions: county, township, village or grid.</source>
        <translation>哪一级地区：county、township、village 或 grid。</translation>
    </message>
    <message>
        <source>With borders in CSV too, as well-known text.</source>
        <translation>CSV 里也带边界，写成 WKT。</translation>
    </message>
    <message>
        <source>The first day that counts; without it all days from the beginning.</source>
        <translation>计入的第一天；不给则从头计。</translation>
    </message>
    <message>
        <source>--level is county, township, village, grid or other.</source>
        <translation>--level 为 county、township、village、grid 或 other。</translation>
    </message>
    <message>
        <source>--name goes with --level other.</source>
        <translation>--name 只与 --level other 一起使用。</translation>
    </message>
    <message>
        <source>Takes borders of the county, its townships, villages or grids into a ledger, or another layer to be seen on the map: GeoPackage, Shapefile, GeoJSON, KML, CSV, FlatGeobuf. All that fits of the file, or nothing.</source>
        <translation>把县、乡镇、村或网格的边界，或地图上的其他图层导入账本：GeoPackage、Shapefile、GeoJSON、KML、CSV、FlatGeobuf。文件中合适的全部导入，否则一概不导入。</translation>
    </message>
    <message>
        <source>What the file has: county, township, village, grid, or other for roads, waters, schools and the like. Without it, what most of the file fits.</source>
        <translation>文件的内容：county（县）、township（乡镇）、village（村）、grid（网格），或 other（道路、水系、学校等）。不给出时，取文件大部分内容符合的一级。</translation>
    </message>
    <message>
        <source>What the other layer is called; one of that name is replaced. Without it, like the file.</source>
        <translation>其他图层的名称；同名的图层被替换。不给出时，与文件同名。</translation>
    </message>
    <message>
        <source>take borders, or another layer of the map, into a ledger</source>
        <translation>把边界或地图的其他图层导入账本</translation>
    </message>
    <message>
        <source>list the other layers of the map, or withdraw one</source>
        <translation>列出地图的其他图层，或撤下其中一个</translation>
    </message>
    <message>
        <source>The map has no other layers.</source>
        <translation>地图没有其他图层。</translation>
    </message>
    <message>
        <source>%1 areas, %2 lines, %3 points</source>
        <translation>%1 个面、%2 条线、%3 个点</translation>
    </message>
    <message>
        <source>from %1, in %2</source>
        <translation>来自 %1，坐标系 %2</translation>
    </message>
    <message>
        <source>“%1” is withdrawn, as entry %2 of the log.</source>
        <translation>“%1”已撤下，为日志第 %2 条。</translation>
    </message>
    <message>
        <source>The map has no layer “%1”.</source>
        <translation>地图没有图层“%1”。</translation>
    </message>
    <message>
        <source>Lists the layers of the map besides the regions, or withdraws one of them. What the log has of it stays.</source>
        <translation>列出地图上地区以外的图层，或撤下其中一个。日志中的内容保留不变。</translation>
    </message>
    <message>
        <source>The layer that is to go.</source>
        <translation>要撤下的图层。</translation>
    </message>
    <message>
        <source>“%1” has %2 areas, %3 lines and %4 points; %5 of them have a name.</source>
        <translation>“%1”有 %2 个面、%3 条线、%4 个点；其中 %5 个有名称。</translation>
    </message>
    <message>
        <source>A file with the county&apos;s surveyed border, within which the schematic townships are laid; with --live the same again.</source>
        <translation>县界测绘文件，示意的乡镇划在其中；与 --live 一起使用时须再次给出。</translation>
    </message>
    <message>
        <source>The coordinate system of that file, where it does not say it: WGS-84, GCJ-02, BD-09.</source>
        <translation>该文件的坐标系，文件自己没有说明时给出：WGS-84、GCJ-02、BD-09。</translation>
    </message>
    <message>
        <source>%1 has not just one area.</source>
        <translation>%1 不是恰好一个面。</translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>What happened on %1 in %2 is not what the figures say.</source>
        <translation>%1 在 %2 发生的情况与统计数不符。</translation>
    </message>
    <message>
        <source>What became of the reports of %1 in %2 is not what the figures say.</source>
        <translation>%1 在 %2 上报的工单办理情况与统计数不符。</translation>
    </message>
    <message>
        <source>Writing the ledger was stopped.</source>
        <translation>台账写入已停止。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已经存在。</translation>
    </message>
    <message>
        <source>Entry %1 does not continue the log: something is missing or changed.</source>
        <translation>第 %1 条与日志接不上：有缺失或被改动。</translation>
    </message>
    <message>
        <source>The ledger has not been founded yet.</source>
        <translation>台账尚未建立。</translation>
    </message>
    <message>
        <source>There is no ledger %1.</source>
        <translation>没有台账 %1。</translation>
    </message>
    <message>
        <source>The id of an event is already that of another one.</source>
        <translation>操作的标识与已有操作重复。</translation>
    </message>
    <message>
        <source>A notice on holidays has to be proposed by itself.</source>
        <translation>放假通知须单独提交。</translation>
    </message>
    <message>
        <source>Nothing has been proposed.</source>
        <translation>没有提交任何内容。</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>没有这件工单。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>核对已停止。</translation>
    </message>
    <message>
        <source>Entry %1 is missing from the log.</source>
        <translation>日志缺少第 %1 条。</translation>
    </message>
    <message>
        <source>%1 tickets have a row and no whole trail.</source>
        <translation>%1 件工单有对应的行，但办理经过不完整。</translation>
    </message>
    <message>
        <source>%1 could not be written to the disk.</source>
        <translation>%1 未能写入磁盘。</translation>
    </message>
    <message>
        <source>%1 may not be written here: the folder allows no file %2.</source>
        <translation>无法在此写入 %1：文件夹不允许建立文件 %2。</translation>
    </message>
    <message>
        <source>The ticket that this is to be a duplicate of is not there.</source>
        <translation>要并入的主工单不存在。</translation>
    </message>
    <message>
        <source>There is already a ticket with the number %1.</source>
        <translation>已有编号为 %1 的工单。</translation>
    </message>
    <message>
        <source>The code %1 is already that of the category %2.</source>
        <translation>代码 %1 已用于类别“%2”。</translation>
    </message>
    <message>
        <source>The ticket %1 of %2 is here already.</source>
        <translation>来自%2、编号 %1 的工单已经存在。</translation>
    </message>
    <message>
        <source>A duplicate and its main ticket change together: the event for the other one is missing.</source>
        <translation>重复工单与主工单须一并变更：缺少另一件工单的操作。</translation>
    </message>
    <message>
        <source>The main ticket has no result yet, so its duplicate cannot close with it.</source>
        <translation>主工单尚无结果，重复工单不能随之办结。</translation>
    </message>
    <message>
        <source>A notice after the first ticket has to be followed by the rows it changes.</source>
        <translation>首件工单之后的放假通知，须连同其改变的工单一起写入。</translation>
    </message>
    <message>
        <source>The chain is broken at entry %1: it or one before it was changed.</source>
        <translation>链在第 %1 条断开：该条或之前某条被改动过。</translation>
    </message>
    <message>
        <source>Ticket %1 has a trail and no row.</source>
        <translation>工单 %1 有办理经过，但没有对应的行。</translation>
    </message>
    <message>
        <source>The row of ticket %1 is not what its trail says.</source>
        <translation>工单 %1 的行与办理经过不符。</translation>
    </message>
    <message>
        <source>Entry %1: %2</source>
        <translation>第 %1 条：%2</translation>
    </message>
    <message>
        <source>%1 is being written by another program; where that is a backend, go through it with --backend.</source>
        <translation>另一程序正在写入 %1；如果是后台，请用 --backend 通过后台办理。</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be read on: %2</source>
        <translation>无法继续读取 %1：%2</translation>
    </message>
    <message>
        <source>The row that begins on line %1 is longer than %2 bytes: is a quotation mark never closed?</source>
        <translation>从第 %1 行开始的一条数据超过 %2 字节：是否有引号没有闭合？</translation>
    </message>
    <message>
        <source>%1 is no file</source>
        <translation>%1 不是文件</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no room left</source>
        <translation>无法写入 %1：磁盘空间已满</translation>
    </message>
    <message>
        <source>The file is cut off</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <source>The workbook is encrypted: save it without a password first</source>
        <translation>工作簿已加密：请先取消密码再保存</translation>
    </message>
    <message>
        <source>An old Excel file (.xls): save it as .xlsx or CSV first</source>
        <translation>旧版 Excel 文件（.xls）：请先另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>没有文件 %1</translation>
    </message>
    <message>
        <source>The file is a web page or XML, no table: save it as .xlsx or CSV first</source>
        <translation>该文件是网页或 XML，不是表格：请先另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>The file is neither text nor an Excel workbook</source>
        <translation>该文件既不是文本，也不是 Excel 工作簿</translation>
    </message>
    <message>
        <source>Line %1, column %2: bytes that are no text in the file&apos;s encoding</source>
        <translation>第 %1 行第 %2 列：有不符合文件编码的字节</translation>
    </message>
    <message>
        <source>Line %1, column %2: a NUL byte in the text</source>
        <translation>第 %1 行第 %2 列：文字中有 NUL 字节</translation>
    </message>
    <message>
        <source>Line %1, column %2: a quotation mark that is not doubled</source>
        <translation>第 %1 行第 %2 列：引号没有成对书写</translation>
    </message>
    <message>
        <source>Line %1, column %2: a quotation mark that is never closed</source>
        <translation>第 %1 行第 %2 列：引号没有闭合</translation>
    </message>
    <message>
        <source>Line %1: fewer cells than the header, only %2</source>
        <translation>第 %1 行：单元格少于表头，只有 %2 个</translation>
    </message>
    <message>
        <source>Line %1: more cells than the header, from column %2 on</source>
        <translation>第 %1 行：单元格多于表头，从第 %2 列起</translation>
    </message>
    <message>
        <source>A text of the workbook is longer than %1 bytes</source>
        <translation>工作簿中有文字超过 %1 字节</translation>
    </message>
    <message>
        <source>A text in row %1 of the sheet is longer than %2 bytes</source>
        <translation>工作表第 %1 行有文字超过 %2 字节</translation>
    </message>
    <message>
        <source>The rows of the sheet are out of order after row %1</source>
        <translation>工作表第 %1 行之后次序错乱</translation>
    </message>
    <message>
        <source>Row %1 of the sheet holds a cell that is not its own</source>
        <translation>工作表第 %1 行含有不属于该行的单元格</translation>
    </message>
    <message>
        <source>The sheet holds too much, from row %1 on</source>
        <translation>工作表内容过多，从第 %1 行起超出限度</translation>
    </message>
    <message>
        <source>Row %1 of the sheet refers to a text that is not there</source>
        <translation>工作表第 %1 行引用的文字不存在</translation>
    </message>
    <message>
        <source>An OpenDocument file: save it as .xlsx or CSV first</source>
        <translation>OpenDocument 文件：请先另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>The archive is no Excel workbook</source>
        <translation>该压缩包不是 Excel 工作簿</translation>
    </message>
    <message>
        <source>A binary workbook (.xlsb): save it as .xlsx or CSV first</source>
        <translation>二进制工作簿（.xlsb）：请先另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>The workbook has no sheet named %1</source>
        <translation>工作簿中没有名为 %1 的工作表</translation>
    </message>
    <message>
        <source>The workbook has no sheet with cells</source>
        <translation>工作簿中没有含单元格的工作表</translation>
    </message>
    <message>
        <source>The workbook is cut off or damaged</source>
        <translation>工作簿不完整或已损坏</translation>
    </message>
    <message>
        <source>The workbook declares a document type, which none needs</source>
        <translation>工作簿声明了不应有的文档类型</translation>
    </message>
    <message>
        <source>The workbook unpacks to more than %1 bytes</source>
        <translation>工作簿解压后超过 %1 字节</translation>
    </message>
    <message>
        <source>The workbook has no part %1</source>
        <translation>工作簿缺少部件 %1</translation>
    </message>
</context>
<context>
    <name>simulation</name>
    <message>
        <source>The simulated county has its place about 115.04° E, 37.22° N; the border lies elsewhere.</source>
        <translation>模拟的县位于东经 115.04°、北纬 37.22° 一带；该边界在别处。</translation>
    </message>
    <message>
        <source>The border encloses %1 km²; the simulated county needs %2 to %3, within 28 km of 115.04° E, 37.22° N.</source>
        <translation>该边界内为 %1 平方公里；模拟的县需要 %2 至 %3，且距东经 115.04°、北纬 37.22° 不超过 28 公里。</translation>
    </message>
    <message>
        <source>The simulated county&apos;s town does not fit into the middle of the border.</source>
        <translation>模拟的县城放不进该边界的中部。</translation>
    </message>
</context>
</TS>
