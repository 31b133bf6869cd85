<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A person may be recognised in spite of a cover, by hair, clothes or company.</source>
        <translation>Jemand kann trotz Abdeckung erkannt werden: an Haar, Kleidung oder Begleitung.</translation>
    </message>
    <message>
        <source>All of it on this computer. Nothing is sent anywhere.</source>
        <translation>Alles auf diesem Computer. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Copies hidden in the file: thumbnails, second pictures, clips, depth maps.</source>
        <translation>In der Datei versteckte Kopien: Vorschaubilder, zweite Bilder, Filmchen, Tiefenkarten.</translation>
    </message>
    <message>
        <source>Details are shown and removed; faces are found, and covered where you wish.</source>
        <translation>Angaben werden gezeigt und entfernt; Gesichter werden gefunden und, wo du willst, abgedeckt.</translation>
    </message>
    <message>
        <source>Details are shown and removed; faces are found, but not covered.</source>
        <translation>Angaben werden gezeigt und entfernt; Gesichter werden gefunden, aber nicht abgedeckt.</translation>
    </message>
    <message>
        <source>Details are shown and removed; faces are not found and not covered.</source>
        <translation>Angaben werden gezeigt und entfernt; Gesichter werden nicht gefunden und nicht abgedeckt.</translation>
    </message>
    <message>
        <source>Each copy is read again, and is called clean only when the details are gone.</source>
        <translation>Jede Kopie wird noch einmal gelesen und gilt nur dann als bereinigt, wenn die Angaben weg sind.</translation>
    </message>
    <message>
        <source>Every detail that a viewer does not need to show the picture, in a copy.</source>
        <translation>Jede Angabe, die zum Anzeigen des Bildes nicht gebraucht wird, in einer Kopie.</translation>
    </message>
    <message>
        <source>Faces in the picture. With parts that you add: text, codes, and objects.</source>
        <translation>Gesichter im Bild. Mit Teilen, die du hinzufügst: Text, Codes und Dinge.</translation>
    </message>
    <message>
        <source>Faces that were missed: small ones, turned ones, ones half hidden. Look before you share.</source>
        <translation>Gesichter, die übersehen wurden: kleine, gedrehte, halb verdeckte. Sieh nach, bevor du teilst.</translation>
    </message>
    <message>
        <source>Files of {n} other kinds, such as raw photos, are left out: you are told what they are and what to do.</source>
        <translation>Dateien von {n} anderen Arten, etwa Rohdaten, werden ausgelassen: Lenscap sagt, was sie sind und was zu tun ist.</translation>
    </message>
    <message>
        <source>Lenscap {version}</source>
        <translation>Lenscap {version}</translation>
    </message>
    <message>
        <source>Photos of you that other people have.</source>
        <translation>Fotos von dir, die andere haben.</translation>
    </message>
    <message>
        <source>Position, date, device, names, editing history, and text stored beside the picture.</source>
        <translation>Position, Datum, Gerät, Namen, Bearbeitungsverlauf und Text, der neben dem Bild gespeichert ist.</translation>
    </message>
    <message>
        <source>Size, shape and colours of the picture, and traces of the camera in its noise.</source>
        <translation>Größe, Form und Farben des Bildes und Spuren der Kamera im Bildrauschen.</translation>
    </message>
    <message>
        <source>Text that was not read: small, tilted, handwritten, or in a script that it does not know.</source>
        <translation>Text, der nicht gelesen wurde: klein, schräg, handgeschrieben oder in unbekannter Schrift.</translation>
    </message>
    <message>
        <source>The name of the file and of its folders, unless you ask for neutral names.</source>
        <translation>Der Name der Datei und ihrer Ordner, wenn du keine neutralen Namen wählst.</translation>
    </message>
    <message>
        <source>The originals on your phone. An app that may read them still can.</source>
        <translation>Die Originale auf deinem Telefon. Eine App, die sie lesen darf, kann das weiterhin.</translation>
    </message>
    <message>
        <source>What a cloud would really make of your photos. What is said of that is an estimate.</source>
        <translation>Was eine Cloud wirklich aus deinen Fotos machen würde. Was darüber gesagt wird, ist eine Schätzung.</translation>
    </message>
    <message>
        <source>What a copy still tells</source>
        <translation>Was eine Kopie noch verrät</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>Was gefunden wird</translation>
    </message>
    <message>
        <source>What is out of its reach</source>
        <translation>Was außerhalb seiner Reichweite liegt</translation>
    </message>
    <message>
        <source>What is removed</source>
        <translation>Was entfernt wird</translation>
    </message>
    <message>
        <source>What it cannot know</source>
        <translation>Was Lenscap nicht wissen kann</translation>
    </message>
    <message>
        <source>What the picture shows: a place, a room, clothes, a tattoo, a view from a window.</source>
        <translation>Was das Bild zeigt: einen Ort, ein Zimmer, Kleidung, eine Tätowierung, einen Blick aus dem Fenster.</translation>
    </message>
    <message>
        <source>What this can and cannot do</source>
        <translation>Was Lenscap kann und was nicht</translation>
    </message>
    <message>
        <source>What was uploaded before. It cannot take that back.</source>
        <translation>Was früher hochgeladen wurde. Das kann Lenscap nicht zurückholen.</translation>
    </message>
    <message>
        <source>What you choose to cover is painted over, computed from the border of the cover alone.</source>
        <translation>Was du abdecken willst, wird übermalt, berechnet allein aus dem Rand der Abdeckung.</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>Welche Dateien</translation>
    </message>
    <message>
        <source>Your originals are only read. They stay as they are.</source>
        <translation>Deine Originale werden nur gelesen. Sie bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>AddOnDialog</name>
    <message>
        <source>1. Get yolox_nano.onnx with your browser. It is free (Apache-2.0), and knows 80 things.</source>
        <translation>1. Lade yolox_nano.onnx mit deinem Browser. Die Datei ist frei (Apache-2.0) und kennt 80 Dinge.</translation>
    </message>
    <message>
        <source>2. Choose the file with “Add…”. Lenscap uses it only if it is exactly the file with this hash.</source>
        <translation>2. Wähle die Datei mit „Hinzufügen…“. Lenscap nimmt sie nur, wenn es genau die Datei mit dieser Prüfsumme ist.</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Added. It knows {n} things. Photos that you open from now on are looked at for them.</source>
        <translation>Hinzugefügt. Es kennt {n} Dinge. In Fotos, die du von jetzt an öffnest, wird danach gesucht.</translation>
    </message>
    <message>
        <source>Added: {names}.</source>
        <translation>Hinzugefügt: {names}.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Die Datei wird geprüft…</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Find objects, too</source>
        <translation>Auch Dinge finden</translation>
    </message>
    <message>
        <source>Model (*.onnx)</source>
        <translation>Modell (*.onnx)</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address instead.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopiere stattdessen die Adresse.</translation>
    </message>
    <message>
        <source>No model was added yet.</source>
        <translation>Noch kein Modell hinzugefügt.</translation>
    </message>
    <message>
        <source>Open in your browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Pets, food, vehicles, sports</source>
        <translation>Haustiere, Essen, Fahrzeuge, Sport</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>Die Adresse ist kopiert.</translation>
    </message>
    <message>
        <source>The model could not be removed.</source>
        <translation>Das Modell konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>To find things in photos, Lenscap needs a model, a file of 3.7 MB, and never fetches it itself.</source>
        <translation>Um Dinge auf Fotos zu finden, braucht Lenscap ein Modell, eine Datei von 3,7 MB. Es lädt sie nie selbst.</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Clean</source>
        <translation>Bereinigt</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>ChangedCard</name>
    <message>
        <source>Another program changed it after you decided which areas are covered. See whether they are still where they should be. Copies are made with them as they are.</source>
        <translation>Ein anderes Programm hat es geändert, nachdem du entschieden hast, welche Bereiche abgedeckt werden. Sieh nach, ob sie noch stimmen. Kopien entstehen mit ihnen, wie sie sind.</translation>
    </message>
    <message>
        <source>Drop these areas</source>
        <translation>Diese Bereiche verwerfen</translation>
    </message>
    <message>
        <source>The photo has changed</source>
        <translation>Das Foto hat sich geändert</translation>
    </message>
    <message>
        <source>They are right</source>
        <translation>Sie stimmen noch</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the preset says</source>
        <translation>Wie die Vorgabe es sagt</translation>
    </message>
    <message>
        <source>Choose what becomes of the date</source>
        <translation>Wähle, was aus dem Datum wird</translation>
    </message>
    <message>
        <source>Choose what becomes of the details of the camera</source>
        <translation>Wähle, was aus den Angaben der Kamera wird</translation>
    </message>
    <message>
        <source>Choose what becomes of the history</source>
        <translation>Wähle, was aus dem Verlauf wird</translation>
    </message>
    <message>
        <source>Choose what becomes of the names</source>
        <translation>Wähle, was aus den Namen wird</translation>
    </message>
    <message>
        <source>Choose what becomes of the position</source>
        <translation>Wähle, was aus der Position wird</translation>
    </message>
    <message>
        <source>Choose what becomes of the texts</source>
        <translation>Wähle, was aus den Texten wird</translation>
    </message>
    <message>
        <source>Choose what becomes of this detail</source>
        <translation>Wähle, was aus dieser Angabe wird</translation>
    </message>
    <message>
        <source>It always goes: what cannot be written anew is left out of copies.</source>
        <translation>Das geht immer: Was sich nicht neu schreiben lässt, kommt nicht in Kopien.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the camera settings</source>
        <translation>Kameraeinstellungen behalten</translation>
    </message>
    <message>
        <source>Keep the copyright line</source>
        <translation>Urheberhinweis behalten</translation>
    </message>
    <message>
        <source>Keep the country</source>
        <translation>Land behalten</translation>
    </message>
    <message>
        <source>Keep the day</source>
        <translation>Tag behalten</translation>
    </message>
    <message>
        <source>Keep the month</source>
        <translation>Monat behalten</translation>
    </message>
    <message>
        <source>Keep the town</source>
        <translation>Stadt behalten</translation>
    </message>
    <message>
        <source>Keep the year</source>
        <translation>Jahr behalten</translation>
    </message>
    <message>
        <source>Open the photo to choose what is covered in the picture.</source>
        <translation>Öffne das Foto, um zu wählen, was auf dem Bild abgedeckt wird.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>What files are called is part of the preset.</source>
        <translation>Wie Dateien heißen, gehört zur Vorgabe.</translation>
    </message>
</context>
<context>
    <name>CleanBar</name>
    <message>
        <source>All shown</source>
        <translation>Gezeigte</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Clean {photos}</source>
        <translation>{photos} bereinigen</translation>
    </message>
    <message>
        <source>No photo is shown or selected.</source>
        <translation>Kein Foto wird gezeigt oder ist ausgewählt.</translation>
    </message>
    <message>
        <source>Originals stay as they are.</source>
        <translation>Originale bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Save copies to</source>
        <translation>Kopien nach</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Which photos</source>
        <translation>Welche Fotos</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>1 face covered</source>
        <translation>1 Gesicht abgedeckt</translation>
    </message>
    <message>
        <source>1 photo in the folder for the copies was passed over.</source>
        <translation>1 Foto im Ordner für die Kopien wurde übergangen.</translation>
    </message>
    <message>
        <source>1 photo was added to this run.</source>
        <translation>1 Foto kam zu diesem Durchgang dazu.</translation>
    </message>
    <message>
        <source>1 text covered</source>
        <translation>1 Text abgedeckt</translation>
    </message>
    <message>
        <source>Already clean</source>
        <translation>Schon sauber</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Bereinigt</translation>
    </message>
    <message>
        <source>Cleaning 1 photo</source>
        <translation>1 Foto wird bereinigt</translation>
    </message>
    <message>
        <source>Cleaning {n} photos</source>
        <translation>{n} Fotos werden bereinigt</translation>
    </message>
    <message>
        <source>Dates removed</source>
        <translation>Aufnahmedaten entfernt</translation>
    </message>
    <message>
        <source>Devices and names removed</source>
        <translation>Geräte und Namen entfernt</translation>
    </message>
    <message>
        <source>Faces covered</source>
        <translation>Gesichter abgedeckt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Hidden extras removed</source>
        <translation>Versteckte Beigaben entfernt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>No copy was made.</source>
        <translation>Es entstand keine Kopie.</translation>
    </message>
    <message>
        <source>Nothing may be written into the folder for the copies. Choose another folder for the copies.</source>
        <translation>In den Ordner für die Kopien darf nichts geschrieben werden. Wähle einen anderen Ordner für die Kopien.</translation>
    </message>
    <message>
        <source>Nothing to remove. Copied as is.</source>
        <translation>Nichts zu entfernen. Unverändert kopiert.</translation>
    </message>
    <message>
        <source>Nothing was added: no other photo is in it.</source>
        <translation>Nichts kam dazu: Es ist kein weiteres Foto darin.</translation>
    </message>
    <message>
        <source>Positions removed</source>
        <translation>Positionen entfernt</translation>
    </message>
    <message>
        <source>Stopped. 1 finished copy is kept.</source>
        <translation>Angehalten. 1 fertige Kopie bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopped. No copy was finished.</source>
        <translation>Angehalten. Keine Kopie wurde fertig.</translation>
    </message>
    <message>
        <source>Stopped. {n} finished copies are kept.</source>
        <translation>Angehalten. {n} fertige Kopien bleiben erhalten.</translation>
    </message>
    <message>
        <source>Texts removed or covered</source>
        <translation>Texte entfernt oder abgedeckt</translation>
    </message>
    <message>
        <source>The folder for the copies is not there any more. Plug its disk in again or choose another folder, then try again. The originals were not changed.</source>
        <translation>Der Ordner für die Kopien ist nicht mehr da. Schließe seinen Datenträger wieder an oder wähle einen anderen Ordner, dann versuche es noch einmal. Die Originale wurden nicht verändert.</translation>
    </message>
    <message>
        <source>The folder with the photos is not there any more. Plug its disk in again, then try again. Finished copies are kept.</source>
        <translation>Der Ordner mit den Fotos ist nicht mehr da. Schließe seinen Datenträger wieder an, dann versuche es noch einmal. Fertige Kopien bleiben erhalten.</translation>
    </message>
    <message>
        <source>Themes removed</source>
        <translation>Themen entfernt</translation>
    </message>
    <message>
        <source>There is no room left where the copies go. Make room or choose another folder, then try again. The originals were not changed.</source>
        <translation>Wo die Kopien hinkommen, ist kein Platz mehr. Schaffe Platz oder wähle einen anderen Ordner, dann versuche es noch einmal. Die Originale wurden nicht verändert.</translation>
    </message>
    <message>
        <source>What is chosen for the copies is a file, not a folder. Choose another folder for the copies.</source>
        <translation>Was für die Kopien gewählt ist, ist eine Datei und kein Ordner. Wähle einen anderen Ordner für die Kopien.</translation>
    </message>
    <message>
        <source>Written again with only what the picture needs.</source>
        <translation>Neu geschrieben, nur mit dem, was das Bild braucht.</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch ein paar Sekunden</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>noch etwa eine Minute</translation>
    </message>
    <message>
        <source>about {n} hours left</source>
        <translation>noch etwa {n} Stunden</translation>
    </message>
    <message>
        <source>about {n} minutes left</source>
        <translation>noch etwa {n} Minuten</translation>
    </message>
    <message>
        <source>about {n} seconds left</source>
        <translation>noch etwa {n} Sekunden</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>editing history</source>
        <translation>Bearbeitungsverlauf</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>small copy</source>
        <translation>kleine Kopie</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>unknown data</source>
        <translation>unbekannte Daten</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} faces covered</source>
        <translation>{n} Gesichter abgedeckt</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>{n} photos in the folder for the copies were passed over.</source>
        <translation>{n} Fotos im Ordner für die Kopien wurden übergangen.</translation>
    </message>
    <message>
        <source>{n} photos were added to this run.</source>
        <translation>{n} Fotos kamen zu diesem Durchgang dazu.</translation>
    </message>
    <message>
        <source>{n} texts covered</source>
        <translation>{n} Texte abgedeckt</translation>
    </message>
    <message>
        <source>{things} removed</source>
        <translation>{things} entfernt</translation>
    </message>
</context>
<context>
    <name>CleaningPage</name>
    <message>
        <source>Finished.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stopping after the photo in hand…</source>
        <translation>Hält nach dem laufenden Foto an…</translation>
    </message>
    <message>
        <source>They can be tried again when this run has ended.</source>
        <translation>Sie lassen sich noch einmal versuchen, wenn dieser Durchgang zu Ende ist.</translation>
    </message>
</context>
<context>
    <name>Cloud</name>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>1 photo carries a position</source>
        <translation>1 Foto trägt eine Position</translation>
    </message>
    <message>
        <source>1 photo in the 30-day window</source>
        <translation>1 Foto im 30-Tage-Fenster</translation>
    </message>
    <message>
        <source>1 photo is not read yet.</source>
        <translation>1 Foto ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>A picture always shows what is in it: places, things, clothes, signs.</source>
        <translation>Ein Bild zeigt immer, was darauf ist: Orte, Dinge, Kleidung, Schilder.</translation>
    </message>
    <message>
        <source>AI restyle</source>
        <translation>KI-Umgestaltung</translation>
    </message>
    <message>
        <source>After cleaning</source>
        <translation>Nach dem Bereinigen</translation>
    </message>
    <message>
        <source>An estimate made on this computer from {photos}. Nothing was sent anywhere.</source>
        <translation>Eine Schätzung, auf diesem Computer aus {photos} gemacht. Nichts wurde irgendwohin geschickt.</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Before or after cleaning</source>
        <translation>Vor oder nach dem Bereinigen</translation>
    </message>
    <message>
        <source>City lights: GeoNames, CC BY 4.0</source>
        <translation>Lichter der Städte: GeoNames, CC BY 4.0</translation>
    </message>
    <message>
        <source>Collage</source>
        <translation>Collage</translation>
    </message>
    <message>
        <source>Could still be made as “{title}”</source>
        <translation>Ginge noch als „{title}“</translation>
    </message>
    <message>
        <source>Examples of collages, recaps and restyles, and what each one needs.</source>
        <translation>Beispiele für Collagen, Rückblicke und Umgestaltungen, und was jede davon braucht.</translation>
    </message>
    <message>
        <source>Face in {photo}</source>
        <translation>Gesicht in {photo}</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Faces are not looked for yet in 1 photo.</source>
        <translation>In 1 Foto wurde noch nicht nach Gesichtern gesucht.</translation>
    </message>
    <message>
        <source>Faces are not looked for yet in {n} photos.</source>
        <translation>In {n} Fotos wurde noch nicht nach Gesichtern gesucht.</translation>
    </message>
    <message>
        <source>Faces in {photos}</source>
        <translation>Gesichter in {photos}</translation>
    </message>
    <message>
        <source>Faces in {photos}. Which are the same person was not looked at.</source>
        <translation>Gesichter in {photos}. Welche davon dieselbe Person zeigen, wurde nicht verglichen.</translation>
    </message>
    <message>
        <source>Faces were not looked for in these photos.</source>
        <translation>In diesen Fotos wurde nicht nach Gesichtern gesucht.</translation>
    </message>
    <message>
        <source>Far from any town</source>
        <translation>Weit weg von jeder Stadt</translation>
    </message>
    <message>
        <source>Find objects, too…</source>
        <translation>Auch Dinge finden…</translation>
    </message>
    <message>
        <source>Give a name</source>
        <translation>Namen geben</translation>
    </message>
    <message>
        <source>Give a name…</source>
        <translation>Namen geben…</translation>
    </message>
    <message>
        <source>In the 30-day window</source>
        <translation>Im 30-Tage-Fenster</translation>
    </message>
    <message>
        <source>Is the same person as</source>
        <translation>Ist dieselbe Person wie</translation>
    </message>
    <message>
        <source>Likely home</source>
        <translation>Vermutlich das Zuhause</translation>
    </message>
    <message>
        <source>Likely work</source>
        <translation>Vermutlich die Arbeit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No copy carries a position.</source>
        <translation>Keine Kopie trägt eine Position.</translation>
    </message>
    <message>
        <source>No copy tells when it was taken.</source>
        <translation>Keine Kopie verrät, wann sie aufgenommen wurde.</translation>
    </message>
    <message>
        <source>No face stays visible</source>
        <translation>Kein Gesicht bleibt sichtbar</translation>
    </message>
    <message>
        <source>No face was found in these photos.</source>
        <translation>In diesen Fotos wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>No photo carries a position.</source>
        <translation>Kein Foto trägt eine Position.</translation>
    </message>
    <message>
        <source>No photo has been read yet. What can be told from them comes here as they are read.</source>
        <translation>Noch ist kein Foto gelesen. Was sich aus ihnen sagen lässt, erscheint hier nach und nach.</translation>
    </message>
    <message>
        <source>No photo tells when it was taken.</source>
        <translation>Kein Foto verrät, wann es aufgenommen wurde.</translation>
    </message>
    <message>
        <source>No photos are open.</source>
        <translation>Es sind keine Fotos geöffnet.</translation>
    </message>
    <message>
        <source>Not covered: left visible by the preset or by you.</source>
        <translation>Nicht abgedeckt: von der Vorgabe oder von dir sichtbar gelassen.</translation>
    </message>
    <message>
        <source>Nothing: it takes dates, positions or faces that belong together.</source>
        <translation>Nichts: Dafür braucht es Daten, Positionen oder Gesichter, die zusammengehören.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Only the month is left. Days and times are gone.</source>
        <translation>Nur der Monat ist übrig. Tage und Uhrzeiten sind weg.</translation>
    </message>
    <message>
        <source>Only the month is told.</source>
        <translation>Nur der Monat ist bekannt.</translation>
    </message>
    <message>
        <source>Only the year is left.</source>
        <translation>Nur das Jahr ist übrig.</translation>
    </message>
    <message>
        <source>Only the year is told.</source>
        <translation>Nur das Jahr ist bekannt.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Photos by date</source>
        <translation>Fotos nach Datum</translation>
    </message>
    <message>
        <source>Photos with faces</source>
        <translation>Fotos mit Gesichtern</translation>
    </message>
    <message>
        <source>Pick the faces that are not this person.</source>
        <translation>Wähle die Gesichter, die nicht diese Person zeigen.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Positions in {photos}</source>
        <translation>Positionen in {photos}</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Show 1 more</source>
        <translation>1 weiteres zeigen</translation>
    </message>
    <message>
        <source>Show {n} more</source>
        <translation>{n} weitere zeigen</translation>
    </message>
    <message>
        <source>Some of these are somebody else…</source>
        <translation>Einige davon zeigen jemand anderen…</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Still there: {details}</source>
        <translation>Noch da: {details}</translation>
    </message>
    <message>
        <source>The day in {photos}</source>
        <translation>Der Tag in {photos}</translation>
    </message>
    <message>
        <source>The month or year in {photos}</source>
        <translation>Monat oder Jahr in {photos}</translation>
    </message>
    <message>
        <source>The photos still go together</source>
        <translation>Die Fotos gehören noch immer zusammen</translation>
    </message>
    <message>
        <source>The picture itself can still show a known place.</source>
        <translation>Das Bild selbst kann weiterhin einen bekannten Ort zeigen.</translation>
    </message>
    <message>
        <source>The positions are far from any town.</source>
        <translation>Die Positionen sind weit weg von jeder Stadt.</translation>
    </message>
    <message>
        <source>The preset that you chose keeps this.</source>
        <translation>Die gewählte Vorgabe behält das.</translation>
    </message>
    <message>
        <source>The preset that you chose makes it vaguer and keeps that.</source>
        <translation>Die gewählte Vorgabe macht es gröber und behält das.</translation>
    </message>
    <message>
        <source>The same estimate, as if {photos} had been cleaned with “{preset}”.</source>
        <translation>Dieselbe Schätzung, als wären {photos} mit „{preset}“ bereinigt.</translation>
    </message>
    <message>
        <source>The same estimate, as if {photos} had been cleaned.</source>
        <translation>Dieselbe Schätzung, als wären {photos} bereinigt.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>These are somebody else</source>
        <translation>Das ist jemand anderes</translation>
    </message>
    <message>
        <source>Too little is left that holds these photos together</source>
        <translation>Es bleibt zu wenig, was diese Fotos verbindet</translation>
    </message>
    <message>
        <source>What it could make from this</source>
        <translation>Was sie daraus machen könnte</translation>
    </message>
    <message>
        <source>What it could still make</source>
        <translation>Was sie noch machen könnte</translation>
    </message>
    <message>
        <source>What stays visible</source>
        <translation>Was sichtbar bleibt</translation>
    </message>
    <message>
        <source>What the cloud sees</source>
        <translation>Was die Cloud sieht</translation>
    </message>
    <message>
        <source>What the copies would tell cannot be estimated yet.</source>
        <translation>Was die Kopien verraten würden, lässt sich noch nicht schätzen.</translation>
    </message>
    <message>
        <source>What was not looked at</source>
        <translation>Wonach nicht gesucht wurde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>can no longer be made</source>
        <translation>geht nicht mehr</translation>
    </message>
    <message>
        <source>can still be made</source>
        <translation>geht weiterhin</translation>
    </message>
    <message>
        <source>codes covered</source>
        <translation>Codes abgedeckt</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>abgedeckt</translation>
    </message>
    <message>
        <source>faces covered</source>
        <translation>Gesichter abgedeckt</translation>
    </message>
    <message>
        <source>few days</source>
        <translation>wenige Tage</translation>
    </message>
    <message>
        <source>few positions</source>
        <translation>wenige Positionen</translation>
    </message>
    <message>
        <source>kept in {n}</source>
        <translation>behalten in {n}</translation>
    </message>
    <message>
        <source>most faces covered</source>
        <translation>die meisten Gesichter abgedeckt</translation>
    </message>
    <message>
        <source>new file names</source>
        <translation>neue Dateinamen</translation>
    </message>
    <message>
        <source>no days</source>
        <translation>keine Tage</translation>
    </message>
    <message>
        <source>no hidden clips</source>
        <translation>keine versteckten Clips</translation>
    </message>
    <message>
        <source>no positions</source>
        <translation>keine Positionen</translation>
    </message>
    <message>
        <source>objects covered</source>
        <translation>Dinge abgedeckt</translation>
    </message>
    <message>
        <source>other details removed</source>
        <translation>andere Angaben entfernt</translation>
    </message>
    <message>
        <source>partly covered</source>
        <translation>teilweise abgedeckt</translation>
    </message>
    <message>
        <source>people covered</source>
        <translation>Personen abgedeckt</translation>
    </message>
    <message>
        <source>text covered or removed</source>
        <translation>Text abgedeckt oder entfernt</translation>
    </message>
    <message>
        <source>{n} more places</source>
        <translation>{n} weitere Orte</translation>
    </message>
    <message>
        <source>{n} nights</source>
        <translation>{n} Nächte</translation>
    </message>
    <message>
        <source>{n} of {total} examples no longer work.</source>
        <translation>{n} von {total} Beispielen gehen nicht mehr.</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} Personen</translation>
    </message>
    <message>
        <source>{n} photos are not read yet.</source>
        <translation>{n} Fotos sind noch nicht gelesen.</translation>
    </message>
    <message>
        <source>{n} photos carry a position</source>
        <translation>{n} Fotos tragen eine Position</translation>
    </message>
    <message>
        <source>{n} photos in the 30-day window</source>
        <translation>{n} Fotos im 30-Tage-Fenster</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} Arbeitstage</translation>
    </message>
    <message>
        <source>{people} in {photos}</source>
        <translation>{people} in {photos}</translation>
    </message>
    <message>
        <source>{photos} with only a month or a year</source>
        <translation>{photos} nur mit Monat oder Jahr</translation>
    </message>
    <message>
        <source>{said}, the rest covered</source>
        <translation>{said}, der Rest abgedeckt</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>The copy is in the clipboard, as a file and as a picture.</source>
        <translation>Die Kopie ist in der Zwischenablage, als Datei und als Bild.</translation>
    </message>
    <message>
        <source>The copy is in the clipboard, as a file.</source>
        <translation>Die Kopie ist in der Zwischenablage, als Datei.</translation>
    </message>
    <message>
        <source>There is no copy of this to take along.</source>
        <translation>Davon gibt es keine Kopie zum Mitnehmen.</translation>
    </message>
    <message>
        <source>{n} copies are in the clipboard, as files.</source>
        <translation>{n} Kopien sind in der Zwischenablage, als Dateien.</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>1 clip</source>
        <translation>1 Clip</translation>
    </message>
    <message>
        <source>1 code</source>
        <translation>1 Code</translation>
    </message>
    <message>
        <source>1 face</source>
        <translation>1 Gesicht</translation>
    </message>
    <message>
        <source>1 face appears in {number} photos</source>
        <translation>1 Gesicht erscheint in {number} Fotos</translation>
    </message>
    <message>
        <source>1 face appears once</source>
        <translation>1 Gesicht erscheint einmal</translation>
    </message>
    <message>
        <source>1 night</source>
        <translation>1 Nacht</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1 Ding</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>1 photo without a date is in no event.</source>
        <translation>1 Foto ohne Datum gehört zu keinem Ereignis.</translation>
    </message>
    <message>
        <source>1 position</source>
        <translation>1 Position</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message>
        <source>A Data Matrix code</source>
        <translation>Ein Data-Matrix-Code</translation>
    </message>
    <message>
        <source>A GPS track of {number} points</source>
        <translation>Eine GPS-Spur aus {number} Punkten</translation>
    </message>
    <message>
        <source>A GPS track of {number} points, beginning at {name}</source>
        <translation>Eine GPS-Spur aus {number} Punkten, beginnt bei {name}</translation>
    </message>
    <message>
        <source>A GPS track of {number} points, beginning in {name}</source>
        <translation>Eine GPS-Spur aus {number} Punkten, beginnt in {name}</translation>
    </message>
    <message>
        <source>A GPS track of {number} points, beginning near {name}</source>
        <translation>Eine GPS-Spur aus {number} Punkten, beginnt nahe {name}</translation>
    </message>
    <message>
        <source>A MaxiCode</source>
        <translation>Ein MaxiCode</translation>
    </message>
    <message>
        <source>A PDF417 code</source>
        <translation>Ein PDF417-Code</translation>
    </message>
    <message>
        <source>A QR code</source>
        <translation>Ein QR-Code</translation>
    </message>
    <message>
        <source>A Wi-Fi password (network {network})</source>
        <translation>Ein WLAN-Passwort (Netz {network})</translation>
    </message>
    <message>
        <source>A backpack</source>
        <translation>Ein Rucksack</translation>
    </message>
    <message>
        <source>A banana</source>
        <translation>Eine Banane</translation>
    </message>
    <message>
        <source>A bar code</source>
        <translation>Ein Strichcode</translation>
    </message>
    <message>
        <source>A baseball bat</source>
        <translation>Ein Baseballschläger</translation>
    </message>
    <message>
        <source>A baseball glove</source>
        <translation>Ein Baseballhandschuh</translation>
    </message>
    <message>
        <source>A bear</source>
        <translation>Ein Bär</translation>
    </message>
    <message>
        <source>A bed</source>
        <translation>Ein Bett</translation>
    </message>
    <message>
        <source>A bench</source>
        <translation>Eine Bank</translation>
    </message>
    <message>
        <source>A bicycle</source>
        <translation>Ein Fahrrad</translation>
    </message>
    <message>
        <source>A bird</source>
        <translation>Ein Vogel</translation>
    </message>
    <message>
        <source>A block of labelled boxes (JUMBF)</source>
        <translation>Ein Block aus benannten Teilen (JUMBF)</translation>
    </message>
    <message>
        <source>A block of labelled boxes (JUMBF); {words}</source>
        <translation>Ein Block aus benannten Teilen (JUMBF); {words}</translation>
    </message>
    <message>
        <source>A block of {number} bytes (“{name}”) that cannot be read</source>
        <translation>Ein Block von {number} Bytes („{name}“), der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>A block of {number} bytes that is called “{name}”</source>
        <translation>Ein Block von {number} Bytes namens „{name}“</translation>
    </message>
    <message>
        <source>A boarding pass: {name}, {legs}</source>
        <translation>Eine Bordkarte: {name}, {legs}</translation>
    </message>
    <message>
        <source>A boat</source>
        <translation>Ein Boot</translation>
    </message>
    <message>
        <source>A book</source>
        <translation>Ein Buch</translation>
    </message>
    <message>
        <source>A bottle</source>
        <translation>Eine Flasche</translation>
    </message>
    <message>
        <source>A bowl</source>
        <translation>Eine Schüssel</translation>
    </message>
    <message>
        <source>A box for “{name}” is not four whole numbers: x, y, width, height.</source>
        <translation>Ein Rahmen für „{name}“ besteht nicht aus vier ganzen Zahlen: x, y, Breite, Höhe.</translation>
    </message>
    <message>
        <source>A box is four whole numbers with commas between them: x,y,width,height.</source>
        <translation>Ein Rahmen besteht aus vier ganzen Zahlen mit Kommas dazwischen: x,y,Breite,Höhe.</translation>
    </message>
    <message>
        <source>A broccoli</source>
        <translation>Ein Brokkoli</translation>
    </message>
    <message>
        <source>A bus</source>
        <translation>Ein Bus</translation>
    </message>
    <message>
        <source>A cake</source>
        <translation>Ein Kuchen</translation>
    </message>
    <message>
        <source>A calendar entry</source>
        <translation>Ein Kalendereintrag</translation>
    </message>
    <message>
        <source>A calendar entry “{title}”</source>
        <translation>Ein Kalendereintrag „{title}“</translation>
    </message>
    <message>
        <source>A car</source>
        <translation>Ein Auto</translation>
    </message>
    <message>
        <source>A carrot</source>
        <translation>Eine Karotte</translation>
    </message>
    <message>
        <source>A cat</source>
        <translation>Eine Katze</translation>
    </message>
    <message>
        <source>A category: {}</source>
        <translation>Eine Kategorie: {}</translation>
    </message>
    <message>
        <source>A cell phone</source>
        <translation>Ein Handy</translation>
    </message>
    <message>
        <source>A chair</source>
        <translation>Ein Stuhl</translation>
    </message>
    <message>
        <source>A clock</source>
        <translation>Eine Uhr</translation>
    </message>
    <message>
        <source>A colour profile has more tags than fit.</source>
        <translation>Ein Farbprofil hat mehr Einträge, als hineinpassen.</translation>
    </message>
    <message>
        <source>A colour profile has the same tag twice.</source>
        <translation>Ein Farbprofil hat denselben Eintrag zweimal.</translation>
    </message>
    <message>
        <source>A colour profile that cannot be read</source>
        <translation>Ein Farbprofil, das sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>A comment of {number} bytes that is no text</source>
        <translation>Ein Kommentar von {number} Bytes, der kein Text ist</translation>
    </message>
    <message>
        <source>A comment: {}</source>
        <translation>Ein Kommentar: {}</translation>
    </message>
    <message>
        <source>A contact card</source>
        <translation>Eine Visitenkarte</translation>
    </message>
    <message>
        <source>A contact card of “{name}”</source>
        <translation>Eine Visitenkarte von „{name}“</translation>
    </message>
    <message>
        <source>A control of its animation is damaged.</source>
        <translation>Eine Steuerung der Animation ist beschädigt.</translation>
    </message>
    <message>
        <source>A copyright line in the colour profile: {}</source>
        <translation>Ein Urheberhinweis im Farbprofil: {}</translation>
    </message>
    <message>
        <source>A copyright line: {line}</source>
        <translation>Ein Urheberhinweis: {line}</translation>
    </message>
    <message>
        <source>A couch</source>
        <translation>Ein Sofa</translation>
    </message>
    <message>
        <source>A cow</source>
        <translation>Eine Kuh</translation>
    </message>
    <message>
        <source>A cup</source>
        <translation>Eine Tasse</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>A day in {name}</source>
        <translation>Ein Tag in {name}</translation>
    </message>
    <message>
        <source>A decoder&apos;s configuration is longer than any is.</source>
        <translation>Die Einstellung eines Decoders ist länger, als irgendeine ist.</translation>
    </message>
    <message>
        <source>A depth map, which shows the shape of faces, bodies and rooms</source>
        <translation>Eine Tiefenkarte, die die Form von Gesichtern, Körpern und Räumen zeigt</translation>
    </message>
    <message>
        <source>A depth map: how far away everything in the picture is</source>
        <translation>Eine Tiefenkarte: wie weit weg alles auf dem Bild ist</translation>
    </message>
    <message>
        <source>A description: {}</source>
        <translation>Eine Beschreibung: {}</translation>
    </message>
    <message>
        <source>A dining table</source>
        <translation>Ein Esstisch</translation>
    </message>
    <message>
        <source>A directory lies outside of its file, at byte {offset}.</source>
        <translation>Ein Verzeichnis liegt außerhalb der Datei, bei Byte {offset}.</translation>
    </message>
    <message>
        <source>A directory of it claims more entries than it has.</source>
        <translation>Ein Verzeichnis gibt mehr Einträge an, als es hat.</translation>
    </message>
    <message>
        <source>A disclaimer: {}</source>
        <translation>Ein Haftungsausschluss: {}</translation>
    </message>
    <message>
        <source>A dog</source>
        <translation>Ein Hund</translation>
    </message>
    <message>
        <source>A donut</source>
        <translation>Ein Donut</translation>
    </message>
    <message>
        <source>A face</source>
        <translation>Ein Gesicht</translation>
    </message>
    <message>
        <source>A file beside it holds what Google Photos knew of it: time, place, names, views</source>
        <translation>Eine Datei daneben enthält, was Google Fotos darüber wusste: Zeit, Ort, Namen, Aufrufe</translation>
    </message>
    <message>
        <source>A file beside it says how it was edited in Apple&apos;s Photos</source>
        <translation>Eine Datei daneben sagt, wie es in Apples Fotos-App bearbeitet wurde</translation>
    </message>
    <message>
        <source>A film of the same name lies beside it: together they are a live photo, with sound</source>
        <translation>Daneben liegt ein Film mit demselben Namen: Zusammen sind sie ein Live Photo, mit Ton</translation>
    </message>
    <message>
        <source>A fire hydrant</source>
        <translation>Ein Hydrant</translation>
    </message>
    <message>
        <source>A fork</source>
        <translation>Eine Gabel</translation>
    </message>
    <message>
        <source>A fragment does not say what track it is of.</source>
        <translation>Ein Fragment sagt nicht, zu welcher Spur es gehört.</translation>
    </message>
    <message>
        <source>A fragment lies too far from its samples.</source>
        <translation>Ein Fragment liegt zu weit von seinen Daten.</translation>
    </message>
    <message>
        <source>A frame of its animation is larger than the picture.</source>
        <translation>Ein Einzelbild der Animation ist größer als das Bild.</translation>
    </message>
    <message>
        <source>A frame that is never shown</source>
        <translation>Ein Einzelbild, das nie gezeigt wird</translation>
    </message>
    <message>
        <source>A frisbee</source>
        <translation>Ein Frisbee</translation>
    </message>
    <message>
        <source>A genre: {}</source>
        <translation>Ein Genre: {}</translation>
    </message>
    <message>
        <source>A giraffe</source>
        <translation>Eine Giraffe</translation>
    </message>
    <message>
        <source>A hair drier</source>
        <translation>Ein Föhn</translation>
    </message>
    <message>
        <source>A handbag</source>
        <translation>Eine Handtasche</translation>
    </message>
    <message>
        <source>A headline: {}</source>
        <translation>Eine Schlagzeile: {}</translation>
    </message>
    <message>
        <source>A horse</source>
        <translation>Ein Pferd</translation>
    </message>
    <message>
        <source>A hot dog</source>
        <translation>Ein Hotdog</translation>
    </message>
    <message>
        <source>A job&apos;s number: {}</source>
        <translation>Die Nummer eines Auftrags: {}</translation>
    </message>
    <message>
        <source>A keyboard</source>
        <translation>Eine Tastatur</translation>
    </message>
    <message>
        <source>A kite</source>
        <translation>Ein Drachen</translation>
    </message>
    <message>
        <source>A knife</source>
        <translation>Ein Messer</translation>
    </message>
    <message>
        <source>A label: {}</source>
        <translation>Ein Etikett: {}</translation>
    </message>
    <message>
        <source>A laptop</source>
        <translation>Ein Laptop</translation>
    </message>
    <message>
        <source>A list of hidden pictures</source>
        <translation>Eine Liste versteckter Bilder</translation>
    </message>
    <message>
        <source>A list of what lies behind the picture: {named}</source>
        <translation>Eine Liste dessen, was hinter dem Bild liegt: {named}</translation>
    </message>
    <message>
        <source>A list of {number} picture in the file</source>
        <translation>Eine Liste von {number} Bild in der Datei</translation>
    </message>
    <message>
        <source>A list of {number} picture in the file: {words}</source>
        <translation>Eine Liste von {number} Bild in der Datei: {words}</translation>
    </message>
    <message>
        <source>A list of {number} pictures in the file</source>
        <translation>Eine Liste von {number} Bildern in der Datei</translation>
    </message>
    <message>
        <source>A list of {number} pictures in the file: {words}</source>
        <translation>Eine Liste von {number} Bildern in der Datei: {words}</translation>
    </message>
    <message>
        <source>A map of how a style changed the picture</source>
        <translation>Eine Karte davon, wie ein Stil das Bild verändert hat</translation>
    </message>
    <message>
        <source>A map of how bright a picture that is not shown is</source>
        <translation>Eine Karte davon, wie hell ein nicht gezeigtes Bild ist</translation>
    </message>
    <message>
        <source>A map of where glasses are in the picture</source>
        <translation>Eine Karte davon, wo auf dem Bild Brillen sind</translation>
    </message>
    <message>
        <source>A map of where hair is in the picture</source>
        <translation>Eine Karte davon, wo auf dem Bild Haare sind</translation>
    </message>
    <message>
        <source>A map of where skin is in the picture</source>
        <translation>Eine Karte davon, wo auf dem Bild Haut ist</translation>
    </message>
    <message>
        <source>A map of where teeth are in the picture</source>
        <translation>Eine Karte davon, wo auf dem Bild Zähne sind</translation>
    </message>
    <message>
        <source>A map of where the sky is in the picture</source>
        <translation>Eine Karte davon, wo auf dem Bild der Himmel ist</translation>
    </message>
    <message>
        <source>A map&apos;s metadata: {}</source>
        <translation>Metadaten einer Landkarte: {}</translation>
    </message>
    <message>
        <source>A microwave</source>
        <translation>Eine Mikrowelle</translation>
    </message>
    <message>
        <source>A motorcycle</source>
        <translation>Ein Motorrad</translation>
    </message>
    <message>
        <source>A mouse</source>
        <translation>Eine Maus</translation>
    </message>
    <message>
        <source>A note by the camera&apos;s maker of {number} bytes, in a private format; such notes hold serial numbers and sometimes positions</source>
        <translation>Eine Notiz des Kameraherstellers von {number} Bytes in eigenem Format; solche Notizen enthalten Seriennummern und manchmal Positionen</translation>
    </message>
    <message>
        <source>A note by the camera&apos;s maker of {number} bytes, in a private format; such notes hold serial numbers and sometimes positions; readable in it: {data}</source>
        <translation>Eine Notiz des Kameraherstellers von {number} Bytes in eigenem Format; solche Notizen enthalten Seriennummern und manchmal Positionen; darin lesbar: {data}</translation>
    </message>
    <message>
        <source>A note by {maker} of {number} bytes, in a private format; such notes hold serial numbers and sometimes positions</source>
        <translation>Eine Notiz von {maker} von {number} Bytes in eigenem Format; solche Notizen enthalten Seriennummern und manchmal Positionen</translation>
    </message>
    <message>
        <source>A note by {maker} of {number} bytes, in a private format; such notes hold serial numbers and sometimes positions; readable in it: {data}</source>
        <translation>Eine Notiz von {maker} von {number} Bytes in eigenem Format; solche Notizen enthalten Seriennummern und manchmal Positionen; darin lesbar: {data}</translation>
    </message>
    <message>
        <source>A note of {number} byte that the system keeps about the file</source>
        <translation>Eine Notiz von {number} Byte, die das System über die Datei führt</translation>
    </message>
    <message>
        <source>A note of {number} bytes that the system keeps about the file</source>
        <translation>Eine Notiz von {number} Bytes, die das System über die Datei führt</translation>
    </message>
    <message>
        <source>A note on the place: {}</source>
        <translation>Eine Notiz zum Ort: {}</translation>
    </message>
    <message>
        <source>A note on the place: “{rest}”</source>
        <translation>Eine Notiz zum Ort: „{rest}“</translation>
    </message>
    <message>
        <source>A number of the picture: {}</source>
        <translation>Eine Nummer des Bildes: {}</translation>
    </message>
    <message>
        <source>A number that only this film has: {}</source>
        <translation>Eine Nummer, die nur dieser Film hat: {}</translation>
    </message>
    <message>
        <source>A number that only this photo has: {}</source>
        <translation>Eine Nummer, die nur dieses Foto hat: {}</translation>
    </message>
    <message>
        <source>A parking meter</source>
        <translation>Eine Parkuhr</translation>
    </message>
    <message>
        <source>A part of its picture claims {number} bytes that the file does not have.</source>
        <translation>Ein Teil des Bildes gibt {number} Bytes an, die die Datei nicht hat.</translation>
    </message>
    <message>
        <source>A path: {}</source>
        <translation>Ein Pfad: {}</translation>
    </message>
    <message>
        <source>A payment to “{lines}”</source>
        <translation>Eine Zahlung an „{lines}“</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>A picture that belongs to this one and is not shown: “{text}”</source>
        <translation>Ein Bild, das zu diesem gehört und nicht gezeigt wird: „{text}“</translation>
    </message>
    <message>
        <source>A pizza</source>
        <translation>Eine Pizza</translation>
    </message>
    <message>
        <source>A position that cannot be read</source>
        <translation>Eine Position, die sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>A position that cannot be read: {}</source>
        <translation>Eine Position, die sich nicht lesen lässt: {}</translation>
    </message>
    <message>
        <source>A potted plant</source>
        <translation>Eine Topfpflanze</translation>
    </message>
    <message>
        <source>A preview was made {when}</source>
        <translation>Eine Vorschau wurde {when} erstellt</translation>
    </message>
    <message>
        <source>A rating: {}</source>
        <translation>Eine Bewertung: {}</translation>
    </message>
    <message>
        <source>A refrigerator</source>
        <translation>Ein Kühlschrank</translation>
    </message>
    <message>
        <source>A remark beside the XMP: “{text}”</source>
        <translation>Eine Bemerkung neben dem XMP: „{text}“</translation>
    </message>
    <message>
        <source>A remote</source>
        <translation>Eine Fernbedienung</translation>
    </message>
    <message>
        <source>A report is a web page or JSON: let its name end in .html or .json.</source>
        <translation>Ein Bericht ist eine Webseite oder JSON: Lass seinen Namen auf .html oder .json enden.</translation>
    </message>
    <message>
        <source>A sample description is larger than any is.</source>
        <translation>Eine Beschreibung der Daten ist länger, als irgendeine ist.</translation>
    </message>
    <message>
        <source>A sandwich</source>
        <translation>Ein Sandwich</translation>
    </message>
    <message>
        <source>A scene: {}</source>
        <translation>Eine Szene: {}</translation>
    </message>
    <message>
        <source>A scissors</source>
        <translation>Eine Schere</translation>
    </message>
    <message>
        <source>A second picture behind the picture (depth or the uncropped original)</source>
        <translation>Ein zweites Bild hinter dem Bild (Tiefe oder das unbeschnittene Original)</translation>
    </message>
    <message>
        <source>A sheep</source>
        <translation>Ein Schaf</translation>
    </message>
    <message>
        <source>A short film belongs to the picture: what happened before and after it, perhaps with sound</source>
        <translation>Zum Bild gehört ein kurzer Film: was davor und danach geschah, vielleicht mit Ton</translation>
    </message>
    <message>
        <source>A sink</source>
        <translation>Ein Waschbecken</translation>
    </message>
    <message>
        <source>A skateboard</source>
        <translation>Ein Skateboard</translation>
    </message>
    <message>
        <source>A skis</source>
        <translation>Ski</translation>
    </message>
    <message>
        <source>A small copy of the picture, as it was before it was developed</source>
        <translation>Eine kleine Kopie des Bildes, wie es vor dem Entwickeln war</translation>
    </message>
    <message>
        <source>A small copy of the picture, as it was before or after an edit</source>
        <translation>Eine kleine Kopie des Bildes, wie es vor oder nach einer Bearbeitung war</translation>
    </message>
    <message>
        <source>A small copy of the picture, which may show what was cropped or covered later</source>
        <translation>Eine kleine Kopie des Bildes, die zeigen kann, was später abgeschnitten oder abgedeckt wurde</translation>
    </message>
    <message>
        <source>A small picture inside the film ({number} byte)</source>
        <translation>Ein kleines Bild im Film ({number} Byte)</translation>
    </message>
    <message>
        <source>A small picture inside the film ({number} bytes)</source>
        <translation>Ein kleines Bild im Film ({number} Bytes)</translation>
    </message>
    <message>
        <source>A small picture that cannot be read ({top})</source>
        <translation>Ein kleines Bild, das sich nicht lesen lässt ({top})</translation>
    </message>
    <message>
        <source>A snowboard</source>
        <translation>Ein Snowboard</translation>
    </message>
    <message>
        <source>A sound file belongs to it: {}</source>
        <translation>Eine Tondatei gehört dazu: {}</translation>
    </message>
    <message>
        <source>A sound was recorded with the picture</source>
        <translation>Mit dem Bild wurde ein Ton aufgenommen</translation>
    </message>
    <message>
        <source>A spoon</source>
        <translation>Ein Löffel</translation>
    </message>
    <message>
        <source>A sports ball</source>
        <translation>Ein Ball</translation>
    </message>
    <message>
        <source>A stop sign</source>
        <translation>Ein Stoppschild</translation>
    </message>
    <message>
        <source>A subject&apos;s number: {}</source>
        <translation>Die Nummer eines Themas: {}</translation>
    </message>
    <message>
        <source>A subject: {}</source>
        <translation>Ein Betreff: {}</translation>
    </message>
    <message>
        <source>A suitcase</source>
        <translation>Ein Koffer</translation>
    </message>
    <message>
        <source>A surfboard</source>
        <translation>Ein Surfbrett</translation>
    </message>
    <message>
        <source>A teddy bear</source>
        <translation>Ein Teddybär</translation>
    </message>
    <message>
        <source>A tennis racket</source>
        <translation>Ein Tennisschläger</translation>
    </message>
    <message>
        <source>A text in the colour profile: {}</source>
        <translation>Ein Text im Farbprofil: {}</translation>
    </message>
    <message>
        <source>A text that is called “{keyword}”: “{text}”</source>
        <translation>Ein Text namens „{keyword}“: „{text}“</translation>
    </message>
    <message>
        <source>A text that is called “{name}”: {}</source>
        <translation>Ein Text namens „{name}“: {}</translation>
    </message>
    <message>
        <source>A tie</source>
        <translation>Eine Krawatte</translation>
    </message>
    <message>
        <source>A timecode, which may be the time of day</source>
        <translation>Ein Zeitcode, der die Uhrzeit sein kann</translation>
    </message>
    <message>
        <source>A timed track ({number} bytes)</source>
        <translation>Eine zeitliche Spur ({number} Bytes)</translation>
    </message>
    <message>
        <source>A timed track that tells: {names}</source>
        <translation>Eine zeitliche Spur mit Angaben: {names}</translation>
    </message>
    <message>
        <source>A title: {}</source>
        <translation>Ein Titel: {}</translation>
    </message>
    <message>
        <source>A toaster</source>
        <translation>Ein Toaster</translation>
    </message>
    <message>
        <source>A toilet</source>
        <translation>Eine Toilette</translation>
    </message>
    <message>
        <source>A toothbrush</source>
        <translation>Eine Zahnbürste</translation>
    </message>
    <message>
        <source>A track for texts</source>
        <translation>Eine Spur für Texte</translation>
    </message>
    <message>
        <source>A track of a camera&apos;s motion</source>
        <translation>Eine Spur der Kamerabewegung</translation>
    </message>
    <message>
        <source>A track that must go shares bytes with its picture or sound.</source>
        <translation>Eine Spur, die weg muss, teilt Bytes mit dem Bild oder dem Ton.</translation>
    </message>
    <message>
        <source>A track that must go shares bytes with its pictures.</source>
        <translation>Eine Spur, die weg muss, teilt Bytes mit den Bildern.</translation>
    </message>
    <message>
        <source>A traffic light</source>
        <translation>Eine Ampel</translation>
    </message>
    <message>
        <source>A train</source>
        <translation>Ein Zug</translation>
    </message>
    <message>
        <source>A truck</source>
        <translation>Ein Lastwagen</translation>
    </message>
    <message>
        <source>A tv</source>
        <translation>Ein Fernseher</translation>
    </message>
    <message>
        <source>A vase</source>
        <translation>Eine Vase</translation>
    </message>
    <message>
        <source>A warning: {}</source>
        <translation>Ein Hinweis: {}</translation>
    </message>
    <message>
        <source>A wine glass</source>
        <translation>Ein Weinglas</translation>
    </message>
    <message>
        <source>A zebra</source>
        <translation>Ein Zebra</translation>
    </message>
    <message>
        <source>Adobe segment</source>
        <translation>Adobe-Segment</translation>
    </message>
    <message>
        <source>All Saints&apos; Day</source>
        <translation>Allerheiligen</translation>
    </message>
    <message>
        <source>An Aztec code</source>
        <translation>Ein Aztec-Code</translation>
    </message>
    <message>
        <source>An HDR gain map: a small copy of the picture in light and dark</source>
        <translation>Eine HDR-Gain-Map: eine kleine Kopie des Bildes in Hell und Dunkel</translation>
    </message>
    <message>
        <source>An XMP packet declares entities, or holds too many parts.</source>
        <translation>Ein XMP-Paket legt Entitäten fest oder hat zu viele Teile.</translation>
    </message>
    <message>
        <source>An XMP packet is larger than any honest one.</source>
        <translation>Ein XMP-Paket ist größer als jedes ehrliche.</translation>
    </message>
    <message>
        <source>An XMP packet is not sound XML.</source>
        <translation>Ein XMP-Paket ist kein fehlerfreies XML.</translation>
    </message>
    <message>
        <source>An XMP packet that cannot be read</source>
        <translation>Ein XMP-Paket, das sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>An address: {}</source>
        <translation>Eine Adresse: {}</translation>
    </message>
    <message>
        <source>An airplane</source>
        <translation>Ein Flugzeug</translation>
    </message>
    <message>
        <source>An apple</source>
        <translation>Ein Apfel</translation>
    </message>
    <message>
        <source>An area that somebody marked, such as a face</source>
        <translation>Ein Bereich, den jemand markiert hat, etwa ein Gesicht</translation>
    </message>
    <message>
        <source>An elephant</source>
        <translation>Ein Elefant</translation>
    </message>
    <message>
        <source>An empty text that is called “{keyword}”</source>
        <translation>Ein leerer Text namens „{keyword}“</translation>
    </message>
    <message>
        <source>An evening</source>
        <translation>Ein Abend</translation>
    </message>
    <message>
        <source>An evening in {name}</source>
        <translation>Ein Abend in {name}</translation>
    </message>
    <message>
        <source>An orange</source>
        <translation>Eine Orange</translation>
    </message>
    <message>
        <source>An oven</source>
        <translation>Ein Backofen</translation>
    </message>
    <message>
        <source>An umbrella</source>
        <translation>Ein Regenschirm</translation>
    </message>
    <message>
        <source>Another picture, hidden behind this one</source>
        <translation>Ein weiteres Bild, hinter diesem versteckt</translation>
    </message>
    <message>
        <source>Another sound, which players do not play ({number} bytes)</source>
        <translation>Ein weiterer Ton, den Player nicht abspielen ({number} Bytes)</translation>
    </message>
    <message>
        <source>Ascension Day</source>
        <translation>Christi Himmelfahrt</translation>
    </message>
    <message>
        <source>Assumption Day</source>
        <translation>Mariä Himmelfahrt</translation>
    </message>
    <message>
        <source>Auxiliary picture</source>
        <translation>Zusätzliches Bild</translation>
    </message>
    <message>
        <source>BMP header</source>
        <translation>BMP-Kopf</translation>
    </message>
    <message>
        <source>Beach</source>
        <translation>Strand</translation>
    </message>
    <message>
        <source>Before the Exif</source>
        <translation>Vor dem Exif</translation>
    </message>
    <message>
        <source>Before the picture</source>
        <translation>Vor dem Bild</translation>
    </message>
    <message>
        <source>Behind the film</source>
        <translation>Hinter dem Film</translation>
    </message>
    <message>
        <source>Behind the picture</source>
        <translation>Hinter dem Bild</translation>
    </message>
    <message>
        <source>Behind the picture data</source>
        <translation>Hinter den Bilddaten</translation>
    </message>
    <message>
        <source>Beside it, in {name}</source>
        <translation>Daneben, in {name}</translation>
    </message>
    <message>
        <source>Between its parts stand bytes that viewers do not agree about.</source>
        <translation>Zwischen den Teilen stehen Bytes, die Betrachter verschieden verstehen.</translation>
    </message>
    <message>
        <source>Between the parts</source>
        <translation>Zwischen den Teilen</translation>
    </message>
    <message>
        <source>Between the parts of the TIFF</source>
        <translation>Zwischen den Teilen des TIFF</translation>
    </message>
    <message>
        <source>Between the pictures</source>
        <translation>Zwischen den Bildern</translation>
    </message>
    <message>
        <source>Between the rows</source>
        <translation>Zwischen den Zeilen</translation>
    </message>
    <message>
        <source>Between the segments</source>
        <translation>Zwischen den Segmenten</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Bought by {}</source>
        <translation>Gekauft von {}</translation>
    </message>
    <message>
        <source>Bought {when}</source>
        <translation>Gekauft {when}</translation>
    </message>
    <message>
        <source>Boxing Day</source>
        <translation>Zweiter Weihnachtstag</translation>
    </message>
    <message>
        <source>Called {}</source>
        <translation>Genannt {}</translation>
    </message>
    <message>
        <source>Camera settings</source>
        <translation>Kameraeinstellungen</translation>
    </message>
    <message>
        <source>Camera settings: {words}</source>
        <translation>Kameraeinstellungen: {words}</translation>
    </message>
    <message>
        <source>Carnival</source>
        <translation>Karneval</translation>
    </message>
    <message>
        <source>Changed {when}</source>
        <translation>Geändert {when}</translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation>Name eines Kanals</translation>
    </message>
    <message>
        <source>Choose a photo that shows one person, large and from the front.</source>
        <translation>Wähle ein Foto, das eine einzige Person zeigt, groß und von vorn.</translation>
    </message>
    <message>
        <source>Choose whose faces stay visible, or whose alone are covered. Both at once cannot be.</source>
        <translation>Wähle, wessen Gesichter sichtbar bleiben oder wessen allein abgedeckt werden. Beides zugleich geht nicht.</translation>
    </message>
    <message>
        <source>Christmas Day</source>
        <translation>Erster Weihnachtstag</translation>
    </message>
    <message>
        <source>Christmas Eve</source>
        <translation>Heiligabend</translation>
    </message>
    <message>
        <source>Codes and tickets in the pictures were not looked for.</source>
        <translation>Nach Codes und Tickets auf den Bildern wurde nicht gesucht.</translation>
    </message>
    <message>
        <source>Colour profile</source>
        <translation>Farbprofil</translation>
    </message>
    <message>
        <source>Colour profile of a hidden picture</source>
        <translation>Farbprofil eines versteckten Bildes</translation>
    </message>
    <message>
        <source>Colour profile of another picture</source>
        <translation>Farbprofil eines anderen Bildes</translation>
    </message>
    <message>
        <source>Columbus Day</source>
        <translation>Kolumbus-Tag</translation>
    </message>
    <message>
        <source>Constitution Day</source>
        <translation>Verfassungstag</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <translation>Inhaltsnachweise (Content Credentials)</translation>
    </message>
    <message>
        <source>Content credentials: who made and edited this picture</source>
        <translation>Inhaltsnachweise: wer dieses Bild gemacht und bearbeitet hat</translation>
    </message>
    <message>
        <source>Corpus Christi</source>
        <translation>Fronleichnam</translation>
    </message>
    <message>
        <source>Day of Portugal, Camões, and the Portuguese Communities</source>
        <translation>Portugal-Tag</translation>
    </message>
    <message>
        <source>Demonstrations</source>
        <translation>Demonstrationen</translation>
    </message>
    <message>
        <source>Described by {}</source>
        <translation>Beschrieben von {}</translation>
    </message>
    <message>
        <source>Developed with {}</source>
        <translation>Entwickelt mit {}</translation>
    </message>
    <message>
        <source>Digitised {when}</source>
        <translation>Digitalisiert {when}</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Easter Monday</source>
        <translation>Ostermontag</translation>
    </message>
    <message>
        <source>Easter Sunday</source>
        <translation>Ostersonntag</translation>
    </message>
    <message>
        <source>Edited by {}</source>
        <translation>Bearbeitet von {}</translation>
    </message>
    <message>
        <source>Edited with {}</source>
        <translation>Bearbeitet mit {}</translation>
    </message>
    <message>
        <source>Encoded with “{name}”</source>
        <translation>Kodiert mit „{name}“</translation>
    </message>
    <message>
        <source>Epiphany</source>
        <translation>Heilige Drei Könige</translation>
    </message>
    <message>
        <source>Extended XMP</source>
        <translation>Erweitertes XMP</translation>
    </message>
    <message>
        <source>Faces can be found in only {some} of its {number} frames. Choose to remove metadata only.</source>
        <translation>Gesichter lassen sich nur in {some} von {number} Einzelbildern finden. Wähle, nur die Metadaten zu entfernen.</translation>
    </message>
    <message>
        <source>Faces in {name} files cannot be covered yet. Export it as JPEG or PNG first.</source>
        <translation>In {name}-Dateien lassen sich Gesichter noch nicht abdecken. Exportiere sie zuerst als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>Faces in {name} files cannot be found yet. Choose to remove metadata only.</source>
        <translation>In {name}-Dateien lassen sich Gesichter noch nicht finden. Wähle, nur die Metadaten zu entfernen.</translation>
    </message>
    <message>
        <source>Faces were not looked for in 1 photo.</source>
        <translation>In 1 Foto wurde nicht nach Gesichtern gesucht.</translation>
    </message>
    <message>
        <source>A track with {what} ({number} bytes)</source>
        <translation>Eine Spur mit {what} ({number} Bytes)</translation>
    </message>
    <message>
        <source>A GPS track of {number} point, beginning at {name}</source>
        <translation>Eine GPS-Spur aus {number} Punkt, beginnt bei {name}</translation>
    </message>
    <message>
        <source>A GPS track of {number} point, beginning in {name}</source>
        <translation>Eine GPS-Spur aus {number} Punkt, beginnt in {name}</translation>
    </message>
    <message>
        <source>A GPS track of {number} point, beginning near {name}</source>
        <translation>Eine GPS-Spur aus {number} Punkt, beginnt nahe {name}</translation>
    </message>
    <message>
        <source>A worker of the cluster has Lenscap {other}, and this is {version}. Make them equal.</source>
        <translation>Ein Rechner des Clusters hat Lenscap {other}, hier läuft {version}. Gleiche sie an.</translation>
    </message>
    <message>
        <source>Content credentials: who made and edited this picture; {words}</source>
        <translation>Inhaltsnachweise: wer dieses Bild gemacht und bearbeitet hat; {words}</translation>
    </message>
    <message>
        <source>Faces in {format} files cannot be found yet.</source>
        <translation>In {format}-Dateien lassen sich Gesichter noch nicht finden.</translation>
    </message>
    <message>
        <source>Faces were not looked for in {number} photos.</source>
        <translation>In {number} Fotos wurde nicht nach Gesichtern gesucht.</translation>
    </message>
    <message>
        <source>File attribute {own}</source>
        <translation>Dateiattribut {own}</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Dateityp</translation>
    </message>
    <message>
        <source>Film headers</source>
        <translation>Filmköpfe</translation>
    </message>
    <message>
        <source>Film preview</source>
        <translation>Filmvorschau</translation>
    </message>
    <message>
        <source>Film trex</source>
        <translation>Film-trex</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Essen</translation>
    </message>
    <message>
        <source>Found when the copy was made</source>
        <translation>Beim Anfertigen der Kopie gefunden</translation>
    </message>
    <message>
        <source>Fragment clock</source>
        <translation>Uhr eines Fragments</translation>
    </message>
    <message>
        <source>Fragment mfhd</source>
        <translation>Fragment mfhd</translation>
    </message>
    <message>
        <source>Fragment tfdt</source>
        <translation>Fragment tfdt</translation>
    </message>
    <message>
        <source>Fragment tfhd</source>
        <translation>Fragment tfhd</translation>
    </message>
    <message>
        <source>Fragment trun</source>
        <translation>Fragment trun</translation>
    </message>
    <message>
        <source>GIF comment</source>
        <translation>GIF-Kommentar</translation>
    </message>
    <message>
        <source>GIF plain text</source>
        <translation>GIF-Klartext</translation>
    </message>
    <message>
        <source>Gain map</source>
        <translation>Gain-Map</translation>
    </message>
    <message>
        <source>Gain map: {where}</source>
        <translation>Gain-Map: {where}</translation>
    </message>
    <message>
        <source>German Unity Day</source>
        <translation>Tag der Deutschen Einheit</translation>
    </message>
    <message>
        <source>Give the policy a name with letters or numbers in it.</source>
        <translation>Gib der Vorgabe einen Namen mit Buchstaben oder Zahlen.</translation>
    </message>
    <message>
        <source>Good Friday</source>
        <translation>Karfreitag</translation>
    </message>
    <message>
        <source>Graduation</source>
        <translation>Abschlussfeier</translation>
    </message>
    <message>
        <source>Groups of people</source>
        <translation>Personengruppen</translation>
    </message>
    <message>
        <source>HDR gain map numbers</source>
        <translation>Zahlen der HDR-Gain-Map</translation>
    </message>
    <message>
        <source>Hidden clips</source>
        <translation>Versteckte Clips</translation>
    </message>
    <message>
        <source>Hidden picture</source>
        <translation>Verstecktes Bild</translation>
    </message>
    <message>
        <source>How faces were marked in the picture</source>
        <translation>Wie Gesichter auf dem Bild markiert wurden</translation>
    </message>
    <message>
        <source>How it came about: {}</source>
        <translation>Wie es entstand: {}</translation>
    </message>
    <message>
        <source>How the camera was turned and moved</source>
        <translation>Wie die Kamera gedreht und bewegt wurde</translation>
    </message>
    <message>
        <source>How the picture was developed: {number} setting of Camera Raw</source>
        <translation>Wie das Bild entwickelt wurde: {number} Einstellung von Camera Raw</translation>
    </message>
    <message>
        <source>How the picture was developed: {number} setting of Camera Raw, for the raw file {data}</source>
        <translation>Wie das Bild entwickelt wurde: {number} Einstellung von Camera Raw, für die Rohdatei {data}</translation>
    </message>
    <message>
        <source>How the picture was developed: {number} settings of Camera Raw</source>
        <translation>Wie das Bild entwickelt wurde: {number} Einstellungen von Camera Raw</translation>
    </message>
    <message>
        <source>How the picture was developed: {number} settings of Camera Raw, for the raw file {data}</source>
        <translation>Wie das Bild entwickelt wurde: {number} Einstellungen von Camera Raw, für die Rohdatei {data}</translation>
    </message>
    <message>
        <source>How to reach its maker: {}</source>
        <translation>Wie sein Urheber zu erreichen ist: {}</translation>
    </message>
    <message>
        <source>Huffman table</source>
        <translation>Huffman-Tabelle</translation>
    </message>
    <message>
        <source>ICC profile</source>
        <translation>ICC-Profil</translation>
    </message>
    <message>
        <source>ISO {number}</source>
        <translation>ISO {number}</translation>
    </message>
    <message>
        <source>Immaculate Conception</source>
        <translation>Mariä Empfängnis</translation>
    </message>
    <message>
        <source>In the compressed picture</source>
        <translation>Im komprimierten Bild</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>Auf dem Bild</translation>
    </message>
    <message>
        <source>In the picture: {}</source>
        <translation>Auf dem Bild: {}</translation>
    </message>
    <message>
        <source>In the policy “{name}”, cover is not a list of “face”, “text” and “code”.</source>
        <translation>In der Vorgabe „{name}“ ist cover keine Liste aus „face“, „text“ und „code“.</translation>
    </message>
    <message>
        <source>In the policy “{name}”, keep is not a table of what stays.</source>
        <translation>In der Vorgabe „{name}“ ist keep keine Tabelle dessen, was bleibt.</translation>
    </message>
    <message>
        <source>In the policy “{name}”, photos is not a table of photos.</source>
        <translation>In der Vorgabe „{name}“ ist photos keine Tabelle von Fotos.</translation>
    </message>
    <message>
        <source>In the policy “{name}”, {name2} is not a list of photos.</source>
        <translation>In der Vorgabe „{name}“ ist {name2} keine Liste von Fotos.</translation>
    </message>
    <message>
        <source>In the policy “{name}”, {what} is neither “keep” nor “neutral”.</source>
        <translation>In der Vorgabe „{name}“ ist {what} weder „keep“ noch „neutral“.</translation>
    </message>
    <message>
        <source>In {name} files with several pictures, nothing can be covered yet. Export it as WebP.</source>
        <translation>In {name}-Dateien mit mehreren Bildern lässt sich noch nichts abdecken. Exportiere sie als WebP.</translation>
    </message>
    <message>
        <source>Independence Day</source>
        <translation>Unabhängigkeitstag</translation>
    </message>
    <message>
        <source>Instructions: {}</source>
        <translation>Anweisungen: {}</translation>
    </message>
    <message>
        <source>It became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>It belongs to the album {}</source>
        <translation>Es gehört zum Album {}</translation>
    </message>
    <message>
        <source>It belongs to {}</source>
        <translation>Es gehört {}</translation>
    </message>
    <message>
        <source>It can give back the JPEG that it was made from, with what that one tells</source>
        <translation>Daraus lässt sich das JPEG wiederherstellen, aus dem es entstand, samt dessen Angaben</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It cannot be read: {lower}.</source>
        <translation>Die Datei kann nicht gelesen werden: {lower}.</translation>
    </message>
    <message>
        <source>It changes while it is read. Try again when no other program writes to it.</source>
        <translation>Die Datei ändert sich, während sie gelesen wird. Versuche es noch einmal, wenn kein anderes Programm hineinschreibt.</translation>
    </message>
    <message>
        <source>It claims to be {number} × {number2} pixels large, more than Lenscap decodes.</source>
        <translation>Das Bild soll {number} × {number2} Pixel groß sein, mehr als Lenscap dekodiert.</translation>
    </message>
    <message>
        <source>It claims to be {number} × {number2} pixels large, which no picture is.</source>
        <translation>Das Bild soll {number} × {number2} Pixel groß sein, was kein Bild ist.</translation>
    </message>
    <message>
        <source>It claims to be {number} × {number2} pixels large.</source>
        <translation>Das Bild soll {number} × {number2} Pixel groß sein.</translation>
    </message>
    <message>
        <source>It claims {number} samples, which no film has.</source>
        <translation>Die Datei gibt {number} Proben an, die kein Film hat.</translation>
    </message>
    <message>
        <source>It comes from {}</source>
        <translation>Es stammt von {}</translation>
    </message>
    <message>
        <source>It covers {}</source>
        <translation>Es behandelt {}</translation>
    </message>
    <message>
        <source>It does not begin with a picture header.</source>
        <translation>Die Datei beginnt nicht mit einem Bildkopf.</translation>
    </message>
    <message>
        <source>It does not say how its pictures are to be decoded.</source>
        <translation>Die Datei sagt nicht, wie ihre Bilder zu dekodieren sind.</translation>
    </message>
    <message>
        <source>It does not say how large its picture is.</source>
        <translation>Die Datei sagt nicht, wie groß ihr Bild ist.</translation>
    </message>
    <message>
        <source>It does not say how long its picture data are.</source>
        <translation>Die Datei sagt nicht, wie lang ihre Bilddaten sind.</translation>
    </message>
    <message>
        <source>It does not say how long its samples are.</source>
        <translation>Die Datei sagt nicht, wie lang ihre Proben sind.</translation>
    </message>
    <message>
        <source>It does not say how one of its pictures is to be decoded.</source>
        <translation>Die Datei sagt nicht, wie eines ihrer Bilder zu dekodieren ist.</translation>
    </message>
    <message>
        <source>It does not say in which chunks its samples are.</source>
        <translation>Die Datei sagt nicht, in welchen Stücken ihre Proben liegen.</translation>
    </message>
    <message>
        <source>It does not say where its picture data are.</source>
        <translation>Die Datei sagt nicht, wo ihre Bilddaten sind.</translation>
    </message>
    <message>
        <source>It does not say where its samples are.</source>
        <translation>Die Datei sagt nicht, wo ihre Proben sind.</translation>
    </message>
    <message>
        <source>It does not say which of its items is the picture.</source>
        <translation>Die Datei sagt nicht, welches ihrer Teile das Bild ist.</translation>
    </message>
    <message>
        <source>It ends before its picture begins.</source>
        <translation>Die Datei endet, bevor ihr Bild beginnt.</translation>
    </message>
    <message>
        <source>It ends before its picture does, or says wrongly where it is.</source>
        <translation>Die Datei endet vor ihrem Bild oder sagt falsch, wo es ist.</translation>
    </message>
    <message>
        <source>It ends in the middle of a picture.</source>
        <translation>Die Datei endet mitten in einem Bild.</translation>
    </message>
    <message>
        <source>It ends inside the header of a box, at byte {start}.</source>
        <translation>Die Datei endet im Kopf eines Teils, bei Byte {start}.</translation>
    </message>
    <message>
        <source>It grows while it is read.</source>
        <translation>Die Datei wächst, während sie gelesen wird.</translation>
    </message>
    <message>
        <source>It has 16 bits a channel, and covering would leave 8. Export it with 8 bits first.</source>
        <translation>Das Bild hat 16 Bit je Kanal, beim Abdecken blieben 8. Exportiere es zuerst mit 8 Bit.</translation>
    </message>
    <message>
        <source>It has a gain map of a kind that Lenscap does not know.</source>
        <translation>Die Datei hat eine Gain-Map einer Art, die Lenscap nicht kennt.</translation>
    </message>
    <message>
        <source>It has an index like a film, but no series of pictures in it.</source>
        <translation>Die Datei hat einen Index wie ein Film, aber keine Bilderserie.</translation>
    </message>
    <message>
        <source>It has fewer colours than it says.</source>
        <translation>Das Bild hat weniger Farben, als es angibt.</translation>
    </message>
    <message>
        <source>It has more than {number} frames. Cut the animation first.</source>
        <translation>Die Animation hat mehr als {number} Einzelbilder. Schneide sie zuerst.</translation>
    </message>
    <message>
        <source>It has more than {number} pages.</source>
        <translation>Die Datei hat mehr als {number} Seiten.</translation>
    </message>
    <message>
        <source>It has more than {number} tracks, which no film has.</source>
        <translation>Die Datei hat mehr als {number} Spuren, was kein Film hat.</translation>
    </message>
    <message>
        <source>It has no frame header, so there is no picture in it.</source>
        <translation>Die Datei hat keinen Bildkopf, also ist kein Bild darin.</translation>
    </message>
    <message>
        <source>It has no index, so that nothing in it can be played.</source>
        <translation>Die Datei hat keinen Index, sodass nichts darin abgespielt werden kann.</translation>
    </message>
    <message>
        <source>It has no list of what its pictures are like, or more than one.</source>
        <translation>Die Datei hat keine Liste der Eigenschaften ihrer Bilder oder mehr als eine.</translation>
    </message>
    <message>
        <source>It has no picture header.</source>
        <translation>Die Datei hat keinen Bildkopf.</translation>
    </message>
    <message>
        <source>It has no picture.</source>
        <translation>Die Datei hat kein Bild.</translation>
    </message>
    <message>
        <source>It has no “{kind}” box, so it has no picture.</source>
        <translation>Die Datei hat keinen „{kind}“-Teil, also hat sie kein Bild.</translation>
    </message>
    <message>
        <source>It has sound only and no picture.</source>
        <translation>Die Datei hat nur Ton und kein Bild.</translation>
    </message>
    <message>
        <source>It has two frame headers before its picture.</source>
        <translation>Die Datei hat zwei Bildköpfe vor ihrem Bild.</translation>
    </message>
    <message>
        <source>It has two lists of a series of pictures (“moov” boxes), so viewers may see two things.</source>
        <translation>Die Datei hat zwei Listen einer Bilderserie („moov“), sodass Betrachter zweierlei sehen können.</translation>
    </message>
    <message>
        <source>It has two “{kind}” boxes, so viewers may see two things in it.</source>
        <translation>Die Datei hat zwei „{kind}“-Teile, sodass Betrachter zweierlei darin sehen können.</translation>
    </message>
    <message>
        <source>It has {lists} lists of what is in it (“meta” boxes) instead of one.</source>
        <translation>Die Datei hat {lists} Listen ihres Inhalts („meta“) statt einer.</translation>
    </message>
    <message>
        <source>It holds a picture of the kind “{kind}”, which Lenscap cannot clean yet.</source>
        <translation>Die Datei enthält ein Bild der Art „{kind}“, das Lenscap noch nicht bereinigen kann.</translation>
    </message>
    <message>
        <source>It holds a series of pictures in fragments, which Lenscap cannot clean yet.</source>
        <translation>Die Datei enthält eine Bilderserie in Fragmenten, die Lenscap noch nicht bereinigen kann.</translation>
    </message>
    <message>
        <source>It holds a whole JPEG or PNG file, which few viewers show. Save that instead.</source>
        <translation>Die Datei enthält eine ganze JPEG- oder PNG-Datei, die wenige Betrachter zeigen. Speichere stattdessen diese.</translation>
    </message>
    <message>
        <source>It holds more pictures than any series does.</source>
        <translation>Die Datei enthält mehr Bilder als jede Serie.</translation>
    </message>
    <message>
        <source>It is a raw photo{kind}. Lenscap does not clean raw photos, because only their maker knows what is in them. Develop it to JPEG or TIFF first.</source>
        <translation>Das ist ein Rohfoto{kind}. Lenscap bereinigt keine Rohfotos, denn nur ihr Hersteller weiß, was darin ist. Entwickle es zuerst zu JPEG oder TIFF.</translation>
    </message>
    <message>
        <source>It is an old film with a palette of its own, which Lenscap cannot write anew.</source>
        <translation>Das ist ein alter Film mit eigener Farbtabelle, den Lenscap nicht neu schreiben kann.</translation>
    </message>
    <message>
        <source>It is compressed as a fax and is none.</source>
        <translation>Das Bild ist als Fax komprimiert und ist keins.</translation>
    </message>
    <message>
        <source>It is compressed in a way from before TIFF 6.0. Save it again, as TIFF with LZW.</source>
        <translation>Das Bild ist auf eine Art aus der Zeit vor TIFF 6.0 komprimiert. Speichere es noch einmal, als TIFF mit LZW.</translation>
    </message>
    <message>
        <source>It is compressed in a way that Lenscap does not know. Export it as PNG first.</source>
        <translation>Das Bild ist auf eine Art komprimiert, die Lenscap nicht kennt. Exportiere es zuerst als PNG.</translation>
    </message>
    <message>
        <source>It is compressed in {way} that Lenscap cannot look into. Save it again, as TIFF with LZW.</source>
        <translation>Das Bild ist auf eine Art komprimiert ({way}), in die Lenscap nicht hineinsehen kann. Speichere es noch einmal, als TIFF mit LZW.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>It is larger than a gigabyte, which no photo of a known kind is.</source>
        <translation>Die Datei ist größer als ein Gigabyte, was kein Foto bekannter Art ist.</translation>
    </message>
    <message>
        <source>It is larger than any picture of its kind.</source>
        <translation>Das Bild ist größer als jedes seiner Art.</translation>
    </message>
    <message>
        <source>It is larger than any picture.</source>
        <translation>Das Bild ist größer als jedes andere.</translation>
    </message>
    <message>
        <source>It is locked (encrypted), so that what is in it cannot be known.</source>
        <translation>Die Datei ist gesperrt (verschlüsselt), sodass sich nicht sagen lässt, was darin ist.</translation>
    </message>
    <message>
        <source>It is made of more parts than any photo is.</source>
        <translation>Die Datei besteht aus mehr Teilen als jedes Foto.</translation>
    </message>
    <message>
        <source>It is made of more than {number} parts, which no film is.</source>
        <translation>Die Datei besteht aus mehr als {number} Teilen, was kein Film tut.</translation>
    </message>
    <message>
        <source>It is made of more than {number} parts, which no photo is.</source>
        <translation>Die Datei besteht aus mehr als {number} Teilen, was kein Foto tut.</translation>
    </message>
    <message>
        <source>It is made of more than {number} parts, which no photo or film is.</source>
        <translation>Die Datei besteht aus mehr als {number} Teilen, was kein Foto und kein Film tut.</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It is not there: it may have been moved or deleted. Find it where it is now, then try again.</source>
        <translation>Die Datei ist nicht da: Sie wurde vielleicht verschoben oder gelöscht. Suche sie, wo sie jetzt liegt, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>It is {what}. Lenscap does not clean those; {instead}.</source>
        <translation>Das ist {what}. Lenscap bereinigt so etwas nicht; {instead}.</translation>
    </message>
    <message>
        <source>It lay at {}</source>
        <translation>Es lag unter {}</translation>
    </message>
    <message>
        <source>It says in two ways how often its animation repeats.</source>
        <translation>Die Datei sagt auf zwei Arten, wie oft sich ihre Animation wiederholt.</translation>
    </message>
    <message>
        <source>It says something twice about its picture, and not the same.</source>
        <translation>Die Datei sagt etwas zweimal über ihr Bild, und nicht dasselbe.</translation>
    </message>
    <message>
        <source>It says that it has {number} items; it has {number2}.</source>
        <translation>Die Datei gibt {number} Teile an; sie hat {number2}.</translation>
    </message>
    <message>
        <source>It says that it is of the kinds {brands}, version {hex}</source>
        <translation>Die Datei gibt an, von diesen Arten zu sein: {brands}, Version {hex}</translation>
    </message>
    <message>
        <source>It says that its colours have more bits than any have.</source>
        <translation>Die Farben sollen mehr Bit haben, als irgendwelche haben.</translation>
    </message>
    <message>
        <source>It says twice what one of its pictures is like.</source>
        <translation>Die Datei sagt zweimal, wie eines ihrer Bilder ist.</translation>
    </message>
    <message>
        <source>It says twice what one of its pictures is made of.</source>
        <translation>Die Datei sagt zweimal, woraus eines ihrer Bilder besteht.</translation>
    </message>
    <message>
        <source>It shows {}</source>
        <translation>Es zeigt {}</translation>
    </message>
    <message>
        <source>It was changed since it was read. Open the folder again.</source>
        <translation>Die Datei wurde geändert, seit sie gelesen wurde. Öffne den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>It was changed while it was read. Try again when no other program writes to it.</source>
        <translation>Die Datei wurde geändert, während sie gelesen wurde. Versuche es noch einmal, wenn kein anderes Programm hineinschreibt.</translation>
    </message>
    <message>
        <source>It was loaded from “{value}”</source>
        <translation>Es wurde geladen von „{value}“</translation>
    </message>
    <message>
        <source>Its HDR gain map was left out.</source>
        <translation>Die HDR-Gain-Map wurde weggelassen.</translation>
    </message>
    <message>
        <source>Its JPEG tables are damaged.</source>
        <translation>Die JPEG-Tabellen sind beschädigt.</translation>
    </message>
    <message>
        <source>Its JPEG tables hold more than the picture needs. Save it again, as TIFF with LZW.</source>
        <translation>Die JPEG-Tabellen enthalten mehr, als das Bild braucht. Speichere es noch einmal, als TIFF mit LZW.</translation>
    </message>
    <message>
        <source>Its address is {}</source>
        <translation>Die Adresse ist {}</translation>
    </message>
    <message>
        <source>Its animation is made of more parts than any is.</source>
        <translation>Die Animation besteht aus mehr Teilen als jede andere.</translation>
    </message>
    <message>
        <source>Its chunks hold {number} samples; there are {number2}.</source>
        <translation>Die Stücke enthalten {number} Proben; es gibt {number2}.</translation>
    </message>
    <message>
        <source>Its colour profile is damaged.</source>
        <translation>Das Farbprofil ist beschädigt.</translation>
    </message>
    <message>
        <source>Its colour profile is larger than a JPEG can hold. Convert it to sRGB first.</source>
        <translation>Das Farbprofil ist größer, als ein JPEG fassen kann. Wandle das Bild zuerst in sRGB um.</translation>
    </message>
    <message>
        <source>Its colour profile is larger than any that Lenscap reads.</source>
        <translation>Das Farbprofil ist größer als jedes, das Lenscap liest.</translation>
    </message>
    <message>
        <source>Its colour profile lies in its picture or in its headers.</source>
        <translation>Das Farbprofil liegt im Bild oder in den Köpfen der Datei.</translation>
    </message>
    <message>
        <source>Its colours are sampled in a way that does not exist.</source>
        <translation>Die Farben sind auf eine Art abgetastet, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Its colours are stored in a way that Lenscap does not know. Export it as RGB first.</source>
        <translation>Die Farben sind auf eine Art gespeichert, die Lenscap nicht kennt. Exportiere das Bild zuerst als RGB.</translation>
    </message>
    <message>
        <source>Its colours have different numbers of bits, which viewers do not agree on.</source>
        <translation>Die Farben haben verschieden viele Bit, was Betrachter verschieden verstehen.</translation>
    </message>
    <message>
        <source>Its data hang in more pieces than those of any picture.</source>
        <translation>Die Daten hängen in mehr Stücken als bei jedem Bild.</translation>
    </message>
    <message>
        <source>Its directories hold more than those of any picture.</source>
        <translation>Die Verzeichnisse enthalten mehr als bei jedem Bild.</translation>
    </message>
    <message>
        <source>Its film is damaged, or of a kind that Lenscap does not decode.</source>
        <translation>Der Film ist beschädigt oder von einer Art, die Lenscap nicht dekodiert.</translation>
    </message>
    <message>
        <source>Its film is {number} × {number2} pixels large, more than Lenscap decodes.</source>
        <translation>Der Film ist {number} × {number2} Pixel groß, mehr als Lenscap dekodiert.</translation>
    </message>
    <message>
        <source>Its fragments say more of its samples than those of any film.</source>
        <translation>Die Fragmente sagen mehr über ihre Proben als bei jedem Film.</translation>
    </message>
    <message>
        <source>Its frames are more than Lenscap decodes. Cut the animation first.</source>
        <translation>Die Einzelbilder sind mehr, als Lenscap dekodiert. Schneide die Animation zuerst.</translation>
    </message>
    <message>
        <source>Its header holds more than a header, or less.</source>
        <translation>Der Kopf enthält mehr oder weniger als einen Kopf.</translation>
    </message>
    <message>
        <source>Its header is not that of a BigTIFF.</source>
        <translation>Der Kopf ist nicht der eines BigTIFF.</translation>
    </message>
    <message>
        <source>Its history: {words}</source>
        <translation>Sein Verlauf: {words}</translation>
    </message>
    <message>
        <source>Its index has no header, so that nothing in it can be played.</source>
        <translation>Der Index hat keinen Kopf, sodass nichts darin abgespielt werden kann.</translation>
    </message>
    <message>
        <source>Its index is compressed, as in old QuickTime films. Export it anew first.</source>
        <translation>Der Index ist komprimiert, wie in alten QuickTime-Filmen. Exportiere den Film zuerst neu.</translation>
    </message>
    <message>
        <source>Its index points to bytes that are not in its media data.</source>
        <translation>Der Index zeigt auf Bytes, die nicht in den Mediendaten sind.</translation>
    </message>
    <message>
        <source>Its index points to bytes that it does not have.</source>
        <translation>Der Index zeigt auf Bytes, die die Datei nicht hat.</translation>
    </message>
    <message>
        <source>Its items lie over each other, which those of no picture do.</source>
        <translation>Die Teile liegen übereinander, was bei keinem Bild so ist.</translation>
    </message>
    <message>
        <source>Its list of items is longer than that of any picture.</source>
        <translation>Die Liste der Teile ist länger als bei jedem Bild.</translation>
    </message>
    <message>
        <source>Its maker&apos;s position is {}</source>
        <translation>Die Stellung des Urhebers ist {}</translation>
    </message>
    <message>
        <source>Its metadata changed {when}</source>
        <translation>Die Metadaten wurden geändert {when}</translation>
    </message>
    <message>
        <source>Its metadata was edited with {}</source>
        <translation>Die Metadaten wurden bearbeitet mit {}</translation>
    </message>
    <message>
        <source>Its metadata was written with {}</source>
        <translation>Die Metadaten wurden geschrieben mit {}</translation>
    </message>
    <message>
        <source>Its pages are larger than Lenscap decodes. Save each as a file of its own first.</source>
        <translation>Die Seiten sind größer, als Lenscap dekodiert. Speichere zuerst jede als eigene Datei.</translation>
    </message>
    <message>
        <source>Its pages have different colour profiles. Save each page as a file of its own first.</source>
        <translation>Die Seiten haben verschiedene Farbprofile. Speichere zuerst jede als eigene Datei.</translation>
    </message>
    <message>
        <source>Its pages lead in a circle.</source>
        <translation>Die Seiten führen im Kreis.</translation>
    </message>
    <message>
        <source>Its palette is damaged.</source>
        <translation>Die Farbtabelle ist beschädigt.</translation>
    </message>
    <message>
        <source>Its picture begins before its frame header.</source>
        <translation>Das Bild beginnt vor seinem Bildkopf.</translation>
    </message>
    <message>
        <source>Its picture begins outside the file, or in its own headers.</source>
        <translation>Das Bild beginnt außerhalb der Datei oder in ihren Köpfen.</translation>
    </message>
    <message>
        <source>Its picture cannot be decoded.</source>
        <translation>Das Bild lässt sich nicht dekodieren.</translation>
    </message>
    <message>
        <source>Its picture claims {number} bytes, of which some are missing.</source>
        <translation>Das Bild gibt {number} Bytes an, von denen einige fehlen.</translation>
    </message>
    <message>
        <source>Its picture data are shorter than its picture.</source>
        <translation>Die Bilddaten sind kürzer als das Bild.</translation>
    </message>
    <message>
        <source>Its picture data are those of more pictures than they can be.</source>
        <translation>Die Bilddaten sind die von mehr Bildern, als es sein können.</translation>
    </message>
    <message>
        <source>Its picture data begin their table again more often than any do.</source>
        <translation>Die Bilddaten beginnen ihre Tabelle öfter neu als alle anderen.</translation>
    </message>
    <message>
        <source>Its picture data begins its table again more often than any picture does.</source>
        <translation>Die Bilddaten beginnen ihre Tabelle öfter neu als bei jedem Bild.</translation>
    </message>
    <message>
        <source>Its picture data do not fit its colours.</source>
        <translation>Die Bilddaten passen nicht zu den Farben.</translation>
    </message>
    <message>
        <source>Its picture data has no end.</source>
        <translation>Die Bilddaten haben kein Ende.</translation>
    </message>
    <message>
        <source>Its picture data hold more than the picture.</source>
        <translation>Die Bilddaten enthalten mehr als das Bild.</translation>
    </message>
    <message>
        <source>Its picture data holds more than the picture.</source>
        <translation>Die Bilddaten enthalten mehr als das Bild.</translation>
    </message>
    <message>
        <source>Its picture data is damaged.</source>
        <translation>Die Bilddaten sind beschädigt.</translation>
    </message>
    <message>
        <source>Its picture data is damaged: a scan header is cut short.</source>
        <translation>Die Bilddaten sind beschädigt: Ein Kopf ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Its picture data is damaged: it holds a marker that does not exist.</source>
        <translation>Die Bilddaten sind beschädigt: Sie enthalten eine Marke, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Its picture data is damaged: it names a size of codes that no picture has.</source>
        <translation>Die Bilddaten sind beschädigt: Sie nennen eine Codegröße, die kein Bild hat.</translation>
    </message>
    <message>
        <source>Its picture does not begin as one does.</source>
        <translation>Das Bild beginnt nicht wie eines.</translation>
    </message>
    <message>
        <source>Its picture ends too early.</source>
        <translation>Das Bild endet zu früh.</translation>
    </message>
    <message>
        <source>Its picture has more parts than it says.</source>
        <translation>Das Bild hat mehr Teile, als es angibt.</translation>
    </message>
    <message>
        <source>Its picture has more tiles than it has room for, or fewer.</source>
        <translation>Das Bild hat mehr Kacheln, als Platz ist, oder weniger.</translation>
    </message>
    <message>
        <source>Its picture header has something in the bits between its parts.</source>
        <translation>Der Bildkopf hat etwas in den Bits zwischen seinen Teilen.</translation>
    </message>
    <message>
        <source>Its picture header holds a number that is none.</source>
        <translation>Der Bildkopf enthält eine Zahl, die keine ist.</translation>
    </message>
    <message>
        <source>Its picture header is damaged.</source>
        <translation>Der Bildkopf ist beschädigt.</translation>
    </message>
    <message>
        <source>Its picture header is larger than Lenscap reads. Export it anew first.</source>
        <translation>Der Bildkopf ist größer, als Lenscap liest. Exportiere das Bild zuerst neu.</translation>
    </message>
    <message>
        <source>Its picture is coded as “{codec}”, which Lenscap does not know.</source>
        <translation>Das Bild ist als „{codec}“ kodiert, was Lenscap nicht kennt.</translation>
    </message>
    <message>
        <source>Its picture is damaged or incomplete.</source>
        <translation>Das Bild ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>Its picture needs more memory than Lenscap takes for one.</source>
        <translation>Das Bild braucht mehr Speicher, als Lenscap für eines nimmt.</translation>
    </message>
    <message>
        <source>Its picture needs more memory than there is.</source>
        <translation>Das Bild braucht mehr Speicher, als da ist.</translation>
    </message>
    <message>
        <source>Its picture needs “{kind}”, which Lenscap does not know.</source>
        <translation>Das Bild braucht „{kind}“, was Lenscap nicht kennt.</translation>
    </message>
    <message>
        <source>Its picture or sound lies in another file, whose path it names.</source>
        <translation>Bild oder Ton liegen in einer anderen Datei, deren Pfad darin steht.</translation>
    </message>
    <message>
        <source>Its pictures are coded as “{codec}”, which Lenscap cannot clean yet.</source>
        <translation>Die Bilder sind als „{codec}“ kodiert, was Lenscap noch nicht bereinigen kann.</translation>
    </message>
    <message>
        <source>Its pictures are made of more parts than any are.</source>
        <translation>Die Bilder bestehen aus mehr Teilen als alle anderen.</translation>
    </message>
    <message>
        <source>Its pictures are picture files that hold notes of their own. Export it as H.264 first.</source>
        <translation>Die Bilder sind Bilddateien mit eigenen Notizen. Exportiere den Film zuerst als H.264.</translation>
    </message>
    <message>
        <source>Its pictures are set up in a way that is not known.</source>
        <translation>Die Bilder sind auf eine Art eingerichtet, die nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Its pictures begin their tables again more often than any do.</source>
        <translation>Die Bilder beginnen ihre Tabellen öfter neu als alle anderen.</translation>
    </message>
    <message>
        <source>Its pixels are stored in a way that cannot be covered. Export it as RGB first.</source>
        <translation>Die Pixel sind auf eine Art gespeichert, die sich nicht abdecken lässt. Exportiere das Bild zuerst als RGB.</translation>
    </message>
    <message>
        <source>Its pixels have bits that not all viewers show alike. Export it as PNG first.</source>
        <translation>Die Pixel haben Bits, die nicht alle Betrachter gleich zeigen. Exportiere das Bild zuerst als PNG.</translation>
    </message>
    <message>
        <source>Its pixels have no colours. Export it as PNG first.</source>
        <translation>Die Pixel haben keine Farben. Exportiere das Bild zuerst als PNG.</translation>
    </message>
    <message>
        <source>Its pixels have no colours. Export it as RGB first.</source>
        <translation>Die Pixel haben keine Farben. Exportiere das Bild zuerst als RGB.</translation>
    </message>
    <message>
        <source>Its pixels have {bits} bits, which Lenscap does not know.</source>
        <translation>Die Pixel haben {bits} Bit, was Lenscap nicht kennt.</translation>
    </message>
    <message>
        <source>Its place is {}</source>
        <translation>Der Ort ist {}</translation>
    </message>
    <message>
        <source>Its samples lie over each other, which those of no series do.</source>
        <translation>Die Proben liegen übereinander, was bei keiner Serie so ist.</translation>
    </message>
    <message>
        <source>Its sound is coded as “{codec}”, which Lenscap does not know.</source>
        <translation>Der Ton ist als „{codec}“ kodiert, was Lenscap nicht kennt.</translation>
    </message>
    <message>
        <source>Its values are longer than its file.</source>
        <translation>Die Werte sind länger als die Datei.</translation>
    </message>
    <message>
        <source>Its {marker} segment claims {number} bytes that it does not have.</source>
        <translation>Das {marker}-Segment gibt {number} Bytes an, die es nicht hat.</translation>
    </message>
    <message>
        <source>Its {number} frames are more than Lenscap decodes. Cut the animation first.</source>
        <translation>Die {number} Einzelbilder sind mehr, als Lenscap dekodiert. Schneide die Animation zuerst.</translation>
    </message>
    <message>
        <source>Its “av1C” box claims bytes that it does not have.</source>
        <translation>Der „av1C“-Teil gibt Bytes an, die er nicht hat.</translation>
    </message>
    <message>
        <source>Its “elst” box holds more or less than it claims.</source>
        <translation>Der „elst“-Teil enthält mehr oder weniger, als er angibt.</translation>
    </message>
    <message>
        <source>Its “esds” box does not say how its sound or picture is decoded.</source>
        <translation>Der „esds“-Teil sagt nicht, wie Ton oder Bild zu dekodieren sind.</translation>
    </message>
    <message>
        <source>Its “iloc” box is of a kind that does not exist.</source>
        <translation>Der „iloc“-Teil ist von einer Art, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Its “iloc” box says that a picture is where something else is.</source>
        <translation>Der „iloc“-Teil sagt, ein Bild sei dort, wo etwas anderes ist.</translation>
    </message>
    <message>
        <source>Its “iloc” box says twice where an item is.</source>
        <translation>Der „iloc“-Teil sagt zweimal, wo ein Teil ist.</translation>
    </message>
    <message>
        <source>Its “moov” box is longer than that of any series of pictures.</source>
        <translation>Der „moov“-Teil ist länger als bei jeder Bilderserie.</translation>
    </message>
    <message>
        <source>Its “sgpd” box claims bytes that it does not have.</source>
        <translation>Der „sgpd“-Teil gibt Bytes an, die er nicht hat.</translation>
    </message>
    <message>
        <source>Its “stsc” box claims {number} samples or more; there are {number2}.</source>
        <translation>Der „stsc“-Teil gibt {number} Proben oder mehr an; es gibt {number2}.</translation>
    </message>
    <message>
        <source>Its “stsc” box contradicts itself.</source>
        <translation>Der „stsc“-Teil widerspricht sich.</translation>
    </message>
    <message>
        <source>Its “stsc” box does not begin with the first chunk.</source>
        <translation>Der „stsc“-Teil beginnt nicht mit dem ersten Stück.</translation>
    </message>
    <message>
        <source>Its “stsd” box does not say how its samples are coded.</source>
        <translation>Der „stsd“-Teil sagt nicht, wie seine Proben kodiert sind.</translation>
    </message>
    <message>
        <source>Its “stz2” box claims sizes that it does not have.</source>
        <translation>Der „stz2“-Teil gibt Größen an, die er nicht hat.</translation>
    </message>
    <message>
        <source>Its “{codec}” box is too short.</source>
        <translation>Der „{codec}“-Teil ist zu kurz.</translation>
    </message>
    <message>
        <source>Its “{decode}” box is too short for what it should say.</source>
        <translation>Der „{decode}“-Teil ist zu kurz für das, was er sagen soll.</translation>
    </message>
    <message>
        <source>Its “{kind}” box claims {number} bytes; there are {number2}.</source>
        <translation>Der „{kind}“-Teil gibt {number} Bytes an; es gibt {number2}.</translation>
    </message>
    <message>
        <source>Its “{kind}” box contradicts itself.</source>
        <translation>Der „{kind}“-Teil widerspricht sich.</translation>
    </message>
    <message>
        <source>Its “{kind}” box ends early.</source>
        <translation>Der „{kind}“-Teil endet zu früh.</translation>
    </message>
    <message>
        <source>Its “{kind}” box is longer than that of any film.</source>
        <translation>Der „{kind}“-Teil ist länger als bei jedem Film.</translation>
    </message>
    <message>
        <source>Its “{kind}” chunk claims {number} bytes that it does not have.</source>
        <translation>Der „{kind}“-Teil gibt {number} Bytes an, die er nicht hat.</translation>
    </message>
    <message>
        <source>Its “{kind}” chunk is damaged: the checksum is wrong.</source>
        <translation>Der „{kind}“-Teil ist beschädigt: Die Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>Its “{kind}” does not say how its picture is made of others.</source>
        <translation>Der „{kind}“-Teil sagt nicht, wie sein Bild aus anderen besteht.</translation>
    </message>
    <message>
        <source>Its “{name}” box claims {number} bytes that it does not have.</source>
        <translation>Der „{name}“-Teil gibt {number} Bytes an, die er nicht hat.</translation>
    </message>
    <message>
        <source>JPEG comment</source>
        <translation>JPEG-Kommentar</translation>
    </message>
    <message>
        <source>Keywords: {}</source>
        <translation>Stichwörter: {}</translation>
    </message>
    <message>
        <source>Labor Day</source>
        <translation>Tag der Arbeit</translation>
    </message>
    <message>
        <source>Layer name</source>
        <translation>Name einer Ebene</translation>
    </message>
    <message>
        <source>Lenscap does not know this kind of file. Export it as JPEG, PNG or WebP first.</source>
        <translation>Lenscap kennt diese Art von Datei nicht. Exportiere sie zuerst als JPEG, PNG oder WebP.</translation>
    </message>
    <message>
        <source>Lenscap met a fault of its own. The original is unchanged.</source>
        <translation>Lenscap stieß auf einen eigenen Fehler. Das Original ist unverändert.</translation>
    </message>
    <message>
        <source>Lenscap&apos;s own file “{name}” is missing. Install Lenscap again.</source>
        <translation>Lenscaps eigene Datei „{name}“ fehlt. Installiere Lenscap noch einmal.</translation>
    </message>
    <message>
        <source>Liberty Day</source>
        <translation>Tag der Freiheit</translation>
    </message>
    <message>
        <source>Licensed by {}</source>
        <translation>Lizenziert von {}</translation>
    </message>
    <message>
        <source>Likely home: far from any town, photos on {number} nights</source>
        <translation>Vermutlich das Zuhause: weit weg von jeder Stadt, Fotos aus {number} Nächten</translation>
    </message>
    <message>
        <source>Likely home: {name}, photos on {number} nights</source>
        <translation>Vermutlich das Zuhause: {name}, Fotos aus {number} Nächten</translation>
    </message>
    <message>
        <source>Likely work: far from any town, photos on {number} working days</source>
        <translation>Vermutlich die Arbeit: weit weg von jeder Stadt, Fotos von {number} Arbeitstagen</translation>
    </message>
    <message>
        <source>Likely work: {name}, photos on {number} working days</source>
        <translation>Vermutlich die Arbeit: {name}, Fotos von {number} Arbeitstagen</translation>
    </message>
    <message>
        <source>Made at {name}</source>
        <translation>Gemacht bei {name}</translation>
    </message>
    <message>
        <source>Made by {}</source>
        <translation>Gemacht von {}</translation>
    </message>
    <message>
        <source>Made for the printer {}</source>
        <translation>Gemacht für den Drucker {}</translation>
    </message>
    <message>
        <source>Made in {name}</source>
        <translation>Gemacht in {name}</translation>
    </message>
    <message>
        <source>Made near {name}</source>
        <translation>Gemacht nahe {name}</translation>
    </message>
    <message>
        <source>Made on the computer {}</source>
        <translation>Gemacht auf dem Computer {}</translation>
    </message>
    <message>
        <source>Made {when}</source>
        <translation>Gemacht {when}</translation>
    </message>
    <message>
        <source>May Day</source>
        <translation>Erster Mai</translation>
    </message>
    <message>
        <source>Memorial Day</source>
        <translation>Gedenktag</translation>
    </message>
    <message>
        <source>Micro QR</source>
        <translation>Micro-QR</translation>
    </message>
    <message>
        <source>More categories: {}</source>
        <translation>Weitere Kategorien: {}</translation>
    </message>
    <message>
        <source>More of the XMP lies in another part of the file</source>
        <translation>Mehr vom XMP liegt in einem anderen Teil der Datei</translation>
    </message>
    <message>
        <source>More than 256 of its colours change at a time. Save it as WebP or APNG first.</source>
        <translation>Mehr als 256 der Farben ändern sich auf einmal. Speichere es als WebP oder APNG.</translation>
    </message>
    <message>
        <source>Motion clip</source>
        <translation>Bewegungsclip</translation>
    </message>
    <message>
        <source>Mountains</source>
        <translation>Berge</translation>
    </message>
    <message>
        <source>Multi-picture index</source>
        <translation>Verzeichnis mehrerer Bilder</translation>
    </message>
    <message>
        <source>Name of the colour profile</source>
        <translation>Name des Farbprofils</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>Nationalfeiertag</translation>
    </message>
    <message>
        <source>New Year&apos;s Day</source>
        <translation>Neujahr</translation>
    </message>
    <message>
        <source>New Year&apos;s Eve</source>
        <translation>Silvester</translation>
    </message>
    <message>
        <source>No Dask cluster answers at “{address}”. {instead}</source>
        <translation>Unter „{address}“ antwortet kein Dask-Cluster. {instead}</translation>
    </message>
    <message>
        <source>No picture of its film can be decoded.</source>
        <translation>Kein Bild des Films lässt sich dekodieren.</translation>
    </message>
    <message>
        <source>Not to be used after {}</source>
        <translation>Nicht zu verwenden nach {}</translation>
    </message>
    <message>
        <source>Notes on the document: {}</source>
        <translation>Notizen zum Dokument: {}</translation>
    </message>
    <message>
        <source>Numbers by which copies of the picture find each other</source>
        <translation>Nummern, über die Kopien des Bildes einander finden</translation>
    </message>
    <message>
        <source>Numbers in the colour profile that are no colours (“{tags}”)</source>
        <translation>Zahlen im Farbprofil, die keine Farben sind („{tags}“)</translation>
    </message>
    <message>
        <source>Numbers that describe an HDR gain map</source>
        <translation>Zahlen, die eine HDR-Gain-Map beschreiben</translation>
    </message>
    <message>
        <source>Of the {number} parts of its picture, only {number2} are there.</source>
        <translation>Von {number} Teilen des Bildes sind nur {number2} da.</translation>
    </message>
    <message>
        <source>One of its frames has no size.</source>
        <translation>Eines der Einzelbilder hat keine Größe.</translation>
    </message>
    <message>
        <source>One of its frames is empty.</source>
        <translation>Eines der Einzelbilder ist leer.</translation>
    </message>
    <message>
        <source>One of its pictures has no colours, or lies outside the area that is shown.</source>
        <translation>Eines der Bilder hat keine Farben oder liegt außerhalb der gezeigten Fläche.</translation>
    </message>
    <message>
        <source>One of its pictures has no size.</source>
        <translation>Eines der Bilder hat keine Größe.</translation>
    </message>
    <message>
        <source>One of its pictures is encrypted or lies in another file.</source>
        <translation>Eines der Bilder ist verschlüsselt oder liegt in einer anderen Datei.</translation>
    </message>
    <message>
        <source>One of its pictures is like something that it does not say.</source>
        <translation>Eines der Bilder gleicht etwas, das die Datei nicht nennt.</translation>
    </message>
    <message>
        <source>One of its pictures is made of others that it does not have.</source>
        <translation>Eines der Bilder besteht aus anderen, die die Datei nicht hat.</translation>
    </message>
    <message>
        <source>One of its pictures lies outside the area that is shown.</source>
        <translation>Eines der Bilder liegt außerhalb der gezeigten Fläche.</translation>
    </message>
    <message>
        <source>One of its pictures needs others to be decoded, which Lenscap cannot clean yet.</source>
        <translation>Eines der Bilder braucht andere, um dekodiert zu werden, was Lenscap noch nicht bereinigen kann.</translation>
    </message>
    <message>
        <source>One of its tracks has no tables.</source>
        <translation>Eine der Spuren hat keine Tabellen.</translation>
    </message>
    <message>
        <source>One of its tracks has no “{missing}” box.</source>
        <translation>Eine der Spuren hat keinen „{missing}“-Teil.</translation>
    </message>
    <message>
        <source>One of its tracks has two “{kind}” boxes.</source>
        <translation>Eine der Spuren hat zwei „{kind}“-Teile.</translation>
    </message>
    <message>
        <source>Other pictures inside the film, which players do not show ({number} bytes)</source>
        <translation>Weitere Bilder im Film, die Player nicht zeigen ({number} Bytes)</translation>
    </message>
    <message>
        <source>PNG PLTE</source>
        <translation>PNG-PLTE</translation>
    </message>
    <message>
        <source>Parts of it are called “{names}”</source>
        <translation>Teile davon heißen „{names}“</translation>
    </message>
    <message>
        <source>Parts of its picture lie over each other.</source>
        <translation>Teile des Bildes liegen übereinander.</translation>
    </message>
    <message>
        <source>Parts of its picture lie over its metadata.</source>
        <translation>Teile des Bildes liegen über den Metadaten.</translation>
    </message>
    <message>
        <source>Perhaps a Data Matrix code, which cannot be read</source>
        <translation>Vielleicht ein Data-Matrix-Code, der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Perhaps a MaxiCode, which cannot be read</source>
        <translation>Vielleicht ein MaxiCode, der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Perhaps a PDF417 code, which cannot be read</source>
        <translation>Vielleicht ein PDF417-Code, der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Perhaps a QR code, which cannot be read</source>
        <translation>Vielleicht ein QR-Code, der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Perhaps a bar code, which cannot be read</source>
        <translation>Vielleicht ein Strichcode, der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Perhaps a face</source>
        <translation>Vielleicht ein Gesicht</translation>
    </message>
    <message>
        <source>Perhaps a licence plate, {data}</source>
        <translation>Vielleicht ein Kennzeichen, {data}</translation>
    </message>
    <message>
        <source>Perhaps an Aztec code, which cannot be read</source>
        <translation>Vielleicht ein Aztec-Code, der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Perhaps text, which cannot be read</source>
        <translation>Vielleicht Text, der sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Perhaps the e-mail address {data}</source>
        <translation>Vielleicht die E-Mail-Adresse {data}</translation>
    </message>
    <message>
        <source>Perhaps the phone number {data}</source>
        <translation>Vielleicht die Telefonnummer {data}</translation>
    </message>
    <message>
        <source>Perhaps the text {data}</source>
        <translation>Vielleicht der Text {data}</translation>
    </message>
    <message>
        <source>Perhaps the text “{text}”</source>
        <translation>Vielleicht der Text „{text}“</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Haustiere</translation>
    </message>
    <message>
        <source>Pets, food, vehicles and sports cannot be told: that takes the object add-on.</source>
        <translation>Haustiere, Essen, Fahrzeuge und Sport lassen sich nicht erkennen: Dafür braucht es das Zusatzmodell für Dinge.</translation>
    </message>
    <message>
        <source>Photographed by {}</source>
        <translation>Fotografiert von {}</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Porträts</translation>
    </message>
    <message>
        <source>Portraits in another style</source>
        <translation>Porträts in anderem Stil</translation>
    </message>
    <message>
        <source>Portugal Day</source>
        <translation>Portugal-Tag</translation>
    </message>
    <message>
        <source>Processed with {}</source>
        <translation>Verarbeitet mit {}</translation>
    </message>
    <message>
        <source>Published by {}</source>
        <translation>Veröffentlicht von {}</translation>
    </message>
    <message>
        <source>Put on a computer {when}</source>
        <translation>Auf einen Computer geladen {when}</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Recorded with “{device}”</source>
        <translation>Aufgenommen mit „{device}“</translation>
    </message>
    <message>
        <source>Recorded {when}</source>
        <translation>Aufgenommen {when}</translation>
    </message>
    <message>
        <source>Reformation Day</source>
        <translation>Reformationstag</translation>
    </message>
    <message>
        <source>Republic Day</source>
        <translation>Tag der Republik</translation>
    </message>
    <message>
        <source>Restoration of Independence Day</source>
        <translation>Tag der Wiederherstellung der Unabhängigkeit</translation>
    </message>
    <message>
        <source>Saint Stephen&apos;s Day</source>
        <translation>Stephanstag</translation>
    </message>
    <message>
        <source>Screenshots</source>
        <translation>Bildschirmfotos</translation>
    </message>
    <message>
        <source>Second Day of Christmas</source>
        <translation>Zweiter Weihnachtstag</translation>
    </message>
    <message>
        <source>Sent {when}</source>
        <translation>Gesendet {when}</translation>
    </message>
    <message>
        <source>Something in Lenscap asked for the network, and was refused: nothing was sent. Please report this.</source>
        <translation>Etwas in Lenscap wollte das Netz nutzen und durfte nicht: Nichts wurde gesendet. Bitte melde das.</translation>
    </message>
    <message>
        <source>Something to cover could still be found in the copy after covering, so it was deleted.</source>
        <translation>Auch nach dem Abdecken fand sich in der Kopie noch etwas zum Abdecken, darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>Sports</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>Start it, or clean without --cluster.</source>
        <translation>Starte ihn oder bereinige ohne --cluster.</translation>
    </message>
    <message>
        <source>Tables that no scan needs</source>
        <translation>Tabellen, die kein Durchlauf braucht</translation>
    </message>
    <message>
        <source>Taken at the event {}</source>
        <translation>Aufgenommen bei der Veranstaltung {}</translation>
    </message>
    <message>
        <source>Taken at {name}</source>
        <translation>Aufgenommen bei {name}</translation>
    </message>
    <message>
        <source>Taken in {name}</source>
        <translation>Aufgenommen in {name}</translation>
    </message>
    <message>
        <source>Taken in “{name}”</source>
        <translation>Aufgenommen in „{name}“</translation>
    </message>
    <message>
        <source>Taken near {name}</source>
        <translation>Aufgenommen nahe {name}</translation>
    </message>
    <message>
        <source>Taken with a camera of the model {}</source>
        <translation>Aufgenommen mit einer Kamera des Modells {}</translation>
    </message>
    <message>
        <source>Taken with a camera that is sold as {}</source>
        <translation>Aufgenommen mit einer Kamera, die als {} verkauft wird</translation>
    </message>
    <message>
        <source>Taken with a lens of {reach} mm</source>
        <translation>Aufgenommen mit einem Objektiv von {reach} mm</translation>
    </message>
    <message>
        <source>Taken with a {name}</source>
        <translation>Kamera: {name}</translation>
    </message>
    <message>
        <source>Taken with an {name}</source>
        <translation>Kamera: {name}</translation>
    </message>
    <message>
        <source>Taken with the drone {}</source>
        <translation>Aufgenommen mit der Drohne {}</translation>
    </message>
    <message>
        <source>Taken with the lens {name}</source>
        <translation>Objektiv: {name}</translation>
    </message>
    <message>
        <source>Taken with {}</source>
        <translation>Aufgenommen mit {}</translation>
    </message>
    <message>
        <source>Taken {when}</source>
        <translation>Aufgenommen {when}</translation>
    </message>
    <message>
        <source>Terms of use are at {}</source>
        <translation>Nutzungsbedingungen unter {}</translation>
    </message>
    <message>
        <source>Terms of use: {}</source>
        <translation>Nutzungsbedingungen: {}</translation>
    </message>
    <message>
        <source>Text in its layers: {}</source>
        <translation>Text in den Ebenen: {}</translation>
    </message>
    <message>
        <source>Text in the pictures was not looked for: it tells birthdays, weddings and graduations.</source>
        <translation>Nach Text auf den Bildern wurde nicht gesucht: Er verrät Geburtstage, Hochzeiten und Abschlussfeiern.</translation>
    </message>
    <message>
        <source>Texts beside the film, as subtitles or chapters are: {texts}</source>
        <translation>Texte neben dem Film, wie Untertitel oder Kapitel: {texts}</translation>
    </message>
    <message>
        <source>Thanksgiving Day</source>
        <translation>Erntedankfest (Thanksgiving)</translation>
    </message>
    <message>
        <source>The Exif is damaged: parts of it cannot be read</source>
        <translation>Das Exif ist beschädigt: Teile davon lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>The Exif or TIFF header is cut off.</source>
        <translation>Der Kopf von Exif oder TIFF ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The IPTC data is damaged: {number} byte cannot be read</source>
        <translation>Die IPTC-Daten sind beschädigt: {number} Byte lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The IPTC data is damaged: {number} bytes cannot be read</source>
        <translation>Die IPTC-Daten sind beschädigt: {number} Bytes lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>The Photoshop data is damaged: {number} byte cannot be read</source>
        <translation>Die Photoshop-Daten sind beschädigt: {number} Byte lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The Photoshop data is damaged: {number} bytes cannot be read</source>
        <translation>Die Photoshop-Daten sind beschädigt: {number} Bytes lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>The Wi-Fi network {network}</source>
        <translation>Das WLAN {network}</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>Die Adresse</translation>
    </message>
    <message>
        <source>The address {data}</source>
        <translation>Die Adresse {data}</translation>
    </message>
    <message>
        <source>The bank account</source>
        <translation>Das Bankkonto</translation>
    </message>
    <message>
        <source>The bank account {data}</source>
        <translation>Das Bankkonto {data}</translation>
    </message>
    <message>
        <source>The bits of its colours make no sense.</source>
        <translation>Die Bits der Farben ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>The camera belongs to {}</source>
        <translation>Die Kamera gehört {}</translation>
    </message>
    <message>
        <source>The camera is called {}</source>
        <translation>Die Kamera heißt {}</translation>
    </message>
    <message>
        <source>The camera noted that no film belongs to the picture</source>
        <translation>Die Kamera hat vermerkt, dass kein Film zum Bild gehört</translation>
    </message>
    <message>
        <source>The camera was made by {}</source>
        <translation>Die Kamera wurde hergestellt von {}</translation>
    </message>
    <message>
        <source>The camera&apos;s counter is {}</source>
        <translation>Zähler der Kamera: {}</translation>
    </message>
    <message>
        <source>The camera&apos;s firmware is {}</source>
        <translation>Firmware der Kamera: {}</translation>
    </message>
    <message>
        <source>The camera&apos;s serial number is {}</source>
        <translation>Seriennummer der Kamera: {}</translation>
    </message>
    <message>
        <source>The cluster has no workers. {instead}</source>
        <translation>Der Cluster hat keine Arbeitsprozesse. {instead}</translation>
    </message>
    <message>
        <source>The code of its place is {}</source>
        <translation>Der Code des Ortes ist {}</translation>
    </message>
    <message>
        <source>The colour profile describes one particular display</source>
        <translation>Das Farbprofil beschreibt einen bestimmten Bildschirm</translation>
    </message>
    <message>
        <source>The colour profile is called {}</source>
        <translation>Das Farbprofil heißt {}</translation>
    </message>
    <message>
        <source>The colour profile is for a device made by {}</source>
        <translation>Das Farbprofil ist für ein Gerät von {}</translation>
    </message>
    <message>
        <source>The colour profile is for the device {}</source>
        <translation>Das Farbprofil ist für das Gerät {}</translation>
    </message>
    <message>
        <source>The colour profile was made {when}</source>
        <translation>Das Farbprofil wurde {when} erstellt</translation>
    </message>
    <message>
        <source>The content credentials are damaged</source>
        <translation>Die Inhaltsnachweise sind beschädigt</translation>
    </message>
    <message>
        <source>The content credentials name {when}</source>
        <translation>Die Inhaltsnachweise nennen {when}</translation>
    </message>
    <message>
        <source>The content credentials name “{raw}”</source>
        <translation>Die Inhaltsnachweise nennen „{raw}“</translation>
    </message>
    <message>
        <source>The copies would come into the folder that is watched. Choose another folder for them: one inside is fine.</source>
        <translation>Die Kopien kämen in den beobachteten Ordner. Wähle einen anderen Ordner für sie: Einer darin ist in Ordnung.</translation>
    </message>
    <message>
        <source>The copy could not be written: {why}.</source>
        <translation>Die Kopie konnte nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>The copy could not get its name: {why}.</source>
        <translation>Die Kopie konnte ihren Namen nicht bekommen: {why}.</translation>
    </message>
    <message>
        <source>The copy did not have the same blocks outside the covers, so it was deleted.</source>
        <translation>Die Kopie hatte außerhalb der Abdeckungen nicht dieselben Blöcke, darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>The copy did not have the timing of the original, so it was deleted.</source>
        <translation>Die Kopie hatte nicht den zeitlichen Ablauf des Originals, darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>The copy did not show the picture as the original does, so it was deleted.</source>
        <translation>Die Kopie zeigte das Bild nicht so wie das Original, darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>The copy did not show the same picture outside the covers, so it was deleted.</source>
        <translation>Die Kopie zeigte außerhalb der Abdeckungen nicht dasselbe Bild, darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>The copy held a block that it should not, so it was deleted.</source>
        <translation>Die Kopie enthielt einen Block, den sie nicht haben soll, darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>The copy still held a value ({where}), so it was deleted.</source>
        <translation>Die Kopie enthielt noch einen Wert ({where}), darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>The copy still held something ({where}), so it was deleted.</source>
        <translation>Die Kopie enthielt noch etwas ({where}), darum wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>The country of the mobile network has the code {value}</source>
        <translation>Das Land des Mobilfunknetzes hat den Code {value}</translation>
    </message>
    <message>
        <source>The data of its picture is damaged: it does not begin as a picture does.</source>
        <translation>Die Bilddaten sind beschädigt: Sie beginnen nicht wie ein Bild.</translation>
    </message>
    <message>
        <source>The data of its picture is damaged: it is made of more parts than any is.</source>
        <translation>Die Bilddaten sind beschädigt: Sie bestehen aus mehr Teilen als alle anderen.</translation>
    </message>
    <message>
        <source>The data of its picture is damaged: it is not that of one picture.</source>
        <translation>Die Bilddaten sind beschädigt: Sie sind nicht die eines einzigen Bildes.</translation>
    </message>
    <message>
        <source>The data of its picture is damaged: its parts do not fit together.</source>
        <translation>Die Bilddaten sind beschädigt: Ihre Teile passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The document&apos;s name is {}</source>
        <translation>Der Name des Dokuments ist {}</translation>
    </message>
    <message>
        <source>The documents it was made from: {}</source>
        <translation>Die Dokumente, aus denen es entstand: {}</translation>
    </message>
    <message>
        <source>The drone&apos;s serial number is {}</source>
        <translation>Seriennummer der Drohne: {}</translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation>Die E-Mail-Adresse</translation>
    </message>
    <message>
        <source>The e-mail address {data}</source>
        <translation>Die E-Mail-Adresse {data}</translation>
    </message>
    <message>
        <source>The face in “{name}” is too small or too unclear to be known again. {instead}</source>
        <translation>Das Gesicht in „{name}“ ist zu klein oder zu undeutlich, um wiedererkannt zu werden. {instead}</translation>
    </message>
    <message>
        <source>The face model is missing. Install Lenscap again.</source>
        <translation>Das Modell für Gesichter fehlt. Installiere Lenscap noch einmal.</translation>
    </message>
    <message>
        <source>The file ends early: {length} bytes are missing at byte {start}.</source>
        <translation>Die Datei endet zu früh: Bei Byte {start} fehlen {length} Bytes.</translation>
    </message>
    <message>
        <source>The file is called “{name}”</source>
        <translation>Die Datei heißt „{name}“</translation>
    </message>
    <message>
        <source>The film was changed {when}</source>
        <translation>Der Film wurde {when} geändert</translation>
    </message>
    <message>
        <source>The film was made {when}</source>
        <translation>Der Film wurde {when} erstellt</translation>
    </message>
    <message>
        <source>The folder for copies cannot be written to: {why}.</source>
        <translation>In den Ordner für Kopien kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>The frames of its animation are not in order.</source>
        <translation>Die Einzelbilder der Animation sind nicht in der richtigen Reihenfolge.</translation>
    </message>
    <message>
        <source>The header of its animation holds more than a header, or less.</source>
        <translation>Der Kopf der Animation enthält mehr oder weniger als einen Kopf.</translation>
    </message>
    <message>
        <source>The header of the colour profile holds what no well-known one does</source>
        <translation>Der Kopf des Farbprofils enthält, was kein bekanntes hat</translation>
    </message>
    <message>
        <source>The header of the colour profile holds what no well-known one does: {data}</source>
        <translation>Der Kopf des Farbprofils enthält, was kein bekanntes hat: {data}</translation>
    </message>
    <message>
        <source>The language of a track is “{language}”</source>
        <translation>Die Sprache einer Spur ist „{language}“</translation>
    </message>
    <message>
        <source>The layers the picture was made of, which may show what was covered later</source>
        <translation>Die Ebenen, aus denen das Bild entstand; sie können zeigen, was später abgedeckt wurde</translation>
    </message>
    <message>
        <source>The lens was made by {}</source>
        <translation>Das Objektiv wurde hergestellt von {}</translation>
    </message>
    <message>
        <source>The lens&apos;s serial number is {}</source>
        <translation>Seriennummer des Objektivs: {}</translation>
    </message>
    <message>
        <source>The list of towns is missing. Install Lenscap again.</source>
        <translation>Die Liste der Städte fehlt. Installiere Lenscap noch einmal.</translation>
    </message>
    <message>
        <source>The model cannot be kept: {lower}.</source>
        <translation>Das Modell kann nicht behalten werden: {lower}.</translation>
    </message>
    <message>
        <source>The model cannot be run.</source>
        <translation>Das Modell lässt sich nicht ausführen.</translation>
    </message>
    <message>
        <source>The model “{name}” does not answer as it should. Remove it and add it again.</source>
        <translation>Das Modell „{name}“ antwortet nicht, wie es soll. Entferne es und füge es neu hinzu.</translation>
    </message>
    <message>
        <source>The model “{name}” is missing or was altered. Install Lenscap again.</source>
        <translation>Das Modell „{name}“ fehlt oder wurde verändert. Installiere Lenscap noch einmal.</translation>
    </message>
    <message>
        <source>The model “{name}” is missing or was altered. Install Lenscap, or add the model, again.</source>
        <translation>Das Modell „{name}“ fehlt oder wurde verändert. Installiere Lenscap noch einmal oder füge das Modell neu hinzu.</translation>
    </message>
    <message>
        <source>The name is a camera&apos;s: its counter is {counter}</source>
        <translation>Name einer Kamera: Zähler {counter}</translation>
    </message>
    <message>
        <source>The name is a messenger&apos;s: “{name}”</source>
        <translation>Name eines Messengers: „{name}“</translation>
    </message>
    <message>
        <source>The name of the area is {}</source>
        <translation>Der Name der Gegend ist {}</translation>
    </message>
    <message>
        <source>The name says {when}</source>
        <translation>Der Name sagt {when}</translation>
    </message>
    <message>
        <source>The name “{names}” beside a face</source>
        <translation>Der Name „{names}“ bei einem Gesicht</translation>
    </message>
    <message>
        <source>The number that it has in common with a Live Photo: {}</source>
        <translation>Die Nummer, die es mit einem Live Photo gemeinsam hat: {}</translation>
    </message>
    <message>
        <source>The numbers of a gain map are cut short.</source>
        <translation>Die Zahlen einer Gain-Map sind abgeschnitten.</translation>
    </message>
    <message>
        <source>The outline of a person, cut out of the picture</source>
        <translation>Der Umriss einer Person, aus dem Bild ausgeschnitten</translation>
    </message>
    <message>
        <source>The page&apos;s name is {}</source>
        <translation>Der Name der Seite ist {}</translation>
    </message>
    <message>
        <source>The part of Lenscap that does the work does not start.</source>
        <translation>Der Teil von Lenscap, der die Arbeit macht, startet nicht.</translation>
    </message>
    <message>
        <source>The parts of its picture are not in order.</source>
        <translation>Die Teile des Bildes sind nicht in der richtigen Reihenfolge.</translation>
    </message>
    <message>
        <source>The payment card number</source>
        <translation>Die Nummer einer Zahlungskarte</translation>
    </message>
    <message>
        <source>The payment card number {data}</source>
        <translation>Die Nummer einer Zahlungskarte {data}</translation>
    </message>
    <message>
        <source>The phone number</source>
        <translation>Die Telefonnummer</translation>
    </message>
    <message>
        <source>The phone number {data}</source>
        <translation>Die Telefonnummer {data}</translation>
    </message>
    <message>
        <source>The photo “{name}”, which shall show a person, cannot be used. {error}</source>
        <translation>Das Foto „{name}“, das eine Person zeigen soll, kann nicht verwendet werden. {error}</translation>
    </message>
    <message>
        <source>The photo “{name}”, which shall show a person, shows {number}. {instead}</source>
        <translation>Das Foto „{name}“, das eine Person zeigen soll, zeigt {number}. {instead}</translation>
    </message>
    <message>
        <source>The picture&apos;s own number is {}</source>
        <translation>Die eigene Nummer des Bildes ist {}</translation>
    </message>
    <message>
        <source>The pictures of its series have other colour profiles than the one beside it.</source>
        <translation>Die Bilder der Serie haben andere Farbprofile als das daneben.</translation>
    </message>
    <message>
        <source>The places of its picture data are not numbers.</source>
        <translation>Die Orte der Bilddaten sind keine Zahlen.</translation>
    </message>
    <message>
        <source>The policy “{name}” asks for “{unknown}”, which does not exist.</source>
        <translation>Die Vorgabe „{name}“ verlangt „{unknown}“, was es nicht gibt.</translation>
    </message>
    <message>
        <source>The policy “{name}” cannot be read: {lower}.</source>
        <translation>Die Vorgabe „{name}“ kann nicht gelesen werden: {lower}.</translation>
    </message>
    <message>
        <source>The policy “{name}” has too many brackets in brackets.</source>
        <translation>Die Vorgabe „{name}“ hat zu viele Klammern in Klammern.</translation>
    </message>
    <message>
        <source>The policy “{name}” is not a TOML file: {error}.</source>
        <translation>Die Vorgabe „{name}“ ist keine TOML-Datei: {error}.</translation>
    </message>
    <message>
        <source>The policy “{name}” is not a text file. Save it as UTF-8 text, or choose another one.</source>
        <translation>Die Vorgabe „{name}“ ist keine Textdatei. Speichere sie als UTF-8-Text oder wähle eine andere.</translation>
    </message>
    <message>
        <source>The policy “{name}” starts from a preset that does not exist.</source>
        <translation>Die Vorgabe „{name}“ geht von einer Vorgabe aus, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The policy “{name}” wants to keep “{name2}” in a way that does not exist.</source>
        <translation>Die Vorgabe „{name}“ will „{name2}“ auf eine Art behalten, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The position came from {}</source>
        <translation>Die Position kam von {}</translation>
    </message>
    <message>
        <source>The position is accurate to {} m</source>
        <translation>Die Position ist auf {} m genau</translation>
    </message>
    <message>
        <source>The raw file was called {}</source>
        <translation>Die Rohdatei hieß {}</translation>
    </message>
    <message>
        <source>The recording was changed {when}</source>
        <translation>Die Aufnahme wurde {when} geändert</translation>
    </message>
    <message>
        <source>The recording was made {when}</source>
        <translation>Die Aufnahme wurde {when} erstellt</translation>
    </message>
    <message>
        <source>The role of the place: {}</source>
        <translation>Die Rolle des Ortes: {}</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>Der Lauf wurde angehalten.</translation>
    </message>
    <message>
        <source>The track was changed {when}</source>
        <translation>Die Spur wurde {when} geändert</translation>
    </message>
    <message>
        <source>The track was made {when}</source>
        <translation>Die Spur wurde {when} erstellt</translation>
    </message>
    <message>
        <source>The workers of the cluster have no Lenscap that answers. {instead}</source>
        <translation>Auf den Rechnern des Clusters antwortet kein Lenscap. {instead}</translation>
    </message>
    <message>
        <source>Thumbnail</source>
        <translation>Vorschaubild</translation>
    </message>
    <message>
        <source>To find the first picture of its film takes longer than Lenscap waits.</source>
        <translation>Das erste Bild des Films zu finden dauert länger, als Lenscap wartet.</translation>
    </message>
    <message>
        <source>To show the first picture of a film, Lenscap needs a part that is not installed ({needs}). Install Lenscap with its extra “film” (lenscap[film]); its README says how.</source>
        <translation>Um das erste Bild eines Films zu zeigen, braucht Lenscap einen Teil, der nicht installiert ist ({needs}). Installiere Lenscap mit dem Zusatz „film“ (lenscap[film]); die README sagt, wie.</translation>
    </message>
    <message>
        <source>To work on a cluster, Lenscap needs lenscap[cluster]. Install that first.</source>
        <translation>Um auf einem Cluster zu arbeiten, braucht Lenscap lenscap[cluster]. Installiere das zuerst.</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>Spur {number}</translation>
    </message>
    <message>
        <source>Track {number} {name}</source>
        <translation>Spur {number}, {name}</translation>
    </message>
    <message>
        <source>What did the work is gone. Finished copies are kept; the same command goes on where it was.</source>
        <translation>Was die Arbeit tat, ist weg. Fertige Kopien bleiben; derselbe Befehl macht dort weiter.</translation>
    </message>
    <message>
        <source>Working on it ended a worker, twice.</source>
        <translation>Die Arbeit daran hat zweimal einen Arbeitsprozess beendet.</translation>
    </message>
    <message>
        <source>between {when} and {when2}</source>
        <translation>zwischen {when} und {when2}</translation>
    </message>
    <message>
        <source>edited with {data}</source>
        <translation>bearbeitet mit {data}</translation>
    </message>
    <message>
        <source>facing {words}</source>
        <translation>Blick nach {words}</translation>
    </message>
    <message>
        <source>heading {words}</source>
        <translation>Richtung {words}</translation>
    </message>
    <message>
        <source>in {year}</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>made with {data}</source>
        <translation>gemacht mit {data}</translation>
    </message>
    <message>
        <source>no name is so far down</source>
        <translation>so tief liegt kein Name</translation>
    </message>
    <message>
        <source>of the file {data}</source>
        <translation>der Datei {data}</translation>
    </message>
    <message>
        <source>signed by {data}</source>
        <translation>unterschrieben von {data}</translation>
    </message>
    <message>
        <source>The satellites said {when}</source>
        <translation>Die Satelliten sagten {when}</translation>
    </message>
    <message>
        <source>For “{name}”, a policy can only say which boxes to keep, which to cover, and the details.</source>
        <translation>Für „{name}“ kann eine Vorgabe nur sagen, welche Rahmen bleiben, welche abgedeckt werden, und die Angaben.</translation>
    </message>
    <message>
        <source>For “{name}”, details is not a table of what goes and what stays.</source>
        <translation>Für „{name}“ ist details keine Tabelle dessen, was geht und was bleibt.</translation>
    </message>
    <message>
        <source>For “{name}”, details speaks of “{kind}”, which does not exist.</source>
        <translation>Für „{name}“ spricht details von „{kind}“, was es nicht gibt.</translation>
    </message>
    <message>
        <source>For “{name}”, details.{kind} is none of these: {ways}.</source>
        <translation>Für „{name}“ ist details.{kind} nichts davon: {ways}.</translation>
    </message>
    <message>
        <source>The copy could not get its name</source>
        <translation>Die Kopie konnte ihren Namen nicht bekommen</translation>
    </message>
    <message>
        <source>The path of a photo is no text that a policy file can hold. Choose another photo.</source>
        <translation>Der Pfad eines Fotos ist kein Text, den eine Vorgabendatei fassen kann. Wähle ein anderes Foto.</translation>
    </message>
    <message>
        <source>The policy “{name}” does not lie in Lenscap&apos;s folder, so it was not deleted.</source>
        <translation>Die Vorgabe „{name}“ liegt nicht in Lenscaps Ordner, darum wurde sie nicht gelöscht.</translation>
    </message>
    <message>
        <source>The policy “{stem}” cannot be saved: {why}. Nothing was changed.</source>
        <translation>Die Vorgabe „{stem}“ kann nicht gespeichert werden: {why}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The report could not be saved: a folder has that name. Choose another name.</source>
        <translation>Der Bericht konnte nicht gespeichert werden: Ein Ordner heißt schon so. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>The report could not be saved: {why}. Choose another place for it.</source>
        <translation>Der Bericht konnte nicht gespeichert werden: {why}. Wähle einen anderen Ort dafür.</translation>
    </message>
    <message>
        <source>The satellites said {}</source>
        <translation>Die Satelliten sagten {}</translation>
    </message>
    <message>
        <source>The secret key of a login with two factors</source>
        <translation>Der geheime Schlüssel einer Anmeldung mit zwei Faktoren</translation>
    </message>
    <message>
        <source>The set-up of its sound ends early.</source>
        <translation>Die Einrichtung des Tons endet zu früh.</translation>
    </message>
    <message>
        <source>The settings of a program: {}</source>
        <translation>Die Einstellungen eines Programms: {}</translation>
    </message>
    <message>
        <source>The size of its picture is missing or wrong.</source>
        <translation>Die Größe des Bildes fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The size of its strips or tiles is wrong.</source>
        <translation>Die Größe der Streifen oder Kacheln ist falsch.</translation>
    </message>
    <message>
        <source>The tags of a colour profile lie where they cannot.</source>
        <translation>Die Einträge eines Farbprofils liegen, wo sie nicht liegen können.</translation>
    </message>
    <message>
        <source>The text “{text}”</source>
        <translation>Der Text „{text}“</translation>
    </message>
    <message>
        <source>The web address</source>
        <translation>Die Webadresse</translation>
    </message>
    <message>
        <source>The web address {data}</source>
        <translation>Die Webadresse {data}</translation>
    </message>
    <message>
        <source>The words given to an image generator: “{text}”</source>
        <translation>Die Worte an einen Bildgenerator: „{text}“</translation>
    </message>
    <message>
        <source>There are too many policies called “{stem}”. Choose another name.</source>
        <translation>Es gibt zu viele Vorgaben namens „{stem}“. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no cover style “{style}”. Choose one of {styles}.</source>
        <translation>Es gibt keine Abdeckung „{style}“. Wähle eine von {styles}.</translation>
    </message>
    <message>
        <source>There is no model “{name}”. “lenscap models list” shows those that there are.</source>
        <translation>Es gibt kein Modell „{name}“. „lenscap models list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>There is no picture in it.</source>
        <translation>Es ist kein Bild darin.</translation>
    </message>
    <message>
        <source>There is no picture in its first directory.</source>
        <translation>Im ersten Verzeichnis ist kein Bild.</translation>
    </message>
    <message>
        <source>There is no policy “{name}”. Choose one of {presets}, or a file that ends in .toml.</source>
        <translation>Es gibt keine Vorgabe „{name}“. Wähle eine von {presets} oder eine Datei, die auf .toml endet.</translation>
    </message>
    <message>
        <source>There is text in it where only numbers belong.</source>
        <translation>Es steht Text darin, wo nur Zahlen hingehören.</translation>
    </message>
    <message>
        <source>These bytes do not begin as Exif or TIFF does.</source>
        <translation>Diese Bytes beginnen nicht wie Exif oder TIFF.</translation>
    </message>
    <message>
        <source>These bytes do not begin as a colour profile does.</source>
        <translation>Diese Bytes beginnen nicht wie ein Farbprofil.</translation>
    </message>
    <message>
        <source>This photo hides a video</source>
        <translation>Dieses Foto enthält versteckt ein Video</translation>
    </message>
    <message>
        <source>This photo hides a video with sound</source>
        <translation>Dieses Foto enthält versteckt ein Video mit Ton</translation>
    </message>
    <message>
        <source>This photo hides a {number} s video</source>
        <translation>Dieses Foto enthält versteckt ein Video von {number} s</translation>
    </message>
    <message>
        <source>This photo hides a {number} s video with sound</source>
        <translation>Dieses Foto enthält versteckt ein Video von {number} s mit Ton</translation>
    </message>
    <message>
        <source>Tickets and codes</source>
        <translation>Tickets und Codes</translation>
    </message>
    <message>
        <source>Time code</source>
        <translation>Zeitcode</translation>
    </message>
    <message>
        <source>To be credited: {}</source>
        <translation>Zu nennen: {}</translation>
    </message>
    <message>
        <source>To be published {when}</source>
        <translation>Zu veröffentlichen {when}</translation>
    </message>
    <message>
        <source>To cover parts of it, the picture was encoded again as {name}, at a high quality.</source>
        <translation>Um Teile abzudecken, wurde das Bild neu kodiert: als {name}, in hoher Qualität.</translation>
    </message>
    <message>
        <source>To cover parts of it, the picture was encoded again as {name}, at its own quality.</source>
        <translation>Um Teile abzudecken, wurde das Bild neu kodiert: als {name}, in seiner eigenen Qualität.</translation>
    </message>
    <message>
        <source>To cover parts of it, the picture was encoded again as {name}; outside the covers every pixel is the same.</source>
        <translation>Um Teile abzudecken, wurde das Bild neu kodiert: als {name}; außerhalb der Abdeckungen ist jeder Pixel gleich.</translation>
    </message>
    <message>
        <source>To cover parts of it, the picture was encoded again, at a high quality.</source>
        <translation>Um Teile abzudecken, wurde das Bild neu kodiert, in hoher Qualität.</translation>
    </message>
    <message>
        <source>To cover parts of it, the picture was encoded again, at its own quality.</source>
        <translation>Um Teile abzudecken, wurde das Bild neu kodiert, in seiner eigenen Qualität.</translation>
    </message>
    <message>
        <source>To cover parts of it, the picture was encoded again; outside the covers every pixel is the same.</source>
        <translation>Um Teile abzudecken, wurde das Bild neu kodiert; außerhalb der Abdeckungen ist jeder Pixel gleich.</translation>
    </message>
    <message>
        <source>To find {name} in pictures, Lenscap needs a part that is not installed ({missing}). Install Lenscap with its extra “text” (lenscap[text]); its README says how.</source>
        <translation>Um {name} auf Bildern zu finden, braucht Lenscap einen Teil, der nicht installiert ist ({missing}). Installiere Lenscap mit dem Zusatz „text“ (lenscap[text]); die README sagt, wie.</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Trip to {name}</source>
        <translation>Reise nach {name}</translation>
    </message>
    <message>
        <source>Trip to {name}, {length}</source>
        <translation>Reise nach {name}, {length}</translation>
    </message>
    <message>
        <source>Trip, {length}</source>
        <translation>Reise, {length}</translation>
    </message>
    <message>
        <source>Two controls before one of its pictures contradict each other.</source>
        <translation>Zwei Steuerungen vor einem der Bilder widersprechen sich.</translation>
    </message>
    <message>
        <source>Two of its items have the same number, or there are more than any picture has.</source>
        <translation>Zwei der Teile haben dieselbe Nummer, oder es sind mehr als bei jedem Bild.</translation>
    </message>
    <message>
        <source>Two of its tracks have the same number.</source>
        <translation>Zwei der Spuren haben dieselbe Nummer.</translation>
    </message>
    <message>
        <source>Under “{name}” no faces are covered. Rules about people need “faces” or “everything”.</source>
        <translation>Mit „{name}“ werden keine Gesichter abgedeckt. Regeln über Personen brauchen „faces“ oder „everything“.</translation>
    </message>
    <message>
        <source>Unused media data</source>
        <translation>Ungenutzte Mediendaten</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Fahrzeuge</translation>
    </message>
    <message>
        <source>Veterans Day</source>
        <translation>Veteranentag</translation>
    </message>
    <message>
        <source>Victory Day</source>
        <translation>Tag des Sieges</translation>
    </message>
    <message>
        <source>Was there in {name}</source>
        <translation>War dort, in {name}</translation>
    </message>
    <message>
        <source>Was there near {name}</source>
        <translation>War dort, nahe {name}</translation>
    </message>
    <message>
        <source>Was there {when}</source>
        <translation>War dort {when}</translation>
    </message>
    <message>
        <source>WebP VP8X</source>
        <translation>WebP-VP8X</translation>
    </message>
    <message>
        <source>Wedding</source>
        <translation>Hochzeit</translation>
    </message>
    <message>
        <source>Weekend in {name}</source>
        <translation>Wochenende in {name}</translation>
    </message>
    <message>
        <source>What an encoder left for itself</source>
        <translation>Was ein Encoder für sich hinterließ</translation>
    </message>
    <message>
        <source>What it describes is not a picture.</source>
        <translation>Was beschrieben wird, ist kein Bild.</translation>
    </message>
    <message>
        <source>What should stay does not fit into a JPEG segment. Choose to keep less.</source>
        <translation>Was bleiben soll, passt nicht in ein JPEG-Segment. Wähle, weniger zu behalten.</translation>
    </message>
    <message>
        <source>What the phone noted behind the picture: {fields}</source>
        <translation>Was das Handy hinter dem Bild notiert hat: {fields}</translation>
    </message>
    <message>
        <source>What the sensors of the camera measured: {names}</source>
        <translation>Was die Sensoren der Kamera gemessen haben: {names}</translation>
    </message>
    <message>
        <source>What was done to it: {}</source>
        <translation>Was damit gemacht wurde: {}</translation>
    </message>
    <message>
        <source>What was done to the picture: {}</source>
        <translation>Was mit dem Bild gemacht wurde: {}</translation>
    </message>
    <message>
        <source>What “{name}” takes away cannot be said in a policy file.</source>
        <translation>Was „{name}“ wegnimmt, lässt sich in einer Vorgabendatei nicht sagen.</translation>
    </message>
    <message>
        <source>Where on the map the picture lies</source>
        <translation>Wo das Bild auf der Landkarte liegt</translation>
    </message>
    <message>
        <source>Which faces are the same person&apos;s was not looked at.</source>
        <translation>Welche Gesichter dieselbe Person zeigen, wurde nicht verglichen.</translation>
    </message>
    <message>
        <source>Whit Monday</source>
        <translation>Pfingstmontag</translation>
    </message>
    <message>
        <source>Whit Sunday</source>
        <translation>Pfingstsonntag</translation>
    </message>
    <message>
        <source>Who and what the film shows: Lenscap does not look at that yet</source>
        <translation>Wer und was im Film zu sehen ist: Danach sucht Lenscap noch nicht</translation>
    </message>
    <message>
        <source>With the help of {}</source>
        <translation>Mit Hilfe von {}</translation>
    </message>
    <message>
        <source>Working on its picture ended the part of Lenscap that did it.</source>
        <translation>Die Arbeit am Bild beendete den Teil von Lenscap, der sie tat.</translation>
    </message>
    <message>
        <source>Working on its picture takes longer than Lenscap waits.</source>
        <translation>Die Arbeit am Bild dauert länger, als Lenscap wartet.</translation>
    </message>
    <message>
        <source>Written anew</source>
        <translation>Neu geschrieben</translation>
    </message>
    <message>
        <source>Written by Android {}</source>
        <translation>Geschrieben von Android {}</translation>
    </message>
    <message>
        <source>Written by {}</source>
        <translation>Geschrieben von {}</translation>
    </message>
    <message>
        <source>Written by “{text}”</source>
        <translation>Geschrieben von „{text}“</translation>
    </message>
    <message>
        <source>Written with a program that calls it “{words}”</source>
        <translation>Geschrieben mit einem Programm, das es „{words}“ nennt</translation>
    </message>
    <message>
        <source>a Canon camera&apos;s own records</source>
        <translation>eigenen Aufzeichnungen einer Canon-Kamera</translation>
    </message>
    <message>
        <source>a Canon raw photo (CR3)</source>
        <translation>ein Canon-Rohfoto (CR3)</translation>
    </message>
    <message>
        <source>a DJI drone&apos;s own records</source>
        <translation>eigenen Aufzeichnungen einer DJI-Drohne</translation>
    </message>
    <message>
        <source>a DirectDraw surface (DDS)</source>
        <translation>eine DirectDraw-Oberfläche (DDS)</translation>
    </message>
    <message>
        <source>a Flash film (FLV)</source>
        <translation>ein Flash-Film (FLV)</translation>
    </message>
    <message>
        <source>a Fujifilm raw photo (RAF)</source>
        <translation>ein Fujifilm-Rohfoto (RAF)</translation>
    </message>
    <message>
        <source>a GIMP picture (XCF)</source>
        <translation>ein GIMP-Bild (XCF)</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>ein JPEG-2000-Bild</translation>
    </message>
    <message>
        <source>a JPEG XR picture</source>
        <translation>ein JPEG-XR-Bild</translation>
    </message>
    <message>
        <source>a Matroska or WebM film</source>
        <translation>ein Matroska- oder WebM-Film</translation>
    </message>
    <message>
        <source>a Minolta raw photo (MRW)</source>
        <translation>ein Minolta-Rohfoto (MRW)</translation>
    </message>
    <message>
        <source>a Netpbm picture (PPM, PGM, PBM, PAM)</source>
        <translation>ein Netpbm-Bild (PPM, PGM, PBM, PAM)</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Panasonic or Leica raw photo (RW2)</source>
        <translation>ein Panasonic- oder Leica-Rohfoto (RW2)</translation>
    </message>
    <message>
        <source>a Photoshop document (PSD)</source>
        <translation>ein Photoshop-Dokument (PSD)</translation>
    </message>
    <message>
        <source>a PostScript or Illustrator drawing (EPS, AI)</source>
        <translation>eine PostScript- oder Illustrator-Zeichnung (EPS, AI)</translation>
    </message>
    <message>
        <source>a QOI picture</source>
        <translation>ein QOI-Bild</translation>
    </message>
    <message>
        <source>a Radiance picture (HDR)</source>
        <translation>ein Radiance-Bild (HDR)</translation>
    </message>
    <message>
        <source>a Sigma raw photo (X3F)</source>
        <translation>ein Sigma-Rohfoto (X3F)</translation>
    </message>
    <message>
        <source>a Sony camera&apos;s own records</source>
        <translation>eigenen Aufzeichnungen einer Sony-Kamera</translation>
    </message>
    <message>
        <source>a Windows Media film or recording (WMV, ASF, WMA)</source>
        <translation>ein Windows-Media-Film oder eine solche Tonaufnahme (WMV, ASF, WMA)</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>a camera&apos;s own records</source>
        <translation>eigenen Aufzeichnungen einer Kamera</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>a depth map</source>
        <translation>eine Tiefenkarte</translation>
    </message>
    <message>
        <source>a drone&apos;s own records</source>
        <translation>eigenen Aufzeichnungen einer Drohne</translation>
    </message>
    <message>
        <source>a gain map</source>
        <translation>eine Gain-Map</translation>
    </message>
    <message>
        <source>a large copy</source>
        <translation>eine große Kopie</translation>
    </message>
    <message>
        <source>a large copy for a screen</source>
        <translation>eine große Kopie für einen Bildschirm</translation>
    </message>
    <message>
        <source>a large copy of 640 × 480 pixels or so</source>
        <translation>eine große Kopie von etwa 640 × 480 Pixeln</translation>
    </message>
    <message>
        <source>a message to</source>
        <translation>einer Nachricht an</translation>
    </message>
    <message>
        <source>a part of a panorama</source>
        <translation>ein Teil eines Panoramas</translation>
    </message>
    <message>
        <source>a picture from another angle</source>
        <translation>ein Bild aus einem anderen Winkel</translation>
    </message>
    <message>
        <source>a program for sound can take out what it tells</source>
        <translation>ein Tonprogramm kann herausnehmen, was sie verrät</translation>
    </message>
    <message>
        <source>a program&apos;s own records</source>
        <translation>eigenen Aufzeichnungen eines Programms</translation>
    </message>
    <message>
        <source>a sound recording (FLAC)</source>
        <translation>eine Tonaufnahme (FLAC)</translation>
    </message>
    <message>
        <source>a sound recording (MP3)</source>
        <translation>eine Tonaufnahme (MP3)</translation>
    </message>
    <message>
        <source>a sound recording (WAV)</source>
        <translation>eine Tonaufnahme (WAV)</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a web page (HTML)</source>
        <translation>eine Webseite (HTML)</translation>
    </message>
    <message>
        <source>accurate to {number} m</source>
        <translation>auf {number} m genau</translation>
    </message>
    <message>
        <source>an AVI film</source>
        <translation>ein AVI-Film</translation>
    </message>
    <message>
        <source>an Apple icon (ICNS)</source>
        <translation>ein Apple-Symbol (ICNS)</translation>
    </message>
    <message>
        <source>an HDR gain map</source>
        <translation>eine HDR-Gain-Map</translation>
    </message>
    <message>
        <source>an MPEG film</source>
        <translation>ein MPEG-Film</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>ein Office-Dokument</translation>
    </message>
    <message>
        <source>an Ogg film or recording</source>
        <translation>ein Ogg-Film oder eine solche Tonaufnahme</translation>
    </message>
    <message>
        <source>an Olympus raw photo (ORF)</source>
        <translation>ein Olympus-Rohfoto (ORF)</translation>
    </message>
    <message>
        <source>an OpenEXR picture</source>
        <translation>ein OpenEXR-Bild</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an archive (7Z, RAR, GZ)</source>
        <translation>ein Archiv (7Z, RAR, GZ)</translation>
    </message>
    <message>
        <source>an icon or a mouse pointer (ICO, CUR)</source>
        <translation>ein Symbol oder ein Mauszeiger (ICO, CUR)</translation>
    </message>
    <message>
        <source>an older Canon raw photo (CRW)</source>
        <translation>ein älteres Canon-Rohfoto (CRW)</translation>
    </message>
    <message>
        <source>an older Office document or a message (OLE)</source>
        <translation>ein älteres Office-Dokument oder eine Nachricht (OLE)</translation>
    </message>
    <message>
        <source>another viewpoint</source>
        <translation>ein anderer Blickpunkt</translation>
    </message>
    <message>
        <source>colour profile</source>
        <translation>Farbprofil</translation>
    </message>
    <message>
        <source>data that are called {data}</source>
        <translation>Daten namens {data}</translation>
    </message>
    <message>
        <source>data that are called “{codec}”</source>
        <translation>Daten namens „{codec}“</translation>
    </message>
    <message>
        <source>east</source>
        <translation>Osten</translation>
    </message>
    <message>
        <source>export a JPEG from it first</source>
        <translation>exportiere daraus zuerst ein JPEG</translation>
    </message>
    <message>
        <source>export it as JPEG or PNG first</source>
        <translation>exportiere es zuerst als JPEG oder PNG</translation>
    </message>
    <message>
        <source>export it as MP4 first</source>
        <translation>exportiere es zuerst als MP4</translation>
    </message>
    <message>
        <source>export its pages as PNG first</source>
        <translation>exportiere die Seiten zuerst als PNG</translation>
    </message>
    <message>
        <source>export what it shows as PNG first</source>
        <translation>exportiere das Gezeigte zuerst als PNG</translation>
    </message>
    <message>
        <source>far from any town</source>
        <translation>weit weg von jeder Stadt</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>flash fired</source>
        <translation>mit Blitz</translation>
    </message>
    <message>
        <source>from the file “{paths}”</source>
        <translation>aus der Datei „{paths}“</translation>
    </message>
    <message>
        <source>gain map</source>
        <translation>Gain-Map</translation>
    </message>
    <message>
        <source>hints for sending it</source>
        <translation>Hinweisen zum Senden</translation>
    </message>
    <message>
        <source>how sure the depths are</source>
        <translation>wie gewiss die Tiefen sind</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>im {month}</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>its name cannot be used</source>
        <translation>der Name kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>knots</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>mostly at weekends</source>
        <translation>meist am Wochenende</translation>
    </message>
    <message>
        <source>mostly in the evening</source>
        <translation>meist abends</translation>
    </message>
    <message>
        <source>mostly in {most}</source>
        <translation>meist in {most}</translation>
    </message>
    <message>
        <source>moving at {number} {unit}</source>
        <translation>in Bewegung mit {number} {unit}</translation>
    </message>
    <message>
        <source>multi-picture index</source>
        <translation>Verzeichnis mehrerer Bilder</translation>
    </message>
    <message>
        <source>no face for sure</source>
        <translation>kein Gesicht mit Gewissheit</translation>
    </message>
    <message>
        <source>no flash</source>
        <translation>ohne Blitz</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>keine solche Datei und kein solcher Ordner</translation>
    </message>
    <message>
        <source>north</source>
        <translation>Norden</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>Nordosten</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>Nordwesten</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>on working days only</source>
        <translation>nur an Arbeitstagen</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>am {day}</translation>
    </message>
    <message>
        <source>one</source>
        <translation>einem</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>nur zum Lesen eingebundenes Dateisystem</translation>
    </message>
    <message>
        <source>recovery data of a GoPro camera</source>
        <translation>Wiederherstellungsdaten einer GoPro-Kamera</translation>
    </message>
    <message>
        <source>save its pictures and clean those</source>
        <translation>speichere die Bilder darin und bereinige diese</translation>
    </message>
    <message>
        <source>settings of a camera</source>
        <translation>Einstellungen einer Kamera</translation>
    </message>
    <message>
        <source>south</source>
        <translation>Süden</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>Südosten</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>Südwesten</translation>
    </message>
    <message>
        <source>take the photos out of it and clean those</source>
        <translation>nimm die Fotos heraus und bereinige diese</translation>
    </message>
    <message>
        <source>the e-mail address</source>
        <translation>der E-Mail-Adresse</translation>
    </message>
    <message>
        <source>the original, before it was edited</source>
        <translation>das Original, vor der Bearbeitung</translation>
    </message>
    <message>
        <source>the phone number</source>
        <translation>der Telefonnummer</translation>
    </message>
    <message>
        <source>the picture itself</source>
        <translation>das Bild selbst</translation>
    </message>
    <message>
        <source>the position</source>
        <translation>der Position</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>west</source>
        <translation>Westen</translation>
    </message>
    <message>
        <source>{day} at {clock}</source>
        <translation>{day}, {clock}</translation>
    </message>
    <message>
        <source>{latest} so far</source>
        <translation>{latest} bis jetzt</translation>
    </message>
    <message>
        <source>{name} is in {number} photos</source>
        <translation>{name} ist auf {number} Fotos</translation>
    </message>
    <message>
        <source>{name}, again and again</source>
        <translation>{name}, immer wieder</translation>
    </message>
    <message>
        <source>{number} byte in the Exif that nothing leads to</source>
        <translation>{number} Byte im Exif, zu dem nichts führt</translation>
    </message>
    <message>
        <source>{number} byte in the colour profile that are no colours</source>
        <translation>{number} Byte im Farbprofil, das keine Farbe ist</translation>
    </message>
    <message>
        <source>{number} byte in the colour profile that are no colours: {data}</source>
        <translation>{number} Byte im Farbprofil, das keine Farbe ist: {data}</translation>
    </message>
    <message>
        <source>{number} byte in the colour profile that nothing leads to</source>
        <translation>{number} Byte im Farbprofil, zu dem nichts führt</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} Bytes</translation>
    </message>
    <message>
        <source>{number} bytes in the Exif that nothing leads to</source>
        <translation>{number} Bytes im Exif, zu denen nichts führt</translation>
    </message>
    <message>
        <source>{number} bytes in the colour profile that are no colours</source>
        <translation>{number} Bytes im Farbprofil, die keine Farben sind</translation>
    </message>
    <message>
        <source>{number} bytes in the colour profile that are no colours: {data}</source>
        <translation>{number} Bytes im Farbprofil, die keine Farben sind: {data}</translation>
    </message>
    <message>
        <source>{number} bytes in the colour profile that nothing leads to</source>
        <translation>{number} Bytes im Farbprofil, zu denen nichts führt</translation>
    </message>
    <message>
        <source>{number} bytes of a camera&apos;s own records</source>
        <translation>{number} Bytes eigener Aufzeichnungen einer Kamera</translation>
    </message>
    <message>
        <source>{number} bytes that the picture does not need</source>
        <translation>{number} Bytes, die das Bild nicht braucht</translation>
    </message>
    <message>
        <source>{number} clips</source>
        <translation>{number} Clips</translation>
    </message>
    <message>
        <source>{number} codes</source>
        <translation>{number} Codes</translation>
    </message>
    <message>
        <source>{number} damaged bytes</source>
        <translation>{number} beschädigte Bytes</translation>
    </message>
    <message>
        <source>{number} empty bytes</source>
        <translation>{number} leere Bytes</translation>
    </message>
    <message>
        <source>{number} faces</source>
        <translation>{number} Gesichter</translation>
    </message>
    <message>
        <source>{number} faces appear in {number2} photos</source>
        <translation>{number} Gesichter erscheinen in {number2} Fotos</translation>
    </message>
    <message>
        <source>{number} faces appear once</source>
        <translation>{number} Gesichter erscheinen einmal</translation>
    </message>
    <message>
        <source>{number} m above sea level</source>
        <translation>{number} m über dem Meer</translation>
    </message>
    <message>
        <source>{number} m below sea level</source>
        <translation>{number} m unter dem Meeresspiegel</translation>
    </message>
    <message>
        <source>{number} mm</source>
        <translation>{number} mm</translation>
    </message>
    <message>
        <source>{number} more detail of Photoshop ({fields})</source>
        <translation>{number} weitere Angabe von Photoshop ({fields})</translation>
    </message>
    <message>
        <source>{number} more details of Photoshop ({fields})</source>
        <translation>{number} weitere Angaben von Photoshop ({fields})</translation>
    </message>
    <message>
        <source>{number} more technical detail ({fields})</source>
        <translation>{number} weitere technische Angabe ({fields})</translation>
    </message>
    <message>
        <source>{number} more technical details ({fields})</source>
        <translation>{number} weitere technische Angaben ({fields})</translation>
    </message>
    <message>
        <source>{number} nights</source>
        <translation>{number} Nächte</translation>
    </message>
    <message>
        <source>{number} objects</source>
        <translation>{number} Dinge</translation>
    </message>
    <message>
        <source>{number} photos</source>
        <translation>{number} Fotos</translation>
    </message>
    <message>
        <source>{number} photos without a date are in no event.</source>
        <translation>{number} Fotos ohne Datum gehören zu keinem Ereignis.</translation>
    </message>
    <message>
        <source>{number} pixels that were cut off: no viewer shows them, but they are still in the file</source>
        <translation>{number} Pixel, die abgeschnitten wurden: Kein Betrachter zeigt sie, aber sie sind noch in der Datei</translation>
    </message>
    <message>
        <source>{number} positions</source>
        <translation>{number} Positionen</translation>
    </message>
    <message>
        <source>{number} s that were cut off: no player shows them, but they are still in the file</source>
        <translation>{number} s, die abgeschnitten wurden: Kein Player zeigt sie, aber sie sind noch in der Datei</translation>
    </message>
    <message>
        <source>{number} texts</source>
        <translation>{number} Texte</translation>
    </message>
    <message>
        <source>{number} × {number2} pixels</source>
        <translation>{number} × {number2} Pixel</translation>
    </message>
    <message>
        <source>{pair} and {pair2} are together in {number} photos</source>
        <translation>{pair} und {pair2} sind zusammen auf {number} Fotos</translation>
    </message>
    <message>
        <source>{reason} The original is unchanged.</source>
        <translation>{reason} Das Original ist unverändert.</translation>
    </message>
    <message>
        <source>{sentence} ({number} × {number2} pixels)</source>
        <translation>{sentence} ({number} × {number2} Pixel)</translation>
    </message>
    <message>
        <source>{sentence} ({number} × {number2} pixels, larger than this one)</source>
        <translation>{sentence} ({number} × {number2} Pixel, größer als dieses)</translation>
    </message>
    <message>
        <source>{sentence} ({number} × {number2} pixels, of another shape than this one)</source>
        <translation>{sentence} ({number} × {number2} Pixel, von anderer Form als dieses)</translation>
    </message>
    <message>
        <source>{symbol} with the web address “{text}”</source>
        <translation>{symbol} mit der Webadresse „{text}“</translation>
    </message>
    <message>
        <source>{symbol} with {what} “{value}”</source>
        <translation>{symbol} mit {what} „{value}“</translation>
    </message>
    <message>
        <source>{symbol} with “{text}”</source>
        <translation>{symbol} mit „{text}“</translation>
    </message>
    <message>
        <source>{when}, {clock}–{clock2}</source>
        <translation>{when}, {clock}–{clock2}</translation>
    </message>
    <message>
        <source>{when}, {clock}–{clock2}, {name}</source>
        <translation>{when}, {clock}–{clock2}, {name}</translation>
    </message>
    <message>
        <source>{where} GPS</source>
        <translation>{where}: GPS</translation>
    </message>
    <message>
        <source>{where} GeoTIFF</source>
        <translation>{where}: GeoTIFF</translation>
    </message>
    <message>
        <source>{where} XML</source>
        <translation>{where}: XML</translation>
    </message>
    <message>
        <source>{where} XMP</source>
        <translation>{where}: XMP</translation>
    </message>
    <message>
        <source>{where} encoder</source>
        <translation>{where}: Encoder</translation>
    </message>
    <message>
        <source>{where} handler</source>
        <translation>{where}: Handler</translation>
    </message>
    <message>
        <source>{where} layers</source>
        <translation>{where}: Ebenen</translation>
    </message>
    <message>
        <source>{where} maker note</source>
        <translation>{where}: Herstellernotiz</translation>
    </message>
    <message>
        <source>{where} page {value}</source>
        <translation>{where}: Seite {value}</translation>
    </message>
    <message>
        <source>{where} segment</source>
        <translation>{where}-Segment</translation>
    </message>
    <message>
        <source>{where} thumbnail</source>
        <translation>{where}: Vorschaubild</translation>
    </message>
    <message>
        <source>{where}, Samsung</source>
        <translation>{where}, Samsung</translation>
    </message>
    <message>
        <source>{where}, picture</source>
        <translation>{where}, Bild</translation>
    </message>
    <message>
        <source>{where}, picture {number}</source>
        <translation>{where}, Bild {number}</translation>
    </message>
    <message>
        <source>{where}, video</source>
        <translation>{where}, Video</translation>
    </message>
    <message>
        <source>{where}, {name}</source>
        <translation>{where}, {name}</translation>
    </message>
    <message>
        <source>“{name}” cannot be deleted: {lower}.</source>
        <translation>„{name}“ kann nicht gelöscht werden: {lower}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {lower}.</source>
        <translation>„{name}“ kann nicht gelesen werden: {lower}.</translation>
    </message>
    <message>
        <source>“{name}” is no model that can be run. Get it again.</source>
        <translation>„{name}“ ist kein Modell, das sich ausführen lässt. Hole es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is not a TOML file.</source>
        <translation>„{name}“ ist keine TOML-Datei.</translation>
    </message>
    <message>
        <source>“{name}” is not a report, and stays as it is. Choose another name for the report.</source>
        <translation>„{name}“ ist kein Bericht und bleibt, wie es ist. Wähle einen anderen Namen für den Bericht.</translation>
    </message>
    <message>
        <source>“{name}” is not the file whose hash stands in “{stem}.toml”. Get it again.</source>
        <translation>„{name}“ ist nicht die Datei, deren Prüfsumme in „{stem}.toml“ steht. Hole sie noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is not the model that Lenscap knows, and there is no “{name2}” that describes it.</source>
        <translation>„{name}“ ist nicht das Modell, das Lenscap kennt, und es gibt keine Datei „{name2}“, die es beschreibt.</translation>
    </message>
    <message>
        <source>“{name}” is too large for a model.</source>
        <translation>„{name}“ ist zu groß für ein Modell.</translation>
    </message>
    <message>
        <source>“{name}” is too large for a policy. Choose a TOML file made for Lenscap.</source>
        <translation>„{name}“ ist zu groß für eine Vorgabe. Wähle eine TOML-Datei, die für Lenscap gemacht ist.</translation>
    </message>
    <message>
        <source>“{name}” needs “labels”: a list of short names, in the order of the model.</source>
        <translation>„{name}“ braucht „labels“: eine Liste kurzer Namen, in der Reihenfolge des Modells.</translation>
    </message>
    <message>
        <source>“{name}” needs “sha256”, and “side”: a number of pixels that 32 divides.</source>
        <translation>„{name}“ braucht „sha256“ und „side“: eine Zahl von Pixeln, die sich durch 32 teilen lässt.</translation>
    </message>
    <message>
        <source>“{name}” takes or gives something else than a YOLOX detector of that description.</source>
        <translation>„{name}“ nimmt oder gibt etwas anderes als ein YOLOX-Detektor dieser Beschreibung.</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Something went wrong inside Lenscap</source>
        <translation>In Lenscap ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Your photos were not changed, and you can go on. The report below names no file of yours; copy it if you want to tell somebody who can mend this.</source>
        <translation>Deine Fotos wurden nicht verändert, und du kannst weitermachen. Der Bericht unten nennt keine deiner Dateien; kopiere ihn, wenn du jemandem davon erzählen willst, der das beheben kann.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy, HH:mm</source>
        <translation>ddd, d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>{day}–{last_day}</source>
        <translation>{day}.–{last_day}</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Cover</source>
        <translation>Abdecken</translation>
    </message>
    <message>
        <source>Cover or keep</source>
        <translation>Abdecken oder zeigen</translation>
    </message>
    <message>
        <source>Cover {name} in {n} photos</source>
        <translation>{name} in {n} Fotos abdecken</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Drop old areas</source>
        <translation>Alte Bereiche verwerfen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Keep {name} in {n} photos</source>
        <translation>{name} in {n} Fotos zeigen</translation>
    </message>
    <message>
        <source>Move a box</source>
        <translation>Rahmen verschieben</translation>
    </message>
</context>
<context>
    <name>Decoding</name>
    <message>
        <source>It ends the part of Lenscap that decodes pictures. It may be damaged; it was not changed.</source>
        <translation>Es beendet den Teil von Lenscap, der Bilder dekodiert. Vielleicht ist es beschädigt; verändert wurde es nicht.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Fotos wählen</translation>
    </message>
    <message>
        <source>Lenscap</source>
        <translation>Lenscap</translation>
    </message>
    <message>
        <source>Lenscap goes on with “Share safely”.</source>
        <translation>Lenscap macht mit „Sicher teilen“ weiter.</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>1 detail</source>
        <translation>1 Angabe</translation>
    </message>
    <message>
        <source>1 face</source>
        <translation>1 Gesicht</translation>
    </message>
    <message>
        <source>1 small copy</source>
        <translation>1 kleine Kopie</translation>
    </message>
    <message>
        <source>1 still visible</source>
        <translation>1 noch sichtbar</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 Video</translation>
    </message>
    <message>
        <source>A picture always shows what is in it: places, things, clothes, signs.</source>
        <translation>Ein Bild zeigt immer, was darauf ist: Orte, Dinge, Kleidung, Schilder.</translation>
    </message>
    <message>
        <source>An app with access to your whole camera roll can still read the originals.</source>
        <translation>Eine App mit Zugriff auf all deine Fotos kann die Originale weiterhin lesen.</translation>
    </message>
    <message>
        <source>Dates in {m} photos</source>
        <translation>Aufnahmedaten in {m} Fotos</translation>
    </message>
    <message>
        <source>Devices in {m} photos</source>
        <translation>Geräte in {m} Fotos</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>It took {m} min {s} s.</source>
        <translation>Es dauerte {m} min {s} s.</translation>
    </message>
    <message>
        <source>It took {s} s.</source>
        <translation>Es dauerte {s} s.</translation>
    </message>
    <message>
        <source>Names in 1 photo</source>
        <translation>Namen in 1 Foto</translation>
    </message>
    <message>
        <source>Names in {m} photos</source>
        <translation>Namen in {m} Fotos</translation>
    </message>
    <message>
        <source>Not covered: left visible by the preset or by you.</source>
        <translation>Nicht abgedeckt: von der Vorgabe oder von dir sichtbar gelassen.</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Positions in {m} photos</source>
        <translation>Positionen in {m} Fotos</translation>
    </message>
    <message>
        <source>Share the copies, not the originals</source>
        <translation>Teile die Kopien, nicht die Originale</translation>
    </message>
    <message>
        <source>Switch that off</source>
        <translation>Das ausschalten</translation>
    </message>
    <message>
        <source>The copies are called what the originals are called.</source>
        <translation>Die Kopien heißen wie die Originale.</translation>
    </message>
    <message>
        <source>The date in 1 photo</source>
        <translation>Das Aufnahmedatum in 1 Foto</translation>
    </message>
    <message>
        <source>The device in 1 photo</source>
        <translation>Das Gerät in 1 Foto</translation>
    </message>
    <message>
        <source>The picture itself</source>
        <translation>Das Bild selbst</translation>
    </message>
    <message>
        <source>The position in 1 photo</source>
        <translation>Die Position in 1 Foto</translation>
    </message>
    <message>
        <source>The preset that you chose keeps this.</source>
        <translation>Die gewählte Vorgabe behält das.</translation>
    </message>
    <message>
        <source>There is no copy. The originals tell what they told before.</source>
        <translation>Es gibt keine Kopie. Die Originale verraten, was sie vorher verraten haben.</translation>
    </message>
    <message>
        <source>What stays visible</source>
        <translation>Was sichtbar bleibt</translation>
    </message>
    <message>
        <source>date removed</source>
        <translation>Aufnahmedatum entfernt</translation>
    </message>
    <message>
        <source>dates removed</source>
        <translation>Aufnahmedaten entfernt</translation>
    </message>
    <message>
        <source>face covered</source>
        <translation>Gesicht abgedeckt</translation>
    </message>
    <message>
        <source>faces covered</source>
        <translation>Gesichter abgedeckt</translation>
    </message>
    <message>
        <source>hidden extra removed</source>
        <translation>versteckte Beigabe entfernt</translation>
    </message>
    <message>
        <source>hidden extras removed</source>
        <translation>versteckte Beigaben entfernt</translation>
    </message>
    <message>
        <source>no copy carries one</source>
        <translation>keine Kopie trägt etwas davon</translation>
    </message>
    <message>
        <source>photo without device and names</source>
        <translation>Foto ohne Gerät und Namen</translation>
    </message>
    <message>
        <source>photos without device and names</source>
        <translation>Fotos ohne Gerät und Namen</translation>
    </message>
    <message>
        <source>position removed</source>
        <translation>Position entfernt</translation>
    </message>
    <message>
        <source>positions removed</source>
        <translation>Positionen entfernt</translation>
    </message>
    <message>
        <source>text removed or covered</source>
        <translation>Text entfernt oder abgedeckt</translation>
    </message>
    <message>
        <source>texts removed or covered</source>
        <translation>Texte entfernt oder abgedeckt</translation>
    </message>
    <message>
        <source>theme removed</source>
        <translation>Thema entfernt</translation>
    </message>
    <message>
        <source>themes removed</source>
        <translation>Themen entfernt</translation>
    </message>
    <message>
        <source>{n} details</source>
        <translation>{n} Angaben</translation>
    </message>
    <message>
        <source>{n} faces</source>
        <translation>{n} Gesichter</translation>
    </message>
    <message>
        <source>{n} faces in {m} photos</source>
        <translation>{n} Gesichter in {m} Fotos</translation>
    </message>
    <message>
        <source>{n} small copies</source>
        <translation>{n} kleine Kopien</translation>
    </message>
    <message>
        <source>{n} still visible</source>
        <translation>{n} noch sichtbar</translation>
    </message>
    <message>
        <source>{n} texts</source>
        <translation>{n} Texte</translation>
    </message>
    <message>
        <source>{n} texts in {m} photos</source>
        <translation>{n} Texte in {m} Fotos</translation>
    </message>
    <message>
        <source>{n} videos</source>
        <translation>{n} Videos</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>1 of {total} photos is ready to share</source>
        <translation>1 von {total} Fotos ist bereit zum Teilen</translation>
    </message>
    <message>
        <source>1 photo is ready to share</source>
        <translation>1 Foto ist bereit zum Teilen</translation>
    </message>
    <message>
        <source>All {n} photos are ready to share</source>
        <translation>Alle {n} Fotos sind bereit zum Teilen</translation>
    </message>
    <message>
        <source>Back to photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Checked: each copy was read again and none of the removed details was found.</source>
        <translation>Geprüft: Jede Kopie wurde noch einmal gelesen, und keine der entfernten Angaben fand sich darin.</translation>
    </message>
    <message>
        <source>Cleaning was stopped before the first copy was finished.</source>
        <translation>Das Bereinigen wurde angehalten, bevor die erste Kopie fertig war.</translation>
    </message>
    <message>
        <source>No copy was made of these {n} photos</source>
        <translation>Von diesen {n} Fotos entstand keine Kopie</translation>
    </message>
    <message>
        <source>No copy was made of this photo</source>
        <translation>Von diesem Foto entstand keine Kopie</translation>
    </message>
    <message>
        <source>No photo was cleaned</source>
        <translation>Kein Foto wurde bereinigt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>See what is left</source>
        <translation>Ansehen, was übrig ist</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The folder could not be opened. It is {folder}.</source>
        <translation>Der Ordner ließ sich nicht öffnen. Er ist hier: {folder}.</translation>
    </message>
    <message>
        <source>The reasons are below. The originals were not changed.</source>
        <translation>Die Gründe stehen unten. Die Originale wurden nicht verändert.</translation>
    </message>
    <message>
        <source>There was nothing to remove. Each was copied as it is, and the copy was read again.</source>
        <translation>Es gab nichts zu entfernen. Jedes wurde kopiert, wie es ist, und die Kopie noch einmal gelesen.</translation>
    </message>
    <message>
        <source>{n} of {total} photos are ready to share</source>
        <translation>{n} von {total} Fotos sind bereit zum Teilen</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose photos…</source>
        <translation>Fotos wählen…</translation>
    </message>
    <message>
        <source>Drop photos or a folder here</source>
        <translation>Fotos oder einen Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Drop photos or a folder here. Lenscap shows what they tell about you</source>
        <translation>Fotos oder Ordner hier ablegen. Lenscap zeigt, was sie verraten,</translation>
    </message>
    <message>
        <source>See what a cloud would see</source>
        <translation>Was eine Cloud sähe</translation>
    </message>
    <message>
        <source>and lets you cover it before you upload.</source>
        <translation>und lässt dich abdecken, was du willst, vor dem Hochladen.</translation>
    </message>
</context>
<context>
    <name>DropOutline</name>
    <message>
        <source>Drop to clean these, too</source>
        <translation>Loslassen, um auch diese zu bereinigen</translation>
    </message>
    <message>
        <source>Drop to see what they tell</source>
        <translation>Loslassen, um zu sehen, was sie verraten</translation>
    </message>
</context>
<context>
    <name>Exposure</name>
    <message>
        <source>Device and identity</source>
        <translation>Gerät und Identität</translation>
    </message>
    <message>
        <source>Hidden extras</source>
        <translation>Versteckte Beigaben</translation>
    </message>
    <message>
        <source>Readable text</source>
        <translation>Lesbarer Text</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>device or identity</source>
        <translation>Gerät oder Identität</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>hidden extras</source>
        <translation>versteckte Beigaben</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>themes</source>
        <translation>Themen</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message>
        <source>Blurred</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Abgedeckt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept (your choice)</source>
        <translation>Behalten (deine Wahl)</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Stays (part of the picture)</source>
        <translation>Bleibt (Teil des Bildes)</translation>
    </message>
    <message>
        <source>{rest} (made vaguer)</source>
        <translation>{rest} (gröber gemacht)</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Nach Ort</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Bereinigt</translation>
    </message>
    <message>
        <source>Groups: {choice}</source>
        <translation>Gruppen: {choice}</translation>
    </message>
    <message>
        <source>Hidden extras</source>
        <translation>Verstecktes</translation>
    </message>
    <message>
        <source>In the 30-day window</source>
        <translation>Im 30-Tage-Fenster</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Order: {choice}</source>
        <translation>Reihenfolge: {choice}</translation>
    </message>
    <message>
        <source>Size of the photos</source>
        <translation>Größe der Fotos</translation>
    </message>
    <message>
        <source>With faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>With location</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>With text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <source>Could not be deleted: {n}. Look at who owns Lenscap&apos;s folders.</source>
        <translation>Konnte nicht gelöscht werden: {n}. Sieh nach, wem Lenscaps Ordner gehören.</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget everything?</source>
        <translation>Alles vergessen?</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Lenscap</source>
        <translation>Lenscap</translation>
    </message>
    <message>
        <source>Not everything is gone</source>
        <translation>Nicht alles ist weg</translation>
    </message>
    <message>
        <source>Nothing was remembered.</source>
        <translation>Es war nichts gemerkt.</translation>
    </message>
    <message>
        <source>Other files about photos: {n}.</source>
        <translation>Andere Dateien über Fotos: {n}.</translation>
    </message>
    <message>
        <source>People are still remembered</source>
        <translation>Personen sind noch gemerkt</translation>
    </message>
    <message>
        <source>People could not be forgotten just now. “Forget everything” lets them go with all the rest.</source>
        <translation>Personen konnten gerade nicht vergessen werden. Mit „Alles vergessen“ gehen sie mit allem anderen.</translation>
    </message>
    <message>
        <source>Recent folders: {n}.</source>
        <translation>Zuletzt geöffnete Ordner: {n}.</translation>
    </message>
    <message>
        <source>What was seen in photos, which copies were made, what you decided about photos, people who are remembered, and the list of recent folders go. Your photos, your copies, your settings and models that you added stay.</source>
        <translation>Was auf Fotos gesehen wurde, welche Kopien entstanden, was du über Fotos entschieden hast, gemerkte Personen und die Liste zuletzt geöffneter Ordner werden gelöscht. Deine Fotos, deine Kopien, deine Einstellungen und hinzugefügte Modelle bleiben.</translation>
    </message>
    <message>
        <source>What was seen in photos: {size}.</source>
        <translation>Was auf Fotos gesehen wurde: {size}.</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>No date in the photo</source>
        <translation>Kein Datum im Foto</translation>
    </message>
    <message>
        <source>No place in the photo</source>
        <translation>Kein Ort im Foto</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>About the last 30 days are taken. Themes (pets, weddings, graduations, birthdays, travel) may reach older photos.</source>
        <translation>Etwa die letzten 30 Tage werden genommen. Themen (Haustiere, Hochzeiten, Abschlussfeiern, Geburtstage, Reisen) können ältere Fotos erreichen.</translation>
    </message>
    <message>
        <source>Ads and training</source>
        <translation>Werbung und Training</translation>
    </message>
    <message>
        <source>After switching off</source>
        <translation>Nach dem Ausschalten</translation>
    </message>
    <message>
        <source>Article 21 of the {law} lets you object to AI training on your public posts and your chats with the AI. It does not switch camera roll processing off.</source>
        <translation>Artikel 21 der {law} lässt dich dem KI-Training mit deinen öffentlichen Beiträgen und deinen Chats mit der KI widersprechen. Die Verarbeitung der Fotogalerie schaltet das nicht aus.</translation>
    </message>
    <message>
        <source>As of {month}</source>
        <translation>Stand: {month}</translation>
    </message>
    <message>
        <source>Asks the company not to train its AI on your public posts and your chats with it.</source>
        <translation>Fordert das Unternehmen auf, seine KI nicht mit deinen öffentlichen Beiträgen und deinen Chats mit ihr zu trainieren.</translation>
    </message>
    <message>
        <source>Camera roll sharing suggestions</source>
        <translation>Vorschläge aus der Fotogalerie</translation>
    </message>
    <message>
        <source>Clean with Lenscap</source>
        <translation>Mit Lenscap bereinigen</translation>
    </message>
    <message>
        <source>Cloud processing</source>
        <translation>Verarbeitung in der Cloud</translation>
    </message>
    <message>
        <source>Does not change the originals on your phone, and does not stop their upload.</source>
        <translation>Ändert die Originale auf deinem Handy nicht und hält ihr Hochladen nicht auf.</translation>
    </message>
    <message>
        <source>Does not delete what was uploaded before. If you let it see chosen photos, it can read those.</source>
        <translation>Löscht nicht, was schon hochgeladen ist. Wenn du ausgewählte Fotos erlaubst, kann die App diese lesen.</translation>
    </message>
    <message>
        <source>Does not switch camera roll processing off. For that, do the steps above.</source>
        <translation>Schaltet die Verarbeitung der Fotogalerie nicht aus. Dafür sind die Schritte oben da.</translation>
    </message>
    <message>
        <source>Does not take photo access away from the app, and does not reach what you posted or shared.</source>
        <translation>Nimmt der App nicht den Zugriff auf Fotos und reicht nicht bis zu dem, was du gepostet oder geteilt hast.</translation>
    </message>
    <message>
        <source>Don’t allow</source>
        <translation>Nicht zulassen</translation>
    </message>
    <message>
        <source>EU and UK</source>
        <translation>EU und Großbritannien</translation>
    </message>
    <message>
        <source>Ends the processing of your camera roll in the cloud. What was uploaded goes after 30 days.</source>
        <translation>Beendet die Verarbeitung deiner Fotogalerie in der Cloud. Was hochgeladen war, verschwindet nach 30 Tagen.</translation>
    </message>
    <message>
        <source>Find camera roll</source>
        <translation>Fotogalerie finden</translation>
    </message>
    <message>
        <source>GDPR</source>
        <translation>DSGVO</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>How far back it goes</source>
        <translation>Wie weit es zurückreicht</translation>
    </message>
    <message>
        <source>If the form has moved, look for “object” in the app’s Privacy Centre.</source>
        <translation>Falls das Formular umgezogen ist, suche im Datenschutzbereich der App nach „Widerspruch“.</translation>
    </message>
    <message>
        <source>In the US and Canada from 17 October 2025, but not in Illinois and Texas. In the EU and the UK from 16 April 2026. The company calls it opt-in.</source>
        <translation>In den USA und Kanada ab 17. Oktober 2025, aber nicht in Illinois und Texas. In der EU und in Großbritannien ab 16. April 2026. Das Unternehmen nennt es freiwillig („opt-in“).</translation>
    </message>
    <message>
        <source>In the app on your phone, tap the three lines.</source>
        <translation>Tippe in der App auf deinem Handy auf die drei Striche.</translation>
    </message>
    <message>
        <source>In the phone’s Settings: Apps → the app → Permissions → Photos and videos → Don’t allow. Names as in Android 14; they differ by maker.</source>
        <translation>In den Einstellungen des Handys: Apps → die App → Berechtigungen → Fotos und Videos → Nicht zulassen. Namen wie in Android 14; sie unterscheiden sich je nach Hersteller.</translation>
    </message>
    <message>
        <source>In the phone’s Settings: Privacy &amp; Security → Photos → the app → None. Names as in iOS 17.</source>
        <translation>In den Einstellungen des Handys: Datenschutz &amp; Sicherheit → Fotos → die App → Keine. Namen wie in iOS 17.</translation>
    </message>
    <message>
        <source>Lenscap cannot stop the phone’s upload</source>
        <translation>Lenscap kann das Hochladen vom Handy nicht aufhalten</translation>
    </message>
    <message>
        <source>Makes copies without position, names and serial numbers, with the faces you choose covered.</source>
        <translation>Macht Kopien ohne Position, Namen und Seriennummern, mit abgedeckten Gesichtern nach deiner Wahl.</translation>
    </message>
    <message>
        <source>Media and facial features are analysed. The date and the presence of people or objects are used.</source>
        <translation>Medien und Gesichtsmerkmale werden analysiert. Das Datum und ob Personen oder Dinge da sind, wird genutzt.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Widersprechen</translation>
    </message>
    <message>
        <source>Objection under Article 21 of the {law}

I object to the use of my personal data for the training and improvement of AI. This concerns all that I have posted publicly (posts, photos and their captions, comments) and what I have written in chats with your AI, in all accounts that are mine.

My reason: [in your own words]

Please end this use and confirm it in writing within one month (Article 12(3) of the {law}).

Name: [your name]
E-mail address of the account: [your address]
Date: [today]
</source>
        <translation>Widerspruch nach Artikel 21 der {law}

Ich widerspreche der Nutzung meiner personenbezogenen Daten für das Training und die Verbesserung von KI. Das betrifft alles, was ich öffentlich gepostet habe (Beiträge, Fotos und ihre Bildunterschriften, Kommentare), und was ich in Chats mit Ihrer KI geschrieben habe, in allen Konten, die mir gehören.

Mein Grund: [in deinen eigenen Worten]

Bitte beenden Sie diese Nutzung und bestätigen Sie das innerhalb eines Monats schriftlich (Artikel 12 Absatz 3 der {law}).

Name: [dein Name]
E-Mail-Adresse des Kontos: [deine Adresse]
Datum: [heute]
</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Open Camera roll sharing suggestions.</source>
        <translation>Öffne „Camera roll sharing suggestions“ (Vorschläge aus deiner Fotogalerie).</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Originals left on the phone stay eligible. That changes on the phone only, with the steps below.</source>
        <translation>Originale, die auf dem Handy bleiben, können weiter genommen werden. Das ändert sich nur auf dem Handy, mit den Schritten unten.</translation>
    </message>
    <message>
        <source>Photos and videos of the camera roll go to the company’s cloud “on an ongoing basis”, chosen by time, location or themes. Back come ideas “like collages, recaps, AI restylings, or photo themes”.</source>
        <translation>Fotos und Videos der Fotogalerie gehen „on an ongoing basis“ (laufend) in die Cloud des Unternehmens, ausgewählt nach Zeit, Ort oder Themen. Zurück kommen Ideen „like collages, recaps, AI restylings, or photo themes“ (wie Collagen, Rückblicke, KI-Umgestaltungen oder Fotothemen).</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Step 5</source>
        <translation>Schritt 5</translation>
    </message>
    <message>
        <source>Steps 1 to 4</source>
        <translation>Schritte 1 bis 4</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Switch both off</source>
        <translation>Beide ausschalten</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Take photo access away</source>
        <translation>Zugriff auf Fotos nehmen</translation>
    </message>
    <message>
        <source>Tap Settings &amp; privacy, then Settings.</source>
        <translation>Tippe auf „Einstellungen und Privatsphäre“, dann auf „Einstellungen“.</translation>
    </message>
    <message>
        <source>The company says: not used for ads, and not for training “unless you choose to edit this media with our AI tools, or share”.</source>
        <translation>Das Unternehmen sagt: nicht für Werbung und nicht für Training genutzt, „unless you choose to edit this media with our AI tools, or share“ (außer du bearbeitest diese Medien mit seinen KI-Werkzeugen oder teilst sie).</translation>
    </message>
    <message>
        <source>The phone gives the app no photos, even if a toggle is turned on again.</source>
        <translation>Das Handy gibt der App keine Fotos, auch wenn ein Schalter wieder eingeschaltet wird.</translation>
    </message>
    <message>
        <source>There are two toggles on that page. Turn both off.</source>
        <translation>Auf dieser Seite sind zwei Schalter. Schalte beide aus.</translation>
    </message>
    <message>
        <source>This right is part of the law of the EU and the UK. The steps above do not depend on it.</source>
        <translation>Dieses Recht gehört zum Recht der EU und Großbritanniens. Die Schritte oben hängen nicht davon ab.</translation>
    </message>
    <message>
        <source>UK GDPR</source>
        <translation>UK-DSGVO</translation>
    </message>
    <message>
        <source>What Lenscap cannot do</source>
        <translation>Was Lenscap nicht kann</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Was angesehen wird</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>What it does not do</source>
        <translation>Was es nicht tut</translation>
    </message>
    <message>
        <source>What people agree to</source>
        <translation>Wozu Leute zustimmen</translation>
    </message>
    <message>
        <source>What was uploaded goes after 30 days.</source>
        <translation>Was hochgeladen war, verschwindet nach 30 Tagen.</translation>
    </message>
    <message>
        <source>Where it is offered</source>
        <translation>Wo es angeboten wird</translation>
    </message>
    <message>
        <source>You send the letter yourself, in the company’s form. Keep the date. If no answer comes within one month, you can turn to the authority for privacy in your country.</source>
        <translation>Den Brief schickst du selbst, im Formular des Unternehmens. Merke dir das Datum. Kommt innerhalb eines Monats keine Antwort, kannst du dich an die Datenschutzbehörde deines Landes wenden.</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>Five steps on your phone, in the app that offers “Camera roll sharing suggestions”.</source>
        <translation>Fünf Schritte auf deinem Handy, in der App, die „Camera roll sharing suggestions“ (Vorschläge aus deiner Fotogalerie) anbietet.</translation>
    </message>
    <message>
        <source>Names can differ a little. Tick a number when it is done; ticks are not stored.</source>
        <translation>Namen können etwas abweichen. Hake eine Nummer ab, wenn sie erledigt ist; die Haken werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Switch camera roll processing off</source>
        <translation>Verarbeitung der Fotogalerie ausschalten</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation>Dein Handy</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Drag all {n} copies from here</source>
        <translation>Alle {n} Kopien von hier ziehen</translation>
    </message>
    <message>
        <source>Drag the copy from here</source>
        <translation>Die Kopie von hier ziehen</translation>
    </message>
    <message>
        <source>Into a mail, a browser or a folder.</source>
        <translation>In eine Mail, einen Browser oder einen Ordner.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Names of the columns</source>
        <translation>Namen der Spalten</translation>
    </message>
    <message>
        <source>No photo chosen</source>
        <translation>Kein Foto ausgewählt</translation>
    </message>
    <message>
        <source>What you choose here holds for all of them.</source>
        <translation>Was du hier wählst, gilt für alle davon.</translation>
    </message>
    <message>
        <source>{n} photos selected</source>
        <translation>{n} Fotos ausgewählt</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Back to photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Abdecken</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Next face</source>
        <translation>Nächstes Gesicht</translation>
    </message>
    <message>
        <source>Previous, next</source>
        <translation>Zurück, weiter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Auf 100 % zoomen</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>1 detail readable in this photo</source>
        <translation>1 Angabe in diesem Foto lesbar</translation>
    </message>
    <message>
        <source>A clean copy was saved</source>
        <translation>Eine bereinigte Kopie wurde gespeichert</translation>
    </message>
    <message>
        <source>Another program changed it after you decided which areas are covered. Open it to see whether they are still where they should be.</source>
        <translation>Ein anderes Programm hat es geändert, nachdem du entschieden hast, welche Bereiche abgedeckt werden. Öffne es und sieh nach, ob sie noch stimmen.</translation>
    </message>
    <message>
        <source>Choose a photo to see what it tells.</source>
        <translation>Wähle ein Foto, um zu sehen, was es verrät.</translation>
    </message>
    <message>
        <source>Details of the photo</source>
        <translation>Angaben zum Foto</translation>
    </message>
    <message>
        <source>Faces have not been looked for yet.</source>
        <translation>Nach Gesichtern wurde noch nicht gesucht.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Lenscap read the file and looked for faces, text and codes.</source>
        <translation>Lenscap hat die Datei gelesen und nach Gesichtern, Text und Codes gesucht.</translation>
    </message>
    <message>
        <source>Lenscap read the file and looked for faces.</source>
        <translation>Lenscap hat die Datei gelesen und nach Gesichtern gesucht.</translation>
    </message>
    <message>
        <source>Lenscap read the file. Faces have not been looked for yet.</source>
        <translation>Lenscap hat die Datei gelesen. Nach Gesichtern wurde noch nicht gesucht.</translation>
    </message>
    <message>
        <source>No copy was made</source>
        <translation>Es entstand keine Kopie</translation>
    </message>
    <message>
        <source>No details found in these photos</source>
        <translation>In diesen Fotos wurde nichts gefunden</translation>
    </message>
    <message>
        <source>No details found in this photo</source>
        <translation>In diesem Foto wurde nichts gefunden</translation>
    </message>
    <message>
        <source>Of {photos} it is not known yet.</source>
        <translation>Von {photos} ist es noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Reading this photo…</source>
        <translation>Dieses Foto wird gelesen…</translation>
    </message>
    <message>
        <source>The photo has changed</source>
        <translation>Das Foto hat sich geändert</translation>
    </message>
    <message>
        <source>This photo could not be read</source>
        <translation>Dieses Foto konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>{gone} removed or covered, {left} stay visible.</source>
        <translation>{gone} entfernt oder abgedeckt, {left} bleiben sichtbar.</translation>
    </message>
    <message>
        <source>{gone} removed or covered, {left} stays visible.</source>
        <translation>{gone} entfernt oder abgedeckt, {left} bleibt sichtbar.</translation>
    </message>
    <message>
        <source>{gone} removed or covered, {vaguer} made vaguer, {left} stay visible.</source>
        <translation>{gone} entfernt oder abgedeckt, {vaguer} gröber gemacht, {left} bleiben sichtbar.</translation>
    </message>
    <message>
        <source>{gone} removed or covered, {vaguer} made vaguer, {left} stays visible.</source>
        <translation>{gone} entfernt oder abgedeckt, {vaguer} gröber gemacht, {left} bleibt sichtbar.</translation>
    </message>
    <message>
        <source>{n} details readable in these photos</source>
        <translation>{n} Angaben in diesen Fotos lesbar</translation>
    </message>
    <message>
        <source>{n} details readable in this photo</source>
        <translation>{n} Angaben in diesem Foto lesbar</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Copy a picture or files first.</source>
        <translation>Kopiere zuerst ein Bild oder Dateien.</translation>
    </message>
    <message>
        <source>Lenscap</source>
        <translation>Lenscap</translation>
    </message>
    <message>
        <source>Save the picture first, then drop the file.</source>
        <translation>Speichere das Bild zuerst, dann lege die Datei ab.</translation>
    </message>
    <message>
        <source>There is no picture to paste.</source>
        <translation>Es gibt kein Bild zum Einfügen.</translation>
    </message>
    <message>
        <source>This is only the address of a picture, and Lenscap loads nothing from anywhere.</source>
        <translation>Das ist nur die Adresse eines Bildes, und Lenscap lädt nirgendwo etwas herunter.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A pixel for a pixel (100 %)</source>
        <translation>Ein Pixel für ein Pixel (100 %)</translation>
    </message>
    <message>
        <source>All of the photo</source>
        <translation>Das ganze Foto</translation>
    </message>
    <message>
        <source>Back to the photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Bereinigen</translation>
    </message>
    <message>
        <source>Clean copies</source>
        <translation>Bereinigte Kopien</translation>
    </message>
    <message>
        <source>Copy the clean copies</source>
        <translation>Bereinigte Kopien in die Zwischenablage</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Abdecken</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Hide the boxes, or show them</source>
        <translation>Rahmen aus- oder einblenden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>Größer, kleiner</translation>
    </message>
    <message>
        <source>Look at the photo</source>
        <translation>Foto ansehen</translation>
    </message>
    <message>
        <source>Month before, next month</source>
        <translation>Voriger, nächster Monat</translation>
    </message>
    <message>
        <source>Move among the photos</source>
        <translation>Durch die Fotos gehen</translation>
    </message>
    <message>
        <source>Move and select</source>
        <translation>Weitergehen und auswählen</translation>
    </message>
    <message>
        <source>Move it by ten</source>
        <translation>Um zehn verschieben</translation>
    </message>
    <message>
        <source>Move the drawn box by a pixel</source>
        <translation>Den gezeichneten Rahmen um ein Pixel verschieben</translation>
    </message>
    <message>
        <source>Next face, face before</source>
        <translation>Nächstes, voriges Gesicht</translation>
    </message>
    <message>
        <source>Next part of the page, the one before</source>
        <translation>Nächster, voriger Teil der Seite</translation>
    </message>
    <message>
        <source>One photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Original, both, copy</source>
        <translation>Original, beide, Kopie</translation>
    </message>
    <message>
        <source>Photo before, next photo</source>
        <translation>Voriges, nächstes Foto</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photos, what the cloud sees, switch it off</source>
        <translation>Fotos, was die Cloud sieht, ausschalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Remove the drawn box</source>
        <translation>Den gezeichneten Rahmen entfernen</translation>
    </message>
    <message>
        <source>Select all that are shown</source>
        <translation>Alle gezeigten auswählen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Select the photo, or not</source>
        <translation>Foto auswählen oder abwählen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Angaben ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show the photos of what has the keyboard</source>
        <translation>Die Fotos dazu zeigen</translation>
    </message>
    <message>
        <source>Take in files or a picture that you copied</source>
        <translation>Kopierte Dateien oder ein kopiertes Bild aufnehmen</translation>
    </message>
    <message>
        <source>Take the photo out of the list; its file stays</source>
        <translation>Foto aus der Liste nehmen; die Datei bleibt</translation>
    </message>
    <message>
        <source>The same, also where a drawn box is chosen</source>
        <translation>Dasselbe, auch wenn ein gezeichneter Rahmen gewählt ist</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>What the cloud sees</source>
        <translation>Was die Cloud sieht</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>What is known of the feature</source>
        <translation>Was über die Funktion bekannt ist</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Finished copies are kept. The originals stay as they are.</source>
        <translation>Fertige Kopien bleiben erhalten. Die Originale bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Lenscap</source>
        <translation>Lenscap</translation>
    </message>
    <message>
        <source>Photos are still being cleaned.</source>
        <translation>Es werden noch Fotos bereinigt.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>Left</name>
    <message>
        <source>Back to the result</source>
        <translation>Zurück zum Ergebnis</translation>
    </message>
    <message>
        <source>Copies the chosen files to the clipboard</source>
        <translation>Kopiert die gewählten Dateien in die Zwischenablage</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Drag copies from here into a mail, a browser or a folder.</source>
        <translation>Ziehe Kopien von hier in eine Mail, einen Browser oder einen Ordner.</translation>
    </message>
    <message>
        <source>What stays visible in each copy</source>
        <translation>Was in jeder Kopie sichtbar bleibt</translation>
    </message>
    <message>
        <source>What stays visible in the copies</source>
        <translation>Was in den Kopien sichtbar bleibt</translation>
    </message>
</context>
<context>
    <name>LeftModel</name>
    <message>
        <source>What stays visible</source>
        <translation>Was sichtbar bleibt</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>1 face</source>
        <translation>1 Gesicht</translation>
    </message>
    <message>
        <source>1 spot that may be a face</source>
        <translation>1 Stelle, die ein Gesicht sein kann</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>{n} faces</source>
        <translation>{n} Gesichter</translation>
    </message>
    <message>
        <source>{n} spots that may be faces</source>
        <translation>{n} Stellen, die Gesichter sein können</translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen…</translation>
    </message>
    <message>
        <source>Keeps the numbers by which faces are known again, 128 for each face, so that who is who is there at once. They describe people. Without this, they are computed anew each time and gone when Lenscap is closed.</source>
        <translation>Merkt sich die Zahlen, an denen Gesichter wiedererkannt werden, 128 für jedes Gesicht, damit sofort da ist, wer wer ist. Sie beschreiben Menschen. Sonst werden sie jedes Mal neu berechnet und sind weg, wenn Lenscap geschlossen wird.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No copy is called clean because of what is remembered: every copy is read again.</source>
        <translation>Keine Kopie gilt wegen des Gemerkten als bereinigt: Jede Kopie wird noch einmal gelesen.</translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>Nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Remember people</source>
        <translation>Personen merken</translation>
    </message>
    <message>
        <source>What Lenscap remembers</source>
        <translation>Was Lenscap sich merkt</translation>
    </message>
    <message>
        <source>What was seen in photos, so that a folder that did not change opens at once. No picture is kept.</source>
        <translation>Was auf Fotos gesehen wurde, damit ein unveränderter Ordner sofort aufgeht. Bilder werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>What you decided about photos, and the folders that you opened last.</source>
        <translation>Was du über Fotos entschieden hast, und die zuletzt geöffneten Ordner.</translation>
    </message>
    <message>
        <source>Which copies are made, so that none is made twice.</source>
        <translation>Welche Kopien es gibt, damit keine zweimal entsteht.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>NeedsALook</name>
    <message>
        <source>1 photo needs a look</source>
        <translation>1 Foto braucht einen Blick</translation>
    </message>
    <message>
        <source>1 photo was not cleaned yet.</source>
        <translation>1 Foto ist noch nicht bereinigt.</translation>
    </message>
    <message>
        <source>Clean them now</source>
        <translation>Jetzt bereinigen</translation>
    </message>
    <message>
        <source>No copy was made of these. Their originals were not changed.</source>
        <translation>Von diesen entstand keine Kopie. Die Originale wurden nicht verändert.</translation>
    </message>
    <message>
        <source>No copy was made of this one. Its original was not changed.</source>
        <translation>Von diesem entstand keine Kopie. Das Original wurde nicht verändert.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The first {n} are listed.</source>
        <translation>Die ersten {n} sind aufgelistet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle noch einmal</translation>
    </message>
    <message>
        <source>{n} photos need a look</source>
        <translation>{n} Fotos brauchen einen Blick</translation>
    </message>
    <message>
        <source>{n} photos were not cleaned yet.</source>
        <translation>{n} Fotos sind noch nicht bereinigt.</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>All photos were removed from this view. Their files are where they were.</source>
        <translation>Alle Fotos sind aus dieser Ansicht genommen. Die Dateien sind, wo sie waren.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>No photo passes these filters</source>
        <translation>Kein Foto passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>No photos in this folder</source>
        <translation>Keine Fotos in diesem Ordner</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>Alle Fotos zeigen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The photo was removed from this view. Its file is where it was.</source>
        <translation>Das Foto ist aus dieser Ansicht genommen. Die Datei ist, wo sie war.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>1 photo changed after you decided which areas are covered.</source>
        <translation>1 Foto hat sich geändert, nachdem du entschieden hast, welche Bereiche abgedeckt werden.</translation>
    </message>
    <message>
        <source>1 photo is not there any more and is left out.</source>
        <translation>1 Foto ist nicht mehr da und wird ausgelassen.</translation>
    </message>
    <message>
        <source>Looking for faces: {n} of {total}</source>
        <translation>Suche nach Gesichtern: {n} von {total}</translation>
    </message>
    <message>
        <source>Looking for text: {n} of {total}</source>
        <translation>Suche nach Text: {n} von {total}</translation>
    </message>
    <message>
        <source>Reading {n} of {total}</source>
        <translation>Liest {n} von {total}</translation>
    </message>
    <message>
        <source>The folder “{name}” cannot be opened.</source>
        <translation>Der Ordner „{name}“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{n} folders cannot be opened.</source>
        <translation>{n} Ordner lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{n} photos found</source>
        <translation>{n} Fotos gefunden</translation>
    </message>
    <message>
        <source>{photos} are not there any more and are left out.</source>
        <translation>{photos} sind nicht mehr da und werden ausgelassen.</translation>
    </message>
    <message>
        <source>{photos} changed after you decided which areas are covered.</source>
        <translation>{photos} haben sich geändert, nachdem du entschieden hast, welche Bereiche abgedeckt werden.</translation>
    </message>
</context>
<context>
    <name>Objecting</name>
    <message>
        <source>Copy form address</source>
        <translation>Adresse des Formulars kopieren</translation>
    </message>
    <message>
        <source>Copy letter</source>
        <translation>Brief kopieren</translation>
    </message>
    <message>
        <source>EU</source>
        <translation>EU</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>Hide the letter</source>
        <translation>Brief ausblenden</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address instead.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopiere stattdessen die Adresse.</translation>
    </message>
    <message>
        <source>Open the form in your browser</source>
        <translation>Formular im Browser öffnen</translation>
    </message>
    <message>
        <source>Read the letter</source>
        <translation>Brief lesen</translation>
    </message>
    <message>
        <source>The address of the form is copied.</source>
        <translation>Die Adresse des Formulars ist kopiert.</translation>
    </message>
    <message>
        <source>The letter is copied. Fill in what stands in brackets.</source>
        <translation>Der Brief ist kopiert. Ergänze, was in Klammern steht.</translation>
    </message>
    <message>
        <source>UK</source>
        <translation>Großbritannien</translation>
    </message>
    <message>
        <source>Where you live</source>
        <translation>Wo du lebst</translation>
    </message>
    <message>
        <source>Your right to object</source>
        <translation>Dein Recht auf Widerspruch</translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>How far the cleaning is</source>
        <translation>Wie weit das Bereinigen ist</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>A soft patch, made only from the colours around the cover. Nothing under it is used.</source>
        <translation>Ein weicher Fleck, nur aus den Farben rund um die Abdeckung gemacht. Nichts darunter wird verwendet.</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Blur all</source>
        <translation>Alle unscharf</translation>
    </message>
    <message>
        <source>Blur {name} in all {n} photos</source>
        <translation>{name} in allen {n} Fotos unscharf</translation>
    </message>
    <message>
        <source>Coarse squares, made only from the colours around the cover. Nothing under it is used.</source>
        <translation>Grobe Quadrate, nur aus den Farben rund um die Abdeckung gemacht. Nichts darunter wird verwendet.</translation>
    </message>
    <message>
        <source>Cover all</source>
        <translation>Alle abdecken</translation>
    </message>
    <message>
        <source>Cover faces</source>
        <translation>Gesichter abdecken</translation>
    </message>
    <message>
        <source>Cover {name} in all {n} photos</source>
        <translation>{name} in allen {n} Fotos abdecken</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Faces and covers</source>
        <translation>Gesichter und Abdeckungen</translation>
    </message>
    <message>
        <source>Hidden extras</source>
        <translation>Versteckte Beigaben</translation>
    </message>
    <message>
        <source>How to cover</source>
        <translation>Wie abgedeckt wird</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Keep {name} in all {n} photos</source>
        <translation>{name} in allen {n} Fotos zeigen</translation>
    </message>
    <message>
        <source>One plain colour. Everybody sees that something was covered.</source>
        <translation>Eine einzige Farbe. Alle sehen, dass etwas abgedeckt wurde.</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Readable text</source>
        <translation>Lesbarer Text</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>{found} found · {drawn} drawn</source>
        <translation>{found} gefunden · {drawn} gezeichnet</translation>
    </message>
    <message>
        <source>{n} drawn</source>
        <translation>{n} gezeichnet</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} gefunden</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Wird bereinigt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>Pasted</name>
    <message>
        <source>Pasted picture {n}.png</source>
        <translation>Eingefügtes Bild {n}.png</translation>
    </message>
    <message>
        <source>The picture could not be kept: there is no room for it on the disk.</source>
        <translation>Das Bild konnte nicht aufbewahrt werden: Auf dem Datenträger ist kein Platz dafür.</translation>
    </message>
</context>
<context>
    <name>Peeking</name>
    <message>
        <source>It is not in the copy.</source>
        <translation>In der Kopie ist es nicht.</translation>
    </message>
    <message>
        <source>It stays in the copy.</source>
        <translation>In der Kopie bleibt es.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>{what}.
Lenscap cannot show it by itself. {fate} Esc leads back to the photo.</source>
        <translation>{what}.
Für sich allein kann Lenscap es nicht zeigen. {fate} Esc führt zurück zum Foto.</translation>
    </message>
    <message>
        <source>{what}.
Lenscap has no player for films, so it cannot be shown here. {fate}</source>
        <translation>{what}.
Lenscap kann keine Filme abspielen, darum lässt es sich hier nicht zeigen. {fate}</translation>
    </message>
    <message>
        <source>{what}.
This is its first picture. {fate} Esc leads back to the photo.</source>
        <translation>{what}.
Das ist das erste Bild. {fate} Esc führt zurück zum Foto.</translation>
    </message>
    <message>
        <source>{what}.
{fate} Esc leads back to the photo.</source>
        <translation>{what}.
{fate} Esc führt zurück zum Foto.</translation>
    </message>
</context>
<context>
    <name>PhotoDeeds</name>
    <message>
        <source>1 photo is out of this view. The file stays where it is.</source>
        <translation>1 Foto ist nicht mehr in dieser Ansicht. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Remove from this view</source>
        <translation>Aus dieser Ansicht nehmen</translation>
    </message>
    <message>
        <source>Taken back: {deed}</source>
        <translation>Zurückgenommen: {deed}</translation>
    </message>
    <message>
        <source>{photos} are out of this view. The files stay where they are.</source>
        <translation>{photos} sind nicht mehr in dieser Ansicht. Die Dateien bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>PhotoFilter</name>
    <message>
        <source>{photo}, selected</source>
        <translation>{photo}, ausgewählt</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>PhotoMenu</name>
    <message>
        <source>Clean this photo</source>
        <translation>Dieses Foto bereinigen</translation>
    </message>
    <message>
        <source>Clean {photos}</source>
        <translation>{photos} bereinigen</translation>
    </message>
    <message>
        <source>Copy the clean copies</source>
        <translation>Bereinigte Kopien in die Zwischenablage</translation>
    </message>
    <message>
        <source>Copy the clean copy</source>
        <translation>Bereinigte Kopie kopieren</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove from this view</source>
        <translation>Aus dieser Ansicht nehmen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the copy in its folder</source>
        <translation>Kopie im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>PhotoModel</name>
    <message>
        <source>1 face</source>
        <translation>1 Gesicht</translation>
    </message>
    <message>
        <source>cleaned</source>
        <translation>bereinigt</translation>
    </message>
    <message>
        <source>perhaps a face</source>
        <translation>vielleicht ein Gesicht</translation>
    </message>
    <message>
        <source>{n} faces</source>
        <translation>{n} Gesichter</translation>
    </message>
</context>
<context>
    <name>PoliciesDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Schließen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the policy “{name}”?</source>
        <translation>Die Vorgabe „{name}“ löschen?</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Import a policy</source>
        <translation>Vorgabe importieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Its file has comments. When you change it here, it is written anew without them.</source>
        <translation>Die Datei hat Kommentare. Wenn du sie hier änderst, wird sie ohne diese neu geschrieben.</translation>
    </message>
    <message>
        <source>Its file is left as it is. Mend it with “Show file”, or delete it.</source>
        <translation>Die Datei bleibt, wie sie ist. Berichtige sie mit „Datei zeigen“ oder lösche sie.</translation>
    </message>
    <message>
        <source>Its file lies in another folder and is left as it is: a change makes a new policy here.</source>
        <translation>Die Datei liegt in einem anderen Ordner und bleibt, wie sie ist: Eine Änderung macht hier eine neue Vorgabe.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>My own policies</source>
        <translation>Meine Vorgaben</translation>
    </message>
    <message>
        <source>My policy</source>
        <translation>Meine Vorgabe</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Photos and copies stay as they are.</source>
        <translation>Fotos und Kopien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Policy (*.toml)</source>
        <translation>Vorgabe (*.toml)</translation>
    </message>
    <message>
        <source>Save and use</source>
        <translation>Speichern und nutzen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>This policy cannot be read</source>
        <translation>Diese Vorgabe kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>What you changed here goes. The files stay as they were.</source>
        <translation>Was du hier geändert hast, geht verloren. Die Dateien bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>{name} (cannot be read)</source>
        <translation>{name} (nicht lesbar)</translation>
    </message>
    <message>
        <source>{name} (not saved)</source>
        <translation>{name} (neu)</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Copies are called photo-0001 and so on.</source>
        <translation>Kopien heißen photo-0001 und so weiter.</translation>
    </message>
    <message>
        <source>Copies have the file times of the originals.</source>
        <translation>Kopien haben die Dateizeiten der Originale.</translation>
    </message>
    <message>
        <source>Copies keep all that can be written anew, but not {details}.</source>
        <translation>Kopien behalten alles, was sich neu schreiben lässt, nur nicht {details}.</translation>
    </message>
    <message>
        <source>Copies keep all that can be written anew.</source>
        <translation>Kopien behalten alles, was sich neu schreiben lässt.</translation>
    </message>
    <message>
        <source>Copies keep all that can be written anew; of date and position {details}.</source>
        <translation>Kopien behalten alles, was sich neu schreiben lässt; von Datum und Position {details}.</translation>
    </message>
    <message>
        <source>Copies keep nothing of what the file tells.</source>
        <translation>Kopien behalten nichts von dem, was die Datei verrät.</translation>
    </message>
    <message>
        <source>Copies keep {details}.</source>
        <translation>Kopien behalten {details}.</translation>
    </message>
    <message>
        <source>In the picture, {what} are covered.</source>
        <translation>Auf dem Bild werden {what} abgedeckt.</translation>
    </message>
    <message>
        <source>In the picture, {what} is covered.</source>
        <translation>Auf dem Bild wird {what} abgedeckt.</translation>
    </message>
    <message>
        <source>Of the faces only those of the people you choose.</source>
        <translation>Von den Gesichtern nur die der Personen deiner Wahl.</translation>
    </message>
    <message>
        <source>The faces of the people you choose stay visible.</source>
        <translation>Die Gesichter der Personen deiner Wahl bleiben sichtbar.</translation>
    </message>
    <message>
        <source>The picture stays as it is.</source>
        <translation>Das Bild bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the camera settings</source>
        <translation>die Kameraeinstellungen</translation>
    </message>
    <message>
        <source>the copyright line</source>
        <translation>den Urheberhinweis</translation>
    </message>
    <message>
        <source>the country</source>
        <translation>das Land</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>das Datum</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>den Tag</translation>
    </message>
    <message>
        <source>the exact position</source>
        <translation>die genaue Position</translation>
    </message>
    <message>
        <source>the month</source>
        <translation>den Monat</translation>
    </message>
    <message>
        <source>the position</source>
        <translation>die Position</translation>
    </message>
    <message>
        <source>the town</source>
        <translation>die Stadt</translation>
    </message>
    <message>
        <source>the year</source>
        <translation>das Jahr</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
</context>
<context>
    <name>PolicyEditor</name>
    <message>
        <source>All the rest</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Camera settings</source>
        <translation>Kameraeinstellungen</translation>
    </message>
    <message>
        <source>Choose a photo of somebody, or cover everybody&apos;s faces.</source>
        <translation>Wähle ein Foto von jemandem, oder decke alle Gesichter ab.</translation>
    </message>
    <message>
        <source>Copyright line</source>
        <translation>Urheberhinweis</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Abdecken</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>File times</source>
        <translation>Dateizeiten</translation>
    </message>
    <message>
        <source>It stays with all the rest.</source>
        <translation>Es bleibt mit allem anderen.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep date and time</source>
        <translation>Datum und Uhrzeit behalten</translation>
    </message>
    <message>
        <source>Keep the country</source>
        <translation>Land behalten</translation>
    </message>
    <message>
        <source>Keep the day</source>
        <translation>Tag behalten</translation>
    </message>
    <message>
        <source>Keep the exact position</source>
        <translation>Genaue Position behalten</translation>
    </message>
    <message>
        <source>Keep the month</source>
        <translation>Monat behalten</translation>
    </message>
    <message>
        <source>Keep the town</source>
        <translation>Stadt behalten</translation>
    </message>
    <message>
        <source>Keep the year</source>
        <translation>Jahr behalten</translation>
    </message>
    <message>
        <source>Keep what can be written anew</source>
        <translation>Behalten, was sich neu schreiben lässt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <source>Neutral: photo-0001</source>
        <translation>Neutral: photo-0001</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>QR and bar codes</source>
        <translation>QR- und Strichcodes</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The files of the copies</source>
        <translation>Die Dateien der Kopien</translation>
    </message>
    <message>
        <source>The same for all copies</source>
        <translation>Bei allen Kopien gleich</translation>
    </message>
    <message>
        <source>Those of the originals</source>
        <translation>Die der Originale</translation>
    </message>
    <message>
        <source>What it decides about {photos} by name stays as it is.</source>
        <translation>Was sie über {photos} mit Namen bestimmt, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>What the file tells</source>
        <translation>Was die Datei verrät</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>Was das Bild zeigt</translation>
    </message>
    <message>
        <source>Whose faces</source>
        <translation>Wessen Gesichter</translation>
    </message>
</context>
<context>
    <name>PresetChoice</name>
    <message>
        <source>Make a policy of your own, or change one.</source>
        <translation>Eine eigene Vorgabe machen oder ändern.</translation>
    </message>
    <message>
        <source>My own…</source>
        <translation>Meine eigenen…</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>{name} (cannot be read)</source>
        <translation>{name} (nicht lesbar)</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Everything off</source>
        <translation>Alles weg</translation>
    </message>
    <message>
        <source>Metadata off</source>
        <translation>Metadaten weg</translation>
    </message>
    <message>
        <source>Position off</source>
        <translation>Position weg</translation>
    </message>
    <message>
        <source>Removes all that the file tells, and covers faces.</source>
        <translation>Entfernt alles, was die Datei verrät, und deckt Gesichter ab.</translation>
    </message>
    <message>
        <source>Removes all that the file tells, covers faces, text and codes, and gives new file names.</source>
        <translation>Entfernt alles, was die Datei verrät, deckt Gesichter, Text und Codes ab und gibt neue Dateinamen.</translation>
    </message>
    <message>
        <source>Removes all that the file tells. The picture stays the same.</source>
        <translation>Entfernt alles, was die Datei verrät. Das Bild bleibt gleich.</translation>
    </message>
    <message>
        <source>Removes only the position. All the rest stays.</source>
        <translation>Entfernt nur die Position. Alles andere bleibt.</translation>
    </message>
    <message>
        <source>Share safely</source>
        <translation>Sicher teilen</translation>
    </message>
    <message>
        <source>Your own policy, from the file {file}.</source>
        <translation>Deine eigene Vorgabe, aus der Datei {file}.</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>It ends the part of Lenscap that reads photos. It may be damaged; it was not changed.</source>
        <translation>Es beendet den Teil von Lenscap, der Fotos liest. Vielleicht ist es beschädigt; verändert wurde es nicht.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This file could not be read.</source>
        <translation>Diese Datei konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>RecentFolders</name>
    <message>
        <source>Clear this list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Does an app read your whole camera roll?</source>
        <translation>Liest eine App all deine Fotos?</translation>
    </message>
    <message>
        <source>Folders that you open are listed here.</source>
        <translation>Ordner, die du öffnest, stehen dann hier.</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Show me how</source>
        <translation>So geht es</translation>
    </message>
    <message>
        <source>Then it sees photos that you never shared. That can be switched off on the phone.</source>
        <translation>Dann sieht sie Fotos, die du nie geteilt hast. Das lässt sich auf dem Handy ausschalten.</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>more than {n} photos</source>
        <translation>mehr als {n} Fotos</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>1 code</source>
        <translation>1 Code</translation>
    </message>
    <message>
        <source>1 date</source>
        <translation>1 Datum</translation>
    </message>
    <message>
        <source>1 detail in the file name</source>
        <translation>1 Angabe im Dateinamen</translation>
    </message>
    <message>
        <source>1 detail of the device</source>
        <translation>1 Angabe zum Gerät</translation>
    </message>
    <message>
        <source>1 face</source>
        <translation>1 Gesicht</translation>
    </message>
    <message>
        <source>1 name</source>
        <translation>1 Name</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1 Ding</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>1 position</source>
        <translation>1 Position</translation>
    </message>
    <message>
        <source>1 small copy</source>
        <translation>1 kleine Kopie</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message>
        <source>1 trace of editing</source>
        <translation>1 Spur von Bearbeitung</translation>
    </message>
    <message>
        <source>1 unknown part</source>
        <translation>1 unbekannter Teil</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 Video</translation>
    </message>
    <message>
        <source>Already clean</source>
        <translation>Schon sauber</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Bereinigt</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Abgedeckt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Each copy was read again before it got its name.</source>
        <translation>Jede Kopie wurde noch einmal gelesen, bevor sie ihren Namen bekam.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Kept in the file</source>
        <translation>In der Datei behalten</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Only the picture itself</source>
        <translation>Nur das Bild selbst</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Seen in the picture</source>
        <translation>Auf dem Bild zu sehen</translation>
    </message>
    <message>
        <source>The original still tells: {things}.</source>
        <translation>Das Original verrät weiterhin: {things}.</translation>
    </message>
    <message>
        <source>This page names your original files: keep it apart from the copies.</source>
        <translation>Diese Seite nennt deine Originaldateien: Bewahre sie getrennt von den Kopien auf.</translation>
    </message>
    <message>
        <source>What became of your photos</source>
        <translation>Was aus deinen Fotos wurde</translation>
    </message>
    <message>
        <source>What was removed is counted here and not repeated.</source>
        <translation>Was entfernt wurde, ist hier gezählt und nicht wiederholt.</translation>
    </message>
    <message>
        <source>Written by Lenscap on this computer. Nothing was sent anywhere.</source>
        <translation>Von Lenscap auf diesem Computer geschrieben. Nichts wurde irgendwohin geschickt.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>{n} codes</source>
        <translation>{n} Codes</translation>
    </message>
    <message>
        <source>{n} dates</source>
        <translation>{n} Datumsangaben</translation>
    </message>
    <message>
        <source>{n} details in the file name</source>
        <translation>{n} Angaben im Dateinamen</translation>
    </message>
    <message>
        <source>{n} details of the device</source>
        <translation>{n} Angaben zum Gerät</translation>
    </message>
    <message>
        <source>{n} faces</source>
        <translation>{n} Gesichter</translation>
    </message>
    <message>
        <source>{n} names</source>
        <translation>{n} Namen</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>{n} Dinge</translation>
    </message>
    <message>
        <source>{n} of {total} photos are ready to share.</source>
        <translation>{n} von {total} Fotos sind bereit zum Teilen.</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} Personen</translation>
    </message>
    <message>
        <source>{n} positions</source>
        <translation>{n} Positionen</translation>
    </message>
    <message>
        <source>{n} small copies</source>
        <translation>{n} kleine Kopien</translation>
    </message>
    <message>
        <source>{n} texts</source>
        <translation>{n} Texte</translation>
    </message>
    <message>
        <source>{n} traces of editing</source>
        <translation>{n} Spuren von Bearbeitung</translation>
    </message>
    <message>
        <source>{n} unknown parts</source>
        <translation>{n} unbekannte Teile</translation>
    </message>
    <message>
        <source>{n} videos</source>
        <translation>{n} Videos</translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>For programs (*.json)</source>
        <translation>Für Programme (*.json)</translation>
    </message>
    <message>
        <source>Lenscap report.html</source>
        <translation>Lenscap-Bericht.html</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>The report was saved as {name}.</source>
        <translation>Der Bericht wurde als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Web page with small pictures of the copies (*.html)</source>
        <translation>Webseite mit kleinen Bildern der Kopien (*.html)</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Cleaning</source>
        <translation>Wird bereinigt</translation>
    </message>
    <message>
        <source>Making a copy and reading it again…</source>
        <translation>Kopie wird erstellt und noch einmal gelesen…</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the original in its folder</source>
        <translation>Original in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>The folder could not be opened. It is {folder}.</source>
        <translation>Der Ordner ließ sich nicht öffnen. Er ist hier: {folder}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>What happened to each photo</source>
        <translation>Was mit jedem Foto geschah</translation>
    </message>
</context>
<context>
    <name>RollPage</name>
    <message>
        <source>Looking for photos…</source>
        <translation>Sucht Fotos…</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Keep</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Clear the list of recent folders</source>
        <translation>Liste der letzten Ordner leeren</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Forget all photos</source>
        <translation>Alle Fotos vergessen</translation>
    </message>
    <message>
        <source>Forgotten. Photos that are opened from now on are remembered anew.</source>
        <translation>Vergessen. Fotos, die du ab jetzt öffnest, merkt sich Lenscap neu.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lenscap remembers these settings, the folders that were open, what it saw in photos, and what you decided about them. It is kept on this computer, for you alone.</source>
        <translation>Lenscap merkt sich diese Einstellungen, die geöffneten Ordner, was es in Fotos gesehen hat und was du über sie entschieden hast. Das bleibt auf diesem Computer, für dich allein.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Something could not be deleted. Look at who owns Lenscap’s folders.</source>
        <translation>Etwas konnte nicht gelöscht werden. Sieh nach, wem die Ordner von Lenscap gehören.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Text size and language change when Lenscap is started again.</source>
        <translation>Textgröße und Sprache ändern sich beim nächsten Start von Lenscap.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>Camera settings stay</source>
        <translation>Kameraeinstellungen bleiben</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Copyright line stays</source>
        <translation>Urheberhinweis bleibt</translation>
    </message>
    <message>
        <source>Country stays</source>
        <translation>Land bleibt</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Daten und Uhrzeiten</translation>
    </message>
    <message>
        <source>Day stays</source>
        <translation>Tag bleibt</translation>
    </message>
    <message>
        <source>Details of the camera</source>
        <translation>Angaben der Kamera</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Faces marked in the file</source>
        <translation>In der Datei markierte Gesichter</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Month stays</source>
        <translation>Monat bleibt</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Positions and places</source>
        <translation>Positionen und Orte</translation>
    </message>
    <message>
        <source>Small or hidden pictures</source>
        <translation>Kleine oder versteckte Bilder</translation>
    </message>
    <message>
        <source>Text in the file</source>
        <translation>Text in der Datei</translation>
    </message>
    <message>
        <source>Text in the picture</source>
        <translation>Text auf dem Bild</translation>
    </message>
    <message>
        <source>Things and scenes</source>
        <translation>Dinge und Szenen</translation>
    </message>
    <message>
        <source>Town stays</source>
        <translation>Stadt bleibt</translation>
    </message>
    <message>
        <source>Unknown parts</source>
        <translation>Unbekannte Teile</translation>
    </message>
    <message>
        <source>Video clips</source>
        <translation>Videoclips</translation>
    </message>
    <message>
        <source>What the file name says</source>
        <translation>Was der Dateiname sagt</translation>
    </message>
    <message>
        <source>Year stays</source>
        <translation>Jahr bleibt</translation>
    </message>
    <message>
        <source>in all {n} photos</source>
        <translation>in allen {n} Fotos</translation>
    </message>
    <message>
        <source>in {n} of {total} photos</source>
        <translation>in {n} von {total} Fotos</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>After cleaning</source>
        <translation>Nach dem Bereinigen</translation>
    </message>
    <message>
        <source>After cleaning, nearly</source>
        <translation>Nach dem Bereinigen, ungefähr</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>No face was found here. Draw a box (D) over what you want covered.</source>
        <translation>Hier wurde kein Gesicht gefunden. Zeichne einen Rahmen (D) über das, was du abdecken willst.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Still looking for faces in this photo…</source>
        <translation>In diesem Foto wird noch nach Gesichtern gesucht…</translation>
    </message>
    <message>
        <source>This preset leaves faces visible.</source>
        <translation>Diese Vorgabe lässt Gesichter sichtbar.</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>“{name}” is not there any more. It may have been moved or deleted.</source>
        <translation>„{name}“ ist nicht mehr da. Vielleicht wurde es verschoben oder gelöscht.</translation>
    </message>
</context>
<context>
    <name>SoFar</name>
    <message>
        <source>After saving, Lenscap opens each copy and looks for what it removed. Only then it counts as cleaned.</source>
        <translation>Nach dem Speichern öffnet Lenscap jede Kopie und sucht nach dem, was entfernt wurde. Erst dann gilt sie als bereinigt.</translation>
    </message>
    <message>
        <source>Every copy is read again</source>
        <translation>Jede Kopie wird geprüft</translation>
    </message>
    <message>
        <source>If you cancel, the finished copies are kept. A half-written copy is deleted.</source>
        <translation>Wenn du abbrichst, bleiben fertige Kopien erhalten. Eine halb geschriebene wird gelöscht.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Originals stay as they are</source>
        <translation>Originale bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bis jetzt</translation>
    </message>
</context>
<context>
    <name>Stopped</name>
    <message>
        <source>Back to photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Clean the photo that is left</source>
        <translation>Das übrige Foto bereinigen</translation>
    </message>
    <message>
        <source>Clean the {n} photos that are left</source>
        <translation>Die übrigen {n} Fotos bereinigen</translation>
    </message>
    <message>
        <source>Save copies to</source>
        <translation>Kopien nach</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ergebnis ansehen</translation>
    </message>
    <message>
        <source>Try again with 1 photo</source>
        <translation>Mit 1 Foto noch einmal</translation>
    </message>
    <message>
        <source>Try again with {n} photos</source>
        <translation>Mit {n} Fotos noch einmal</translation>
    </message>
</context>
<context>
    <name>StyleTiles</name>
    <message>
        <source>Blur</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>How covers look</source>
        <translation>Wie Abdeckungen aussehen</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Making a copy and reading it again</source>
        <translation>Kopie wird erstellt und noch einmal gelesen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>saved to {folder}</source>
        <translation>gespeichert in {folder}</translation>
    </message>
    <message>
        <source>saving to {folder}</source>
        <translation>wird gespeichert in {folder}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} fertig</translation>
    </message>
</context>
<context>
    <name>Tick</name>
    <message>
        <source>Step {n} is done: {title}</source>
        <translation>Schritt {n} ist erledigt: {title}</translation>
    </message>
    <message>
        <source>Tick this when it is done. Ticks are not stored.</source>
        <translation>Hake das ab, wenn es erledigt ist. Die Haken werden nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>ToolStrip</name>
    <message>
        <source>Choose and move</source>
        <translation>Wählen und verschieben</translation>
    </message>
    <message>
        <source>Compare (C)</source>
        <translation>Vergleichen (C)</translation>
    </message>
    <message>
        <source>Draw a box (D)</source>
        <translation>Rahmen zeichnen (D)</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>Einpassen (0)</translation>
    </message>
    <message>
        <source>Hide the boxes (H)</source>
        <translation>Rahmen ausblenden (H)</translation>
    </message>
    <message>
        <source>No boxes can be drawn on films</source>
        <translation>Auf Filmen lassen sich keine Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Redo: {step} (Ctrl+Shift+Z)</source>
        <translation>Wiederholen: {step} (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo: {step} (Ctrl+Z)</source>
        <translation>Rückgängig: {step} (Strg+Z)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Add photos…</source>
        <translation>Fotos hinzufügen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Find objects, too…</source>
        <translation>Auch Dinge finden…</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Lenscap</source>
        <translation>Lenscap</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Ordner beobachten…</translation>
    </message>
    <message>
        <source>What Lenscap remembers…</source>
        <translation>Was Lenscap sich merkt…</translation>
    </message>
    <message>
        <source>What this can and cannot do</source>
        <translation>Was Lenscap kann und was nicht</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>After cleaning</source>
        <translation>Nach dem Bereinigen</translation>
    </message>
    <message>
        <source>Back to photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Clean this photo</source>
        <translation>Dieses Foto bereinigen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Show or hide the details (I)</source>
        <translation>Angaben ein- oder ausblenden (I)</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>{number} of {count} · {zoom} %</source>
        <translation>{number} von {count} · {zoom} %</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>1 area</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Code {number}</source>
        <translation>Code {number}</translation>
    </message>
    <message>
        <source>Code · {what}</source>
        <translation>Code · {what}</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Abdecken</translation>
    </message>
    <message>
        <source>Covered in the copy. Click to keep it visible.</source>
        <translation>In der Kopie abgedeckt. Klicke, um es sichtbar zu lassen.</translation>
    </message>
    <message>
        <source>Covered until you have answered. Click if it is a face.</source>
        <translation>Abgedeckt, bis du geantwortet hast. Klicke, wenn es ein Gesicht ist.</translation>
    </message>
    <message>
        <source>Drag to move, drag a handle to resize, Del removes it.</source>
        <translation>Ziehen verschiebt, Ziehen an einem Griff ändert die Größe, Entf löscht.</translation>
    </message>
    <message>
        <source>Drawn by you</source>
        <translation>Von dir gezeichnet</translation>
    </message>
    <message>
        <source>Drawn · {verb}</source>
        <translation>Gezeichnet · {verb}</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
    <message>
        <source>Is this a face?</source>
        <translation>Ist das ein Gesicht?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Lenscap does not look for faces in films, and no boxes can be drawn on them: the copy shows all that the film shows.</source>
        <translation>Lenscap sucht in Filmen nicht nach Gesichtern, und es lassen sich keine Rahmen darauf zeichnen: Die Kopie zeigt alles, was der Film zeigt.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Stays visible. Click to cover it.</source>
        <translation>Bleibt sichtbar. Klicke, um es abzudecken.</translation>
    </message>
    <message>
        <source>Text {number}</source>
        <translation>Text {number}</translation>
    </message>
    <message>
        <source>Text · {what}</source>
        <translation>Text · {what}</translation>
    </message>
    <message>
        <source>This is the first picture of the film. Lenscap does not look for faces in films, and no boxes can be drawn on them: the copy shows all that the film shows.</source>
        <translation>Das ist das erste Bild des Films. Lenscap sucht in Filmen nicht nach Gesichtern, und es lassen sich keine Rahmen darauf zeichnen: Die Kopie zeigt alles, was der Film zeigt.</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>abgedeckt</translation>
    </message>
    <message>
        <source>in {n} photos</source>
        <translation>in {n} Fotos</translation>
    </message>
    <message>
        <source>not sure, so covered</source>
        <translation>unklar, darum abgedeckt</translation>
    </message>
    <message>
        <source>stays visible</source>
        <translation>bleibt sichtbar</translation>
    </message>
    <message>
        <source>{n} areas</source>
        <translation>{n} Stellen</translation>
    </message>
</context>
<context>
    <name>ViewerParts</name>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
</context>
<context>
    <name>Visible</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Copy · {details}</source>
        <translation>Kopie · {details}</translation>
    </message>
    <message>
        <source>Original · {details}</source>
        <translation>Original · {details}</translation>
    </message>
    <message>
        <source>The copy</source>
        <translation>Die Kopie</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <source>What stays visible</source>
        <translation>Was sichtbar bleibt</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Clean photos as they come</source>
        <translation>Fotos bereinigen, sobald sie kommen</translation>
    </message>
    <message>
        <source>Copies: {n}. Without a copy: {m}.</source>
        <translation>Kopien: {n}. Ohne Kopie: {m}.</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Sieht nach, was da ist…</translation>
    </message>
    <message>
        <source>New photos in a folder are cleaned into another one, for as long as Lenscap is open. Originals stay as they are, and each copy is read again.</source>
        <translation>Neue Fotos in einem Ordner werden in einen anderen bereinigt, solange Lenscap geöffnet ist. Originale bleiben, wie sie sind, und jede Kopie wird noch einmal gelesen.</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Noch ist kein Ordner gewählt.</translation>
    </message>
    <message>
        <source>Nothing is watched.</source>
        <translation>Nichts wird beobachtet.</translation>
    </message>
    <message>
        <source>Photos come to</source>
        <translation>Fotos kommen in</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Save copies to</source>
        <translation>Kopien nach</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped. Copies that were finished are kept.</source>
        <translation>Angehalten. Fertige Kopien bleiben erhalten.</translation>
    </message>
    <message>
        <source>The folder is back.</source>
        <translation>Der Ordner ist wieder da.</translation>
    </message>
    <message>
        <source>The folder is not there any more. Lenscap waits until it is back.</source>
        <translation>Der Ordner ist nicht mehr da. Lenscap wartet, bis er wieder da ist.</translation>
    </message>
    <message>
        <source>Waiting for photos. You can close this: it goes on while Lenscap is open.</source>
        <translation>Wartet auf Fotos. Du kannst dies schließen: Es geht weiter, solange Lenscap geöffnet ist.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner beobachten</translation>
    </message>
    <message>
        <source>{photo}: {what}</source>
        <translation>{photo}: {what}</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>The folder of this photo cannot be reached. If it is on a drive or in a network, connect that again. Cleaning leaves the photo out.</source>
        <translation>Der Ordner dieses Fotos ist nicht erreichbar. Liegt er auf einem Laufwerk oder in einem Netz, verbinde es wieder. Beim Bereinigen wird das Foto ausgelassen.</translation>
    </message>
    <message>
        <source>This photo is not there any more. It may have been moved or deleted. Cleaning leaves it out.</source>
        <translation>Dieses Foto ist nicht mehr da. Vielleicht wurde es verschoben oder gelöscht. Beim Bereinigen wird es ausgelassen.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Blur the faces you choose. Remove positions, names and serial numbers.</source>
        <translation>Gesichter deiner Wahl unscharf machen. Positionen, Namen und Seriennummern entfernen.</translation>
    </message>
    <message>
        <source>Cover what matters</source>
        <translation>Abdecken, was zählt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Faces, places, dates, text and hidden extras, photo by photo and for the whole roll.</source>
        <translation>Gesichter, Orte, Daten, Text und versteckte Beigaben, Foto für Foto und für alle zusammen.</translation>
    </message>
    <message>
        <source>Originals stay as they are. Each copy is read again before you get it.</source>
        <translation>Originale bleiben, wie sie sind. Jede Kopie wird noch einmal gelesen, bevor du sie bekommst.</translation>
    </message>
    <message>
        <source>See it first</source>
        <translation>Erst ansehen</translation>
    </message>
    <message>
        <source>Share a checked copy</source>
        <translation>Eine geprüfte Kopie teilen</translation>
    </message>
    <message>
        <source>Your photos never leave this computer</source>
        <translation>Deine Fotos verlassen diesen Computer nie</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>What this can and cannot do</source>
        <translation>Was Lenscap kann und was nicht</translation>
    </message>
</context>
<context>
    <name>WhoseFaces</name>
    <message>
        <source>Choose photos of people</source>
        <translation>Fotos von Personen wählen</translation>
    </message>
    <message>
        <source>Choose photos of them…</source>
        <translation>Fotos von ihnen wählen…</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everybody&apos;s but some people&apos;s</source>
        <translation>Alle außer bestimmten Personen</translation>
    </message>
    <message>
        <source>Leave this photo out</source>
        <translation>Dieses Foto weglassen</translation>
    </message>
    <message>
        <source>Only some people&apos;s</source>
        <translation>Nur bestimmte Personen</translation>
    </message>
    <message>
        <source>Photos that show one person each, large and from the front.</source>
        <translation>Fotos, die je eine Person zeigen, groß und von vorn.</translation>
    </message>
    <message>
        <source>Whose faces</source>
        <translation>Wessen Gesichter</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Chosen photos</source>
        <translation>Ausgewählte Fotos</translation>
    </message>
    <message>
        <source>Lenscap</source>
        <translation>Lenscap</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>What the cloud sees</source>
        <translation>Was die Cloud sieht</translation>
    </message>
    <message>
        <source>{name} and more</source>
        <translation>{name} und mehr</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>File from {date}</source>
        <translation>Datei vom {date}</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} Fotos</translation>
    </message>
</context>
<context>
    <name>_Chosen</name>
    <message>
        <source>Show all photos</source>
        <translation>Alle Fotos zeigen</translation>
    </message>
    <message>
        <source>{title}, {n}. Show all photos</source>
        <translation>{title}, {n}. Alle Fotos zeigen</translation>
    </message>
</context>
<context>
    <name>_Offline</name>
    <message>
        <source>Lenscap has no part that could use the internet.</source>
        <translation>Lenscap hat keinen Teil, der das Internet nutzen könnte.</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>Arbeitet offline</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{where} · not in the copy</source>
        <translation>{where} · nicht in der Kopie</translation>
    </message>
    <message>
        <source>{where} · stays in the copy</source>
        <translation>{where} · bleibt in der Kopie</translation>
    </message>
</context>
<context>
    <name>_Thread</name>
    <message>
        <source>Something went wrong inside Lenscap. Your photos were not changed. Try again.</source>
        <translation>In Lenscap ist etwas schiefgegangen. Deine Fotos wurden nicht verändert. Versuch es noch einmal.</translation>
    </message>
</context>
</TS>
