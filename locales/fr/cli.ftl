# Ce que dit la ligne de commande.
cli-failed = fe2i : { $why }
cli-error = erreur : { $what }
cli-error-about = erreur : { $about } : { $what }
cli-errors-more = … et { $count } autres erreurs, dans les documents
cli-because = {" : "}
cli-unread = { $count ->
    [one] un fichier n’a pas pu être lu : les résultats sont écrits sans lui
   *[other] { $count } fichiers n’ont pas pu être lus : les résultats sont écrits sans eux
 }
cli-warnings = avertissements : { $count }, dans les documents
cli-totals-read = { $sites } sites, { $flows } flux lus
cli-totals-found = { $leads } pistes, { $visits } visites
cli-progress = { $path } : { $lines } lignes lues
cli-file = { $path } : { file-format }, { $records ->
    [0] aucune ligne lue
    [one] une ligne lue
   *[other] { $records } lignes lues
 }, { $skipped } laissées de côté, { $rejected ->
    [0] aucune ligne refusée
    [one] une ligne refusée
   *[other] { $rejected } lignes refusées
 }, { $values ->
    [0] aucune valeur à corriger
    [one] une valeur à corriger
   *[other] { $values } valeurs à corriger
 }
cli-stage-classify = lecture des désignations …
cli-stage-estimate = profils d’activité …
cli-stage-match = recherche de pistes …
cli-stage-appraise = évaluation …
cli-written = écrit { $path }
cli-reference-confidence = confiance { $level }
cli-written-rejects = écrit { $path } ({ $count ->
    [0] aucune ligne refusée
    [one] une ligne refusée
   *[other] { $count } lignes refusées
 }, { $values ->
    [0] aucune valeur à corriger
    [one] une valeur à corriger
   *[other] { $values } valeurs à corriger
 })
cli-written-template = écrit { $path } ; remplissez-le, puis : fe2i diagnose { $path }
cli-exists = { $path } existe déjà ; donnez un autre nom, ou --force pour le remplacer
cli-folder-failed = { $path } : dossier impossible à créer
cli-write-failed = { $path } : écriture impossible
cli-nothing-found = rien sur « { $words } »
cli-meant = Vouliez-vous dire : { $words } ?
cli-no-words = aucun texte à classer ; donnez-le en argument ou sur l’entrée standard
cli-count-resources = ressources
cli-count-pathways = filières
cli-count-profiles = profils d’activité
cli-count-sharing = règles de mutualisation
cli-count-plants = installations
cli-count-forbidden = interdits
cli-count-figures = valeurs chiffrées
cli-count-waste = entrées de la liste des déchets
cli-count-activities = codes d’activité
cli-count-rubrics = rubriques ICPE
cli-count-communes = communes
cli-count-sources = sources
cli-standard-input = entrée standard
cli-standard-output = sortie standard
cli-no-day = « { $text } » n'est pas une date ; attendu AAAA-MM-JJ, par exemple 2026-12-09
cli-clock = l'horloge de la machine est fausse
cli-yes-or-no = attendu : oui ou non
cli-no-wording = entrée standard, ligne { $line } : attendu {"{"}"text": "…"{"}"}, lu « { $text } »
cli-no-question = entrée standard, ligne { $line } : attendu {"{"}"q", "input", "candidates"{"}"}
cli-migrated = la base est à jour
cli-open = ouvrez cette adresse dans un navigateur ; Ctrl-C pour arrêter
cli-serving = service
cli-no-account = aucun compte « { $email } »
cli-faults = { $count } défaut(s) dans data/ :
cli-backed-up = écrit { $path } ; la clé des valeurs scellées n'y est pas, gardez-la à part
cli-no-key = attention : sans clé, aucun prix ne peut être enregistré ; donner 64 chiffres hexadécimaux par FE2I_KEY (« openssl rand -hex 32 » en fait) et les garder à part des sauvegardes
cli-restored = territoires : { $count }
cli-read-back = { $id } relu
cli-outlines = contours de communes : { $count } ; version { $version }
cli-other-territory = attention : le dossier est celui de « { $id } », pas de « { $asked } »
