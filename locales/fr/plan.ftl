# Ce que dit `fe2i plan`.
plan-progress = { $seconds } s : question { $search }, plan { $plan }, borne { $bound }, { $nodes } nœuds
plan-progress-none = { $seconds } s : question { $search }, pas encore de plan, { $nodes } nœuds
plan-short-capacity = Capacité : il faut placer { $need } t par an ; même la plus grande taille sur chaque site n’en reçoit que { $have } t. Il manque { $missing } t.
plan-short-max-options = Nombre d’installations : avec { $most } au plus, les plus grandes reçoivent { $have } t par an sur { $need } t à placer. Il manque { $missing } t, donc en ouvrir au moins { $count }.
plan-short-budget = Budget : tout placer demande au moins { $need } € d’investissement, le budget est de { $have } €. Il manque { $missing } €.
plan-short-month = Mois { $month } : { $need } t à placer, les débouchés du mois n’en permettent que { $have } t. Il manque { $missing } t.
plan-short-source = Fournisseur « { $source } » : il doit tout donner à une seule installation, soit { $need } t par an ; la plus grande reçoit { $have } t. Il manque { $missing } t.
plan-short-source-month = Fournisseur « { $source } », mois { $month } : il doit tout donner à une seule installation, soit { $need } t ce mois-là ; la plus grande en reçoit { $have } t. Il manque { $missing } t.
plan-short-minimum = Charges minimales : avec { $have } t par an, aucune combinaison d’installations qui reçoive tout n’atteint ses charges minimales ; il faudrait { $need } t. Il manque { $missing } t de gisement, ou une taille plus petite.
plan-short-minimum-fit = Charges minimales : sans elles il y aurait un plan pour les { $serve } t par an à placer ; les tonnes y sont, mais leur partage n’atteint pas les charges minimales. Abaisser une charge minimale, ajouter une taille ou permettre le partage entre installations.
plan-short-whole = Fournisseurs entiers : partagés, les { $need } t par an trouveraient place ; entiers, { $have } t seulement. Il reste { $missing } t : permettre le partage ou agrandir une installation.
plan-short-number = Nombre d’installations : avec les autres limites, placer { $need } t par an demande au moins { $count } installations, { $most } sont permises.
plan-short-together = Aucune limite seule ne l’interdit, mais ensemble elles ne laissent aucun plan : { $need } t à placer, charge minimale d’une installation à partir de { $min } t, fournisseurs entiers et capacités. Permettre le partage entre installations, abaisser une charge minimale ou ajouter une taille.
plan-limit = Arrêté avant d’avoir trouvé un plan : laisser plus de temps.
plan-optimal = Plan prouvé : objectif { $objective }, à { $gap } au plus du meilleur possible.
plan-feasible = Plan trouvé, non prouvé : objectif { $objective }, à { $gap } au plus du meilleur possible.
plan-open = Ouvrir { $option } : { $tonnes } t par an de { $count } fournisseurs
plan-verified = Bilans, capacités et objectif recalculés sans le solveur : justes.
plan-broken = Recalcul : { $limit } de « { $who } » : { $has } au lieu de { $allowed }.
plan-robust-open = Pour les mauvaises années, ouvrir : { $open }
plan-robust-draws = Sur { $draws } tirages : objectif { $mid } au milieu, { $low } à { $high } dans huit cas sur dix ; { $cvar } en moyenne des pires { $worst } % ; charges minimales atteintes dans { $met } % des cas.
plan-robust-none = Aucun plan ne tient ce qui est demandé pour les mauvaises années.
plan-chain-open = { $plant } : { $size } { $unit } chez { $site }
plan-chain-input =   { $input } { $unit }/an de { $count ->
    [one] 1 apport
   *[other] { $count } apports
  }
plan-chain-money =   investissement { $investment } €, recettes { $revenue } €/an, charges { $running } €/an
plan-chain-fee =   équilibre à { $fee } €/{ $unit } payés par les apporteurs (négatif : la filière peut payer)
plan-chain-co2 =   CO₂ par an : { $impact } t émises, { $avoided } t évitées, comptées à part (? : inconnu)
plan-chain-gain = Gain de l’ensemble : { $median } €/an en médiane des tirages ({ $low } à { $high } huit fois sur dix). Le plan, toutes plages à leur milieu : { $gain } €/an{ $weighed ->
    [0] {""}
   *[other] {" "}une fois pondéré
  }{ $grant ->
    [0] {""}
   *[other] , dont { $grant } € que débourse le financeur de la subvention
  }, à { $gap } % au plus du meilleur possible ; { $left } { $unit }/an restent hors du plan
plan-chain-listed = { $count ->
    [one] 1 apport
   *[other] { $count } apports
  }, ≈ { $amount } { $unit }/an, { $spots } lieux pesés sur { $all } possibles : { $plant }
plan-co2-unsaid = CO₂ : { $count } options ne disent pas ce qu’elles évitent et comptent pour rien à ce titre, alors qu’une tonne évitée vaut { $worth } € : { $ids }.
plan-chain-stopped = Recherche arrêtée avant que tous les poids soient essayés : d’autres choix, et un plan plus prudent, restent peut-être à trouver. Laisser plus de temps.
plan-chain-written-members = Dossier écrit dans { $out } : dossier.pdf, dossier.xlsx ; plan.json et instance.json portent des prix et ne sont pas écrits pour les membres
plan-chain-written = Dossier écrit dans { $out } : dossier.pdf, dossier.xlsx, plan.json, instance.json
plan-not-negative = « { $text } » ; il faut un nombre, 0 ou plus
plan-refused = { $file }:{ $line }:{ $column } : { $why }
plan-refused-value = { $key } = { $value } ; il faut { $right }
plan-refused-unknown = clé inconnue « { $name } » ; connues : { $known }
plan-refused-missing = il manque la clé « { $name } »
plan-refused-type = { $found } lu, il faut { $wanted }
plan-refused-json = ce n’est pas du JSON lisible ({ $why })
plan-right-tonnes = un nombre de tonnes, 0 ou plus
plan-right-finite = un nombre fini
plan-right-positive = un nombre, 0 ou plus
plan-right-above-zero = un nombre fini, plus grand que 0
plan-right-capacity = au plus la capacité, { $n }
plan-right-output-per-t = output_per_t à côté, qui dit ce qu’une tonne produit
plan-right-unique = un identifiant que rien d’autre ne porte
plan-right-one-haul = haul_eur_t ou haul, pas les deux
plan-right-some-haul = une matrice, ou haul avec des coordonnées
plan-right-rows = { $n } lignes, une par source
plan-right-columns = { $n } valeurs, une par option
plan-right-places = lat et lon, puisque le transport se déduit des coordonnées
plan-right-format = « { $n } »
