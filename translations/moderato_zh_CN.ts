<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AgreementCommand</name>
    <message>
        <source>Says how far annotators agree, with each other and with the gold items.</source>
        <translation>说明标注员之间、以及标注员与金标条目之间的一致程度。</translation>
    </message>
    <message>
        <source>topics or category.</source>
        <translation>topics 或 category。</translation>
    </message>
    <message>
        <source>“%1” is neither topics nor category.</source>
        <translation>“%1”既不是 topics 也不是 category。</translation>
    </message>
    <message>
        <source>No item has been answered by two annotators yet.</source>
        <translation>还没有任何条目由两位标注员回答过。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with two annotators and more; Krippendorff&apos;s alpha %1 (nominal), %2 (Jaccard), %3 (MASI).</source>
        <translation>
            <numerusform>%n 个条目有两位及以上标注员；Krippendorff α：%1（名义）、%2（Jaccard）、%3（MASI）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: %n item(s), kappa %3, the same %4, overlap %5.</source>
        <translation>
            <numerusform>%1 与 %2：%n 个条目，kappa %3，相同 %4，重合 %5。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on gold: %n item(s), the same %2, overlap %3.</source>
        <translation>
            <numerusform>%1 对照金标：%n 个条目，相同 %2，重合 %3。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalysisCommand</name>
    <message>
        <source>Analyses the library&apos;s media: runs, pauses, and says how far it is.</source>
        <translation>分析资料库的媒体：运行、暂停，并报告进度。</translation>
    </message>
    <message>
        <source>run: until all is analysed. status: how far it is. pause, resume. retry: what failed waits again. failures: what failed, and why. first ITEM: this one before others.</source>
        <translation>run：分析到全部完成。status：报告进度。pause、resume：暂停、继续。retry：让失败的重新排队。failures：哪些失败了，以及原因。first ITEM：优先分析这个条目。</translation>
    </message>
    <message>
        <source>“analysis %1” takes nothing more.</source>
        <translation>“analysis %1”后面不能再有参数。</translation>
    </message>
    <message>
        <source>“analysis” takes run, status, pause, resume, retry, failures, or first ITEM.</source>
        <translation>“analysis”可用 run、status、pause、resume、retry、failures 或 first ITEM。</translation>
    </message>
    <message>
        <source>%1 waiting, %2 done, %3 failed</source>
        <translation>等待 %1 个，完成 %2 个，失败 %3 个</translation>
    </message>
    <message>
        <source>; paused</source>
        <translation>；已暂停</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>没有失败的。</translation>
    </message>
    <message>
        <source>“analysis first” takes the item to analyse first.</source>
        <translation>“analysis first”需要给出要优先分析的条目。</translation>
    </message>
</context>
<context>
    <name>AnalyzeCommand</name>
    <message>
        <source>Says what media files are and what their frames and sound are like; needs no library.</source>
        <translation>说明媒体文件是什么，以及其帧和声音的情况；不需要资料库。</translation>
    </message>
    <message>
        <source>Files and folders.</source>
        <translation>文件和文件夹。</translation>
    </message>
    <message>
        <source>Segments a part, one frame each, 1 to 256; 8 without it.</source>
        <translation>每个部分的段数，每段一帧，1 至 256；省略时为 8。</translation>
    </message>
    <message>
        <source>Parts a video is cut into, 1 to 64; 1 without it.</source>
        <translation>把视频切成的部分数，1 至 64；省略时为 1。</translation>
    </message>
    <message>
        <source>A random frame of each segment; without it, the middle one.</source>
        <translation>每段随机取一帧；省略时取中间一帧。</translation>
    </message>
    <message>
        <source>The seed of --random: the same seed gives the same frames.</source>
        <translation>--random 的种子：同样的种子得到同样的帧。</translation>
    </message>
    <message>
        <source>document, librosa, kaldi, or none; document without it.</source>
        <translation>document、librosa、kaldi 或 none；省略时为 document。</translation>
    </message>
    <message>
        <source>With --json: also the coefficients themselves.</source>
        <translation>与 --json 同用：还给出系数本身。</translation>
    </message>
    <message>
        <source>Leaves the sound alone: the cost no longer grows with the length.</source>
        <translation>不处理声音：耗时不再随时长增长。</translation>
    </message>
    <message>
        <source>Writes the sampled frames into this folder, as PNG.</source>
        <translation>把采样的帧以 PNG 写入这个文件夹。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made. Check that you may write there.</source>
        <translation>无法建立文件夹“%1”。请检查你能否在那里写入。</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>正在分析</translation>
    </message>
    <message>
        <source>None of the files could be analysed; the reasons are listed above.</source>
        <translation>没有一个文件能够分析；原因列在上面。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>--%1 takes a number from 1 to %2, not “%3”.</source>
        <translation>--%1 须为 1 至 %2 之间的数，不能是“%3”。</translation>
    </message>
    <message>
        <source>--seed goes with --random.</source>
        <translation>--seed 须与 --random 同用。</translation>
    </message>
    <message>
        <source>--seed takes a whole number, not “%1”.</source>
        <translation>--seed 须为整数，不能是“%1”。</translation>
    </message>
    <message>
        <source>There is no MFCC preset “%1”; the presets are document, librosa and kaldi.</source>
        <translation>没有 MFCC 预设“%1”；预设有 document、librosa 和 kaldi。</translation>
    </message>
    <message>
        <source>“%1” could not be written. Check the free space and that you may write there.</source>
        <translation>无法写入“%1”。请检查剩余空间，以及你能否在那里写入。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 LUFS</source>
        <translation>%1 LUFS</translation>
    </message>
    <message>
        <source>Always the very middle; without it, in segments of 10 s and more, a key frame near it.</source>
        <translation>始终取正中间的一帧；省略时，10 秒及以上的段取中间附近的关键帧。</translation>
    </message>
</context>
<context>
    <name>AnalyzeFile</name>
    <message>
        <source>Only the first %1 seconds of the sound could be read; the rest is damaged or too long.</source>
        <translation>声音只能读出前 %1 秒；其余部分已损坏或过长。</translation>
    </message>
</context>
<context>
    <name>Annotate</name>
    <message>
        <source>The segment of “%1” ends before it begins. Mark it again.</source>
        <translation>“%1”的片段结束早于开始。请重新标记。</translation>
    </message>
    <message>
        <source>“%1” is retired. Bring it back in the tag library, or choose another topic.</source>
        <translation>“%1”已停用。请在标签库中恢复它，或选择其他话题。</translation>
    </message>
    <message>
        <source>You have not answered this item yet; answer it first.</source>
        <translation>您还没有标注此条目，请先标注。</translation>
    </message>
    <message>
        <source>This item is in no group of look-alikes.</source>
        <translation>此条目没有相似内容。</translation>
    </message>
    <message>
        <source>Near duplicate of item %1: follows decision %2.</source>
        <translation>条目 %1 的近似内容：依照决定 %2。</translation>
    </message>
    <message>
        <source>There is no answer of yours to take back.</source>
        <translation>没有可以撤销的标注。</translation>
    </message>
    <message>
        <source>This item is not gold.</source>
        <translation>此条目不是金标条目。</translation>
    </message>
</context>
<context>
    <name>AnnotateCommand</name>
    <message>
        <source>Gives an item its topics as one of several annotators, or shows what they said.</source>
        <translation>以多位标注员之一的身份给条目话题，或显示各人的回答。</translation>
    </message>
    <message>
        <source>The item: its number or its own id.</source>
        <translation>条目：编号或它自己的标识。</translation>
    </message>
    <message>
        <source>Its topics, divided by “|”; empty: none fits.</source>
        <translation>它的话题，以“|”分隔；为空：没有合适的。</translation>
    </message>
    <message>
        <source>A topic of a part of a video, in the stream&apos;s time stamps; more than once for more.</source>
        <translation>视频某一段的话题，用流的时间戳；多段则多次给出。</translation>
    </message>
    <message>
        <source>The answer was given without seeing the model&apos;s candidates.</source>
        <translation>回答时没有看到模型的候选话题。</translation>
    </message>
    <message>
        <source>The same topics for its near duplicates that have none, without the exceptions.</source>
        <translation>还没有话题的近似重复条目给同样的话题，例外除外。</translation>
    </message>
    <message>
        <source>These topics are the known answer: the item is gold.</source>
        <translation>这些话题是已知答案：条目为金标。</translation>
    </message>
    <message>
        <source>The item is not gold any more.</source>
        <translation>此条目不再是金标条目。</translation>
    </message>
    <message>
        <source>Name the known topics: --topics “a|b” --gold.</source>
        <translation>请给出已知话题：--topics “a|b” --gold。</translation>
    </message>
    <message>
        <source>“%1” is no segment; write it like dance@30720-61440x1/15360.</source>
        <translation>“%1”不是片段；请写成 dance@30720-61440x1/15360 的样子。</translation>
    </message>
    <message>
        <source>gold	%1</source>
        <translation>金标	%1</translation>
    </message>
    <message numerus="yes">
        <source>%n near duplicate(s) answered alike.</source>
        <translation>
            <numerusform>%n 个近似重复条目得到同样的回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has given this item topics yet.</source>
        <translation>还没有人给这个条目话题。</translation>
    </message>
</context>
<context>
    <name>CommandClient</name>
    <message>
        <source>The window answered something that is not understood.
</source>
        <translation>窗口的答复无法理解。
</translation>
    </message>
    <message>
        <source>The window closed before the command was done; run it again.
</source>
        <translation>窗口在命令完成前关闭了；请重新运行命令。
</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The library to work on; without it, your own.</source>
        <translation>要使用的资料库；省略时为你自己的资料库。</translation>
    </message>
    <message>
        <source>Answer with one JSON object.</source>
        <translation>以一个 JSON 对象作答。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>There is no command “%1”; moderato --help lists the commands.</source>
        <translation>没有命令“%1”；moderato --help 会列出各命令。</translation>
    </message>
    <message>
        <source>“%1” needs more to go on; moderato %1 --help says what.</source>
        <translation>“%1”还需要更多参数；详见 moderato %1 --help。</translation>
    </message>
    <message>
        <source>“%1” does not take “%2”; moderato %1 --help says what it takes.</source>
        <translation>“%1”不接受“%2”；它接受什么，见 moderato %1 --help。</translation>
    </message>
    <message>
        <source>Usage: moderato %1</source>
        <translation>用法：moderato %1</translation>
    </message>
    <message>
        <source>Usage: moderato                      opens the workstation
       moderato COMMAND [options]    does what the workstation does, without a window

Commands:
</source>
        <translation>用法：moderato                      打开工作站
      moderato COMMAND [options]    不开窗口，完成工作站所做的事

命令：
</translation>
    </message>
    <message>
        <source>
Every command takes --library PATH, --json and --help.
</source>
        <translation>
每个命令都接受 --library PATH、--json 和 --help。
</translation>
    </message>
</context>
<context>
    <name>CommandOutput</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1，约剩 %2 秒</translation>
    </message>
</context>
<context>
    <name>ConsumptionCommand</name>
    <message>
        <source>Takes in how people consumed content, and labels its quality by that.</source>
        <translation>导入内容的消费数据，并据此标注质量。</translation>
    </message>
    <message>
        <source>What items of the same window are compared with: mean or median. Kept for the library.</source>
        <translation>同一时间窗内内容的比较基准：mean（均值）或 median（中位数）。为资料库保存。</translation>
    </message>
    <message>
        <source>Items that were shown less often get no label. Kept for the library.</source>
        <translation>展示次数更少的内容不予标注。为资料库保存。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>Figures taken in: %1. Lines that could not be used: %2. Labels changed: %3.</source>
        <translation>已导入数据：%1。无法使用的行：%2。已更改的标签：%3。</translation>
    </message>
    <message>
        <source>The reference is mean or median, not “%1”.</source>
        <translation>基准只能是 mean 或 median，而不是“%1”。</translation>
    </message>
    <message>
        <source>--%1 is a whole number, 0 or more.</source>
        <translation>--%1 必须是不小于 0 的整数。</translation>
    </message>
    <message>
        <source>Labels changed: %1.</source>
        <translation>已更改的标签：%1。</translation>
    </message>
    <message>
        <source>%1: %2 positive, %3 negative, reference %4</source>
        <translation>%1：正 %2，负 %3，基准 %4</translation>
    </message>
    <message>
        <source>import FILE… (CSV or JSONL: external_id, window, impressions, clicks, dwell_ms, likes, dislikes, comments, shares, views), label, expert ITEM TASK positive|negative|none (a label of a person), or pass-on (labels, to near duplicates without).</source>
        <translation>import FILE…（CSV 或 JSONL：external_id、window、impressions、clicks、dwell_ms、likes、dislikes、comments、shares、views）、label、expert ITEM TASK positive|negative|none（人工标签），或 pass-on（把标签传给没有标签的近似内容）。</translation>
    </message>
    <message>
        <source>More levels than above and below: the degrees that divide them, like 20,40,60,80; none: two levels again. Kept for the library.</source>
        <translation>比“高于”“低于”更细的等级：划分等级的程度值，如 20,40,60,80；none：恢复为两级。保存到本库。</translation>
    </message>
    <message>
        <source>How much alike near duplicates are at least to whom labels are passed on, 0 to 1.</source>
        <translation>近似内容至少要多相似才会得到传来的标签，0 到 1。</translation>
    </message>
    <message>
        <source>Write consumption import FILE…, consumption label, consumption expert ITEM TASK positive|negative|none, or consumption pass-on.</source>
        <translation>请写 consumption import FILE…、consumption label、consumption expert ITEM TASK positive|negative|none，或 consumption pass-on。</translation>
    </message>
    <message>
        <source>A label is positive, negative or none, not “%1”.</source>
        <translation>标签只能是 positive、negative 或 none，而不是“%1”。</translation>
    </message>
    <message>
        <source>%1 of item %2: %3.</source>
        <translation>条目 %2 的 %1：%3。</translation>
    </message>
    <message>
        <source>--%1 is a number from 0 to 1.</source>
        <translation>--%1 是 0 到 1 之间的数。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) are passed on from similar content.</source>
        <translation>
            <numerusform>%n 个标签由相似内容传来。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no degree; write --levels 20,40,60,80.</source>
        <translation>“%1”不是程度值；请写 --levels 20,40,60,80。</translation>
    </message>
    <message>
        <source>An item&apos;s verdict is good when more than this share of its tasks are positive. Kept for the library.</source>
        <translation>超过这个比例的任务为正时，该条内容的结论为好。随资料库保存。</translation>
    </message>
    <message>
        <source>--%1 is a share like 0.5.</source>
        <translation>--%1 是一个比例，例如 0.5。</translation>
    </message>
</context>
<context>
    <name>ConsumptionImport</name>
    <message>
        <source>There is no item “%1” in the library; import the content first.</source>
        <translation>资料库中没有内容“%1”；请先导入内容。</translation>
    </message>
</context>
<context>
    <name>DataSetBuilder</name>
    <message>
        <source>There is nothing to learn from yet: confirm or correct some items first, or name a file.</source>
        <translation>还没有可学的内容：请先确认或更正一些条目，或指定一个文件。</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: give some items their topics first, or name a file.</source>
        <translation>还没有可学的内容：请先为一些条目加上话题，或指定一个文件。</translation>
    </message>
    <message>
        <source>No item of %1 has a category, so there is nothing to learn.</source>
        <translation>%1 中没有带类别的条目，因此没有可学的内容。</translation>
    </message>
    <message>
        <source>No item of %1 has topics, so there is nothing to learn.</source>
        <translation>%1 中没有带话题的条目，因此没有可学的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) do not say what is to be learned and were left out.</source>
        <translation>
            <numerusform>有 %n 个条目没有说明要学什么，已略过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>There is no category to confirm yet; give the item one.</source>
        <translation>还没有可确认的类别；请先为条目选择类别。</translation>
    </message>
    <message>
        <source>A correction needs the right category.</source>
        <translation>更正需要给出正确的类别。</translation>
    </message>
    <message>
        <source>There is no category “%1”.</source>
        <translation>没有类别“%1”。</translation>
    </message>
    <message>
        <source>An undo names a decision and not an item.</source>
        <translation>撤销针对的是决定，不是条目。</translation>
    </message>
    <message>
        <source>No item is chosen.</source>
        <translation>没有选择条目。</translation>
    </message>
    <message>
        <source>Name the topics that the item has.</source>
        <translation>请写出条目的话题。</translation>
    </message>
    <message>
        <source>Disallowing an item needs a reason.</source>
        <translation>禁止条目需要理由。</translation>
    </message>
    <message>
        <source>“%1” is no reason to disallow; the reasons are %2.</source>
        <translation>“%1”不是禁止的理由；理由有：%2。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的决定。</translation>
    </message>
    <message>
        <source>Nothing is decided on this item.</source>
        <translation>这个条目上没有决定。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的决定。</translation>
    </message>
    <message>
        <source>Vulgar</source>
        <translation>低俗</translation>
    </message>
    <message>
        <source>Rumour</source>
        <translation>谣言</translation>
    </message>
    <message>
        <source>Clickbait</source>
        <translation>标题党</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>Offensive</source>
        <translation>冒犯</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成人内容</translation>
    </message>
    <message>
        <source>No substance</source>
        <translation>没有内容</translation>
    </message>
    <message>
        <source>Propaganda</source>
        <translation>宣传</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Gossip</source>
        <translation>八卦</translation>
    </message>
    <message>
        <source>Spliced together</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Drivel</source>
        <translation>胡言乱语</translation>
    </message>
    <message>
        <source>Advertising in disguise</source>
        <translation>软文</translation>
    </message>
</context>
<context>
    <name>DecideCommand</name>
    <message>
        <source>Confirms, corrects or disallows an item, or takes a decision back.</source>
        <translation>确认、更正或禁止一个条目，或收回决定。</translation>
    </message>
    <message>
        <source>The item: its number or its own id. Not needed for undo and redo.</source>
        <translation>条目：它的编号或自带的标识。undo 和 redo 不需要。</translation>
    </message>
    <message>
        <source>confirm, correct, disallow, skip, escalate, topics, undo or redo.</source>
        <translation>confirm、correct、disallow、skip、escalate、topics、undo 或 redo。</translation>
    </message>
    <message>
        <source>The right category; for confirm, the predicted one without it.</source>
        <translation>正确的类别；confirm 时若省略，则为预测的类别。</translation>
    </message>
    <message>
        <source>The right topics, divided by “|”.</source>
        <translation>正确的话题，用“|”分隔。</translation>
    </message>
    <message>
        <source>Why; for disallow one of %1.</source>
        <translation>理由；disallow 时为以下之一：%1。</translation>
    </message>
    <message>
        <source>A note to the decision.</source>
        <translation>决定的备注。</translation>
    </message>
    <message>
        <source>Who decides; without it, you.</source>
        <translation>作决定的人；省略时为你。</translation>
    </message>
    <message>
        <source>Decision %1: %2 on item %3.</source>
        <translation>决定 %1：%2，条目 %3。</translation>
    </message>
    <message>
        <source>Name the item and what to decide: moderato decide ID ACTION.</source>
        <translation>请给出条目和要作的决定：moderato decide ID ACTION。</translation>
    </message>
    <message>
        <source>“%1” is nothing that can be decided; moderato decide --help lists what can.</source>
        <translation>“%1”不是可作的决定；moderato decide --help 会列出可作的决定。</translation>
    </message>
</context>
<context>
    <name>DefaultTaxonomy</name>
    <message>
        <source>The file %1 is damaged; install the program again.</source>
        <translation>文件 %1 已损坏；请重新安装程序。</translation>
    </message>
</context>
<context>
    <name>DuplicatesCommand</name>
    <message>
        <source>Finds near duplicates among files, or lists those of the library.</source>
        <translation>在文件中查找近似重复，或列出资料库中的近似重复。</translation>
    </message>
    <message>
        <source>Files and folders to compare, without a library. None: the groups of the library, as far as it is analysed.</source>
        <translation>要比较的文件和文件夹，不使用资料库。省略时：资料库中的各组，限于已分析的内容。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>None of the files could be compared; the reasons are listed above.</source>
        <translation>没有一个文件能够比较；原因列在上面。</translation>
    </message>
    <message>
        <source>No near duplicates.</source>
        <translation>没有近似重复。</translation>
    </message>
    <message>
        <source>%1	%2	%3 bits</source>
        <translation>%1	%2	%3 位</translation>
    </message>
</context>
<context>
    <name>Evaluate</name>
    <message>
        <source>No model is in service for this task; train one or promote a version.</source>
        <translation>这个任务没有启用的模型；请训练一个，或启用一个版本。</translation>
    </message>
    <message>
        <source>The version %1 is one for %2.</source>
        <translation>版本 %1 用于%2。</translation>
    </message>
    <message>
        <source>No item of %1 has a category to compare with.</source>
        <translation>%1 中没有可对照类别的条目。</translation>
    </message>
    <message>
        <source>No item of %1 has topics to compare with.</source>
        <translation>%1 中没有可对照话题的条目。</translation>
    </message>
    <message>
        <source>Media cannot be read here.</source>
        <translation>此处无法读取媒体。</translation>
    </message>
    <message>
        <source>No item of %1 has a label of a task that %2 knows.</source>
        <translation>%1 中没有任何条目带有 %2 所认识的任务的标签。</translation>
    </message>
</context>
<context>
    <name>EvaluateCommand</name>
    <message>
        <source>Scores a model version on a file whose answers are known.</source>
        <translation>用答案已知的文件为模型版本评分。</translation>
    </message>
    <message>
        <source>The file, with the fields of an import.</source>
        <translation>文件，字段与导入时相同。</translation>
    </message>
    <message>
        <source>The version; without it, the one in service.</source>
        <translation>版本；省略时为启用版本。</translation>
    </message>
    <message>
        <source>Name the file to score on: --data FILE.jsonl.</source>
        <translation>请指定用于评分的文件：--data FILE.jsonl。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1 examples: accuracy %2, macro-F1 %3</source>
        <translation>%1 个样例：准确率 %2，宏平均 F1 %3</translation>
    </message>
    <message>
        <source>%1 examples: precision at 1 %2, at 5 %3, at 10 %4</source>
        <translation>%1 个样例：前 1 精确率 %2，前 5 精确率 %3，前 10 精确率 %4</translation>
    </message>
    <message>
        <source>category, topics, tags (topics of videos and pictures), quality, or low_quality.</source>
        <translation>category、topics、tags（视频和图片的话题）、quality 或 low_quality。</translation>
    </message>
    <message>
        <source>“%1” is no task; the tasks are category, topics, tags, quality and low_quality.</source>
        <translation>“%1”不是任务；任务有 category、topics、tags、quality 和 low_quality。</translation>
    </message>
    <message>
        <source>%1: AUC %2, accuracy %3, macro-F1 %4 on %5 examples</source>
        <translation>%1：AUC %2，准确率 %3，宏 F1 %4，共 %5 个样本</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Exporting content</source>
        <translation>正在导出内容</translation>
    </message>
    <message>
        <source>Exporting decisions</source>
        <translation>正在导出决定</translation>
    </message>
    <message>
        <source>Exporting training records</source>
        <translation>正在导出训练记录</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>Writes content with its decisions and predictions, the log of decisions, or what was learned from.</source>
        <translation>导出内容及其决定和预测、决定日志，或训练所用的记录。</translation>
    </message>
    <message>
        <source>content, decisions or training.</source>
        <translation>content、decisions 或 training。</translation>
    </message>
    <message>
        <source>jsonl or csv; without it, by the ending of the file&apos;s name.</source>
        <translation>jsonl 或 csv；省略时按文件名的后缀。</translation>
    </message>
    <message>
        <source>The file; without it, standard output.</source>
        <translation>文件；省略时为标准输出。</translation>
    </message>
    <message>
        <source>%1 cannot be written; check the folder and the rights.</source>
        <translation>无法写入 %1；请检查文件夹和权限。</translation>
    </message>
    <message>
        <source>%1 cannot be written; check the free space.</source>
        <translation>无法写入 %1；请检查剩余空间。</translation>
    </message>
    <message>
        <source>%1 rows in %2.</source>
        <translation>%1 行，已写入 %2。</translation>
    </message>
    <message>
        <source>“%1” is no format; the formats are jsonl and csv.</source>
        <translation>没有格式“%1”；格式有 jsonl 和 csv。</translation>
    </message>
    <message>
        <source>“%1” cannot be exported; content, decisions and training can.</source>
        <translation>无法导出“%1”；可导出 content、decisions 和 training。</translation>
    </message>
</context>
<context>
    <name>ExportTable</name>
    <message>
        <source>The export cannot be written; check the free space.</source>
        <translation>无法写入导出文件；请检查剩余空间。</translation>
    </message>
</context>
<context>
    <name>ExpressionAlignment</name>
    <message>
        <source>%1 frames are missing between the first and the last one. What the face showed there is not known.</source>
        <translation>首帧与末帧之间缺少 %1 帧。无法得知当时面部的表现。</translation>
    </message>
    <message>
        <source>No face was found in %1 of %2 frames.</source>
        <translation>%2 帧中有 %1 帧未找到人脸。</translation>
    </message>
    <message>
        <source>The frames are not in order: time goes back at %1 places. The file may hold several recordings.</source>
        <translation>帧的顺序不对：有 %1 处时间倒退。文件中可能有多段录像。</translation>
    </message>
    <message>
        <source>%1 frames show several faces that the file does not tell apart; the first one of each was taken.</source>
        <translation>%1 帧中有多张人脸，而文件未加区分；每帧取第一张。</translation>
    </message>
    <message>
        <source>The file agrees with the clip.</source>
        <translation>文件与视频相符。</translation>
    </message>
    <message>
        <source>Whether the file belongs to this clip cannot be checked: neither durations nor frames can be compared.</source>
        <translation>无法核对文件是否属于此视频：时长和帧数都无法比较。</translation>
    </message>
    <message>
        <source>The frames agree with the clip, the times do not: the file lasts %1 s, the clip %2 s. The program took another frame rate for granted. Take the times from the frames.</source>
        <translation>帧与视频相符，时间不符：文件长 %1 秒，视频长 %2 秒。生成文件的程序采用了另一帧率。请由帧号推算时间。</translation>
    </message>
    <message>
        <source>The file lasts %1 s, the clip %2 s. Check that the file was made from this clip.</source>
        <translation>文件长 %1 秒，视频长 %2 秒。请确认文件由此视频生成。</translation>
    </message>
    <message>
        <source>The file counts frames %1 to %2, the clip has %3. Check that the file was made from this clip.</source>
        <translation>文件的帧号为 %1 至 %2，视频有 %3 帧。请确认文件由此视频生成。</translation>
    </message>
</context>
<context>
    <name>ExpressionFlags</name>
    <message>
        <source>expressions: %1 of %2 readers did not look as the category should make them</source>
        <translation>表情：%2 位读者中有 %1 位的表现与该类别不符</translation>
    </message>
    <message>
        <source>expressions: what %1 readers showed is %2 times as likely if it does not belong to its category</source>
        <translation>表情：若不属于其类别，%1 位读者的表现出现的可能性是属于时的 %2 倍</translation>
    </message>
    <message>
        <source>Weighing what readers showed</source>
        <translation>正在权衡读者的表现</translation>
    </message>
    <message>
        <source>expressions: the sequential rule</source>
        <translation>表情：序贯规则</translation>
    </message>
</context>
<context>
    <name>ExpressionImport</name>
    <message>
        <source>The program cannot tell it.</source>
        <translation>该程序无法判断。</translation>
    </message>
    <message>
        <source>The file lacks %1.</source>
        <translation>文件缺少 %1。</translation>
    </message>
    <message>
        <source>The table of rules has no row for it.</source>
        <translation>规则表中没有对应的行。</translation>
    </message>
    <message>
        <source>No frame with a usable face has the values for it.</source>
        <translation>没有一帧可用的人脸带有所需的值。</translation>
    </message>
</context>
<context>
    <name>ExpressionMapping</name>
    <message>
        <source>There is no feature “%1”; there are: %2.</source>
        <translation>没有特征“%1”；可用的有：%2。</translation>
    </message>
</context>
<context>
    <name>ExpressionSets</name>
    <message>
        <source>There is no category “%1”.</source>
        <translation>没有类别“%1”。</translation>
    </message>
    <message>
        <source>There is no feature “%1”; there are: %2.</source>
        <translation>没有特征“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be on both sides of a set.</source>
        <translation>“%1”不能同时位于集合的两侧。</translation>
    </message>
</context>
<context>
    <name>ExpressionsCommand</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1 sessions imported, %2 items flagged.</source>
        <translation>已导入 %1 个会话，已标记 %2 个条目。</translation>
    </message>
    <message>
        <source>Readers&apos; faces against what a category should evoke: import, match, aggregate, flag, sets.</source>
        <translation>将读者的面部表现与类别应引起的表现相比：导入、匹配、汇总、标记、集合。</translation>
    </message>
    <message>
        <source>import, flag: what raises flags, document (a share of readers, the default) or sequential (log-likelihood ratio with the readers&apos; estimated reliability).</source>
        <translation>import、flag：由什么规则标记，document（读者比例，默认）或 sequential（对数似然比，读者可靠度由数据估计）。</translation>
    </message>
    <message>
        <source>import --item: the reader&apos;s pseudonym.</source>
        <translation>import --item：读者的化名。</translation>
    </message>
    <message>
        <source>import --item: a table of one&apos;s own that makes features out of the file&apos;s signals.</source>
        <translation>import --item：自己的规则表，由文件的信号得出特征。</translation>
    </message>
    <message>
        <source>import --item: take the file although it does not seem to fit the item.</source>
        <translation>import --item：即使文件看似与条目不符也采用。</translation>
    </message>
    <message>
        <source>sets edit: what the category should evoke, split by commas.</source>
        <translation>sets edit：该类别应引起的特征，以逗号分隔。</translation>
    </message>
    <message>
        <source>sets edit: what it should not evoke.</source>
        <translation>sets edit：不应引起的特征。</translation>
    </message>
    <message>
        <source>“expressions %1” is not understood; moderato expressions --help lists what there is and what it wants.</source>
        <translation>无法理解“expressions %1”；moderato expressions --help 会列出可用的操作及其参数。</translation>
    </message>
    <message>
        <source>There is no rule “%1”; there are document and sequential.</source>
        <translation>没有规则“%1”；可用的有 document 和 sequential。</translation>
    </message>
    <message>
        <source>There is no format “%1”; there are openface, pyfeat, mediapipe, affdex and facet.</source>
        <translation>没有格式“%1”；可用的有 openface、pyfeat、mediapipe、affdex 和 facet。</translation>
    </message>
    <message>
        <source>The file does not seem to belong to the item, so nothing was stored; look at the lines above, and say --accept if it does.</source>
        <translation>文件看似不属于此条目，未保存任何内容；请查看以上各行，若确实属于，请加 --accept。</translation>
    </message>
    <message>
        <source>One session imported; match result %1.</source>
        <translation>已导入一次观看；匹配结果 %1。</translation>
    </message>
    <message>
        <source>The session is there already; match result %1.</source>
        <translation>该次观看已存在；匹配结果 %1。</translation>
    </message>
    <message>
        <source>The category “%1” has no expression set; moderato expressions sets lists those there are.</source>
        <translation>类别“%1”没有表情特征集；moderato expressions sets 会列出已有的集合。</translation>
    </message>
    <message>
        <source>%1 (for: %2; against: %3)</source>
        <translation>%1（符合：%2；不符：%3）</translation>
    </message>
    <message>
        <source>No item has readers yet.</source>
        <translation>尚无条目有读者。</translation>
    </message>
    <message>
        <source>%1 of %2 items with readers are flagged.</source>
        <translation>有读者的 %2 个条目中标记了 %1 个。</translation>
    </message>
    <message>
        <source>Say what the set should be with --positive or --negative.</source>
        <translation>请用 --positive 或 --negative 给出集合的内容。</translation>
    </message>
    <message>
        <source>The set of %1 is changed.</source>
        <translation>%1 的集合已更改。</translation>
    </message>
    <message>
        <source>%1	%2 %3	%4 % of n = %5 (%6 … %7)</source>
        <translation>%1	%2 %3	n = %5 中的 %4 %（%6 … %7）</translation>
    </message>
    <message>
        <source>Readers&apos; results propose nothing.</source>
        <translation>读者的结果没有给出任何建议。</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Nothing of the kind is proposed; moderato expressions sets propose lists what is.</source>
        <translation>没有这样的建议；moderato expressions sets propose 会列出现有的建议。</translation>
    </message>
    <message>
        <source>Aggregates are of many readers: leave --reader out.</source>
        <translation>汇总数据来自多名读者：请不要给 --reader。</translation>
    </message>
    <message>
        <source>%1: %2 values of %3 signals, n = %4 to %5.</source>
        <translation>%1：%3 个信号的 %2 个值，n = %4 至 %5。</translation>
    </message>
    <message>
        <source>There is no format “%1”; there are openface, pyfeat, mediapipe, affdex, facet and series.</source>
        <translation>没有格式“%1”；可用的有 openface、pyfeat、mediapipe、affdex、facet 和 series。</translation>
    </message>
    <message>
        <source>%1	%2	%3 points</source>
        <translation>%1	%2	%3 个点</translation>
    </message>
    <message>
        <source>The item has no aggregates.</source>
        <translation>该内容没有汇总数据。</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>Imports to come use it.</source>
        <translation>今后的导入将使用它。</translation>
    </message>
    <message>
        <source>Say of which item with --item.</source>
        <translation>请用 --item 指明是哪一条内容。</translation>
    </message>
    <message>
        <source>import FILE (match results as JSONL, or with --item a file about one face, or aggregates of many readers); match CATEGORY FEATURE,… (what a face that shows these scores); aggregate (what readers say of items); flag (judges all items that have readers); series list, series remove NAME (an item&apos;s ready-made aggregates); mapping list, mapping set FORMAT FEATURE RULE (how another program&apos;s signals become features; RULE may be none or shipped); sets list, sets edit CATEGORY, sets propose, sets accept CATEGORY FEATURE, sets refuse CATEGORY FEATURE, sets history.</source>
        <translation>import 文件（JSONL 匹配结果；或配合 --item，导入一张脸的文件或多名读者的汇总数据）；match 类别 特征,…（显示这些特征的脸得多少分）；aggregate（读者对内容的看法）；flag（评判所有有读者的内容）；series list、series remove 名称（内容的现成汇总数据）；mapping list、mapping set 格式 特征 规则（其他程序的信号如何变成特征；规则可为 none 或 shipped）；sets list、sets edit 类别、sets propose、sets accept 类别 特征、sets refuse 类别 特征、sets history。</translation>
    </message>
    <message>
        <source>aggregate, series: only this item. import: FILE is what OpenFace, Py-Feat, MediaPipe or iMotions measured of one reader in front of this item, or aggregates (time, signal, value, n) of many.</source>
        <translation>aggregate、series：仅此内容。import：文件是 OpenFace、Py-Feat、MediaPipe 或 iMotions 对一名读者观看此内容时的测量，或多名读者的汇总数据（time, signal, value, n）。</translation>
    </message>
    <message>
        <source>import --item: openface, pyfeat, mediapipe, affdex, facet or series; without it, recognised.</source>
        <translation>import --item：openface、pyfeat、mediapipe、affdex、facet 或 series；不给则自动识别。</translation>
    </message>
    <message>
        <source>sets propose, accept, refuse: a feature that more readers show becomes positive (90).</source>
        <translation>sets propose、accept、refuse：超过此百分比的读者显示的特征列为应出现（90）。</translation>
    </message>
    <message>
        <source>sets propose, accept, refuse: one that fewer show becomes negative (10).</source>
        <translation>sets propose、accept、refuse：少于此百分比的读者显示的特征列为不应出现（10）。</translation>
    </message>
    <message>
        <source>sets propose, accept, refuse: of no fewer readers than this (10).</source>
        <translation>sets propose、accept、refuse：读者不少于此数（10）。</translation>
    </message>
    <message>
        <source>--%1 takes percent, from 0 to 100.</source>
        <translation>--%1 须为百分数，从 0 到 100。</translation>
    </message>
    <message>
        <source>--readers takes a number, 1 or more.</source>
        <translation>--readers 须为不小于 1 的整数。</translation>
    </message>
</context>
<context>
    <name>FaceFileImport</name>
    <message>
        <source>No frame of %1 shows a face that can be used.</source>
        <translation>%1 中没有一帧有可用的人脸。</translation>
    </message>
    <message>
        <source>Say whose face it is: a pseudonym of the reader.</source>
        <translation>请说明是谁的脸：读者的化名。</translation>
    </message>
</context>
<context>
    <name>FaceSessions</name>
    <message>
        <source>The item has no category, so there is nothing to match with.</source>
        <translation>该内容没有类别，因此没有可匹配的对象。</translation>
    </message>
    <message>
        <source>The category “%1” has no expression set, so there is nothing to match with.</source>
        <translation>类别“%1”没有表情特征集，因此没有可匹配的对象。</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>The file that tells OpenCV what a face looks like is not there: install the package opencv-data.</source>
        <translation>缺少 OpenCV 识别人脸所需的文件：请安装软件包 opencv-data。</translation>
    </message>
    <message>
        <source>%1 is no cascade of OpenCV: install the package opencv-data again.</source>
        <translation>%1 不是 OpenCV 的级联文件：请重新安装软件包 opencv-data。</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>“%1” could not be written; what was there before is kept. Check the free space and the permissions of its folder.</source>
        <translation>无法写入“%1”；原有内容已保留。请检查剩余空间和文件夹权限。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read. Check that it exists and that you may read it.</source>
        <translation>无法读取文件“%1”。请检查它是否存在、你是否有权读取。</translation>
    </message>
    <message>
        <source>The file “%1” is larger than %2 MB, the most that is read at once. Split it.</source>
        <translation>文件“%1”大于 %2 MB，超过一次可读取的上限。请拆分。</translation>
    </message>
    <message>
        <source>Reading “%1” failed. Check the disk it is on.</source>
        <translation>读取“%1”失败。请检查所在磁盘。</translation>
    </message>
</context>
<context>
    <name>FileGroups</name>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Matching known hashes</source>
        <translation>正在比对已知哈希</translation>
    </message>
</context>
<context>
    <name>ForgetReaderCommand</name>
    <message>
        <source>Deletes all that was recorded of a reader&apos;s face, and what was made of it.</source>
        <translation>删除所记录的某位读者面部的全部数据，以及由此得出的一切。</translation>
    </message>
    <message>
        <source>The reader&apos;s pseudonym.</source>
        <translation>读者的化名。</translation>
    </message>
    <message>
        <source>%1 sessions deleted.</source>
        <translation>已删除 %1 个会话。</translation>
    </message>
</context>
<context>
    <name>GivenLabels</name>
    <message>
        <source>“%1” is no task; the tasks are clicks, dwell, likes, dislikes, comments and shares.</source>
        <translation>“%1”不是任务；任务有 clicks、dwell、likes、dislikes、comments 和 shares。</translation>
    </message>
</context>
<context>
    <name>GroupUpdate</name>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
</context>
<context>
    <name>Hash</name>
    <message>
        <source>The file “%1” cannot be read. Check that it exists and that you may read it.</source>
        <translation>无法读取文件“%1”。请检查它是否存在、你是否有权读取。</translation>
    </message>
    <message>
        <source>Reading “%1” failed. Check the disk it is on.</source>
        <translation>读取“%1”失败。请检查所在磁盘。</translation>
    </message>
</context>
<context>
    <name>HashesCommand</name>
    <message>
        <source>Takes in lists of hashes of known material and matches media with them.</source>
        <translation>导入已知材料的哈希列表，并与媒体比对。</translation>
    </message>
    <message>
        <source>import FILE: takes a list in and flags what matches it. list: the lists. remove NAME. scan PATH…: matches files with the list of --list, without a library.</source>
        <translation>import FILE：导入列表，并标记与之匹配的条目。list：显示各列表。remove NAME：移除列表。scan PATH…：用 --list 的列表比对文件，不使用资料库。</translation>
    </message>
    <message>
        <source>With import: the list&apos;s name; the file&apos;s, without it.</source>
        <translation>与 import 同用：列表的名称；省略时为文件名。</translation>
    </message>
    <message>
        <source>With scan: the file of hashes.</source>
        <translation>与 scan 同用：哈希文件。</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>“%1”已移除。</translation>
    </message>
    <message>
        <source>“hashes” takes import FILE, list, remove NAME, or scan PATH… --list FILE.</source>
        <translation>“hashes”可用 import FILE、list、remove NAME 或 scan PATH… --list FILE。</translation>
    </message>
    <message>
        <source>“hashes scan” takes the files to match, and --list FILE.</source>
        <translation>“hashes scan”需要给出要比对的文件和 --list FILE。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>没有匹配的内容。</translation>
    </message>
    <message>
        <source>“%1”: %2 hashes; %3 items match and are flagged.</source>
        <translation>“%1”：%2 个哈希；%3 个条目匹配并已标记。</translation>
    </message>
    <message>
        <source>%1	%2 hashes</source>
        <translation>%1	%2 个哈希</translation>
    </message>
    <message>
        <source>No lists.</source>
        <translation>没有列表。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Takes in folders, JSONL, CSV, articles and media files, and predicts what they are.</source>
        <translation>导入文件夹、JSONL、CSV、文章和媒体文件，并作出预测。</translation>
    </message>
    <message>
        <source>Files and folders.</source>
        <translation>文件和文件夹。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 imported, %2 known already, %3 problems; %4 items to review.</source>
        <translation>导入 %1 个，已有 %2 个，问题 %3 个；待审核 %4 个。</translation>
    </message>
    <message>
        <source>Nothing could be imported; the problems are listed above.</source>
        <translation>什么也没能导入；问题列在上面。</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1.</source>
        <translation>无法打开文件：%1。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The article is larger than %1 MB. Split it, or import its text as JSONL.</source>
        <translation>文章大于 %1 MB。请拆分，或以 JSONL 导入其文本。</translation>
    </message>
    <message>
        <source>The file holds no text and no pictures.</source>
        <translation>文件里没有文字，也没有图片。</translation>
    </message>
    <message>
        <source>Nothing to import was named. Name a file or a folder.</source>
        <translation>没有指定要导入的内容。请给出文件或文件夹。</translation>
    </message>
    <message>
        <source>There is no such file or folder: %1. Check the path.</source>
        <translation>没有这个文件或文件夹：%1。请检查路径。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>The export cannot be written: %1. Check the free space.</source>
        <translation>无法写入导出文件：%1。请检查剩余空间。</translation>
    </message>
    <message>
        <source>The record that begins here is longer than %1 MB and was passed over. Look for a missing quote.</source>
        <translation>从这里开始的记录长于 %1 MB，已跳过。请检查是否缺少引号。</translation>
    </message>
    <message>
        <source>A quote that opens in this line is never closed. Close it, or write it twice if it belongs to the text.</source>
        <translation>这一行开始的引号没有闭合。请闭合它；如果它属于文本，请写两次。</translation>
    </message>
    <message>
        <source>Text follows a closing quote. Write a quote that belongs to the text twice.</source>
        <translation>闭合的引号后面还有文字。属于文本的引号请写两次。</translation>
    </message>
    <message>
        <source>The header has more than %1 columns.</source>
        <translation>表头多于 %1 列。</translation>
    </message>
    <message>
        <source>The column “%1” stands twice in the header. Rename one.</source>
        <translation>列“%1”在表头中出现两次。请改名其一。</translation>
    </message>
    <message>
        <source>The header has none of the columns title, body and media; it has: %1. The first line must name the columns.</source>
        <translation>表头中没有 title、body 或 media 列；现有：%1。第一行必须是列名。</translation>
    </message>
    <message>
        <source>The record has %1 cells, but the header names %2 columns. Put cells that hold the separator in quotes.</source>
        <translation>记录有 %1 个单元格，而表头有 %2 列。含分隔符的单元格请加引号。</translation>
    </message>
    <message>
        <source>The column “%1” is not valid UTF-8 here. Save the file as UTF-8 and import it again.</source>
        <translation>列“%1”在此处不是有效的 UTF-8。请另存为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>The field “%1” %2</source>
        <translation>字段“%1”%2</translation>
    </message>
    <message>
        <source>must be a text in quotes.</source>
        <translation>必须是带引号的文本。</translation>
    </message>
    <message>
        <source>must be a text or a number.</source>
        <translation>必须是文本或数字。</translation>
    </message>
    <message>
        <source>must be a list of texts, like [&quot;a&quot;, &quot;b&quot;].</source>
        <translation>必须是文本列表，例如 [&quot;a&quot;, &quot;b&quot;]。</translation>
    </message>
    <message>
        <source>must be a whole number, 0 or more.</source>
        <translation>必须是大于等于 0 的整数。</translation>
    </message>
    <message>
        <source>must be a number from 0 to 1.</source>
        <translation>必须是 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>must be a date like 2026-11-21T10:18:54Z or seconds since 1970.</source>
        <translation>必须是日期，例如 2026-11-21T10:18:54Z，或自 1970 年起的秒数。</translation>
    </message>
    <message>
        <source>must be an object, like {&quot;id&quot;: &quot;…&quot;}.</source>
        <translation>必须是对象，例如 {&quot;id&quot;: &quot;…&quot;}。</translation>
    </message>
    <message>
        <source>This link leads to nothing. Check where it points.</source>
        <translation>这个链接没有指向任何东西。请检查其目标。</translation>
    </message>
    <message>
        <source>There is no such file or folder. Check the path.</source>
        <translation>没有这个文件或文件夹。请检查路径。</translation>
    </message>
    <message>
        <source>This is a device or a pipe and not a file. Choose a file or a folder.</source>
        <translation>这是设备或管道，不是文件。请选择文件或文件夹。</translation>
    </message>
    <message>
        <source>This folder may not be read. Check its permissions.</source>
        <translation>没有读取这个文件夹的权限。请检查权限。</translation>
    </message>
    <message>
        <source>“%1” is an address, and nothing is ever loaded from one. Save the file here and give its path.</source>
        <translation>“%1”是网址，程序从不从网上加载。请把文件存到本机并给出路径。</translation>
    </message>
    <message>
        <source>The path holds a control character. Correct it.</source>
        <translation>路径中有控制字符。请更正。</translation>
    </message>
    <message>
        <source>The file %1 is not there. Put it there or correct the path.</source>
        <translation>文件 %1 不在那里。请放回，或更正路径。</translation>
    </message>
    <message>
        <source>%1 is not a file. Correct the path.</source>
        <translation>%1 不是文件。请更正路径。</translation>
    </message>
    <message>
        <source>The file %1 may not be read. Check its permissions.</source>
        <translation>没有读取文件 %1 的权限。请检查权限。</translation>
    </message>
    <message>
        <source>The file %1 is empty. Copy it again.</source>
        <translation>文件 %1 是空的。请重新复制。</translation>
    </message>
    <message>
        <source>The file %1 is not a video, a sound or a picture.</source>
        <translation>文件 %1 不是视频、声音或图片。</translation>
    </message>
    <message>
        <source>This line is not valid UTF-8 (from byte %1 on). Save the file as UTF-8 and import it again.</source>
        <translation>这一行不是有效的 UTF-8（从第 %1 字节起）。请另存为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>This line is nested too deeply to be an item. Leave the nested part out.</source>
        <translation>这一行嵌套太深，不可能是条目。请去掉嵌套部分。</translation>
    </message>
    <message>
        <source>This line is not valid JSON: %1 at byte %2. Write one JSON object on one line.</source>
        <translation>这一行不是有效的 JSON：%1，位于第 %2 字节。请一行写一个 JSON 对象。</translation>
    </message>
    <message>
        <source>This line is a JSON list and not an object. Write each item as {…} on a line of its own.</source>
        <translation>这一行是 JSON 列表而不是对象。请每个条目用 {…} 单独写一行。</translation>
    </message>
    <message>
        <source>The field “%1” stands twice in this line. Keep one of them.</source>
        <translation>字段“%1”在这一行出现两次。请保留其一。</translation>
    </message>
    <message>
        <source>The file is written in UTF-16. Save it as UTF-8 and import it again.</source>
        <translation>文件是 UTF-16 编码。请另存为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>This is not a text file: it holds binary data. Check that the right file was chosen.</source>
        <translation>这不是文本文件：其中有二进制数据。请检查是否选对了文件。</translation>
    </message>
    <message>
        <source>This line is longer than %1 MB and was passed over. Write one item on one line.</source>
        <translation>这一行长于 %1 MB，已跳过。请一行写一个条目。</translation>
    </message>
    <message>
        <source>This line is a reader&apos;s match result and not an item.</source>
        <translation>这一行是读者的匹配结果，不是条目。</translation>
    </message>
    <message>
        <source>This file holds readers&apos; match results and no items. Import it as reader sessions.</source>
        <translation>文件里是读者的匹配结果，没有条目。请按读者会话导入。</translation>
    </message>
    <message>
        <source>is missing.</source>
        <translation>缺少该字段。</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2.</source>
        <translation>无法打开文件 %1：%2。</translation>
    </message>
    <message>
        <source>This line is too long to be a match result.</source>
        <translation>这一行太长，不可能是匹配结果。</translation>
    </message>
    <message>
        <source>ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>must be a text like &quot;7d&quot; or {&quot;from&quot;: …, &quot;to&quot;: …}.</source>
        <translation>必须是“7d”这样的文本，或 {&quot;from&quot;: …, &quot;to&quot;: …}。</translation>
    </message>
    <message>
        <source>%1 is not a picture.</source>
        <translation>%1 不是图片。</translation>
    </message>
    <message>
        <source>must be plain, markdown or html.</source>
        <translation>必须是 plain、markdown 或 html。</translation>
    </message>
    <message>
        <source>must be article, video or pictures.</source>
        <translation>必须是 article、video 或 pictures。</translation>
    </message>
    <message>
        <source>The item has no title, no body and no media. Give it one of them.</source>
        <translation>条目没有标题、正文和媒体。请至少给出一样。</translation>
    </message>
    <message>
        <source>Imported, but its media cannot be used: %1</source>
        <translation>已导入，但媒体无法使用：%1</translation>
    </message>
    <message>
        <source>More lines of this file have problems: %1. They are not listed.</source>
        <translation>这个文件还有 %1 行有问题，没有一一列出。</translation>
    </message>
    <message>
        <source>[embedded object not shown]</source>
        <translation>[嵌入对象未显示]</translation>
    </message>
    <message>
        <source>Tracking pictures removed: %1</source>
        <translation>已去除跟踪图片：%1</translation>
    </message>
    <message>
        <source>Remote pictures not loaded: %1</source>
        <translation>未加载的远程图片：%1</translation>
    </message>
    <message>
        <source>remote picture not loaded</source>
        <translation>远程图片未加载</translation>
    </message>
    <message>
        <source>Embedded pictures not shown: %1</source>
        <translation>未显示的内嵌图片：%1</translation>
    </message>
    <message>
        <source>embedded picture not shown</source>
        <translation>内嵌图片未显示</translation>
    </message>
    <message>
        <source>Pictures outside the article&apos;s folder not loaded: %1</source>
        <translation>未加载文章文件夹以外的图片：%1</translation>
    </message>
    <message>
        <source>picture outside the article&apos;s folder not loaded</source>
        <translation>文章文件夹以外的图片未加载</translation>
    </message>
    <message>
        <source>Pictures that are not there: %1</source>
        <translation>不存在的图片：%1</translation>
    </message>
    <message>
        <source>picture not there</source>
        <translation>图片不存在</translation>
    </message>
    <message>
        <source>%1 invisible characters</source>
        <translation>%1 个不可见字符</translation>
    </message>
    <message>
        <source>[hidden text: %1]</source>
        <translation>[隐藏文字：%1]</translation>
    </message>
    <message>
        <source>Scripts removed: %1.</source>
        <translation>已去除脚本：%1。</translation>
    </message>
    <message>
        <source>Style sheets removed: %1.</source>
        <translation>已去除样式表：%1。</translation>
    </message>
    <message>
        <source>Embedded pages removed: %1.</source>
        <translation>已去除嵌入页面：%1。</translation>
    </message>
    <message>
        <source>Embedded objects removed: %1.</source>
        <translation>已去除嵌入对象：%1。</translation>
    </message>
    <message>
        <source>Form fields removed: %1.</source>
        <translation>已去除表单字段：%1。</translation>
    </message>
    <message>
        <source>Redirects to other pages removed: %1.</source>
        <translation>已去除跳转：%1。</translation>
    </message>
    <message>
        <source>Base addresses ignored: %1.</source>
        <translation>已忽略基准地址：%1。</translation>
    </message>
    <message>
        <source>Event handlers removed: %1.</source>
        <translation>已去除事件处理：%1。</translation>
    </message>
    <message>
        <source>Links that run scripts removed: %1.</source>
        <translation>已去除运行脚本的链接：%1。</translation>
    </message>
    <message>
        <source>Styles that load files removed: %1.</source>
        <translation>已去除加载文件的样式：%1。</translation>
    </message>
    <message>
        <source>Marks that turn the direction of text removed: %1.</source>
        <translation>已去除改变文字方向的标记：%1。</translation>
    </message>
    <message>
        <source>Hidden passages marked: %1.</source>
        <translation>已标出隐藏段落：%1。</translation>
    </message>
    <message>
        <source>The article is nested more than %1 levels deep; what is deeper is shown as plain text.</source>
        <translation>文章嵌套超过 %1 层；更深处以纯文本显示。</translation>
    </message>
    <message>
        <source>The article is too long to show: it was cut after %1 characters.</source>
        <translation>文章太长：在 %1 个字符后截断。</translation>
    </message>
    <message>
        <source>[kept from screen readers: </source>
        <translation>[对屏幕朗读隐藏：</translation>
    </message>
    <message>
        <source>The header names no column of %1, such as: %2. Choose the format that the file has, or let it be recognised.</source>
        <translation>表头中没有 %1 的列（如：%2）。请选择文件的实际格式，或让程序自动识别。</translation>
    </message>
    <message>
        <source>The row that begins here is too long and was passed over. Look for a missing quote or line end.</source>
        <translation>从此处开始的行过长，已跳过。请检查是否缺少引号或换行。</translation>
    </message>
    <message>
        <source>A quote that opens in this row is never closed. The row was passed over.</source>
        <translation>此行有未闭合的引号，已跳过该行。</translation>
    </message>
    <message>
        <source>Text follows a closing quote in this row. The row was passed over.</source>
        <translation>此行的右引号之后还有文字，已跳过该行。</translation>
    </message>
    <message>
        <source>The column “%1” holds “%2”, which is no number. The row was passed over.</source>
        <translation>列“%1”的值“%2”不是数字，已跳过该行。</translation>
    </message>
    <message>
        <source>The column “%1” holds “%2”, which lies outside what this program writes. Check the format; the row was passed over.</source>
        <translation>列“%1”的值“%2”超出该程序会写出的范围。请检查格式；已跳过该行。</translation>
    </message>
    <message>
        <source>The column “%1” holds “%2”, which is no number of a frame. The row was passed over.</source>
        <translation>列“%1”的值“%2”不是帧号，已跳过该行。</translation>
    </message>
    <message>
        <source>The column “%1” holds “%2”, which is no time in a clip. The row was passed over.</source>
        <translation>列“%1”的值“%2”不是视频中的时间，已跳过该行。</translation>
    </message>
    <message>
        <source>The column “%1” holds “%2”; it must lie between 0 and 1. The row was passed over.</source>
        <translation>列“%1”的值为“%2”，应介于 0 与 1 之间。已跳过该行。</translation>
    </message>
    <message>
        <source>The row has %1 cells, but the header names %2 columns. The row was passed over.</source>
        <translation>此行有 %1 个单元格，而表头有 %2 列。已跳过该行。</translation>
    </message>
    <message>
        <source>The file holds figures of many readers together (aggregates), not what one face showed. Import it as aggregates.</source>
        <translation>文件是多位读者的汇总数据，而不是一张脸的表现。请作为汇总数据导入。</translation>
    </message>
    <message>
        <source>No row of the file could be read; the first problems say why.</source>
        <translation>文件没有一行能读取；前几个问题说明了原因。</translation>
    </message>
    <message>
        <source>The file holds no row about a face. Check that the right file and stimulus were chosen.</source>
        <translation>文件中没有关于人脸的行。请检查文件和刺激材料是否选对。</translation>
    </message>
    <message>
        <source>No line at the beginning of the file names columns of %1. Choose the format that the file has, or let it be recognised.</source>
        <translation>文件开头没有给出 %1 列名的行。请选择文件的实际格式，或让程序自动识别。</translation>
    </message>
    <message>
        <source>No line at the beginning of the file names columns that are known. Files of OpenFace, Py-Feat, MediaPipe and iMotions (AFFDEX, FACET) are read, and tables with time, signal, value and n.</source>
        <translation>文件开头没有列出已知列名的行。可读取 OpenFace、Py-Feat、MediaPipe 和 iMotions（AFFDEX、FACET）的文件，以及带有 time、signal、value 和 n 的表格。</translation>
    </message>
    <message>
        <source>What begins here is not valid JSON: %1. It was passed over.</source>
        <translation>从此处开始的内容不是有效的 JSON：%1。已跳过。</translation>
    </message>
    <message>
        <source>“frame” holds no number of a frame here. It was passed over.</source>
        <translation>此处的“frame”不是帧号，已跳过。</translation>
    </message>
    <message>
        <source>The time here is no time in a clip. It was passed over.</source>
        <translation>此处的时间不是视频中的时间，已跳过。</translation>
    </message>
    <message>
        <source>The score of “%1” is none that this program writes. The frame was passed over.</source>
        <translation>“%1”的分数不是该程序会写出的值，已跳过该帧。</translation>
    </message>
    <message>
        <source>A frame&apos;s list must hold categories with a name and a score. The frame was passed over.</source>
        <translation>每帧的列表应含有带名称和分数的类别，已跳过该帧。</translation>
    </message>
    <message>
        <source>What begins here holds nothing about a face. It was passed over.</source>
        <translation>从此处开始的内容与人脸无关，已跳过。</translation>
    </message>
    <message>
        <source>No object in the file holds blendshapes of MediaPipe or metrics of AFFDEX. Check that the right file was chosen.</source>
        <translation>文件中没有含 MediaPipe 混合形状或 AFFDEX 指标的对象。请检查文件是否选对。</translation>
    </message>
    <message>
        <source>What begins here is too long for one frame and was passed over. Write one object a frame.</source>
        <translation>从此处开始的内容对一帧来说过长，已跳过。请每帧写一个对象。</translation>
    </message>
    <message>
        <source>%1 writes no JSON, but this file is JSON. Let the format be recognised.</source>
        <translation>%1 不写 JSON，而此文件是 JSON。请让程序自动识别格式。</translation>
    </message>
    <message>
        <source>The row has no signal, or its name is too long.</source>
        <translation>此行没有信号名，或名称过长。</translation>
    </message>
    <message>
        <source>The row has no time. Give it in seconds from the beginning.</source>
        <translation>此行没有时间。请给出从开头起的秒数。</translation>
    </message>
    <message>
        <source>The row does not say of how many readers its value is. Give a whole number, 1 or more, in the column n.</source>
        <translation>此行没有说明其值来自多少位读者。请在列 n 中给出不小于 1 的整数。</translation>
    </message>
    <message>
        <source>The row has no number in the column value.</source>
        <translation>此行的列 value 中没有数字。</translation>
    </message>
    <message>
        <source>The column “%1” holds no number in this row.</source>
        <translation>此行的列“%1”中没有数字。</translation>
    </message>
    <message>
        <source>The interval of this row is upside down, or its deviation is below 0.</source>
        <translation>此行的区间上下颠倒，或标准差小于 0。</translation>
    </message>
    <message>
        <source>The header has no column n. A value is not taken without the number of readers it comes from; add the column.</source>
        <translation>表头没有列 n。没有读者人数的值不予采用；请添加此列。</translation>
    </message>
    <message>
        <source>The row has not as many cells as the header names columns, or a quote in it is not closed. It was passed over.</source>
        <translation>此行的单元格数与表头列数不同，或其中有未闭合的引号。已跳过。</translation>
    </message>
    <message>
        <source>the row has not as many cells as the header names columns. Put a rule that holds commas in quotes.</source>
        <translation>此行的单元格数与表头列数不同。含逗号的规则请加引号。</translation>
    </message>
    <message>
        <source>“%1” is no format. Write openface, pyfeat, mediapipe, affdex or facet.</source>
        <translation>“%1”不是格式。请写 openface、pyfeat、mediapipe、affdex 或 facet。</translation>
    </message>
    <message>
        <source>“%1” is no feature. Write one of: %2.</source>
        <translation>“%1”不是特征。请写以下之一：%2。</translation>
    </message>
    <message>
        <source>“none” must be the only row for %1 of %2.</source>
        <translation>“none”必须是 %2 的 %1 唯一的一行。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 is too large to be a table of rules.</source>
        <translation>%1 过大，不是规则表。</translation>
    </message>
    <message>
        <source>%1 must begin with a line that names the columns: format,feature,rule,note.</source>
        <translation>%1 的首行必须给出列名：format,feature,rule,note。</translation>
    </message>
    <message>
        <source>%1 is not used. %2</source>
        <translation>未采用 %1。%2</translation>
    </message>
    <message>
        <source>The rule is longer than %1 characters.</source>
        <translation>规则超过 %1 个字符。</translation>
    </message>
    <message>
        <source>“%1” is not understood here</source>
        <translation>此处无法理解“%1”</translation>
    </message>
    <message>
        <source>The rule is wrong at character %1: %2.</source>
        <translation>规则在第 %1 个字符处有误：%2。</translation>
    </message>
    <message>
        <source>a comparison such as AU12 &gt;= 0.5 is missing</source>
        <translation>缺少比较，例如 AU12 &gt;= 0.5</translation>
    </message>
    <message>
        <source>a comparison stands where a number must be</source>
        <translation>应为数字之处出现了比较</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>a number or a signal is missing</source>
        <translation>缺少数字或信号</translation>
    </message>
    <message>
        <source>“%1” is no signal of this format</source>
        <translation>“%1”不是此格式的信号</translation>
    </message>
    <message>
        <source>It names no item; external_id must say whose figures these are.</source>
        <translation>未指明内容；external_id 必须说明这些数据属于哪条内容。</translation>
    </message>
    <message>
        <source>It has no figures, such as impressions, clicks, dwell_ms or likes.</source>
        <translation>没有任何数据，例如 impressions、clicks、dwell_ms 或 likes。</translation>
    </message>
    <message>
        <source>The header has no column external_id, which says whose figures a line holds; it has: %1.</source>
        <translation>表头缺少说明数据归属的 external_id 列；它有：%1。</translation>
    </message>
    <message>
        <source>Reading figures of consumption</source>
        <translation>正在读取消费数据</translation>
    </message>
    <message>
        <source>This line is no JSON object.</source>
        <translation>此行不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The rules could not be written to %1: %2. Nothing was changed.</source>
        <translation>规则无法写入 %1：%2。没有任何更改。</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>文件 %1 为空。</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>正在读取表格</translation>
    </message>
</context>
<context>
    <name>ImportedSeries</name>
    <message>
        <source>The time lies before the item&apos;s beginning. The row was passed over.</source>
        <translation>时间早于内容的开头，该行已跳过。</translation>
    </message>
    <message>
        <source>There is a value of “%1” at this time already. The row was passed over.</source>
        <translation>“%1”在此时刻已有一个值，该行已跳过。</translation>
    </message>
    <message>
        <source>The series goes on to %1 s, the item ends at %2 s. Check that it was made with this item.</source>
        <translation>数据持续到 %1 秒，而内容在 %2 秒结束。请检查它是否来自此内容。</translation>
    </message>
    <message>
        <source>The file holds more than %1 values; nothing was stored. Import fewer signals or larger time steps.</source>
        <translation>文件含有超过 %1 个值，没有保存任何内容。请减少信号或加大时间间隔。</translation>
    </message>
    <message>
        <source>No value of the file lies within the item&apos;s time.</source>
        <translation>文件中没有落在内容时间内的值。</translation>
    </message>
    <message>
        <source>The item has no aggregates of the name “%1”.</source>
        <translation>该内容没有名为“%1”的汇总数据。</translation>
    </message>
</context>
<context>
    <name>Ingest</name>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
</context>
<context>
    <name>ItemAnalysis</name>
    <message>
        <source>The file “%1” is not there any more. Bring it back, or import the item again.</source>
        <translation>文件“%1”已不存在。请放回原处，或重新导入该条目。</translation>
    </message>
    <message>
        <source>The file “%1” was changed since it was imported. Import it again.</source>
        <translation>文件“%1”在导入后被修改过。请重新导入。</translation>
    </message>
    <message>
        <source>The item has no file.</source>
        <translation>该条目没有文件。</translation>
    </message>
</context>
<context>
    <name>KnownHashes</name>
    <message>
        <source>known material: list “%1”</source>
        <translation>已知材料：列表“%1”</translation>
    </message>
    <message>
        <source>known material: “%2” of list “%1”</source>
        <translation>已知材料：列表“%1”中的“%2”</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) cannot be read.</source>
        <translation>
            <numerusform>另有 %n 行无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: there is no PDQ hash of 64 hexadecimal digits in it.</source>
        <translation>第 %1 行：其中没有 64 位十六进制的 PDQ 哈希。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read. Check that it exists and that you may read it.</source>
        <translation>文件“%1”无法读取。请检查它是否存在以及您是否有读取权限。</translation>
    </message>
    <message>
        <source>“%1” holds more than %2 hashes, the most that one list may have. Split it.</source>
        <translation>“%1”中的哈希超过 %2 个，这是一个列表的上限。请将其拆分。</translation>
    </message>
    <message>
        <source>There is no PDQ hash in “%1”. A list has one a line: 64 hexadecimal digits, alone or with a label.</source>
        <translation>“%1”中没有 PDQ 哈希。列表每行一个：64 位十六进制数字，可附标签。</translation>
    </message>
</context>
<context>
    <name>Limit</name>
    <message>
        <source>How many at most; %1 without it.</source>
        <translation>最多多少个；省略时为 %1。</translation>
    </message>
    <message>
        <source>“%1” is not a number of lines; give one of 1 or more.</source>
        <translation>“%1”不是有效的行数；请给出 1 或更大的数。</translation>
    </message>
</context>
<context>
    <name>MatchExpressions</name>
    <message>
        <source>The item %1 has no category, so there is nothing to match with.</source>
        <translation>条目 %1 没有类别，因此无从匹配。</translation>
    </message>
    <message>
        <source>The category “%1” has no expression set, so there is nothing to match with.</source>
        <translation>类别“%1”没有表情特征集，因此无从匹配。</translation>
    </message>
    <message>
        <source>Importing match results</source>
        <translation>正在导入匹配结果</translation>
    </message>
    <message>
        <source>Judging items by their readers</source>
        <translation>正在按读者判定条目</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>The decoder broke down over this file: it is damaged, or made to do harm. Nothing else was touched.</source>
        <translation>解码器在这个文件上崩溃：文件已损坏，或是恶意制作的。其他内容未受影响。</translation>
    </message>
    <message>
        <source>Opening this file took longer than %1 seconds and was stopped. It is probably damaged.</source>
        <translation>打开这个文件超过 %1 秒，已停止。它很可能已损坏。</translation>
    </message>
    <message>
        <source>The decoder process could not be started. Install the program again.</source>
        <translation>无法启动解码进程。请重新安装程序。</translation>
    </message>
    <message>
        <source>The file needs more memory than is given to it. It is damaged or far too large.</source>
        <translation>文件需要的内存超过了给它的限额。它已损坏或过大。</translation>
    </message>
    <message>
        <source>The file ends before its index: it was probably not copied completely. Copy it again.</source>
        <translation>文件在索引之前就结束了：很可能没有复制完整。请重新复制。</translation>
    </message>
    <message>
        <source>This is not a media file that FFmpeg knows: %1.</source>
        <translation>这不是 FFmpeg 认识的媒体文件：%1。</translation>
    </message>
    <message>
        <source>This is not a media file that FFmpeg knows, or it is damaged.</source>
        <translation>这不是 FFmpeg 认识的媒体文件，或已损坏。</translation>
    </message>
    <message>
        <source>The file cannot be opened as media: %1.</source>
        <translation>无法作为媒体打开文件：%1。</translation>
    </message>
    <message>
        <source>This is a playlist that names other files, and those are never opened. Import the files themselves.</source>
        <translation>这是指向其他文件的播放列表，程序从不打开它们。请直接导入那些文件。</translation>
    </message>
    <message>
        <source>There is no decoder for its format (%1).</source>
        <translation>没有对应格式（%1）的解码器。</translation>
    </message>
    <message>
        <source>The file&apos;s description of its pictures is damaged.</source>
        <translation>文件对画面的描述已损坏。</translation>
    </message>
    <message>
        <source>The file cannot be read. The disk may be damaged.</source>
        <translation>无法读取文件。磁盘可能已损坏。</translation>
    </message>
    <message>
        <source>it looks like a ZIP archive</source>
        <translation>它像是 ZIP 压缩包</translation>
    </message>
    <message>
        <source>it looks like a RAR archive</source>
        <translation>它像是 RAR 压缩包</translation>
    </message>
    <message>
        <source>it looks like a 7-Zip archive</source>
        <translation>它像是 7-Zip 压缩包</translation>
    </message>
    <message>
        <source>it looks like a gzip archive</source>
        <translation>它像是 gzip 压缩包</translation>
    </message>
    <message>
        <source>it looks like an xz archive</source>
        <translation>它像是 xz 压缩包</translation>
    </message>
    <message>
        <source>it looks like a PDF document</source>
        <translation>它像是 PDF 文档</translation>
    </message>
    <message>
        <source>it looks like a program</source>
        <translation>它像是程序</translation>
    </message>
    <message>
        <source>it looks like a script</source>
        <translation>它像是脚本</translation>
    </message>
    <message>
        <source>it looks like a database</source>
        <translation>它像是数据库</translation>
    </message>
    <message>
        <source>it looks like JSON text</source>
        <translation>它像是 JSON 文本</translation>
    </message>
    <message>
        <source>it looks like a web page, perhaps an error message that was saved instead of the file</source>
        <translation>它像是网页，也许是代替文件保存下来的错误页面</translation>
    </message>
    <message>
        <source>it looks like an XML or SVG text</source>
        <translation>它像是 XML 或 SVG 文本</translation>
    </message>
    <message>
        <source>it holds nothing but zeros</source>
        <translation>它里面全是零</translation>
    </message>
    <message>
        <source>it looks like a text</source>
        <translation>它像是文本</translation>
    </message>
    <message>
        <source>No picture could be decoded: the file is damaged.</source>
        <translation>一幅画面也无法解码：文件已损坏。</translation>
    </message>
    <message>
        <source>The file has sound but no pictures.</source>
        <translation>文件有声音，但没有画面。</translation>
    </message>
    <message>
        <source>The picture is damaged or was not copied completely.</source>
        <translation>图片已损坏，或没有复制完整。</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels, which is more than can be shown. Make it smaller.</source>
        <translation>图片有 %1 × %2 像素，超过可显示的大小。请缩小。</translation>
    </message>
    <message>
        <source>This is not a picture (PNG, JPEG, WebP, GIF or BMP).</source>
        <translation>这不是图片（PNG、JPEG、WebP、GIF 或 BMP）。</translation>
    </message>
    <message>
        <source>This is not a picture (PNG, JPEG, WebP, GIF or BMP): %1.</source>
        <translation>这不是图片（PNG、JPEG、WebP、GIF 或 BMP）：%1。</translation>
    </message>
    <message>
        <source>The size of its pictures cannot be told: the file is damaged.</source>
        <translation>无法得知画面大小：文件已损坏。</translation>
    </message>
    <message>
        <source>Its duration cannot be told.</source>
        <translation>无法得知时长。</translation>
    </message>
    <message>
        <source>The file ends early: it was probably not copied completely.</source>
        <translation>文件提前结束：很可能没有复制完整。</translation>
    </message>
    <message>
        <source>The file holds neither pictures nor sound, or it is damaged.</source>
        <translation>文件既没有画面也没有声音，或已损坏。</translation>
    </message>
    <message>
        <source>There is not enough memory to open the file.</source>
        <translation>内存不足，无法打开该文件。</translation>
    </message>
    <message>
        <source>The answer is too large to be handed over. Ask for fewer or smaller pictures.</source>
        <translation>结果过大，无法传回。请减少图片数量或缩小尺寸。</translation>
    </message>
    <message>
        <source>The file %1 is not there.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>文件 %1 无法读取：%2。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>The file %1 is empty. Copy it again.</source>
        <translation>文件 %1 是空的。请重新复制。</translation>
    </message>
    <message>
        <source>It is rotated by %1°.</source>
        <translation>画面旋转了 %1°。</translation>
    </message>
    <message>
        <source>Its pixels are not square (%1:%2).</source>
        <translation>像素不是方形（%1:%2）。</translation>
    </message>
    <message>
        <source>Its size is odd (%1 × %2).</source>
        <translation>画面尺寸为奇数（%1 × %2）。</translation>
    </message>
    <message>
        <source>It is interlaced.</source>
        <translation>它是隔行扫描的。</translation>
    </message>
    <message>
        <source>Its frame rate varies.</source>
        <translation>帧率不固定。</translation>
    </message>
    <message>
        <source>It has few frames (%1 a second).</source>
        <translation>帧数很少（每秒 %1 帧）。</translation>
    </message>
    <message>
        <source>It has many frames (%1 a second).</source>
        <translation>帧数很多（每秒 %1 帧）。</translation>
    </message>
    <message>
        <source>Its pictures begin before 0 (at %1 s).</source>
        <translation>画面在 0 之前开始（%1 秒）。</translation>
    </message>
    <message>
        <source>Its pictures begin late (at %1 s).</source>
        <translation>画面开始得较晚（%1 秒）。</translation>
    </message>
    <message>
        <source>An edit list leaves out frames.</source>
        <translation>编辑列表略去了一些帧。</translation>
    </message>
    <message>
        <source>It has no sound.</source>
        <translation>它没有声音。</translation>
    </message>
    <message>
        <source>It has sound and a cover, but no moving pictures.</source>
        <translation>它有声音和封面，但没有活动画面。</translation>
    </message>
    <message>
        <source>It has more than one picture stream.</source>
        <translation>它有不止一个画面流。</translation>
    </message>
    <message>
        <source>Between 1 and %1 segments in 1 to %2 parts can be sampled.</source>
        <translation>可以在 1 至 %2 个部分中各采样 1 至 %1 段。</translation>
    </message>
    <message>
        <source>This system cannot keep the decoder away from files: its kernel has no Landlock.</source>
        <translation>本系统无法阻止解码器接触文件：内核没有 Landlock。</translation>
    </message>
    <message>
        <source>This system cannot keep the decoder off the network.</source>
        <translation>本系统无法阻止解码器访问网络。</translation>
    </message>
    <message>
        <source>This system cannot restrict what the decoder asks of the kernel: it has no seccomp.</source>
        <translation>本系统无法限制解码器的系统调用：没有 seccomp。</translation>
    </message>
    <message>
        <source>This system does not bound the decoder&apos;s memory.</source>
        <translation>本系统没有限制解码器的内存。</translation>
    </message>
    <message>
        <source>The sound could not be decoded: the file is damaged.</source>
        <translation>声音无法解码：文件已损坏。</translation>
    </message>
</context>
<context>
    <name>MediaAnalysis</name>
    <message>
        <source>The program ended twice while this was analysed; it was set aside. Try it again by hand.</source>
        <translation>分析它时程序两次中断；已将其搁置。请手动重试。</translation>
    </message>
    <message>
        <source>Analysing media</source>
        <translation>正在分析媒体</translation>
    </message>
    <message>
        <source>The media of this library are being analysed already.</source>
        <translation>该资料库的媒体已在分析中。</translation>
    </message>
</context>
<context>
    <name>MediaExtractor</name>
    <message>
        <source>Only the first %1 seconds of the sound could be read.</source>
        <translation>声音只能读出前 %1 秒。</translation>
    </message>
</context>
<context>
    <name>MediaFacts</name>
    <message>
        <source>rotated by %1°</source>
        <translation>旋转 %1°</translation>
    </message>
    <message>
        <source>pixels %1</source>
        <translation>像素宽高比 %1</translation>
    </message>
    <message>
        <source>interlaced</source>
        <translation>隔行扫描</translation>
    </message>
    <message>
        <source>begins at %1 s</source>
        <translation>从 %1 秒开始</translation>
    </message>
    <message>
        <source>variable frame rate</source>
        <translation>可变帧率</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 帧/秒</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>an edit list leaves out frames</source>
        <translation>编辑列表略去了部分帧</translation>
    </message>
</context>
<context>
    <name>MediaFiles</name>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>没有文件或文件夹“%1”。</translation>
    </message>
</context>
<context>
    <name>ModelService</name>
    <message>
        <source>There is no model version “%1”; “moderato models list” shows those there are.</source>
        <translation>没有模型版本“%1”；“moderato models list”会列出现有版本。</translation>
    </message>
    <message>
        <source>No category model is in service; train one or promote a version.</source>
        <translation>没有启用的类别模型；请训练一个，或启用一个版本。</translation>
    </message>
    <message>
        <source>No topic model is in service; train one or promote a version.</source>
        <translation>没有启用的话题模型；请训练一个，或启用一个版本。</translation>
    </message>
    <message>
        <source>No tag model for videos is in service; train one or promote a version.</source>
        <translation>没有正在使用的视频标签模型；请训练一个，或启用一个版本。</translation>
    </message>
    <message>
        <source>No quality model is in service; train one or promote a version.</source>
        <translation>没有质量模型在役；请训练一个或启用某个版本。</translation>
    </message>
    <message>
        <source>No model for low quality is in service; train one or promote a version.</source>
        <translation>没有低质模型在役；请训练一个或启用某个版本。</translation>
    </message>
</context>
<context>
    <name>ModelsCommand</name>
    <message>
        <source>Lists the model versions, puts one into service or goes back.</source>
        <translation>列出模型版本，启用一个版本，或回退。</translation>
    </message>
    <message>
        <source>%1 is in service; %2 items were predicted anew.</source>
        <translation>%1 已启用；已重新预测 %2 个条目。</translation>
    </message>
    <message>
        <source>list, promote VERSION, or rollback TASK.</source>
        <translation>list、promote VERSION 或 rollback TASK。</translation>
    </message>
    <message>
        <source>“models” takes list, promote VERSION, or rollback TASK.</source>
        <translation>“models”后面接 list、promote VERSION 或 rollback TASK。</translation>
    </message>
    <message>
        <source>“%1” is no task; the tasks are category, topics, tags, quality and low_quality.</source>
        <translation>“%1”不是任务；任务有 category、topics、tags、quality 和 low_quality。</translation>
    </message>
</context>
<context>
    <name>NearDuplicates</name>
    <message>
        <source>Nothing is decided on this item yet; decide on it first.</source>
        <translation>该条目尚未作出决定；请先对它作出决定。</translation>
    </message>
    <message>
        <source>This item is in no group.</source>
        <translation>该条目不属于任何组。</translation>
    </message>
    <message>
        <source>Reading known hashes</source>
        <translation>正在读取已知哈希</translation>
    </message>
    <message>
        <source>Matching known hashes</source>
        <translation>正在比对已知哈希</translation>
    </message>
    <message>
        <source>There is no list “%1” of known hashes.</source>
        <translation>没有名为“%1”的已知哈希列表。</translation>
    </message>
    <message>
        <source>Near duplicate of item %1: follows decision %2.</source>
        <translation>条目 %1 的近似内容：依照决定 %2。</translation>
    </message>
</context>
<context>
    <name>NextCommand</name>
    <message>
        <source>Lists what an annotator should label next, and why: what teaches the model most comes first.</source>
        <translation>列出标注员接下来该标注什么以及原因：对模型最有价值的排在前面。</translation>
    </message>
    <message>
        <source>uncertain, diverse, disagreement, gain (uncertain and unlike what is labelled), random or mixed.</source>
        <translation>uncertain、diverse、disagreement、gain（拿不准且与已标注的不同）、random 或 mixed。</translation>
    </message>
    <message>
        <source>There is no strategy “%1”; moderato next --help lists them.</source>
        <translation>没有“%1”这种策略；moderato next --help 列出全部。</translation>
    </message>
    <message>
        <source>Nothing waits for topics.</source>
        <translation>没有条目在等待话题。</translation>
    </message>
</context>
<context>
    <name>NextItems</name>
    <message>
        <source>No topic model is in service, so nothing is known to be uncertain or new.</source>
        <translation>没有话题模型在用，因此无法判断哪些条目不确定或新颖。</translation>
    </message>
    <message>
        <source>The model is unsure (%1; %2 of 1 bit).</source>
        <translation>模型拿不准（%1；%2 比特，满值为 1）。</translation>
    </message>
    <message numerus="yes">
        <source>Drawn at random out of %n item(s) without topics.</source>
        <translation>
            <numerusform>从 %n 个没有话题的条目中随机抽取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing items</source>
        <translation>正在比较条目</translation>
    </message>
    <message>
        <source>Nothing is labelled yet; this one is unlike those before it (distance %1).</source>
        <translation>尚无已标注的条目；它与前面的都不相似（距离 %1）。</translation>
    </message>
    <message>
        <source>Unlike everything that is labelled: the nearest is at distance %1.</source>
        <translation>与所有已标注的内容都不相似：最近的距离为 %1。</translation>
    </message>
    <message>
        <source>Unsure (%1 of 1 bit) and unlike what is labelled (distance %2): expected gain %3.</source>
        <translation>模型拿不准（%1 比特，满值为 1），且与已标注的内容不相似（距离 %2）：预期收益 %3。</translation>
    </message>
    <message>
        <source>%1 differ: their topics overlap by %2.</source>
        <translation>%1 意见不一：话题重合 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 differ: their first %3 candidates overlap by %4.</source>
        <translation>%1 与 %2 不一致：前 %3 个候选重合 %4。</translation>
    </message>
    <message>
        <source>Drawn at random.</source>
        <translation>随机抽取。</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>Quality: only content published from this moment on.</source>
        <translation>质量：只用从这一时刻起发布的内容。</translation>
    </message>
    <message>
        <source>Quality: only content published before this moment.</source>
        <translation>质量：只用这一时刻之前发布的内容。</translation>
    </message>
    <message>
        <source>A moment is written like 2026-11-27T09:00:00Z or 2026-11-27.</source>
        <translation>时刻写作 2026-11-27T09:00:00Z 或 2026-11-27。</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Who does it; without it, you.</source>
        <translation>由谁来做；不写则是您。</translation>
    </message>
</context>
<context>
    <name>Predict</name>
    <message>
        <source>Predicting categories</source>
        <translation>正在预测类别</translation>
    </message>
    <message>
        <source>Predicting topics</source>
        <translation>正在预测话题</translation>
    </message>
    <message>
        <source>Predicting tags of videos</source>
        <translation>正在预测视频的标签</translation>
    </message>
    <message>
        <source>Predicting quality</source>
        <translation>正在预测质量</translation>
    </message>
    <message>
        <source>Predicting low quality</source>
        <translation>正在预测低质</translation>
    </message>
</context>
<context>
    <name>PredictCommand</name>
    <message>
        <source>Prints category and topics, one JSON object a line: of the library&apos;s content, or of a file&apos;s.</source>
        <translation>输出类别和话题，每行一个 JSON 对象：资料库的内容，或文件的内容。</translation>
    </message>
    <message>
        <source>Predict the items of this file, with the fields of an import; nothing is stored.</source>
        <translation>预测这个文件中的条目，字段与导入时相同；不保存任何内容。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
</context>
<context>
    <name>PredictFile</name>
    <message>
        <source>No model is in service; train one or promote a version.</source>
        <translation>没有启用的模型；请训练一个，或启用一个版本。</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>正在预测</translation>
    </message>
</context>
<context>
    <name>QualityDataSet</name>
    <message>
        <source>No item of this time has a quality label yet: import how people consumed the content, or name a file.</source>
        <translation>这段时间还没有带质量标签的条目：请导入内容的消费数据，或指定一个文件。</translation>
    </message>
    <message>
        <source>Nothing was marked as low quality yet: disallow some items with a reason, or name a file.</source>
        <translation>还没有内容被标为低质：请以某个理由拒绝一些条目，或指定一个文件。</translation>
    </message>
    <message>
        <source>Reading what is labelled</source>
        <translation>正在读取已标注的内容</translation>
    </message>
    <message>
        <source>No item of %1 has a field “labels” or figures of consumption that suffice for a label.</source>
        <translation>%1 中没有任何条目带有“labels”字段，或足以得出标签的消费数据。</translation>
    </message>
    <message>
        <source>No task has both positive and negative labels, so there is nothing to learn yet.</source>
        <translation>没有任何任务同时具有正、负标签，因此还没有可学的内容。</translation>
    </message>
    <message>
        <source>task_weights wants one number a task; the tasks are %1.</source>
        <translation>task_weights 需要每个任务一个数；任务有 %1。</translation>
    </message>
</context>
<context>
    <name>QualityLabels</name>
    <message>
        <source>Labelling quality</source>
        <translation>正在标注质量</translation>
    </message>
    <message>
        <source>Levels are divided at rising degrees between 0 and 100.</source>
        <translation>等级以 0 到 100 之间递增的程度值划分。</translation>
    </message>
    <message>
        <source>A verdict is positive beyond a share of positive tasks from 0 to below 1.</source>
        <translation>结论为正所需的正面任务比例须在 0 到 1 之间（不含 1）。</translation>
    </message>
</context>
<context>
    <name>QualityTable</name>
    <message>
        <source>%1 has no column “%2”; it has: %3.</source>
        <translation>%1 没有“%2”列；它有：%3。</translation>
    </message>
    <message>
        <source>“%1” is no label; a task&apos;s column holds 0, 1 or nothing.</source>
        <translation>“%1”不是标签；任务列只能是 0、1 或留空。</translation>
    </message>
    <message>
        <source>%1 has no row that can be used.</source>
        <translation>%1 中没有可用的行。</translation>
    </message>
</context>
<context>
    <name>QualityTrainer</name>
    <message>
        <source>Name at least one task to learn.</source>
        <translation>请至少指定一个要学习的任务。</translation>
    </message>
    <message>
        <source>The model to continue from has other tasks, attributes or another network: train from scratch.</source>
        <translation>要在其基础上继续训练的模型具有不同的任务、属性或网络：请从头训练。</translation>
    </message>
    <message>
        <source>A size of the model is out of its range.</source>
        <translation>模型的某个尺寸超出范围。</translation>
    </message>
    <message>
        <source>“%1” needs examples of both kinds, positive and negative; leave the task out or bring more examples.</source>
        <translation>“%1”需要正、负两类样本；请去掉该任务或提供更多样本。</translation>
    </message>
    <message>
        <source>There is nothing to learn from: the examples have no text, no attributes and no layout.</source>
        <translation>没有可供学习的内容：样本没有文本、属性和版式。</translation>
    </message>
    <message>
        <source>Training failed: try again with fewer examples.</source>
        <translation>训练失败：请减少样本后重试。</translation>
    </message>
    <message>
        <source>No task has new examples of both kinds, positive and negative.</source>
        <translation>没有任何任务有正、负两类新样本。</translation>
    </message>
</context>
<context>
    <name>QualityUpdate</name>
    <message>
        <source>No content of this time is labelled, so there is nothing to verify with: import how people consumed later content, or choose another time.</source>
        <translation>这段时间没有带标签的内容，无法验证：请导入之后内容的消费数据，或另选时间。</translation>
    </message>
    <message>
        <source>Only models of quality and low_quality are verified and updated, not those of %1.</source>
        <translation>只有 quality 和 low_quality 的模型会被验证和更新，%1 的不会。</translation>
    </message>
    <message>
        <source>Coincidence is from 0 to below 1, the required accuracy from 0 to 1, the days from 1 to 365.</source>
        <translation>重合度从 0 到 1（不含 1），要求的准确率从 0 到 1，天数从 1 到 365。</translation>
    </message>
    <message>
        <source>The version %1 is one for %2.</source>
        <translation>版本 %1 是用于 %2 的。</translation>
    </message>
    <message numerus="yes">
        <source>Only %n labelled item(s) are of this time; an update needs at least %1.</source>
        <translation>
            <numerusform>这段时间只有 %n 个已标注的条目；更新至少需要 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 are not two versions of one quality model.</source>
        <translation>%1 和 %2 不是同一质量模型的两个版本。</translation>
    </message>
</context>
<context>
    <name>QualityUpdateCommands</name>
    <message>
        <source>quality, or low_quality.</source>
        <translation>quality 或 low_quality。</translation>
    </message>
    <message>
        <source>“%1” is neither quality nor low_quality.</source>
        <translation>“%1”既不是 quality 也不是 low_quality。</translation>
    </message>
    <message>
        <source>%1: accuracy %2 on %3 items (%4 wanted).</source>
        <translation>%1：%3 个条目上的准确率为 %2（要求 %4）。</translation>
    </message>
    <message>
        <source>%1: AUC %2, accuracy %3 on %4 examples</source>
        <translation>%1：AUC %2，准确率 %3，共 %4 个样本</translation>
    </message>
    <message>
        <source>up to %1 days after its data: accuracy %2 on %3 items</source>
        <translation>数据之后 %1 天以内：%3 个条目上的准确率为 %2</translation>
    </message>
    <message>
        <source>%1 says that it became worse after %2 labels, at %3</source>
        <translation>%1 认为它在 %2 个标签之后（%3）变差了</translation>
    </message>
    <message>
        <source>An update is due: moderato update.</source>
        <translation>该更新了：moderato update。</translation>
    </message>
    <message>
        <source>%1: accuracy %2 → %3 on %4 examples, %5 labels gained, %6 lost, p %7</source>
        <translation>%1：%4 个样本上的准确率 %2 → %3，多对 %5 个标签，少对 %6 个，p %7</translation>
    </message>
    <message>
        <source>Holds a quality model against the labels of content that came after its data.</source>
        <translation>用其数据之后的内容的标签来检验质量模型。</translation>
    </message>
    <message>
        <source>The version; without it, the one in service.</source>
        <translation>版本；不写则为在役版本。</translation>
    </message>
    <message>
        <source>Look for where it became worse: adwin or page-hinkley.</source>
        <translation>寻找变差之处：adwin 或 page-hinkley。</translation>
    </message>
    <message>
        <source>An item coincides when more than this share of its labels was predicted. Kept for the library.</source>
        <translation>条目的标签被预测对的比例超过此值即为重合。保存到本库。</translation>
    </message>
    <message>
        <source>An update is due below this accuracy. Kept for the library.</source>
        <translation>准确率低于此值就该更新。保存到本库。</translation>
    </message>
    <message>
        <source>An update is due so many days after the last one. Kept for the library.</source>
        <translation>距上次更新这么多天后就该更新。保存到本库。</translation>
    </message>
    <message>
        <source>The detectors are adwin and page-hinkley, not “%1”.</source>
        <translation>检测器有 adwin 和 page-hinkley，没有“%1”。</translation>
    </message>
    <message>
        <source>Coincidence, required accuracy and days are numbers.</source>
        <translation>重合度、要求的准确率和天数都是数。</translation>
    </message>
    <message>
        <source>Trains a quality model on with later content; it goes into service if no task gets worse.</source>
        <translation>用之后的内容继续训练质量模型；若没有任务变差则启用。</translation>
    </message>
    <message>
        <source>Only if an update is due.</source>
        <translation>仅在该更新时。</translation>
    </message>
    <message>
        <source>No update is due.</source>
        <translation>还不到更新的时候。</translation>
    </message>
    <message>
        <source>%1 is in service now.</source>
        <translation>%1 现已在役。</translation>
    </message>
    <message>
        <source>%1 stays in service: %2 is better at some tasks and worse at others (seesaw).</source>
        <translation>%1 继续在役：%2 在一些任务上更好，在另一些任务上更差（跷跷板）。</translation>
    </message>
    <message>
        <source>%1 stays in service: %2 is worse.</source>
        <translation>%1 继续在役：%2 更差。</translation>
    </message>
    <message>
        <source>Compares two versions of a quality model on the same labelled content.</source>
        <translation>在相同的已标注内容上比较质量模型的两个版本。</translation>
    </message>
    <message>
        <source>The earlier version.</source>
        <translation>较早的版本。</translation>
    </message>
    <message>
        <source>The later version.</source>
        <translation>较晚的版本。</translation>
    </message>
    <message>
        <source>Whether the open window verifies and updates by itself: on or off. Kept for the library.</source>
        <translation>窗口打开时是否自动验证和更新：on 或 off。随资料库保存。</translation>
    </message>
    <message>
        <source>--automatic is on or off, not “%1”.</source>
        <translation>--automatic 只能是 on 或 off，不能是“%1”。</translation>
    </message>
</context>
<context>
    <name>QueueCommand</name>
    <message>
        <source>Lists what waits for a decision, the most urgent first.</source>
        <translation>列出等待决定的内容，最紧急的在前。</translation>
    </message>
    <message>
        <source>open, decided, skipped or escalated.</source>
        <translation>open、decided、skipped 或 escalated。</translation>
    </message>
    <message>
        <source>Only what is there for this reason: flagged, disagreement, uncertain, random or new.</source>
        <translation>只列出因这个原因在队列中的：flagged、disagreement、uncertain、random 或 new。</translation>
    </message>
    <message>
        <source>There is no such state or reason; moderato queue --help lists them.</source>
        <translation>没有这样的状态或原因；moderato queue --help 会列出它们。</translation>
    </message>
    <message>
        <source>%1	%2	%3	%4</source>
        <translation>%1	%2	%3	%4</translation>
    </message>
</context>
<context>
    <name>ReaderCommand</name>
    <message>
        <source>Reader mode: shows items to a reader who agrees that the camera looks at their face.</source>
        <translation>读者模式：向同意让摄像头看其面部的读者展示内容。</translation>
    </message>
    <message>
        <source>on or off: whether this library has reader mode; it is off to begin with. status: says which. start [ITEM…]: opens its window; without items, those that the reader has not seen.</source>
        <translation>on 或 off：此库是否启用读者模式，初始为关闭。status：说明当前状态。start [ITEM…]：打开其窗口；不指定内容时，为该读者尚未看过的内容。</translation>
    </message>
    <message>
        <source>Who reads: a pseudonym; without it, the window asks.</source>
        <translation>谁在阅读：一个化名；不指定时由窗口询问。</translation>
    </message>
    <message>
        <source>Take this recorded clip of a face instead of the camera; it begins anew with each item.</source>
        <translation>用这段面部录像代替摄像头；每条内容都从头播放。</translation>
    </message>
    <message>
        <source>Look every so many seconds; without it, ten times a second.</source>
        <translation>每隔这么多秒查看一次；不指定时每秒十次。</translation>
    </message>
    <message>
        <source>Reader mode needs a window, and this program was built without one.</source>
        <translation>读者模式需要窗口，而此程序构建时不含窗口。</translation>
    </message>
    <message>
        <source>“%1” takes nothing more.</source>
        <translation>“%1”之后不接受其他参数。</translation>
    </message>
    <message>
        <source>Say on, off, status or start; moderato reader --help says more.</source>
        <translation>请用 on、off、status 或 start；moderato reader --help 有更多说明。</translation>
    </message>
    <message>
        <source>This library has reader mode. Readers are asked for their consent each time; nobody who works here is ever measured.</source>
        <translation>此库启用了读者模式。每次都会征求读者同意；在此工作的人绝不会被测量。</translation>
    </message>
    <message>
        <source>Reader mode is off in this library.</source>
        <translation>此库的读者模式已关闭。</translation>
    </message>
</context>
<context>
    <name>ReaderMode</name>
    <message>
        <source>“%1” works in this library, and reader mode never watches people at work: inferring how they feel there is prohibited in the EU (AI Act, Article 5(1)(f)). Take the pseudonym of a reader who does not work here.</source>
        <translation>“%1”在此库中工作，而读者模式绝不观察工作中的人：在欧盟，推断人在工作场所的情绪是被禁止的（《人工智能法》第 5(1)(f) 条）。请使用不在此工作的读者的化名。</translation>
    </message>
    <message>
        <source>Reader mode is turned off in this library, as it is to begin with, because a camera looks at a person&apos;s face in it. Whoever answers for the library turns it on: on the Settings page, or with “moderato reader on”.</source>
        <translation>此库的读者模式处于关闭状态（这是初始状态），因为其中会用摄像头观察人的面部。由对此库负责的人开启：在“设置”页，或用“moderato reader on”。</translation>
    </message>
    <message>
        <source>Say who reads: a pseudonym that only the reader knows (--reader).</source>
        <translation>请说明谁在阅读：一个只有读者自己知道的化名（--reader）。</translation>
    </message>
    <message>
        <source>A pseudonym has at most %1 characters, all of them visible.</source>
        <translation>化名最多 %1 个字符，且都必须可见。</translation>
    </message>
    <message>
        <source>%1 is signed in at this machine. Reader mode never watches people at work: inferring how they feel there is prohibited in the EU (AI Act, Article 5(1)(f)). Close the windows of Moderato that are open, then start again.</source>
        <translation>%1 已在这台机器上登录。读者模式绝不观察工作中的人：在欧盟，推断人在工作场所的情绪是被禁止的（《人工智能法》第 5(1)(f) 条）。请关闭已打开的 Moderato 窗口，然后重新开始。</translation>
    </message>
    <message>
        <source>“%1” was disallowed and is not shown to readers any more.</source>
        <translation>“%1”已被禁止，不再向读者展示。</translation>
    </message>
    <message>
        <source>The face was seen in %1 of %2 pictures, which is too little: nothing was stored.</source>
        <translation>%2 张画面中只有 %1 张看到了面部，太少了：没有保存任何内容。</translation>
    </message>
</context>
<context>
    <name>RecognizeCommand</name>
    <message>
        <source>Prints what the face in a clip shows, one JSON object a frame; nothing is stored.</source>
        <translation>输出视频中人脸的表现，每帧一个 JSON 对象；不保存任何内容。</translation>
    </message>
    <message>
        <source>The clip of a face.</source>
        <translation>人脸视频。</translation>
    </message>
    <message>
        <source>Only these features, by code, with commas between them.</source>
        <translation>只识别这些特征（代码，以逗号分隔）。</translation>
    </message>
    <message>
        <source>A picture or clip of the same face at rest, to compare with.</source>
        <translation>同一张脸静息时的图片或视频，用于比较。</translation>
    </message>
    <message>
        <source>Look every so many seconds; without it, at each frame.</source>
        <translation>每隔多少秒看一次；不给出则逐帧。</translation>
    </message>
    <message>
        <source>There is no expression set of a category “%1”.</source>
        <translation>没有类别“%1”的表情特征集。</translation>
    </message>
    <message>
        <source>--every takes seconds, from 0 to 3600.</source>
        <translation>--every 的单位为秒，取值 0 到 3600。</translation>
    </message>
    <message>
        <source>Only the features of this category&apos;s sets, as the library has them; where there is none, as they are shipped.</source>
        <translation>只看此类别特征集中的特征，以资料库中的为准；没有资料库时用随程序提供的。</translation>
    </message>
    <message>
        <source>Whoever is seen in the clip must have agreed to this; nothing is stored.</source>
        <translation>录像中的人必须已同意此事；不保存任何内容。</translation>
    </message>
</context>
<context>
    <name>RecognizeExpressions</name>
    <message>
        <source>There are no models of expressions: install the program again.</source>
        <translation>缺少表情模型：请重新安装程序。</translation>
    </message>
    <message>
        <source>No model recognises “%1”: take a feature of the expression sets.</source>
        <translation>没有模型能识别“%1”：请使用表情特征集中的特征。</translation>
    </message>
    <message>
        <source>Recognising</source>
        <translation>正在识别</translation>
    </message>
    <message>
        <source>No face is found in %1: take a picture from the front.</source>
        <translation>%1 中未找到人脸：请使用正面照片。</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>given: %1, predicted: %2 %3 %</source>
        <translation>来源：%1，预测：%2 %3 %</translation>
    </message>
    <message>
        <source>uncertain: %1 %2 %</source>
        <translation>不确定：%1 %2 %</translation>
    </message>
    <message>
        <source>random sample</source>
        <translation>随机抽样</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>new: %1 %2 %</source>
        <translation>新：%1 %2 %</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标旗</translation>
    </message>
    <message>
        <source>Ordering the review queue</source>
        <translation>正在排列审核队列</translation>
    </message>
</context>
<context>
    <name>RunCommand</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>“%1” needs a library.</source>
        <translation>“%1”需要资料库。</translation>
    </message>
</context>
<context>
    <name>SearchCommand</name>
    <message>
        <source>Finds content by its words and topics.</source>
        <translation>按词语和话题查找内容。</translation>
    </message>
    <message>
        <source>Words that all must occur; the last may be the beginning of one.</source>
        <translation>必须全部出现的词；最后一个可以只是词的开头。</translation>
    </message>
    <message>
        <source>Only content with this topic.</source>
        <translation>只列出有这个话题的内容。</translation>
    </message>
    <message>
        <source>Only content of this category.</source>
        <translation>只列出这个类别的内容。</translation>
    </message>
    <message>
        <source>%1	%2	%3</source>
        <translation>%1	%2	%3</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>A category needs a code of letters, digits or “_”.</source>
        <translation>类别代码须由字母、数字或“_”组成。</translation>
    </message>
    <message>
        <source>There is no such category any more. Choose another.</source>
        <translation>这个类别已不存在。请选择其他类别。</translation>
    </message>
    <message>
        <source>The library is busy. Try again in a moment.</source>
        <translation>资料库正忙。请稍后重试。</translation>
    </message>
    <message>
        <source>The library cannot be written to. Check that its folder is yours and writable.</source>
        <translation>无法写入资料库。请检查文件夹是否归你所有且可写。</translation>
    </message>
    <message>
        <source>Reading or writing the library failed. Check the disk it is on.</source>
        <translation>读写资料库失败。请检查所在磁盘。</translation>
    </message>
    <message>
        <source>The library&apos;s database is damaged. Restore it from a backup copy.</source>
        <translation>资料库的数据库已损坏。请从备份恢复。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again: nothing was changed.</source>
        <translation>磁盘已满。请腾出空间后重试：没有任何改动。</translation>
    </message>
    <message>
        <source>The library cannot be opened. Check that its folder exists and is yours.</source>
        <translation>无法打开资料库。请检查文件夹是否存在且归你所有。</translation>
    </message>
    <message>
        <source>The file “library.sqlite” is not a library. Choose another folder, or restore the file.</source>
        <translation>文件“library.sqlite”不是资料库。请选择其他文件夹，或恢复该文件。</translation>
    </message>
    <message>
        <source>The library&apos;s database refused an operation. The log says which.</source>
        <translation>资料库的数据库拒绝了一项操作。详情见日志。</translation>
    </message>
    <message>
        <source>There is no item “%1” in this library. Search for it, or import it first.</source>
        <translation>资料库中没有条目“%1”。请搜索，或先导入。</translation>
    </message>
    <message>
        <source>“%1” fits more than one item. Give more of the fingerprint.</source>
        <translation>“%1”对应多个条目。请给出更多指纹字符。</translation>
    </message>
    <message>
        <source>Indexing texts</source>
        <translation>正在建立文本索引</translation>
    </message>
    <message>
        <source>Only an undo can name a decision that it takes back.</source>
        <translation>只有撤销才能指明它收回的决定。</translation>
    </message>
    <message>
        <source>There is no such decision on this item, or it was taken back already. Nothing was changed.</source>
        <translation>这个条目上没有这样的决定，或已被收回。没有任何改动。</translation>
    </message>
    <message>
        <source>There is no item %1 in this library. Nothing was decided.</source>
        <translation>资料库中没有条目 %1。没有作出决定。</translation>
    </message>
    <message>
        <source>There is no decision %1 in this library.</source>
        <translation>资料库中没有决定 %1。</translation>
    </message>
    <message>
        <source>Decision %1 is missing.</source>
        <translation>缺少决定 %1。</translation>
    </message>
    <message>
        <source>Decision %1 was changed: its record does not match its hash.</source>
        <translation>决定 %1 被改动过：记录与散列不符。</translation>
    </message>
    <message>
        <source>Decision %1 does not follow the one before it.</source>
        <translation>决定 %1 没有接在前一个之后。</translation>
    </message>
    <message>
        <source>Decision %1 was changed: its column “%2” does not match its record.</source>
        <translation>决定 %1 被改动过：列“%2”与记录不符。</translation>
    </message>
    <message>
        <source>Checking decisions</source>
        <translation>正在检查决定</translation>
    </message>
    <message>
        <source>The note of where the chain ends is missing.</source>
        <translation>缺少链尾的记录。</translation>
    </message>
    <message>
        <source>Decision %1 is missing: the end of the chain was cut off.</source>
        <translation>缺少决定 %1：链尾被截断。</translation>
    </message>
    <message>
        <source>The chain does not end where it was noted to end.</source>
        <translation>链没有在记录的位置结束。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made. Check that you may write there.</source>
        <translation>无法建立文件夹“%1”。请检查你能否在那里写入。</translation>
    </message>
    <message>
        <source>There is no library in “%1”. Import something to make one.</source>
        <translation>“%1”中没有资料库。导入内容即可新建。</translation>
    </message>
    <message>
        <source>This library is open for reading only. Nothing was changed.</source>
        <translation>资料库以只读方式打开。没有任何改动。</translation>
    </message>
    <message>
        <source>This library was written by a newer version of the program. Update the program to open it.</source>
        <translation>资料库由更新版本的程序写成。请更新程序再打开。</translation>
    </message>
    <message>
        <source>This library is from an older version of the program. Open it once for writing, for example in the window, to bring it up to date.</source>
        <translation>资料库来自旧版本的程序。请以可写方式打开一次（例如在窗口中）以更新。</translation>
    </message>
    <message>
        <source>Bringing the library up to date failed; it is as it was before. The log says why.</source>
        <translation>更新资料库失败；它保持原样。原因见日志。</translation>
    </message>
    <message>
        <source>The library has to be brought up to date, but no backup copy could be made beside it. Free some space and check that the folder is writable.</source>
        <translation>资料库需要更新，但无法在旁边建立备份。请腾出空间，并检查文件夹可写。</translation>
    </message>
    <message>
        <source>There is a model “%1” already. Choose another name.</source>
        <translation>已有模型“%1”。请换一个名称。</translation>
    </message>
    <message>
        <source>There is no such model version. “models list” shows those that are there.</source>
        <translation>没有这个模型版本。“models list”会列出现有版本。</translation>
    </message>
    <message>
        <source>No version was in service before this one, so there is nothing to go back to.</source>
        <translation>此前没有启用过版本，因此无法回退。</translation>
    </message>
    <message>
        <source>Item %1 is not in the review queue.</source>
        <translation>条目 %1 不在审核队列中。</translation>
    </message>
    <message>
        <source>A topic needs a name. Type at least one letter.</source>
        <translation>话题需要名称。请至少输入一个字母。</translation>
    </message>
    <message>
        <source>There is no such topic any more. Choose another.</source>
        <translation>这个话题已不存在。请选择其他话题。</translation>
    </message>
    <message>
        <source>“%1” is another topic already, or empty. Choose another spelling.</source>
        <translation>“%1”已是另一个话题，或为空。请换一种写法。</translation>
    </message>
    <message>
        <source>Another program is writing to this library. Close it there, or wait until it is done.</source>
        <translation>另一个程序正在写入这个资料库。请在那里关闭，或等它完成。</translation>
    </message>
    <message>
        <source>Another program (process %1) is writing to this library. Close it there, or wait until it is done.</source>
        <translation>另一个程序（进程 %1）正在写入这个资料库。请在那里关闭，或等它完成。</translation>
    </message>
    <message>
        <source>The library&apos;s folder cannot be written to. Check that it is yours and writable.</source>
        <translation>无法写入资料库的文件夹。请检查它是否归你所有且可写。</translation>
    </message>
    <message>
        <source>The library cannot be locked on this file system. Keep it on a local disk.</source>
        <translation>在这个文件系统上无法锁定资料库。请放在本地磁盘上。</translation>
    </message>
    <message>
        <source>The library&apos;s folder cannot be written to. Check that the disk is not full.</source>
        <translation>无法写入资料库的文件夹。请检查磁盘是否已满。</translation>
    </message>
    <message>
        <source>Something unexpected happened; nothing was changed. The log says what.</source>
        <translation>发生了意外；没有任何改动。原因见日志。</translation>
    </message>
    <message>
        <source>There is a topic “%1” already (or it is a synonym of one). Merge the two, or choose another name.</source>
        <translation>已有话题“%1”（或它是某话题的同义词）。请合并两者，或换一个名称。</translation>
    </message>
    <message>
        <source>“%1” is retired. Bring it back instead.</source>
        <translation>“%1”已停用。请恢复它。</translation>
    </message>
    <message>
        <source>A topic cannot be merged with itself. Choose another.</source>
        <translation>话题不能与自己合并。请选择另一个。</translation>
    </message>
    <message>
        <source>This topic is merged already. Choose another.</source>
        <translation>此话题已被合并。请选择另一个。</translation>
    </message>
    <message>
        <source>“%1” is retired. Bring it back first.</source>
        <translation>“%1”已停用。请先恢复它。</translation>
    </message>
    <message>
        <source>“%1” is retired already.</source>
        <translation>“%1”已经停用。</translation>
    </message>
    <message>
        <source>“%1” is not retired.</source>
        <translation>“%1”没有停用。</translation>
    </message>
</context>
<context>
    <name>TableTraining</name>
    <message>
        <source>task_weights wants one number a task.</source>
        <translation>task_weights 需要为每个任务给出一个数。</translation>
    </message>
    <message>
        <source>The new model cannot be kept in %1; check the rights.</source>
        <translation>新模型无法保存在 %1 中；请检查权限。</translation>
    </message>
    <message>
        <source>A training needs a table, a test, tasks and a folder for the model.</source>
        <translation>训练需要表格、测试表、任务和存放模型的文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; check the rights.</source>
        <translation>无法创建文件夹 %1；请检查权限。</translation>
    </message>
</context>
<context>
    <name>TagData</name>
    <message>
        <source>Training needs items with at least two different tags, of which something can be read: decide more items.</source>
        <translation>训练需要至少带有两个不同标签、且内容可读的条目：请先判定更多条目。</translation>
    </message>
    <message>
        <source>The sounds have different numbers of coefficients (%1 and %2): analyse them with one preset.</source>
        <translation>这些声音的系数个数不同（%1 和 %2）：请用同一个预设进行分析。</translation>
    </message>
</context>
<context>
    <name>TagDataSet</name>
    <message>
        <source>There is no video or picture with topics to learn from yet: give some of them their topics first, or name a file.</source>
        <translation>还没有带话题的视频或图片可供学习：请先给其中一些加上话题，或指定一个文件。</translation>
    </message>
    <message>
        <source>Reading frames and sound</source>
        <translation>正在读取画面和声音</translation>
    </message>
    <message>
        <source>No item of %1 has topics, so there is nothing to learn.</source>
        <translation>%1 中没有任何内容带有话题，因此没有可学习的内容。</translation>
    </message>
    <message>
        <source>Reading topics from titles</source>
        <translation>正在从标题读取话题</translation>
    </message>
</context>
<context>
    <name>TagFeatures</name>
    <message>
        <source>The frames of %1 have not been read yet.</source>
        <translation>尚未读取 %1 的画面。</translation>
    </message>
    <message>
        <source>%1 has no frames.</source>
        <translation>%1 没有画面。</translation>
    </message>
</context>
<context>
    <name>TagLibrary</name>
    <message>
        <source>There is no topic “%1”; “moderato tags list” shows those there are.</source>
        <translation>没有话题“%1”；用“moderato tags list”查看已有的话题。</translation>
    </message>
    <message>
        <source>Nothing was done to the topics that could be taken back.</source>
        <translation>没有可以撤销的话题改动。</translation>
    </message>
    <message>
        <source>Reading trends</source>
        <translation>正在读取热门列表</translation>
    </message>
    <message>
        <source>No list of trends was imported.</source>
        <translation>尚未导入任何趋势列表。</translation>
    </message>
    <message>
        <source>There is no list of trends “%1”; there are: %2.</source>
        <translation>没有趋势列表“%1”；已有：%2。</translation>
    </message>
</context>
<context>
    <name>TagTrainer</name>
    <message>
        <source>Choose at least one of text, frames and sound to read.</source>
        <translation>请在文字、画面和声音中至少选择一种来读取。</translation>
    </message>
    <message>
        <source>A size of the model is out of its range.</source>
        <translation>模型的某个尺寸超出范围。</translation>
    </message>
    <message>
        <source>Mining needs 0 ≤ v &lt; m: beyond the margin no triplet has a loss.</source>
        <translation>挖掘要求 0 ≤ v &lt; m：超出间隔后没有三元组会有损失。</translation>
    </message>
    <message>
        <source>The tags resemble each other so much that none is left as a wrong answer: raise filter_threshold, or set it to 2 to leave none out.</source>
        <translation>这些标签彼此过于相似，没有一个可以作为错误答案：请调高 filter_threshold，或设为 2 以全部保留。</translation>
    </message>
    <message>
        <source>Training failed: try again with fewer examples.</source>
        <translation>训练失败：请用更少的样本重试。</translation>
    </message>
</context>
<context>
    <name>TagsCommand</name>
    <message>
        <source>Lists the topics there are, and changes them: add, rename, merge, retire, import.</source>
        <translation>列出现有话题，并更改它们：添加、改名、合并、停用、导入。</translation>
    </message>
    <message>
        <source>What it is about.</source>
        <translation>它所指的话题。</translation>
    </message>
    <message>
        <source>list: only names and synonyms with this in them.</source>
        <translation>list：只列出名称或同义词中含有它的。</translation>
    </message>
    <message>
        <source>list: only retired ones.</source>
        <translation>list：只列出已停用的。</translation>
    </message>
    <message>
        <source>list: retired ones too.</source>
        <translation>list：也列出已停用的。</translation>
    </message>
    <message>
        <source>import: what the list is called; without it, as its file.</source>
        <translation>import：列表的名称；不写则用文件名。</translation>
    </message>
    <message numerus="yes">
        <source>“tags %1” wants %n name(s).</source>
        <translation>
            <numerusform>“tags %1”需要 %n 个名称。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is nothing that can be done with topics; moderato tags --help lists what can.</source>
        <translation>不能对话题做“%1”；moderato tags --help 列出可以做的。</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>#%1 is a topic now.</source>
        <translation>#%1 现在是话题。</translation>
    </message>
    <message>
        <source>It is called #%1 now; the old name stays as a synonym.</source>
        <translation>它现在叫 #%1；旧名称保留为同义词。</translation>
    </message>
    <message>
        <source>It is a synonym of #%1 now, and what it was given to follows.</source>
        <translation>它现在是 #%1 的同义词，用过它的条目也随之改变。</translation>
    </message>
    <message>
        <source>#%1 is not offered any more; what has it keeps it.</source>
        <translation>#%1 不再提供；已有它的条目保留它。</translation>
    </message>
    <message>
        <source>#%1 is offered again.</source>
        <translation>#%1 重新可用。</translation>
    </message>
    <message>
        <source>#%1 is a favourite of yours.</source>
        <translation>#%1 已是您的收藏。</translation>
    </message>
    <message>
        <source>#%1 is no favourite any more.</source>
        <translation>#%1 不再是收藏。</translation>
    </message>
    <message>
        <source>Taken back: %1 of #%2.</source>
        <translation>已撤回：对 #%2 的%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) of “%1” are trending; %2 of them are new.</source>
        <translation>
            <numerusform>“%1”中有 %n 个话题正在流行；其中 %2 个是新的。</numerusform>
        </translation>
    </message>
    <message>
        <source>list, add NAME, rename NAME NEW, merge NAME INTO (NAME becomes a synonym of INTO), retire NAME, restore NAME, like NAME, unlike NAME, undo (takes the last change back), import FILE (a list of trends: plain lines, CSV or JSONL with name, date and weight), or unimport LIST (takes such a list back, with the topics that came with it and that nobody used).</source>
        <translation>list、add NAME、rename NAME NEW、merge NAME INTO（NAME 成为 INTO 的同义词）、retire NAME、restore NAME、like NAME、unlike NAME、undo（撤回上一次更改）、import FILE（趋势列表：纯文本行、CSV 或 JSONL，含 name、date 和 weight），或 unimport LIST（撤回这样的列表，以及随之而来且无人使用的话题）。</translation>
    </message>
    <message numerus="yes">
        <source>The list “%1” was taken back; %n topic(s) that nobody used went with it.</source>
        <translation>
            <numerusform>已撤回列表“%1”；随之移除了 %n 个无人使用的话题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineCache</name>
    <message>
        <source>The file&apos;s SHA-256 is not known, so nothing is kept of it.</source>
        <translation>文件的 SHA-256 未知，因此不保存它的任何内容。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made. Check the free space and its permissions.</source>
        <translation>无法创建文件夹“%1”。请检查可用空间和权限。</translation>
    </message>
</context>
<context>
    <name>TrainCommand</name>
    <message>
        <source>Trains a new model version from the library&apos;s decisions or from a file.</source>
        <translation>用资料库的决定或文件训练新的模型版本。</translation>
    </message>
    <message>
        <source>Learn from this file, with the fields of an import, and from nothing else.</source>
        <translation>只从这个文件学习，字段与导入时相同，不用其他内容。</translation>
    </message>
    <message>
        <source>The same seed gives the same model.</source>
        <translation>同样的种子得到同样的模型。</translation>
    </message>
    <message>
        <source>Put the new version into service.</source>
        <translation>启用新版本。</translation>
    </message>
    <message>
        <source>Do not continue from the version in service.</source>
        <translation>不从启用版本继续。</translation>
    </message>
    <message>
        <source>Processor cores to use; with more than one the last digits may differ between runs.</source>
        <translation>使用的处理器核心数；多于一个时，各次训练结果的末几位可能不同。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1: learned %2 examples in %3 seconds.</source>
        <translation>%1：学习了 %2 个样例，用时 %3 秒。</translation>
    </message>
    <message>
        <source>Seed and threads are whole numbers.</source>
        <translation>种子和线程数须为整数。</translation>
    </message>
    <message>
        <source>Tags: start the network for pictures from that of this model&apos;s folder.</source>
        <translation>tags：图片网络从这个文件夹里模型的网络开始训练。</translation>
    </message>
    <message>
        <source>A setting of the training, repeatable: preset=document, loss=margin, dimensions=256, …; a wrong one lists them all. Trains from scratch.</source>
        <translation>训练的一项设置，可重复给出：preset=document、loss=margin、dimensions=256……；写错时会列出全部设置。将从头训练。</translation>
    </message>
    <message>
        <source>Tags: learn from items that nobody decided, too, with the topics that their titles name.</source>
        <translation>标签：也从无人判定的条目学习，以其标题中提到的话题为准。</translation>
    </message>
    <message>
        <source>Only tags are learned from titles: moderato train tags --titles.</source>
        <translation>只有标签可以从标题学习：moderato train tags --titles。</translation>
    </message>
    <message>
        <source>category, topics, tags (topics of videos and pictures), quality, or low_quality.</source>
        <translation>category、topics、tags（视频和图片的话题）、quality 或 low_quality。</translation>
    </message>
    <message>
        <source>“%1” is no task; the tasks are category, topics, tags, quality and low_quality.</source>
        <translation>“%1”不是任务；任务有 category、topics、tags、quality 和 low_quality。</translation>
    </message>
    <message>
        <source>Only quality is learned from a time: moderato train quality --from TIME.</source>
        <translation>只有质量可以按时间学习：moderato train quality --from TIME。</translation>
    </message>
</context>
<context>
    <name>TrainRun</name>
    <message>
        <source>The new model cannot be kept in %1; check the rights.</source>
        <translation>无法把新模型保存在 %1；请检查权限。</translation>
    </message>
    <message>
        <source>%1 and %2 do different things and cannot be compared.</source>
        <translation>%1 与 %2 做的是不同的事，无法比较。</translation>
    </message>
    <message>
        <source>Gathering the data set</source>
        <translation>正在收集数据集</translation>
    </message>
    <message>
        <source>Media cannot be read here.</source>
        <translation>此处无法读取媒体。</translation>
    </message>
</context>
<context>
    <name>TrainTable</name>
    <message>
        <source>Quality is learned from a table: moderato train quality --table TRAIN.csv --test TEST.csv --tasks COLUMN,COLUMN.</source>
        <translation>质量从表格中学习：moderato train quality --table TRAIN.csv --test TEST.csv --tasks 列,列。</translation>
    </message>
    <message>
        <source>--%1 does not go with a table.</source>
        <translation>--%1 不能与表格一起使用。</translation>
    </message>
    <message>
        <source>Seed and threads are whole numbers.</source>
        <translation>种子和线程数必须是整数。</translation>
    </message>
    <message>
        <source>--tasks wants the names of columns, with commas between them.</source>
        <translation>--tasks 需要列名，以逗号分隔。</translation>
    </message>
    <message>
        <source>%1: learned %2 examples in %3 seconds.</source>
        <translation>%1：用 %3 秒学习了 %2 个样本。</translation>
    </message>
    <message>
        <source>%1: AUC %2, accuracy %3 on %4 examples</source>
        <translation>%1：AUC %2，准确率 %3，共 %4 个样本</translation>
    </message>
    <message>
        <source>Quality: learn from this table; its first line names the columns. Columns of text or few values are categories, the others numbers.</source>
        <translation>质量：从此表格学习；首行为列名。文本列或取值很少的列视为类别，其余为数值。</translation>
    </message>
    <message>
        <source>Quality: the figures are those on this table.</source>
        <translation>质量：指标在此表格上计算。</translation>
    </message>
    <message>
        <source>Quality: the columns to learn; they hold 0, 1 or, where it is not known, nothing.</source>
        <translation>质量：要学习的列；取值为 0、1，未知时留空。</translation>
    </message>
    <message>
        <source>Quality: what the tasks share: shared, one-gate, mmoe, ple, or nothing (twins).</source>
        <translation>质量：各任务共享的部分：shared、one-gate、mmoe、ple，或不共享（twins）。</translation>
    </message>
    <message>
        <source>What was learned is kept: the same command goes on from there.</source>
        <translation>已学到的内容已保存：再次执行同一命令即可从该处继续。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1 rows could not be used in all.</source>
        <translation>共有 %1 行无法使用。</translation>
    </message>
    <message>
        <source>Round %1: loss %2</source>
        <translation>第 %1 轮：损失 %2</translation>
    </message>
    <message>
        <source>held-out score</source>
        <translation>留出集得分</translation>
    </message>
    <message>
        <source>satisfied pairs</source>
        <translation>满足的样本对</translation>
    </message>
    <message>
        <source>triplets with a loss</source>
        <translation>有损失的三元组</translation>
    </message>
</context>
<context>
    <name>TrainWorker</name>
    <message>
        <source>The training process cannot be started; check that the program is still installed.</source>
        <translation>无法启动训练进程；请检查程序是否仍已安装。</translation>
    </message>
    <message>
        <source>The training process ended before its model was done, perhaps for want of memory; try it again with less data.</source>
        <translation>训练进程在模型完成前结束，可能是内存不足；请用较少的数据重试。</translation>
    </message>
</context>
<context>
    <name>TrainingFile</name>
    <message>
        <source>The data set %1 cannot be read.</source>
        <translation>无法读取数据集 %1。</translation>
    </message>
    <message>
        <source>The data set %1 is damaged in line %2.</source>
        <translation>数据集 %1 的第 %2 行已损坏。</translation>
    </message>
    <message>
        <source>The data set cannot be written to %1; check the free space and the rights.</source>
        <translation>无法把数据集写入 %1；请检查剩余空间和权限。</translation>
    </message>
    <message>
        <source>The data set cannot be written to %1; check the free space.</source>
        <translation>无法把数据集写入 %1；请检查剩余空间。</translation>
    </message>
    <message>
        <source>The data set cannot be written to %1; check the rights.</source>
        <translation>无法把数据集写入 %1；请检查权限。</translation>
    </message>
</context>
<context>
    <name>TrainingJob</name>
    <message>
        <source>A training needs a task, a data set and a folder for the model.</source>
        <translation>训练需要任务、数据集和存放模型的文件夹。</translation>
    </message>
</context>
<context>
    <name>TrainingSettings</name>
    <message>
        <source>“%1” is no setting of this training; there are: %2.</source>
        <translation>“%1”不是此训练的设置；可用的有：%2。</translation>
    </message>
    <message>
        <source>“%1” does not fit; %2 takes %3.</source>
        <translation>“%1”不合适；%2 的取值为 %3。</translation>
    </message>
</context>
<context>
    <name>TrendFile</name>
    <message numerus="yes">
        <source>%n more line(s) were skipped.</source>
        <translation>
            <numerusform>另有 %n 行被跳过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 was skipped: %2</source>
        <translation>第 %1 行被跳过：%2</translation>
    </message>
    <message>
        <source>it is not a JSON object.</source>
        <translation>它不是 JSON 对象。</translation>
    </message>
    <message>
        <source>it has no “name”.</source>
        <translation>它没有“name”。</translation>
    </message>
    <message>
        <source>there is no name in it.</source>
        <translation>其中没有名称。</translation>
    </message>
    <message>
        <source>its name is longer than %1 characters.</source>
        <translation>名称超过 %1 个字符。</translation>
    </message>
    <message>
        <source>“%1” is no date; write it like 2026-11-21.</source>
        <translation>“%1”不是日期；请写成 2026-11-21 这样。</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check the path and its permissions.</source>
        <translation>无法读取“%1”。请检查路径和权限。</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>太长。</translation>
    </message>
    <message>
        <source>No line of “%1” is the name of a topic, so nothing was imported.</source>
        <translation>“%1”中没有一行是话题名称，因此没有导入任何内容。</translation>
    </message>
    <message>
        <source>a quote in it is not closed.</source>
        <translation>其中有未闭合的引号。</translation>
    </message>
</context>
<context>
    <name>VerifyCommand</name>
    <message>
        <source>Checks that no decision was lost or changed.</source>
        <translation>检查决定有没有丢失或被改动。</translation>
    </message>
    <message>
        <source>%1 decisions, every link holds.</source>
        <translation>%1 条决定，每一环都完好。</translation>
    </message>
    <message>
        <source>The chain of decisions is broken at decision %1: %2</source>
        <translation>决定链在决定 %1 处断开：%2</translation>
    </message>
</context>
<context>
    <name>VideoHashText</name>
    <message>
        <source>Line %1 is not a frame&apos;s hash. Each line has the frame&apos;s number, its quality, 64 hexadecimal digits and the time in seconds, with commas between.</source>
        <translation>第 %1 行不是帧哈希。每行依次为帧号、质量、64 位十六进制数字和秒数，以逗号分隔。</translation>
    </message>
</context>
<context>
    <name>moderato::AboutBox</name>
    <message>
        <source>About Moderato</source>
        <translation>关于 Moderato</translation>
    </message>
    <message>
        <source>A workstation for moderating and labelling content, with models that learn from your decisions.</source>
        <translation>审核与标注内容的工作站，模型从你的决定中学习。</translation>
    </message>
    <message>
        <source>Library: %1</source>
        <translation>资料库：%1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Built with Qt %1, LibTorch, FFmpeg, mpv, SQLite and ICU; icons by Lucide (ISC).</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布。基于 Qt %1、LibTorch、FFmpeg、mpv、SQLite 和 ICU；图标来自 Lucide（ISC）。</translation>
    </message>
</context>
<context>
    <name>moderato::AnalysisJob</name>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Analyse media</source>
        <translation>分析媒体</translation>
    </message>
    <message>
        <source>Pause or go on analysing</source>
        <translation>暂停或继续分析</translation>
    </message>
    <message>
        <source>What could not be analysed</source>
        <translation>无法分析的内容</translation>
    </message>
    <message>
        <source>Try again what could not be analysed</source>
        <translation>重试无法分析的内容</translation>
    </message>
    <message>
        <source>Analysing media</source>
        <translation>正在分析媒体</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be analysed; everything else is done.</source>
        <translation>
            <numerusform>%n 个文件无法分析；其余均已完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Everything that was analysed so far could be analysed.</source>
        <translation>到目前为止的内容都能分析。</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be analysed</source>
        <translation>
            <numerusform>%n 个文件无法分析</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::Application</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>打开资料库…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>About Moderato</source>
        <translation>关于 Moderato</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <translation>主题随系统</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>文字 100 %</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Open or make a library</source>
        <translation>打开或新建资料库</translation>
    </message>
    <message>
        <source>The other library could not be opened: the program did not start again. Start it with “--library %1”.</source>
        <translation>无法打开另一个资料库：程序没有再次启动。请用“--library %1”启动。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;CSV table (*.csv)</source>
        <translation>JSON 行文件 (*.jsonl);;CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>“%1” cannot be written: choose another place.</source>
        <translation>无法写入“%1”：请换一个位置。</translation>
    </message>
    <message>
        <source>“%1” could not be completed; the disk may be full. Nothing was changed.</source>
        <translation>“%1”没能写完；磁盘可能已满。没有任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) exported to %1</source>
        <translation>
            <numerusform>已将 %n 个条目导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>no model in service</source>
        <translation>没有启用的模型</translation>
    </message>
    <message>
        <source>Matrix products: %1 GFLOP/s</source>
        <translation>矩阵乘法：%1 GFLOP/s</translation>
    </message>
    <message>
        <source>Matrix products run on the slow reference library (%1 GFLOP/s): training takes many times longer than it could. Install the package “libopenblas0-pthread” and start again.</source>
        <translation>矩阵乘法用的是缓慢的参考库（%1 GFLOP/s）：训练会慢很多倍。请安装软件包“libopenblas0-pthread”后重新启动。</translation>
    </message>
    <message>
        <source>Import hash list…</source>
        <translation>导入哈希列表…</translation>
    </message>
    <message>
        <source>Import a list of known hashes</source>
        <translation>导入已知哈希列表</translation>
    </message>
    <message>
        <source>Hash lists (*.txt *.csv *.vpdq *.pdq);;All files (*)</source>
        <translation>哈希列表 (*.txt *.csv *.vpdq *.pdq);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reader mode…</source>
        <translation>读者模式…</translation>
    </message>
    <message>
        <source>Reader mode is turned off in this library, because a camera looks at a person&apos;s face in it. Whoever answers for the library turns it on, on the Settings page.</source>
        <translation>此库的读者模式处于关闭状态，因为其中会用摄像头观察人的面部。由对此库负责的人在“设置”页开启。</translation>
    </message>
    <message>
        <source>Reader mode is for a reader who does not work here: you are signed out, and the workstation closes.</source>
        <translation>读者模式供不在此工作的读者使用：您将退出登录，工作站将关闭。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交给读者</translation>
    </message>
    <message>
        <source>Reader mode could not be opened: the program did not start again. Start it with “moderato reader start”.</source>
        <translation>无法打开读者模式：程序未能再次启动。请用“moderato reader start”启动。</translation>
    </message>
</context>
<context>
    <name>moderato::FaceFileJob</name>
    <message>
        <source>Reading a face file</source>
        <translation>正在读取面部文件</translation>
    </message>
    <message>
        <source>Storing a reader&apos;s session</source>
        <translation>正在保存读者的会话</translation>
    </message>
    <message>
        <source>Import a face file</source>
        <translation>导入面部文件</translation>
    </message>
    <message>
        <source>OpenFace, Py-Feat, MediaPipe, iMotions, aggregates (*.csv *.tsv *.txt *.json *.jsonl);;All files (*)</source>
        <translation>OpenFace、Py-Feat、MediaPipe、iMotions、汇总数据 (*.csv *.tsv *.txt *.json *.jsonl);;所有文件 (*)</translation>
    </message>
    <message>
        <source>This session of %1 was there already.</source>
        <translation>%1 的这个会话已经存在。</translation>
    </message>
    <message>
        <source>The session of %1 was stored. The item is flagged now.</source>
        <translation>%1 的会话已保存。该内容现已被标记。</translation>
    </message>
    <message>
        <source>The session of %1 was stored.</source>
        <translation>%1 的会话已保存。</translation>
    </message>
    <message>
        <source>Importing aggregates</source>
        <translation>正在导入汇总数据</translation>
    </message>
    <message>
        <source>Import stopped. Nothing was stored.</source>
        <translation>导入已停止，没有保存任何内容。</translation>
    </message>
    <message>
        <source>%1 Nothing was stored.</source>
        <translation>%1没有保存任何内容。</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>仍然采用</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n signal(s), n = %2</source>
        <translation>
            <numerusform>%1：%n 个信号，n = %2</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n line(s) were passed over</source>
        <translation>
            <numerusform>%1 · 跳过了 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>Aggregates</source>
        <translation>汇总数据</translation>
    </message>
</context>
<context>
    <name>moderato::HashListJob</name>
    <message>
        <source>Importing hashes</source>
        <translation>正在导入哈希</translation>
    </message>
    <message numerus="yes">
        <source>List “%1”: %n hash(es)</source>
        <translation>
            <numerusform>列表“%1”：%n 个哈希</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) match and are flagged</source>
        <translation>
            <numerusform>%n 个条目匹配并已标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out</source>
        <translation>
            <numerusform>略去 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>查看问题</translation>
    </message>
    <message>
        <source>Known hashes</source>
        <translation>已知哈希</translation>
    </message>
</context>
<context>
    <name>moderato::ImportJob</name>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Import stopped. What was taken in so far is kept; import again to go on.</source>
        <translation>导入已停止。已导入的保留；再次导入即可继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) imported</source>
        <translation>
            <numerusform>已导入 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>已有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n predicted</source>
        <translation>
            <numerusform>已预测 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>moderato::MainWindow</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>想做什么…</translation>
    </message>
    <message>
        <source>Show keys</source>
        <translation>显示按键</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>%1 · %2 — Moderato</source>
        <comment>library, page</comment>
        <translation>%1 · %2 — Moderato</translation>
    </message>
</context>
<context>
    <name>moderato::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>moderato::RunReader</name>
    <message>
        <source>--every takes seconds, from 0 to 60.</source>
        <translation>--every 以秒为单位，从 0 到 60。</translation>
    </message>
    <message>
        <source>Reader mode</source>
        <translation>读者模式</translation>
    </message>
    <message>
        <source>Who reads? Type a pseudonym that only you know, not your name,
and take the same one next time. Nothing begins before you agree to it.</source>
        <translation>谁在阅读？请输入只有您知道的化名，不要用真名，
下次也用同一个。在您同意之前什么都不会开始。</translation>
    </message>
    <message>
        <source>A reader&apos;s results were deleted meanwhile, so the camera was turned off; what was not finished is thrown away.</source>
        <translation>期间有读者的结果被删除，因此摄像头已关闭；未完成的内容会被丢弃。</translation>
    </message>
</context>
<context>
    <name>moderato::RunWindow</name>
    <message>
        <source>Folder of the library.</source>
        <translation>资料库文件夹。</translation>
    </message>
</context>
<context>
    <name>moderato::TopBar</name>
    <message>
        <source>Full-text search</source>
        <translation>全文搜索</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Search everything  %1</source>
        <comment>key</comment>
        <translation>搜索全部  %1</translation>
    </message>
</context>
<context>
    <name>moderato::cli::CommandServer</name>
    <message>
        <source>Another library is open here.
</source>
        <translation>这里打开的是另一个资料库。
</translation>
    </message>
    <message>
        <source>Command “%1”</source>
        <translation>命令“%1”</translation>
    </message>
    <message>
        <source>Commands from a terminal cannot reach this window: %1.</source>
        <translation>终端的命令无法到达这个窗口：%1。</translation>
    </message>
</context>
<context>
    <name>moderato::ml</name>
    <message>
        <source>The topic “%1” is there twice.</source>
        <translation>话题“%1”出现了两次。</translation>
    </message>
    <message>
        <source>A topic model needs a topic at least.</source>
        <translation>话题模型至少需要一个话题。</translation>
    </message>
    <message>
        <source>The model&apos;s manifest cannot be read: install the model again.</source>
        <translation>无法读取模型的清单：请重新安装模型。</translation>
    </message>
    <message>
        <source>This model was made by a newer program: update this one.</source>
        <translation>这个模型由更新的程序制作：请更新本程序。</translation>
    </message>
    <message>
        <source>There is no model in %1: choose a folder with a manifest.json.</source>
        <translation>%1 中没有模型：请选择含有 manifest.json 的文件夹。</translation>
    </message>
    <message>
        <source>The model file is damaged: install the model again or choose another version.</source>
        <translation>模型文件已损坏：请重新安装模型，或选择其他版本。</translation>
    </message>
    <message>
        <source>This model is for another task: choose one for &quot;%1&quot;.</source>
        <translation>这个模型用于其他任务：请选择用于“%1”的模型。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: check its rights and the free space.</source>
        <translation>无法建立文件夹 %1：请检查权限和剩余空间。</translation>
    </message>
    <message>
        <source>The model file does not fit together: install the model again.</source>
        <translation>模型文件内部不一致：请重新安装模型。</translation>
    </message>
    <message>
        <source>The network in the folder has another shape than is needed (%1 should be %2): choose one that was made with the same sizes.</source>
        <translation>文件夹中的网络形状与所需的不同（%1 应为 %2）：请选择以相同尺寸制作的网络。</translation>
    </message>
    <message>
        <source>The model finds nothing to read here: the item has no words that it knows, no pictures and no sound.</source>
        <translation>模型在这里找不到可读的内容：没有它认识的文字，没有画面，也没有声音。</translation>
    </message>
    <message>
        <source>The picture of the face has another size than the models read: align it again.</source>
        <translation>人脸图片的尺寸与模型所需不符：请重新对齐。</translation>
    </message>
    <message>
        <source>The faces to learn from do not fit to the model: each needs an aligned picture and an answer for each feature.</source>
        <translation>用于学习的人脸与模型不符：每张都需要对齐的图片，以及每个特征的答案。</translation>
    </message>
    <message>
        <source>Training failed: try again with fewer examples.</source>
        <translation>训练失败：请用更少的样本重试。</translation>
    </message>
    <message>
        <source>%1 is not a mesh of the face: unpack the archive again.</source>
        <translation>%1 不是人脸网格：请重新解压。</translation>
    </message>
    <message>
        <source>%1 does not hold the face of ICT FaceKit: name its folder FaceXModel.</source>
        <translation>%1 中没有 ICT FaceKit 的人脸：请指定其文件夹 FaceXModel。</translation>
    </message>
    <message>
        <source>There are no faces to learn from: give some.</source>
        <translation>没有可供学习的人脸：请提供一些。</translation>
    </message>
</context>
<context>
    <name>moderato::ml::ExpressionModel</name>
    <message>
        <source>A threshold is a number from 0 to 1: give one for each feature.</source>
        <translation>阈值是 0 到 1 的数：请为每个特征给出一个。</translation>
    </message>
</context>
<context>
    <name>moderato::ml::LandmarkModel</name>
    <message>
        <source>The picture of the face has another size than the models read: align it again.</source>
        <translation>人脸图片的尺寸与模型所需不符：请重新对齐。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::AlikePanel</name>
    <message>
        <source>Look-alikes</source>
        <translation>相似内容</translation>
    </message>
    <message>
        <source>Nothing in the library is nearly the same.</source>
        <translation>库中没有近似的内容。</translation>
    </message>
    <message>
        <source>Not compared yet; that comes with the analysis.</source>
        <translation>尚未比较；分析时会进行。</translation>
    </message>
    <message numerus="yes">
        <source>%n look-alike(s) without topics can get %1.</source>
        <translation>
            <numerusform>%n 个没有话题的相似条目可以得到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer this item; then %n look-alike(s) can get the same topics.</source>
        <translation>
            <numerusform>标注此条目后，%n 个相似条目可以得到同样的话题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s) stay(s) as it is.</source>
        <translation>
            <numerusform>%n 个例外保持不变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::AnnotatePage</name>
    <message>
        <source>Answer</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>These are its topics; then the next item</source>
        <translation>这些就是它的话题；然后进入下一条</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Give it topics</source>
        <translation>给它话题</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Give the part of the video between the marks (I, O) a topic of its own</source>
        <translation>给标记（I、O）之间的视频片段一个话题</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>相似内容</translation>
    </message>
    <message>
        <source>The same topics for its look-alikes that have none, without the exceptions</source>
        <translation>给没有话题的相似内容同样的话题，例外除外</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>盲标</translation>
    </message>
    <message>
        <source>Candidates and others&apos; answers stay hidden until you have answered</source>
        <translation>在您标注之前隐藏候选和他人的答案</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金标</translation>
    </message>
    <message>
        <source>Your answer is the known one: other annotators are measured by it</source>
        <translation>以您的答案为准：用它衡量其他标注员</translation>
    </message>
    <message>
        <source>Tag library</source>
        <translation>标签库</translation>
    </message>
    <message>
        <source>All topics: search, rename, merge, retire, import</source>
        <translation>全部话题：搜索、改名、合并、停用、导入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back your last answer</source>
        <translation>撤销您的上一次标注</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>The item before, without answering</source>
        <translation>上一条，不标注</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>The next item, without answering</source>
        <translation>下一条，不标注</translation>
    </message>
    <message>
        <source>Candidates as row or column</source>
        <translation>候选横排或竖排</translation>
    </message>
    <message>
        <source>Where the candidates stand: below the item or beside it</source>
        <translation>候选的位置：内容下方或旁边</translation>
    </message>
    <message>
        <source>Take candidate %1</source>
        <translation>选用候选 %1</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message numerus="yes">
        <source>%n look-alike(s) have the same topics now; %1 excepted.</source>
        <translation>
            <numerusform>%n 个相似条目现在有同样的话题；%1 个例外。</numerusform>
        </translation>
    </message>
    <message>
        <source>Blind: candidates and others&apos; answers are hidden until you have answered.</source>
        <translation>盲标：在您标注之前隐藏候选和他人的答案。</translation>
    </message>
    <message>
        <source>Candidates are shown from the beginning.</source>
        <translation>一开始就显示候选。</translation>
    </message>
    <message>
        <source>The item is not gold any more.</source>
        <translation>此条目不再是金标条目。</translation>
    </message>
    <message>
        <source>The item is gold: other annotators are measured by your answer.</source>
        <translation>此条目成为金标：用您的答案衡量其他标注员。</translation>
    </message>
    <message>
        <source>There is nothing of yours to undo.</source>
        <translation>没有可以撤销的决定。</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>This is a gold item: you have %1. Return goes on.</source>
        <translation>这是金标条目：您答对 %1。按回车继续。</translation>
    </message>
    <message>
        <source>Answered blind; here is what the model and the others say. Return goes on, or change it and answer again: both are kept.</source>
        <translation>盲标已提交；这是模型和他人的意见。按回车继续，或修改后再次提交：两次都会保留。</translation>
    </message>
    <message>
        <source>This is the last item of the list.</source>
        <translation>这是列表的最后一条。</translation>
    </message>
    <message>
        <source>This is the first item of the list.</source>
        <translation>这是列表的第一条。</translation>
    </message>
    <message>
        <source>Why this one: %1</source>
        <translation>为何是它：%1</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Looking for what teaches most…</source>
        <translation>正在寻找最有价值的条目…</translation>
    </message>
    <message>
        <source>No filmstrip: %1</source>
        <translation>没有胶片条：%1</translation>
    </message>
    <message>
        <source>Filmstrip and waveform are being made; this video comes first.</source>
        <translation>正在生成胶片条和波形；此视频优先。</translation>
    </message>
    <message>
        <source>No filmstrip and waveform yet.</source>
        <translation>尚无胶片条和波形。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>再次提交</translation>
    </message>
    <message>
        <source>No topic fits</source>
        <translation>没有合适的话题</translation>
    </message>
    <message>
        <source>Nothing waits for topics</source>
        <translation>没有等待标注的条目</translation>
    </message>
    <message>
        <source>Import more, or choose another order at the top left.</source>
        <translation>请导入更多内容，或在左上角选择其他顺序。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::AnnotatorsPanel</name>
    <message>
        <source>none fits</source>
        <translation>没有合适的</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n known topic(s)</source>
        <translation>
            <numerusform>已知话题 %n 个中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n known topic(s), and %2 other</source>
        <translation>
            <numerusform>已知话题 %n 个中的 %1 个，另有 %2 个其他话题</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>%1 (blind): %2</source>
        <comment>annotator, topics</comment>
        <translation>%1（盲标）：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>annotator, topics</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) answered; you see it when you have.</source>
        <translation>
            <numerusform>另有 %n 人已标注；您标注后可见。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>还没有人标注。</translation>
    </message>
    <message>
        <source>Gold: %1. You have %2.</source>
        <translation>金标：%1。您答对 %2。</translation>
    </message>
    <message>
        <source>Gold: %1.</source>
        <translation>金标：%1。</translation>
    </message>
    <message numerus="yes">
        <source>You on gold: overlap %1, the same %2, of %n item(s).</source>
        <translation>
            <numerusform>您与金标：重合 %1，完全一致 %2，共 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All: Krippendorff&apos;s alpha %1 (MASI), %2 (nominal), %n shared item(s).</source>
        <translation>
            <numerusform>全体：Krippendorff α %1（MASI）、%2（名义），共同条目 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1: Cohen&apos;s kappa %2, overlap %3, %n item(s).</source>
        <translation>
            <numerusform>与 %1：Cohen κ %2，重合 %3，%n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ArticleView</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden passage(s), marked in the text.</source>
        <translation>
            <numerusform>有 %n 处隐藏文字，已在正文中标出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Very long: the beginning is shown, as plain text.</source>
        <translation>正文很长：只以纯文本显示开头。</translation>
    </message>
    <message numerus="yes">
        <source>%n more.</source>
        <translation>
            <numerusform>还有 %n 处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::CameraFeed</name>
    <message>
        <source>You can read on without it; then nothing is measured and nothing is stored.</source>
        <translation>您可以不用摄像头继续阅读；那样不测量也不保存任何内容。</translation>
    </message>
    <message>
        <source>No camera is connected, or this account may not use it. Connect one and start again.</source>
        <translation>没有连接摄像头，或此帐户无权使用。请连接后重新开始。</translation>
    </message>
    <message>
        <source>The camera failed; another program may be using it. Close that one and start again.</source>
        <translation>摄像头出现故障，可能正被其他程序使用。请关闭那个程序后重新开始。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::CameraLight</name>
    <message>
        <source>Camera on</source>
        <translation>摄像头已开</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>摄像头已关</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::CareEditor</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Flagged items</source>
        <translation>被标记的条目</translation>
    </message>
    <message>
        <source>Known material</source>
        <translation>已知材料</translation>
    </message>
    <message>
        <source>Disallowed items</source>
        <translation>被禁止的条目</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>变暗</translation>
    </message>
    <message>
        <source>%1: dim</source>
        <translation>%1：变暗</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Take %1 off the table</source>
        <translation>从表中移除%1</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>Add a category…</source>
        <translation>添加类别…</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::CategoryPanel</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>No category model is in service.</source>
        <translation>没有启用的类别模型。</translation>
    </message>
    <message>
        <source>Not predicted yet: no model is in service.</source>
        <translation>尚未预测：没有启用的模型。</translation>
    </message>
    <message>
        <source>was: the same, %1 (%2)</source>
        <translation>此前：相同，%1（%2）</translation>
    </message>
    <message>
        <source>was: %1 %2 (%3) → now: %4</source>
        <translation>此前：%1 %2（%3）→ 现在：%4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚未决定</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::CategoryPicker</name>
    <message>
        <source>Right category: 1–9, or type its name</source>
        <translation>正确的类别：按 1–9，或输入名称</translation>
    </message>
    <message>
        <source>Right category</source>
        <translation>正确的类别</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别列表</translation>
    </message>
    <message>
        <source>Enter takes · Esc leaves it as it is</source>
        <translation>回车选定 · Esc 保持原样</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ChangeModel</name>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>In service says</source>
        <translation>启用版本认为</translation>
    </message>
    <message>
        <source>New version says</source>
        <translation>新版本认为</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::Chip</name>
    <message>
        <source>%1, decided</source>
        <translation>%1，人工决定</translation>
    </message>
    <message>
        <source>%1, predicted</source>
        <translation>%1，模型预测</translation>
    </message>
    <message>
        <source>%1, given by the source</source>
        <translation>%1，来源给出</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::CommandPalette</name>
    <message>
        <source>Type what you want to do</source>
        <translation>输入你想做的事</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ConsentPane</name>
    <message>
        <source>Read without the camera</source>
        <translation>不用摄像头阅读</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>May the camera look at your face while you read?</source>
        <translation>阅读时可以让摄像头看您的面部吗？</translation>
    </message>
    <message>
        <source>Nothing can be measured here</source>
        <translation>这里无法测量任何内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>测量什么</translation>
    </message>
    <message>
        <source>How your face moves: %1. Nothing else: no emotion is inferred from it, and nobody is recognised – neither who you are, nor your age, sex or origin. No sound is recorded.</source>
        <translation>您面部的动作：%1。仅此而已：不据此推断情绪，也不识别任何人——既不识别您是谁，也不识别您的年龄、性别或出身。不录音。</translation>
    </message>
    <message>
        <source>To find items that stand under the wrong heading: what is meant to be funny and makes hardly anybody smile is looked at again by people. You are not judged; a single reader decides nothing.</source>
        <translation>为了找出归错类别的内容：本应有趣却几乎没人发笑的内容，会由人重新审看。您不会被评判；单个读者不决定任何事。</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保存什么</translation>
    </message>
    <message>
        <source>For each item: which of these movements were seen and when, a number made of them, the share of pictures in which your face was seen, and the time. All of it under the pseudonym “%1”, in this library only. Pictures are never kept: each is looked at in memory and gone within a moment.</source>
        <translation>对每条内容：看到了这些动作中的哪些、在何时，由此得出的一个数字，看到您面部的画面所占比例，以及时间。全部以化名“%1”保存，且只在此库中。画面从不保存：每张只在内存中查看，片刻即消失。</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>保存多久</translation>
    </message>
    <message>
        <source>Until it is deleted, which you can ask for or do yourself at any time and without a reason. There is no other term.</source>
        <translation>直到被删除；您可以随时、无需理由地要求删除或自行删除。没有其他期限。</translation>
    </message>
    <message>
        <source>How to stop</source>
        <translation>如何停止</translation>
    </message>
    <message>
        <source>Esc turns the camera off at once; what was not finished is thrown away. While the camera is on, a red light at the top of this window says so.</source>
        <translation>按 Esc 立即关闭摄像头；未完成的内容会被丢弃。摄像头开启时，本窗口顶部的红灯会亮起。</translation>
    </message>
    <message>
        <source>How to withdraw</source>
        <translation>如何撤回</translation>
    </message>
    <message>
        <source>“Delete my results” in this window deletes all that is kept of you, also from earlier days. Later, whoever runs this library does the same with “moderato forget-reader %1”.</source>
        <translation>本窗口中的“删除我的结果”会删除保存的有关您的一切，包括以前的。之后，管理此库的人可用“moderato forget-reader %1”做同样的事。</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>由您选择</translation>
    </message>
    <message>
        <source>You can read all of it with the camera off, and nothing depends on your answer. If you work with this library, or if somebody at your work asks you to take part, do not: at the workplace this is prohibited in the EU (AI Act, Article 5(1)(f)).</source>
        <translation>关闭摄像头您也可以阅读全部内容，您的回答不影响任何事。如果您用此库工作，或工作中有人要求您参加，请不要参加：在欧盟，这在工作场所是被禁止的（《人工智能法》第 5(1)(f) 条）。</translation>
    </message>
    <message>
        <source>A clip</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>A recorded clip stands in for the camera. Whoever is seen in it must have agreed to all of this.</source>
        <translation>用一段录像代替摄像头。录像中的人必须已同意以上一切。</translation>
    </message>
    <message>
        <source>Whoever is seen in the clip has read this and agrees that it is looked at.</source>
        <translation>录像中的人已阅读以上内容并同意查看该录像。</translation>
    </message>
    <message>
        <source>I have read this and agree that the camera looks at my face while I read.</source>
        <translation>我已阅读以上内容，同意在我阅读时让摄像头看我的面部。</translation>
    </message>
    <message numerus="yes">
        <source>First look at a calm page for %n second(s), so that my own face at rest is what is compared with</source>
        <translation>
            <numerusform>先看 %n 秒平静的页面，以我自己平静时的面部作为比较基准</numerusform>
        </translation>
    </message>
    <message>
        <source>Start the clip</source>
        <translation>播放录像</translation>
    </message>
    <message>
        <source>Start the camera</source>
        <translation>打开摄像头</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ContactSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
    <message>
        <source>Cover candidates</source>
        <translation>封面候选</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>There are no pictures of this video yet; they come with its analysis.</source>
        <translation>该视频尚无图片；分析后即可显示。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ContentPane</name>
    <message>
        <source>Read on</source>
        <translation>继续往下读</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>往回读</translation>
    </message>
    <message>
        <source>Mark what spoke for the answer</source>
        <translation>标出支持该答案的文字</translation>
    </message>
    <message>
        <source>%1 without a title</source>
        <translation>%1，无标题</translation>
    </message>
    <message>
        <source>This video cannot be shown</source>
        <translation>无法显示这个视频</translation>
    </message>
    <message>
        <source>It has no file. Skip it, or decide by its title.</source>
        <translation>它没有文件。请跳过，或根据标题决定。</translation>
    </message>
    <message>
        <source>Look while held</source>
        <translation>按住查看</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>Lifts blur, grey and dimming while the key is held</source>
        <translation>按住该键时取消模糊、灰度和变暗</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>已模糊</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Dimmed</source>
        <translation>已变暗</translation>
    </message>
    <message>
        <source>%1 · hold %2 to look</source>
        <comment>what care does, a key</comment>
        <translation>%1 · 按住 %2 查看</translation>
    </message>
    <message>
        <source>Show what mattered for quality</source>
        <translation>显示影响质量判断的内容</translation>
    </message>
    <message>
        <source>Marks the sentences and pictures that the quality model looked at</source>
        <translation>标出质量模型关注的句子和图片</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::CurveView</name>
    <message>
        <source>held-out score</source>
        <translation>留出集得分</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>The curve of the next run appears here.</source>
        <translation>下一次训练的曲线显示在这里。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>, pairs satisfied %1</source>
        <translation>，满足的配对 %1</translation>
    </message>
    <message>
        <source>, triplets with a loss %1</source>
        <translation>，有损失的三元组 %1</translation>
    </message>
    <message>
        <source>Round %1: loss %2</source>
        <translation>第 %1 轮：损失 %2</translation>
    </message>
    <message>
        <source>, %1 %2</source>
        <translation>，%1 %2</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DataSetCard</name>
    <message>
        <source>What decisions have taught</source>
        <translation>决定教给模型的</translation>
    </message>
    <message>
        <source>records</source>
        <translation>条记录</translation>
    </message>
    <message>
        <source>corrections</source>
        <translation>次更正</translation>
    </message>
    <message>
        <source>new since the version in service</source>
        <translation>启用版本之后新增</translation>
    </message>
    <message>
        <source>No decisions yet. Confirm or correct items under Review; each becomes a training record.</source>
        <translation>还没有决定。请在“审核”中确认或更正条目，每一个都会成为训练记录。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more label(s)</source>
        <translation>
            <numerusform>还有 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>No labels yet. Import consumption figures; items that were shown often enough get a label a task.</source>
        <translation>还没有标签。请导入消费数据；展示次数足够的条目每个任务会得到一个标签。</translation>
    </message>
    <message>
        <source>No marks yet. Disallow items under Review with a reason; each becomes a mark.</source>
        <translation>还没有标记。请在“审核”中以某个理由禁止条目；每次都会成为一个标记。</translation>
    </message>
    <message>
        <source>What readers have taught</source>
        <translation>读者教会了什么</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DecayModel</name>
    <message>
        <source>Days after</source>
        <translation>之后天数</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Coincide</source>
        <translation>吻合</translation>
    </message>
    <message numerus="yes">
        <source>up to %n day(s)</source>
        <translation>
            <numerusform>不超过 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DecisionBar</name>
    <message>
        <source>Confirm: %1</source>
        <translation>确认：%1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DegreeHistogram</name>
    <message>
        <source>%1: %2 labels above the reference, %3 below; %4</source>
        <translation>%1：高于基准的标签 %2 个，低于基准的 %3 个；%4</translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>基准 %1</translation>
    </message>
    <message>
        <source>references %1 to %2</source>
        <translation>基准 %1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, degree %2 to %3: %n label(s)</source>
        <translation>
            <numerusform>%1，程度 %2 至 %3：%n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ %1 above  ▼ %2 below</source>
        <translation>▲ 高于 %1  ▼ 低于 %2</translation>
    </message>
    <message>
        <source>levels: %1</source>
        <translation>各级：%1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DuplicateRow</name>
    <message>
        <source>undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>距离 %1</translation>
    </message>
    <message>
        <source>%1 alike</source>
        <translation>%1 相似</translation>
    </message>
    <message>
        <source>%1 of frames</source>
        <translation>%1 的帧</translation>
    </message>
    <message>
        <source>%1 of the text</source>
        <translation>%1 的文字</translation>
    </message>
    <message>
        <source>excepted</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Excepted: it is decided by itself. Take it back into the group</source>
        <translation>例外：它单独决定。放回组中</translation>
    </message>
    <message>
        <source>Except it: it is not decided with the others</source>
        <translation>设为例外：它不随其他条目一起决定</translation>
    </message>
    <message>
        <source>Except it</source>
        <translation>设为例外</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DuplicatesPanel</name>
    <message>
        <source>Near duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>不处理</translation>
    </message>
    <message>
        <source>Known: %1, list “%2”</source>
        <translation>已知：%1，列表“%2”</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>%1 of frames</source>
        <translation>%1 的帧</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>距离 %1</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>known · %1</source>
        <translation>已知 · %1</translation>
    </message>
    <message>
        <source>Nothing in the library is nearly the same.</source>
        <translation>资料库中没有近似的内容。</translation>
    </message>
    <message>
        <source>Not compared yet; that comes with the analysis.</source>
        <translation>尚未比较；分析时会进行。</translation>
    </message>
    <message numerus="yes">
        <source>%n more.</source>
        <translation>
            <numerusform>还有 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n alike…</source>
        <translation>
            <numerusform>同样决定 %n 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide on this item first; then the others can follow it</source>
        <translation>请先对该条目作出决定；其他条目随后可沿用</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided get(s) “%1”.</source>
        <translation>
            <numerusform>%n 个未决定的将得到“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excepted stay(s) as it is.</source>
        <translation>
            <numerusform>%n 个例外保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) decided already.</source>
        <translation>
            <numerusform>%n 个已经决定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n</source>
        <translation>
            <numerusform>决定 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::EvidencePane</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Alike %1</source>
        <translation>相似 %1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ExpressionSetEditor</name>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Expression sets</source>
        <translation>表情特征集</translation>
    </message>
    <message>
        <source>Take back your last change of a set</source>
        <translation>撤回您对特征集的上一次更改</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n proposed</source>
        <translation>
            <numerusform>%1 · %n 条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>No set yet: readers of this category are not matched.</source>
        <translation>还没有特征集：此类别的读者不参与匹配。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Features of the face</source>
        <translation>面部特征</translation>
    </message>
    <message>
        <source>What readers&apos; faces should show where an item is rightly in this category, and what not. Results that were matched before stay as they are.</source>
        <translation>内容归类正确时，读者的脸上应当出现什么、不应出现什么。以前匹配的结果保持不变。</translation>
    </message>
    <message>
        <source>What readers propose</source>
        <translation>读者数据的建议</translation>
    </message>
    <message>
        <source>Should appear above this share of readers</source>
        <translation>高于此读者比例则应出现</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Should not appear below this share of readers</source>
        <translation>低于此读者比例则不应出现</translation>
    </message>
    <message>
        <source>Fewest readers</source>
        <translation>最少读者数</translation>
    </message>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>readers at least</source>
        <translation>读者至少</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Change the set back; the history shows both</source>
        <translation>把特征集改回去；历史中两者都会显示</translation>
    </message>
    <message>
        <source>History of the set</source>
        <translation>特征集的历史</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ExpressionsPanel</name>
    <message>
        <source>Expressions</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>No reader results yet (n = 0).</source>
        <translation>还没有读者结果（n = 0）。</translation>
    </message>
    <message>
        <source>No expression set for its category.</source>
        <translation>该类别没有表情特征集。</translation>
    </message>
    <message>
        <source>Match score %1</source>
        <translation>匹配得分 %1</translation>
    </message>
    <message>
        <source>mean %1, n = %2, 95 % interval %3 … %4; below the threshold: %5</source>
        <translation>均值 %1，n = %2，95 % 区间 %3 … %4；低于阈值：%5</translation>
    </message>
    <message>
        <source>the category</source>
        <translation>该类别</translation>
    </message>
    <message>
        <source>goes with %1</source>
        <translation>与“%1”相符</translation>
    </message>
    <message>
        <source>goes against %1</source>
        <translation>与“%1”相悖</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not enough readers yet</source>
        <translation>读者人数尚不足</translation>
    </message>
    <message>
        <source>goes with its category</source>
        <translation>与其类别相符</translation>
    </message>
    <message>
        <source>goes against its category</source>
        <translation>与其类别不符</translation>
    </message>
    <message>
        <source>not asked since its readers or its category changed</source>
        <translation>读者或类别变化后尚未检验</translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n more if they go on like this</source>
        <translation>
            <numerusform>%1，照此下去约需再有 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>not enough evidence: readers do not tell right from wrong yet</source>
        <translation>证据不足：读者的表现尚不能区分对错</translation>
    </message>
    <message>
        <source>%1, %2 times as likely as not</source>
        <translation>%1，可能性之比为 %2 : 1</translation>
    </message>
    <message>
        <source>Share of readers</source>
        <translation>读者比例</translation>
    </message>
    <message>
        <source>Sequential test</source>
        <translation>序贯检验</translation>
    </message>
    <message>
        <source>Drop it here: a file about a reader&apos;s face in front of this item</source>
        <translation>放在这里：读者观看此内容时的面部文件</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::FaceFileWindow</name>
    <message>
        <source>As shipped</source>
        <translation>恢复默认规则</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Face file of a reader</source>
        <translation>读者的面部文件</translation>
    </message>
    <message>
        <source>a pseudonym, never a name</source>
        <translation>化名，切勿用真名</translation>
    </message>
    <message>
        <source>as the file&apos;s columns say</source>
        <translation>按文件的列识别</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>读者</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>Without a face</source>
        <translation>无人脸</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>How its signals become features</source>
        <translation>信号如何变成特征</translation>
    </message>
    <message>
        <source>Back to the rule that the program ships, for the chosen feature</source>
        <translation>把所选特征恢复为程序自带的规则</translation>
    </message>
    <message>
        <source>A rule compares the file&apos;s signals, as AU12_r &gt;= 1 or max(AU01, AU02) &gt;= 0.5; “none” where the program cannot tell. It is kept for imports to come.</source>
        <translation>规则比较文件中的信号，例如 AU12_r &gt;= 1 或 max(AU01, AU02) &gt;= 0.5；该程序无法判断时写 none。规则会保留给今后的导入。</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing was stored.</source>
        <translation>读取已停止，没有保存任何内容。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were passed over; line %1: %2</source>
        <translation>
            <numerusform>跳过了 %n 行；第 %1 行：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Say first whose face it is</source>
        <translation>请先说明这是谁的脸</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>仍然采用</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Match result %1 with %2</source>
        <translation>与“%2”的匹配结果 %1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::FaceRuleModel</name>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>When it is shown</source>
        <translation>何时算作出现</translation>
    </message>
    <message>
        <source>In this file</source>
        <translation>在此文件中</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>shown: %1 of %2 frames</source>
        <translation>出现：%2 帧中的 %1 帧</translation>
    </message>
    <message>
        <source>not shown: %1 of %2 frames</source>
        <translation>未出现：%2 帧中的 %1 帧</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>自带</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::FeatureNames</name>
    <message>
        <source>%1 · %2</source>
        <comment>part of the face, model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::FilterRow</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>是否决定</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>任意状态</translation>
    </message>
    <message>
        <source>Decided or not</source>
        <translation>不论是否决定</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>最不确定在前</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::FindingCard</name>
    <message>
        <source>Verifications</source>
        <translation>验证记录</translation>
    </message>
    <message>
        <source>What it found</source>
        <translation>验证结果</translation>
    </message>
    <message>
        <source>Figures by task</source>
        <translation>各任务的数据</translation>
    </message>
    <message>
        <source>Accuracy by age</source>
        <translation>按时间的准确率</translation>
    </message>
    <message>
        <source>Not verified yet. Verify holds the version in service against the labels of items that came after it.</source>
        <translation>尚未验证。“验证”用之后出现的条目的标签来检验在用版本。</translation>
    </message>
    <message>
        <source>No labelled item to hold it against.</source>
        <translation>没有可供检验的带标签条目。</translation>
    </message>
    <message>
        <source>▼ below the required %1: update it</source>
        <translation>▼ 低于要求的 %1：需要更新</translation>
    </message>
    <message>
        <source>✓ at least the required %1</source>
        <translation>✓ 达到要求的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n item(s) coincide, published %3 to %4.</source>
        <translation>
            <numerusform>%1：%n 个条目中有 %2 个吻合，发布于 %3 至 %4。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %1: predictions became worse, %2, after %n label(s)</source>
        <translation>
            <numerusform>⚠ %1：预测变差，%2，在 %n 个标签之后</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::Format</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还需 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>还需约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · 第 %2 帧</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>date and time</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::HashListTable</name>
    <message>
        <source>No lists. Items that match an imported list are flagged and come first.</source>
        <translation>没有列表。与导入的列表匹配的条目会被标记并排在最前。</translation>
    </message>
    <message numerus="yes">
        <source>%n hash(es)</source>
        <translation>
            <numerusform>%n 个哈希</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the list “%1”; flags that it raised stay</source>
        <translation>移除列表“%1”；它产生的标记会保留</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nobody has decided on it yet.</source>
        <translation>还没有人对它作过决定。</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier.</source>
        <translation>
            <numerusform>更早还有 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::IssueList</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::JobStatus</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>取消任务</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on with the job</source>
        <translation>继续该任务</translation>
    </message>
    <message>
        <source>Pause the job</source>
        <translation>暂停该任务</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::KeyEditor</name>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>按下新的按键</translation>
    </message>
    <message>
        <source>Choose an action, click into the field and press its new key.</source>
        <translation>选择一个操作，点进输入框，再按下新的按键。</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 现在是 %2。</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2” (%3). Nothing was changed; give that action another key first.</source>
        <translation>%1 已属于“%2”（%3）。没有任何改动；请先给那个操作换一个按键。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::KeyModel</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Changed; Reset brings the default back.</source>
        <translation>已更改；“还原”可恢复默认。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::LabelsCard</name>
    <message>
        <source>A degree above the reference is positive, below it negative.</source>
        <translation>程度高于基准为正面，低于基准为负面。</translation>
    </message>
    <message>
        <source>Labels from consumption</source>
        <translation>来自消费数据的标签</translation>
    </message>
    <message>
        <source>No labels yet: they are made of consumption figures (impressions, clicks, likes, …). Import a file that has them.</source>
        <translation>还没有标签：标签由消费数据（展示、点击、喜欢等）生成。请导入含有这些数据的文件。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Least impressions</source>
        <translation>最少展示次数</translation>
    </message>
    <message>
        <source>above and below only</source>
        <translation>仅高于与低于</translation>
    </message>
    <message>
        <source>Degrees at which one level ends and the next begins: 20, 40, 60, 80</source>
        <translation>各级之间的分界程度：20, 40, 60, 80</translation>
    </message>
    <message>
        <source> % of its tasks</source>
        <comment>after a number</comment>
        <translation> % 的任务</translation>
    </message>
    <message>
        <source>Levels divided at</source>
        <translation>分级界线</translation>
    </message>
    <message>
        <source>An item is good with more than</source>
        <translation>内容为好：正面任务超过</translation>
    </message>
    <message>
        <source>The labels are as before until you label again.</source>
        <translation>重新打标之前，标签保持不变。</translation>
    </message>
    <message>
        <source>“%1” is no degree: write numbers like 20, 40, 60, 80.</source>
        <translation>“%1”不是程度：请写数字，例如 20, 40, 60, 80。</translation>
    </message>
    <message>
        <source>Levels are divided at rising degrees between 0 and 100.</source>
        <translation>分级界线须为 0 到 100 之间递增的程度。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::LibraryModel</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片集</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>推荐中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open in review</source>
        <translation>在审核中打开</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>%1 items</source>
        <comment>count such as: 12 of 340</comment>
        <translation>%1 个条目</translation>
    </message>
    <message>
        <source>No item fits what is searched and filtered.</source>
        <translation>没有条目符合搜索和筛选。</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>资料库是空的。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::MatchCurve</name>
    <message>
        <source>%1: match score %2, n = %3</source>
        <translation>%1：匹配分 %2，n = %3</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::MetricModel</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>启用版本</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Precision at %1</source>
        <translation>前 %1 精确率</translation>
    </message>
    <message>
        <source>Recall at %1</source>
        <translation>前 %1 召回率</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::MpvCore</name>
    <message>
        <source>The video player could not start. Restart the program.</source>
        <translation>视频播放器无法启动。请重新启动程序。</translation>
    </message>
    <message>
        <source>The video file is not there any more: %1. Put it back or import it again.</source>
        <translation>视频文件已不在那里：%1。请放回，或重新导入。</translation>
    </message>
    <message>
        <source>The video file may not be read: %1. Change its permissions.</source>
        <translation>没有读取视频文件的权限：%1。请更改权限。</translation>
    </message>
    <message>
        <source>%1 has neither picture nor sound in it. Skip it, or decide by its title.</source>
        <translation>%1 里既没有画面也没有声音。请跳过，或根据标题决定。</translation>
    </message>
    <message>
        <source>%1 cannot be played: it is damaged or not a video. Skip it, or decide by its title.</source>
        <translation>无法播放 %1：已损坏，或不是视频。请跳过，或根据标题决定。</translation>
    </message>
    <message>
        <source>Track %1</source>
        <translation>轨道 %1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::NextDelegate</name>
    <message>
        <source>unsure</source>
        <translation>拿不准</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新颖</translation>
    </message>
    <message>
        <source>opinions differ</source>
        <translation>意见不一</translation>
    </message>
    <message>
        <source>teaches much</source>
        <translation>价值高</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::NextPane</name>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>A bit of everything</source>
        <translation>各种都来一点</translation>
    </message>
    <message>
        <source>What teaches most</source>
        <translation>最有价值的</translation>
    </message>
    <message>
        <source>What the model is unsure of</source>
        <translation>模型拿不准的</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新颖的</translation>
    </message>
    <message>
        <source>Where opinions differ</source>
        <translation>意见不一的</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来标注什么</translation>
    </message>
    <message>
        <source>Items to label</source>
        <translation>待标注的条目</translation>
    </message>
    <message>
        <source>not in this list</source>
        <translation>不在此列表中</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::Panel</name>
    <message>
        <source>Fold %1</source>
        <translation>折叠“%1”</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::PeriodChoice</name>
    <message>
        <source>Items published</source>
        <translation>条目发布时间</translation>
    </message>
    <message>
        <source>since the model&apos;s data end</source>
        <translation>自模型数据截止之后</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>from – to</source>
        <translation>从 – 到</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::PictureLoader</name>
    <message>
        <source>The picture %1 is not there any more.</source>
        <translation>图片 %1 已不在那里。</translation>
    </message>
    <message>
        <source>The picture %1 is damaged or of a kind that is not shown.</source>
        <translation>图片 %1 已损坏，或是不显示的类型。</translation>
    </message>
    <message>
        <source>The picture %1 is too large to show.</source>
        <translation>图片 %1 太大，无法显示。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::PictureView</name>
    <message>
        <source>Pictures</source>
        <translation>图片集</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>There are no pictures in this set.</source>
        <translation>这个图片集里没有图片。</translation>
    </message>
    <message>
        <source>Picture is being read…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>looked at: place %1, %2</source>
        <comment>rank among the pictures, weight</comment>
        <translation>受关注：第 %1 位，%2</translation>
    </message>
    <message>
        <source>Picture %1, looked at: place %2</source>
        <translation>图片 %1，受关注：第 %2 位</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::PlayerPanel</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>5 s back</source>
        <translation>后退 5 秒</translation>
    </message>
    <message>
        <source>5 s forward</source>
        <translation>前进 5 秒</translation>
    </message>
    <message>
        <source>1 s back</source>
        <translation>后退 1 秒</translation>
    </message>
    <message>
        <source>1 s forward</source>
        <translation>前进 1 秒</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减速</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>开关声音</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next subtitles, or none</source>
        <translation>下一条字幕，或关闭</translation>
    </message>
    <message>
        <source>Mark the beginning</source>
        <translation>标记起点</translation>
    </message>
    <message>
        <source>Mark the end</source>
        <translation>标记终点</translation>
    </message>
    <message>
        <source>To the marked beginning</source>
        <translation>跳到起点标记</translation>
    </message>
    <message>
        <source>To the marked end</source>
        <translation>跳到终点标记</translation>
    </message>
    <message>
        <source>Take the marks away</source>
        <translation>清除标记</translation>
    </message>
    <message>
        <source>Repeat the segment, or all</source>
        <translation>循环片段或全部</translation>
    </message>
    <message>
        <source>Shot before</source>
        <translation>上一个镜头</translation>
    </message>
    <message>
        <source>Next shot</source>
        <translation>下一个镜头</translation>
    </message>
    <message>
        <source>Timeline closer</source>
        <translation>放大时间轴</translation>
    </message>
    <message>
        <source>Timeline wider</source>
        <translation>缩小时间轴</translation>
    </message>
    <message>
        <source>All of the timeline</source>
        <translation>显示整个时间轴</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Less of the timeline’s detail</source>
        <translation>显示更少细节</translation>
    </message>
    <message>
        <source>More of the timeline’s detail</source>
        <translation>显示更多细节</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::QualityMenu</name>
    <message>
        <source>&amp;Positive</source>
        <translation>正面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Negative</source>
        <translation>负面(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;o label of mine</source>
        <translation>撤回我的标签(&amp;O)</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::QualityNames</name>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Dwell time</source>
        <translation>停留时间</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>分享</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::QualityPanel</name>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Marked by people: %1</source>
        <translation>人工标记：%1</translation>
    </message>
    <message>
        <source>Train a quality model on the Train page</source>
        <translation>到训练页面训练质量模型</translation>
    </message>
    <message>
        <source>Too few impressions for a label, and no quality model has predicted.</source>
        <translation>展示次数太少，没有标签；也没有质量模型的预测。</translation>
    </message>
    <message>
        <source>No consumption figures yet, and no quality model has predicted.</source>
        <translation>还没有消费数据；也没有质量模型的预测。</translation>
    </message>
    <message>
        <source>Degree 0 to 100; the line marks the reference.</source>
        <translation>程度 0 至 100；竖线为基准。</translation>
    </message>
    <message>
        <source>Predicted: probability of positive; from 50 % on it is positive.</source>
        <translation>预测：为正面的概率；50 % 起为正面。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tasks positive</source>
        <translation>
            <numerusform>%n 个任务中 %1 个正面</numerusform>
        </translation>
    </message>
    <message>
        <source>good: %1</source>
        <comment>verdict: count of tasks</comment>
        <translation>良好：%1</translation>
    </message>
    <message>
        <source>poor: %1</source>
        <comment>verdict: count of tasks</comment>
        <translation>较差：%1</translation>
    </message>
    <message>
        <source>rank × %1</source>
        <translation>排序权重 × %1</translation>
    </message>
    <message>
        <source>%1, predicted with %2; nobody has marked it</source>
        <translation>%1，预测概率 %2；没有人标记过</translation>
    </message>
    <message>
        <source>Predicted low quality, not marked by people:</source>
        <translation>预测为低质，并非人工标记：</translation>
    </message>
    <message>
        <source>No low quality is predicted.</source>
        <translation>没有预测出低质。</translation>
    </message>
    <message>
        <source>Less likely: %1</source>
        <translation>可能性较小：%1</translation>
    </message>
    <message>
        <source>Show what mattered</source>
        <translation>显示起作用的内容</translation>
    </message>
    <message>
        <source>Show what mattered  %1</source>
        <comment>a key</comment>
        <translation>显示起作用的内容  %1</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s): bar and dashed line</source>
        <translation>
            <numerusform>%n 个句子：侧边竖条和虚线</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s): frame with the rank</source>
        <translation>
            <numerusform>%n 张图片：带名次的边框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the video: frame on the timeline</source>
        <translation>
            <numerusform>视频的 %n 个部分：时间线上的边框</numerusform>
        </translation>
    </message>
    <message>
        <source>What a recommendation&apos;s rank is multiplied by: ½ and the share of positive tasks; half of it for an inferior item, a tenth for a low one. Labels count before predictions.
An item is good when more than %1 of its tasks are positive (set on the Verify page).</source>
        <translation>推荐排序所乘的系数：½ 加正面任务的比例；较差的内容减半，低质的内容为十分之一。标签优先于预测。
超过 %1 的任务为正时内容为好（在“验证”页设置）。</translation>
    </message>
    <message>
        <source>Not predicted: no quality model is in service.</source>
        <translation>未预测：没有投入使用的质量模型。</translation>
    </message>
    <message>
        <source>%1 has not read this item yet.</source>
        <translation>%1 尚未读过这条内容。</translation>
    </message>
    <message>
        <source>Judge it yourself…</source>
        <translation>自己评判…</translation>
    </message>
    <message>
        <source>Judge it yourself…  %1</source>
        <comment>a key</comment>
        <translation>自己评判…  %1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::QualityRow</name>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>from consumption figures</source>
        <translation>来自消费数据</translation>
    </message>
    <message>
        <source>by an expert</source>
        <translation>来自专家</translation>
    </message>
    <message>
        <source>passed on from similar content</source>
        <translation>由相似内容传递</translation>
    </message>
    <message>
        <source>%1: degree %2 of 100, reference %3, %4; label %5</source>
        <translation>%1：程度 %2（满分 100），基准 %3，%4；标签%5</translation>
    </message>
    <message>
        <source>%1 (does not count)</source>
        <translation>%1（不计入）</translation>
    </message>
    <message>
        <source>%1: predicted positive, probability of positive %2, %3 sure</source>
        <translation>%1：预测为正面，正面概率 %2，把握 %3</translation>
    </message>
    <message>
        <source>%1: predicted negative, probability of positive %2, %3 sure</source>
        <translation>%1：预测为负面，正面概率 %2，把握 %3</translation>
    </message>
    <message>
        <source>Label and prediction differ.</source>
        <translation>标签与预测不一致。</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负面</translation>
    </message>
    <message>
        <source>positive, %1 sure</source>
        <translation>正面，把握 %1</translation>
    </message>
    <message>
        <source>negative, %1 sure</source>
        <translation>负面，把握 %1</translation>
    </message>
    <message>
        <source>≠ predicted</source>
        <comment>sign: differs from the label</comment>
        <translation>≠ 预测</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::QueuePane</name>
    <message>
        <source>Part of the queue</source>
        <translation>队列的哪一部分</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>审核队列</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部待审</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReaderContent</name>
    <message>
        <source>This video has no file.</source>
        <translation>此视频没有文件。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReaderRun</name>
    <message>
        <source>There is nothing to read: name items, or import some whose category has an expression set.</source>
        <translation>没有可读的内容：请指定内容，或导入其类别有表情特征集的内容。</translation>
    </message>
    <message>
        <source>The clip is over; what comes now is not measured.</source>
        <translation>录像已结束；之后的内容不再测量。</translation>
    </message>
    <message>
        <source>Your results are being deleted…</source>
        <translation>正在删除您的结果…</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReaderWindow</name>
    <message>
        <source>Stop the camera</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>Delete my results…</source>
        <translation>删除我的结果…</translation>
    </message>
    <message>
        <source>Reader mode — Moderato</source>
        <translation>读者模式 — Moderato</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>turns it off at once</source>
        <translation>立即关闭</translation>
    </message>
    <message>
        <source>Delete all that is kept of “%1”, also from earlier days? That cannot be undone.</source>
        <translation>删除保存的有关“%1”的一切，包括以前的？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Item %1 of %2</source>
        <translation>第 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Looking whether reader mode may begin here.</source>
        <translation>正在检查此处是否可以开始读者模式。</translation>
    </message>
    <message>
        <source>The camera is being started.</source>
        <translation>正在启动摄像头。</translation>
    </message>
    <message>
        <source>Reader mode does not begin</source>
        <translation>读者模式未开始</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Your results are deleted</source>
        <translation>您的结果已删除</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) and everything that was made of them are gone. Thank you all the same.</source>
        <translation>
            <numerusform>%n 次会话及由其得出的一切都已删除。仍然感谢您。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at this page</source>
        <translation>请看这一页</translation>
    </message>
    <message>
        <source>Rest your face and breathe for a few seconds. What your face does later is compared with how it is now. Then the first item appears by itself.</source>
        <translation>放松面部，平静呼吸几秒钟。之后您面部的动作将与现在比较。随后第一条内容会自动出现。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>The camera is off</source>
        <translation>摄像头已关闭</translation>
    </message>
    <message>
        <source>What was not finished is thrown away; no picture was kept. Sessions that were finished before are still there.</source>
        <translation>未完成的内容已丢弃；没有保存任何画面。之前完成的会话仍在。</translation>
    </message>
    <message>
        <source>Read on without the camera</source>
        <translation>不用摄像头继续阅读</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢</translation>
    </message>
    <message>
        <source>That was the last item, and the camera is off. This is all that was kept:</source>
        <translation>这是最后一条内容，摄像头已关闭。保存的全部内容如下：</translation>
    </message>
    <message>
        <source>That was the last item, and the camera is off. Nothing was kept.</source>
        <translation>这是最后一条内容，摄像头已关闭。没有保存任何内容。</translation>
    </message>
    <message>
        <source>Delete my results</source>
        <translation>删除我的结果</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>“%1”: none of the movements; match result 0.</source>
        <translation>“%1”：没有出现这些动作；匹配结果 0。</translation>
    </message>
    <message>
        <source>“%1”: %2; match result %3.</source>
        <translation>“%1”：%2；匹配结果 %3。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>The video stands still: nothing is measured.</source>
        <translation>视频已暂停：不进行测量。</translation>
    </message>
    <message>
        <source>Your face is not seen: turn to the screen, with light from the front.</source>
        <translation>看不到您的面部：请面向屏幕，让光从前方照来。</translation>
    </message>
    <message>
        <source>Movements of the face are measured; pictures are not kept.</source>
        <translation>正在测量面部动作；不保存画面。</translation>
    </message>
    <message>
        <source>Nothing is measured.</source>
        <translation>不进行测量。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReasonStrip</name>
    <message>
        <source>Reason to disallow</source>
        <translation>禁止的理由</translation>
    </message>
    <message>
        <source>Disallow, because…  (1–9, Esc leaves it as it is)</source>
        <translation>禁止，因为…（1–9，Esc 保持原样）</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ResultCard</name>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Figures of both versions</source>
        <translation>两个版本的指标</translation>
    </message>
    <message>
        <source>Items that changed sides</source>
        <translation>改变判断的条目</translation>
    </message>
    <message>
        <source>Train a version to compare it with the one in service.</source>
        <translation>训练一个版本，与启用版本比较。</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <comment>new version beside the one in service</comment>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>No version is in service to compare it with.</source>
        <translation>没有启用的版本可比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) changed sides</source>
        <translation>
            <numerusform>%n 个条目改变了判断</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the first %2 are listed</source>
        <translation>%1；列出前 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>Both on the same %n decision(s).</source>
        <translation>
            <numerusform>两者用同样的 %n 条决定评测。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReviewPage</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>The category shown as the answer is right</source>
        <translation>显示为答案的类别是对的</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Choose the right category</source>
        <translation>选择正确的类别</translation>
    </message>
    <message>
        <source>Disallow</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>It must not be shown; asks for the reason</source>
        <translation>不得展示；会询问理由</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Leave it undecided</source>
        <translation>暂不决定</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Somebody else should decide</source>
        <translation>由其他人决定</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Give it topics</source>
        <translation>给它加上话题</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back your last decision</source>
        <translation>收回你最近的决定</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Decide again what you took back</source>
        <translation>重新作出收回的决定</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>The item before, without deciding</source>
        <translation>上一个条目，不作决定</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>The next item, without deciding</source>
        <translation>下一个条目，不作决定</translation>
    </message>
    <message>
        <source>There is nothing of yours to undo.</source>
        <translation>你没有可撤销的决定。</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的决定。</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>This is the last item of the queue.</source>
        <translation>这是队列中最后一个条目。</translation>
    </message>
    <message>
        <source>This is the first item of the queue.</source>
        <translation>这是队列中第一个条目。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Reading the queue…</source>
        <translation>正在读取队列…</translation>
    </message>
    <message>
        <source>Why here: %1</source>
        <translation>为何在此：%1</translation>
    </message>
    <message>
        <source>not in this part of the queue</source>
        <translation>不在队列的这一部分</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>还没有要审核的内容</translation>
    </message>
    <message>
        <source>Import articles, videos or pictures; they line up here.</source>
        <translation>导入文章、视频或图片，它们会排在这里。</translation>
    </message>
    <message>
        <source>This part of the queue is empty</source>
        <translation>队列的这一部分是空的</translation>
    </message>
    <message>
        <source>Choose another part at the top left.</source>
        <translation>请在左上角选择其他部分。</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>Nothing waits for a decision. Ctrl+Z takes back the last one.</source>
        <translation>没有等待决定的内容。Ctrl+Z 收回最近一次决定。</translation>
    </message>
    <message>
        <source>Decide alike</source>
        <translation>同样决定</translation>
    </message>
    <message>
        <source>The same decision for near duplicates that are undecided; says first how many</source>
        <translation>对未决定的近似重复条目作同样的决定；会先说明数量</translation>
    </message>
    <message>
        <source>Filmstrip and waveform are being made; this video comes first.</source>
        <translation>正在生成胶片条和波形；优先处理此视频。</translation>
    </message>
    <message>
        <source>No filmstrip yet: the analysis is paused.</source>
        <translation>尚无胶片条：分析已暂停。</translation>
    </message>
    <message>
        <source>No filmstrip and waveform yet.</source>
        <translation>尚无胶片条和波形。</translation>
    </message>
    <message>
        <source>No filmstrip: %1</source>
        <translation>没有胶片条：%1</translation>
    </message>
    <message>
        <source>Decide on this item first; then its near duplicates can follow it.</source>
        <translation>请先对该条目作出决定；其近似重复随后可沿用。</translation>
    </message>
    <message numerus="yes">
        <source>%n near duplicate(s) of “%1” are undecided.</source>
        <translation>
            <numerusform>“%1”有 %n 个近似重复尚未决定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excepted stay(s) as it is.</source>
        <translation>
            <numerusform>%n 个例外保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n alike</source>
        <translation>
            <numerusform>同样决定 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near duplicate(s) decided alike. Undo takes them back one by one.</source>
        <translation>
            <numerusform>%n 个近似重复已同样决定。撤销会逐个收回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a face file…</source>
        <translation>导入面部文件…</translation>
    </message>
    <message>
        <source>What another program measured of a reader&apos;s face in front of this item, or aggregates of many</source>
        <translation>其他程序对一名读者观看此内容时面部的测量，或多名读者的汇总数据</translation>
    </message>
    <message>
        <source>The aggregates “%1” were removed.</source>
        <translation>汇总数据“%1”已移除。</translation>
    </message>
    <message>
        <source>Judge quality…</source>
        <translation>评判质量…</translation>
    </message>
    <message>
        <source>Your own label of a task: it counts before what consumption or a model says</source>
        <translation>您自己给某项任务的标签：优先于消费数据和模型</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReviewWords</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片集</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标旗</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation>随机抽样</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>暂停推荐</translation>
    </message>
    <message>
        <source>Not recommended</source>
        <translation>不再推荐</translation>
    </message>
    <message>
        <source>Confirmed %1</source>
        <translation>确认 %1</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>设为 %1</translation>
    </message>
    <message>
        <source>Corrected %1 to %2</source>
        <translation>由 %1 更正为 %2</translation>
    </message>
    <message>
        <source>Disallowed: %1</source>
        <translation>禁止：%1</translation>
    </message>
    <message>
        <source>Topics: #%1</source>
        <translation>话题：#%1</translation>
    </message>
    <message>
        <source>Topics taken away</source>
        <translation>去除话题</translation>
    </message>
    <message>
        <source>Undid decision %1</source>
        <translation>撤销了决定 %1</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Judged by %1</source>
        <translation>判断依据：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::RunCard</name>
    <message>
        <source>Training run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>From the version in service</source>
        <translation>从启用版本继续</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Where the run starts from</source>
        <translation>训练的起点</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed on the same data gives the same version.</source>
        <translation>同样的数据和种子得到同样的版本。</translation>
    </message>
    <message>
        <source>How the run learns</source>
        <translation>训练方法</translation>
    </message>
    <message>
        <source>With anything but the default a run starts from scratch.</source>
        <translation>除默认方法外，训练都从头开始。</translation>
    </message>
    <message>
        <source>Default method</source>
        <translation>默认方法</translation>
    </message>
    <message>
        <source>Margin loss (S0)</source>
        <translation>间隔损失（S0）</translation>
    </message>
    <message>
        <source>Triplet loss (S2)</source>
        <translation>三元组损失（S2）</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SafeTextBrowser</name>
    <message>
        <source>Picture is being read…</source>
        <translation>正在读取图片…</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ScoreRow</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SegmentsPanel</name>
    <message>
        <source>Parts of the video</source>
        <translation>视频片段</translation>
    </message>
    <message>
        <source># Topic of this part</source>
        <translation># 此片段的话题</translation>
    </message>
    <message>
        <source>%1 – %2 · frames %3 to %4</source>
        <translation>%1 – %2 · 第 %3 至 %4 帧</translation>
    </message>
    <message>
        <source>The frames of this video are still being counted.</source>
        <translation>正在统计此视频的帧。</translation>
    </message>
    <message>
        <source>Mark a part with I and O, then give it a topic.</source>
        <translation>用 I 和 O 标记片段，然后给它一个话题。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>跳到该处</translation>
    </message>
    <message>
        <source>Take this part away</source>
        <translation>移除此片段</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SeriesCurve</name>
    <message>
        <source>%1 … %2, n = %3</source>
        <translation>%1 … %2，n = %3</translation>
    </message>
    <message>
        <source>%1: %2, n = %3</source>
        <translation>%1：%2，n = %3</translation>
    </message>
    <message>
        <source>interval %1 … %2</source>
        <translation>区间 %1 … %2</translation>
    </message>
    <message>
        <source>base line %1</source>
        <translation>基线 %1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SeriesView</name>
    <message>
        <source>Aggregates of readers that this library does not know; not in the match score.</source>
        <translation>本资料库不认识的读者的汇总数据；不计入匹配分数。</translation>
    </message>
    <message>
        <source>imported %1</source>
        <translation>导入于 %1</translation>
    </message>
    <message>
        <source>Remove these aggregates; importing the file again brings them back</source>
        <translation>移除这些汇总数据；再次导入文件即可恢复</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n signal(s)</source>
        <translation>
            <numerusform>全部 %n 个信号</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SetFeatureModel</name>
    <message>
        <source>Part of the face</source>
        <translation>面部部位</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Should appear</source>
        <translation>应出现</translation>
    </message>
    <message>
        <source>Should not</source>
        <translation>不应出现</translation>
    </message>
    <message>
        <source>%1 should appear</source>
        <translation>%1：应出现</translation>
    </message>
    <message>
        <source>%1 should not appear</source>
        <translation>%1：不应出现</translation>
    </message>
    <message>
        <source>%1: %2, recognised by model %3</source>
        <translation>%1：%2，由模型 %3 识别</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SetHistoryModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1 should appear</source>
        <translation>%1：应出现</translation>
    </message>
    <message>
        <source>%1 should not appear</source>
        <translation>%1：不应出现</translation>
    </message>
    <message>
        <source>%1 need not appear any more</source>
        <translation>%1：不再要求出现</translation>
    </message>
    <message>
        <source>%1 may appear again</source>
        <translation>%1：可以再出现</translation>
    </message>
    <message>
        <source>Refused: %1 should appear</source>
        <translation>已拒绝：%1应出现</translation>
    </message>
    <message>
        <source>Refused: %1 should not appear</source>
        <translation>已拒绝：%1不应出现</translation>
    </message>
    <message>
        <source>%1 of readers, n = %2</source>
        <translation>%1 的读者，n = %2</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SetProposalList</name>
    <message numerus="yes">
        <source>Nothing is proposed. A feature is, once %n reader(s) or more looked at items whose category a person confirmed, and nearly all of them or hardly any showed it.</source>
        <translation>
            <numerusform>没有建议。至少 %n 名读者看过类别已由人确认的内容，并且几乎全部或几乎没有人显示某个特征时，才会提出建议。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of readers, n = %2 (95 % interval %3 … %4)</source>
        <translation>%1 的读者，n = %2（95 % 区间 %3 … %4）</translation>
    </message>
    <message>
        <source>%1 should appear</source>
        <translation>%1：应出现</translation>
    </message>
    <message>
        <source>%1 should not appear</source>
        <translation>%1：不应出现</translation>
    </message>
    <message>
        <source>%1; now it is on the other side</source>
        <translation>%1；现在它在另一侧</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>It is proposed again when twice as many readers have been seen</source>
        <translation>读者数翻倍后会再次提出</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Your decisions carry this name.</source>
        <translation>你的决定会带上这个名字。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The language changes when Moderato is started again.</source>
        <translation>Moderato 重新启动后切换语言。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>Videos start to play by themselves</source>
        <translation>视频自动播放</translation>
    </message>
    <message>
        <source>Pictures become clear while the key for looking is held. The strongest row of an item holds; every person has their own table.</source>
        <translation>按住查看键时显示原图。条目适用其中最强的一行；每个人有自己的表。</translation>
    </message>
    <message>
        <source>Known material</source>
        <translation>已知材料</translation>
    </message>
    <message>
        <source>The list “%1” was removed.</source>
        <translation>列表“%1”已移除。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Expression sets</source>
        <translation>表情特征集</translation>
    </message>
    <message>
        <source>Reader mode</source>
        <translation>读者模式</translation>
    </message>
    <message>
        <source>This library has reader mode</source>
        <translation>此库启用读者模式</translation>
    </message>
    <message>
        <source>A camera then measures how readers&apos; faces move while they read, to find items under the wrong category. Off to begin with: turn it on only for readers who take part of their own will. Each of them is asked every time. Whoever works here is never measured (EU AI Act, Article 5(1)(f)).</source>
        <translation>启用后，摄像头会在读者阅读时测量其面部动作，以找出归错类别的内容。初始为关闭：仅为自愿参加的读者开启。每次都会征求读者同意。在此工作的人绝不会被测量（欧盟《人工智能法》第 5(1)(f) 条）。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Every key can be changed under Settings.</source>
        <translation>所有按键都可以在“设置”中更改。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TagDialog</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Import trends…</source>
        <translation>导入热门…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Tag library</source>
        <translation>标签库</translation>
    </message>
    <message>
        <source>#%1 is offered again.</source>
        <translation>#%1 重新可用。</translation>
    </message>
    <message>
        <source>#%1 is not offered any more; what has it keeps it.</source>
        <translation>#%1 不再提供；已有它的条目保留它。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Search topics and synonyms</source>
        <translation>搜索话题和同义词</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which topics are listed</source>
        <translation>列出哪些话题</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>No favourite</source>
        <translation>取消收藏</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 个话题</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back what was done last: #%1</source>
        <translation>撤销上一次改动：#%1</translation>
    </message>
    <message>
        <source>New topic:</source>
        <translation>新话题：</translation>
    </message>
    <message>
        <source>New name of #%1:</source>
        <translation>#%1 的新名称：</translation>
    </message>
    <message>
        <source>#%1 becomes a synonym of:</source>
        <translation>#%1 成为它的同义词：</translation>
    </message>
    <message>
        <source>#%1 is called #%2 now; the old name stays as a synonym.</source>
        <translation>#%1 现在叫 #%2；旧名称保留为同义词。</translation>
    </message>
    <message numerus="yes">
        <source>#%1 is a synonym of #%2 now; %n item(s) have it.</source>
        <translation>
            <numerusform>#%1 现在是 #%2 的同义词；%n 个条目有它。</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1 is a topic now.</source>
        <translation>#%1 现在是话题。</translation>
    </message>
    <message>
        <source>Import a list of trends</source>
        <translation>导入热门列表</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv *.jsonl);;All files (*)</source>
        <translation>列表 (*.txt *.csv *.tsv *.jsonl);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) are trending; %1 of them are new.</source>
        <translation>
            <numerusform>%n 个话题正热门；其中 %1 个是新的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were skipped. %1</source>
        <translation>
            <numerusform>跳过了 %n 行。%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the list of trends “%1”</source>
        <translation>撤回趋势列表“%1”</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TagModel</name>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Synonyms</source>
        <translation>同义词</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>热度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TaskComparisonModel</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Labels that only the new version predicts.</source>
        <translation>只有新版本预测对的标签。</translation>
    </message>
    <message>
        <source>Labels that only the version before predicts.</source>
        <translation>只有之前版本预测对的标签。</translation>
    </message>
    <message>
        <source>Probability of a difference as large by chance (McNemar&apos;s exact test).</source>
        <translation>偶然出现这么大差异的概率（McNemar 精确检验）。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TaskFindingModel</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>How often a positive item gets a higher probability than a negative one; 0.5 is chance.</source>
        <translation>正面条目的概率高于负面条目的频率；0.5 为随机。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::Timeline</name>
    <message>
        <source>Position in the video</source>
        <translation>视频中的位置</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>没有声音</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TopicBox</name>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source># Topic</source>
        <translation># 话题</translation>
    </message>
    <message>
        <source>Topic to add</source>
        <translation>要加的话题</translation>
    </message>
    <message>
        <source>What the model suggests</source>
        <translation>模型的建议</translation>
    </message>
    <message>
        <source>Recent and much used</source>
        <translation>最近和常用</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>全部话题</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TopicList</name>
    <message>
        <source>Topics to choose from</source>
        <translation>可选的话题</translation>
    </message>
    <message>
        <source>Show as a row</source>
        <translation>横排显示</translation>
    </message>
    <message>
        <source>Show as a column</source>
        <translation>竖排显示</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TopicListModel</name>
    <message numerus="yes">
        <source>%n use(s)</source>
        <translation>
            <numerusform>用过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Create #%1</source>
        <translation>新建 #%1</translation>
    </message>
    <message>
        <source>%1, the model gives %2</source>
        <translation>%1，模型给 %2</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TopicStrip</name>
    <message>
        <source>Take #%1</source>
        <translation>选用 #%1</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Candidates of %1</source>
        <translation>%1 的候选</translation>
    </message>
    <message>
        <source>Hidden until you have answered (blind).</source>
        <translation>在您标注之前隐藏（盲标）。</translation>
    </message>
    <message>
        <source>No topic model has looked at it. Type # to give it topics.</source>
        <translation>没有话题模型看过它。输入 # 给它话题。</translation>
    </message>
    <message>
        <source>The model knows no likely topic for it. Type # to give one.</source>
        <translation>模型没有合适的话题。输入 # 给它一个。</translation>
    </message>
    <message>
        <source>Candidates as a row below</source>
        <translation>候选横排在下方</translation>
    </message>
    <message>
        <source>Candidates as a column at the side</source>
        <translation>候选竖排在旁边</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TopicsPanel</name>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Take #%1</source>
        <translation>采用 #%1</translation>
    </message>
    <message>
        <source>The model knows no likely topic for it. Type # to give one.</source>
        <translation>模型不知道合适的话题。输入 # 来添加。</translation>
    </message>
    <message>
        <source>No topic model is in service: no suggestions.</source>
        <translation>没有启用的话题模型：没有建议。</translation>
    </message>
    <message>
        <source>saved with your decision</source>
        <translation>随你的决定一起保存</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Train a version to compare it with the one in service.</source>
        <translation>训练一个版本，与启用版本比较。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消；没有任何改动。</translation>
    </message>
    <message>
        <source>%1 made from %2 examples in %3</source>
        <translation>%1 由 %2 个样例训练而成，用时 %3</translation>
    </message>
    <message>
        <source>%1 is in service; predictions are being renewed.</source>
        <translation>%1 已启用；正在更新预测。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were predicted anew; the queue is in its new order.</source>
        <translation>
            <numerusform>已重新预测 %n 个条目；队列已重新排序。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training record(s)</source>
        <translation>
            <numerusform>%n 条训练记录</numerusform>
        </translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>precision at 1</source>
        <translation>首位精确率</translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation>正在读取数据集…</translation>
    </message>
    <message>
        <source>Comparing with the version in service…</source>
        <translation>正在与启用版本比较…</translation>
    </message>
    <message>
        <source>Putting the version into service…</source>
        <translation>正在启用版本…</translation>
    </message>
    <message>
        <source>Predicting anew…</source>
        <translation>正在重新预测…</translation>
    </message>
    <message>
        <source>The comparison follows when the run is over.</source>
        <translation>训练结束后给出比较。</translation>
    </message>
    <message>
        <source>Every item has its prediction by the version in service; the queue is in its new order.</source>
        <translation>每个条目都已有启用版本的预测；队列已重新排序。</translation>
    </message>
    <message>
        <source>Topics of videos</source>
        <translation>视频话题</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Low quality</source>
        <translation>低质</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::Training</name>
    <message>
        <source>Training category</source>
        <translation>正在训练类别</translation>
    </message>
    <message>
        <source>Training topics</source>
        <translation>正在训练话题</translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation>正在比较版本</translation>
    </message>
    <message>
        <source>Putting %1 into service</source>
        <translation>正在启用 %1</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>正在回退</translation>
    </message>
    <message>
        <source>Predicting anew</source>
        <translation>正在重新预测</translation>
    </message>
    <message>
        <source>Training topics of videos</source>
        <translation>正在训练视频话题</translation>
    </message>
    <message>
        <source>Training quality</source>
        <translation>正在训练质量</translation>
    </message>
    <message>
        <source>Training low quality</source>
        <translation>正在训练低质</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::UpdateCard</name>
    <message>
        <source>Last update</source>
        <translation>上次更新</translation>
    </message>
    <message>
        <source>Both versions by task</source>
        <translation>两个版本的各任务对比</translation>
    </message>
    <message>
        <source>✓ %1 was promoted: it is in service now.</source>
        <translation>✓ %1 已启用：现在在用。</translation>
    </message>
    <message>
        <source>⚠ %1 was not promoted: some tasks became better and others worse (a seesaw).</source>
        <translation>⚠ %1 没有启用：有的任务变好，有的变差（跷跷板现象）。</translation>
    </message>
    <message>
        <source>✗ %1 was not promoted: a task became worse.</source>
        <translation>✗ %1 没有启用：有任务变差。</translation>
    </message>
    <message numerus="yes">
        <source>%1 beside %2, on the latest items, from which neither learned. Made from %n example(s).</source>
        <translation>
            <numerusform>%1 与 %2 对比，使用两者都没有学过的最新条目。由 %n 个样例训练而成。</numerusform>
        </translation>
    </message>
    <message>
        <source>✗ %1 was not promoted; it stays a candidate on the Train page.</source>
        <translation>✗ %1 没有启用；它作为候选保留在训练页面。</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::VerificationModel</name>
    <message>
        <source>Verified</source>
        <translation>验证时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Below the accuracy that was required: an update is due.</source>
        <translation>低于要求的准确率：需要更新。</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::VerifyCard</name>
    <message>
        <source>Train one on the Train page</source>
        <translation>到训练页面训练一个</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Watches the labels in the order of publishing for a point from which predictions are worse.</source>
        <translation>按发布顺序观察标签，寻找预测开始变差的位置。</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>An item coincides with more than</source>
        <translation>条目吻合：超过</translation>
    </message>
    <message>
        <source>Items that must coincide</source>
        <translation>要求吻合的条目</translation>
    </message>
    <message>
        <source>Days until an update is due</source>
        <translation>多少天后需要更新</translation>
    </message>
    <message>
        <source>Items published</source>
        <translation>条目发布时间</translation>
    </message>
    <message>
        <source>Watch for drift</source>
        <translation>漂移检测</translation>
    </message>
    <message>
        <source>No model is in service: there is nothing to verify yet.</source>
        <translation>没有在用的模型：还没有可验证的。</translation>
    </message>
    <message>
        <source>In service: %1</source>
        <translation>在用：%1</translation>
    </message>
    <message>
        <source>⚠ An update is due now.</source>
        <translation>⚠ 现在需要更新。</translation>
    </message>
    <message>
        <source>The next update is due from %1.</source>
        <translation>下次更新时间：%1 起。</translation>
    </message>
    <message>
        <source>Verify daily and update by itself when it is due</source>
        <translation>每天自动验证，到期自动更新</translation>
    </message>
    <message>
        <source>While the program is open and nothing else runs</source>
        <translation>在程序打开且没有其他任务运行时</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::VerifyPage</name>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Low quality</source>
        <translation>低质</translation>
    </message>
    <message>
        <source>Holds the version in service against the labels of items that came later</source>
        <translation>用之后出现的条目的标签检验在用版本</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Trains on from the version in service; the new one is promoted where no task is worse</source>
        <translation>从在用版本继续训练；没有任务变差时启用新版本</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Back to the version that was in service before</source>
        <translation>回到之前在用的版本</translation>
    </message>
    <message>
        <source>Label again</source>
        <translation>重新生成标签</translation>
    </message>
    <message>
        <source>Makes all labels of consumption anew by these rules</source>
        <translation>按这些规则重新生成所有消费标签</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消；没有任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) changed.</source>
        <translation>
            <numerusform>%n 个标签有变化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified on %n item(s).</source>
        <translation>
            <numerusform>已用 %n 个条目验证。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is in service; predictions are being renewed.</source>
        <translation>%1 已启用；正在更新预测。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were predicted anew; the queue is in its new order.</source>
        <translation>
            <numerusform>已重新预测 %n 个条目；队列已按新顺序排列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings appear here once a model is in service and was verified.</source>
        <translation>有模型在用并经过验证后，结果显示在这里。</translation>
    </message>
    <message>
        <source>Labelling again…</source>
        <translation>正在重新生成标签…</translation>
    </message>
    <message>
        <source>Predicting the labelled items…</source>
        <translation>正在预测带标签的条目…</translation>
    </message>
    <message>
        <source>Training on from the version in service…</source>
        <translation>正在从在用版本继续训练…</translation>
    </message>
    <message>
        <source>Rolling back…</source>
        <translation>正在回退…</translation>
    </message>
    <message>
        <source>Predicting anew…</source>
        <translation>正在重新预测…</translation>
    </message>
    <message>
        <source>Nothing was done by itself: %1</source>
        <translation>自动处理未进行：%1</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::Verifying</name>
    <message>
        <source>Labelling again</source>
        <translation>重新生成标签</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>正在回退</translation>
    </message>
    <message>
        <source>Predicting anew</source>
        <translation>正在重新预测</translation>
    </message>
</context>
<context>
    <name>moderato::widgets::VersionModel</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立时间</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Held-out score</source>
        <translation>留出集得分</translation>
    </message>
    <message>
        <source>Trained on from</source>
        <translation>训练起点</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>启用中</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已退役</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
    <message>
        <source>P@1 %1</source>
        <translation>P@1 %1</translation>
    </message>
    <message>
        <source>scratch</source>
        <translation>从零开始</translation>
    </message>
</context>
</TS>
