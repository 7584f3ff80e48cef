# Les mots du rapport : page, classeur, carte.
report-title = fe2i – { $territory }
report-eyebrow = Diagnostic d’écologie industrielle
report-day = État au { $date }
report-invented = Entreprises inventées : rien ici ne désigne une entreprise réelle.
report-members = Version pour les membres : ni prix, ni flux confidentiels. { $count ->
    [one] Une piste n’est pas montrée.
   *[other] { $count } pistes ne sont pas montrées.
 }
report-nav = Sections
report-skip = Aller aux pistes
nav-summary = En bref
nav-map = Carte
nav-leads = Pistes
nav-flows = Ce que le territoire jette
nav-visits = Prochaines visites
nav-gaps = Ce qui manque
nav-struck = Écarté, et pourquoi
nav-method = Méthode et sources

report-sites = { $count ->
    [one] site
   *[other] sites
 }
report-sites-lost = dont { $count ->
    [one] un sans lieu connu
   *[other] { $count } sans lieu connu
 }
report-flows-said = { $count ->
    [one] flux dit
   *[other] flux dits
 }
report-flows-said-hint = mesurés, en registre, déclarés ou documentés
report-flows-rough = { $count ->
    [one] dont un estimé par qui l’a dit
   *[other] dont { $count } estimés par qui les a dits
 }
report-flows-guessed = { $count ->
    [one] flux supposé
   *[other] flux supposés
 }
report-flows-guessed-hint = par fe2i, d’après l’activité : à vérifier
report-exchanges = { $count ->
    [one] échange en cours déjà connu
   *[other] échanges en cours déjà connus
 }
report-exchanges-planned = { $count ->
    [one] et un prévu
   *[other] et { $count } prévus
 }
report-exchanges-ended = { $count ->
    [one] et un arrêté
   *[other] et { $count } arrêtés
 }
report-leads = { $count ->
    [one] piste
   *[other] pistes
 }
report-leads-guessed = { $share } ne reposent que sur des estimations : elles disent qui visiter, pas quoi signer.
report-worth = Si les pistes aboutissaient
report-worth-none = Aucune piste n’a encore de chiffre : il manque des quantités dites par les entreprises. Les prochaines visites disent où les demander.
report-worth-hint = Par an, sur { $count ->
    [0] aucune piste retenue
    [one] une piste retenue
   *[other] { $count } pistes retenues
 } : chaque flux compte une seule fois, dans sa meilleure piste ; celles qui coûtent plus qu’elles ne rapportent n’y sont pas. Intervalles P10–P90 additionnés sans compensation.
report-part-said = ■ dont flux dits par toutes les parties : { $amount }
report-prices = Prix : { $sound ->
    [0] toujours au moins un prix usuel ou coût retenu de mémoire
    [one] une piste sur { $count } n’emploie que des prix dits ou publiés, les autres au moins un prix retenu de mémoire
   *[other] { $sound } pistes sur { $count } n’emploient que des prix dits ou publiés, les autres au moins un prix retenu de mémoire
 }
report-part-guessed = ▨ dont sur des estimations à vérifier : { $amount }
report-part-unknown = { $count ->
    [one] une piste sans ce chiffre
   *[other] { $count } pistes sans ce chiffre
 } : inconnu, pas zéro
report-nothing = rien encore

gain-euros = Gain net
gain-co2 = Émissions évitées
gain-co2-credit = Crédit carbone du substitut, à part
gain-mass = Tonnes en jeu
gain-mass-diverted = Tonnes détournées
report-diverted-hint = sans ce qui est déjà recyclé ou réemployé aujourd’hui
gain-energy = Énergie
gain-water = Eau
gain-work = Travail

report-map-empty = Aucun site n’a de lieu connu : donner une adresse ou une commune dans le fichier des acteurs.
report-map-label = Carte des sites et des pistes ; flèches pour se déplacer, + et − pour zoomer
report-zoom-in = Agrandir
report-zoom-out = Réduire
report-zoom-all = Tout voir
report-site-said = a dit au moins un flux
report-site-guessed = connu par son activité seulement
report-legend = Ce que montre la carte
report-legend-company = entreprise
report-legend-insertion = structure d’insertion
report-legend-public = collectivité, chambre
report-legend-other = association, laboratoire
report-legend-fill = plein : a dit ses flux ; creux : estimé
report-legend-day = État au { $date }. Lignes : { $count ->
    [one] la première piste
   *[other] les { $count } premières pistes
 }, pâles quand tout est estimé ; les groupes de plus de six n’apparaissent que choisis.
report-legend-invented = Le fond de carte est réel, les sites sont inventés.
report-legend-lost = { $count ->
    [one] Un site sans lieu n’y figure pas.
   *[other] { $count } sites sans lieu n’y figurent pas.
 }
report-all-lines = toutes les pistes de la page
report-pick = Choisir une ligne pour ouvrir sa piste, un site pour filtrer la liste.

report-leads-hint = D’abord ce qui vaut le plus d’être tenté : gain, vraisemblance et aisance ; puis ce qui répète une idée placée plus haut recule, pour que la première page montre des choses différentes. Barres : de P10 à P90, trait à P50, échelle commune à toutes les pistes ; hachuré quand une partie est estimée. Ouvrir une piste pour ses preuves, ses calculs, le droit et les questions.
report-leads-cut = Les { $count } premières pistes sur { $total } ; toutes sont dans le classeur.
report-leads-more = { $count ->
    [one] La piste suivante
   *[other] Les { $count } pistes suivantes
 }
report-table = Le classement en un tableau
report-table-who = Qui
report-table-belief = Vraisemblance
report-leads-empty = Aucune piste. Ajouter des flux ou des codes d’activité, puis relancer le diagnostic.
report-filters = Filtrer les pistes
report-filter-kind = Sorte
report-filter-resource = Ressource
report-filter-all = toutes
report-filter-text = Nom ou mot
report-filter-insertion = travail d’insertion
report-filter-said = dit par toutes les parties
report-filter-none = Aucune piste ne répond à ces filtres. Élargir la recherche.
support-said = flux dits par toutes les parties
support-partly = en partie estimé
support-guessed = estimé seulement
report-belief = vraisemblance { $share }
report-insertion = travail d’insertion
report-settles = À trancher
report-unknown-figures = Inconnus : { $figures }
report-why = Pourquoi cette piste
report-locate = Voir sur la carte
report-no-terms = Rien n’est chiffré : ce qu’on en sait ne suffit pas. La question à poser vient d’abord.
report-made-of = Ce qu’elle vaudrait, terme à terme
report-not-appraised = Pas encore chiffrée.
report-break-even = Le transport mange le gain à partir de { $km } km de route.
report-term-unknown = inconnu, non compté
report-said-by-site = d’après ce que le site a dit
report-confidence = confiance { $confidence }
report-law = Ce que demande le droit
report-route = Voie :
report-hierarchy = Hiérarchie :
report-no-advice = Ceci n’est pas un conseil juridique : une liste de points à vérifier avec l’administration.
report-ask = Ce qu’il faut demander
report-no-question = Rien à demander avant de rapprocher les parties.
report-question-nominal = valeur de principe, le gain n’étant pas connu ; { $minutes } min
report-question-worth = vaut environ { $value } pour { $minutes } min

report-flows-hint = Tonnes par an. À gauche les ressources, au milieu ce qu’elles deviennent aujourd’hui, à droite la meilleure piste. Plein : dit ; strié : estimé, compté selon sa vraisemblance. La meilleure piste y est aussi quand elle coûte plus qu’elle ne rapporte ou qu’elle ne prend qu’une part du flux : ses tonnes peuvent donc dépasser les « tonnes détournées » du total. L’énergie et l’eau n’y sont pas.
report-flows-empty = Aucun résidu n’a de tonnage connu : demander un nombre de bennes et leur volume suffit.
report-flows-unknown = { $count ->
    [one] Un résidu ({ $share }) n’a pas de tonnage connu : il n’est pas dessiné.
   *[other] { $count } résidus ({ $share }) n’ont pas de tonnage connu : ils ne sont pas dessinés.
 }
report-flows-label = Diagramme des flux de matière, des ressources à leur devenir et aux pistes
report-flows-families = Ressource
report-flows-today = Aujourd’hui
report-flows-leads = Meilleure piste
report-other-families = autres ressources
report-unclassified = non reconnu
report-no-lead = aucune piste
report-as-table = Les mêmes chiffres en liste
fate-reuse = réemploi
fate-recycling = recyclage
fate-recovery = valorisation, énergie
fate-disposal = élimination
fate-not-final = tri, collecte en mélange
fate-unknown = devenir inconnu

report-visits-hint = Les visites dont les réponses valent le plus par minute passée.
report-visits-empty = Aucune visite à proposer : soit tout est connu, soit rien n’est encore chiffré.
report-visit-leads = { $count ->
    [0] n’éclaire aucune piste
    [one] éclaire une piste
   *[other] éclaire { $count } pistes
 }

report-gaps-empty = Rien à signaler.
report-times = { $count } ×
report-rest = { $count ->
    [one] et une autre ligne, dans le classeur.
   *[other] et { $count } autres lignes, dans le classeur.
 }
report-gap-place = { $count ->
    [one] Un site sans lieu : ni carte, ni distance.
   *[other] { $count } sites sans lieu : ni carte, ni distance.
 } Donner une adresse ou une commune.
report-gap-tonnes = { $count ->
    [one] Un résidu dit sans tonnage.
   *[other] { $count } résidus dits sans tonnage.
 } Demander un nombre de bennes et leur volume.
report-file = { $count ->
    [0] aucune ligne lue
    [one] une ligne lue
   *[other] { $count } lignes lues
 } ({ file-format })
report-rejected = { $count ->
    [one] une ligne refusée
   *[other] { $count } lignes refusées
 }
report-to-correct = { $count ->
    [one] une valeur à corriger
   *[other] { $count } valeurs à corriger
 }
report-skipped = { $count ->
    [one] une ligne laissée de côté :
   *[other] { $count } lignes laissées de côté :
 }
report-reason = Raison
report-line = Ligne
report-column = Colonne
report-value = Valeur

method-ranges = Chaque chiffre est un intervalle : une chance sur dix d’être sous P10, une sur deux sous P50, une sur dix au-dessus de P90. Un chiffre inconnu reste inconnu ; il ne vaut jamais zéro.
method-belief = La vraisemblance d’une piste est la chance que ce qu’affirme sa phrase soit vrai : pour une paire, que l’un ait la chose et que le premier nommé ensuite la prenne ; pour un groupement, qu’au moins le nombre nécessaire y soit. Elle ne dit pas si les gens s’entendront, et ce que la phrase appelle possible n’y est pas.
method-guess = Un flux estimé vient d’un profil d’activité. Il sert à choisir qui visiter et porte toujours cette marque.
method-once = Les totaux comptent chaque flux une seule fois, dans sa meilleure piste, sans les échanges déjà en cours.
method-co2 = Les émissions évitées comparent ce qui se passerait de toute façon et la nouvelle voie ; les crédits publiés pour le produit remplacé sont montrés à part, jamais soustraits.
method-distance = Les distances sont à vol d’oiseau ; la route est plus longue.
method-order = L’ordre des pistes croît avec leur valeur, leur vraisemblance et leur facilité.
report-figures = { $count ->
    [one] Une valeur utilisée
   *[other] { $count } valeurs utilisées
 }
report-figures-none = Aucune : les pistes ne sont pas chiffrées, ou reposent sur ce que les sites ont dit.
report-figure = Valeur de référence
report-source = Source
report-sources = Documents cités
report-locator = Endroit
report-date = Date
report-confidence-head = Confiance
report-note = Note
report-geography = Contours des communes : IGN et Insee, Licence Ouverte.

sheet-summary = Synthèse
sheet-leads = Pistes
sheet-visits = Visites
sheet-flows = Flux
sheet-sites = Sites
sheet-findings = À vérifier
sheet-sources = Sources
sheet-what = Quoi
sheet-unit = Unité
sheet-of-which-said = dont dit par toutes les parties (P50)
sheet-without = pistes sans ce chiffre
sheet-rank = Rang
sheet-kind = Sorte
sheet-title = Titre
sheet-sentence = Piste
sheet-support = Appui
sheet-belief = Vraisemblance (0–1)
sheet-route = Voie juridique
sheet-distance = Distance à vol d’oiseau
sheet-question = Question
sheet-question-value = Valeur de la réponse
sheet-question-minutes = Minutes pour demander
sheet-id = Identifiant
sheet-site = Site
sheet-visit-value = Valeur de la visite
sheet-visit-minutes = Minutes de la visite
sheet-leads-count = Pistes
sheet-direction = Sens
sheet-wording = Dit
sheet-resource = Ressource
sheet-waste-code = Code déchet
sheet-stated = Quantité dite
sheet-tonnes = Tonnage
sheet-quality = Qualité
sheet-fate = Devenir
sheet-evidence = Preuve
sheet-likelihood = Vraisemblance (0–1)
sheet-price = Prix dit
sheet-siret = SIRET
sheet-activity = Activité
sheet-headcount = Effectif
sheet-address = Adresse
sheet-commune = Commune
sheet-zone = Zone
sheet-latitude = Latitude (°)
sheet-longitude = Longitude (°)
sheet-severity = Gravité
sheet-finding = Constat
sheet-about = À propos de
sheet-no-place = Site sans lieu : ni carte, ni distance.
report-colon = {" "}:{" "}
report-question-idle = ne changerait pas la décision ; { $minutes } min
report-legend-outside = { $count ->
    [one] Un site éloigné est hors du cadre : réduire pour le voir.
   *[other] { $count } sites éloignés sont hors du cadre : réduire pour les voir.
 }
sheet-left-out = Lignes laissées de côté : { $count }. La feuille s’arrête là.
sheet-left-out-flows = Flux laissés de côté : { $count }, dont { $estimates } estimés. La feuille s’arrête là.
report-rivals = en concurrence avec { $count ->
    [one] une autre piste
   *[other] { $count } autres pistes
 }
report-taken = déjà pris par { $who }
report-rivals-help = Le même résidu, ou le même besoin, est promis dans plusieurs pistes et n’y suffit pas : une seule se fera, ou chacune pour partie.
sheet-code-guessed = { $code } (deviné)
sheet-rivals = Pistes concurrentes

report-struck-lead = Ces échanges sont demandés d’un côté et possibles de l’autre, mais une règle les interdit : ils ne sont pas proposés.
report-struck-count = { $count ->
    [one] un échange
   *[other] { $count } échanges
 }
report-struck-rule = Règle { $rule }
sheet-struck = Écarté
sheet-struck-giver = Qui donnerait
sheet-struck-taker = Qui prendrait
sheet-struck-what = Quoi
sheet-struck-why = Pourquoi non
sheet-struck-rule = Règle
sheet-struck-source = Source
