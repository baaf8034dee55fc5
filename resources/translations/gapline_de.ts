<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AxisButton</name>
    <message>
        <source>What the timeline&apos;s axis measures (X)</source>
        <translation>Was die Achse der Zeitleiste misst (X)</translation>
    </message>
    <message>
        <source>X axis: Time</source>
        <translation>X-Achse: Zeit</translation>
    </message>
    <message>
        <source>X axis: Seq</source>
        <translation>X-Achse: Seq</translation>
    </message>
</context>
<context>
    <name>BudgetText</name>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 Anfragen/s</translation>
    </message>
    <message>
        <source>%1 of %2 at once</source>
        <translation>%1 von %2 gleichzeitig</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>slowed down by the API</source>
        <translation>von der API gebremst</translation>
    </message>
    <message>
        <source>listing executions, %1 so far</source>
        <translation>Ausführungen werden aufgelistet, bisher %1</translation>
    </message>
    <message>
        <source>%1 need none</source>
        <translation>%1 brauchen nichts</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 new events</source>
        <translation>%1 neue Events</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 new event</source>
        <translation>1 neues Event</translation>
    </message>
</context>
<context>
    <name>CellFilter</name>
    <message>
        <source>Only type %1</source>
        <translation>Nur Typ %1</translation>
    </message>
    <message>
        <source>Hide type %1</source>
        <translation>Typ %1 ausblenden</translation>
    </message>
    <message>
        <source>Only step %1</source>
        <translation>Nur Schritt %1</translation>
    </message>
    <message>
        <source>Hide step %1</source>
        <translation>Schritt %1 ausblenden</translation>
    </message>
    <message>
        <source>Only from %1 on</source>
        <translation>Nur ab %1</translation>
    </message>
    <message>
        <source>Only before %1</source>
        <translation>Nur vor %1</translation>
    </message>
    <message>
        <source>Only %1 webhooks</source>
        <translation>Nur Webhooks: %1</translation>
    </message>
    <message>
        <source>Hide %1 webhooks</source>
        <translation>Webhooks ausblenden: %1</translation>
    </message>
    <message>
        <source>Only text &quot;%1&quot;</source>
        <translation>Nur Text „%1“</translation>
    </message>
    <message>
        <source>Only seq %1</source>
        <translation>Nur Seq %1</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>end not seen</source>
        <translation>Ende nicht gesehen</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1, without an event</source>
        <translation>%1, ohne Event</translation>
    </message>
    <message>
        <source>%1 · SLA breached</source>
        <translation>%1 · SLA verletzt</translation>
    </message>
    <message>
        <source>none of it is fetched</source>
        <translation>nichts davon ist abgerufen</translation>
    </message>
    <message>
        <source>not all of its seqs are scanned</source>
        <translation>nicht alle ihre Seqs sind gelesen</translation>
    </message>
    <message>
        <source>it is still running</source>
        <translation>sie läuft noch</translation>
    </message>
    <message>
        <source>executions/get has not told of its steps since it ended</source>
        <translation>executions/get hat ihre Schritte nicht genannt, seit sie endete</translation>
    </message>
    <message>
        <source>not seen in A: %1</source>
        <translation>in A nicht gesehen: %1</translation>
    </message>
    <message>
        <source>not seen in B: %1</source>
        <translation>in B nicht gesehen: %1</translation>
    </message>
    <message>
        <source>not compared: seqs before its end are not scanned</source>
        <translation>nicht verglichen: Seqs vor seinem Ende sind nicht gelesen</translation>
    </message>
    <message>
        <source>turn only in A</source>
        <translation>Durchgang nur in A</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>nur in A</translation>
    </message>
    <message>
        <source>turn only in B</source>
        <translation>Durchgang nur in B</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>nur in B</translation>
    </message>
    <message>
        <source>ended otherwise</source>
        <translation>anders geendet</translation>
    </message>
    <message>
        <source>SLA breached only in A</source>
        <translation>SLA nur in A verletzt</translation>
    </message>
    <message>
        <source>SLA breached only in B</source>
        <translation>SLA nur in B verletzt</translation>
    </message>
    <message>
        <source>waited longer in B</source>
        <translation>in B länger gewartet</translation>
    </message>
    <message>
        <source>waited longer in A</source>
        <translation>in A länger gewartet</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>status not known</source>
        <translation>Status unbekannt</translation>
    </message>
    <message>
        <source>definition %1 version %2</source>
        <translation>Definition %1 Version %2</translation>
    </message>
    <message>
        <source>definition %1</source>
        <translation>Definition %1</translation>
    </message>
    <message>
        <source>In all: how long the two took is not known.</source>
        <translation>Insgesamt: Wie lange beide brauchten, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>In all: A took %1 (%2), B %3 (%4). These are not measured alike.</source>
        <translation>Insgesamt: A brauchte %1 (%2), B %3 (%4). Das ist nicht gleich gemessen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>start to end, by the API</source>
        <translation>Beginn bis Ende, nach der API</translation>
    </message>
    <message>
        <source>dispatch to end, by the events</source>
        <translation>Dispatch bis Ende, nach den Events</translation>
    </message>
    <message>
        <source>In all (%2): B took %1; how long A took is not known.</source>
        <translation>Insgesamt (%2): B brauchte %1; wie lange A brauchte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>In all (%2): A took %1; how long B took is not known.</source>
        <translation>Insgesamt (%2): A brauchte %1; wie lange B brauchte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>In all (%2): both took %1.</source>
        <translation>Insgesamt (%2): Beide brauchten %1.</translation>
    </message>
    <message>
        <source>In all (%4): A took %1, B %2: B took %3 longer.</source>
        <translation>Insgesamt (%4): A brauchte %1, B %2: B brauchte %3 länger.</translation>
    </message>
    <message>
        <source>In all (%4): A took %1, B %2: A took %3 longer.</source>
        <translation>Insgesamt (%4): A brauchte %1, B %2: A brauchte %3 länger.</translation>
    </message>
    <message>
        <source>%1 only in A</source>
        <translation>%1 nur in A</translation>
    </message>
    <message>
        <source>%1 only in B</source>
        <translation>%1 nur in B</translation>
    </message>
    <message>
        <source>%1 ended otherwise</source>
        <translation>%1 anders geendet</translation>
    </message>
    <message>
        <source>%1 breached their SLA in one of the two</source>
        <translation>%1 mit verletztem SLA in einer der beiden</translation>
    </message>
    <message>
        <source>%1 waited differently by %2 or more</source>
        <translation>%1 mit um %2 oder mehr verschiedener Wartezeit</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>%1 gleich</translation>
    </message>
    <message>
        <source>%1 not compared, since what is known proves nothing</source>
        <translation>%1 nicht verglichen, weil das Bekannte nichts beweist</translation>
    </message>
    <message>
        <source>%1 steps, by node path and turn: %2.</source>
        <translation>%1 Schritte, nach Knotenpfad und Durchgang: %2.</translation>
    </message>
    <message>
        <source>Loop iterations begun anew: A %1, B %2.</source>
        <translation>Neu begonnene Schleifendurchgänge: A %1, B %2.</translation>
    </message>
    <message>
        <source>SLA breaches: A %1, B %2.</source>
        <translation>SLA-Verletzungen: A %1, B %2.</translation>
    </message>
    <message>
        <source>They ran different definitions: steps that share a node id need not mean the same.</source>
        <translation>Sie liefen mit verschiedenen Definitionen: Schritte mit derselben Knoten-Id müssen nicht dasselbe bedeuten.</translation>
    </message>
    <message>
        <source>They ran different versions of the definition: A %1, B %2.</source>
        <translation>Sie liefen mit verschiedenen Versionen der Definition: A %1, B %2.</translation>
    </message>
    <message>
        <source>%1: nothing is fetched yet.</source>
        <translation>%1: Noch ist nichts abgerufen.</translation>
    </message>
    <message>
        <source>%1: read to the end of its stream, which has no event yet.</source>
        <translation>%1: bis zum Ende des Streams gelesen, der noch kein Event hat.</translation>
    </message>
    <message>
        <source>No step of either is known.</source>
        <translation>Von keiner der beiden ist ein Schritt bekannt.</translation>
    </message>
    <message>
        <source>%1: all %2 seqs are scanned, to the end of the stream.</source>
        <translation>%1: Alle %2 Seqs sind gelesen, bis zum Ende des Stroms.</translation>
    </message>
    <message>
        <source>A step that is not seen in %1 is not said to be missing: %2.</source>
        <translation>Von einem Schritt, der in %1 nicht gesehen wurde, wird nicht gesagt, dass er fehlt: %2.</translation>
    </message>
    <message>
        <source>Compared are which steps there are and the types and times of their events; decisions in the events&apos; data are not.</source>
        <translation>Verglichen wird, welche Schritte es gibt, und Typen und Zeiten ihrer Events; Entscheidungen in den Daten der Events nicht.</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>%1 step, by node path and turn: %2.</source>
        <translation>%1 Schritt, nach Knotenpfad und Durchgang: %2.</translation>
    </message>
    <message>
        <source>%1: its one seq is scanned, to the end of the stream.</source>
        <translation>%1: Die eine Seq ist gelesen, bis zum Ende des Stroms.</translation>
    </message>
    <message>
        <source>%1: %2 scanned, %3 before the last of them unknown, and more may follow.</source>
        <translation>%1: %2 gelesen, davor %3 unbekannt, und weitere können folgen.</translation>
    </message>
</context>
<context>
    <name>DeliveryText</name>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verpasst</translation>
    </message>
    <message>
        <source>not subscribed</source>
        <translation>nicht abonniert</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>kein Nachweis</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>webhook %1</source>
        <translation>Webhook %1</translation>
    </message>
    <message>
        <source>%1, 1 duplicate</source>
        <translation>%1, 1 Duplikat</translation>
    </message>
    <message>
        <source>%1, %2 duplicates</source>
        <translation>%1, %2 Duplikate</translation>
    </message>
    <message>
        <source>late (retried)</source>
        <translation>verspätet (wiederholt)</translation>
    </message>
    <message>
        <source>rejected: never acknowledged</source>
        <translation>abgelehnt: nie bestätigt</translation>
    </message>
    <message>
        <source>pending: may still arrive</source>
        <translation>ausstehend: kann noch eintreffen</translation>
    </message>
    <message>
        <source>not subscribed: no loss</source>
        <translation>nicht abonniert: kein Verlust</translation>
    </message>
    <message>
        <source>no evidence: not in the log&apos;s span</source>
        <translation>kein Nachweis: außerhalb der Spanne des Logs</translation>
    </message>
</context>
<context>
    <name>ErrorClass</name>
    <message>
        <source>Unexpected failure</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Gapline met a state that it does not know.</source>
        <translation>Gapline ist in einen Zustand geraten, den es nicht kennt.</translation>
    </message>
    <message>
        <source>Please report it with the details shown; what was fetched is kept.</source>
        <translation>Bitte melden Sie ihn mit den gezeigten Einzelheiten; was abgerufen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Wrong usage</source>
        <translation>Falsche Verwendung</translation>
    </message>
    <message>
        <source>An option or argument is missing, is unknown here, or has a value that cannot be used.</source>
        <translation>Eine Option oder ein Argument fehlt, ist hier unbekannt, oder hat einen Wert, der nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>Run the command with --help.</source>
        <translation>Rufen Sie den Befehl mit --help auf.</translation>
    </message>
    <message>
        <source>Insecure address refused</source>
        <translation>Unsichere Adresse abgelehnt</translation>
    </message>
    <message>
        <source>Credentials travel in headers, so http:// is accepted for loopback hosts alone.</source>
        <translation>Zugangsdaten reisen in Headern, daher wird http:// nur für den eigenen Rechner angenommen.</translation>
    </message>
    <message>
        <source>Use an https:// address.</source>
        <translation>Verwenden Sie eine https://-Adresse.</translation>
    </message>
    <message>
        <source>The API refused an argument</source>
        <translation>Die API hat ein Argument abgelehnt</translation>
    </message>
    <message>
        <source>A field of the request is missing or outside its range.</source>
        <translation>Ein Feld der Anfrage fehlt oder liegt außerhalb seines Bereichs.</translation>
    </message>
    <message>
        <source>Check the execution id and the options; the message names the field.</source>
        <translation>Prüfen Sie die Ausführungs-Id und die Optionen; die Meldung nennt das Feld.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>The API knows no execution or definition of this id in this workspace.</source>
        <translation>Die API kennt in diesem Workspace keine Ausführung oder Definition mit dieser Id.</translation>
    </message>
    <message>
        <source>Check the id, and that the API key belongs to the workspace that ran it.</source>
        <translation>Prüfen Sie die Id und ob der API-Schlüssel zu dem Workspace gehört, in dem sie lief.</translation>
    </message>
    <message>
        <source>The API refused the call in its present state</source>
        <translation>Die API hat den Aufruf im derzeitigen Zustand abgelehnt</translation>
    </message>
    <message>
        <source>The server reported FAILED_PRECONDITION.</source>
        <translation>Der Server hat FAILED_PRECONDITION gemeldet.</translation>
    </message>
    <message>
        <source>Read the server&apos;s message in the details.</source>
        <translation>Lesen Sie die Meldung des Servers in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The API said no</source>
        <translation>Die API hat abgelehnt</translation>
    </message>
    <message>
        <source>The server answered with an error that has no special meaning here.</source>
        <translation>Der Server hat mit einem Fehler geantwortet, der hier keine besondere Bedeutung hat.</translation>
    </message>
    <message>
        <source>Credentials are missing</source>
        <translation>Zugangsdaten fehlen</translation>
    </message>
    <message>
        <source>The API needs a workspace key and an auth token; one of them is not set.</source>
        <translation>Die API braucht einen Workspace-Schlüssel und ein Auth-Token; eines davon ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Set VELT_API_KEY and VELT_AUTH_TOKEN, or enter them in the connection settings.</source>
        <translation>Setzen Sie VELT_API_KEY und VELT_AUTH_TOKEN, oder geben Sie beide in den Verbindungseinstellungen ein.</translation>
    </message>
    <message>
        <source>Credentials were rejected</source>
        <translation>Zugangsdaten wurden abgelehnt</translation>
    </message>
    <message>
        <source>The auth token is not registered for this API key, or has expired.</source>
        <translation>Das Auth-Token ist für diesen API-Schlüssel nicht registriert oder abgelaufen.</translation>
    </message>
    <message>
        <source>Generate a token in the console and enter it; the sync goes on at the same cursor.</source>
        <translation>Erzeugen Sie in der Konsole ein Token und geben Sie es ein; die Synchronisierung geht beim selben Cursor weiter.</translation>
    </message>
    <message>
        <source>Credentials cannot be sent</source>
        <translation>Zugangsdaten können nicht gesendet werden</translation>
    </message>
    <message>
        <source>A key or token may hold visible ASCII characters only; anything else could forge a header.</source>
        <translation>Schlüssel und Token dürfen nur sichtbare ASCII-Zeichen enthalten; alles andere könnte einen Header fälschen.</translation>
    </message>
    <message>
        <source>Copy the value again, without line breaks or spaces.</source>
        <translation>Kopieren Sie den Wert erneut, ohne Zeilenumbrüche und Leerzeichen.</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The connection was refused, reset, or the name did not resolve.</source>
        <translation>Die Verbindung wurde verweigert oder zurückgesetzt, oder der Name ließ sich nicht auflösen.</translation>
    </message>
    <message>
        <source>Check the base URL, the network and the proxy; the cache still answers: File &gt; Work Offline in the window, --offline on the command line.</source>
        <translation>Prüfen Sie Basis-URL, Netz und Proxy; der Cache antwortet weiterhin: im Fenster mit Datei &gt; Offline arbeiten, auf der Befehlszeile mit --offline.</translation>
    </message>
    <message>
        <source>The server took too long</source>
        <translation>Der Server hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>No connection within 10 s, no first byte within 30 s or what a minute of tries had left, a stall, or no end within 120 s.</source>
        <translation>Keine Verbindung in 10 s, kein erstes Byte in 30 s oder in dem, was von einer Minute Versuche übrig war, ein Stillstand oder kein Ende in 120 s.</translation>
    </message>
    <message>
        <source>Try again; what was fetched is kept and the sync resumes there.</source>
        <translation>Versuchen Sie es erneut; was abgerufen wurde, bleibt erhalten, und die Synchronisierung setzt dort fort.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut</translation>
    </message>
    <message>
        <source>The TLS certificate could not be verified, so nothing was sent.</source>
        <translation>Das TLS-Zertifikat konnte nicht geprüft werden, also wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the address and the system&apos;s clock; add your own CA file if you run a TLS proxy.</source>
        <translation>Prüfen Sie die Adresse und die Uhr des Systems; fügen Sie Ihre eigene CA-Datei hinzu, wenn Sie einen TLS-Proxy betreiben.</translation>
    </message>
    <message>
        <source>Redirect refused</source>
        <translation>Weiterleitung abgelehnt</translation>
    </message>
    <message>
        <source>Redirects are never followed, since the keys would travel along.</source>
        <translation>Weiterleitungen wird nie gefolgt, da die Schlüssel mitreisen würden.</translation>
    </message>
    <message>
        <source>Enter the final address as base URL, if you trust it.</source>
        <translation>Geben Sie die endgültige Adresse als Basis-URL ein, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>The answer was not readable</source>
        <translation>Die Antwort war nicht lesbar</translation>
    </message>
    <message>
        <source>The body is empty, cut off, or no JSON envelope; often a proxy answers in the server&apos;s place.</source>
        <translation>Der Inhalt ist leer, abgeschnitten oder keine JSON-Antwort; oft antwortet ein Proxy anstelle des Servers.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, open the base URL&apos;s host from this network and see who answers.</source>
        <translation>Versuchen Sie es erneut; bleibt es so, öffnen Sie den Host der Basis-URL aus diesem Netz und sehen Sie, wer antwortet.</translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation>Der Server ist gescheitert</translation>
    </message>
    <message>
        <source>The server, or a proxy before it, answered with a 5xx status.</source>
        <translation>Der Server oder ein Proxy davor hat mit einem 5xx-Status geantwortet.</translation>
    </message>
    <message>
        <source>Try again later; what was fetched is kept.</source>
        <translation>Versuchen Sie es später erneut; was abgerufen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>Die Antwort ist zu groß</translation>
    </message>
    <message>
        <source>A body may have 64 MiB and its headers 256 KiB; more is not read.</source>
        <translation>Ein Inhalt darf 64 MiB haben, seine Header 256 KiB; mehr wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Use a smaller --page-size.</source>
        <translation>Verwenden Sie ein kleineres --page-size.</translation>
    </message>
    <message>
        <source>Rate limit reached</source>
        <translation>Anfragegrenze erreicht</translation>
    </message>
    <message>
        <source>The API limits requests per key and per address (RESOURCE_EXHAUSTED).</source>
        <translation>Die API begrenzt Anfragen je Schlüssel und je Adresse (RESOURCE_EXHAUSTED).</translation>
    </message>
    <message>
        <source>Wait and resume; the sync goes on where it stopped.</source>
        <translation>Warten Sie und setzen Sie fort; die Synchronisierung geht dort weiter, wo sie anhielt.</translation>
    </message>
    <message>
        <source>The server ran out of time</source>
        <translation>Dem Server ist die Zeit ausgegangen</translation>
    </message>
    <message>
        <source>The API answered DEADLINE_EXCEEDED.</source>
        <translation>Die API hat DEADLINE_EXCEEDED geantwortet.</translation>
    </message>
    <message>
        <source>Try again, perhaps with a smaller --page-size.</source>
        <translation>Versuchen Sie es erneut, vielleicht mit einem kleineren --page-size.</translation>
    </message>
    <message>
        <source>Answer for another execution</source>
        <translation>Antwort für eine andere Ausführung</translation>
    </message>
    <message>
        <source>The page names another execution than the one asked for.</source>
        <translation>Die Seite nennt eine andere Ausführung als die angefragte.</translation>
    </message>
    <message>
        <source>Nothing of the page was stored as truth; report it to the API&apos;s operator.</source>
        <translation>Nichts von der Seite wurde als Wahrheit gespeichert; melden Sie es dem Betreiber der API.</translation>
    </message>
    <message>
        <source>A field has the wrong type</source>
        <translation>Ein Feld hat den falschen Typ</translation>
    </message>
    <message>
        <source>The page&apos;s frame, a seq or a timestamp is not what the API documents.</source>
        <translation>Der Rahmen der Seite, eine Seq oder ein Zeitstempel ist nicht, was die API dokumentiert.</translation>
    </message>
    <message>
        <source>Report it to the API&apos;s operator; a page of events is kept for inspection.</source>
        <translation>Melden Sie es dem Betreiber der API; eine Seite mit Events wird zur Prüfung aufbewahrt.</translation>
    </message>
    <message>
        <source>The page is kept for inspection; report it to the API&apos;s operator.</source>
        <translation>Die Seite bleibt zur Untersuchung erhalten; melden Sie es dem Betreiber der API.</translation>
    </message>
    <message>
        <source>Events are out of order</source>
        <translation>Events sind nicht in Reihenfolge</translation>
    </message>
    <message>
        <source>Seqs within a page must rise.</source>
        <translation>Seqs müssen innerhalb einer Seite steigen.</translation>
    </message>
    <message>
        <source>A seq is repeated</source>
        <translation>Eine Seq wiederholt sich</translation>
    </message>
    <message>
        <source>Two events of one page claim the same seq.</source>
        <translation>Zwei Events einer Seite beanspruchen dieselbe Seq.</translation>
    </message>
    <message>
        <source>An event lies before the range asked for</source>
        <translation>Ein Event liegt vor dem angefragten Bereich</translation>
    </message>
    <message>
        <source>The page holds a seq at or below sinceSeq.</source>
        <translation>Die Seite enthält eine Seq bei oder unter sinceSeq.</translation>
    </message>
    <message>
        <source>An event lies beyond the cursor</source>
        <translation>Ein Event liegt hinter dem Cursor</translation>
    </message>
    <message>
        <source>The page holds a seq above its own nextCursor.</source>
        <translation>Die Seite enthält eine Seq über ihrem eigenen nextCursor.</translation>
    </message>
    <message>
        <source>Paging makes no progress</source>
        <translation>Das Blättern kommt nicht voran</translation>
    </message>
    <message>
        <source>A page&apos;s nextCursor lies before its sinceSeq, or is no further though more is to follow, or 1,000 pages in a row held no event.</source>
        <translation>Der nextCursor einer Seite liegt vor ihrem sinceSeq oder ist nicht weiter, obwohl noch mehr folgen soll, oder 1.000 Seiten nacheinander enthielten kein Event.</translation>
    </message>
    <message>
        <source>The sync stopped there; what was scanned is kept, and a new sync goes on there. Report it to the API&apos;s operator.</source>
        <translation>Die Synchronisierung hielt dort an; was gescannt wurde, bleibt erhalten, und eine neue geht dort weiter. Melden Sie es dem Betreiber der API.</translation>
    </message>
    <message>
        <source>An event has changed</source>
        <translation>Ein Event hat sich geändert</translation>
    </message>
    <message>
        <source>The API returned other content for a seq that is already stored.</source>
        <translation>Die API hat für eine bereits gespeicherte Seq anderen Inhalt geliefert.</translation>
    </message>
    <message>
        <source>All versions are kept; compare them before trusting one.</source>
        <translation>Alle Fassungen bleiben erhalten; vergleichen Sie sie, bevor Sie einer trauen.</translation>
    </message>
    <message>
        <source>An event is gone</source>
        <translation>Ein Event ist verschwunden</translation>
    </message>
    <message>
        <source>The API no longer returned an event that it had returned before.</source>
        <translation>Die API hat ein Event nicht mehr geliefert, das sie zuvor geliefert hatte.</translation>
    </message>
    <message>
        <source>The event is kept and marked; report it to the API&apos;s operator.</source>
        <translation>Das Event bleibt erhalten und markiert; melden Sie es dem Betreiber der API.</translation>
    </message>
    <message>
        <source>The cache was written by a newer Gapline</source>
        <translation>Der Cache stammt von einem neueren Gapline</translation>
    </message>
    <message>
        <source>Its schema version is higher than this program knows; it was left untouched.</source>
        <translation>Seine Schemaversion ist höher, als dieses Programm kennt; er blieb unberührt.</translation>
    </message>
    <message>
        <source>Update Gapline, or use another file.</source>
        <translation>Aktualisieren Sie Gapline, oder nehmen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Not a Gapline cache</source>
        <translation>Kein Cache von Gapline</translation>
    </message>
    <message>
        <source>The file is a database of another program, or no database at all; it was left untouched.</source>
        <translation>Die Datei ist die Datenbank eines anderen Programms oder gar keine; sie blieb unberührt.</translation>
    </message>
    <message>
        <source>Name another file with --cache.</source>
        <translation>Nennen Sie mit --cache eine andere Datei.</translation>
    </message>
    <message>
        <source>The cache is damaged</source>
        <translation>Der Cache ist beschädigt</translation>
    </message>
    <message>
        <source>The file is no readable database, or its content fails its checksum.</source>
        <translation>Die Datei ist keine lesbare Datenbank, oder ihr Inhalt besteht die Prüfsumme nicht.</translation>
    </message>
    <message>
        <source>Sync again: what is damaged is fetched anew, and a file that cannot be read is set aside first, under a new name.</source>
        <translation>Synchronisieren Sie erneut: Beschädigtes wird neu abgerufen, und eine unlesbare Datei wird zuvor unter neuem Namen beiseitegelegt.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The cache could not grow; what was stored before is intact.</source>
        <translation>Der Cache konnte nicht wachsen; was zuvor gespeichert wurde, ist unversehrt.</translation>
    </message>
    <message>
        <source>Free some space and sync again; it resumes where it stopped.</source>
        <translation>Schaffen Sie Platz und synchronisieren Sie erneut; es geht dort weiter, wo es anhielt.</translation>
    </message>
    <message>
        <source>The cache cannot be written</source>
        <translation>Der Cache kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The file or its folder is read-only.</source>
        <translation>Die Datei oder ihr Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Change its permissions or name another file with --cache; reading goes on.</source>
        <translation>Ändern Sie die Rechte, oder nennen Sie mit --cache eine andere Datei; Lesen geht weiter.</translation>
    </message>
    <message>
        <source>The cache is busy</source>
        <translation>Der Cache ist beschäftigt</translation>
    </message>
    <message>
        <source>Another process held the cache for longer than the waiting time.</source>
        <translation>Ein anderer Prozess hielt den Cache länger als die Wartezeit.</translation>
    </message>
    <message>
        <source>Try again; nothing was lost.</source>
        <translation>Versuchen Sie es erneut; es ging nichts verloren.</translation>
    </message>
    <message>
        <source>The cache file is not safe to open</source>
        <translation>Die Cache-Datei kann nicht sicher geöffnet werden</translation>
    </message>
    <message>
        <source>It is a link, no regular file, or belongs to another user.</source>
        <translation>Sie ist ein Link, keine gewöhnliche Datei oder gehört jemand anderem.</translation>
    </message>
    <message>
        <source>The cache could not be read or written</source>
        <translation>Der Cache konnte nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>The disk or file system reported an error.</source>
        <translation>Der Datenträger oder das Dateisystem hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Check the disk; what was stored before is intact.</source>
        <translation>Prüfen Sie den Datenträger; was zuvor gespeichert wurde, ist unversehrt.</translation>
    </message>
    <message>
        <source>Not in the cache</source>
        <translation>Nicht im Cache</translation>
    </message>
    <message>
        <source>The API was not asked, and this cache does not hold what was named.</source>
        <translation>Die API wurde nicht gefragt, und dieser Cache enthält nicht, was genannt wurde.</translation>
    </message>
    <message>
        <source>Check the name and whose cache it is. Executions come into it with a sync, receivers&apos; logs with an import.</source>
        <translation>Prüfen Sie den Namen und wessen Cache es ist. Ausführungen kommen durch eine Synchronisierung hinein, Logs von Empfängern durch einen Import.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It does not exist, or may not be read.</source>
        <translation>Sie existiert nicht oder darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check its name and permissions.</source>
        <translation>Prüfen Sie ihren Namen und ihre Rechte.</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Die Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The folder does not exist or is read-only, something else has this name, or the disk is full.</source>
        <translation>Der Ordner existiert nicht oder ist schreibgeschützt, etwas anderes trägt diesen Namen, oder der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Choose another place or free some space.</source>
        <translation>Wählen Sie einen anderen Ort, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The file is not what was expected</source>
        <translation>Die Datei ist nicht, was erwartet wurde</translation>
    </message>
    <message>
        <source>Its content could not be understood.</source>
        <translation>Ihr Inhalt war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Check that it is the right file; the message names the place.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist; die Meldung nennt die Stelle.</translation>
    </message>
    <message>
        <source>Webhooks were missed</source>
        <translation>Webhooks wurden verpasst</translation>
    </message>
    <message>
        <source>reconcile --check found events that never reached the receiver.</source>
        <translation>reconcile --check hat Events gefunden, die den Empfänger nie erreichten.</translation>
    </message>
    <message>
        <source>See the report; --recovery-pack writes the missed events.</source>
        <translation>Siehe Bericht; --recovery-pack schreibt die verpassten Events.</translation>
    </message>
    <message>
        <source>The receiver did not take a webhook</source>
        <translation>Der Empfänger hat einen Webhook nicht angenommen</translation>
    </message>
    <message>
        <source>It could not be reached, did not answer in time, or answered with another status than 2xx.</source>
        <translation>Er war nicht erreichbar, antwortete nicht rechtzeitig oder mit einem anderen Status als 2xx.</translation>
    </message>
    <message>
        <source>Check its address and whether it is up; the same replay goes on with what is left.</source>
        <translation>Prüfen Sie seine Adresse und ob er läuft; dasselbe erneute Senden macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation>Die Arbeit wurde abgebrochen.</translation>
    </message>
    <message>
        <source>What was fetched is kept; start again to resume.</source>
        <translation>Was abgerufen wurde, bleibt erhalten; starten Sie erneut, um fortzusetzen.</translation>
    </message>
</context>
<context>
    <name>EventFacts</name>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Event-Id</translation>
    </message>
    <message>
        <source>none was sent</source>
        <translation>keine gesendet</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since prev</source>
        <translation>Seit vorigem</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step id</source>
        <translation>Schritt-Id</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Node type</source>
        <translation>Knotentyp</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>, version %1</source>
        <translation>, Version %1</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>Idempotency</source>
        <translation>Idempotenz</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Seqs scanned</source>
        <translation>Seqs gescannt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Internal-only</source>
        <translation>Nur intern</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1: not scanned yet</source>
        <translation>%1: noch nicht gescannt</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Read to its end</source>
        <translation>Bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no, more may follow</source>
        <translation>nein, es kann mehr folgen</translation>
    </message>
    <message>
        <source>Appeared late</source>
        <translation>Spät erschienen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>%1: no longer returned</source>
        <translation>%1: nicht mehr geliefert</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Abgerufen</translation>
    </message>
    <message>
        <source>Seqs</source>
        <translation>Seqs</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First to last</source>
        <translation>Erstes bis letztes</translation>
    </message>
    <message>
        <source>before the first event</source>
        <translation>vor dem ersten Event</translation>
    </message>
    <message>
        <source>after the last event</source>
        <translation>nach dem letzten Event</translation>
    </message>
    <message>
        <source>between two events</source>
        <translation>zwischen zwei Events</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>internal-only</source>
        <translation>nur intern</translation>
    </message>
    <message>
        <source>unknown: not scanned yet</source>
        <translation>unbekannt: noch nicht gescannt</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Seq %1</source>
        <translation>Seq %1</translation>
    </message>
    <message>
        <source>Seqs %1</source>
        <translation>Seqs %1</translation>
    </message>
    <message>
        <source>%1 was used by an internal-only event. It is filtered out by the API and was never sent as a webhook: nothing is missing here.</source>
        <translation>%1 wurde von einem nur internen Event verwendet. Die API filtert es heraus, und es wurde nie als Webhook gesendet: Hier fehlt nichts.</translation>
    </message>
    <message>
        <source>%1 were used by internal-only events. They are filtered out by the API and were never sent as webhooks: nothing is missing here.</source>
        <translation>%1 wurden von nur internen Events verwendet. Die API filtert sie heraus, und sie wurden nie als Webhooks gesendet: Hier fehlt nichts.</translation>
    </message>
    <message>
        <source>%1 has not been scanned yet: it may hold an event or not. Refresh reads on from the cursor; a fetch from sinceSeq = %2 scans it.</source>
        <translation>%1 wurde noch nicht gescannt: Dort kann ein Event liegen oder nicht. Aktualisieren liest ab dem Cursor weiter; ein Abruf ab sinceSeq = %2 scannt sie.</translation>
    </message>
    <message>
        <source>%1 have not been scanned yet: they may hold events or not. Refresh reads on from the cursor; a fetch from sinceSeq = %2 scans them.</source>
        <translation>%1 wurden noch nicht gescannt: Dort können Events liegen oder nicht. Aktualisieren liest ab dem Cursor weiter; ein Abruf ab sinceSeq = %2 scannt sie.</translation>
    </message>
    <message>
        <source>%1 event of this stream appeared late, at a seq that had been taken for internal-only.</source>
        <translation>%1 Event dieses Streams erschien spät, an einer Seq, die für nur intern gehalten worden war.</translation>
    </message>
    <message>
        <source>%1 events of this stream appeared late, at seqs that had been taken for internal-only.</source>
        <translation>%1 Events dieses Streams erschienen spät, an Seqs, die für nur intern gehalten worden waren.</translation>
    </message>
    <message>
        <source>So &quot;internal-only&quot; says what the API showed when the seqs were last scanned; Verify against API scans all of them again.</source>
        <translation>„Nur intern“ sagt also, was die API zeigte, als die Seqs zuletzt gescannt wurden; „Gegen die API prüfen“ scannt sie alle erneut.</translation>
    </message>
    <message>
        <source>None: the seqs right before and after this event are events themselves, or lie beyond what is known.</source>
        <translation>Keine: Die Seqs direkt vor und nach diesem Event sind selbst Events oder liegen jenseits des Bekannten.</translation>
    </message>
    <message>
        <source>Damaged in the cache: the checksum over this event failed, so it cannot be trusted. Refresh fetches it again.</source>
        <translation>Im Cache beschädigt: Die Prüfsumme dieses Events stimmt nicht, ihm ist nicht zu trauen. Aktualisieren ruft es erneut ab.</translation>
    </message>
    <message>
        <source>Malformed payload: a strict JSON reader refuses it. The bytes are kept as the server sent them.</source>
        <translation>Fehlerhafte Nutzdaten: Ein strenger JSON-Leser weist sie zurück. Die Bytes bleiben, wie der Server sie gesendet hat.</translation>
    </message>
    <message>
        <source>Conflict: the API has returned other content for this seq at another time. All versions are kept; the first one stands in the stream, the others follow below.</source>
        <translation>Konflikt: Die API hat für diese Seq zu anderer Zeit anderen Inhalt geliefert. Alle Fassungen bleiben erhalten; die erste steht im Stream, die anderen folgen unten.</translation>
    </message>
    <message>
        <source>Gone: its seq was scanned again and the API did not return this event any more. What it had returned before is kept as evidence.</source>
        <translation>Verschwunden: Seine Seq wurde erneut gescannt, und die API lieferte dieses Event nicht mehr. Was sie zuvor geliefert hatte, bleibt als Beleg.</translation>
    </message>
    <message>
        <source>Appeared late: its seq had been scanned before without an event, and was taken for internal-only until then. Running executions do that near their end; the overlap of live follow, and Verify against API, find such events.</source>
        <translation>Spät erschienen: Seine Seq war zuvor ohne Event gescannt worden und galt bis dahin als nur intern. Bei laufenden Ausführungen kommt das nahe am Ende vor; die Überlappung beim Folgen und „Gegen die API prüfen“ finden solche Events.</translation>
    </message>
    <message>
        <source>Clock ran backwards: its time is earlier than that of the event before. Events are ordered by seq, never by time.</source>
        <translation>Uhr lief rückwärts: Seine Zeit liegt vor der des vorigen Events. Events ordnet die Seq, nie die Zeit.</translation>
    </message>
    <message>
        <source>Implausible time: the date lies outside the years 2000 to 2100.</source>
        <translation>Unplausible Zeit: Das Datum liegt außerhalb der Jahre 2000 bis 2100.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>, on attempt %1</source>
        <translation>, beim Versuch %1</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>(nicht bekannt)</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>no status, so it counts as acknowledged</source>
        <translation>kein Status, gilt also als bestätigt</translation>
    </message>
    <message>
        <source>which the documented receiver would accept all the same</source>
        <translation>die der dokumentierte Empfänger dennoch annähme</translation>
    </message>
    <message>
        <source>a time that cannot be told</source>
        <translation>einer unbekannten Zeit</translation>
    </message>
    <message>
        <source>Reached the receiver</source>
        <translation>Erreichte den Empfänger</translation>
    </message>
    <message>
        <source>Reached the receiver late:</source>
        <translation>Erreichte den Empfänger verspätet:</translation>
    </message>
    <message>
        <source>Reached the receiver, which never answered with success. Its last retry ended by %1: dead-lettered.</source>
        <translation>Erreichte den Empfänger, der nie mit Erfolg antwortete. Die letzte Wiederholung endete bis %1: endgültig verworfen.</translation>
    </message>
    <message>
        <source>Not acknowledged yet. A retry can still arrive until %1.</source>
        <translation>Noch nicht bestätigt. Eine Wiederholung kann noch bis %1 eintreffen.</translation>
    </message>
    <message>
        <source>Never reached the receiver. Its last retry ended by %1: dead-lettered.</source>
        <translation>Erreichte den Empfänger nie. Die letzte Wiederholung endete bis %1: endgültig verworfen.</translation>
    </message>
    <message>
        <source>Never sent: the receiver does not subscribe to %1. Its absence is no loss.</source>
        <translation>Nie gesendet: Der Empfänger abonniert %1 nicht. Dass es fehlt, ist kein Verlust.</translation>
    </message>
    <message>
        <source>Nothing can be said: the log does not cover this event.</source>
        <translation>Nichts lässt sich sagen: Das Log deckt dieses Event nicht ab.</translation>
    </message>
    <message>
        <source>Nothing can be said: the API sent no time for this event.</source>
        <translation>Nichts lässt sich sagen: Die API hat für dieses Event keine Zeit gesendet.</translation>
    </message>
    <message>
        <source>Internal events are never sent as webhooks.</source>
        <translation>Interne Events werden nie als Webhooks gesendet.</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Horizont</translation>
    </message>
    <message>
        <source>Log span</source>
        <translation>Spanne des Logs</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source> %1 after the event</source>
        <translation> %1 nach dem Event</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation> um %1</translation>
    </message>
    <message>
        <source> at a time that the log does not tell</source>
        <translation> zu einer Zeit, die das Log nicht nennt</translation>
    </message>
    <message>
        <source> It was acknowledged once more after that.</source>
        <translation> Danach wurde es noch einmal bestätigt.</translation>
    </message>
    <message>
        <source> It was acknowledged %1 times more.</source>
        <translation> Es wurde noch %1-mal bestätigt.</translation>
    </message>
    <message>
        <source>Log row</source>
        <translation>Logzeile</translation>
    </message>
    <message>
        <source> ← decides the verdict</source>
        <translation> ← entscheidet das Urteil</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1 (%2 rows)</source>
        <translation>%1 (%2 Zeilen)</translation>
    </message>
    <message>
        <source>Log rows</source>
        <translation>Logzeilen</translation>
    </message>
    <message>
        <source>none for this event in %1</source>
        <translation>keine für dieses Event in %1</translation>
    </message>
    <message>
        <source>The API sent no time for this event, so nobody can tell when its last retry ended.</source>
        <translation>Die API hat für dieses Event keine Zeit gesendet; niemand kann sagen, wann die letzte Wiederholung endete.</translation>
    </message>
    <message>
        <source> As of %1 that is still to come.</source>
        <translation> Zum Stand %1 steht das noch bevor.</translation>
    </message>
    <message>
        <source> As of %1 that is over.</source>
        <translation> Zum Stand %1 ist das vorbei.</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>from its rows</source>
        <translation>aus seinen Zeilen</translation>
    </message>
    <message>
        <source>; the event lies before it</source>
        <translation>; das Event liegt davor</translation>
    </message>
    <message>
        <source>; a retry may have come after it</source>
        <translation>; eine Wiederholung kann danach gekommen sein</translation>
    </message>
    <message>
        <source>all types: this execution was dispatched with a webhook of its own (stated)</source>
        <translation>alle Typen: Diese Ausführung wurde mit eigenem Webhook gestartet (angegeben)</translation>
    </message>
    <message>
        <source>all types (assumed: the API does not tell)</source>
        <translation>alle Typen (angenommen: die API sagt es nicht)</translation>
    </message>
    <message>
        <source>holds %1 (stated: %2)</source>
        <translation>enthält %1 (angegeben: %2)</translation>
    </message>
    <message>
        <source>does not hold %1 (stated: %2)</source>
        <translation>enthält %1 nicht (angegeben: %2)</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Its execution is not in the cache: sync it to compare it.</source>
        <translation>Ihre Ausführung ist nicht im Cache: Rufen Sie sie ab, um sie abzugleichen.</translation>
    </message>
    <message>
        <source>The row names no execution, and no cached event has its event id.</source>
        <translation>Die Zeile nennt keine Ausführung, und kein Event im Cache hat ihre Event-Id.</translation>
    </message>
    <message>
        <source>The execution is known, but the API has no such event: it is hidden, or was never issued.</source>
        <translation>Die Ausführung ist bekannt, aber die API hat kein solches Event: Es ist verborgen oder wurde nie ausgestellt.</translation>
    </message>
    <message>
        <source>The API has another event id at this seq.</source>
        <translation>Die API hat an dieser Seq eine andere Event-Id.</translation>
    </message>
    <message>
        <source>The API has no such event, and the signature is invalid: whoever sent it does not know the secret.</source>
        <translation>Die API hat kein solches Event, und die Signatur ist ungültig: Wer es gesendet hat, kennt das Geheimnis nicht.</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>(not in the row)</source>
        <translation>(nicht in der Zeile)</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Event id in the log</source>
        <translation>Event-Id im Log</translation>
    </message>
    <message>
        <source>Event id at the API</source>
        <translation>Event-Id bei der API</translation>
    </message>
    <message>
        <source>signature valid</source>
        <translation>Signatur gültig</translation>
    </message>
    <message>
        <source>signature invalid</source>
        <translation>Signatur ungültig</translation>
    </message>
    <message>
        <source>signature unverifiable</source>
        <translation>Signatur nicht prüfbar</translation>
    </message>
    <message>
        <source>%1 (%2 row)</source>
        <translation>%1 (%2 Zeile)</translation>
    </message>
</context>
<context>
    <name>ExecutionReport</name>
    <message>
        <source>en</source>
        <comment>language of the report, as in HTML</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>The API has not been asked what it knows of this execution as a whole; the events below stand alone.</source>
        <translation>Die API wurde nicht gefragt, was sie von dieser Ausführung als Ganzem weiß; die Events unten stehen für sich.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Definition version</source>
        <translation>Version der Definition</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration, start to end</source>
        <translation>Dauer, Beginn bis Ende</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>Correlation id</source>
        <translation>Korrelations-Id</translation>
    </message>
    <message>
        <source>What the numbers cover</source>
        <translation>Was die Zahlen abdecken</translation>
    </message>
    <message>
        <source>Seqs scanned</source>
        <translation>Seqs gescannt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Internal-only seqs</source>
        <translation>Nur interne Seqs</translation>
    </message>
    <message>
        <source>Unknown seqs</source>
        <translation>Unbekannte Seqs</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>yes: the last answer said that there is no more</source>
        <translation>ja: Die letzte Antwort sagte, dass nichts mehr folgt</translation>
    </message>
    <message>
        <source>no: there may be more to fetch</source>
        <translation>nein: Es kann noch mehr abzurufen sein</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Abgerufen</translation>
    </message>
    <message>
        <source>Appeared late</source>
        <translation>Spät erschienen</translation>
    </message>
    <message>
        <source>With changed content</source>
        <translation>Mit geändertem Inhalt</translation>
    </message>
    <message>
        <source>No longer returned</source>
        <translation>Nicht mehr geliefert</translation>
    </message>
    <message>
        <source>Internal-only seqs were scanned and hold no event that the API shows: nothing is to be recovered there. Of unknown seqs nothing can be said until they are scanned.</source>
        <translation>Nur interne Seqs wurden gescannt und enthalten kein Event, das die API zeigt: Dort ist nichts wiederherzustellen. Über unbekannte Seqs lässt sich nichts sagen, bis sie gescannt sind.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>No receiver&apos;s log was compared with these events: nothing is said about which webhooks arrived.</source>
        <translation>Mit diesen Events wurde kein Log eines Empfängers abgeglichen: Welche Webhooks ankamen, wird nicht gesagt.</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>These numbers are this execution&apos;s. They rest on the comparison that covers:</source>
        <translation>Diese Zahlen gelten für diese Ausführung. Sie beruhen auf dem Abgleich, der Folgendes abdeckt:</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The first %1 of %2 steps.</source>
        <translation>Die ersten %1 von %2 Schritten.</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>node type</source>
        <translation>Knotentyp</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>step id</source>
        <translation>Schritt-Id</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>None: every seq that is known of holds an event.</source>
        <translation>Keine: Jede bekannte Seq enthält ein Event.</translation>
    </message>
    <message>
        <source>The first %1 of %2 gaps. The rest is on the command line: gapline gaps EXECUTION --format json.</source>
        <translation>Die ersten %1 von %2 Lücken. Den Rest gibt die Befehlszeile: gapline gaps EXECUTION --format json.</translation>
    </message>
    <message>
        <source>from seq</source>
        <translation>von Seq</translation>
    </message>
    <message>
        <source>to seq</source>
        <translation>bis Seq</translation>
    </message>
    <message>
        <source>seqs</source>
        <translation>Seqs</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>was es ist</translation>
    </message>
    <message>
        <source>internal-only: scanned, nothing to recover</source>
        <translation>nur intern: gescannt, nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>unknown: not scanned yet</source>
        <translation>unbekannt: noch nicht gescannt</translation>
    </message>
    <message>
        <source>Written by Gapline %1 at %2. Values of members that may be secrets are masked; long data is cut off where &quot;…&quot; stands.</source>
        <translation>Geschrieben von Gapline %1 am %2. Werte von Feldern, die Geheimnisse sein können, sind maskiert; lange Daten sind abgeschnitten, wo „…“ steht.</translation>
    </message>
    <message>
        <source>The first %1 of %2 events. The rest is in the window (File, Export What Is Shown) and on the command line: gapline events EXECUTION --format csv.</source>
        <translation>Die ersten %1 von %2 Events. Den Rest geben das Fenster (Datei, Angezeigtes exportieren) und die Befehlszeile: gapline events EXECUTION --format csv.</translation>
    </message>
    <message>
        <source>All %1 events that are known.</source>
        <translation>Alle %1 bekannten Events.</translation>
    </message>
    <message>
        <source>seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>time (local)</source>
        <translation>Zeit (lokal)</translation>
    </message>
    <message>
        <source>event id</source>
        <translation>Event-Id</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message numerus="yes">
        <source>? %n seq(s) not scanned</source>
        <translation>
            <numerusform>? %n Seq nicht gescannt</numerusform>
            <numerusform>? %n Seqs nicht gescannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▨ %n internal-only seq(s)</source>
        <translation>
            <numerusform>▨ %n nur interne Seq</numerusform>
            <numerusform>▨ %n nur interne Seqs</numerusform>
        </translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht abgeglichen</translation>
    </message>
    <message>
        <source>appeared late</source>
        <translation>spät erschienen</translation>
    </message>
    <message>
        <source>the API later returned other content</source>
        <translation>die API lieferte später anderen Inhalt</translation>
    </message>
    <message>
        <source>no longer returned by the API</source>
        <translation>von der API nicht mehr geliefert</translation>
    </message>
    <message>
        <source>payload not readable as JSON</source>
        <translation>Nutzdaten nicht als JSON lesbar</translation>
    </message>
    <message>
        <source>damaged in the cache</source>
        <translation>im Cache beschädigt</translation>
    </message>
    <message>
        <source>clock reads earlier than before</source>
        <translation>Uhr geht gegenüber dem vorigen zurück</translation>
    </message>
    <message>
        <source>The one event that is known.</source>
        <translation>Das eine Event, das bekannt ist.</translation>
    </message>
</context>
<context>
    <name>GapContents</name>
    <message>
        <source>%1 started at %2</source>
        <translation>%1 begann um %2</translation>
    </message>
    <message>
        <source>%1 has its first event right after</source>
        <translation>%1 hat direkt danach sein erstes Event</translation>
    </message>
    <message>
        <source>%1 was being waited for</source>
        <translation>auf %1 wurde gewartet</translation>
    </message>
    <message>
        <source>%1 goes on right after</source>
        <translation>%1 geht direkt danach weiter</translation>
    </message>
    <message>
        <source>%1 was running</source>
        <translation>%1 lief</translation>
    </message>
    <message>
        <source>%1 had breached its SLA and completed later</source>
        <translation>%1 hatte seine SLA verletzt und wurde später abgeschlossen</translation>
    </message>
    <message>
        <source>a quorum was met before</source>
        <translation>zuvor wurde ein Quorum erreicht</translation>
    </message>
    <message>
        <source>the quorum of %1 was met before</source>
        <translation>zuvor wurde das Quorum von %1 erreicht</translation>
    </message>
    <message>
        <source>leaves no other trace: possible anywhere</source>
        <translation>hinterlässt sonst keine Spur: überall möglich</translation>
    </message>
    <message>
        <source>Inferred from executions/get and the events around it.</source>
        <translation>Erschlossen aus executions/get und den Events ringsum.</translation>
    </message>
    <message>
        <source>Inferred from the events around it alone: executions/get has told of no step yet.</source>
        <translation>Nur aus den Events ringsum erschlossen: executions/get hat noch keinen Schritt genannt.</translation>
    </message>
    <message>
        <source>The API never tells which type took a seq; it was one of the eight internal ones.</source>
        <translation>Die API sagt nie, welcher Typ eine Seq belegt hat; es war einer der acht internen.</translation>
    </message>
    <message>
        <source>The API never tells which types took these seqs, nor which took which.</source>
        <translation>Die API sagt nie, welche Typen diese Seqs belegt haben, noch welcher welche.</translation>
    </message>
</context>
<context>
    <name>Gapline::Actions</name>
    <message>
        <source>&amp;Open Execution…</source>
        <translation>Ausführung ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open from Clip&amp;board</source>
        <translation>Aus der &amp;Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Opens the execution whose id is in the copied text: a URL, JSON or a log line</source>
        <translation>Öffnet die Ausführung, deren Id im kopierten Text steht: eine URL, JSON oder eine Logzeile</translation>
    </message>
    <message>
        <source>Open the &amp;Sandbox</source>
        <translation>&amp;Sandbox öffnen</translation>
    </message>
    <message>
        <source>A simulated approval engine on this machine: no account, no network</source>
        <translation>Eine simulierte Approval Engine auf diesem Rechner: kein Konto, kein Netz</translation>
    </message>
    <message>
        <source>&amp;Connect to the API…</source>
        <translation>Mit der API &amp;verbinden…</translation>
    </message>
    <message>
        <source>Base URL, key and token of a connection</source>
        <translation>Basis-URL, Schlüssel und Token einer Verbindung</translation>
    </message>
    <message>
        <source>Open C&amp;ase File…</source>
        <translation>F&amp;alldatei öffnen…</translation>
    </message>
    <message>
        <source>A comparison that was kept in a file: no account, no network</source>
        <translation>Ein Abgleich, der in einer Datei aufbewahrt wurde: kein Konto, kein Netz</translation>
    </message>
    <message>
        <source>&amp;Work Offline</source>
        <translation>&amp;Offline arbeiten</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>&amp;CSV…</translation>
    </message>
    <message>
        <source>&amp;NDJSON…</source>
        <translation>&amp;NDJSON…</translation>
    </message>
    <message>
        <source>Export &amp;Timeline…</source>
        <translation>Zeit&amp;leiste exportieren…</translation>
    </message>
    <message>
        <source>As a picture: PNG, SVG or PDF</source>
        <translation>Als Bild: PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>Export &amp;Report…</source>
        <translation>&amp;Bericht exportieren…</translation>
    </message>
    <message>
        <source>The open execution as one HTML file to hand on</source>
        <translation>Die offene Ausführung als eine HTML-Datei zum Weitergeben</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Takes back the last change of filter, zoom or selection</source>
        <translation>Nimmt die letzte Änderung von Filter, Zoom oder Auswahl zurück</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find in the Events…</source>
        <translation>In den Events &amp;suchen…</translation>
    </message>
    <message>
        <source>Words in the JSON of the events that are shown; hides nothing</source>
        <translation>Wörter im JSON der gezeigten Events; blendet nichts aus</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Nächster &amp;Treffer</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>Edit the F&amp;ilter as Text</source>
        <translation>F&amp;ilter als Text bearbeiten</translation>
    </message>
    <message>
        <source>Copy &amp;Link to This View</source>
        <translation>Lin&amp;k zu dieser Ansicht kopieren</translation>
    </message>
    <message>
        <source>A gapline:// link that opens this execution with its filter, range and selection</source>
        <translation>Ein gapline://-Link, der diese Ausführung mit Filter, Bereich und Auswahl öffnet</translation>
    </message>
    <message>
        <source>Zoom to the &amp;Whole Stream</source>
        <translation>&amp;Ganzen Stream zeigen</translation>
    </message>
    <message>
        <source>&amp;Zoom to the Selection</source>
        <translation>Auf die Auswahl &amp;zoomen</translation>
    </message>
    <message>
        <source>To the selected event, gap or range of seqs</source>
        <translation>Auf das gewählte Event, die Lücke oder den Bereich von Seqs</translation>
    </message>
    <message>
        <source>Show &amp;Only the Selected Seqs</source>
        <translation>&amp;Nur die ausgewählten Seqs zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Gap Rows</source>
        <translation>&amp;Lückenzeilen zeigen</translation>
    </message>
    <message>
        <source>&amp;Clear the Filter</source>
        <translation>Fi&amp;lter leeren</translation>
    </message>
    <message>
        <source>&amp;Follow the End Where It Is Shown</source>
        <translation>Dem Ende &amp;folgen, wo es gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Always Show the End</source>
        <translation>&amp;Immer das Ende zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep My Place</source>
        <translation>Meine &amp;Stelle behalten</translation>
    </message>
    <message>
        <source>&amp;Save This View…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>Keeps filter and columns under a name</source>
        <translation>Bewahrt Filter und Spalten unter einem Namen auf</translation>
    </message>
    <message>
        <source>&amp;Rename or Delete Views…</source>
        <translation>Ansichten &amp;umbenennen oder löschen…</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>&amp;Normale Schrift</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Show the &amp;Executions List</source>
        <translation>Liste der &amp;Ausführungen zeigen</translation>
    </message>
    <message>
        <source>What &amp;Is Selected?</source>
        <translation>&amp;Was ist ausgewählt?</translation>
    </message>
    <message>
        <source>A card about the selected event or gap, beside its mark</source>
        <translation>Eine Karte zum gewählten Event oder zur Lücke, neben ihrer Marke</translation>
    </message>
    <message>
        <source>&amp;Time Instead of Seqs</source>
        <translation>&amp;Zeit statt Seqs</translation>
    </message>
    <message>
        <source>Place the timeline&apos;s events by their times</source>
        <translation>Setzt die Events der Zeitleiste an ihre Zeiten</translation>
    </message>
    <message>
        <source>Shorten &amp;Idle Stretches</source>
        <translation>&amp;Leerlauf verkürzen</translation>
    </message>
    <message>
        <source>On a time axis, long pauses become breaks that say how long they last</source>
        <translation>Auf einer Zeitachse werden lange Pausen zu Unterbrechungen, die ihre Dauer nennen</translation>
    </message>
    <message>
        <source>&amp;Collapse or Expand the Selected Lane</source>
        <translation>Gewählte Bahn ein- oder aus&amp;klappen</translation>
    </message>
    <message>
        <source>The steps that its node fanned out into share its lane</source>
        <translation>Die Schritte, in die ihr Knoten auffächert, teilen sich ihre Bahn</translation>
    </message>
    <message>
        <source>&amp;Expand All Lanes</source>
        <translation>Alle Bahnen &amp;ausklappen</translation>
    </message>
    <message>
        <source>Collapse &amp;All Lanes</source>
        <translation>Alle Bahnen &amp;einklappen</translation>
    </message>
    <message>
        <source>In Order of &amp;First Activity</source>
        <translation>Nach e&amp;rster Aktivität</translation>
    </message>
    <message>
        <source>In Order of the &amp;Definition</source>
        <translation>Nach der &amp;Definition</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Local Time</source>
        <translation>&amp;Lokale Zeit</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Like the System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Finds every command, execution and step by a few letters</source>
        <translation>Findet jeden Befehl, jede Ausführung und jeden Schritt mit wenigen Buchstaben</translation>
    </message>
    <message>
        <source>&amp;Search Executions</source>
        <translation>Ausführungen &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Next Execution</source>
        <translation>&amp;Nächste Ausführung</translation>
    </message>
    <message>
        <source>&amp;Previous Execution</source>
        <translation>&amp;Vorige Ausführung</translation>
    </message>
    <message>
        <source>Go to Se&amp;q or Time…</source>
        <translation>Gehe zu Se&amp;q oder Zeit…</translation>
    </message>
    <message>
        <source>Next &amp;Gap</source>
        <translation>Nächste &amp;Lücke</translation>
    </message>
    <message>
        <source>Previous G&amp;ap</source>
        <translation>V&amp;orige Lücke</translation>
    </message>
    <message>
        <source>Next &amp;Failure</source>
        <translation>Nächster &amp;Fehlschlag</translation>
    </message>
    <message>
        <source>Failed and breached events</source>
        <translation>Fehlgeschlagene Events und Events mit verletzter SLA</translation>
    </message>
    <message>
        <source>Previous Fail&amp;ure</source>
        <translation>Vo&amp;riger Fehlschlag</translation>
    </message>
    <message>
        <source>Next Event of the Same S&amp;tep</source>
        <translation>Nächstes Event desselben S&amp;chritts</translation>
    </message>
    <message>
        <source>Previous Event of the Same St&amp;ep</source>
        <translation>Voriges Event desselben Schri&amp;tts</translation>
    </message>
    <message>
        <source>&amp;Bookmark</source>
        <translation>&amp;Lesezeichen</translation>
    </message>
    <message>
        <source>Marks the selected seq, or takes its bookmark away</source>
        <translation>Markiert die gewählte Seq oder nimmt ihr Lesezeichen weg</translation>
    </message>
    <message>
        <source>Bookmark with a N&amp;ote…</source>
        <translation>Lesezeichen mit N&amp;otiz…</translation>
    </message>
    <message>
        <source>&amp;Next Bookmark</source>
        <translation>&amp;Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Previous Bookmark</source>
        <translation>&amp;Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Fetch what is new in the open execution</source>
        <translation>Abrufen, was in der offenen Ausführung neu ist</translation>
    </message>
    <message>
        <source>Refresh the &amp;List of Executions</source>
        <translation>&amp;Liste der Ausführungen aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Ask for new events of the running execution again and again</source>
        <translation>Immer wieder nach neuen Events der laufenden Ausführung fragen</translation>
    </message>
    <message>
        <source>&amp;Verify against API…</source>
        <translation>Gegen die API &amp;prüfen…</translation>
    </message>
    <message>
        <source>Read the execution from seq 0 again and compare it with the cache</source>
        <translation>Die Ausführung ab Seq 0 erneut lesen und mit dem Cache vergleichen</translation>
    </message>
    <message>
        <source>&amp;Sync All Executions</source>
        <translation>Alle Ausführungen &amp;synchronisieren</translation>
    </message>
    <message>
        <source>Fetch every execution that is new, running or changed</source>
        <translation>Jede Ausführung abrufen, die neu ist, läuft oder sich geändert hat</translation>
    </message>
    <message>
        <source>&amp;Cancel Fetching</source>
        <translation>A&amp;bruf abbrechen</translation>
    </message>
    <message>
        <source>Copy Execution &amp;Id</source>
        <translation>Ausführungs-&amp;Id kopieren</translation>
    </message>
    <message>
        <source>Copy Request as c&amp;URL</source>
        <translation>Anfrage als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>The request that fetches what follows; key and token as placeholders</source>
        <translation>Die Anfrage, die das Folgende abruft; Schlüssel und Token als Platzhalter</translation>
    </message>
    <message>
        <source>&amp;Reconcile Deliveries…</source>
        <translation>&amp;Zustellungen abgleichen…</translation>
    </message>
    <message>
        <source>Compare a receiver&apos;s log with the events: which webhooks did it miss?</source>
        <translation>Das Log eines Empfängers mit den Events vergleichen: Welche Webhooks hat er verpasst?</translation>
    </message>
    <message>
        <source>Show What Was &amp;Found</source>
        <translation>&amp;Ergebnis zeigen</translation>
    </message>
    <message>
        <source>&amp;Missed Only</source>
        <translation>&amp;Nur verpasste</translation>
    </message>
    <message>
        <source>&amp;Next Missed Webhook</source>
        <translation>Nächster verpasster &amp;Webhook</translation>
    </message>
    <message>
        <source>&amp;Previous Missed Webhook</source>
        <translation>V&amp;origer verpasster Webhook</translation>
    </message>
    <message>
        <source>&amp;Why This Verdict?</source>
        <translation>Waru&amp;m dieses Urteil?</translation>
    </message>
    <message>
        <source>&amp;Missed as CSV…</source>
        <translation>&amp;Verpasste als CSV…</translation>
    </message>
    <message>
        <source>Everything as &amp;CSV…</source>
        <translation>Alles als &amp;CSV…</translation>
    </message>
    <message>
        <source>Everything as &amp;NDJSON…</source>
        <translation>Alles als &amp;NDJSON…</translation>
    </message>
    <message>
        <source>&amp;HTML Report…</source>
        <translation>&amp;HTML-Bericht…</translation>
    </message>
    <message>
        <source>&amp;Recovery Pack…</source>
        <translation>&amp;Wiederherstellungspaket…</translation>
    </message>
    <message>
        <source>The missed events as webhook bodies, a curl script, and where to read from</source>
        <translation>Die verpassten Events als Webhook-Inhalte, ein curl-Skript und ab wo zu lesen ist</translation>
    </message>
    <message>
        <source>Replay Missed Web&amp;hooks…</source>
        <translation>Verpasste Webhooks erneut &amp;senden…</translation>
    </message>
    <message>
        <source>Read the Logs A&amp;gain</source>
        <translation>&amp;Logs erneut lesen</translation>
    </message>
    <message>
        <source>For what the receiver has logged since</source>
        <translation>Für das, was der Empfänger seither protokolliert hat</translation>
    </message>
    <message>
        <source>&amp;Save Case File…</source>
        <translation>&amp;Falldatei speichern…</translation>
    </message>
    <message>
        <source>The whole comparison in one file, to be shown elsewhere</source>
        <translation>Der ganze Abgleich in einer Datei, um ihn anderswo zu zeigen</translation>
    </message>
    <message>
        <source>&amp;Forget the Imported Log…</source>
        <translation>&amp;Importiertes Log vergessen…</translation>
    </message>
    <message>
        <source>Takes it out of the cache; the log file is left alone</source>
        <translation>Nimmt es aus dem Cache; die Logdatei bleibt unberührt</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>What &amp;Gaps Mean</source>
        <translation>Was &amp;Lücken bedeuten</translation>
    </message>
    <message>
        <source>&amp;Coverage</source>
        <translation>&amp;Abdeckung</translation>
    </message>
    <message>
        <source>&amp;Verdicts</source>
        <translation>&amp;Urteile</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Command &amp;Line</source>
        <translation>&amp;Befehlszeile</translation>
    </message>
    <message>
        <source>&amp;About Gapline</source>
        <translation>Über &amp;Gapline</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>Li&amp;zenz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Export What Is Shown</source>
        <translation>An&amp;gezeigtes exportieren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>When Events A&amp;rrive</source>
        <translation>Wenn &amp;Events eintreffen</translation>
    </message>
    <message>
        <source>Saved &amp;Views</source>
        <translation>Gespeicherte An&amp;sichten</translation>
    </message>
    <message>
        <source>&amp;X Axis</source>
        <translation>&amp;X-Achse</translation>
    </message>
    <message>
        <source>La&amp;nes</source>
        <translation>&amp;Bahnen</translation>
    </message>
    <message>
        <source>Te&amp;xt Size</source>
        <translation>Schriftg&amp;röße</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>Zei&amp;ten</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>Lese&amp;zeichen</translation>
    </message>
    <message>
        <source>E&amp;xecution</source>
        <translation>A&amp;usführung</translation>
    </message>
    <message>
        <source>&amp;Reconcile</source>
        <translation>Abg&amp;leich</translation>
    </message>
    <message>
        <source>&amp;Export What Was Found</source>
        <translation>E&amp;rgebnis exportieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open the Selected in New Tabs</source>
        <translation>A&amp;usgewählte in neuen Tabs öffnen</translation>
    </message>
    <message>
        <source>Those that are selected in the list of executions</source>
        <translation>Die in der Liste der Ausführungen ausgewählt sind</translation>
    </message>
    <message>
        <source>Next Tab</source>
        <translation>Nächster Tab</translation>
    </message>
    <message>
        <source>Previous Tab</source>
        <translation>Voriger Tab</translation>
    </message>
    <message>
        <source>Close Ta&amp;b</source>
        <translation>Tab schl&amp;ießen</translation>
    </message>
    <message>
        <source>&amp;Graph of the Definition…</source>
        <translation>&amp;Graph der Definition…</translation>
    </message>
    <message>
        <source>The definition&apos;s nodes and edges, and the path of this run</source>
        <translation>Knoten und Kanten der Definition und der Weg dieses Laufs</translation>
    </message>
    <message>
        <source>Com&amp;pare With…</source>
        <translation>Vergleichen &amp;mit…</translation>
    </message>
    <message>
        <source>Another execution: steps that only one has, turns of loops, waits, outcomes</source>
        <translation>Eine andere Ausführung: Schritte, die nur eine hat, Schleifendurchgänge, Wartezeiten, Ausgänge</translation>
    </message>
    <message>
        <source>Show the Co&amp;mparison</source>
        <translation>Vergleich an&amp;zeigen</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
</context>
<context>
    <name>Gapline::BookmarkCommands</name>
    <message>
        <source>No further bookmark</source>
        <translation>Kein weiteres Lesezeichen</translation>
    </message>
    <message>
        <source>No earlier bookmark</source>
        <translation>Kein früheres Lesezeichen</translation>
    </message>
    <message>
        <source>Select an event or a gap to mark it</source>
        <translation>Wählen Sie ein Event oder eine Lücke, um sie zu markieren</translation>
    </message>
    <message>
        <source>Bookmark of seq %1 removed, with its note</source>
        <translation>Lesezeichen von Seq %1 entfernt, mit seiner Notiz</translation>
    </message>
    <message>
        <source>Bookmark of seq %1 removed</source>
        <translation>Lesezeichen von Seq %1 entfernt</translation>
    </message>
    <message>
        <source>Seq %1 bookmarked; %2 adds a note</source>
        <translation>Seq %1 markiert; %2 fügt eine Notiz hinzu</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Note on seq %1, kept in the cache of this machine:</source>
        <translation>Notiz zu Seq %1, im Cache dieses Rechners aufbewahrt:</translation>
    </message>
    <message>
        <source>No bookmark in this execution</source>
        <translation>Kein Lesezeichen in dieser Ausführung</translation>
    </message>
    <message>
        <source>Seq %1</source>
        <translation>Seq %1</translation>
    </message>
    <message>
        <source>Seq %1: %2</source>
        <translation>Seq %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more: Next Bookmark leads to them</source>
        <translation>
            <numerusform>%n weiteres: „Nächstes Lesezeichen“ führt dorthin</numerusform>
            <numerusform>%n weitere: „Nächstes Lesezeichen“ führt zu ihnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::CaseCommands</name>
    <message>
        <source>Open a case file</source>
        <translation>Falldatei öffnen</translation>
    </message>
    <message>
        <source>Case files (*.gaplinecase)</source>
        <translation>Falldateien (*.gaplinecase)</translation>
    </message>
    <message>
        <source>Case file written to %1</source>
        <translation>Falldatei nach %1 geschrieben</translation>
    </message>
</context>
<context>
    <name>Gapline::CaseDialog</name>
    <message>
        <source>&amp;Mask payload values that may be secrets</source>
        <translation>Werte in Nutzdaten &amp;maskieren, die Geheimnisse sein können</translation>
    </message>
    <message>
        <source>Save Case File</source>
        <translation>Falldatei speichern</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>notes for whoever opens it, one a line</source>
        <translation>Notizen für alle, die sie öffnen, eine je Zeile</translation>
    </message>
    <message>
        <source>resumeKey, tokens and signatures in payloads. A masked case makes no recovery pack and no replay.</source>
        <translation>resumeKey, Token und Signaturen in Nutzdaten. Aus einem maskierten Fall lässt sich weder ein Wiederherstellungspaket machen noch erneut senden.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>A case file&apos;s name ends in %1, by which it is known.</source>
        <translation>Der Name einer Falldatei endet auf %1, daran wird sie erkannt.</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Der Ordner existiert nicht.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced, if it is a case file.</source>
        <translation>Die Datei existiert und wird ersetzt, wenn sie eine Falldatei ist.</translation>
    </message>
    <message>
        <source>What was compared (%1) with its events, the receiver&apos;s log rows, the verdicts and what was assumed of the receiver: in one file that opens elsewhere without account or network, with the same numbers. It never holds credentials or webhook secrets.</source>
        <translation>Was abgeglichen wurde (%1), mit den Events, den Logzeilen des Empfängers, den Urteilen und dem, was über den Empfänger angenommen wurde: in einer Datei, die sich anderswo ohne Konto und Netz mit denselben Zahlen öffnet. Zugangsdaten und Webhook-Geheimnisse enthält sie nie.</translation>
    </message>
</context>
<context>
    <name>Gapline::CommandPalette</name>
    <message>
        <source>Command Palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>A command, an execution by id or correlation, or a step</source>
        <translation>Ein Befehl, eine Ausführung nach Id oder Korrelation, oder ein Schritt</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Was zu finden ist</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Nothing matches. A few letters of each word are enough, in their order.</source>
        <translation>Nichts passt. Wenige Buchstaben jedes Worts genügen, in ihrer Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>Gapline::CompareDialog</name>
    <message>
        <source>Compare With</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Which execution is %1 to be compared with? Their steps are aligned by their place in the graph, whatever their ids.</source>
        <translation>Mit welcher Ausführung soll %1 verglichen werden? Die Schritte werden nach ihrem Platz im Graphen einander zugeordnet, gleich welche Ids sie haben.</translation>
    </message>
    <message>
        <source>id, correlation, definition…</source>
        <translation>Id, Korrelation, Definition…</translation>
    </message>
    <message>
        <source>Search executions</source>
        <translation>Ausführungen suchen</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
</context>
<context>
    <name>Gapline::CompareModel</name>
    <message>
        <source> · seq %1 to %2</source>
        <translation> · Seq %1 bis %2</translation>
    </message>
    <message>
        <source>Which visit of the step: a loop comes back to the same one</source>
        <translation>Der wievielte Besuch des Schritts: Eine Schleife kommt zum selben zurück</translation>
    </message>
    <message>
        <source>From step.awaiting-approval to the event that ended the step</source>
        <translation>Von step.awaiting-approval bis zum Event, das den Schritt beendete</translation>
    </message>
    <message>
        <source>B&apos;s wait less A&apos;s</source>
        <translation>Wartezeit von B minus der von A</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Durchgang</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Waited in A</source>
        <translation>Gewartet in A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Waited in B</source>
        <translation>Gewartet in B</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>Gapline::ComparePage</name>
    <message>
        <source>&amp;Only differences</source>
        <translation>&amp;Nur Unterschiede</translation>
    </message>
    <message>
        <source>Two executions compared</source>
        <translation>Zwei Ausführungen im Vergleich</translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation>A und B &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Back to the Execution</source>
        <translation>&amp;Zurück zur Ausführung</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>Ausführung %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>What differs, and what that covers</source>
        <translation>Was sich unterscheidet, und was das umfasst</translation>
    </message>
    <message>
        <source>Hides steps that are the same, and those of which nothing is proved</source>
        <translation>Blendet Schritte aus, die gleich sind, und solche, von denen nichts bewiesen ist</translation>
    </message>
    <message>
        <source>Waits count as &amp;different from</source>
        <translation>&amp;Wartezeiten gelten als verschieden ab</translation>
    </message>
    <message>
        <source>Waits count as different from</source>
        <translation>Wartezeiten gelten als verschieden ab</translation>
    </message>
    <message>
        <source>1 ms</source>
        <translation>1 ms</translation>
    </message>
    <message>
        <source>1 s</source>
        <translation>1 s</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Steps of both executions</source>
        <translation>Schritte beider Ausführungen</translation>
    </message>
    <message>
        <source>Show the Step in &amp;A</source>
        <translation>Schritt in &amp;A zeigen</translation>
    </message>
    <message>
        <source>Show the Step in &amp;B</source>
        <translation>Schritt in &amp;B zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy Rows as CS&amp;V</source>
        <translation>Zeilen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>A has no event of this step</source>
        <translation>A hat kein Event dieses Schritts</translation>
    </message>
    <message>
        <source>B has no event of this step</source>
        <translation>B hat kein Event dieses Schritts</translation>
    </message>
    <message>
        <source>No row is selected</source>
        <translation>Keine Zeile ist ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 steps shown</source>
        <translation>%1 von %2 Schritten gezeigt</translation>
    </message>
    <message>
        <source>No executions are chosen. Open one, then choose Execution › Compare With…</source>
        <translation>Keine Ausführungen sind gewählt. Öffne eine und wähle dann Ausführung › Vergleichen mit…</translation>
    </message>
    <message>
        <source>Reading both executions from the cache …</source>
        <translation>Beide Ausführungen werden aus dem Cache gelesen …</translation>
    </message>
    <message>
        <source>The executions could not be read.</source>
        <translation>Die Ausführungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Neither execution has a step that is known yet.</source>
        <translation>Von keiner der Ausführungen ist bisher ein Schritt bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>No difference is proved. %n step(s) could not be compared: see what is covered above.</source>
        <translation>
            <numerusform>Kein Unterschied ist bewiesen. %n Schritt konnte nicht verglichen werden: Was erfasst ist, steht oben.</numerusform>
            <numerusform>Kein Unterschied ist bewiesen. %n Schritte konnten nicht verglichen werden: Was erfasst ist, steht oben.</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences: every step of one is in the other, ended with the same type of event and waited as long.</source>
        <translation>Keine Unterschiede: Jeder Schritt der einen ist in der anderen, endete mit demselben Eventtyp und wartete ebenso lange.</translation>
    </message>
    <message>
        <source>%1 of %2 step shown</source>
        <translation>%1 von %2 Schritt gezeigt</translation>
    </message>
</context>
<context>
    <name>Gapline::ConnectionDialog</name>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file holds no PEM certificate.</source>
        <translation>Diese Datei enthält kein PEM-Zertifikat.</translation>
    </message>
    <message>
        <source>Connect to the API</source>
        <translation>Mit der API verbinden</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produktion</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>those of the system alone</source>
        <translation>nur die des Systems</translation>
    </message>
    <message>
        <source>Own CA file</source>
        <translation>Eigene CA-Datei</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted beside those of the system, for a TLS proxy of your own. There is no way to switch the check off.</source>
        <translation>Zertifikate (PEM), denen neben denen des Systems vertraut wird, für einen eigenen TLS-Proxy. Abschalten lässt sich die Prüfung nicht.</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>Auth-Token</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>&amp;Basis-URL</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Auth &amp;token</source>
        <translation>Auth-&amp;Token</translation>
    </message>
    <message>
        <source>CA &amp;file</source>
        <translation>CA-&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Holds a blank or a character that cannot be sent. Was more than the value copied?</source>
        <translation>Enthält ein Leerzeichen oder ein Zeichen, das nicht gesendet werden kann. Wurde mehr als der Wert kopiert?</translation>
    </message>
    <message>
        <source>PEM certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM-Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Key and token go to the system keychain if there is one; otherwise they are kept for this session only.</source>
        <translation>Schlüssel und Token kommen in den Schlüsselbund des Systems, wenn es einen gibt; sonst werden sie nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Key and token are kept in the system keychain, for this address alone.</source>
        <translation>Schlüssel und Token liegen im Schlüsselbund des Systems, nur für diese Adresse.</translation>
    </message>
    <message>
        <source>There is no system keychain: key and token are kept for this session only.</source>
        <translation>Es gibt keinen Schlüsselbund: Schlüssel und Token werden nur für diese Sitzung behalten.</translation>
    </message>
</context>
<context>
    <name>Gapline::CoreText</name>
    <message>
        <source>%1 is a log that was compared, and would be replaced. Choose another folder.</source>
        <translation>%1 ist ein Protokoll, das abgeglichen wurde, und würde ersetzt. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 is a log that was compared, and would be replaced. Choose another name.</source>
        <translation>%1 ist ein Protokoll, das abgeglichen wurde, und würde ersetzt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The server asked for no request within the next %1 s.</source>
        <translation>Der Server bat darum, in den nächsten %1 s nichts anzufragen.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No API key is set.</source>
        <translation>Es ist kein API-Schlüssel gesetzt.</translation>
    </message>
    <message>
        <source>No auth token is set.</source>
        <translation>Es ist kein Auth-Token gesetzt.</translation>
    </message>
    <message>
        <source>The auth token holds characters that cannot be sent.</source>
        <translation>Das Auth-Token enthält Zeichen, die nicht gesendet werden können.</translation>
    </message>
    <message>
        <source>The API key holds characters that cannot be sent.</source>
        <translation>Der API-Schlüssel enthält Zeichen, die nicht gesendet werden können.</translation>
    </message>
    <message>
        <source>The CA file %1 cannot be read: %2</source>
        <translation>Die CA-Datei %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The CA file %1 holds no PEM certificate.</source>
        <translation>Die CA-Datei %1 enthält kein PEM-Zertifikat.</translation>
    </message>
    <message>
        <source>An element of events is no object.</source>
        <translation>Ein Element von events ist kein Objekt.</translation>
    </message>
    <message>
        <source>events is no array, or there twice.</source>
        <translation>events ist kein Array oder doppelt vorhanden.</translation>
    </message>
    <message>
        <source>events is missing.</source>
        <translation>events fehlt.</translation>
    </message>
    <message>
        <source>result is no object, or there twice.</source>
        <translation>result ist kein Objekt oder doppelt vorhanden.</translation>
    </message>
    <message>
        <source>result is no object.</source>
        <translation>result ist kein Objekt.</translation>
    </message>
    <message>
        <source>events is no array.</source>
        <translation>events ist kein Array.</translation>
    </message>
    <message>
        <source>%1 after seq %2</source>
        <translation>%1 nach Seq %2</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>first page</source>
        <translation>erste Seite</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1 is %2, where %3 is documented (page after seq %4).</source>
        <translation>%1: %2; dokumentiert ist %3 (Seite nach Seq %4).</translation>
    </message>
    <message>
        <source>%1 of event %2</source>
        <translation>%1 von Event %2</translation>
    </message>
    <message>
        <source>Event %1 of the page after seq %2 has %3 bytes; 4 MiB are accepted.</source>
        <translation>Event %1 der Seite nach Seq %2 hat %3 Bytes; angenommen werden 4 MiB.</translation>
    </message>
    <message>
        <source>an integer of at most 2^53 - 1</source>
        <translation>eine ganze Zahl bis 2^53 - 1</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text or null</source>
        <translation>ein Text oder null</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>%1 bytes had arrived.</source>
        <translation>%1 Bytes waren angekommen.</translation>
    </message>
    <message>
        <source>No connection could be made within %1 s.</source>
        <translation>Innerhalb von %1 s kam keine Verbindung zustande.</translation>
    </message>
    <message>
        <source>No answer began within %1 s.</source>
        <translation>Innerhalb von %1 s begann keine Antwort.</translation>
    </message>
    <message>
        <source>The answer came too slowly: less than 1 KiB/s.</source>
        <translation>Die Antwort kam zu langsam: weniger als 1 KiB/s.</translation>
    </message>
    <message>
        <source>The answer did not end within %1 s.</source>
        <translation>Die Antwort endete nicht innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>The answer&apos;s body is larger than may be read.</source>
        <translation>Der Inhalt der Antwort ist größer, als gelesen werden darf.</translation>
    </message>
    <message>
        <source>The answer&apos;s headers are larger than may be read.</source>
        <translation>Die Kopfzeilen der Antwort sind größer, als gelesen werden darf.</translation>
    </message>
    <message>
        <source>The server&apos;s TLS certificate is not trusted: %1</source>
        <translation>Dem TLS-Zertifikat des Servers wird nicht vertraut: %1</translation>
    </message>
    <message>
        <source>The server could not be reached: %1</source>
        <translation>Der Server war nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The connection broke off in mid-answer: %1</source>
        <translation>Die Verbindung brach mitten in der Antwort ab: %1</translation>
    </message>
    <message>
        <source>The server answered with HTTP status %1 and no error envelope.</source>
        <translation>Der Server antwortete mit HTTP-Status %1 und ohne Fehlerbeschreibung.</translation>
    </message>
    <message>
        <source>The server redirects (HTTP %1) without saying where to; that is not followed.</source>
        <translation>Der Server leitet um (HTTP %1), ohne zu sagen wohin; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The server redirects (HTTP %1) to %2; that is not followed.</source>
        <translation>Der Server leitet um (HTTP %1) nach %2; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>(no message)</source>
        <translation>(keine Meldung)</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>einem Fehler</translation>
    </message>
    <message>
        <source>The API answered %1: %2%3</source>
        <translation>Die API antwortete mit %1: %2%3</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>The answer is a web page, not JSON: something stands between.</source>
        <translation>Die Antwort ist eine Webseite, kein JSON: Etwas steht dazwischen.</translation>
    </message>
    <message>
        <source>The answer is cut off, or no well-formed JSON (%1 bytes).</source>
        <translation>Die Antwort ist abgeschnitten oder kein wohlgeformtes JSON (%1 Bytes).</translation>
    </message>
    <message>
        <source>The answer is no JSON envelope with a result.</source>
        <translation>Die Antwort ist kein JSON-Objekt mit einem Ergebnis (result).</translation>
    </message>
    <message>
        <source>The answer could not be read to its end: %1</source>
        <translation>Die Antwort konnte nicht bis zum Ende gelesen werden: %1</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>%1 of %2 is not %3, as documented.</source>
        <translation>%1 von %2 ist nicht %3, wie dokumentiert.</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>einem Schritt</translation>
    </message>
    <message>
        <source>steps is no array.</source>
        <translation>steps ist kein Array.</translation>
    </message>
    <message>
        <source>an execution</source>
        <translation>einer Ausführung</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>ein nicht leerer Text</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>der Liste</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>ein Array</translation>
    </message>
    <message>
        <source>a definition</source>
        <translation>einer Definition</translation>
    </message>
    <message>
        <source>cannot be looked at</source>
        <translation>kann nicht untersucht werden</translation>
    </message>
    <message>
        <source>is a symbolic link</source>
        <translation>ist ein symbolischer Link</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>belongs to another user</source>
        <translation>gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>cannot be made</source>
        <translation>kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>cannot be set aside</source>
        <translation>kann nicht beiseitegelegt werden</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>wird gerade benutzt</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2: %3</source>
        <translation>%1 kann nicht nach %2 verschoben werden: %3</translation>
    </message>
    <message>
        <source>%1 is a database of another program (application id %2).</source>
        <translation>%1 ist die Datenbank eines anderen Programms (Application-Id %2).</translation>
    </message>
    <message>
        <source>%1 has schema version %2; this Gapline knows versions up to %3. The file was left as it is.</source>
        <translation>%1 hat Schemaversion %2; dieses Gapline kennt Versionen bis %3. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>its tables are not those of a cache</source>
        <translation>ihre Tabellen sind nicht die eines Caches</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is no cache of Gapline. It was left as it is.</source>
        <translation>%1 ist kein Cache von Gapline. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>. It was left as it is.</source>
        <translation>. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>There is no cache at %1.</source>
        <translation>Unter %1 gibt es keinen Cache.</translation>
    </message>
    <message>
        <source>The cache is not open.</source>
        <translation>Der Cache ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The settings or logs of the comparison in %1 were changed since the case file was written.</source>
        <translation>Die Einstellungen oder Logs des Vergleichs in %1 wurden geändert, seit die Falldatei geschrieben wurde.</translation>
    </message>
    <message>
        <source>The receiver&apos;s rows in %1 were changed since the case file was written.</source>
        <translation>Die Zeilen des Empfängers in %1 wurden geändert, seit die Falldatei geschrieben wurde.</translation>
    </message>
    <message>
        <source>%1 holds no retry schedule.</source>
        <translation>%1 enthält keinen Zeitplan der Wiederholungen.</translation>
    </message>
    <message>
        <source>%1 is a cache, but no case file. %2</source>
        <translation>%1 ist ein Cache, aber keine Falldatei. %2</translation>
    </message>
    <message>
        <source>%1 is no case file. %2</source>
        <translation>%1 ist keine Falldatei. %2</translation>
    </message>
    <message>
        <source>gapline reconcile --case-file writes one, and so does Save Case File… in the window.</source>
        <translation>gapline reconcile --case-file schreibt eine, im Fenster auch „Falldatei speichern…“.</translation>
    </message>
    <message>
        <source>There is no case file at %1.</source>
        <translation>%1: dort gibt es keine Falldatei.</translation>
    </message>
    <message>
        <source>The case file %1 is damaged. It cannot be fetched again: use another copy of it.</source>
        <translation>Die Falldatei %1 ist beschädigt. Sie lässt sich nicht neu abrufen: nehmen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>%1 is there and is no case file; it was left as it is.</source>
        <translation>%1 gibt es schon, und es ist keine Falldatei; sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The event with seq %1 of %2 cannot be read; sync it again first.</source>
        <translation>Das Event mit Seq %1 von %2 kann nicht gelesen werden; rufen Sie es zuerst erneut ab.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The log imported for &quot;%1&quot; fails its checksum and is not shown: import it again.</source>
        <translation>Die Prüfsumme des für „%1“ importierten Logs stimmt nicht, daher wird es nicht gezeigt: Importieren Sie es erneut.</translation>
    </message>
    <message>
        <source>The events of segment %1 are no longer in the cache.</source>
        <translation>Die Events von Segment %1 sind nicht mehr im Cache.</translation>
    </message>
    <message>
        <source>The log imported for &quot;%1&quot; cannot be read: import it again.</source>
        <translation>Das für „%1“ importierte Log kann nicht gelesen werden: Importieren Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 is no receiver&apos;s log: it holds neither JSON objects nor a header with one of %2.</source>
        <translation>%1 ist kein Log eines Empfängers: Die Datei enthält weder JSON-Objekte noch einen Kopf mit einem von %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1=%2&quot; maps no field: give one of %3 and a column.</source>
        <translation>„%1=%2“ ordnet kein Feld zu: Geben Sie eines von %3 und eine Spalte an.</translation>
    </message>
    <message>
        <source>The event&apos;s %1 bytes are no JSON object.</source>
        <translation>Die %1 Bytes des Events sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no http or https address.</source>
        <translation>„%1“ ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>The base URL may hold no user, query or fragment.</source>
        <translation>Die Basis-URL darf weder Benutzer noch Query noch Fragment enthalten.</translation>
    </message>
    <message>
        <source>http:// to %1 would send the keys unprotected.</source>
        <translation>http:// zu %1 würde die Schlüssel ungeschützt senden.</translation>
    </message>
    <message>
        <source>The receiver&apos;s address may hold no user or fragment.</source>
        <translation>Die Adresse des Empfängers darf weder Benutzer noch Fragment enthalten.</translation>
    </message>
    <message>
        <source>%1 is the API, not a receiver: nothing is ever sent to it.</source>
        <translation>%1 ist die API, kein Empfänger: Dorthin wird nie etwas gesendet.</translation>
    </message>
    <message>
        <source>http:// to %1 would send the events unprotected.</source>
        <translation>http:// zu %1 würde die Events ungeschützt senden.</translation>
    </message>
    <message>
        <source>In quotes it is text to search for.</source>
        <translation>In Anführungszeichen ist es Text, nach dem gesucht wird.</translation>
    </message>
    <message>
        <source>There is no &quot;%1:&quot;; &quot;%2:&quot; may be meant. %3</source>
        <translation>„%1:“ gibt es nicht; vielleicht ist „%2:“ gemeint. %3</translation>
    </message>
    <message>
        <source>There is no &quot;%1:&quot;, but type:, step:, seq:, from:, to:, verdict: and text:. %2</source>
        <translation>„%1:“ gibt es nicht, wohl aber type:, step:, seq:, from:, to:, verdict: und text:. %2</translation>
    </message>
    <message>
        <source>A range of seqs is 10..40, 10.. or ..40, and one seq 15.</source>
        <translation>Ein Bereich von Seqs ist 10..40, 10.. oder ..40, eine einzelne Seq 15.</translation>
    </message>
    <message>
        <source>Seqs begin at 1 and end at %1.</source>
        <translation>Seqs beginnen bei 1 und enden bei %1.</translation>
    </message>
    <message>
        <source>This range of seqs runs backwards.</source>
        <translation>Dieser Bereich von Seqs läuft rückwärts.</translation>
    </message>
    <message>
        <source>A filter has one range of seqs; leave this one out.</source>
        <translation>Ein Filter hat nur einen Bereich von Seqs; lassen Sie diesen weg.</translation>
    </message>
    <message>
        <source>A time is ISO 8601, in UTC unless it names a zone, or milliseconds since 1970.</source>
        <translation>Eine Zeit ist ISO 8601, in UTC, wenn sie keine Zone nennt, oder Millisekunden seit 1970.</translation>
    </message>
    <message>
        <source>A filter has one &quot;%1:&quot;; leave this one out.</source>
        <translation>Ein Filter hat nur ein „%1:“; lassen Sie dieses weg.</translation>
    </message>
    <message>
        <source>The span of time ends before it begins.</source>
        <translation>Die Zeitspanne endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>A verdict is one of %1.</source>
        <translation>Ein Urteil ist eines von %1.</translation>
    </message>
    <message>
        <source>This quote is never closed.</source>
        <translation>Dieses Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>After a closing quote a space is wanted.</source>
        <translation>Nach einem schließenden Anführungszeichen gehört ein Leerzeichen.</translation>
    </message>
    <message>
        <source>Only types and steps can be excluded: -type: and -step:.</source>
        <translation>Nur Typen und Schritte lassen sich ausschließen: -type: und -step:.</translation>
    </message>
    <message>
        <source>Something is wanted after &quot;%1:&quot;.</source>
        <translation>Nach „%1:“ fehlt noch etwas.</translation>
    </message>
    <message>
        <source>None of %1 events of this type was delivered, while the receiver took others in between: the subscription may leave it out.</source>
        <translation>Keines von %1 Events dieses Typs wurde zugestellt, während der Empfänger dazwischen andere annahm: Das Abonnement lässt ihn womöglich aus.</translation>
    </message>
    <message>
        <source>No delivery of any of %1 executions from version %2 on, while earlier versions had some: an update that did not send webhookConfig again drops it.</source>
        <translation>Keine Zustellung bei %1 Ausführungen ab Version %2, während frühere Versionen welche hatten: Ein Update, das webhookConfig nicht erneut sendet, entfernt es.</translation>
    </message>
    <message>
        <source>No delivery of any of %1 executions from version %2 on: an update that did not send webhookConfig again drops it.</source>
        <translation>Keine Zustellung bei %1 Ausführungen ab Version %2: Ein Update, das webhookConfig nicht erneut sendet, entfernt es.</translation>
    </message>
    <message>
        <source>No delivery of this execution, while the receiver took those of others: it may have been dispatched with a webhook of its own.</source>
        <translation>Keine Zustellung dieser Ausführung, während der Empfänger die anderer annahm: Sie wurde womöglich mit eigenem Webhook gestartet.</translation>
    </message>
    <message>
        <source>None of %1 signatures is valid with the secrets given.</source>
        <translation>Keine von %1 Signaturen ist mit den angegebenen Geheimnissen gültig.</translation>
    </message>
    <message>
        <source>From %1 on no signature is valid, the last valid one came at %2: the secret may have been rotated.</source>
        <translation>Ab %1 ist keine Signatur gültig, die letzte gültige kam um %2: Das Geheimnis wurde womöglich gewechselt.</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>%1 lost for good</source>
        <translation>%1 endgültig verloren</translation>
    </message>
    <message>
        <source>%1 rejected for good</source>
        <translation>%1 endgültig abgelehnt</translation>
    </message>
    <message>
        <source>%1 came only when sent again</source>
        <translation>%1 erst nach erneutem Senden angekommen</translation>
    </message>
    <message>
        <source>%1 arrived late</source>
        <translation>%1 verspätet angekommen</translation>
    </message>
    <message>
        <source>%1 may still arrive</source>
        <translation>%1 noch möglich</translation>
    </message>
    <message>
        <source>The last attempt comes %1 after the event: events of the first %2 had none left.</source>
        <translation>Der letzte Versuch kommt %1 nach dem Event: Für Events der ersten %2 blieb keiner mehr.</translation>
    </message>
    <message>
        <source>The last attempt comes %1 after the event, so an outage this short loses nothing.</source>
        <translation>Der letzte Versuch kommt %1 nach dem Event, ein so kurzer Ausfall verliert also nichts.</translation>
    </message>
    <message>
        <source>The last attempt comes %1 after the event: an outage this short does not explain the loss by itself.</source>
        <translation>Der letzte Versuch kommt %1 nach dem Event: Ein so kurzer Ausfall erklärt den Verlust allein nicht.</translation>
    </message>
    <message>
        <source>%1 (%2): %3.</source>
        <translation>%1 (%2): %3.</translation>
    </message>
    <message>
        <source>%1 (%2, not over): %3.</source>
        <translation>%1 (%2, nicht vorbei): %3.</translation>
    </message>
    <message>
        <source>The settings hold a receiver that cannot be read.</source>
        <translation>Die Einstellungen enthalten einen Empfänger, der nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Nothing of execution &quot;%1&quot; is in the cache: run gapline sync first.</source>
        <translation>Von der Ausführung „%1“ ist nichts im Cache: Rufen Sie sie zuerst ab.</translation>
    </message>
    <message>
        <source>The comparison was stopped.</source>
        <translation>Der Abgleich wurde gestoppt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no retry schedule: %2. Give direct, advanced, or seconds such as 0,2,10.</source>
        <translation>„%1“ ist kein Zeitplan der Wiederholungen: %2. Geben Sie direct, advanced oder Sekunden wie 0,2,10 an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of seconds</source>
        <translation>„%1“ ist keine Anzahl von Sekunden</translation>
    </message>
    <message>
        <source>it must begin with 0</source>
        <translation>er muss mit 0 beginnen</translation>
    </message>
    <message>
        <source>its seconds must ascend</source>
        <translation>seine Sekunden müssen steigen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>attempts at %1 s, %2 s timeout each: over after %3 s</source>
        <translation>Versuche bei %1 s, Zeitgrenze je %2 s: vorbei nach %3 s</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an internal type, which is never sent as a webhook</source>
        <translation>„%1“ ist ein interner Typ, der nie als Webhook gesendet wird</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no documented type and subscribes to nothing</source>
        <translation>„%1“ ist kein dokumentierter Typ und abonniert nichts</translation>
    </message>
    <message>
        <source>; did you mean &quot;%1&quot;?</source>
        <translation>; meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(unbekannt)</translation>
    </message>
    <message>
        <source>%1 to cursor %2 (complete, fetched %3)</source>
        <translation>%1 bis Cursor %2 (vollständig, abgerufen %3)</translation>
    </message>
    <message>
        <source>%1 to cursor %2 (not complete, fetched %3)</source>
        <translation>%1 bis Cursor %2 (nicht vollständig, abgerufen %3)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Compared 1 execution: %1.</source>
        <translation>Abgeglichen: 1 Ausführung: %1.</translation>
    </message>
    <message>
        <source>Compared %1 executions, %2 of them complete, fetched %3 to %4: %5.</source>
        <translation>Abgeglichen: %1 Ausführungen, davon %2 vollständig, abgerufen %3 bis %4: %5.</translation>
    </message>
    <message>
        <source>By the log&apos;s clock every first attempt came at least %1 s after its event: if that clock is ahead, the log ends as much earlier than its span says, and what is called missed there is not covered.</source>
        <translation>Nach der Uhr des Logs kam jeder erste Versuch mindestens %1 s nach seinem Event: Geht diese Uhr vor, so endet das Log um so viel früher, als seine Spanne sagt, und was dort verpasst heißt, ist nicht abgedeckt.</translation>
    </message>
    <message>
        <source>By the log&apos;s clock every first attempt came at least %1 s before its event: that clock is behind, the log begins as much later than its span says, and what is called missed there is not covered.</source>
        <translation>Nach der Uhr des Logs kam jeder erste Versuch mindestens %1 s vor seinem Event: Diese Uhr geht nach, das Log beginnt um so viel später, als seine Spanne sagt, und was dort verpasst heißt, ist nicht abgedeckt.</translation>
    </message>
    <message>
        <source>Log span: %1 to %2 (stated); as of %3.</source>
        <translation>Spanne des Logs: %1 bis %2 (angegeben); Stand %3.</translation>
    </message>
    <message>
        <source>Log span: %1 to %2 (from its rows); as of %3.</source>
        <translation>Spanne des Logs: %1 bis %2 (aus seinen Zeilen); Stand %3.</translation>
    </message>
    <message>
        <source>Subscription assumed: %1; schedule %2: %3.</source>
        <translation>Angenommenes Abonnement: %1; Zeitplan %2: %3.</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>alle Typen</translation>
    </message>
    <message>
        <source>Not read, because nothing of them is in the cache: %1 (%2).</source>
        <translation>Nicht gelesen, weil nichts davon im Cache ist: %1 (%2).</translation>
    </message>
    <message>
        <source>%1 (%2): %3 rows, %4 not readable, %5 repeated.</source>
        <translation>%1 (%2): Zeilen: %3, nicht lesbar: %4, wiederholt: %5.</translation>
    </message>
    <message>
        <source>%1 log rows belong to cached executions that were not compared.</source>
        <translation>Logzeilen von Ausführungen im Cache, die nicht abgeglichen wurden: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The directory %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Line %1 of %2 is no event of a recovery pack.</source>
        <translation>Zeile %1 von %2 ist kein Event eines Wiederherstellungspakets.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2.</source>
        <translation>Das Journal %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read: %2.</source>
        <translation>Das Journal %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Another replay is writing the journal %1.</source>
        <translation>Ein anderer Sendelauf schreibt gerade das Journal %1.</translation>
    </message>
    <message>
        <source>The stored bytes around seq %1 fail their checksum.</source>
        <translation>Die Prüfsumme der gespeicherten Bytes um Seq %1 stimmt nicht.</translation>
    </message>
    <message>
        <source>The stored bytes of seq %1 are cut off.</source>
        <translation>Die gespeicherten Bytes von Seq %1 sind abgeschnitten.</translation>
    </message>
    <message>
        <source>Writing %1 bytes failed: %2.</source>
        <translation>%1 Bytes konnten nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Only %1 of %2 bytes could be written; the disk may be full.</source>
        <translation>Nur %1 von %2 Bytes konnten geschrieben werden; die Festplatte ist womöglich voll.</translation>
    </message>
    <message>
        <source>Stopped after %1 rows.</source>
        <translation>Nach %1 Zeilen gestoppt.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>The API returned other content than before for seq %1; all versions are kept.</source>
        <translation>Die API lieferte für Seq %1 anderen Inhalt als zuvor; alle Fassungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>The API no longer returned what is stored at seq %1; it is kept and marked.</source>
        <translation>Die API lieferte nicht mehr, was bei Seq %1 gespeichert ist; es bleibt erhalten und markiert.</translation>
    </message>
    <message>
        <source>The request was dropped.</source>
        <translation>Die Anfrage wurde verworfen.</translation>
    </message>
    <message>
        <source>The sync of all executions was stopped.</source>
        <translation>Das Synchronisieren aller Ausführungen wurde gestoppt.</translation>
    </message>
    <message>
        <source>Listing the executions was stopped.</source>
        <translation>Das Auflisten der Ausführungen wurde gestoppt.</translation>
    </message>
    <message>
        <source>All executions of one page started at %1: further ones of that moment cannot be listed.</source>
        <translation>Alle Ausführungen einer Seite begannen bei %1: Weitere dieses Augenblicks lassen sich nicht auflisten.</translation>
    </message>
    <message>
        <source>%1 pages in a row of the list of executions named none that had not been listed before, and more were to follow; %2 executions were listed.</source>
        <translation>%1 Seiten der Liste der Ausführungen in Folge nannten keine, die nicht schon aufgelistet war, und weitere sollten folgen; %2 Ausführungen wurden aufgelistet.</translation>
    </message>
    <message>
        <source>The list of executions returned the cursor %1 a second time; %2 executions were listed.</source>
        <translation>Die Liste der Ausführungen lieferte den Cursor %1 ein zweites Mal; %2 Ausführungen wurden aufgelistet.</translation>
    </message>
    <message>
        <source>Event seq %1 lies at or below sinceSeq %2.</source>
        <translation>Die Event-Seq %1 liegt nicht über sinceSeq %2.</translation>
    </message>
    <message>
        <source>Seq %1 appears twice in the page after seq %2.</source>
        <translation>Seq %1 kommt in der Seite nach Seq %2 zweimal vor.</translation>
    </message>
    <message>
        <source>Seq %1 follows seq %2 in one page.</source>
        <translation>Seq %1 folgt in einer Seite auf Seq %2.</translation>
    </message>
    <message>
        <source>Event seq %1 lies above nextCursor %2.</source>
        <translation>Die Event-Seq %1 liegt über nextCursor %2.</translation>
    </message>
    <message>
        <source>executionId is missing in the page after seq %1.</source>
        <translation>In der Seite nach Seq %1 fehlt executionId.</translation>
    </message>
    <message>
        <source>Asked for execution %1, the page is of %2.</source>
        <translation>Gefragt war nach der Ausführung %1, die Seite ist von %2.</translation>
    </message>
    <message>
        <source>nextCursor %1 lies before sinceSeq %2.</source>
        <translation>nextCursor %1 liegt vor sinceSeq %2.</translation>
    </message>
    <message>
        <source>hasMore is true, but nextCursor %1 is no further than sinceSeq %2.</source>
        <translation>hasMore ist true, aber nextCursor %1 ist nicht weiter als sinceSeq %2.</translation>
    </message>
    <message>
        <source>The page after seq %1 holds %2 events; %3 were asked for.</source>
        <translation>Die Seite nach Seq %1 enthält %2 Events; gefragt war nach %3.</translation>
    </message>
    <message>
        <source>%1 more ranges</source>
        <translation>%1 weitere Bereiche</translation>
    </message>
    <message>
        <source>Appeared late: seq %1 had been scanned before without an event; what came now is stored and marked.</source>
        <translation>Spät erschienen: Seq %1 war zuvor ohne Event gescannt worden; was nun kam, ist gespeichert und markiert.</translation>
    </message>
    <message>
        <source>Coverage differs: seq %1 had been scanned before, but the API now ends before; what is stored is kept.</source>
        <translation>Andere Abdeckung: Seq %1 war zuvor gescannt worden, aber die API endet nun davor; was gespeichert ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Nothing was read</source>
        <translation>Nichts wurde gelesen</translation>
    </message>
    <message>
        <source>Seq %1 read again</source>
        <translation>Seq %1 erneut gelesen</translation>
    </message>
    <message>
        <source>, not to the end</source>
        <translation>, nicht bis zum Ende</translation>
    </message>
    <message>
        <source>1 event as stored</source>
        <translation>1 Event wie gespeichert</translation>
    </message>
    <message>
        <source>%1 events as stored</source>
        <translation>%1 Events wie gespeichert</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 verschwunden</translation>
    </message>
    <message>
        <source>%1 appeared late</source>
        <translation>%1 spät erschienen</translation>
    </message>
    <message>
        <source>1 seq no longer reached</source>
        <translation>1 Seq nicht mehr erreicht</translation>
    </message>
    <message>
        <source>%1 seqs no longer reached</source>
        <translation>%1 Seqs nicht mehr erreicht</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>The API says that nothing follows seq %1, but has returned events after it before.</source>
        <translation>Die API sagt, dass auf Seq %1 nichts folgt, hat aber zuvor Events danach geliefert.</translation>
    </message>
    <message>
        <source>%1 pages in a row held no event and said hasMore; the cursor has come to seq %2.</source>
        <translation>%1 Seiten nacheinander enthielten kein Event und sagten hasMore; der Cursor ist bis Seq %2 gekommen.</translation>
    </message>
    <message>
        <source>The refused page could not be kept: %1</source>
        <translation>Die zurückgewiesene Seite konnte nicht aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>The sync was stopped at seq %1.</source>
        <translation>Das Abrufen wurde bei Seq %1 gestoppt.</translation>
    </message>
    <message>
        <source>The verification was stopped before it began.</source>
        <translation>Die Prüfung wurde gestoppt, bevor sie begann.</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large: choose a smaller width or scale, or PDF.</source>
        <translation>Ein Bild von %1 × %2 Pixeln ist zu groß: Wählen Sie eine kleinere Breite oder Skalierung, oder PDF.</translation>
    </message>
    <message>
        <source>The picture could not be encoded as PNG.</source>
        <translation>Das Bild konnte nicht als PNG kodiert werden.</translation>
    </message>
    <message>
        <source>The pages could not be painted.</source>
        <translation>Die Seiten konnten nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no link that Gapline can open: %2.</source>
        <translation>„%1“ ist kein Link, den Gapline öffnen kann: %2.</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>er ist zu lang</translation>
    </message>
    <message>
        <source>it does not begin with gapline://open/</source>
        <translation>er beginnt nicht mit gapline://open/</translation>
    </message>
    <message>
        <source>it names no execution</source>
        <translation>er nennt keine Ausführung</translation>
    </message>
    <message>
        <source>its %1 cannot be read</source>
        <translation>sein %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>There is no saved connection &quot;%1&quot;.</source>
        <translation>Es gibt keine gespeicherte Verbindung „%1“.</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
    <message>
        <source>No delivery of the %1 execution from version %2 on, while earlier versions had some: an update that did not send webhookConfig again drops it.</source>
        <translation>Keine Zustellung bei %1 Ausführung ab Version %2, während frühere Versionen welche hatten: Ein Update, das webhookConfig nicht erneut sendet, entfernt es.</translation>
    </message>
    <message>
        <source>%1 seq</source>
        <translation>%1 Seq</translation>
    </message>
    <message>
        <source>%1 seqs</source>
        <translation>%1 Seqs</translation>
    </message>
    <message>
        <source>Not scanned: %1; %2 log row belongs there. Sync first.</source>
        <translation>Nicht gescannt: %1; Logzeilen, die dorthin gehören: %2. Erst abrufen.</translation>
    </message>
    <message>
        <source>Not scanned: %1; %2 log rows belong there. Sync first.</source>
        <translation>Nicht gescannt: %1; Logzeilen, die dorthin gehören: %2. Erst abrufen.</translation>
    </message>
    <message>
        <source>%1 (%2): %3 row, %4 not readable, %5 repeated.</source>
        <translation>%1 (%2): Zeilen: %3, nicht lesbar: %4, wiederholt: %5.</translation>
    </message>
    <message>
        <source>%1 log row belongs to a cached execution that was not compared.</source>
        <translation>Logzeilen von Ausführungen im Cache, die nicht abgeglichen wurden: %1.</translation>
    </message>
</context>
<context>
    <name>Gapline::CountedText</name>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>1 seq</source>
        <translation>1 Seq</translation>
    </message>
    <message>
        <source>%1 seqs</source>
        <translation>%1 Seqs</translation>
    </message>
    <message>
        <source>1 internal-only seq</source>
        <translation>1 nur interne Seq</translation>
    </message>
    <message>
        <source>%1 internal-only seqs</source>
        <translation>%1 nur interne Seqs</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>1 webhook</source>
        <translation>1 Webhook</translation>
    </message>
    <message>
        <source>%1 webhooks</source>
        <translation>%1 Webhooks</translation>
    </message>
    <message>
        <source>1 execution</source>
        <translation>1 Ausführung</translation>
    </message>
    <message>
        <source>%1 executions</source>
        <translation>%1 Ausführungen</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
</context>
<context>
    <name>Gapline::CoverageLine</name>
    <message>
        <source> · own CA</source>
        <translation> · eigene CA</translation>
    </message>
    <message>
        <source> · by proxy %1</source>
        <translation> · über Proxy %1</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>○ Offline: answers come from the cache</source>
        <translation>○ Offline: Antworten kommen aus dem Cache</translation>
    </message>
    <message>
        <source>○ %1 · not connected</source>
        <translation>○ %1 · nicht verbunden</translation>
    </message>
    <message>
        <source>● %1</source>
        <translation>● %1</translation>
    </message>
    <message>
        <source>● %1 · fetching</source>
        <translation>● %1 · ruft ab</translation>
    </message>
    <message>
        <source>◐ %1 · waiting to try again</source>
        <translation>◐ %1 · wartet auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>○ %1 · needs credentials</source>
        <translation>○ %1 · braucht Zugangsdaten</translation>
    </message>
    <message>
        <source>✕ %1 · last fetch failed</source>
        <translation>✕ %1 · letzter Abruf fehlgeschlagen</translation>
    </message>
    <message>
        <source>▨ %1 internal-only</source>
        <translation>▨ %1 nur intern</translation>
    </message>
    <message>
        <source>? %1 unknown</source>
        <translation>? %1 unbekannt</translation>
    </message>
    <message>
        <source>%1 appeared late</source>
        <translation>%1 spät erschienen</translation>
    </message>
    <message>
        <source>! %1 with changed content</source>
        <translation>! %1 mit geändertem Inhalt</translation>
    </message>
    <message>
        <source>! %1 gone</source>
        <translation>! %1 verschwunden</translation>
    </message>
    <message>
        <source>cursor %1</source>
        <translation>Cursor %1</translation>
    </message>
    <message>
        <source>more to fetch</source>
        <translation>mehr abzurufen</translation>
    </message>
    <message>
        <source>✕ 1 webhook missed</source>
        <translation>✕ 1 Webhook verpasst</translation>
    </message>
    <message>
        <source>✕ %1 webhooks missed</source>
        <translation>✕ %1 Webhooks verpasst</translation>
    </message>
    <message>
        <source>webhooks: %1 of %2 delivered</source>
        <translation>Webhooks: %1 von %2 zugestellt</translation>
    </message>
    <message>
        <source>webhooks: %1 of %2 arrived (%3 late)</source>
        <translation>Webhooks: %1 von %2 angekommen (%3 verspätet)</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>abgerufen %1</translation>
    </message>
    <message>
        <source>%1 scanned</source>
        <translation>%1 gescannt</translation>
    </message>
</context>
<context>
    <name>Gapline::DeliveryModel</name>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>Gapline::DeliverySection</name>
    <message>
        <source>(not known)</source>
        <translation>(nicht bekannt)</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>alle Typen</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>to cursor %1 (%2), fetched %3</source>
        <translation>bis Cursor %1 (%2), abgerufen %3</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>nicht vollständig</translation>
    </message>
    <message>
        <source>Log span</source>
        <translation>Spanne des Logs</translation>
    </message>
    <message>
        <source>%1 to %2, as of %3</source>
        <translation>%1 bis %2, Stand %3</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>subscribed to %1; %2</source>
        <translation>abonniert: %1; %2</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Webhook delivery</source>
        <translation>Webhook-Zustellung</translation>
    </message>
    <message>
        <source>The API request that returns every missed event of this execution</source>
        <translation>Die API-Anfrage, die jedes verpasste Event dieser Ausführung liefert</translation>
    </message>
    <message>
        <source>Write the missed webhooks of this comparison into a file</source>
        <translation>Die verpassten Webhooks dieses Abgleichs in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Send the missed webhooks of this execution to the receiver again: first a dry run</source>
        <translation>Die verpassten Webhooks dieser Ausführung erneut an den Empfänger senden: zuerst ein Probelauf</translation>
    </message>
    <message>
        <source>Recover from</source>
        <translation>Wiederherstellen ab</translation>
    </message>
    <message>
        <source>Export %1 missed…</source>
        <translation>%1 verpasste exportieren…</translation>
    </message>
    <message>
        <source>Replay %1 missed…</source>
        <translation>%1 verpasste erneut senden…</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 verpasst</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
</context>
<context>
    <name>Gapline::DetailSection</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
</context>
<context>
    <name>Gapline::ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter credentials…</source>
        <translation>Zugangsdaten eingeben…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>Nächster Versuch in %1 s.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch…</translation>
    </message>
</context>
<context>
    <name>Gapline::EventDetail</name>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What fits here (inferred)</source>
        <translation>Was hier passt (erschlossen)</translation>
    </message>
    <message>
        <source>Remarkable</source>
        <translation>Bemerkenswert</translation>
    </message>
    <message>
        <source>Step, as the execution shows it</source>
        <translation>Schritt, wie ihn die Ausführung zeigt</translation>
    </message>
    <message>
        <source>Hidden seqs near here</source>
        <translation>Verborgene Seqs in der Nähe</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the event&apos;s bytes as the server sent them</source>
        <translation>Die Bytes des Events kopieren, wie der Server sie gesendet hat</translation>
    </message>
    <message>
        <source>Show the whole event instead of its data, or its data again</source>
        <translation>Das ganze Event statt seiner Daten zeigen, oder wieder seine Daten</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>Event %1</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data only</source>
        <translation>Nur Daten</translation>
    </message>
    <message>
        <source>Whole event</source>
        <translation>Ganzes Event</translation>
    </message>
    <message>
        <source>The cache no longer holds this event&apos;s bytes. Refresh fetches them again.</source>
        <translation>Der Cache enthält die Bytes dieses Events nicht mehr. Aktualisieren ruft sie erneut ab.</translation>
    </message>
    <message>
        <source>Reading from the cache …</source>
        <translation>Wird aus dem Cache gelesen …</translation>
    </message>
    <message>
        <source>This event carries no data.</source>
        <translation>Dieses Event trägt keine Daten.</translation>
    </message>
    <message>
        <source>Hidden seq %1</source>
        <translation>Verborgene Seq %1</translation>
    </message>
    <message>
        <source>Hidden seqs %1</source>
        <translation>Verborgene Seqs %1</translation>
    </message>
    <message>
        <source>Seqs %1</source>
        <translation>Seqs %1</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Select an event or a gap to see what it is.</source>
        <translation>Wählen Sie ein Event oder eine Lücke, um zu sehen, was es ist.</translation>
    </message>
    <message>
        <source>The receiver&apos;s log says nothing of this</source>
        <translation>Das Log des Empfängers sagt hierzu nichts</translation>
    </message>
    <message>
        <source>No event is selected</source>
        <translation>Kein Event ist ausgewählt</translation>
    </message>
    <message>
        <source>Event copied as JSON</source>
        <translation>Event als JSON kopiert</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Show the data as a tree of keys and values, or as text again</source>
        <translation>Die Daten als Baum aus Schlüsseln und Werten zeigen, oder wieder als Text</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Definition, and this run&apos;s path</source>
        <translation>Definition und Weg dieses Laufs</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Show the graph in a window of its own</source>
        <translation>Den Graphen in einem eigenen Fenster zeigen</translation>
    </message>
    <message>
        <source>The cache could not be read.</source>
        <translation>Der Cache konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Gapline::EventTable</name>
    <message>
        <source>Events and gaps</source>
        <translation>Events und Lücken</translation>
    </message>
    <message>
        <source>One row per event; runs of hidden seqs are rows of their own.</source>
        <translation>Eine Zeile je Event; Folgen verborgener Seqs sind eigene Zeilen.</translation>
    </message>
    <message>
        <source>Columns of the event table</source>
        <translation>Spalten der Event-Tabelle</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy Rows &amp;without Header</source>
        <translation>Zeilen &amp;ohne Kopf kopieren</translation>
    </message>
    <message>
        <source>Copy Rows as CS&amp;V</source>
        <translation>Zeilen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy Rows as &amp;Markdown</source>
        <translation>Zeilen als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy Events as &amp;NDJSON</source>
        <translation>Events als &amp;NDJSON kopieren</translation>
    </message>
    <message>
        <source>Copy Event as &amp;JSON</source>
        <translation>Event als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Only This Value of the Cell</source>
        <translation>Nur diesen W&amp;ert der Zelle</translation>
    </message>
    <message>
        <source>&amp;Hide This Value of the Cell</source>
        <translation>Diesen Wert der Zelle &amp;ausblenden</translation>
    </message>
    <message>
        <source>This cell has no value to filter by</source>
        <translation>Diese Zelle hat keinen Wert zum Filtern</translation>
    </message>
    <message>
        <source>No row is selected</source>
        <translation>Keine Zeile ist ausgewählt</translation>
    </message>
    <message>
        <source>%1 of %2 rows copied: export them for all</source>
        <translation>%1 von %2 Zeilen kopiert: Exportieren Sie, um alle zu haben</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>No event is selected</source>
        <translation>Kein Event ist ausgewählt</translation>
    </message>
    <message>
        <source>Event copied as JSON</source>
        <translation>Event als JSON kopiert</translation>
    </message>
    <message>
        <source>Why &quot;%1&quot;?</source>
        <translation>Warum „%1“?</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Open or Close the &amp;Gap</source>
        <translation>Lücke öffnen o&amp;der schließen</translation>
    </message>
    <message>
        <source>This row is no gap</source>
        <translation>Diese Zeile ist keine Lücke</translation>
    </message>
</context>
<context>
    <name>Gapline::EventVersions</name>
    <message>
        <source>Other answers of the API</source>
        <translation>Andere Antworten der API</translation>
    </message>
    <message>
        <source>Reading from the cache …</source>
        <translation>Wird aus dem Cache gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n more are kept in the cache.</source>
        <translation>
            <numerusform>%n weitere liegt im Cache.</numerusform>
            <numerusform>%n weitere liegen im Cache.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not returned</source>
        <translation>Nicht geliefert</translation>
    </message>
    <message>
        <source>On %1 its seq was scanned again, and the API did not return this event. What is shown here is what it had returned before.</source>
        <translation>Am %1 wurde seine Seq erneut gescannt, und die API lieferte dieses Event nicht. Gezeigt wird, was sie zuvor geliefert hatte.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>First seen on %1. Its bytes in the cache fail their checksum, so they are not shown.</source>
        <translation>Zuerst gesehen am %1. Die Prüfsumme ihrer Bytes im Cache stimmt nicht, daher werden sie nicht gezeigt.</translation>
    </message>
    <message>
        <source>First seen on %1, after the one above; the whole event:</source>
        <translation>Zuerst gesehen am %1, nach der obigen; das ganze Event:</translation>
    </message>
    <message>
        <source>JSON of version %1</source>
        <translation>JSON der Fassung %1</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the JSON of version %1</source>
        <translation>JSON der Fassung %1 kopieren</translation>
    </message>
    <message>
        <source>Version %1 copied as JSON</source>
        <translation>Fassung %1 als JSON kopiert</translation>
    </message>
</context>
<context>
    <name>Gapline::ExecutionDelegate</name>
    <message>
        <source>no events</source>
        <translation>keine Events</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
</context>
<context>
    <name>Gapline::ExecutionList</name>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Meiste Events</translation>
    </message>
    <message>
        <source>Most internal seqs</source>
        <translation>Meiste interne Seqs</translation>
    </message>
    <message>
        <source>Execution id</source>
        <translation>Ausführungs-Id</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Sync all executions</source>
        <translation>Alle Ausführungen synchronisieren</translation>
    </message>
    <message>
        <source>id, correlation, definition…</source>
        <translation>Id, Korrelation, Definition…</translation>
    </message>
    <message>
        <source>Search executions</source>
        <translation>Ausführungen suchen</translation>
    </message>
    <message>
        <source>Filter by status, and order</source>
        <translation>Nach Status filtern, und ordnen</translation>
    </message>
    <message>
        <source>⟳ %1 of %2 synced</source>
        <translation>⟳ %1 von %2 synchron</translation>
    </message>
    <message>
        <source>Sync all: fetches every execution that is new, running or changed. Synced means that the API has said that nothing follows what is stored.</source>
        <translation>Alle synchronisieren: ruft jede Ausführung ab, die neu ist, läuft oder sich geändert hat. Synchron heißt, dass die API gesagt hat, dass auf das Gespeicherte nichts folgt.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n executions match the search and status filter.</source>
        <translation>
            <numerusform>Die %n Ausführung passt nicht zu Suche und Statusfilter.</numerusform>
            <numerusform>Keine der %n Ausführungen passt zu Suche und Statusfilter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the API for its executions…</source>
        <translation>Die API wird nach ihren Ausführungen gefragt…</translation>
    </message>
    <message>
        <source>The cache holds no executions yet. Connect to the API, or open the sandbox.</source>
        <translation>Der Cache enthält noch keine Ausführungen. Verbinden Sie sich mit der API, oder öffnen Sie die Sandbox.</translation>
    </message>
    <message>
        <source>The API did not accept the credentials. Enter others to see its executions.</source>
        <translation>Die API hat die Zugangsdaten nicht angenommen. Geben Sie andere ein, um ihre Ausführungen zu sehen.</translation>
    </message>
    <message>
        <source>The list of executions could not be fetched.</source>
        <translation>Die Liste der Ausführungen konnte nicht abgerufen werden.</translation>
    </message>
    <message>
        <source>The API knows of no executions for these credentials.</source>
        <translation>Die API kennt für diese Zugangsdaten keine Ausführungen.</translation>
    </message>
    <message>
        <source>Status ▾</source>
        <translation>Status ▾</translation>
    </message>
    <message>
        <source>Status (%1) ▾</source>
        <translation>Status (%1) ▾</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Ordnen nach</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab</source>
        <translation>In neuem &amp;Tab öffnen</translation>
    </message>
    <message>
        <source>Compare with the Open &amp;Execution</source>
        <translation>Mit der offenen &amp;Ausführung vergleichen</translation>
    </message>
    <message>
        <source>&amp;Copy Execution Id</source>
        <translation>Ausführungs-Id &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Compare These Two</source>
        <translation>Diese beiden &amp;vergleichen</translation>
    </message>
    <message>
        <source>&amp;Compare: select two executions</source>
        <translation>&amp;Vergleichen: zwei Ausführungen auswählen</translation>
    </message>
    <message>
        <source>Open in New &amp;Tabs</source>
        <translation>In neuen &amp;Tabs öffnen</translation>
    </message>
    <message>
        <source>Copy Execution &amp;Ids</source>
        <translation>Ausführungs-&amp;Ids kopieren</translation>
    </message>
    <message>
        <source>⟳ Sync all</source>
        <translation>⟳ Alle synchronisieren</translation>
    </message>
    <message>
        <source>The cache could not be read: nothing can be said of its executions.</source>
        <translation>Der Cache konnte nicht gelesen werden: Über seine Ausführungen lässt sich nichts sagen.</translation>
    </message>
</context>
<context>
    <name>Gapline::ExecutionModel</name>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 verpasst</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 ausstehend</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>keine Events</translation>
    </message>
    <message>
        <source>all delivered</source>
        <translation>alle zugestellt</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>kein Nachweis</translation>
    </message>
    <message>
        <source>%1 of %2 delivered</source>
        <translation>%1 von %2 zugestellt</translation>
    </message>
    <message>
        <source>%1 of %2 arrived</source>
        <translation>%1 von %2 angekommen</translation>
    </message>
    <message>
        <source>all arrived</source>
        <translation>alle angekommen</translation>
    </message>
    <message>
        <source>nothing expected</source>
        <translation>nichts erwartet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>im Cache</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>⟳ fetching</source>
        <translation>⟳ ruft ab</translation>
    </message>
    <message>
        <source>✕ not synced</source>
        <translation>✕ nicht synchron</translation>
    </message>
    <message>
        <source>Nothing of this execution has been fetched yet</source>
        <translation>Von dieser Ausführung wurde noch nichts abgerufen</translation>
    </message>
    <message>
        <source>Fetched %1</source>
        <translation>Abgerufen %1</translation>
    </message>
    <message>
        <source>In the cache</source>
        <translation>Im Cache</translation>
    </message>
    <message>
        <source>Only events are known: the execution itself has not been fetched</source>
        <translation>Nur Events sind bekannt: Die Ausführung selbst wurde nicht abgerufen</translation>
    </message>
    <message>
        <source>%1
Nothing of its stream has been fetched yet</source>
        <translation>%1
Von ihrem Stream wurde noch nichts abgerufen</translation>
    </message>
    <message>
        <source>Seqs that internal-only events took; nothing was lost</source>
        <translation>Seqs, die nur interne Events belegt haben; nichts ging verloren</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Started (UTC)</source>
        <translation>Begonnen (UTC)</translation>
    </message>
    <message>
        <source>Started (local)</source>
        <translation>Begonnen (lokal)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>%1
%2 and %3 in the cache</source>
        <translation>%1
%2 und %3 im Cache</translation>
    </message>
</context>
<context>
    <name>Gapline::ExecutionTabs</name>
    <message>
        <source>Open executions</source>
        <translation>Offene Ausführungen</translation>
    </message>
</context>
<context>
    <name>Gapline::ExportCommands</name>
    <message>
        <source>Export cancelled: no file was written</source>
        <translation>Export abgebrochen: Es wurde keine Datei geschrieben</translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <translation>%1 nach %2 geschrieben</translation>
    </message>
</context>
<context>
    <name>Gapline::ExportDialog</name>
    <message>
        <source>Include a row for each &amp;gap</source>
        <translation>Eine Zeile je &amp;Lücke aufnehmen</translation>
    </message>
    <message>
        <source>Begin with a byte-order &amp;mark (for Excel)</source>
        <translation>Mit einer Byte-Order-&amp;Mark beginnen (für Excel)</translation>
    </message>
    <message>
        <source>Leave cells that look like &amp;formulas as they are</source>
        <translation>Zellen, die wie &amp;Formeln aussehen, lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Export as NDJSON</source>
        <translation>Als NDJSON exportieren</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Spreadsheets run cells that begin with = + - @ as formulas. Without this they get a leading apostrophe.</source>
        <translation>Tabellenprogramme führen Zellen, die mit = + - @ beginnen, als Formeln aus. Ohne dies bekommen sie ein Apostroph davor.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Der Ordner existiert nicht.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Die Datei existiert und wird ersetzt.</translation>
    </message>
    <message>
        <source>The filter is still being applied…</source>
        <translation>Der Filter wird noch angewendet …</translation>
    </message>
    <message>
        <source>%1 of %2: those that the filter shows.</source>
        <translation>%1 von %2: jene, die der Filter zeigt.</translation>
    </message>
</context>
<context>
    <name>Gapline::Fetches</name>
    <message numerus="yes">
        <source>%n executions could not be synced; the list marks them.</source>
        <translation>
            <numerusform>%n Ausführung konnte nicht synchronisiert werden; die Liste markiert sie.</numerusform>
            <numerusform>%n Ausführungen konnten nicht synchronisiert werden; die Liste markiert sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::FilterBar</name>
    <message>
        <source>Gap ro&amp;ws</source>
        <translation>Lücken&amp;zeilen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>seq from–to</source>
        <translation>Seq von–bis</translation>
    </message>
    <message>
        <source>Seq range</source>
        <translation>Bereich von Seqs</translation>
    </message>
    <message>
        <source>Only these seqs, such as 8–120, 8– or –120</source>
        <translation>Nur diese Seqs, etwa 8–120, 8– oder –120</translation>
    </message>
    <message>
        <source>Not a range of seqs: write 8–120, 8– or –120</source>
        <translation>Kein Bereich von Seqs: Schreiben Sie 8–120, 8– oder –120</translation>
    </message>
    <message>
        <source>Show only the selected seqs (O)</source>
        <translation>Nur die ausgewählten Seqs zeigen (O)</translation>
    </message>
    <message>
        <source>Rows for runs of seqs without a visible event</source>
        <translation>Zeilen für Folgen von Seqs ohne sichtbares Event</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles leeren</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter leeren</translation>
    </message>
    <message>
        <source>Show every event again</source>
        <translation>Wieder jedes Event zeigen</translation>
    </message>
    <message>
        <source>Writes this into the filter instead of what is wrong</source>
        <translation>Schreibt dies statt des Falschen in den Filter</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Show only the selected seqs, %1</source>
        <translation>Nur die ausgewählten Seqs zeigen, %1</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>keine Events</translation>
    </message>
    <message>
        <source>%1 For example %2</source>
        <translation>%1 Zum Beispiel %2</translation>
    </message>
    <message>
        <source>⚠ At %1, &quot;%2&quot;: %3</source>
        <translation>⚠ Bei %1, „%2“: %3</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Write %1 instead</source>
        <translation>Stattdessen %1 schreiben</translation>
    </message>
</context>
<context>
    <name>Gapline::FilterChip</name>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>partly shown</source>
        <translation>teilweise gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n event(s), %2</source>
        <translation>
            <numerusform>%1, %n Event, %2</numerusform>
            <numerusform>%1, %n Events, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to show or hide; right-click for single types</source>
        <translation>Klicken, um zu zeigen oder auszublenden; Rechtsklick für einzelne Typen</translation>
    </message>
    <message>
        <source>&amp;Only this</source>
        <translation>&amp;Nur dies</translation>
    </message>
    <message>
        <source>&amp;All but this</source>
        <translation>&amp;Alles außer diesem</translation>
    </message>
</context>
<context>
    <name>Gapline::FilterLine</name>
    <message>
        <source>words, type:step.* step:human-legal/ seq:10..40</source>
        <translation>Wörter, type:step.* step:human-legal/ seq:10..40</translation>
    </message>
    <message>
        <source>Filter as text</source>
        <translation>Filter als Text</translation>
    </message>
    <message>
        <source>Words that must all occur in the event&apos;s JSON, and terms: type:, step:, seq:, from:, to:, verdict:; -type: and -step: hide (F4). The Down key completes.</source>
        <translation>Wörter, die alle im JSON des Events vorkommen müssen, und Terme: type:, step:, seq:, from:, to:, verdict:; -type: und -step: blenden aus (F4). Die Taste Ab vervollständigt.</translation>
    </message>
    <message>
        <source>No receiver&apos;s log was compared, so no event has a verdict yet: reconcile deliveries first.</source>
        <translation>Es wurde kein Log eines Empfängers abgeglichen, daher hat noch kein Event ein Urteil: Gleichen Sie zuerst die Zustellungen ab.</translation>
    </message>
    <message>
        <source>No event of this stream has a type &quot;%1&quot;.</source>
        <translation>Kein Event dieses Streams hat den Typ „%1“.</translation>
    </message>
    <message>
        <source>No event of this stream has a step or node &quot;%1&quot;.</source>
        <translation>Kein Event dieses Streams hat einen Schritt oder Knoten „%1“.</translation>
    </message>
</context>
<context>
    <name>Gapline::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>find words in the events that are shown</source>
        <translation>Wörter in den gezeigten Events finden</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Gesuchte Wörter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The match before (Shift+F3)</source>
        <translation>Der Treffer davor (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The match behind (F3)</source>
        <translation>Der Treffer danach (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes the search (Esc)</source>
        <translation>Schließt die Suche (Esc)</translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>no shown event holds this</source>
        <translation>kein gezeigtes Event enthält dies</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>one match</source>
        <translation>ein Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>from the other end</source>
        <translation>vom anderen Ende</translation>
    </message>
</context>
<context>
    <name>Gapline::FindingModel</name>
    <message>
        <source>%1, not the end</source>
        <translation>%1, nicht das Ende</translation>
    </message>
    <message>
        <source>sinceSeq: getEvents from here on returns every missed event</source>
        <translation>sinceSeq: getEvents liefert von hier an jedes verpasste Event</translation>
    </message>
    <message>
        <source>The cursor up to which the execution was read and compared</source>
        <translation>Der Cursor, bis zu dem die Ausführung gelesen und abgeglichen wurde</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Not subscribed</source>
        <translation>Nicht abonniert</translation>
    </message>
    <message>
        <source>No evidence</source>
        <translation>Kein Nachweis</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Read to</source>
        <translation>Gelesen bis</translation>
    </message>
    <message>
        <source>Recover from</source>
        <translation>Wiederherstellen ab</translation>
    </message>
</context>
<context>
    <name>Gapline::FleetPage</name>
    <message>
        <source>Type never delivered: %1</source>
        <translation>Typ nie zugestellt: %1</translation>
    </message>
    <message>
        <source>No delivery of %1 from version %2 on</source>
        <translation>Keine Zustellung von %1 ab Version %2</translation>
    </message>
    <message>
        <source>No delivery of execution %1</source>
        <translation>Keine Zustellung der Ausführung %1</translation>
    </message>
    <message>
        <source>Signatures are invalid</source>
        <translation>Signaturen sind ungültig</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 expected: %2</source>
        <translation>%1 erwartet: %2</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>to cursor %1 (%2)</source>
        <translation>bis Cursor %1 (%2)</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>nicht vollständig</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Not scanned</source>
        <translation>Nicht gescannt</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Seq %1</source>
        <translation>Seq %1</translation>
    </message>
    <message>
        <source>And</source>
        <translation>Und</translation>
    </message>
    <message>
        <source>%1 more missed: open the execution</source>
        <translation>%1 weitere verpasst: Öffnen Sie die Ausführung</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>Warum? %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Why an outage?</source>
        <translation>Warum ein Ausfall?</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Every expected delivery of this time failed, or was first acknowledged by a later attempt.</source>
        <translation>Jede erwartete Zustellung dieser Zeit schlug fehl oder wurde zuerst von einem späteren Versuch bestätigt.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1, the first event that failed</source>
        <translation>%1, das erste Event, das fehlschlug</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>%1, when the receiver first acknowledged again</source>
        <translation>%1, als der Empfänger zuerst wieder bestätigte</translation>
    </message>
    <message>
        <source>%1: not over</source>
        <translation>%1: nicht vorbei</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1 missed, %2 rejected, %3 only when sent again, %4 late, %5 pending</source>
        <translation>%1 verpasst, %2 abgelehnt, %3 erst beim erneuten Senden, %4 verspätet, %5 ausstehend</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Why this cause?</source>
        <translation>Warum diese Ursache?</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Not subscribed</source>
        <translation>Nicht abonniert</translation>
    </message>
    <message>
        <source>Executions by missed webhooks</source>
        <translation>Ausführungen nach verpassten Webhooks</translation>
    </message>
    <message>
        <source>Log rows that match no event</source>
        <translation>Logzeilen, die zu keinem Event passen</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Select an execution, an outage, a cause or a log row to see what it rests on.</source>
        <translation>Wählen Sie eine Ausführung, einen Ausfall, eine Ursache oder eine Logzeile, um zu sehen, worauf sie beruht.</translation>
    </message>
    <message>
        <source>No receiver&apos;s log has been compared yet.</source>
        <translation>Es wurde noch kein Log eines Empfängers abgeglichen.</translation>
    </message>
    <message>
        <source>Other log rows</source>
        <translation>Andere Logzeilen</translation>
    </message>
    <message>
        <source>Executions (%1)</source>
        <translation>Ausführungen (%1)</translation>
    </message>
    <message>
        <source>Other log rows (%1)</source>
        <translation>Andere Logzeilen (%1)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Subscription: %1</source>
        <translation>Abonnement: %1</translation>
    </message>
    <message>
        <source>Causes (%1)</source>
        <translation>Ursachen (%1)</translation>
    </message>
    <message>
        <source>Why this row?</source>
        <translation>Warum diese Zeile?</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>%1: never expected</source>
        <translation>%1: nie erwartet</translation>
    </message>
    <message>
        <source>%1: to be fetched first</source>
        <translation>%1: zuerst abzurufen</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 verpasst</translation>
    </message>
</context>
<context>
    <name>Gapline::FleetSummary</name>
    <message>
        <source>&amp;Logs and Receiver…</source>
        <translation>Logs und &amp;Empfänger…</translation>
    </message>
    <message>
        <source>Replay &amp;Missed…</source>
        <translation>Verpasste erneut &amp;senden…</translation>
    </message>
    <message>
        <source>Export what was found</source>
        <translation>Das Ergebnis exportieren</translation>
    </message>
    <message>
        <source>Case file %1, written %2: as it was then. Nothing is fetched or changed.</source>
        <translation>Falldatei %1, geschrieben %2: wie es damals war. Nichts wird abgerufen oder geändert.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>%1, imported %2</source>
        <translation>%1, importiert %2</translation>
    </message>
    <message>
        <source>, kept in the cache</source>
        <translation>, im Cache aufbewahrt</translation>
    </message>
    <message>
        <source>. The file is no longer there</source>
        <translation>. Die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>. The file has changed since: read the logs again to compare all of it</source>
        <translation>. Die Datei hat sich seither geändert: Lesen Sie die Logs erneut, um alles abzugleichen</translation>
    </message>
    <message>
        <source>Nothing is compared yet</source>
        <translation>Noch ist nichts abgeglichen</translation>
    </message>
    <message>
        <source>Import a receiver&apos;s log to see which webhooks it missed.</source>
        <translation>Importieren Sie das Log eines Empfängers, um zu sehen, welche Webhooks er verpasst hat.</translation>
    </message>
    <message>
        <source>Expor&amp;t</source>
        <translation>E&amp;xportieren</translation>
    </message>
</context>
<context>
    <name>Gapline::Following</name>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>needs credentials</source>
        <translation>braucht Zugangsdaten</translation>
    </message>
    <message>
        <source>the last poll failed</source>
        <translation>die letzte Abfrage schlug fehl</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>Gapline::FontZoom</name>
    <message>
        <source>Text at %1 %</source>
        <translation>Schrift auf %1 %</translation>
    </message>
</context>
<context>
    <name>Gapline::GoToDialog</name>
    <message>
        <source>Go to Seq or Time</source>
        <translation>Gehe zu Seq oder Zeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>lokale Zeit</translation>
    </message>
    <message>
        <source>A seq up to %1, or a time such as 11:16:02 or 2026-04-28T11:16:02Z. Times without a zone are %2.</source>
        <translation>Eine Seq bis %1 oder eine Zeit wie 11:16:02 oder 2026-04-28T11:16:02Z. Zeiten ohne Zone sind %2.</translation>
    </message>
    <message>
        <source>Seq or time</source>
        <translation>Seq oder Zeit</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Nothing of this stream is there: its seqs go up to %1, and times must not lie after its last event.</source>
        <translation>Dort ist nichts von diesem Stream: Seine Seqs gehen bis %1, und Zeiten dürfen nicht nach seinem letzten Event liegen.</translation>
    </message>
</context>
<context>
    <name>Gapline::GraphCanvas</name>
    <message>
        <source>Graph of the definition</source>
        <translation>Graph der Definition</translation>
    </message>
</context>
<context>
    <name>Gapline::GraphPane</name>
    <message>
        <source>What the graph covers</source>
        <translation>Was der Graph umfasst</translation>
    </message>
    <message>
        <source>Which definition it ran is not known until executions/get has answered.</source>
        <translation>Welche Definition sie ausführte, ist nicht bekannt, bis executions/get geantwortet hat.</translation>
    </message>
    <message>
        <source>Its definition has not been fetched: refresh while connected to see the graph.</source>
        <translation>Ihre Definition ist nicht abgerufen: Aktualisiere bei bestehender Verbindung, um den Graphen zu sehen.</translation>
    </message>
    <message>
        <source>The definition as the API sent it names no nodes.</source>
        <translation>Die Definition, wie die API sie sandte, nennt keine Knoten.</translation>
    </message>
    <message>
        <source>No event of this node is known</source>
        <translation>Kein Event dieses Knotens ist bekannt</translation>
    </message>
</context>
<context>
    <name>Gapline::GraphWindow</name>
    <message>
        <source>Arrow keys go from node to node, Enter shows its events, + and − zoom.</source>
        <translation>Pfeiltasten gehen von Knoten zu Knoten, Eingabe zeigt seine Events, + und − vergrößern und verkleinern.</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Graph of %1</source>
        <translation>Graph von %1</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
</context>
<context>
    <name>Gapline::HelpWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What gaps mean</source>
        <translation>Was Lücken bedeuten</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>help</source>
        <comment>folder of the help pages, such as help/de</comment>
        <translation>help/de</translation>
    </message>
</context>
<context>
    <name>Gapline::HistoryCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>Gapline::ImportDialog</name>
    <message>
        <source>Reconcile Deliveries</source>
        <translation>Zustellungen abgleichen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Ab&amp;gleichen</translation>
    </message>
    <message>
        <source>They go to the system keychain if there is one; otherwise they are kept for this session only.</source>
        <translation>Sie kommen in den Schlüsselbund des Systems, wenn es einen gibt; sonst werden sie nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>They are kept in the system keychain.</source>
        <translation>Sie liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>There is no system keychain: they are kept for this session only.</source>
        <translation>Es gibt keinen Schlüsselbund: Sie werden nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>%1 more executions are known but not read: nothing will be said of their webhooks until they are fetched.</source>
        <translation>%1 weitere Ausführungen sind bekannt, aber nicht gelesen: Über ihre Webhooks wird nichts gesagt, bis sie abgerufen sind.</translation>
    </message>
    <message>
        <source>%1 of those compared are not read to their end.</source>
        <translation>%1 der abgeglichenen sind nicht bis zum Ende gelesen.</translation>
    </message>
    <message>
        <source>The files cannot be read: the rows imported %1 will be compared.</source>
        <translation>Die Dateien können nicht gelesen werden: Abgeglichen werden die %1 importierten Zeilen.</translation>
    </message>
    <message>
        <source>The log&apos;s span is as stated.</source>
        <translation>Die Spanne des Logs ist wie angegeben.</translation>
    </message>
    <message>
        <source>The log&apos;s span goes from its first to its last row, where it is not stated.</source>
        <translation>Die Spanne des Logs geht von seiner ersten bis zu seiner letzten Zeile, wo sie nicht angegeben ist.</translation>
    </message>
    <message>
        <source>Assumed: the receiver subscribes to all types.</source>
        <translation>Angenommen: Der Empfänger abonniert alle Typen.</translation>
    </message>
    <message>
        <source>Assumed: the receiver subscribes to %1 types.</source>
        <translation>Angenommen: Der Empfänger abonniert %1 Typen.</translation>
    </message>
    <message>
        <source>Will be compared: %1 of %2 in the cache.</source>
        <translation>Abgeglichen werden: %1 von %2 im Cache.</translation>
    </message>
    <message>
        <source>1 more execution is known but not read: nothing will be said of its webhooks until it is fetched.</source>
        <translation>1 weitere Ausführung ist bekannt, aber nicht gelesen: Über ihre Webhooks wird nichts gesagt, bis sie abgerufen ist.</translation>
    </message>
    <message>
        <source>1 of those compared is not read to its end.</source>
        <translation>1 der abgeglichenen ist nicht bis zum Ende gelesen.</translation>
    </message>
    <message>
        <source>Assumed: the receiver subscribes to 1 type.</source>
        <translation>Angenommen: Der Empfänger abonniert 1 Typ.</translation>
    </message>
</context>
<context>
    <name>Gapline::JsonTree</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>JSON as a tree</source>
        <translation>JSON als Baum</translation>
    </message>
    <message>
        <source>More values: see the text</source>
        <translation>Weitere Werte: siehe Text</translation>
    </message>
    <message>
        <source>Copy Value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Expand All</source>
        <translation>Alles ausklappen</translation>
    </message>
</context>
<context>
    <name>Gapline::JsonView</name>
    <message>
        <source>JSON for reading</source>
        <translation>JSON zum Lesen</translation>
    </message>
    <message>
        <source>Long texts take a moment</source>
        <translation>Lange Texte brauchen einen Moment</translation>
    </message>
    <message>
        <source>Show all (%1)</source>
        <translation>Alles zeigen (%1)</translation>
    </message>
</context>
<context>
    <name>Gapline::LaneLabels</name>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, collapsed with %n node(s) below it</source>
        <translation>
            <numerusform>%1, eingeklappt mit %n Knoten darunter</numerusform>
            <numerusform>%1, eingeklappt mit %n Knoten darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>group %1: %2 to %3</source>
        <translation>Gruppe %1: %2 bis %3</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s) of a loop</source>
        <translation>
            <numerusform>%n Durchgang einer Schleife</numerusform>
            <numerusform>%n Durchgänge einer Schleife</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::LanguageCommands</name>
    <message>
        <source>The language changes when Gapline is started again</source>
        <translation>Die Sprache wechselt, wenn Gapline neu gestartet wird</translation>
    </message>
</context>
<context>
    <name>Gapline::LiveControls</name>
    <message>
        <source>following · asking now</source>
        <translation>folgt · fragt gerade</translation>
    </message>
    <message>
        <source>following · next poll %1 s</source>
        <translation>folgt · nächste Abfrage in %1 s</translation>
    </message>
    <message>
        <source>follow paused: %1</source>
        <translation>Folgen angehalten: %1</translation>
    </message>
    <message>
        <source>%1 · next try %2 s</source>
        <translation>%1 · nächster Versuch in %2 s</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>◐ Follow paused</source>
        <translation>◐ Folgen angehalten</translation>
    </message>
    <message>
        <source>● Following</source>
        <translation>● Folgt</translation>
    </message>
    <message>
        <source>Only a running execution can be followed</source>
        <translation>Nur einer laufenden Ausführung kann gefolgt werden</translation>
    </message>
    <message>
        <source>following · the poll is to be tried again</source>
        <translation>folgt · die Abfrage wird noch einmal versucht</translation>
    </message>
</context>
<context>
    <name>Gapline::LogForm</name>
    <message>
        <source>Logs of the receiver</source>
        <translation>Logs des Empfängers</translation>
    </message>
    <message>
        <source>&amp;Add a Log…</source>
        <translation>Log &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>First rows of the log</source>
        <translation>Erste Zeilen des Logs</translation>
    </message>
    <message>
        <source>Where each field is read from</source>
        <translation>Woraus jedes Feld gelesen wird</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Column of %1</source>
        <translation>Spalte von %1</translation>
    </message>
    <message>
        <source>A column&apos;s name, or a path such as headers.x-velt-attempt. Empty: found by its name.</source>
        <translation>Der Name einer Spalte oder ein Pfad wie headers.x-velt-attempt. Leer: nach ihrem Namen gefunden.</translation>
    </message>
    <message>
        <source>Add the receiver&apos;s log: NDJSON, JSON, CSV or TSV, gzip&apos;d or not.</source>
        <translation>Fügen Sie das Log des Empfängers hinzu: NDJSON, JSON, CSV oder TSV, mit oder ohne gzip.</translation>
    </message>
    <message>
        <source>%1 · the first %2 rows</source>
        <translation>%1 · die ersten %2 Zeilen</translation>
    </message>
    <message>
        <source> · %1 of them cannot be read, for the reasons given</source>
        <translation> · %1 davon können nicht gelesen werden, aus den genannten Gründen</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>in the body</source>
        <translation>im Inhalt</translation>
    </message>
    <message>
        <source>%1 · the first row</source>
        <translation>%1 · die erste Zeile</translation>
    </message>
</context>
<context>
    <name>Gapline::LogPreviewer</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>Die Datei enthält keine Zeilen.</translation>
    </message>
</context>
<context>
    <name>Gapline::MainTools</name>
    <message>
        <source>Main tools</source>
        <translation>Hauptwerkzeuge</translation>
    </message>
    <message>
        <source>Paste an execution id, URL, JSON or log line</source>
        <translation>Ausführungs-Id, URL, JSON oder Logzeile einfügen</translation>
    </message>
    <message>
        <source>Execution to open</source>
        <translation>Zu öffnende Ausführung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Lokale Zeit</translation>
    </message>
    <message>
        <source>Sandbox (local)</source>
        <translation>Sandbox (lokal)</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Times: %1</source>
        <translation>Zeiten: %1</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>The tools that have no room here</source>
        <translation>Die Werkzeuge, die hier keinen Platz haben</translation>
    </message>
    <message>
        <source>Export what is open</source>
        <translation>Das Geöffnete exportieren</translation>
    </message>
</context>
<context>
    <name>Gapline::MainWindow</name>
    <message>
        <source>Working offline: read again from the cache, nothing was fetched</source>
        <translation>Offline: erneut aus dem Cache gelesen, nichts wurde abgerufen</translation>
    </message>
    <message>
        <source>Not connected: read again from the cache, nothing was fetched</source>
        <translation>Nicht verbunden: erneut aus dem Cache gelesen, nichts wurde abgerufen</translation>
    </message>
    <message>
        <source>Execution id copied</source>
        <translation>Ausführungs-Id kopiert</translation>
    </message>
    <message>
        <source>Request with sinceSeq %1 copied</source>
        <translation>Anfrage mit sinceSeq %1 kopiert</translation>
    </message>
    <message>
        <source>There is no text to find an execution id in.</source>
        <translation>Es gibt keinen Text, in dem eine Ausführungs-Id zu finden wäre.</translation>
    </message>
    <message>
        <source>No execution id was found in &quot;%1&quot;.</source>
        <translation>In „%1“ wurde keine Ausführungs-Id gefunden.</translation>
    </message>
    <message>
        <source>%1 — Gapline</source>
        <translation>%1 — Gapline</translation>
    </message>
</context>
<context>
    <name>Gapline::OutageChart</name>
    <message>
        <source>Outages over time</source>
        <translation>Ausfälle im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 verpasst</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 ausstehend</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 verspätet</translation>
    </message>
    <message>
        <source>%1 sent again</source>
        <translation>%1 erneut gesendet</translation>
    </message>
</context>
<context>
    <name>Gapline::OutageList</name>
    <message>
        <source>Outages</source>
        <translation>Ausfälle</translation>
    </message>
    <message>
        <source>Outage %1</source>
        <translation>Ausfall %1</translation>
    </message>
</context>
<context>
    <name>Gapline::PictureDialog</name>
    <message>
        <source>&amp;Whole stream</source>
        <translation>&amp;Ganzer Stream</translation>
    </message>
    <message>
        <source>What the window &amp;shows</source>
        <translation>Was das Fenster &amp;zeigt</translation>
    </message>
    <message>
        <source>Wi&amp;dth:</source>
        <translation>B&amp;reite:</translation>
    </message>
    <message>
        <source>S&amp;cale:</source>
        <translation>S&amp;kalierung:</translation>
    </message>
    <message>
        <source>&amp;Paper:</source>
        <translation>&amp;Papier:</translation>
    </message>
    <message>
        <source>Export Timeline</source>
        <translation>Zeitleiste exportieren</translation>
    </message>
    <message>
        <source>PNG: pixels</source>
        <translation>PNG: Pixel</translation>
    </message>
    <message>
        <source>SVG: shapes, for web pages</source>
        <translation>SVG: Formen, für Webseiten</translation>
    </message>
    <message>
        <source>PDF: shapes, for paper</source>
        <translation>PDF: Formen, für Papier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>%1 × (%2 dpi)</source>
        <translation>%1 × (%2 dpi)</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>%1, landscape</source>
        <translation>%1, Querformat</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>seq %1 to %2</source>
        <translation>Seq %1 bis %2</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Range:</source>
        <translation>Bereich:</translation>
    </message>
    <message>
        <source>Lanes, axis and filter as the window shows them; light colours, legend, and what the numbers cover.</source>
        <translation>Bahnen, Achse und Filter wie im Fenster; helle Farben, Legende und was die Zahlen abdecken.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
</context>
<context>
    <name>Gapline::ProgressLine</name>
    <message>
        <source>Fetching the list of executions</source>
        <translation>Liste der Ausführungen wird abgerufen</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 wird abgerufen</translation>
    </message>
    <message>
        <source>%1 · held until the credentials are entered; goes on at the same cursor</source>
        <translation>%1 · wartet, bis die Zugangsdaten eingegeben sind; geht beim selben Cursor weiter</translation>
    </message>
    <message>
        <source>Cancel fetching the list of executions</source>
        <translation>Abruf der Liste der Ausführungen abbrechen</translation>
    </message>
    <message>
        <source>Cancel fetching %1</source>
        <translation>Abruf von %1 abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Syncing all · %1</source>
        <translation>Alle werden synchronisiert · %1</translation>
    </message>
    <message>
        <source>Cancel syncing all executions</source>
        <translation>Synchronisierung aller Ausführungen abbrechen</translation>
    </message>
    <message>
        <source>Cancel comparing deliveries</source>
        <translation>Abgleich der Zustellungen abbrechen</translation>
    </message>
    <message>
        <source>Comparing deliveries</source>
        <translation>Zustellungen werden abgeglichen</translation>
    </message>
    <message>
        <source>Reading %1 · %2 of %3 MiB</source>
        <translation>%1 wird gelesen · %2 von %3 MiB</translation>
    </message>
    <message>
        <source>Comparing deliveries with the event streams</source>
        <translation>Zustellungen werden mit den Event-Streams abgeglichen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · cursor %4</source>
        <translation>%1 · %2 · %3 · Cursor %4</translation>
    </message>
    <message>
        <source>Exporting · %1 of %2</source>
        <translation>Export · %1 von %2</translation>
    </message>
    <message>
        <source>Comparing deliveries · %1 of %2 read</source>
        <translation>Zustellungen werden abgeglichen · %1 von %2 gelesen</translation>
    </message>
    <message>
        <source>%1 · waiting for the first answer</source>
        <translation>%1 · wartet auf die erste Antwort</translation>
    </message>
</context>
<context>
    <name>Gapline::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Gapline::ReceiverForm</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>ISO 8601 such as 2026-04-28T11:00:00Z, or epoch ms</source>
        <translation>ISO 8601 wie 2026-04-28T11:00:00Z, oder Epoch-ms</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no time in ISO 8601 or epoch ms.</source>
        <translation>%1: „%2“ ist keine Zeit in ISO 8601 oder Epoch-ms.</translation>
    </message>
    <message>
        <source>Name of the receiver</source>
        <translation>Name des Empfängers</translation>
    </message>
    <message>
        <source>Receiver &amp;name</source>
        <translation>&amp;Name des Empfängers</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>alle Typen</translation>
    </message>
    <message>
        <source>Subscribed event types</source>
        <translation>Abonnierte Event-Typen</translation>
    </message>
    <message>
        <source>Separated by commas; empty: all types. The API does not tell what a receiver subscribes to.</source>
        <translation>Durch Kommas getrennt; leer: alle Typen. Die API sagt nicht, was ein Empfänger abonniert.</translation>
    </message>
    <message>
        <source>Types ▾</source>
        <translation>Typen ▾</translation>
    </message>
    <message>
        <source>Choose event types</source>
        <translation>Event-Typen wählen</translation>
    </message>
    <message>
        <source>S&amp;ubscribed to</source>
        <translation>A&amp;bonniert</translation>
    </message>
    <message>
        <source>execution ids, one a line</source>
        <translation>Ausführungs-Ids, eine je Zeile</translation>
    </message>
    <message>
        <source>Executions with a webhook of their own</source>
        <translation>Ausführungen mit eigenem Webhook</translation>
    </message>
    <message>
        <source>Dispatched with a webhook of their own: the subscription does not apply to them, all types are expected</source>
        <translation>Mit eigenem Webhook gestartet: Das Abonnement gilt für sie nicht, alle Typen werden erwartet</translation>
    </message>
    <message>
        <source>&amp;Own webhook</source>
        <translation>&amp;Eigener Webhook</translation>
    </message>
    <message>
        <source>direct: 0, 2, 10, 42, 162, 642 s</source>
        <translation>direkt: 0, 2, 10, 42, 162, 642 s</translation>
    </message>
    <message>
        <source>advanced (Svix): up to 27 h 35 min</source>
        <translation>erweitert (Svix): bis zu 27 h 35 min</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>Retry schedule</source>
        <translation>Zeitplan der Wiederholungen</translation>
    </message>
    <message>
        <source>Seconds of the attempts after the first</source>
        <translation>Sekunden der Versuche nach dem ersten</translation>
    </message>
    <message>
        <source>Timeout of one attempt</source>
        <translation>Zeitgrenze eines Versuchs</translation>
    </message>
    <message>
        <source>Late from</source>
        <translation>Verspätet ab</translation>
    </message>
    <message>
        <source>Log covers from</source>
        <translation>Log reicht von</translation>
    </message>
    <message>
        <source>its first row</source>
        <translation>seine erste Zeile</translation>
    </message>
    <message>
        <source>Log covers to</source>
        <translation>Log reicht bis</translation>
    </message>
    <message>
        <source>its last row</source>
        <translation>seine letzte Zeile</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>the end of the log&apos;s span</source>
        <translation>das Ende der Spanne des Logs</translation>
    </message>
    <message>
        <source>&amp;Retries</source>
        <translation>&amp;Wiederholungen</translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation>&amp;Zeitgrenze</translation>
    </message>
    <message>
        <source>&amp;Late after</source>
        <translation>Verspätet n&amp;ach</translation>
    </message>
    <message>
        <source>Log covers &amp;from</source>
        <translation>Log reicht &amp;von</translation>
    </message>
    <message>
        <source>Log covers t&amp;o</source>
        <translation>Log reicht b&amp;is</translation>
    </message>
    <message>
        <source>As o&amp;f</source>
        <translation>&amp;Stand</translation>
    </message>
    <message>
        <source>One &amp;More (Rotated)</source>
        <translation>Noch eines (&amp;rotiert)</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Webhook secret %1</source>
        <translation>Webhook-Geheimnis %1</translation>
    </message>
    <message>
        <source>none: signatures are not checked</source>
        <translation>keines: Signaturen werden nicht geprüft</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>The log&apos;s span ends before it begins.</source>
        <translation>Die Spanne des Logs endet, bevor sie beginnt.</translation>
    </message>
</context>
<context>
    <name>Gapline::ReceiverLane</name>
    <message>
        <source>outage · %1 missed</source>
        <translation>Ausfall · %1 verpasst</translation>
    </message>
    <message>
        <source>outage · %1 not in time</source>
        <translation>Ausfall · %1 nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Receiver: what its log says of each event</source>
        <translation>Empfänger: was sein Log zu jedem Event sagt</translation>
    </message>
    <message>
        <source>%1 expected: %2 missed, %3 late, %4 pending, %5 delivered. Select an event to hear its own.</source>
        <translation>%1 erwartet: %2 verpasst, %3 verspätet, %4 ausstehend, %5 zugestellt. Wählen Sie ein Event, um sein Urteil zu hören.</translation>
    </message>
    <message>
        <source>seq %1, %2: %3</source>
        <translation>Seq %1, %2: %3</translation>
    </message>
    <message>
        <source>seq %1, %2, %3</source>
        <translation>Seq %1, %2, %3</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 verpasst</translation>
    </message>
    <message>
        <source>%1 not in time</source>
        <translation>%1 nicht rechtzeitig</translation>
    </message>
</context>
<context>
    <name>Gapline::ReceiverLegend</name>
    <message>
        <source>Receiver:</source>
        <translation>Empfänger:</translation>
    </message>
    <message>
        <source>outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Legend of the receiver lane</source>
        <translation>Legende der Empfängerbahn</translation>
    </message>
</context>
<context>
    <name>Gapline::ReconcileCommands</name>
    <message>
        <source>Forget the Imported Log</source>
        <translation>Importiertes Log vergessen</translation>
    </message>
    <message>
        <source>Forget the log that was imported %1, and its comparison?</source>
        <translation>Das am %1 importierte Log und seinen Abgleich vergessen?</translation>
    </message>
    <message>
        <source>The log files stay where they are; events in the cache stay too.</source>
        <translation>Die Logdateien bleiben, wo sie sind; auch Events im Cache bleiben.</translation>
    </message>
    <message>
        <source>It cannot be imported again: %1 is no longer there. Events in the cache stay.</source>
        <translation>Es kann nicht erneut importiert werden: %1 ist nicht mehr da. Events im Cache bleiben.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>The imported log is forgotten</source>
        <translation>Das importierte Log ist vergessen</translation>
    </message>
    <message>
        <source>Folder for the recovery pack</source>
        <translation>Ordner für das Wiederherstellungspaket</translation>
    </message>
    <message>
        <source>Export what was found</source>
        <translation>Das Ergebnis exportieren</translation>
    </message>
    <message>
        <source>%1 missed events written to %2</source>
        <translation>%1 verpasste Events nach %2 geschrieben</translation>
    </message>
    <message>
        <source>%1 findings written to %2</source>
        <translation>%1 Befunde nach %2 geschrieben</translation>
    </message>
    <message>
        <source>No webhook was missed after this seq</source>
        <translation>Nach dieser Seq wurde kein Webhook verpasst</translation>
    </message>
    <message>
        <source>No webhook was missed before this seq</source>
        <translation>Vor dieser Seq wurde kein Webhook verpasst</translation>
    </message>
    <message>
        <source>Request with sinceSeq %1 copied</source>
        <translation>Anfrage mit sinceSeq %1 kopiert</translation>
    </message>
</context>
<context>
    <name>Gapline::ReconcileView</name>
    <message>
        <source>The payloads of this case file are masked: make the recovery pack where the cache is.</source>
        <translation>Die Nutzdaten dieser Falldatei sind maskiert: Erstellen Sie das Wiederherstellungspaket dort, wo der Cache ist.</translation>
    </message>
</context>
<context>
    <name>Gapline::ReplayCommands</name>
    <message>
        <source>The payloads of this case file are masked: replay where the cache is</source>
        <translation>Die Nutzdaten dieser Falldatei sind maskiert: Senden Sie dort erneut, wo der Cache ist</translation>
    </message>
    <message>
        <source>Send the missed webhooks to the receiver again: first a dry run</source>
        <translation>Die verpassten Webhooks erneut an den Empfänger senden: zuerst ein Probelauf</translation>
    </message>
    <message>
        <source>Replay: %1 taken, %2 failed, %3 not sent</source>
        <translation>Erneut gesendet: %1 angenommen, %2 fehlgeschlagen, %3 nicht gesendet</translation>
    </message>
</context>
<context>
    <name>Gapline::ReplayDialog</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Replay Missed Webhooks</source>
        <translation>Verpasste Webhooks erneut senden</translation>
    </message>
    <message>
        <source>Which missed webhooks</source>
        <translation>Welche verpassten Webhooks</translation>
    </message>
    <message>
        <source>Webhooks that would be sent, in order</source>
        <translation>Webhooks, die gesendet würden, in Reihenfolge</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>Fortschritt des Sendens</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Compare &amp;Again</source>
        <translation>Erneut ab&amp;gleichen</translation>
    </message>
    <message>
        <source>Reads the receiver&apos;s logs again, to see what has arrived</source>
        <translation>Liest die Logs des Empfängers erneut, um zu sehen, was angekommen ist</translation>
    </message>
    <message>
        <source>Wh&amp;ich</source>
        <translation>&amp;Welche</translation>
    </message>
    <message>
        <source>all missed webhooks (%1)</source>
        <translation>alle verpassten Webhooks (%1)</translation>
    </message>
    <message>
        <source>only %1 (%2)</source>
        <translation>nur %1 (%2)</translation>
    </message>
    <message>
        <source>Being sent to %1, one after the other; each answer is journalled before the next one goes.</source>
        <translation>Wird an %1 gesendet, eines nach dem anderen; jede Antwort wird protokolliert, bevor das nächste geht.</translation>
    </message>
    <message>
        <source>Dry run: nothing is sent yet.</source>
        <translation>Probelauf: Noch ist nichts gesendet.</translation>
    </message>
    <message>
        <source>Dry run: being worked out …</source>
        <translation>Probelauf: wird ermittelt …</translation>
    </message>
    <message>
        <source>%1 more were taken by this address before, as the journal says, and are left out.</source>
        <translation>%1 weitere hat diese Adresse zuvor angenommen, wie das Journal sagt; sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>Each is marked with the header x-gapline-replay: 1; the second failure stops the replay; every answer is journalled.</source>
        <translation>Jeder trägt den Header x-gapline-replay: 1; der zweite Fehlschlag hält das Senden an; jede Antwort wird protokolliert.</translation>
    </message>
    <message>
        <source>Work Offline is on: nothing can be sent.</source>
        <translation>Offline arbeiten ist eingeschaltet: Es kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Nothing is left to be sent.</source>
        <translation>Es ist nichts mehr zu senden.</translation>
    </message>
    <message>
        <source>Nothing can be sent yet.</source>
        <translation>Noch kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>%1 of %2 taken</source>
        <translation>%1 von %2 angenommen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The last failure: %1.</source>
        <translation>Der letzte Fehlschlag: %1.</translation>
    </message>
    <message>
        <source>Send again to go on with what is left.</source>
        <translation>Senden Sie erneut, um mit dem Rest fortzufahren.</translation>
    </message>
    <message>
        <source>Journal: %1</source>
        <translation>Journal: %1</translation>
    </message>
    <message>
        <source>Nothing is left to be sent: this address took %1 before, as the journal says.</source>
        <translation>Nichts ist mehr zu senden: Diese Adresse hat zuvor %1 angenommen, wie das Journal sagt.</translation>
    </message>
    <message>
        <source>Dry run, nothing is sent yet: %1 of %2 would go to %3, one after the other in order of execution and seq, at most %4 a second: at least %5.</source>
        <translation>Probelauf, noch ist nichts gesendet: %1 von %2 an %3, nacheinander in der Reihenfolge von Ausführung und Seq, höchstens %4 je Sekunde: mindestens %5.</translation>
    </message>
    <message>
        <source>1 more was taken by this address before, as the journal says, and is left out.</source>
        <translation>1 weiteren hat diese Adresse zuvor angenommen, wie das Journal sagt; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>&amp;Yes, send %1 to %2: the receiver acts on each of them</source>
        <translation>&amp;Ja, %1 an %2 senden: Der Empfänger handelt nach jedem davon</translation>
    </message>
    <message>
        <source>The receiver took %1. Not taken: %2, not sent: %3.</source>
        <translation>Der Empfänger hat %1 angenommen. Nicht angenommen: %2, nicht gesendet: %3.</translation>
    </message>
</context>
<context>
    <name>Gapline::ReplayForm</name>
    <message>
        <source>Address of the receiver</source>
        <translation>Adresse des Empfängers</translation>
    </message>
    <message>
        <source>https, or http on this machine alone. It is kept for this session only.</source>
        <translation>https, oder http nur auf diesem Rechner. Sie wird nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Send &amp;to</source>
        <translation>Senden &amp;an</translation>
    </message>
    <message>
        <source>Secret to sign with</source>
        <translation>Geheimnis zum Signieren</translation>
    </message>
    <message>
        <source>Another webhook secret</source>
        <translation>Ein anderes Webhook-Geheimnis</translation>
    </message>
    <message>
        <source>the receiver&apos;s secret</source>
        <translation>das Geheimnis des Empfängers</translation>
    </message>
    <message>
        <source>Used for this replay and kept nowhere</source>
        <translation>Wird nur für dieses Senden verwendet und nirgends behalten</translation>
    </message>
    <message>
        <source>How the receiver verifies</source>
        <translation>Wie der Empfänger prüft</translation>
    </message>
    <message>
        <source>direct: x-velt-signature</source>
        <translation>direkt: x-velt-signature</translation>
    </message>
    <message>
        <source>advanced (Svix): webhook-signature</source>
        <translation>erweitert (Svix): webhook-signature</translation>
    </message>
    <message>
        <source>Signed &amp;with</source>
        <translation>Signiert &amp;mit</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> je Sekunde</translation>
    </message>
    <message>
        <source>At most so many a second</source>
        <translation>Höchstens so viele je Sekunde</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds to wait for an answer</source>
        <translation>Sekunden, die auf eine Antwort gewartet wird</translation>
    </message>
    <message>
        <source>wait &amp;up to</source>
        <translation>wartet &amp;bis zu</translation>
    </message>
    <message>
        <source>for each answer</source>
        <translation>auf jede Antwort</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>secret %1 of %2</source>
        <translation>Geheimnis %1 von %2</translation>
    </message>
    <message>
        <source>another secret</source>
        <translation>ein anderes Geheimnis</translation>
    </message>
    <message>
        <source>%1 is the API, not a receiver: nothing is ever sent to it.</source>
        <translation>%1 ist die API, kein Empfänger: Dorthin wird nie etwas gesendet.</translation>
    </message>
    <message>
        <source>Say where the receiver takes webhooks: its own address, not the API&apos;s.</source>
        <translation>Sagen Sie, wo der Empfänger Webhooks annimmt: seine eigene Adresse, nicht die der API.</translation>
    </message>
    <message>
        <source>A replay is signed as the sender would: give the receiver&apos;s secret.</source>
        <translation>Es wird signiert, wie der Absender es täte: Geben Sie das Geheimnis des Empfängers an.</translation>
    </message>
</context>
<context>
    <name>Gapline::ReplayModel</name>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Event time</source>
        <translation>Zeit des Events</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Event-Id</translation>
    </message>
</context>
<context>
    <name>Gapline::ReportCommands</name>
    <message>
        <source>The API has no event of this execution to show</source>
        <translation>Die API hat von dieser Ausführung kein Event zu zeigen</translation>
    </message>
    <message>
        <source>Nothing of this execution has been scanned yet</source>
        <translation>Von dieser Ausführung wurde noch nichts gescannt</translation>
    </message>
    <message>
        <source>Timeline written to %1</source>
        <translation>Zeitleiste nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Print the Timeline</source>
        <translation>Zeitleiste drucken</translation>
    </message>
    <message>
        <source>The printer could not be painted on</source>
        <translation>Auf dem Drucker konnte nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>Export cancelled: no file was written</source>
        <translation>Export abgebrochen: Es wurde keine Datei geschrieben</translation>
    </message>
    <message>
        <source>Report with %1 written to %2</source>
        <translation>Bericht mit %1 nach %2 geschrieben</translation>
    </message>
</context>
<context>
    <name>Gapline::ReportDialog</name>
    <message>
        <source>Include the &amp;data of events, secrets masked</source>
        <translation>&amp;Daten der Events aufnehmen, Geheimnisse maskiert</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Events listed at most</source>
        <translation>Höchstens aufgelistete Events</translation>
    </message>
    <message>
        <source>Events listed at &amp;most:</source>
        <translation>&amp;Höchstens aufgelistete Events:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>The whole execution, whatever the filter shows: facts, coverage, timeline, webhooks, steps, gaps and its %1, in one HTML file without scripts.</source>
        <translation>Die ganze Ausführung, was immer der Filter zeigt: Fakten, Abdeckung, Zeitleiste, Webhooks, Schritte, Lücken und die Events (%1), in einer HTML-Datei ohne Skripte.</translation>
    </message>
</context>
<context>
    <name>Gapline::RequestDetail</name>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Als &amp;cURL kopieren</translation>
    </message>
    <message>
        <source>The request for a shell; key and token are placeholders</source>
        <translation>Die Anfrage für eine Shell; Schlüssel und Token sind Platzhalter</translation>
    </message>
    <message>
        <source>The request and how it was answered</source>
        <translation>Die Anfrage und wie sie beantwortet wurde</translation>
    </message>
    <message>
        <source>The answer as it came</source>
        <translation>Die Antwort, wie sie kam</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Select a request to see what was asked and answered.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, was gefragt und geantwortet wurde.</translation>
    </message>
    <message>
        <source>Request copied; key and token are placeholders</source>
        <translation>Anfrage kopiert; Schlüssel und Token sind Platzhalter</translation>
    </message>
</context>
<context>
    <name>Gapline::RequestDock</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Show HTTP &amp;Requests</source>
        <translation>&amp;HTTP-Anfragen zeigen</translation>
    </message>
    <message>
        <source>Filter: endpoint, execution, status, error</source>
        <translation>Filter: Endpunkt, Ausführung, Status, Fehler</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>Failed o&amp;nly</source>
        <translation>Nur &amp;fehlgeschlagene</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Forget the requests listed, and the answers kept of them</source>
        <translation>Die aufgelisteten Anfragen und die davon behaltenen Antworten vergessen</translation>
    </message>
    <message>
        <source>Clear the list of requests</source>
        <translation>Liste der Anfragen leeren</translation>
    </message>
    <message>
        <source>HTTP requests</source>
        <translation>HTTP-Anfragen</translation>
    </message>
    <message>
        <source>%1 kept, %2 failed</source>
        <translation>%1 behalten, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>None of the requests kept match the filter.</source>
        <translation>Keine der behaltenen Anfragen passt zum Filter.</translation>
    </message>
    <message>
        <source>No request has been made yet.</source>
        <translation>Noch wurde keine Anfrage gestellt.</translation>
    </message>
</context>
<context>
    <name>Gapline::RequestModel</name>
    <message>
        <source>good answer</source>
        <translation>gute Antwort</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The first attempt</source>
        <translation>Der erste Versuch</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>Wiederholung %1</translation>
    </message>
    <message>
        <source>Answered, and read to its end</source>
        <translation>Beantwortet und bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>1 is the first attempt, 2 the first retry</source>
        <translation>1 ist der erste Versuch, 2 die erste Wiederholung</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Time (local)</source>
        <translation>Zeit (lokal)</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>sinceSeq</source>
        <translation>sinceSeq</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>Gapline::SavedViewCommands</name>
    <message>
        <source>The filter of &quot;%1&quot; cannot be read: %2</source>
        <translation>Der Filter von „%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>View &quot;%1&quot; applied</source>
        <translation>Ansicht „%1“ angewendet</translation>
    </message>
    <message>
        <source>View &quot;%1&quot; applied without its verdicts: no log was compared</source>
        <translation>Ansicht „%1“ ohne ihre Urteile angewendet: Es wurde kein Log abgeglichen</translation>
    </message>
    <message>
        <source>Save View</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Filter and columns are kept under this name; one that has it already is replaced.</source>
        <translation>Filter und Spalten werden unter diesem Namen aufbewahrt; eine Ansicht, die ihn schon hat, wird ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>View &quot;%1&quot; saved</source>
        <translation>Ansicht „%1“ gespeichert</translation>
    </message>
</context>
<context>
    <name>Gapline::SavedViewsDialog</name>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Saved Views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Type another name (F2)</source>
        <translation>Einen anderen Namen eingeben (F2)</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>Eine Ansicht braucht einen Namen.</translation>
    </message>
    <message>
        <source>Another view has the name &quot;%1&quot;.</source>
        <translation>Eine andere Ansicht hat den Namen „%1“.</translation>
    </message>
    <message>
        <source>No view is saved. Ctrl+S saves filter and columns of what is open.</source>
        <translation>Es ist keine Ansicht gespeichert. Strg+S speichert Filter und Spalten dessen, was offen ist.</translation>
    </message>
    <message>
        <source>Shows every event.</source>
        <translation>Zeigt jedes Event.</translation>
    </message>
</context>
<context>
    <name>Gapline::SessionKeeper</name>
    <message>
        <source>Link to this view copied</source>
        <translation>Link zu dieser Ansicht kopiert</translation>
    </message>
</context>
<context>
    <name>Gapline::StartPage</name>
    <message>
        <source>Choose an execution</source>
        <translation>Wählen Sie eine Ausführung</translation>
    </message>
    <message>
        <source>Nothing is open yet</source>
        <translation>Noch ist nichts offen</translation>
    </message>
    <message>
        <source>Open one from the list on the left, or paste its id, a URL, JSON or a log line that holds it into the box above.</source>
        <translation>Öffnen Sie eine aus der Liste links, oder fügen Sie ihre Id, eine URL, JSON oder eine Logzeile, die sie enthält, in das Feld oben ein.</translation>
    </message>
    <message>
        <source>Gapline shows every seq of an execution: events, internal-only gaps and what has not been scanned. Try it on the sandbox, which needs no account, or connect to the API with a key and a token.</source>
        <translation>Gapline zeigt jede Seq einer Ausführung: Events, nur interne Lücken und was nicht gescannt wurde. Probieren Sie es mit der Sandbox, die kein Konto braucht, oder verbinden Sie sich mit Schlüssel und Token mit der API.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
</context>
<context>
    <name>Gapline::StepSelector</name>
    <message>
        <source>With &amp;descendants</source>
        <translation>Mit &amp;Nachfolgern</translation>
    </message>
    <message>
        <source>Show only some steps, or hide some</source>
        <translation>Nur manche Schritte zeigen, oder manche ausblenden</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Steps by lineage</source>
        <translation>Schritte nach Herkunft</translation>
    </message>
    <message>
        <source>A choice also counts for every step that follows from it</source>
        <translation>Eine Wahl gilt auch für jeden Schritt, der daraus folgt</translation>
    </message>
    <message>
        <source>&amp;All steps</source>
        <translation>&amp;Alle Schritte</translation>
    </message>
    <message>
        <source>Drop every choice of steps</source>
        <translation>Jede Wahl von Schritten aufheben</translation>
    </message>
    <message>
        <source>Step ▾</source>
        <translation>Schritt ▾</translation>
    </message>
    <message>
        <source>Step: %1 ▾</source>
        <translation>Schritt: %1 ▾</translation>
    </message>
    <message>
        <source>Steps: all shown</source>
        <translation>Schritte: alle gezeigt</translation>
    </message>
    <message>
        <source>Steps: %1 choices</source>
        <translation>Schritte: %1 gewählt</translation>
    </message>
    <message>
        <source>%1 of %2 steps. The text field finds the others.</source>
        <translation>%1 von %2 Schritten. Das Textfeld findet die anderen.</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>Gapline::StreamView</name>
    <message numerus="yes">
        <source>%n event(s) could not be searched: the cache no longer gives their text.</source>
        <translation>
            <numerusform>%n Event konnte nicht durchsucht werden: Der Cache gibt seinen Text nicht mehr her.</numerusform>
            <numerusform>%n Events konnten nicht durchsucht werden: Der Cache gibt ihren Text nicht mehr her.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::TargetField</name>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Der Ordner existiert nicht.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Die Datei existiert und wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>Gapline::TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Reading from the cache …</source>
        <translation>Wird aus dem Cache gelesen …</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>Wird gezeichnet …</translation>
    </message>
    <message>
        <source>No events scanned yet</source>
        <translation>Noch keine Events gescannt</translation>
    </message>
    <message>
        <source>The API has no event to show</source>
        <translation>Die API hat kein Event zu zeigen</translation>
    </message>
    <message>
        <source>No event here has a time: show the seq axis</source>
        <translation>Kein Event hat hier eine Zeit: Zeigen Sie die Seq-Achse</translation>
    </message>
    <message>
        <source>The cache could not be read</source>
        <translation>Der Cache konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>Gapline::TimelineLegend</name>
    <message>
        <source>appeared late</source>
        <translation>spät erschienen</translation>
    </message>
    <message>
        <source>no longer what the API says</source>
        <translation>nicht mehr, was die API sagt</translation>
    </message>
    <message>
        <source>internal-only seqs: nothing to recover</source>
        <translation>intern: kein Verlust</translation>
    </message>
    <message>
        <source>not scanned yet</source>
        <translation>noch nicht gescannt</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>Gapline::TimelineRuler</name>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Idle for %1; shortened on this axis</source>
        <translation>%1 ohne Aktivität; auf dieser Achse verkürzt</translation>
    </message>
</context>
<context>
    <name>Gapline::TimelineStrip</name>
    <message>
        <source>Overview of the whole stream</source>
        <translation>Überblick über den ganzen Stream</translation>
    </message>
</context>
<context>
    <name>Gapline::TimelineWidget</name>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Scroll lanes</source>
        <translation>Bahnen verschieben</translation>
    </message>
    <message>
        <source>seq 1 to %1</source>
        <translation>Seq 1 bis %1</translation>
    </message>
    <message>
        <source>Seq axis</source>
        <translation>Seq-Achse</translation>
    </message>
    <message>
        <source>Time axis, UTC</source>
        <translation>Zeitachse, UTC</translation>
    </message>
    <message>
        <source>Time axis, local time</source>
        <translation>Zeitachse, lokale Zeit</translation>
    </message>
    <message>
        <source>Idle stretches longer than %1 are shortened.</source>
        <translation>Leerlauf von mehr als %1 ist verkürzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s) collapsed</source>
        <translation>
            <numerusform>%n Bahn eingeklappt</numerusform>
            <numerusform>%n Bahnen eingeklappt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gapline::VerdictChip</name>
    <message>
        <source>%1 only</source>
        <translation>nur: %1</translation>
    </message>
    <message>
        <source>Show only webhooks that were missed, %1 of them</source>
        <translation>Nur verpasste Webhooks zeigen, %1 davon</translation>
    </message>
    <message>
        <source>Only %1 webhooks are shown, %2 of them</source>
        <translation>Nur Webhooks mit dem Urteil „%1“ werden gezeigt, %2 davon</translation>
    </message>
    <message>
        <source>Click to show only these, and everything again; right-click for other verdicts</source>
        <translation>Klicken, um nur diese zu zeigen, und wieder alles; Rechtsklick für andere Urteile</translation>
    </message>
    <message>
        <source>&amp;Every verdict</source>
        <translation>&amp;Jedes Urteil</translation>
    </message>
</context>
<context>
    <name>Gapline::VerifyDialog</name>
    <message>
        <source>Verify %1 against API</source>
        <translation>%1 gegen die API prüfen</translation>
    </message>
    <message>
        <source>The connection was left.</source>
        <translation>Die Verbindung wurde verlassen.</translation>
    </message>
    <message>
        <source>Reading %1 again from seq 0 …</source>
        <translation>%1 wird ab Seq 0 erneut gelesen …</translation>
    </message>
    <message>
        <source>Each page is compared with what the cache holds. Nothing that is stored is overwritten.</source>
        <translation>Jede Seite wird mit dem verglichen, was der Cache enthält. Nichts Gespeichertes wird überschrieben.</translation>
    </message>
    <message>
        <source>Progress of the verification</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Result of the verification copied</source>
        <translation>Ergebnis der Prüfung kopiert</translation>
    </message>
    <message>
        <source>○ Stopped before the end</source>
        <translation>○ Vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>✕ The reading failed: %1</source>
        <translation>✕ Das Lesen schlug fehl: %1</translation>
    </message>
    <message>
        <source>! The API no longer says what it had said</source>
        <translation>! Die API sagt nicht mehr, was sie gesagt hatte</translation>
    </message>
    <message>
        <source>! There are differences</source>
        <translation>! Es gibt Unterschiede</translation>
    </message>
    <message>
        <source>✓ The cache holds what the API says</source>
        <translation>✓ Der Cache enthält, was die API sagt</translation>
    </message>
    <message>
        <source>Verification of %1 against the API</source>
        <translation>Prüfung von %1 gegen die API</translation>
    </message>
    <message>
        <source>begun %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>changed: other content than before; all versions are kept</source>
        <translation>geändert: anderer Inhalt als zuvor; alle Fassungen bleiben erhalten</translation>
    </message>
    <message>
        <source>gone: stored, but no longer returned; kept and marked</source>
        <translation>verschwunden: gespeichert, aber nicht mehr geliefert; bleibt erhalten und markiert</translation>
    </message>
    <message>
        <source>appeared late: had been scanned before without an event</source>
        <translation>spät erschienen: war zuvor ohne Event gescannt worden</translation>
    </message>
    <message>
        <source>to %1 no longer reached: scanned before, but the API now ends before</source>
        <translation>bis %1 nicht mehr erreicht: zuvor gescannt, aber die API endet nun davor</translation>
    </message>
    <message>
        <source>seq %1 %2</source>
        <translation>Seq %1 %2</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Result of the verification written to %1</source>
        <translation>Ergebnis der Prüfung nach %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 · %2 read · cursor %3</source>
        <translation>%1 · %2 gelesen · Cursor %3</translation>
    </message>
</context>
<context>
    <name>Gapline::WhyPane</name>
    <message>
        <source>&amp;Open This Execution</source>
        <translation>Diese Ausführung &amp;öffnen</translation>
    </message>
    <message>
        <source>Fet&amp;ch This Execution</source>
        <translation>Diese Ausführung ab&amp;rufen</translation>
    </message>
    <message>
        <source>Re&amp;play Its %1 Missed…</source>
        <translation>Ihre %1 verpassten er&amp;neut senden…</translation>
    </message>
    <message>
        <source>Fetch it and compare it too</source>
        <translation>Sie abrufen und ebenfalls abgleichen</translation>
    </message>
    <message>
        <source>There is no connection to fetch it with</source>
        <translation>Es gibt keine Verbindung, um sie abzurufen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>Gapline::WindowSession</name>
    <message>
        <source>Sandbox receiver</source>
        <translation>Empfänger der Sandbox</translation>
    </message>
    <message>
        <source>The sandbox is open already.</source>
        <translation>Die Sandbox ist bereits geöffnet.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
</context>
<context>
    <name>Gapline::Workspace</name>
    <message>
        <source>The cache was damaged. It was kept as %1, and a new one was begun.</source>
        <translation>Der Cache war beschädigt. Er wurde als %1 aufbewahrt und ein neuer begonnen.</translation>
    </message>
    <message>
        <source>A case file, shown as it was written. Nothing is fetched or changed.</source>
        <translation>Eine Falldatei, gezeigt wie sie geschrieben wurde. Nichts wird abgerufen oder geändert.</translation>
    </message>
    <message>
        <source>The cache can only be read: what is fetched now cannot be kept.</source>
        <translation>Der Cache kann nur gelesen werden: Was jetzt abgerufen wird, kann nicht behalten werden.</translation>
    </message>
</context>
<context>
    <name>GraphText</name>
    <message>
        <source>%1 · quorum %2 of %3</source>
        <translation>%1 · Quorum %2 von %3</translation>
    </message>
    <message>
        <source>%1, without an event</source>
        <translation>%1, ohne Event</translation>
    </message>
    <message>
        <source>not visited</source>
        <translation>nicht besucht</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 Durchgänge</translation>
    </message>
    <message>
        <source>SLA breached</source>
        <translation>SLA verletzt</translation>
    </message>
    <message>
        <source>in the group %1</source>
        <translation>in der Gruppe %1</translation>
    </message>
    <message>
        <source>%1, the way this run took</source>
        <translation>%1, der Weg dieses Laufs</translation>
    </message>
    <message>
        <source>leads to %1</source>
        <translation>führt zu %1</translation>
    </message>
    <message>
        <source>This is version %1 of the definition; the run was of version %2, which the API no longer shows. Nodes and edges may differ.</source>
        <translation>Dies ist Version %1 der Definition; der Lauf war mit Version %2, welche die API nicht mehr zeigt. Knoten und Kanten können abweichen.</translation>
    </message>
    <message>
        <source>Whether this is the version that ran is not known.</source>
        <translation>Ob dies die Version ist, die lief, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>The run has %n node(s) that are not in this graph: %1</source>
        <translation>
            <numerusform>Der Lauf hat %n Knoten, der nicht in diesem Graphen ist: %1</numerusform>
            <numerusform>Der Lauf hat %n Knoten, die nicht in diesem Graphen sind: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No event of the run is fetched yet.</source>
        <translation>Noch ist kein Event des Laufs abgerufen.</translation>
    </message>
    <message>
        <source>Not all seqs of the run are scanned: nodes that are not seen may have run.</source>
        <translation>Nicht alle Seqs des Laufs sind gelesen: Knoten, die nicht gesehen wurden, können gelaufen sein.</translation>
    </message>
    <message>
        <source>The run is not over: nodes that are not seen may still come.</source>
        <translation>Der Lauf ist nicht zu Ende: Knoten, die nicht gesehen wurden, können noch kommen.</translation>
    </message>
    <message>
        <source>executions/get has not told of the steps since the run ended: nodes that are not seen may have run without a visible event.</source>
        <translation>executions/get hat die Schritte nicht genannt, seit der Lauf endete: Knoten, die nicht gesehen wurden, können ohne sichtbares Event gelaufen sein.</translation>
    </message>
    <message>
        <source>The graph is larger than what is drawn: %1 nodes are shown.</source>
        <translation>Der Graph ist größer als das Gezeichnete: %1 Knoten werden gezeigt.</translation>
    </message>
    <message>
        <source>The API has no event of this execution to show.</source>
        <translation>Die API hat von dieser Ausführung kein Event zu zeigen.</translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>step %1, from seq %2</source>
        <translation>Schritt %1, ab Seq %2</translation>
    </message>
    <message>
        <source>execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source> · not available now</source>
        <translation> · jetzt nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>workflow %1, version %2</source>
        <translation>Workflow %1, Version %2</translation>
    </message>
    <message>
        <source>workflow %1</source>
        <translation>Workflow %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>Shown: the whole stream, seq 1 to %1</source>
        <translation>Gezeigt: der ganze Stream, Seq 1 bis %1</translation>
    </message>
    <message>
        <source>Shown: %1 to %2 of a stream of seq 1 to %3</source>
        <translation>Gezeigt: %1 bis %2 eines Streams von Seq 1 bis %3</translation>
    </message>
    <message>
        <source>Shown: seq %1 to %2 of 1 to %3</source>
        <translation>Gezeigt: Seq %1 bis %2 von 1 bis %3</translation>
    </message>
    <message>
        <source> · time axis, UTC</source>
        <translation> · Zeitachse, UTC</translation>
    </message>
    <message>
        <source> · time axis, local time</source>
        <translation> · Zeitachse, lokale Zeit</translation>
    </message>
    <message>
        <source> · idle stretches longer than %1 are shortened</source>
        <translation> · Leerlauf von mehr als %1 ist verkürzt</translation>
    </message>
    <message>
        <source>Whole stream: %1</source>
        <translation>Ganzer Stream: %1</translation>
    </message>
    <message>
        <source> · fetched %1</source>
        <translation> · abgerufen %1</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1 erwartet</translation>
    </message>
    <message>
        <source>Webhooks of this execution: %1</source>
        <translation>Webhooks dieser Ausführung: %1</translation>
    </message>
    <message>
        <source>lanes 1 to %1 of %2; a PDF has more room</source>
        <translation>Bahnen 1 bis %1 von %2; ein PDF hat mehr Platz</translation>
    </message>
    <message>
        <source>lanes 1 to %1 of %2; collapse some in the window to see the others</source>
        <translation>Bahnen 1 bis %1 von %2; klappen Sie im Fenster einige ein, um die anderen zu sehen</translation>
    </message>
    <message>
        <source>Filtered: %1 of %2 are drawn (%3)</source>
        <translation>Gefiltert: %1 von %2 sind gezeichnet (%3)</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Gapline</source>
        <translation>Über Gapline</translation>
    </message>
    <message>
        <source>Shows what every seq of an approval engine&apos;s event stream is: an event, an internal-only gap, or not scanned yet.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.

Built on Qt %1, SQLite, simdjson, zstd and QtKeychain; icons from Lucide (ISC).</source>
        <translation>Zeigt, was jede Seq im Event-Stream einer Approval Engine ist: ein Event, eine nur interne Lücke oder noch nicht gescannt.

Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.

Gebaut auf Qt %1, SQLite, simdjson, zstd und QtKeychain; Symbole von Lucide (ISC).</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>RecordedText</name>
    <message>
        <source>%1 (the log ends in this row)</source>
        <translation>%1 (das Log endet in dieser Zeile)</translation>
    </message>
    <message>
        <source>its cells cannot be told apart</source>
        <translation>ihre Zellen lassen sich nicht trennen</translation>
    </message>
    <message>
        <source>the header names no field that is known</source>
        <translation>der Kopf nennt kein bekanntes Feld</translation>
    </message>
    <message>
        <source>%1 cells where the header names %2</source>
        <translation>%1 Zellen, wo der Kopf %2 nennt</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>kein JSON: %1</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the gzip data is damaged</source>
        <translation>die gzip-Daten sind beschädigt</translation>
    </message>
    <message>
        <source>the gzip data ends early</source>
        <translation>die gzip-Daten enden zu früh</translation>
    </message>
    <message>
        <source>reading failed: %1</source>
        <translation>Lesen schlug fehl: %1</translation>
    </message>
    <message>
        <source>the row is longer than 4 MiB</source>
        <translation>die Zeile ist länger als 4 MiB</translation>
    </message>
    <message>
        <source>the JSON value ends early</source>
        <translation>der JSON-Wert endet zu früh</translation>
    </message>
    <message>
        <source>a quote is never closed</source>
        <translation>ein Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>seq &quot;%1&quot; is no whole number</source>
        <translation>die Seq „%1“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>names no event: neither executionId with seq, nor an event id</source>
        <translation>nennt kein Event: weder executionId mit Seq noch eine Event-Id</translation>
    </message>
    <message>
        <source>the body is %1</source>
        <translation>der Inhalt ist %1</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>keine Antwort innerhalb von %1 s</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
</context>
<context>
    <name>RequestDetail</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>A good answer is not kept: its events are in the cache.</source>
        <translation>Eine gute Antwort wird nicht behalten: Ihre Events sind im Cache.</translation>
    </message>
    <message>
        <source>The answer has made room for newer ones.</source>
        <translation>Die Antwort hat neueren Platz gemacht.</translation>
    </message>
    <message>
        <source>No answer to show: none came, or it was empty.</source>
        <translation>Keine Antwort zu zeigen: Es kam keine, oder sie war leer.</translation>
    </message>
    <message>
        <source>Answer, its first %1 of %2</source>
        <translation>Antwort, die ersten %1 von %2</translation>
    </message>
    <message>
        <source>Answer as it came, %1</source>
        <translation>Antwort, wie sie kam, %1</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>%1 (retry %2)</source>
        <translation>%1 (Wiederholung %2)</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ShortcutPage</name>
    <message>
        <source>previous and next event that is shown</source>
        <translation>voriges und nächstes gezeigtes Event</translation>
    </message>
    <message>
        <source>lane above and below, or row of the table</source>
        <translation>Bahn darüber und darunter, oder Zeile der Tabelle</translation>
    </message>
    <message>
        <source>first and last event</source>
        <translation>erstes und letztes Event</translation>
    </message>
    <message>
        <source>zoom in and out</source>
        <translation>hinein- und herauszoomen</translation>
    </message>
    <message>
        <source>a screen back and on</source>
        <translation>eine Bildschirmbreite zurück und weiter</translation>
    </message>
    <message>
        <source>zoom to what is selected</source>
        <translation>auf die Auswahl zoomen</translation>
    </message>
    <message>
        <source>select nothing</source>
        <translation>nichts auswählen</translation>
    </message>
    <message>
        <source>menu of a chip or a row</source>
        <translation>Menü eines Chips oder einer Zeile</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+K finds every command by a few letters of its name. Single letters act while the focus is in timeline or table.</source>
        <translation>Strg+K findet jeden Befehl mit wenigen Buchstaben seines Namens. Einzelne Buchstaben wirken, solange der Fokus in Zeitleiste oder Tabelle liegt.</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>In der Zeitleiste</translation>
    </message>
    <message>
        <source>Home End</source>
        <translation>Pos1 Ende</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Umschalt+F10</translation>
    </message>
    <message>
        <source>open in a new tab: in the list of executions and in the field for an id</source>
        <translation>in neuem Tab öffnen: in der Liste der Ausführungen und im Feld für eine Id</translation>
    </message>
    <message>
        <source>in the graph of a definition: from node to node, and to a node&apos;s events</source>
        <translation>im Graphen einer Definition: von Knoten zu Knoten, und zu den Events eines Knotens</translation>
    </message>
    <message>
        <source>in a comparison: to the step, in the execution of the column</source>
        <translation>in einem Vergleich: zum Schritt, in der Ausführung der Spalte</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
</context>
<context>
    <name>ShownText</name>
    <message>
        <source>reading from the cache …</source>
        <translation>wird aus dem Cache gelesen …</translation>
    </message>
    <message>
        <source>searching %1 …</source>
        <translation>%1 werden durchsucht …</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>keine Events</translation>
    </message>
    <message>
        <source>one event</source>
        <translation>ein Event</translation>
    </message>
    <message>
        <source>all %1 events</source>
        <translation>alle %1 Events</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Events</translation>
    </message>
    <message>
        <source>one gap hidden</source>
        <translation>eine Lücke ausgeblendet</translation>
    </message>
    <message>
        <source>%1 gaps hidden</source>
        <translation>%1 Lücken ausgeblendet</translation>
    </message>
    <message>
        <source>Reading from the cache …</source>
        <translation>Wird aus dem Cache gelesen …</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>Nothing is known of this execution yet. F5 fetches it, once there is a connection.</source>
        <translation>Von dieser Ausführung ist noch nichts bekannt. F5 ruft sie ab, sobald es eine Verbindung gibt.</translation>
    </message>
    <message>
        <source>The API has no event of this execution to show (fetched %1).</source>
        <translation>Die API hat von dieser Ausführung kein Event zu zeigen (abgerufen %1).</translation>
    </message>
    <message>
        <source>The API has no event of this execution to show.</source>
        <translation>Die API hat von dieser Ausführung kein Event zu zeigen.</translation>
    </message>
    <message>
        <source>No event passes the filter. Ctrl+Z takes the last change back, Ctrl+Shift+F clears the filter.</source>
        <translation>Kein Event passt zum Filter. Strg+Z nimmt die letzte Änderung zurück, Strg+Umschalt+F leert den Filter.</translation>
    </message>
    <message>
        <source>No seq that was scanned holds a visible event, and the rows of gaps are hidden (Ctrl+G).</source>
        <translation>Keine gescannte Seq enthält ein sichtbares Event, und die Lückenzeilen sind ausgeblendet (Strg+G).</translation>
    </message>
    <message>
        <source>not readable from the cache</source>
        <translation>aus dem Cache nicht lesbar</translation>
    </message>
    <message>
        <source>The cache could not be read: nothing can be said of this execution.</source>
        <translation>Der Cache konnte nicht gelesen werden: Über diese Ausführung lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>All its seqs are scanned, and none holds a visible event.</source>
        <translation>Alle ihre Seqs sind gescannt, und keine enthält ein sichtbares Event.</translation>
    </message>
    <message>
        <source>No seq that was scanned so far holds a visible event.</source>
        <translation>Keine der bisher gescannten Seqs enthält ein sichtbares Event.</translation>
    </message>
</context>
<context>
    <name>StreamActions</name>
    <message>
        <source>No further event is shown</source>
        <translation>Kein weiteres Event wird gezeigt</translation>
    </message>
    <message>
        <source>No earlier event is shown</source>
        <translation>Kein früheres Event wird gezeigt</translation>
    </message>
    <message>
        <source>No further gap</source>
        <translation>Keine weitere Lücke</translation>
    </message>
    <message>
        <source>No earlier gap</source>
        <translation>Keine frühere Lücke</translation>
    </message>
    <message>
        <source>No further failure is shown</source>
        <translation>Kein weiterer Fehlschlag wird gezeigt</translation>
    </message>
    <message>
        <source>No earlier failure is shown</source>
        <translation>Kein früherer Fehlschlag wird gezeigt</translation>
    </message>
    <message>
        <source>No further event of this step is shown</source>
        <translation>Kein weiteres Event dieses Schritts wird gezeigt</translation>
    </message>
    <message>
        <source>No earlier event of this step is shown</source>
        <translation>Kein früheres Event dieses Schritts wird gezeigt</translation>
    </message>
    <message>
        <source>Select an event of a lane that has others below it</source>
        <translation>Wählen Sie ein Event einer Bahn, unter der andere liegen</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
</context>
<context>
    <name>StreamModel</name>
    <message>
        <source>seq %1 · %2 internal-only</source>
        <translation>Seq %1 · %2 nur intern</translation>
    </message>
    <message>
        <source>seq %1 · %2 unknown: not scanned yet</source>
        <translation>Seq %1 · %2 unbekannt: noch nicht gescannt</translation>
    </message>
    <message>
        <source>damaged in the cache</source>
        <translation>im Cache beschädigt</translation>
    </message>
    <message>
        <source>no timestamp</source>
        <translation>kein Zeitstempel</translation>
    </message>
    <message>
        <source>malformed payload</source>
        <translation>fehlerhafte Nutzdaten</translation>
    </message>
    <message>
        <source>conflict: two versions</source>
        <translation>Konflikt: zwei Fassungen</translation>
    </message>
    <message>
        <source>gone: no longer returned</source>
        <translation>verschwunden: nicht mehr geliefert</translation>
    </message>
    <message>
        <source>appeared late</source>
        <translation>spät erschienen</translation>
    </message>
    <message>
        <source>clock ran backwards</source>
        <translation>Uhr lief rückwärts</translation>
    </message>
    <message>
        <source>implausible time</source>
        <translation>unplausible Zeit</translation>
    </message>
    <message>
        <source>Bookmark of seq %1</source>
        <translation>Lesezeichen von Seq %1</translation>
    </message>
    <message>
        <source>Internal events took these seqs. The API filters them out: nothing was lost.</source>
        <translation>Interne Events haben diese Seqs belegt. Die API filtert sie heraus: Nichts ging verloren.</translation>
    </message>
    <message>
        <source>These seqs have not been scanned yet, so nothing can be said about them.</source>
        <translation>Diese Seqs wurden noch nicht gescannt, daher lässt sich nichts über sie sagen.</translation>
    </message>
    <message>
        <source>The API sent no timestamp</source>
        <translation>Die API hat keinen Zeitstempel gesendet</translation>
    </message>
    <message>
        <source>The first event that is known</source>
        <translation>Das erste bekannte Event</translation>
    </message>
    <message>
        <source>Since seq %1, the previous event of the stream</source>
        <translation>Seit Seq %1, dem vorigen Event des Streams</translation>
    </message>
    <message>
        <source>(no longer in the cache)</source>
        <translation>(nicht mehr im Cache)</translation>
    </message>
    <message>
        <source>Time since the previous event of the stream</source>
        <translation>Zeit seit dem vorigen Event des Streams</translation>
    </message>
    <message>
        <source>What the receiver&apos;s log says of the event&apos;s webhook</source>
        <translation>Was das Log des Empfängers über den Webhook des Events sagt</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Time (local)</source>
        <translation>Zeit (lokal)</translation>
    </message>
    <message>
        <source>Δ prev</source>
        <translation>Δ vorig.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>Durchgang %1 von %2</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>none was sent</source>
        <translation>keine gesendet</translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation>Seit vorigem</translation>
    </message>
    <message>
        <source>Step id</source>
        <translation>Schritt-Id</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>%1 events here</source>
        <translation>%1 Events hier</translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message>
        <source>seq %1</source>
        <translation>Seq %1</translation>
    </message>
    <message>
        <source>seq %1 to %2</source>
        <translation>Seq %1 bis %2</translation>
    </message>
    <message>
        <source>%1 not scanned yet</source>
        <translation>%1 noch nicht gescannt</translation>
    </message>
    <message>
        <source>%1 internal-only</source>
        <translation>%1 nur intern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>seq %1, %2</source>
        <translation>Seq %1, %2</translation>
    </message>
    <message>
        <source>Nothing can be said of these seqs until they are fetched.</source>
        <translation>Über diese Seqs lässt sich nichts sagen, bis sie abgerufen sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n seq(s) used by internal events, which the API keeps to itself and never sends as webhooks.</source>
        <translation>
            <numerusform>%n Seq, von einem internen Event verwendet, das die API für sich behält und nie als Webhook sendet.</numerusform>
            <numerusform>%n Seqs, von internen Events verwendet, die die API für sich behält und nie als Webhooks sendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The API sent no timestamp.</source>
        <translation>Die API hat keinen Zeitstempel gesendet.</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>Its payload cannot be read as JSON; the raw bytes are kept.</source>
        <translation>Seine Nutzdaten sind nicht als JSON lesbar; die rohen Bytes bleiben erhalten.</translation>
    </message>
    <message>
        <source>Appeared late, in a range that had been scanned before.</source>
        <translation>Spät erschienen, in einem Bereich, der zuvor gescannt worden war.</translation>
    </message>
    <message>
        <source>The API has sent other content for this seq; both are kept.</source>
        <translation>Die API hat für diese Seq anderen Inhalt gesendet; beide bleiben erhalten.</translation>
    </message>
    <message>
        <source>The API no longer returned it when its seq was scanned again; it is kept.</source>
        <translation>Die API lieferte es nicht mehr, als seine Seq erneut gescannt wurde; es bleibt erhalten.</translation>
    </message>
    <message>
        <source>Its copy in the cache is damaged: fetch it again.</source>
        <translation>Seine Kopie im Cache ist beschädigt: Rufen Sie es erneut ab.</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>%1: from seq %2, still open</source>
        <translation>%1: ab Seq %2, noch offen</translation>
    </message>
    <message>
        <source>%1: from seq %2 to %3 (%4)</source>
        <translation>%1: von Seq %2 bis %3 (%4)</translation>
    </message>
    <message>
        <source>%1: from seq %2 to %3</source>
        <translation>%1: von Seq %2 bis %3</translation>
    </message>
    <message>
        <source>Bookmark of seq %1</source>
        <translation>Lesezeichen von Seq %1</translation>
    </message>
    <message>
        <source>Bookmark of seq %1: %2</source>
        <translation>Lesezeichen von Seq %1: %2</translation>
    </message>
    <message>
        <source>1 event has no time: only the seq axis shows it</source>
        <translation>1 Event hat keine Zeit: Nur die Seq-Achse zeigt es</translation>
    </message>
    <message>
        <source>%1 events have no time: only the seq axis shows them</source>
        <translation>%1 Events haben keine Zeit: Nur die Seq-Achse zeigt sie</translation>
    </message>
    <message>
        <source>execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>awaiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>breached</source>
        <translation>SLA verletzt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>other type</source>
        <translation>anderer Typ</translation>
    </message>
    <message>
        <source>Iteration %1 of %2 of a loop</source>
        <translation>Durchgang %1 von %2 einer Schleife</translation>
    </message>
</context>
<context>
    <name>ViewState</name>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>every seq</source>
        <translation>jede Seq</translation>
    </message>
    <message>
        <source>seq %1</source>
        <translation>Seq %1</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>every type</source>
        <translation>jeder Typ</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>jeder Schritt</translation>
    </message>
    <message>
        <source>span of time</source>
        <translation>Zeitspanne</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>jede Zeit</translation>
    </message>
    <message>
        <source>every verdict</source>
        <translation>jedes Urteil</translation>
    </message>
    <message>
        <source>any text</source>
        <translation>jeder Text</translation>
    </message>
    <message>
        <source>text &quot;%1&quot;</source>
        <translation>Text „%1“</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Select Nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Select Seq %1</source>
        <translation>Seq %1 auswählen</translation>
    </message>
    <message>
        <source>Select Seqs %1–%2</source>
        <translation>Seqs %1–%2 auswählen</translation>
    </message>
    <message>
        <source>Show Gap Rows</source>
        <translation>Lückenzeilen zeigen</translation>
    </message>
    <message>
        <source>Hide Gap Rows</source>
        <translation>Lückenzeilen ausblenden</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
</context>
</TS>
