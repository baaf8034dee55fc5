<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExecutionReport</name>
    <message numerus="yes">
        <source>? %n seq(s) not scanned</source>
        <translation>
            <numerusform>? %n seq not scanned</numerusform>
            <numerusform>? %n seqs not scanned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▨ %n internal-only seq(s)</source>
        <translation>
            <numerusform>▨ %n internal-only seq</numerusform>
            <numerusform>▨ %n internal-only seqs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::BookmarkCommands</name>
    <message numerus="yes">
        <source>%n more: Next Bookmark leads to them</source>
        <translation>
            <numerusform>%n more: Next Bookmark leads to it</numerusform>
            <numerusform>%n more: Next Bookmark leads to them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::ComparePage</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No difference is proved. %n step(s) could not be compared: see what is covered above.</source>
        <translation>
            <numerusform>No difference is proved. %n step could not be compared: see what is covered above.</numerusform>
            <numerusform>No difference is proved. %n steps could not be compared: see what is covered above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::EventTable</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::EventVersions</name>
    <message numerus="yes">
        <source>%n more are kept in the cache.</source>
        <translation>
            <numerusform>%n more is kept in the cache.</numerusform>
            <numerusform>%n more are kept in the cache.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::ExecutionList</name>
    <message numerus="yes">
        <source>None of the %n executions match the search and status filter.</source>
        <translation>
            <numerusform>The %n execution does not match the search and status filter.</numerusform>
            <numerusform>None of the %n executions match the search and status filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::Fetches</name>
    <message numerus="yes">
        <source>%n executions could not be synced; the list marks them.</source>
        <translation>
            <numerusform>%n execution could not be synced; the list marks it.</numerusform>
            <numerusform>%n executions could not be synced; the list marks them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::FilterChip</name>
    <message numerus="yes">
        <source>%1, %n event(s), %2</source>
        <translation>
            <numerusform>%1, %n event, %2</numerusform>
            <numerusform>%1, %n events, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::LaneLabels</name>
    <message numerus="yes">
        <source>%1, collapsed with %n node(s) below it</source>
        <translation>
            <numerusform>%1, collapsed with %n node below it</numerusform>
            <numerusform>%1, collapsed with %n nodes below it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s) of a loop</source>
        <translation>
            <numerusform>%n iteration of a loop</numerusform>
            <numerusform>%n iterations of a loop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::StreamView</name>
    <message numerus="yes">
        <source>%n event(s) could not be searched: the cache no longer gives their text.</source>
        <translation>
            <numerusform>%n event could not be searched: the cache no longer gives its text.</numerusform>
            <numerusform>%n events could not be searched: the cache no longer gives their text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::TimelineWidget</name>
    <message numerus="yes">
        <source>%n lane(s) collapsed</source>
        <translation>
            <numerusform>%n lane collapsed</numerusform>
            <numerusform>%n lanes collapsed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphText</name>
    <message numerus="yes">
        <source>The run has %n node(s) that are not in this graph: %1</source>
        <translation>
            <numerusform>The run has %n node that is not in this graph: %1</numerusform>
            <numerusform>The run has %n nodes that are not in this graph: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message numerus="yes">
        <source>%n seq(s) used by internal events, which the API keeps to itself and never sends as webhooks.</source>
        <translation>
            <numerusform>%n seq used by an internal event, which the API keeps to itself and never sends as a webhook.</numerusform>
            <numerusform>%n seqs used by internal events, which the API keeps to itself and never sends as webhooks.</numerusform>
        </translation>
    </message>
</context>
</TS>
