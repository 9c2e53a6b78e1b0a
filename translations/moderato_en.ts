<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
