import type { Field } from './fields.js';

/** How clearly a header names a field: only the clearest of several columns is taken. */
export const CLARITY = {
  /** "Dossard": can mean nothing else. */
  exact: 4,
  /** "Dossard (10 km)": has the word in it. */
  partial: 3,
  /** "Numero", "Course": usual for it, but also used for other things. */
  general: 2,
  /** "N°", "Nr": an abbreviation that often counts the lines. */
  abbreviation: 1,
} as const;

export type Clarity = (typeof CLARITY)[keyof typeof CLARITY];

/**
 * Some headers are settled by what stands beside them: "Nom" is the family name or, alone,
 * both names (`familyOrBoth`); "Name", "Nombre", "Nome" may be the given name as well (`anyName`).
 */
export type HeaderMeaning = Field | 'familyOrBoth' | 'anyName' | 'notKept';

interface HeaderWords {
  readonly means: HeaderMeaning;
  readonly clarity: Clarity;
  /** Folded, separated by `|`: French, English, German, Spanish, Italian. */
  readonly words: string;
}

export const HEADER_WORDS: readonly HeaderWords[] = [
  {
    means: 'bib',
    clarity: CLARITY.exact,
    words:
      'dossard|dossards|no dossard|no de dossard|no du dossard|numero dossard|numero de dossard|numero du dossard|num dossard|num de dossard|doss|dos|no doss|no dos|num dos' +
      '|bib|bibs|bib no|bib number|bib num|bib nr|bibno|bibnumber|bibnr|bib id|race no|race number|runner number|start number|start no|plate|plate number|number bib' +
      '|startnummer|startnummern|startnr|start nr|stnr|st nr|stnummer|snr|start nummer|startnumber|startno' +
      '|dorsal|dorsales|no dorsal|no de dorsal|numero dorsal|numero de dorsal|num dorsal|num de dorsal|dorsal no' +
      '|pettorale|pettorali|pett|no pettorale|numero pettorale|numero di pettorale|num pettorale|n pettorale|n pett|numero di gara|numero gara',
  },
  { means: 'bib', clarity: CLARITY.general, words: 'numero|number|nummer|num|numeros' },
  { means: 'bib', clarity: CLARITY.abbreviation, words: 'no|nr|n|nro|nb|n o' },
  {
    means: 'lastName',
    clarity: CLARITY.exact,
    words:
      'nom de famille|nom famille|nom participant|nom coureur|nom du coureur|nom du participant' +
      '|last|last name|lastname|surname|family name|familyname|name last|participant last name|runner last name|lname' +
      '|nachname|familienname|zuname|nachnamen' +
      '|apellidos|apellido|primer apellido|apellido 1|apellidos participante' +
      '|cognome|cognomi|cognoms',
  },
  { means: 'lastName', clarity: CLARITY.general, words: 'nom usuel|nom d usage|nom de naissance' },
  {
    means: 'firstName',
    clarity: CLARITY.exact,
    words:
      'prenom|prenoms|prenom participant|prenom coureur|prenom du coureur|prenom du participant' +
      '|first|first name|firstname|given name|givenname|given names|forename|forenames|name first|participant first name|runner first name|fname' +
      '|vorname|vornamen|rufname' +
      '|nombre de pila|nombre participante' +
      '|nome proprio|nome di battesimo',
  },
  { means: 'familyOrBoth', clarity: CLARITY.exact, words: 'nom|noms' },
  { means: 'anyName', clarity: CLARITY.exact, words: 'name|names|nombre|nombres|nome' },
  {
    means: 'name',
    clarity: CLARITY.exact,
    words:
      'nom prenom|nom et prenom|nom prenoms|noms prenoms|noms et prenoms|nom complet|nom & prenom|prenom nom|prenom et nom|identite' +
      '|full name|fullname|complete name|name first last|first and last name|first name last name|first last|last first|last name first name|name surname|surname name|surname first name|athlete name|runner name|participant name' +
      '|vollstandiger name|name vorname|nachname vorname|vorname nachname|vorname name|vor und nachname|vor und zuname|name und vorname|vorname und name' +
      '|nombre completo|nombre y apellidos|nombre y apellido|nombre apellidos|apellidos y nombre|apellidos nombre|apellido y nombre|apellidos y nombres|nombres y apellidos' +
      '|nome completo|nome e cognome|nome cognome|cognome e nome|cognome nome|nominativo',
  },
  {
    means: 'name',
    clarity: CLARITY.general,
    words:
      'coureur|coureurs|participant|participants|concurrent|athlete|runner|competitor|athlet|athletin|laufer|teilnehmer|starter|corredor|corredora|atleta|participante|partecipante|concorrente',
  },
  {
    means: 'sex',
    clarity: CLARITY.exact,
    words:
      'sexe|sex|gender|genre|geschlecht|geschl|sexo|genero|sesso|genere|h f|f h|m f|f m|m w|w m|m w d|f m x|sexe h f|sexe m f|sex m f|gender m f|geschlecht m w',
  },
  {
    means: 'sex',
    clarity: CLARITY.general,
    words: 'civilite|anrede|title|tratamiento|titolo|g|s',
  },
  {
    means: 'birth',
    clarity: CLARITY.exact,
    words:
      'date de naissance|date naissance|naissance|ne le|nee le|ne e le|annee de naissance|annee naissance|ddn|annee|date naiss|an naissance' +
      '|birth date|birthdate|date of birth|dob|birthday|birth year|year of birth|yob|birth|born|birthyear' +
      '|geburtsdatum|geburtsjahr|geboren|geb datum|geb jahr|gebdatum|geb dat|gebjahr|jahrgang|jg|jahrg|geburtstag' +
      '|fecha de nacimiento|fecha nacimiento|f nacimiento|f nac|nacimiento|ano de nacimiento|ano nacimiento|fecha nac|ano nac' +
      '|data di nascita|data nascita|nascita|anno di nascita|anno nascita|nato il|nato a il|anno',
  },
  {
    means: 'category',
    clarity: CLARITY.exact,
    words:
      'categorie|cat|categ|categorie d age|category|categories|age group|agegroup|age category|division|class' +
      '|kategorie|altersklasse|ak|klasse|altersgruppe|wertungsklasse|categoria|categorias|grupo de edad|classe',
  },
  {
    means: 'category',
    clarity: CLARITY.general,
    words: 'code categorie|libelle categorie|categorie ffa|cat ffa|code cat|categorie age',
  },
  {
    means: 'club',
    clarity: CLARITY.exact,
    words:
      'club|clubs|nom du club|nom club|club association|association|club entreprise|club ou association|club ou equipe|club equipe|club ville' +
      '|club name|running club|verein|vereinsname|verein ort|verein team|vereine|nombre del club|nombre club|societa|societa sportiva|nome societa|asd|associazione',
  },
  {
    means: 'club',
    clarity: CLARITY.general,
    words:
      'structure|club company|organisation|organization|entreprise|company|firma|empresa|azienda',
  },
  {
    means: 'team',
    clarity: CLARITY.exact,
    words:
      'equipe|equipes|nom equipe|nom d equipe|nom de l equipe|nom de l equipe relais|team|teams|team name|teamname|relay team' +
      '|mannschaft|mannschaftsname|staffel|staffelname|equipo|nombre equipo|nombre del equipo|squadra|nome squadra',
  },
  {
    means: 'race',
    clarity: CLARITY.exact,
    words:
      'course|epreuve|parcours|nom course|nom de la course|nom epreuve|nom de l epreuve|nom parcours|libelle course|libelle epreuve' +
      '|race|race name|racename|competition|contest' +
      '|wettbewerb|lauf|rennen|laufstrecke|bewerb|disziplin|wettkampf' +
      '|carrera|prueba|recorrido|modalidad|competicion|nombre carrera' +
      '|gara|percorso|competizione|nome gara',
  },
  {
    means: 'race',
    clarity: CLARITY.general,
    words:
      'distance|distances|format|event|event name|evenement|strecke|distanz|distancia|evento|veranstaltung|distanza|race distance',
  },
  {
    means: 'race',
    clarity: CLARITY.abbreviation,
    words:
      'vague|sas|sas de depart|wave|start wave|corral|welle|startwelle|startblock|startgruppe|ola|oleada|cajon|onda|griglia|batteria|ondata',
  },
  {
    means: 'nationality',
    clarity: CLARITY.exact,
    words:
      'nationalite|nat|nation|nationality|nationalitat|nationalitaet|staatsangehorigkeit|nacionalidad|nazionalita|naz|nacion',
  },
  {
    means: 'nationality',
    clarity: CLARITY.general,
    words: 'pays|country|land|pais|paese|country code|code pays',
  },
  {
    means: 'notKept',
    clarity: CLARITY.exact,
    words:
      'puce|no puce|numero puce|chip|chip no|chip number|chip id|transponder|transponder id|chipnummer|chipcode|tag id|rfid|epc' +
      '|email|e mail|mail|adresse email|adresse mail|courriel|correo|correo electronico|email address|e mail adresse' +
      '|telephone|tel|mobile|portable|phone|phone number|telefon|handy|telefono|movil|cellulare|no telephone|numero de telephone' +
      '|adresse|address|street|strasse|direccion|indirizzo|rue|code postal|cp|zip|postcode|plz|codigo postal|cap' +
      '|licence|no licence|numero licence|numero de licence|license|lizenz|licencia|tessera|numero tessera' +
      '|commentaire|comment|comments|remarque|bemerkung|observaciones|note|notes',
  },
];

/** Words that make a header a bib's even among others: "Bib (relay)". */
export const BIB_WORDS = [
  'dossard',
  'bib',
  'startnummer',
  'startnr',
  'stnr',
  'dorsal',
  'pettorale',
];

/** "Dossard retiré", "Nom sur dossard", "Bib colour": something about the bib, not the bib. */
export const ABOUT_A_BIB =
  /\b(couleur|color|colour|retire|retrait|remis|remise|date|type|prix|price|nom|name|prenom|taille|size|pickup|picked|collected|envoi|envoye|statut|status|chip|puce|heure|lieu|farbe|preis|ausgabe|abgeholt|ausgegeben|recogida|recogido|entregado|precio|ritiro|ritirato|consegnato|prezzo|nombre|nome|impression|imprime|printed|ok)\b/;
