<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Moderato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workstation for moderating and labelling content, with models that learn from your decisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Built with Qt %1, LibTorch, FFmpeg, mpv, SQLite and ICU; icons by Lucide (ISC).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Moderato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or make a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other library could not be opened: the program did not start again. Start it with “--library %1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix products: %1 GFLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix products run on the slow reference library (%1 GFLOP/s): training takes many times longer than it could. Install the package “libopenblas0-pthread” and start again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden passage(s), marked in the text.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Very long: the beginning is shown, as plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryPanel</name>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is in service for categories yet, and the source gives none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not predicted yet: no model is in service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was: the same, %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was: %1 %2 (%3) → now: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>Right category: 1–9, or type its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter takes · Esc leaves it as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In service says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, given by the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandClient</name>
    <message>
        <source>The window answered something that is not understood.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window closed before the command was done; run it again.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The library to work on; without it, your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with one JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”; moderato --help lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs more to go on; moderato %1 --help says what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not take “%2”; moderato %1 --help says what it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: moderato %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: moderato                      opens the workstation
       moderato COMMAND [options]    does what the workstation does, without a window

Commands:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Every command takes --library PATH, --json and --help.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandOutput</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandServer</name>
    <message>
        <source>Commands from a terminal cannot reach this window: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentPane</name>
    <message>
        <source>Read on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark what spoke for the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no file. Skip it, or decide by its title.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>held-out score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round %1: loss %2, %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve of the next run appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSetBuilder</name>
    <message>
        <source>There is nothing to learn from yet: confirm or correct some items first, or name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: give some items their topics first, or name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item of %1 has a category, so there is nothing to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item of %1 has topics, so there is nothing to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) do not say what is to be learned and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSetCard</name>
    <message>
        <source>What decisions have taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new since the version in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decisions yet. Confirm or correct items under Review; each becomes a training record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more label(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>There is no category to confirm yet; give the item one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A correction needs the right category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An undo names a decision and not an item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the topics that the item has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disallowing an item needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no reason to disallow; the reasons are %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecideCommand</name>
    <message>
        <source>Confirms, corrects or disallows an item, or takes a decision back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item: its number or its own id. Not needed for undo and redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm, correct, disallow, skip, escalate, topics, undo or redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right category; for confirm, the predicted one without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right topics, divided by “|”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why; for disallow one of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note to the decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides; without it, you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1: %2 on item %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the item and what to decide: moderato decide ID ACTION.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is nothing that can be decided; moderato decide --help lists what can.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Confirm: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DefaultTaxonomy</name>
    <message>
        <source>The file %1 is damaged; install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExpressionsPanel</name>
    <message>
        <source>Expressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consenting reader has looked at it yet (n = 0). Reader results come in by import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No readers yet, and no expression set for its category. Reader results come in by import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1, n = %2, 95 % interval %3 … %4; below the threshold: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes against %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>“%1” could not be written; what was there before is kept. Check the free space and the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “%1” cannot be read. Check that it exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “%1” is larger than %2 MB, the most that is read at once. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “%1” failed. Check the disk it is on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · frame %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>date and time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hash</name>
    <message>
        <source>The file “%1” cannot be read. Check that it exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “%1” failed. Check the disk it is on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has decided on it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Takes in folders, JSONL, CSV, articles and media files, and predicts what they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 imported, %2 known already, %3 problems; %4 items to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be imported; the problems are listed above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is larger than %1 MB. Split it, or import its text as JSONL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no text and no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to import was named. Name a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder: %1. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export cannot be written: %1. Check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record that begins here is longer than %1 MB and was passed over. Look for a missing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote that opens in this line is never closed. Close it, or write it twice if it belongs to the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text follows a closing quote. Write a quote that belongs to the text twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header has more than %1 columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “%1” stands twice in the header. Rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header has none of the columns title, body and media; it has: %1. The first line must name the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has %1 cells, but the header names %2 columns. Put cells that hold the separator in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “%1” is not valid UTF-8 here. Save the file as UTF-8 and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of texts, like [&quot;a&quot;, &quot;b&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a date like 2026-11-21T10:18:54Z or seconds since 1970.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object, like {&quot;id&quot;: &quot;…&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to nothing. Check where it points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a device or a pipe and not a file. Choose a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder may not be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is an address, and nothing is ever loaded from one. Save the file here and give its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path holds a control character. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not there. Put it there or correct the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file. Correct the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 may not be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is empty. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not a video, a sound or a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is not valid UTF-8 (from byte %1 on). Save the file as UTF-8 and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is nested too deeply to be an item. Leave the nested part out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is not valid JSON: %1 at byte %2. Write one JSON object on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is a JSON list and not an object. Write each item as {…} on a line of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” stands twice in this line. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is written in UTF-16. Save it as UTF-8 and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a text file: it holds binary data. Check that the right file was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is longer than %1 MB and was passed over. Write one item on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is a reader&apos;s match result and not an item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds readers&apos; match results and no items. Import it as reader sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is too long to be a match result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text like &quot;7d&quot; or {&quot;from&quot;: …, &quot;to&quot;: …}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be plain, markdown or html.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be article, video or pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item has no title, no body and no media. Give it one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported, but its media cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More lines of this file have problems: %1. They are not listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportJob</name>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import stopped. What was taken in so far is kept; import again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n predicted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ingest</name>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action, click into the field and press its new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already belongs to “%2” (%3). Nothing was changed; give that action another key first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed; Reset brings the default back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items</source>
        <comment>count such as: 12 of 340</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item fits what is searched and filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Limit</name>
    <message>
        <source>How many at most; %1 without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number of lines; give one of 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 — Moderato</source>
        <comment>library, page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchExpressions</name>
    <message>
        <source>The item %1 has no category, so there is nothing to match with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category “%1” has no expression set, so there is nothing to match with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expressions: %1 of %2 readers did not look as the category should make them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricModel</name>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsCommand</name>
    <message>
        <source>Lists the model versions, puts one into service or goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, promote VERSION, or rollback category|topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“models” takes list, promote VERSION, or rollback category|topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no task; the tasks are category and topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in service; %2 items were predicted anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MpvCore</name>
    <message>
        <source>The video player could not start. Restart the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video cannot be shown here: OpenGL is missing. Install the Mesa drivers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video file is not there any more: %1. Put it back or import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video file may not be read: %1. Change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has neither picture nor sound in it. Skip it, or decide by its title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be played: it is damaged or not a video. Skip it, or decide by its title.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MpvView</name>
    <message>
        <source>Video cannot be shown here: OpenGL is missing. Install the Mesa drivers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Fold %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureLoader</name>
    <message>
        <source>The picture %1 is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 is damaged or of a kind that is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 is too large to show.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in this set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture is being read…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 s back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 s forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 s back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 s forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QualityPanel</name>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by people: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good: most tasks above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poor: most tasks below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few impressions in its window for a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consumption figures. Import them with the item (consumption{…}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from consumption figures; the line marks the reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QualityRow</name>
    <message>
        <source>above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: degree %2 of 100, reference %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueCommand</name>
    <message>
        <source>Lists what waits for a decision, the most urgent first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open, decided, skipped or escalated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is there for this reason: flagged, disagreement, uncertain, random or new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such state or reason; moderato queue --help lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1	%2	%3	%4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Part of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>Reason to disallow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disallow, because…  (1–9, Esc leaves it as it is)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of both versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items that changed sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a version to compare it with the one in service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <comment>new version beside the one in service</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Both on the same %n held-out decision(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No version is in service to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) changed sides</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the first %2 are listed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>given: %1, predicted: %2 %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain: %1 %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: %1 %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disallowed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics: #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undid decision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dwell time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Training run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the version in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the run starts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed on the same data gives the same version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCommand</name>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafeTextBrowser</name>
    <message>
        <source>Picture is being read…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreRow</name>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchCommand</name>
    <message>
        <source>Finds content by its words and topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that all must occur; the last may be the beginning of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only content with this topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only content of this category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1	%2	%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position in the video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions carry this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Moderato is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos start without sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos start to play by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and videos start blurred; hold the reveal key to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and videos are shown without colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key can be changed under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>A category needs a code of letters, digits or “_”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such category any more. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is busy. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library cannot be written to. Check that its folder is yours and writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing the library failed. Check the disk it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s database is damaged. Restore it from a backup copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library cannot be opened. Check that its folder exists and is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “library.sqlite” is not a library. Choose another folder, or restore the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s database refused an operation. The log says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item “%1” in this library. Search for it, or import it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” fits more than one item. Give more of the fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an undo can name a decision that it takes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such decision on this item, or it was taken back already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item %1 in this library. Nothing was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no decision %1 in this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1 was changed: its record does not match its hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1 does not follow the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1 was changed: its column “%2” does not match its record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note of where the chain ends is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1 is missing: the end of the chain was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain does not end where it was noted to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made. Check that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library in “%1”. Import something to make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is open for reading only. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library was written by a newer version of the program. Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is from an older version of the program. Open it once for writing, for example in the window, to bring it up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing the library up to date failed; it is as it was before. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has to be brought up to date, but no backup copy could be made beside it. Free some space and check that the folder is writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model “%1” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such model version. “models list” shows those that are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version was in service before this one, so there is nothing to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item %1 is not in the review queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic needs a name. Type at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such topic any more. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is another topic already, or empty. Choose another spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to this library. Close it there, or wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program (process %1) is writing to this library. Close it there, or wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s folder cannot be written to. Check that it is yours and writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library cannot be locked on this file system. Keep it on a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s folder cannot be written to. Check that the disk is not full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened; nothing was changed. The log says what.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 and %2 do different things and cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is decided on this item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vulgar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clickbait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offensive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No substance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propaganda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gossip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spliced together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drivel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertising in disguise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is in service for this task; train one or promote a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version %1 is one for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item of %1 has a category to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item of %1 has topics to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting training records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export cannot be written; check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing match results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model version “%1”; “moderato models list” shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No category model is in service; train one or promote a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic model is in service; train one or promote a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelling quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordering the review queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set cannot be written to %1; check the free space and the rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set cannot be written to %1; check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set cannot be written to %1; check the rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gathering the data set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Full-text search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything  %1</source>
        <comment>key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicBox</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent and much used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message>
        <source>Topics to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicListModel</name>
    <message numerus="yes">
        <source>%n use(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Create #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the model gives %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicsPanel</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model suggests none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestions: no topic model is in service. Train one from your decisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestions: no topic model is in service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved with your decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainCommand</name>
    <message>
        <source>Trains a new model version from the library&apos;s decisions or from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category or topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from this file, with the fields of an import, and from nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the new version into service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not continue from the version in service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores to use; with more than one the last digits may differ between runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: learned %2 examples in %3 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no task; the tasks are category and topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed and threads are whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a version to compare it with the one in service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made from %2 examples in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in service; predictions are being renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were predicted anew; the queue is in its new order.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision at 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the version in service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the version into service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison follows when the run is over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainRun</name>
    <message>
        <source>The new model cannot be kept in %1; check the rights.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainWorker</name>
    <message>
        <source>The training process cannot be started; check that the program is still installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process ended before its model was done, perhaps for want of memory; try it again with less data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Training category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting %1 into service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingFile</name>
    <message>
        <source>The data set %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set %1 is damaged in line %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingJob</name>
    <message>
        <source>A training needs a task, a data set and a folder for the model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyCommand</name>
    <message>
        <source>Checks that no decision was lost or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 decisions, every link holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain of decisions is broken at decision %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionModel</name>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P@1 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scratch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>moderato::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>moderato::RunWindow</name>
    <message>
        <source>Folder of the library.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>moderato::cli</name>
    <message>
        <source>Another library is open here.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>moderato::ml</name>
    <message>
        <source>The model&apos;s manifest cannot be read: install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model was made by a newer program: update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model in %1: choose a folder with a manifest.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file is damaged: install the model again or choose another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is for another task: choose one for &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: check its rights and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file does not fit together: install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
