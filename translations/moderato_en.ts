<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnalyzeCommand</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSetBuilder</name>
    <message numerus="yes">
        <source>%n item(s) do not say what is to be learned and were left out.</source>
        <translation>
            <numerusform>%n item do not say what is to be learned and were left out.</numerusform>
            <numerusform>%n items do not say what is to be learned and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnownHashes</name>
    <message numerus="yes">
        <source>%n more line(s) cannot be read.</source>
        <translation>
            <numerusform>%n more line cannot be read.</numerusform>
            <numerusform>%n more lines cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::AnalysisJob</name>
    <message numerus="yes">
        <source>%n file(s) could not be analysed; everything else is done.</source>
        <translation>
            <numerusform>%n file could not be analysed; everything else is done.</numerusform>
            <numerusform>%n files could not be analysed; everything else is done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be analysed</source>
        <translation>
            <numerusform>%n file could not be analysed</numerusform>
            <numerusform>%n files could not be analysed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::Application</name>
    <message numerus="yes">
        <source>%n item(s) exported to %1</source>
        <translation>
            <numerusform>%n item exported to %1</numerusform>
            <numerusform>%n items exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::HashListJob</name>
    <message numerus="yes">
        <source>List “%1”: %n hash(es)</source>
        <translation>
            <numerusform>List “%1”: %n hash</numerusform>
            <numerusform>List “%1”: %n hashes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) match and are flagged</source>
        <translation>
            <numerusform>%n item matches and is flagged</numerusform>
            <numerusform>%n items match and are flagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out</source>
        <translation>
            <numerusform>%n line left out</numerusform>
            <numerusform>%n lines left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::ImportJob</name>
    <message numerus="yes">
        <source>%n item(s) imported</source>
        <translation>
            <numerusform>%n item imported</numerusform>
            <numerusform>%n items imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n predicted</source>
        <translation>
            <numerusform>%n predicted</numerusform>
            <numerusform>%n predicted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ArticleView</name>
    <message numerus="yes">
        <source>%n hidden passage(s), marked in the text.</source>
        <translation>
            <numerusform>%n hidden passage, marked in the text.</numerusform>
            <numerusform>%n hidden passages, marked in the text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more.</source>
        <translation>
            <numerusform>%n more.</numerusform>
            <numerusform>%n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DataSetCard</name>
    <message numerus="yes">
        <source>and %n more label(s)</source>
        <translation>
            <numerusform>and %n more label</numerusform>
            <numerusform>and %n more labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DuplicatesPanel</name>
    <message numerus="yes">
        <source>%n more.</source>
        <translation>
            <numerusform>%n more.</numerusform>
            <numerusform>%n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n alike…</source>
        <translation>
            <numerusform>Decide %n alike…</numerusform>
            <numerusform>Decide %n alike…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided get(s) “%1”.</source>
        <translation>
            <numerusform>%n undecided gets “%1”.</numerusform>
            <numerusform>%n undecided get “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excepted stay(s) as it is.</source>
        <translation>
            <numerusform>%n excepted stays as it is.</numerusform>
            <numerusform>%n excepted stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) decided already.</source>
        <translation>
            <numerusform>%n is decided already.</numerusform>
            <numerusform>%n are decided already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n</source>
        <translation>
            <numerusform>Decide %n</numerusform>
            <numerusform>Decide %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::Format</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::HashListTable</name>
    <message numerus="yes">
        <source>%n hash(es)</source>
        <translation>
            <numerusform>%n hash</numerusform>
            <numerusform>%n hashes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::HistoryPanel</name>
    <message numerus="yes">
        <source>%n earlier.</source>
        <translation>
            <numerusform>%n earlier.</numerusform>
            <numerusform>%n earlier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::JobStatus</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ResultCard</name>
    <message numerus="yes">
        <source>%n item(s) changed sides</source>
        <translation>
            <numerusform>%n item changed sides</numerusform>
            <numerusform>%n items changed sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both on the same %n decision(s).</source>
        <translation>
            <numerusform>Both on the same %n decision.</numerusform>
            <numerusform>Both on the same %n decisions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReviewPage</name>
    <message numerus="yes">
        <source>%n near duplicate(s) of “%1” are undecided.</source>
        <translation>
            <numerusform>%n near duplicate of “%1” is undecided.</numerusform>
            <numerusform>%n near duplicates of “%1” are undecided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excepted stay(s) as it is.</source>
        <translation>
            <numerusform>%n excepted stays as it is.</numerusform>
            <numerusform>%n excepted stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n alike</source>
        <translation>
            <numerusform>Decide %n alike</numerusform>
            <numerusform>Decide %n alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near duplicate(s) decided alike. Undo takes them back one by one.</source>
        <translation>
            <numerusform>%n near duplicate decided alike. Undo takes it back.</numerusform>
            <numerusform>%n near duplicates decided alike. Undo takes them back one by one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TopicListModel</name>
    <message numerus="yes">
        <source>%n use(s)</source>
        <translation>
            <numerusform>%n use</numerusform>
            <numerusform>%n uses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TrainPage</name>
    <message numerus="yes">
        <source>%n item(s) were predicted anew; the queue is in its new order.</source>
        <translation>
            <numerusform>%n item were predicted anew; the queue is in its new order.</numerusform>
            <numerusform>%n items were predicted anew; the queue is in its new order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training record(s)</source>
        <translation>
            <numerusform>%n training record</numerusform>
            <numerusform>%n training records</numerusform>
        </translation>
    </message>
</context>
</TS>
