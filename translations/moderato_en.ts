<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementCommand</name>
    <message numerus="yes">
        <source>%n item(s) with two annotators and more; Krippendorff&apos;s alpha %1 (nominal), %2 (Jaccard), %3 (MASI).</source>
        <translation>
            <numerusform>%n item with two annotators and more; Krippendorff&apos;s alpha %1 (nominal), %2 (Jaccard), %3 (MASI).</numerusform>
            <numerusform>%n items with two annotators and more; Krippendorff&apos;s alpha %1 (nominal), %2 (Jaccard), %3 (MASI).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: %n item(s), kappa %3, the same %4, overlap %5.</source>
        <translation>
            <numerusform>%1 and %2: %n item, kappa %3, the same %4, overlap %5.</numerusform>
            <numerusform>%1 and %2: %n items, kappa %3, the same %4, overlap %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on gold: %n item(s), the same %2, overlap %3.</source>
        <translation>
            <numerusform>%1 on gold: %n item, the same %2, overlap %3.</numerusform>
            <numerusform>%1 on gold: %n items, the same %2, overlap %3.</numerusform>
        </translation>
    </message>
</context>
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
    <name>AnnotateCommand</name>
    <message numerus="yes">
        <source>%n near duplicate(s) answered alike.</source>
        <translation>
            <numerusform>%n near duplicate answered alike.</numerusform>
            <numerusform>%n near duplicates answered alike.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsumptionCommand</name>
    <message numerus="yes">
        <source>%n label(s) are passed on from similar content.</source>
        <translation>
            <numerusform>%n label is passed on from similar content.</numerusform>
            <numerusform>%n labels are passed on from similar content.</numerusform>
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
    <name>NextItems</name>
    <message numerus="yes">
        <source>Drawn at random out of %n item(s) without topics.</source>
        <translation>
            <numerusform>Drawn at random out of %n item without topics.</numerusform>
            <numerusform>Drawn at random out of %n items without topics.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityUpdate</name>
    <message numerus="yes">
        <source>Only %n labelled item(s) are of this time; an update needs at least %1.</source>
        <translation>
            <numerusform>Only %n labelled item is of this time; an update needs at least %1.</numerusform>
            <numerusform>Only %n labelled items are of this time; an update needs at least %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsCommand</name>
    <message numerus="yes">
        <source>“tags %1” wants %n name(s).</source>
        <translation>
            <numerusform>“tags %1” wants %n name.</numerusform>
            <numerusform>“tags %1” wants %n names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) of “%1” are trending; %2 of them are new.</source>
        <translation>
            <numerusform>%n topic of “%1” is trending; %2 of them are new.</numerusform>
            <numerusform>%n topics of “%1” are trending; %2 of them are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list “%1” was taken back; %n topic(s) that nobody used went with it.</source>
        <translation>
            <numerusform>The list “%1” was taken back; %n topic that nobody used went with it.</numerusform>
            <numerusform>The list “%1” was taken back; %n topics that nobody used went with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendFile</name>
    <message numerus="yes">
        <source>%n more line(s) were skipped.</source>
        <translation>
            <numerusform>%n more line was skipped.</numerusform>
            <numerusform>%n more lines were skipped.</numerusform>
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
    <name>moderato::FaceFileJob</name>
    <message numerus="yes">
        <source>%1: %n signal(s), n = %2</source>
        <translation>
            <numerusform>%1: %n signal, n = %2</numerusform>
            <numerusform>%1: %n signals, n = %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n line(s) were passed over</source>
        <translation>
            <numerusform>%1 · %n line was passed over</numerusform>
            <numerusform>%1 · %n lines were passed over</numerusform>
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
    <name>moderato::widgets::AlikePanel</name>
    <message numerus="yes">
        <source>%n look-alike(s) without topics can get %1.</source>
        <translation>
            <numerusform>%n look-alike, where it has no topics, can get %1.</numerusform>
            <numerusform>%n look-alikes, where they have no topics, can get %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer this item; then %n look-alike(s) can get the same topics.</source>
        <translation>
            <numerusform>Answer this item; then %n look-alike can get the same topics.</numerusform>
            <numerusform>Answer this item; then %n look-alikes can get the same topics.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s) stay(s) as it is.</source>
        <translation>
            <numerusform>%n exception stays as it is.</numerusform>
            <numerusform>%n exceptions stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::AnnotatePage</name>
    <message numerus="yes">
        <source>%n look-alike(s) have the same topics now; %1 excepted.</source>
        <translation>
            <numerusform>%n look-alike has the same topics now; %1 excepted.</numerusform>
            <numerusform>%n look-alikes have the same topics now; %1 excepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::AnnotatorsPanel</name>
    <message numerus="yes">
        <source>%1 of %n known topic(s)</source>
        <translation>
            <numerusform>%1 of %n known topic</numerusform>
            <numerusform>%1 of %n known topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n known topic(s), and %2 other</source>
        <translation>
            <numerusform>%1 of %n known topic, and %2 other</numerusform>
            <numerusform>%1 of %n known topics, and %2 other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) answered; you see it when you have.</source>
        <translation>
            <numerusform>%n other answered; you see it when you have.</numerusform>
            <numerusform>%n others answered; you see it when you have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You on gold: overlap %1, the same %2, of %n item(s).</source>
        <translation>
            <numerusform>You on gold: overlap %1, the same %2, of %n item.</numerusform>
            <numerusform>You on gold: overlap %1, the same %2, of %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All: Krippendorff&apos;s alpha %1 (MASI), %2 (nominal), %n shared item(s).</source>
        <translation>
            <numerusform>All: Krippendorff&apos;s alpha %1 (MASI), %2 (nominal), %n shared item.</numerusform>
            <numerusform>All: Krippendorff&apos;s alpha %1 (MASI), %2 (nominal), %n shared items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1: Cohen&apos;s kappa %2, overlap %3, %n item(s).</source>
        <translation>
            <numerusform>With %1: Cohen&apos;s kappa %2, overlap %3, %n item.</numerusform>
            <numerusform>With %1: Cohen&apos;s kappa %2, overlap %3, %n items.</numerusform>
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
    <name>moderato::widgets::ConsentPane</name>
    <message numerus="yes">
        <source>First look at a calm page for %n second(s), so that my own face at rest is what is compared with</source>
        <translation>
            <numerusform>First look at a calm page for %n second, so that my own face at rest is what is compared with</numerusform>
            <numerusform>First look at a calm page for %n seconds, so that my own face at rest is what is compared with</numerusform>
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
    <name>moderato::widgets::DecayModel</name>
    <message numerus="yes">
        <source>up to %n day(s)</source>
        <translation>
            <numerusform>up to %n day</numerusform>
            <numerusform>up to %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::DegreeHistogram</name>
    <message numerus="yes">
        <source>%1, degree %2 to %3: %n label(s)</source>
        <translation>
            <numerusform>%1, degree %2 to %3: %n label</numerusform>
            <numerusform>%1, degree %2 to %3: %n labels</numerusform>
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
    <name>moderato::widgets::ExpressionSetEditor</name>
    <message numerus="yes">
        <source>%1 · %n proposed</source>
        <translation>
            <numerusform>%1 · %n proposed</numerusform>
            <numerusform>%1 · %n proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ExpressionsPanel</name>
    <message numerus="yes">
        <source>%1, about %n more if they go on like this</source>
        <translation>
            <numerusform>%1, about %n more if they go on like this</numerusform>
            <numerusform>%1, about %n more if they go on like this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::FaceFileWindow</name>
    <message numerus="yes">
        <source>%n line(s) were passed over; line %1: %2</source>
        <translation>
            <numerusform>%n line was passed over; line %1: %2</numerusform>
            <numerusform>%n lines were passed over; line %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::FindingCard</name>
    <message numerus="yes">
        <source>%1: %2 of %n item(s) coincide, published %3 to %4.</source>
        <translation>
            <numerusform>%1: %2 of %n item coincide, published %3 to %4.</numerusform>
            <numerusform>%1: %2 of %n items coincide, published %3 to %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %1: predictions became worse, %2, after %n label(s)</source>
        <translation>
            <numerusform>⚠ %1: predictions became worse, %2, after %n label</numerusform>
            <numerusform>⚠ %1: predictions became worse, %2, after %n labels</numerusform>
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
    <name>moderato::widgets::PeriodChoice</name>
    <message numerus="yes">
        <source>in the last %n day(s)</source>
        <translation>
            <numerusform>in the last %n day</numerusform>
            <numerusform>in the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::QualityPanel</name>
    <message numerus="yes">
        <source>%1 of %n tasks positive</source>
        <translation>
            <numerusform>%1 of %n task positive</numerusform>
            <numerusform>%1 of %n tasks positive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s): bar and dashed line</source>
        <translation>
            <numerusform>%n sentence: bar and dashed line</numerusform>
            <numerusform>%n sentences: bar and dashed line</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s): frame with the rank</source>
        <translation>
            <numerusform>%n picture: frame with the rank</numerusform>
            <numerusform>%n pictures: frame with the rank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the video: frame on the timeline</source>
        <translation>
            <numerusform>%n part of the video: frame on the timeline</numerusform>
            <numerusform>%n parts of the video: frame on the timeline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::ReaderWindow</name>
    <message numerus="yes">
        <source>%n session(s) and everything that was made of them are gone. Thank you all the same.</source>
        <translation>
            <numerusform>%n session and everything that was made of it are gone. Thank you all the same.</numerusform>
            <numerusform>%n sessions and everything that was made of them are gone. Thank you all the same.</numerusform>
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
    <name>moderato::widgets::SeriesView</name>
    <message numerus="yes">
        <source>All %n signal(s)</source>
        <translation>
            <numerusform>All %n signal</numerusform>
            <numerusform>All %n signals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::SetProposalList</name>
    <message numerus="yes">
        <source>Nothing is proposed. A feature is, once %n reader(s) or more looked at items whose category a person confirmed, and nearly all of them or hardly any showed it.</source>
        <translation>
            <numerusform>Nothing is proposed. A feature is, once %n reader or more looked at items whose category a person confirmed, and nearly all of them or hardly any showed it.</numerusform>
            <numerusform>Nothing is proposed. A feature is, once %n readers or more looked at items whose category a person confirmed, and nearly all of them or hardly any showed it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::TagDialog</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>#%1 is a synonym of #%2 now; %n item(s) have it.</source>
        <translation>
            <numerusform>#%1 is a synonym of #%2 now; %n item has it.</numerusform>
            <numerusform>#%1 is a synonym of #%2 now; %n items have it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) are trending; %1 of them are new.</source>
        <translation>
            <numerusform>%n topic is trending; %1 of them are new.</numerusform>
            <numerusform>%n topics are trending; %1 of them are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were skipped. %1</source>
        <translation>
            <numerusform>%n line was skipped. %1</numerusform>
            <numerusform>%n lines were skipped. %1</numerusform>
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
<context>
    <name>moderato::widgets::UpdateCard</name>
    <message numerus="yes">
        <source>%1 beside %2, on the latest items, from which neither learned. Made from %n example(s).</source>
        <translation>
            <numerusform>%1 beside %2, on the latest items, from which neither learned. Made from %n example.</numerusform>
            <numerusform>%1 beside %2, on the latest items, from which neither learned. Made from %n examples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moderato::widgets::VerifyPage</name>
    <message numerus="yes">
        <source>%n label(s) changed.</source>
        <translation>
            <numerusform>%n label changed.</numerusform>
            <numerusform>%n labels changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified on %n item(s).</source>
        <translation>
            <numerusform>Verified on %n item.</numerusform>
            <numerusform>Verified on %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were predicted anew; the queue is in its new order.</source>
        <translation>
            <numerusform>%n item was predicted anew; the queue is in its new order.</numerusform>
            <numerusform>%n items were predicted anew; the queue is in its new order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
</TS>
