package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Language;
import java.util.List;

/** What letters and articles say in every language; some can be said in several ways. */
public enum Phrase {
  FIGURE("Figure|Fig.", "Abbildung|Abb.", "Figure|Fig.", "Figura|Fig."),
  TABLE("Table|Tab.", "Tabelle|Tab.", "Tableau|Tabl.", "Tabla|Cuadro"),
  ABSTRACT("Abstract|Summary", "Zusammenfassung|Kurzfassung", "Résumé", "Resumen"),
  KEYWORDS("Keywords", "Schlagwörter|Stichwörter", "Mots-clés", "Palabras clave"),
  RECEIVED("Received", "Eingegangen am", "Reçu le", "Recibido el"),
  PAGE("Page", "Seite", "Page", "Página"),
  VOLUME("Volume|Vol.", "Band|Heft", "Tome|Volume", "Volumen|Tomo"),
  AND("and", "und", "et", "y"),
  IF("if", "falls", "si", "si"),
  OTHERWISE("otherwise", "sonst", "sinon", "en otro caso"),
  SOURCE("Source", "Quelle", "Source", "Fuente"),
  SUBJECT("Subject: |Re: |", "Betreff: ||", "Objet : ", "Asunto: |"),
  YOUR_REFERENCE("Your reference", "Ihr Zeichen", "Vos références", "Su referencia"),
  OUR_REFERENCE("Our reference", "Unser Zeichen", "Nos références", "Nuestra referencia"),
  DEAR(
      "Dear Sir or Madam,|Dear %s,|Dear colleagues,|Dear Mr %s,|Dear Ms %s,",
      "Sehr geehrte Damen und Herren,|Guten Tag %s,|Sehr geehrte Frau %s,|Lieber Herr %s,",
      "Madame, Monsieur,|Chère Madame,|Cher Monsieur %s,|Bonjour %s,",
      "Estimados señores:|Estimada señora:|Estimado %s:|Muy señor mío:"),
  CLOSING(
      "Yours sincerely,|Yours faithfully,|Kind regards,|With best wishes,",
      "Mit freundlichen Grüßen|Hochachtungsvoll|Beste Grüße|Mit besten Grüßen",
      "Veuillez agréer nos salutations distinguées.|Cordialement,|Bien à vous,",
      "Atentamente,|Un cordial saludo,|Reciba un cordial saludo,"),
  ROLE(
      "Head of Office|Secretary|Managing Director|Keeper of Records|Treasurer",
      "Geschäftsführerin|Abteilungsleiter|Sachbearbeitung|Schriftführer|Prokuristin",
      "Directrice|Chef de service|Secrétaire générale|Trésorier",
      "Directora|Jefe de sección|Secretaria|Tesorero"),
  ENCLOSURES("Enclosures|Encl.", "Anlagen|Anlage", "Pièces jointes|P. J.", "Anexos|Adjuntos"),
  COPY("Copy to", "Kopie an", "Copie à", "Con copia a"),
  TELEPHONE("Telephone|Tel.", "Telefon|Tel.", "Téléphone|Tél.", "Teléfono|Tel."),
  TOTAL("Total", "Summe|Gesamt", "Total", "Total"),
  YES("yes", "ja", "oui", "sí"),
  NO("no", "nein", "non", "no");

  /** For each language, in the order of {@link Language}. */
  private final List<List<String>> ways;

  Phrase(String english, String german, String french, String spanish) {
    this.ways = List.of(ways(english), ways(german), ways(french), ways(spanish));
  }

  private static List<String> ways(String alternatives) {
    return List.of(alternatives.split("\\|", -1));
  }

  public String in(Desk desk) {
    return in(desk.words().language(), desk.dice());
  }

  /** The first way to say it. */
  public String in(Language language) {
    return ways.get(language.ordinal()).get(0);
  }

  String in(Language language, Dice dice) {
    return dice.pick(ways.get(language.ordinal()));
  }
}
