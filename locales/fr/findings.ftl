# Ce que les étapes ont remarqué, et ce qu’il y a à faire.
lead-forbidden = { $giver } → { $taker }, { $resource } : écarté. { $rule }
hazardous-without-taker = { $site } : « { $wording } »{ $code ->
    [none] {""}
   *[other] { " " }({ $code })
 }, déchet dangereux sans preneur autorisé connu sur le territoire. { $pathway ->
    [none] Demander au producteur son collecteur, sinon chercher un collecteur ou un centre autorisé de dehors.
   *[other] Demander au producteur son collecteur, sinon en chercher un de dehors, autorisé pour : { $pathway }.
 }
leads-cut = { $found } pistes trouvées, les { $kept } meilleures sont gardées.
flows-unclassified = { $count ->
    [one] Un flux n’a pas été reconnu : aucune piste ne peut en sortir. Choisir sa ressource.
   *[other] { $count } flux n’ont pas été reconnus : aucune piste ne peut en sortir. Choisir leur ressource.
 }
wording-unknown = « { $wording } » n’est pas reconnu : choisir la ressource, ou le dire autrement.
wording-list = « { $wording } » nomme plusieurs choses, lues à part : { $things }. { $stated ->
    [none] Une ligne par chose serait plus juste.
   *[other] Comment la quantité ({ $stated }) se répartit n’est pas su : une ligne par chose serait plus juste.
}
sites-trade-read = { $count ->
    [one] L’activité d’un site sans code est lue de ses mots : { $sites }. Écrire le code NAF si c’est autre chose.
   *[other] L’activité de { $count } sites sans code est lue de leurs mots : { $sites }. Écrire le code NAF si c’est autre chose.
 }
sites-without-profile = { $count ->
    [one] Un site n’a pas de profil d’activité ({ $sites }) : rien n’a été estimé pour lui. Écrire son code NAF, ou son activité en mots (« menuiserie »).
   *[other] { $count } sites n’ont pas de profil d’activité ({ $sites }) : rien n’a été estimé pour eux. Écrire leur code NAF, ou leur activité en mots (« menuiserie »).
 }
unit-unknown = Une unité du programme n’est pas comprise : rien n’a été chiffré ({ $error }).
figure-missing = Une valeur de référence manque : les pistes qui en ont besoin restent sans ce chiffre. L’ajouter dans data/figures.
figure-not-valid = Une valeur de référence n’est pas valable le { $day } (elle l’est de { $from } à { $until }) : elle n’est pas utilisée. La mettre à jour dans data/figures.
figure-unit = Une valeur de référence est dans une unité inattendue ({ $unit }) : elle n’est pas utilisée. La corriger dans data/figures.

intake-file-unsupported = Ce fichier n’est pas d’un format reconnu : il n’a pas été lu.
intake-sheet-hidden = La feuille « { $sheet } » est masquée : elle n’a pas été lue. L’afficher si elle compte.
intake-sheet-ignored = La feuille « { $sheet } » n’a pas été lue : ses titres ne sont pas reconnus.
intake-column-refused = La colonne « { $column } » n’est pas connue : elle n’a pas été lue. Connues : { $known }.
intake-value-refused = Colonne « { $column } », valeur « { $value } » refusée : { $reason }
intake-date-in-future = La date { $date } est à venir : vérifier le jour, le mois et l’année.
intake-insertion-kind = Une structure d’insertion sans sa sorte : lue comme un atelier et chantier d’insertion (ACI). Écrire EI, ACI, ETTI, AI ou EITI.
intake-half-coordinates = Une latitude sans longitude, ou l’inverse : donner les deux.
intake-coordinates-refused = Valeur refusée : { $reason }. À corriger dans { $source }.
intake-naf-two-meanings = { $site } : le code { $code } sans lettre veut dire « { $old } » en NAF rév. 2 et « { $new } » en NAF 2025. Il est lu en rév. 2 ; écrire la lettre pour trancher.
intake-hazard-kept = Le code { $code } est dit dangereux, la liste le donne non dangereux : le danger est gardé tel que dit, par prudence. Vérifier le code, ou prendre son jumeau dangereux.
intake-asterisk-corrected = L’astérisque du code { $code } manquait ou était de trop : corrigé d’après la liste.
intake-container-size-unknown = Contenant sans taille ({ $container }) : demander son volume, la quantité reste inconnue.
intake-container-size-assumed = Contenant sans taille ({ $container }) : taille usuelle prise, soit { $low } à { $high } { $unit }. Demander son volume.
flow-hazard-contradicts = « { $wording } » est lu comme { $resource }, qui n’est jamais dangereux, mais porte le code dangereux { $code } : rien n’est proposé. Dire ce que c’est, ou corriger le code.
flow-said-twice = « { $wording } »{ $other ->
    [none] {""}
   *[other] {" "}({ $other })
 } est aussi au registre de ce site ({ $kept_source } : { $kept }) : le registre fait foi, ce qui a été dit ne s’y ajoute pas. Si ce sont deux déchets, leur donner deux codes ou deux noms.
flow-said-far-more = « { $wording } » ({ $other }) est aussi au registre de ce site ({ $kept_source } : { $kept }), qui en compte plusieurs fois moins : le registre est sans doute partiel, ou l’un des deux se trompe d’unité. Compté une fois, de l’un à l’autre ; demander combien part par an.
flow-unit-unfit = Colonne « quantité », valeur « { $stated } » (« { $wording } ») : ce n’est pas une quantité de { $resource } ; la donner en tonnes, m³, pièces ou MWh par an. Elle n’est pas comptée.
intake-quantity-open = « { $value } » laisse le nombre ouvert : lu comme { $low } à { $high }, { $mid } au milieu. Demander combien.
intake-quantity-counted = « { $value } » de « { $wording } » est sans unité : lu en pièces ({ $thing }), puisque cela se compte. À confirmer.
intake-quantity-thousands = Colonne « { $column } », « { $value } » : lu { $read }, mais ce peut être { $other } ; rien dans le fichier ne dit si la virgule sépare les milliers. Écrire sans virgule ce qui est en milliers.
intake-register-thousands = { $count ->
    [one] Une quantité peut
   *[other] { $count } quantités peuvent
 } se lire de deux façons à mille près : « { $value } » ({ $source }, colonne « { $column } ») est lu { $read }, ce peut être { $other }. Rien dans le fichier ne dit si la virgule sépare les milliers.
intake-quantity-once = Quantité donnée en une fois, sans période : demander combien par an.
intake-line-twice = Cette ligne répète celle de { $first } (« { $wording } ») : elle ne compte qu’une fois.
intake-contradiction = Deux fichiers se contredisent ({ $field }) : « { $kept } » est gardé ({ $kept_source }), « { $other } » ne l’est pas ({ $other_source }).
intake-id-two-sites = Deux sites portent le même identifiant : « { $first } » ({ $first_source }) et « { $second } » ({ $second_source }) ; le second devient { $renamed }.
intake-site-joined = « { $second } » ({ $second_source }) et « { $first } » ({ $first_source }) sont lus comme un seul site : même nom{ $commune ->
    [none] , aucune commune dite
   *[other] , { $commune }
 }. S’il y en a deux, donner à chacun son SIRET ou sa commune.
intake-site-perhaps = « { $second } » ({ $second_source }) est peut-être « { $first } » ({ $first_source }) : même nom, mais rien ne dit lequel des sites. Ils restent deux ; si c’est le même, donner le SIRET ou la commune, sinon ses tonnes comptent deux fois.
intake-siret-twice = Valeur refusée : { $reason }. À corriger dans { $source }.
intake-site-unknown = { $count ->
    [one] Un flux nomme
   *[other] { $count } flux nomment
 } le site « { $site } », qui n’est dans aucun fichier d’acteurs : l’y ajouter.
intake-exchange-site-unknown = { $count ->
    [one] Un échange nomme
   *[other] { $count } échanges nomment
 } le site « { $site } », qui n’est dans aucun fichier d’acteurs : l’y ajouter.
intake-file-copy = Ce fichier est la copie exacte de { $of } : il n’est lu qu’une fois.
intake-sirene-place-masked = { $count ->
    [one] Un établissement cache
   *[other] { $count } établissements cachent
 } ses coordonnées dans SIRENE (« [ND] ») : pris au centre de la commune.
intake-sirene-place-absurd = { $count ->
    [one] Un établissement a
   *[other] { $count } établissements ont
 } des coordonnées impossibles dans SIRENE (ligne { $line } : « { $value } ») : pris au centre de la commune. Donner le lieu dans un fichier d’acteurs portant ce SIRET.
intake-two-names = Deux noms de territoire : « { $kept } » est gardé, « { $other } » ne l’est pas.
intake-commune-unknown = { $count ->
    [one] Un site est
   *[other] { $count } sites sont
 } dans une commune inconnue, « { $commune } » ({ $sites }) : les plus petites communes hors de Moselle ne sont pas connues ; donner des coordonnées, ou corriger le nom.
intake-commune-misspelt = { $count ->
    [one] Un site est
   *[other] { $count } sites sont
 } dans une commune inconnue, « { $commune } » ({ $sites }). Vouliez-vous dire { $like } ?
intake-commune-homonyms = { $count ->
    [one] Un site est
   *[other] { $count } sites sont
 } à « { $commune } » ({ $sites }), et plusieurs communes portent ce nom : { $like }. Écrire le code postal avec le nom, ou donner des coordonnées.
intake-place-missing = { $count ->
    [one] Un site n’a ni coordonnées ni commune
   *[other] { $count } sites n’ont ni coordonnées ni commune
 } ({ $sites }) : aucune distance n’est calculée, et des pistes manquent. Dire le lieu dans un fichier d’acteurs (colonnes « identifiant », « nom », « siret », « commune ») avec le même identifiant ou le même SIRET ; pour un registre, écrire « Site : » et la commune au-dessus des titres.

intake-irep-activity-unknown = Code d’activité « { $value } » non reconnu : { $reason }
intake-quantity-huge = « { $wording } » : « { $stated } » est plus que ce que manie en un an le plus grand site d’Europe : vérifier l’unité et la période.
intake-places-shared = { $count } sites partagent leurs coordonnées avec un autre sans partager d’adresse ({ $sites }) : leurs lieux sont pris pour ceux de la commune, les distances sont approchées.
intake-irep-vintage = { $count ->
    [one] Un site vient
   *[other] { $count } sites viennent
 } d’une liste de { $year } : l’établissement existe-t-il encore ? Le demander d’abord.
intake-irep-no-vintage = { $count ->
    [one] Un site vient
   *[other] { $count } sites viennent
 } d’une liste sans date (registre des émissions) : l’établissement existe-t-il encore ? Le demander d’abord.
intake-irep-commune-points = Les positions du registre des émissions sont à l’échelle de la commune : distances approchées.
intake-irep-installations-merged = { $count } installations de « { $name } » au même endroit sont réunies en un site.
intake-irep-place-unknown = { $count } installations ont une position inconnue ({ $examples }).
intake-irep-places-disagree = La position et la commune sont à { $km } km l’une de l’autre : vérifier.
intake-irep-siret-invalid = « { $value } » n’est pas un SIRET valable : le site est gardé sans lui.
intake-irep-siret-shared = Le SIRET { $siret } est partagé par { $count } sites éloignés : vérifier.
intake-network-class-unknown = Catégorie « { $value } » inconnue : le flux est gardé sans elle.
intake-network-code-unknown = Code « { $value } » non reconnu : { $reason }
intake-network-codes-many = Plusieurs codes donnés ({ $stated }) : { $kept } est gardé.
intake-network-nace-unknown = Activité « { $value } » non reconnue : { $reason }
intake-network-status-unknown = État « { $value } » inconnu : l’échange est compté comme en cours.
intake-sirene-activity-unknown = Code d’activité « { $value } » non reconnu ({ $count ->
    [one] un établissement
   *[other] { $count } établissements
 }) : { $reason }
intake-sirene-no-units = Le fichier des unités légales manque (établissements sans nom laissés de côté : { $unnamed }). Le donner avec celui des établissements.
intake-sirene-units-alone = Le fichier des unités légales est seul : donner aussi celui des établissements.
intake-sirene-places-alone = Le fichier de géolocalisation est seul ({ $count } lignes) : donner aussi celui des établissements.

intake-points-without-site = { $count ->
    [one] Un point de géolocalisation ne correspond à aucun site : il n’est pas utilisé.
   *[other] { $count } points de géolocalisation ne correspondent à aucun site : ils ne sont pas utilisés.
 }
intake-register-hazard-kept = { $count ->
    [one] Un déchet est dit dangereux sous un code que la liste donne non dangereux : le danger est gardé par prudence, { $codes }. Vérifier le code ou la case « Dangereux ».
   *[other] { $count } déchets sont dits dangereux sous un code que la liste donne non dangereux : le danger est gardé par prudence, { $codes }. Vérifier le code ou la case « Dangereux ».
 }
intake-register-asterisk = { $count ->
    [one] Un code avait un astérisque de trop ou de moins : corrigé d’après la liste, { $codes }.
   *[other] { $count } codes avaient un astérisque de trop ou de moins : corrigés d’après la liste, { $codes }.
 }
intake-register-columns-unsure = Colonnes devinées sans certitude : { $columns }. Vérifier sur quelques lignes.
intake-register-columns-unread = Colonnes vues et non lues : { $columns }. Un prix est lu hors taxes, une fois par ligne : celui de la ligne, ou celui de l’unité.
intake-register-no-date = Le registre ne donne aucune date : ses quantités sont prises comme celles d’une année. Vérifier la période.
intake-register-owner-unknown = { $count ->
    [one] Une ligne ne dit pas de quel site vient le déchet : un site a été créé au nom du fichier.
   *[other] { $count } lignes ne disent pas de quel site vient le déchet : un site a été créé au nom du fichier.
 }
intake-register-owner-titled = Le titre du registre nomme « { $name } » : ces déchets sont les siens.
intake-register-left-open = { $count ->
    [one] Une quantité laisse
   *[other] { $count } quantités laissent
 } le nombre ouvert (« quelques », « plus de ») : « quelques » est lu comme 2 à 6, 3 au milieu. Demander combien.
intake-register-year-assumed = Les mois du registre sont sans année : pris pour { $year }. Écrire l’année au-dessus des titres, par exemple « Registre { $year } ».
intake-register-year-taken = Toutes les lignes sont de { $year } ({ $days }), dans les deux moitiés de l’année : les quantités sont prises pour l’année { $year } entière, sans rien y ajouter. Si le registre ne couvre pas toute l’année, dire sa période au-dessus des titres.
intake-register-partial-year = Premier et dernier enlèvement : { $days }. { $months ->
    [0] Rien n’est ramené à l’année
   *[other] Les quantités sont ramenées de { $months } mois à l’année (de l’un à l’autre, plus un intervalle habituel), sauf ce qui n’est parti qu’un jour
 }. Dire la période du registre, par exemple « Registre 2025 » au-dessus des titres.
intake-nothing-read = { $count ->
    [one] Rien n’a été lu de ce fichier : sa seule ligne est refusée ({ $reason }).
   *[other] Rien n’a été lu de ce fichier : ses { $count } lignes sont refusées ; la première parce que { $reason }.
 }
intake-register-skip-assumed = { $count ->
    [one] Une benne sans volume a été prise à une taille usuelle : demander son volume.
   *[other] { $count } bennes sans volume ont été prises à une taille usuelle : demander leur volume.
 }
intake-register-years-averaged = Le registre va de { $first } à { $last } : les quantités sont des moyennes par an.
