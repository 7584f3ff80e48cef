# Le dossier d'une filière.
dossier-title = Dossier de filière : { $plant }
dossier-notice = Document de travail établi avec les données du { $day }. Il nomme des entreprises et leurs prix : à ne pas diffuser sans leur accord. Chaque chiffre renvoie par [n] à sa source ou à la déclaration dont il vient ; les valeurs isolées sont les médianes de plages souvent larges.
dossier-notice-members = Document établi avec les données du { $day }, sans prix ni nom confidentiel ; aucun prix donné par une entreprise n’est dans ses comptes, seulement des prix usuels. Chaque chiffre renvoie par [n] à sa source ou à la déclaration dont il vient ; les valeurs isolées sont les médianes de plages souvent larges.
dossier-summary = En bref
dossier-summary-text = { $plant } de { $size } { $unit }, chez { $site } ({ $why }). { $input } { $input_unit } par an venant de { $suppliers ->
    [one] 1 apport
   *[other] { $suppliers } apports
  } deviennent { $output } { $output_unit } par an (« { $product } »). Investissement de { $investment } €.
dossier-summary-fte = { $fte } ETP en insertion.
dossier-summary-gain = Gain de l’ensemble, au regard d’aujourd’hui : { $p50 } € par an en médiane de { $draws } tirages, moins de { $p10 } € une fois sur dix, plus de { $p90 } € une fois sur dix. Le plan tel qu’il est calculé, toutes les plages à leur milieu, vaut { $middle } € : c’est lui que détaillent les comptes et le partage. Climat, par an et en tonnes de CO₂e : évité par ce que la production remplace, { $avoided } ; émis par l’équipement et le transport, { $impact } ; comptés à part.
dossier-summary-loses = Attention, ce plan perd de l’argent : en médiane de { $draws } tirages il manque { $lost } € par an, et il n’en gagne que dans { $gains } des tirages.
dossier-summary-heat = Le moteur donne aussi { $made } MWh de chaleur par an ; { $left } MWh ne sont ni vendus ni utilisés, et ne sont comptés nulle part : sans preneur, c’est une perte.
dossier-summary-doubt = Attention : ce plan ne gagne de l’argent que dans { $gains } des tirages et n’atteint sa charge minimale que dans { $met }.
dossier-summary-rounds = Ces sommes comptent le transport en bennes pleines ; les tournées du chapitre Collecte coûteraient { $dearer } € de plus par an, à retrancher du gain.
dossier-unknown = inconnu
dossier-span = { $low } à { $high }
dossier-fee-paid = Sans subvention, l’équilibre demande que les apporteurs paient { $fee } € par { $unit }, transport compris dans les charges de la filière.
dossier-fee-room = Sans subvention, la filière s’équilibre même en payant ses apports jusqu’à { $fee } € par { $unit } rendus : c’est la marge à partager entre tous, pas un prix d’achat conseillé. Elle suppose la vente de toute la production au prix médian, et ne compte pas l’achat de matières que d’autres payeraient.
dossier-passed-over = Plan retenu pour sa médiane : toutes les plages à leur milieu, un autre plan gagnerait { $more } € de plus par an, mais sa médiane sur les mêmes tirages n’est que de { $median } €.
dossier-proved = Le plan a été recalculé sans le solveur et est à { $gap } % au plus { $aim }, dans les hypothèses retenues. { $left } { $unit } par an restent hors du plan.
dossier-verified = Le plan a été recalculé sans le solveur ; il n’est pas prouvé le meilleur. { $left } { $unit } par an restent hors du plan.
dossier-not-verified = Le recalcul du plan sans le solveur a échoué : ne pas s’en servir.
dossier-nothing = Rien n’ouvre : avec { $offers ->
    [one] 1 apport connu
   *[other] { $offers } apports connus
  }, { $amount } { $unit } par an, aucun équipement ne gagne plus qu’il ne coûte dans les hypothèses retenues.
dossier-nothing-short = Rien n’ouvre : { $amount } { $unit } par an en { $offers ->
    [one] un seul apport connu
   *[other] { $offers } apports connus
  }, quand la plus petite taille en demande { $least } pour tourner.
dossier-gathering = Gisement
dossier-gathering-text = { $offers ->
    [one] 1 apport a une quantité et un lieu connus
   *[other] { $offers } apports ont une quantité et un lieu connus
  }, { $offered } { $unit } par an en tout ; le plan en retient { $suppliers }, { $taken } { $unit } par an. La disponibilité est une plage : une chance sur dix d’être au-dessous du bas, une sur dix d’être au-dessus du haut. Un coût actuel négatif est une recette de celui qui donne.
dossier-supplier = Apporteur
dossier-secret-supplier = apporteur confidentiel
dossier-secret-taker = preneur confidentiel
dossier-resource = Matière
dossier-taken = Retenu par an
dossier-available = Disponible par an
dossier-season = Saison
dossier-season-even = supposée égale
dossier-season-all = toute l’année
dossier-season-mostly = toute l’année, surtout { $months }
dossier-season-run = { $first } à { $last }
dossier-basis = Connu par
dossier-km = Route (km)
dossier-cost-today = Coût actuel (€ par unité)
dossier-note = Sources
dossier-map = Carte et choix du site
dossier-map-text = { $all ->
    [one] Un seul site est possible.
   *[other] { $spots } sites ont été comparés, les mieux placés des { $all } possibles.
  } Nord en haut, échelle en bas à gauche ; les traits sont les limites de communes connues ; la surface d’un disque suit la quantité.
dossier-map-plant = équipement
dossier-map-supplier = apporteur
dossier-map-taker = preneur
dossier-spot = Site étudié
dossier-why = Pourquoi lui
dossier-why-outlet = preneur de ce qui sort
dossier-why-insertion = structure d’insertion
dossier-why-room = place déclarée
dossier-why-authority = collectivité
dossier-why-runs = activité voisine
dossier-months = Plan mois par mois
dossier-months-title = Rassemblé, utilisé et plaçable chaque mois ({ $unit })
dossier-gathered = rassemblé
dossier-used = utilisé
dossier-demand = plaçable chez les preneurs
dossier-storage = Le rythme des apports et celui des besoins diffèrent : il faut pouvoir stocker jusqu’à { $storage } { $unit }, soit { $share } de l’année.
dossier-no-storage = Apports et besoins vont du même pas : aucun stock saisonnier.
dossier-engine-heat = Le moteur donne aussi { $made } MWh/an de chaleur : { $own } MWh/an chauffent le digesteur et l’hygiénisation, { $left } MWh/an sont perdus tant que personne ne les prend. Aucune de ces chaleurs n’est vendue dans ce compte : un preneur viendrait en plus. { $marks }
dossier-money = Économie
dossier-money-text = Valeurs médianes de la première année pleine, à prix constants, hors impôts ; réseau, stock et encadrement d’insertion compris. Le seuil d’équilibre est ce que les apporteurs doivent payer par unité pour couvrir toutes les charges et l’investissement ; négatif, la filière peut payer.
dossier-figure = Grandeur
dossier-value = Valeur
dossier-unit = Unité
dossier-eur-year = €/an
dossier-years = ans
dossier-calc-input = Calcul : somme de ce que le plan retient de chaque apport (chapitre Gisement).
dossier-calc-avoided = Calcul : quantité retenue × coût actuel de chaque apport, dit ou usuel ; un coût inconnu n’est pas compté.
dossier-calc-takers-save = Calcul : production × (ce que coûte aujourd’hui aux preneurs ce qui est remplacé, dit ou usuel − prix du plan) ; un coût inconnu est pris égal au prix. Changer le prix du plan change qui gagne, pas ce que tous gagnent.
dossier-calc-levelised = Calcul : (charges + transport + annuité) / production vendue.
dossier-calc-fee = Calcul : (charges + transport + annuité − recettes) / quantité d’apports ; avec subvention, l’annuité est diminuée de sa part.
dossier-calc-payback = Calcul : investissement / (recettes − charges − transport + coûts évités + économie des preneurs), à prix constants.
dossier-calc-anew = Calcul : ce qui est usé avant la fin des 15 ans est racheté au même prix, sans nouvelle subvention.
dossier-calc-residual = Calcul : prix d’achat × part de la durée de vie qui reste à la fin de l’année 15 ; non compris dans la trésorerie.
dossier-calc-payback-operator = Calcul : investissement / (recettes − charges − transport), sans ce que les apporteurs et les preneurs cessent de payer.
dossier-per-year = { $unit }/an
dossier-investment = Investissement, réseau et stock compris
dossier-grant = Subvention usuelle
dossier-input = Apports utilisés
dossier-output = Production vendue
dossier-revenue = Recettes
dossier-running = Charges courantes, travail, encadrement et entretien
dossier-haul = Transport des apports
dossier-capital = Annuité de l’investissement
dossier-anew = Rachats à l’identique sur 15 ans
dossier-residual = Valeur restante à la fin de l’année 15
dossier-avoided = Coûts actuels évités chez les apporteurs, là où ils sont connus
dossier-takers-save = Économie des preneurs sur leur dépense actuelle, au prix du plan
dossier-levelised = Coût complet de la production
dossier-gate-fee = Seuil d’équilibre demandé aux apporteurs
dossier-gate-fee-grant = Le même, avec subvention
dossier-payback = Temps de retour, tous partenaires ensemble
dossier-payback-grant = Temps de retour avec subvention, tous partenaires ensemble
dossier-payback-operator = Temps de retour de l’exploitant seul, apporteurs ne payant rien
dossier-payback-operator-grant = Le même, avec subvention
dossier-without-grant = sans subvention
dossier-with-grant = avec subvention
dossier-cash-title = Trésorerie cumulée de l’ensemble des partenaires, année 0 à 15 (k€)
dossier-cash-text = Horizon : { $years } ans. Équipement compté pour { $life } ans d’usage : usé plus tôt, il est racheté au même prix, sans nouvelle subvention ; la valeur qui lui reste à la fin de l’horizon est dite à part. L’annuité et le coût complet valent sur cette durée de vie, donc rachats compris ; un investissement qui n’est pas remboursé avant d’être usé n’a pas de temps de retour.
dossier-co2 = CO₂
dossier-co2-text = Ce que la filière émet (son impact) et ce que d’autres cessent d’émettre (émissions évitées) sont comptés à part et ne s’additionnent pas. Le traitement actuel des matières n’est pas compté.
dossier-co2-own = Impact : équipement, ou filière de recyclage de ce qui sort
dossier-co2-haul = Impact : transport des apports
dossier-co2-avoided = Évité : énergie ou matière remplacée, là où c’est connu
dossier-co2-no-own = Inconnu : ce que l’équipement émet lui-même n’est pas publié sous une forme employable ici.
dossier-co2-no-avoided = Inconnu : ce que remplace ce qui sort n’est pas dit par les preneurs, ou aucun facteur publié ne le couvre.
dossier-co2-part = Pour { $share } du besoin des preneurs, on ne sait pas ce qui est remplacé : cette part ne compte pour rien dans l’évité.
dossier-co2-year = tCO₂e/an
dossier-jobs = Emplois
dossier-jobs-text = Heures et coûts par an, en plages. « Insertion » : le poste peut être tenu par une structure d’insertion.
dossier-rome = Métier (ROME)
dossier-insertion = Insertion
dossier-entry = Niveau à l’entrée
dossier-exit = Niveau à la sortie
dossier-hours = Heures par an
dossier-work-cost = Coût chargé (€/an)
dossier-yes = oui
dossier-no = non
dossier-level-none = aucun
dossier-level-job = formation au poste, CACES
dossier-level-3 = niveau 3 (CAP, titre)
dossier-level-4 = niveau 4 (bac, titre)
dossier-staffing-text = Selon la structure qui porterait les postes d’insertion : l’aide au poste est à son montant en vigueur le jour de l’étude ; une seule de ces lignes s’applique. Une « AI » ou une « ETTI » met à disposition, une « EITI » accompagne des indépendants.
dossier-kind = Structure
dossier-fte = ETP en insertion
dossier-supervisors = ETP d’encadrement
dossier-aid = Aide publique (€/an)
dossier-cost-fte = Reste à payer par ETP d’insertion, aide déduite, encadrement compris (€/an)
dossier-partners = Qui gagne quoi
dossier-partners-none = Le partage n’a pas pu être calculé.
dossier-partners-loss = Il n’y a pas de gain à partager : ce qui manque est à combler, par l’aide au poste, une subvention, une redevance de qui y trouve son compte, ou d’autres preneurs, qui paient plus cher aujourd’hui.
dossier-partners-text = Ensemble les partenaires gagnent { $total } € par an dans le plan calculé (toutes plages à leur milieu), annuité déduite, au regard de leurs coûts d’aujourd’hui. La valeur de Shapley paie chacun selon ce qu’il ajoute en moyenne ; le nucléole contente d’abord le groupe le plus mal servi. Ce sont deux points de départ pour discuter, pas un contrat.
dossier-partners-grant = La subvention n’est pas un gain du territoire : son financeur débourse l’équivalent de { $grant } € par an, qui sont dans les { $total } € des partenaires. Tous ensemble, financeur compris, gagnent { $net } € par an.
dossier-partner = Partenaire
dossier-who-takes = { $who } (preneur)
dossier-who-brings = { $who } (apporteur)
dossier-partners-withheld = Le partage partenaire par partenaire n’est pas publié dans cette version : il est fait de prix que des entreprises ont donnés.
dossier-shapley = Shapley (€/an)
dossier-nucleolus = Nucléole (€/an, quinze partenaires au plus)
dossier-core = Il existe un partage dont aucun groupe n’a intérêt à sortir : même le groupe le moins bien servi y gagne { $margin } € par an de plus qu’en faisant sans les autres, apports de remplacement compris (c’est l’epsilon du cœur, en signe inverse).
dossier-no-core = Aucun partage ne contente tous les groupes : au mieux il manque { $lack } € par an au plus mal servi.
dossier-leaves = Avec le partage de Shapley, { $names } gagneraient { $gain } € de plus par an en faisant sans les autres : préférer le nucléole, ou leur en laisser davantage.
dossier-operator = Exploitant de l’équipement
dossier-takers = { $count } autres preneurs réunis
dossier-structure = Structure d’insertion
dossier-small = { $count } petits apporteurs réunis
dossier-alone-nothing = { $who } : seul, rien ; ensemble, { $gain } € de gain par an.
dossier-alone-unknown = { $who } : ce que vous payez ou recevez aujourd’hui n’est pas connu et n’est pas compté ; sans compter ce coût, la part de gain serait de { $gain } € par an.
dossier-alone-usual = { $who } : ce que vous payez vraiment n’est pas dans ce calcul. Au prix usuel de ce qui est apporté, de { $low } à { $high } € par an pour ces quantités (négatif : une recette), la part de gain serait de { $gain } € par an. À demander : la dernière facture d’enlèvement.
dossier-alone-partly = { $who } : sur { $count } apports, { $own ->
    [0] {""}
    [one] 1 a le coût que vous avez dit,{" "}
   *[other] { $own } ont le coût que vous avez dit,{" "}
  }{ $usual ->
    [0] {""}
    [one] 1 a un prix usuel, pas une facture,{" "}
   *[other] { $usual } ont un prix usuel, pas une facture,{" "}
  }{ $unknown ->
    [0] {""}
    [one] 1 n’a pas de coût connu et n’est pas compté,{" "}
   *[other] { $unknown } n’ont pas de coût connu et ne sont pas comptés,{" "}
  }soit aujourd’hui { $low } à { $high } € par an en tout (négatif : une recette) ; la part de gain serait de { $gain } € par an.{ $sealed ->
    [0] {""}
   *[other] {" "}Tout prix que vous avez donné est scellé et n’entre pas dans ce plan.
  }
dossier-alone-sealed = { $who } : le prix que vous avez donné est scellé et n’entre pas dans ce plan, que d’autres lisent. Au prix usuel de ce qui est apporté, de { $low } à { $high } € par an pour ces quantités (négatif : une recette), la part de gain serait de { $gain } € par an ; à comparer avec votre facture.
dossier-alone-pays-pays = { $who } : seul, vous payez { $today } € par an ; ensemble, vous payez { $after } €, soit { $gain } € de mieux.
dossier-alone-pays-paid = { $who } : seul, vous payez { $today } € par an ; ensemble, vous recevez { $after } €, soit { $gain } € de mieux.
dossier-alone-paid-pays = { $who } : seul, vous recevez { $today } € par an ; ensemble, vous payez { $after } €, soit un écart de { $gain } €.
dossier-alone-paid-paid = { $who } : seul, vous recevez { $today } € par an ; ensemble, vous recevez { $after } €, soit un écart de { $gain } €.
dossier-fragile = Solidité
dossier-draws = Sur { $draws } tirages de toutes les plages à la fois (quantités, rendements, prix, coûts), les mêmes installations gagnent par an, au regard d’aujourd’hui : { $p50 } € en médiane, moins de { $p10 } € une fois sur dix, plus de { $p90 } € une fois sur dix. Le plan calculé, toutes plages à leur milieu, vaut { $middle } € : il peut différer de la médiane dans les deux sens : les plages ne sont pas symétriques, et la capacité comme la charge minimale rompent la proportion. Elles gagnent de l’argent dans { $gains } des cas et atteignent leur charge minimale dans { $met }.
dossier-sturdy = Plan prudent : { $plan }. Dans le pire dixième des tirages il gagne en moyenne { $worst } € par an, contre { $nominal } € pour le plan qui gagne le plus quand tout est au milieu de sa plage ; en médiane des tirages, { $p50 } € contre { $nominal_p50 } € ; il atteint sa charge minimale dans { $met } des tirages, contre { $nominal_met }. Quand tout est au milieu, il gagne { $less } € de { $gives ->
    [more] plus
   *[less] moins
  } par an. { $how }
dossier-sturdy-same = Plan prudent : celui-ci, { $worst } € par an en moyenne dans le pire dixième des tirages, charge minimale atteinte dans { $met }. { $how }
dossier-sturdy-how = Comment il est choisi : { $singles ->
    [one] la seule taille possible, au seul lieu possible, a été pesée
   *[other] chaque lieu avec chaque taille qui peut y tourner, { $singles } en tout, ont été pesés
  } sur { $first } tirages{ $pairs ->
    [0] {""}
    [one] , et la meilleure paire d’installations aussi
   *[other] , et les meilleurs deux par deux ({ $pairs } paires)
  } ; les mieux placés, les points du front et des plans faits pour moins d’apports, { $weighed } en tout, l’ont été sur les mêmes { $draws } tirages. Est gardé celui dont la moyenne des pires tirages est la meilleure{ $chance ->
    [0] {""}
   *[other] {" "}parmi ceux qui atteignent leur charge minimale dans { $chance_text } des tirages
  }. Ce n’est pas une preuve qu’il n’en existe pas de meilleur.
dossier-sturdy-loses = Même lui perd de l’argent dans ces mauvaises années : seul ne rien ouvrir les évite.
dossier-sturdy-none = Plan prudent : aucun des plans pesés, chaque lieu avec chaque taille compris, n’atteint sa charge minimale aussi souvent que demandé ({ $chance } des tirages).
dossier-gone-text = Gain restant si un partenaire s’en va, l’équipement étant construit et payé : les apports que le plan laisse dehors prennent sa place quand ils conviennent. Le partage (chapitre « Qui gagne quoi ») compte les mêmes remplaçants ; la seule différence est qu’il raisonne avant de construire : un groupe qui perdrait n’y bâtit rien et gagne 0, au lieu de perdre l’annuité.
dossier-gone = Sans
dossier-role = Rôle
dossier-gain-then = Gain restant (€/an)
dossier-without-supplier = apporteur
dossier-without-taker = preneur
dossier-tornado = Gain annuel quand un prix bouge de 30 % (k€/an)
dossier-tornado-text = Ce qui bouge, par les lignes du compte. « Annuité et entretien » : annuité de l’équipement et du réseau, subvention déduite quand elle est comptée, entretien et assurance de l’équipement. « Charges » : charges courantes sans cet entretien, avec l’annuité et l’entretien du stock couvert, qui suivent les quantités. « Valeur de la production » : ce qu’elle épargne aux preneurs, ou son prix de marché ; le prix entre partenaires, lui, change qui gagne, pas ce que tous gagnent. « Coût évité » : coûts actuels évités.
dossier-price-low = prix 30 % plus bas
dossier-price-high = prix 30 % plus haut
dossier-price-haul = transport des apports
dossier-price-output = valeur de la production
dossier-price-treatment = coût évité et rendement des apports
dossier-price-running = charges hors entretien, avec stock
dossier-price-fixed = annuité et entretien, stock à part
dossier-front = Autres choix possibles
dossier-front-text = Aucun de ces plans n’est battu par un autre à la fois en euros, en CO₂ évité, en CO₂ émis et en heures d’insertion. Évité et émis restent deux colonnes. Les colonnes de valeur disent l’arbitrage qui désigne ce plan : ce que compte une tonne, pour une évitée comme contre une émise, et une heure ; la dernière, ce qui lui a été demandé au moins, quand aucune valeur ne le désigne. Un plan sans valeur ni demande est le meilleur de sa taille.
dossier-front-no-co2 = Le CO₂ évité n’est pas connu pour tous les lieux : il n’entre pas dans le choix, et le front ne compare que les euros et les heures.
dossier-floor = Demandé au moins
dossier-floor-co2 = { $least } t CO₂e/an
dossier-floor-open = l’ouverture d’un équipement
dossier-floor-hours = { $least } h/an
dossier-plan = Plan
dossier-front-eur = Gain (€/an)
dossier-front-avoided = CO₂ évité (tCO₂e/an)
dossier-front-caused = CO₂ émis, équipement et transport (tCO₂e/an)
dossier-front-hours = Heures d’insertion par an
dossier-worth-co2 = €/tCO₂e
dossier-worth-hour = €/heure
dossier-legal = Chemin réglementaire
dossier-legal-text = Orientation à faire confirmer par la DREAL, pas un avis juridique. Le régime est conclu du plan : tonnes reçues par jour ouvré, volume présent, puissance brûlée. Les délais sont en mois, de la préparation du dossier au droit d’exploiter.
dossier-rubric = Rubrique ICPE
dossier-regime = Régime à cette taille
dossier-months-delay = Délai (mois)
dossier-step = Étape
dossier-route = Statut de la matière : { $route }.
dossier-risks = Risques et inconnues
dossier-risk-cost = Coût actuel inconnu de { $count } des { $all } apports : le gain est compté sans lui.
dossier-risk-usual-cost = Coût actuel de { $count } des { $all } apports : un prix usuel, pas une facture.
dossier-risk-season = Saison non dite de { $count } des { $all } apports : supposée égale.
dossier-risk-guess = Quantité de { $count } des { $all } apports : une estimation qu’aucune entreprise n’a confirmée.
dossier-risk-weak = { $count } des valeurs employées sont de confiance faible, souvent de mémoire : les faire chiffrer avant toute décision.
dossier-risk-storage = Le stock d’hiver demande une dalle couverte et des mesures contre l’incendie : le chiffre employé est à confirmer sur place.
dossier-risk-network = Les preneurs doivent s’engager sur la durée ; le tracé de la tranchée jusqu’à eux est à vol d’oiseau et reste à étudier. Pertes du réseau, son entretien et la chaudière de secours ne sont pas chiffrés.
dossier-risk-missing = Chiffre manquant : { $why }.
dossier-signs = Qui signe quoi
dossier-who = Qui
dossier-paper = Quoi
dossier-sign-supplier = Chaque apporteur
dossier-sign-supplier-paper = contrat d’apport : quantité minimale et maximale, qualité, prix ou redevance, durée, suivi des déchets
dossier-sign-taker = Chaque preneur
dossier-sign-taker-paper = contrat de vente : quantité mensuelle, prix et révision, secours, durée au moins égale au prêt
dossier-sign-host = Le propriétaire du site
dossier-sign-host-paper = bail ou autorisation d’occupation, accès des camions, servitudes
dossier-sign-insertion = La structure d’insertion et l’État
dossier-sign-insertion-paper = convention : postes, aide, accompagnement, sorties visées
dossier-sign-authority = Le financeur
dossier-sign-authority-paper = convention de subvention, avant tout engagement de dépense
dossier-sign-operator = L’exploitant
dossier-sign-operator-paper = pacte ou statuts de la société porteuse, déclaration ou demande ICPE, assurances, prêt
dossier-next = Prochaines étapes
dossier-next-confirm = Faire confirmer quantité, qualité, saison et coût actuel par ceux qui apportent la moitié : { $names }.
dossier-next-site = Visiter le site : place, accès, besoin mensuel mesuré, accord de principe de l’hôte et des preneurs.
dossier-next-permit = Demander à la DREAL la confirmation des rubriques et du statut de la matière.
dossier-next-structure = Réunir la structure d’insertion et le service de l’État sur les postes et l’encadrement.
dossier-next-funding = Faire chiffrer l’investissement par deux constructeurs, puis déposer la demande d’aide.
dossier-sources = Sources et déclarations
dossier-note-value = { $low } à { $high } (le plus probable { $mid })
dossier-note-figure = { $label } : { $value } ({ $id }). { $source }, { $date } ; confiance { $confidence }.
dossier-note-figure-at = { $label } : { $value } ({ $id }). { $source }, { $locator }, { $date } ; confiance { $confidence }.
dossier-note-flow = { $site }, « { $wording } » : { $stated } ; { $basis }, { $source }, { $date }.
dossier-note-secret = Déclaration confidentielle, connue du facilitateur.
dossier-note-source = { $title } ({ $publisher }), { $date }.
dossier-no-amount-words = quantité saisie en colonnes
dossier-undated = sans date
dossier-month-1 = janv.
dossier-month-2 = févr.
dossier-month-3 = mars
dossier-month-4 = avr.
dossier-month-5 = mai
dossier-month-6 = juin
dossier-month-7 = juil.
dossier-month-8 = août
dossier-month-9 = sept.
dossier-month-10 = oct.
dossier-month-11 = nov.
dossier-month-12 = déc.
chain-supplies-without-amount = { $count ->
    [one] 1 apport possible laissé de côté : quantité inconnue.
   *[other] { $count } apports possibles laissés de côté : quantité inconnue.
  }
chain-supplies-without-place = { $count ->
    [one] 1 apport possible laissé de côté : lieu inconnu.
   *[other] { $count } apports possibles laissés de côté : lieu inconnu.
  }
chain-supplies-without-yield = { $count ->
    [one] 1 apport possible laissé de côté : rendement inconnu de cette matière.
   *[other] { $count } apports possibles laissés de côté : rendement inconnu de cette matière.
  }
chain-outlets-without-amount = { $count ->
    [one] 1 preneur possible laissé de côté, sa quantité manque ou son unité ne se convertit pas : { $sites }. La demander en MWh par an.
   *[other] { $count } preneurs possibles laissés de côté, leur quantité manque ou son unité ne se convertit pas : { $sites }. La demander en MWh par an.
  }
chain-supplies-refused = { $count ->
    [one] 1 apport refusé, son code déchet ou un mot contredit ce que prend l’équipement : { $which }.
   *[other] { $count } apports refusés, leur code déchet ou un mot contredit ce que prend l’équipement : { $which }.
  }
chain-supplies-too-cold = { $count ->
    [one] 1 source de chaleur laissée de côté, trop froide sans pompe à chaleur, que ce plan ne compte pas : { $which }.
   *[other] { $count } sources de chaleur laissées de côté, trop froides sans pompe à chaleur, que ce plan ne compte pas : { $which }.
  }
chain-supplies-apart = { $count ->
    [one] 1 apport laissé de côté ({ $total } { $unit } par an) : son mélange avec les autres est interdit sauf autorisation, il demande une ligne séparée.
   *[other] { $count } apports laissés de côté ({ $total } { $unit } par an) : leur mélange avec les autres est interdit sauf autorisation, ils demandent une ligne séparée.
  }
dossier-no-supply = personne ne donne, avec une quantité et un lieu connus, ce que prend « { $plant } »
dossier-no-spot = aucun lieu connu ne pourrait accueillir « { $plant } » : il faut un preneur, une structure d’insertion, une collectivité ou un terrain
dossier-nothing-title = Rien ne s’équilibre en euros
dossier-opening = Le moins cher à ouvrir serait { $plan } : il lui manquerait { $lacks } € par an.
dossier-opening-hours = C’est { $each } € par heure d’insertion ({ $brings } h par an).
dossier-opening-co2 = C’est { $each } € par tonne de CO₂ évitée ({ $brings } t par an).
dossier-opening-aid = L’aide au poste n’y est pas comptée ; elle serait par an, selon la structure : { $aid }.
dossier-aid-covers = { $kind } { $aid } €, qui couvrent ce manque
dossier-aid-leaves = { $kind } { $aid } €, il manquerait encore { $left } €
dossier-front-nothing = ne rien ouvrir
dossier-never = plus de { $years }
dossier-reaches = Ce que le plan atteint
dossier-reaches-day = { $range } t/jour
dossier-reaches-present = { $range } m³ présents
dossier-reaches-power = { $range } MW brûlés
dossier-regime-open = à établir. { $thresholds }
dossier-regime-none = non classée, sous le seuil
dossier-regime-most-day = { $level } si les jours de réception sont peu nombreux
dossier-regime-most-present = { $level } si le stock est grand
dossier-regime-most-power = { $level } si le rendement est faible
dossier-permit = Régime ICPE conclu à cette taille : { $level } (rubrique { $rubrics }), { $months } mois ; le plus exigeant l’emporte.{ $open ->
    [0] {""}
    [one] {" "}Une rubrique reste à établir.
   *[other] {" "}{ $open } rubriques restent à établir.
  }
dossier-permit-open = Régime ICPE à établir : ce que le plan atteint n’est pas connu pour toutes les rubriques ; les autres sont sous leur seuil.
dossier-permit-none = À cette taille l’équipement n’est classé sous aucune rubrique : rester sous les seuils, et vérifier le règlement sanitaire et l’urbanisme avec la mairie.
dossier-step-when = Si { $when } :

dossier-network = dont réseau jusqu’aux preneurs
dossier-store = dont stock couvert
dossier-supervision = dont encadrement technique de l’insertion
dossier-residue = dont digestat ou cendres à évacuer
dossier-takers-title = Preneurs
dossier-takers-text = { $count ->
    [one] Un preneur est à portée du site, relié
   *[other] { $count } preneurs sont à portée du site, reliés
  } par { $km } km de tranchée à vol d’oiseau : chacun n’est relié que si le tronçon qu’il ajoute porte assez de besoin. Une usine ne compte que pour la part de son combustible que cette chaleur remplace ; un site qui cherche de la chaleur et achète le combustible qui la fait n’est compté qu’une fois. Quantités en { $unit } par an.
dossier-taker = Preneur
dossier-taker-price = Prix du plan (€ par unité)
dossier-wants = Achète ou cherche aujourd’hui
dossier-needs = Besoin par an
dossier-gets = Reçoit par an
dossier-counted = Niveau, part comptée
dossier-counted-all = tout l’achat
dossier-counted-part = { $share } de l’achat
dossier-levels = Le réseau livre de l’eau chaude (90 °C au plus). Qui dit avoir besoin de vapeur, d’un four ou d’un procédé au-dessus garde sa chaudière : seule la part indiquée est comptée. Qui ne dit pas son niveau est compté comme servi en eau chaude : c’est une hypothèse, à vérifier sur place par la température de départ et de retour.
dossier-takers-price = Recette : { $output } { $unit } × { $price } €/{ $unit } = { $revenue } € par an. Ce prix est la moyenne des preneurs, selon ce que chacun reçoit : le prix usuel { $usual }, mais jamais plus que ce que le preneur paie aujourd’hui pour la même chaleur, dit ou usuel { $costs }.
dossier-risk-levels = { $count ->
    [one] Un preneur n’est compté que pour une part de son achat (vapeur, four ou procédé d’usine) : cette part est supposée ; elle demande des travaux chez lui.
   *[other] { $count } preneurs ne sont comptés que pour une part de leur achat (vapeur, four ou procédé d’usine) : cette part est supposée ; elle demande des travaux chez eux.
  }
dossier-yields = Ce que donne chaque matière
dossier-yields-text = Entrées en { $input } par an, sorties en { $output } par an : quantité × rendement de la matière.
dossier-yields-in = Entre par an
dossier-yields-each = Rendement par unité
dossier-yields-out = Sort par an
dossier-fractions-text = Le milieu des parts et des prix ; ce qui manque à 100 % est refus. Un prix négatif est payé par l’atelier.
dossier-fraction = Fraction
dossier-fraction-share = Part
dossier-fraction-price = Prix (€ par unité)
dossier-fraction-eur = € par an
dossier-rounds = Collecte
dossier-rounds-method = Chaque matière a son contenant, son véhicule et le temps qu’elle peut attendre au plus. Séparément, chaque site appelle son véhicule quand il est plein, et jamais plus tard que la matière ne peut attendre ; ensemble, le véhicule passe chez tous à jours fixes. Des rythmes que la matière permet, le moins cher est gardé. Les deux colonnes ont les mêmes heures, vitesses et distances.
dossier-rounds-text = { $stands } : { $every } jours au plus entre deux enlèvements. Séparément : { $alone_vehicle } ({ $alone_holds } m³). Ensemble : { $vehicle } ({ $capacity } m³, { $payload } t), { $passes } passages par an en { $tours } { $tours ->
    [one] tournée
   *[other] tournées
  }.
dossier-rounds-day = La journée d’un conducteur ne dépasse pas { $shift } (vidage à l’équipement compris, pause en plus) : un passage prend { $driver_days } { $driver_days ->
    [one] journée
   *[other] journées
  } de conducteur, { $lorries ->
    [one] un véhicule suffit
   *[other] il faut { $lorries } véhicules
  } à ce rythme. Horaires des quais supposés : { $opens } à { $closes }, à demander à chaque site.
dossier-rounds-sum = { $pass_km } km par passage × { $passes } passages = { $year_km } km par an. Le compte d’exploitation retient { $account } € par an de transport pour ces mêmes apports, en bennes pleines à la tonne-kilomètre : c’est ce montant, et lui seul, qui est dans le gain du plan. Les tournées en coûteraient { $shared } € : elles le remplaceraient, les deux ne s’ajoutent jamais ; les choisir { $dearer ->
    [0] ajouterait { $difference } € par an au gain
   *[other] retirerait { $difference } € par an du gain
  }. Sources : { $marks }.
dossier-rounds-dearer = Ensemble coûte ici plus cher que séparément : les sites sont trop gros ou trop peu pour se partager ce véhicule, mieux vaut que chacun appelle le sien quand il est plein.
dossier-rounds-alone = { $alone ->
    [one] Un site remplirait ce véhicule entre deux passages : il appelle seul et n’est dans aucune des deux colonnes.
   *[other] { $alone } sites rempliraient ce véhicule entre deux passages : ils appellent seuls et ne sont dans aucune des deux colonnes.
  }
dossier-rounds-unknown = { $count } apports sont laissés hors des tournées : leur masse volumique n’est pas connue.
dossier-rounds-shared = Tournées communes
dossier-rounds-separate = Enlèvements séparés
dossier-rounds-km = Route par an
dossier-rounds-cost = Camion et chauffeur
dossier-rounds-co2 = Émissions du transport
dossier-rounds-when = Jour, départ
dossier-rounds-leaves = jour { $day }, { $leaves }
dossier-rounds-stops = Tournée d’un passage
dossier-rounds-others = et { $count } autres
dossier-rounds-pass = un passage, { $count } { $count ->
    [one] tournée
   *[other] tournées
  }
dossier-rounds-tonnes = Chargement (t)
dossier-rounds-load = Chargement (m³)
dossier-rounds-hours = Durée
dossier-fits-aci = convient quand l’encadrement est soutenu et les postes sans qualification : atelier permanent, parcours longs.
dossier-fits-ei = convient quand l’atelier doit vivre de ses ventes : productivité proche du marché, aide plus faible.
dossier-fits-etti = convient pour les pointes et les remplacements chez l’exploitant ou les apporteurs, pas pour tenir l’atelier.
dossier-fits-ai = convient pour quelques heures par semaine mises à disposition : tri à la source, gardiennage, collecte d’appoint.
dossier-fits-eiti = ne convient que si la collecte peut être confiée à des indépendants accompagnés.
dossier-point = { $size } { $unit } chez { $site }
dossier-point-by-hand = { $size } { $unit } chez { $site }, préparation à la main
dossier-by-hand = La préparation se fait à la main là où une machine pourrait le faire : plus d’heures d’insertion, moins d’usure et de criblage.
dossier-price-of = Ce choix laisse { $less } € de gain par an.
dossier-price-hours = Il donne { $amount } heures d’insertion de plus par an, soit { $each } € l’heure.
dossier-price-fewer-hours = Il donne { $amount } heures d’insertion de moins par an.
dossier-price-co2 = Il évite { $amount } tCO₂e de plus par an, soit { $each } € la tonne.
dossier-price-less-co2 = Il évite { $amount } tCO₂e de moins par an.
dossier-price-co2-unknown = Ce qu’il fait au CO₂ n’est pas connu.
chain-searching = recherche d’un premier plan
chain-progress = meilleur plan { $plan }, borne { $bound }
dossier-aim-euros = du meilleur gain en euros
dossier-aim-floor = du meilleur gain en euros quand on demande au moins { $least }
dossier-aim-weighed = du meilleur arbitrage, une tonne de CO₂ comptée { $co2 } € et une heure d’insertion { $hour } €
dossier-instead = Le mieux en euros est de ne rien ouvrir. Ce plan-ci est, de ceux trouvés, celui qui coûte le moins à ouvrir : { $lacks } € par an à combler.
dossier-partners-median = En médiane des tirages (chapitre Solidité) c’est { $median } € : partager des parts, pas des montants.
dossier-barred = Rien n’ouvre dans les limites demandées.
dossier-barred-cheapest = Budget de { $have } € : l’équipement le moins cher en demande { $wanted }, il manque { $missing } €. Sans cette limite, un plan de { $takes } € d’investissement gagnerait { $gain } € par an.
dossier-barred-budget = Budget de { $have } € : le plan qui gagne le plus sans cette limite investit { $wanted } € (gain { $gain } € par an), il manque { $missing } € ; rien de ce qui tient dans le budget ne gagne plus qu’il ne coûte.
dossier-barred-number = Nombre d’équipements : { $most } permis, il en faut { $takes } ; sans cette limite, le plan gagnerait { $gain } € par an.
dossier-price-more-caused = Équipement et transport émettent { $amount } tCO₂e de plus par an.
dossier-price-less-caused = Équipement et transport émettent { $amount } tCO₂e de moins par an.
dossier-alone-taker = { $who } : seul, vous payez environ { $today } € par an ce que la filière remplacerait ({ $gets } { $unit }) ; ensemble, { $after } € tout compris, soit { $gain } € de mieux.
dossier-alone-taker-usual = { $who } : seul, ce que la filière remplacerait ({ $gets } { $unit }) coûte environ { $today } € par an au prix usuel, qui n’est pas une facture ; ensemble, { $after } € tout compris, soit { $gain } € de mieux. À demander : la dernière facture.
dossier-alone-taker-unknown = { $who } : ce que vous payez aujourd’hui n’est pas connu ; pour { $gets } { $unit } par an vous paieriez { $after } € au prix du plan, une fois déduite une part de gain de { $gain } €.
dossier-authority = Collectivité : { $treats ->
    [none] aucun euro n’est chiffré pour elle, faute de donnée : ni la collecte et le traitement publics évités, ni l’impôt local de l’équipement ne sont déclarés, et la TGAP évitée revient à l’État, pas à elle
   *[other] ses sites qui apportent paient aujourd’hui { $treats } € par an pour ce que le plan leur prend, et leur gain est dans le partage, à leur nom ; rien d’autre n’est chiffré pour elle, faute de donnée : l’impôt local de l’équipement n’est pas déclaré, et la TGAP évitée ailleurs revient à l’État
 } ; elle ne joue donc pas d’elle-même dans le partage. Pour qu’elle joue dans le partage : déclarer les flux de ses propres sites (déchèterie, services, bâtiments) avec leur quantité et leur prix, page Flux ou tableau importé ; leur gain est alors compté à leur nom. L’impôt local n’a pas de case. Elle y trouve { $hours ->
    [none] {""}
   *[other] { $hours } h d’insertion par an et{" "}
 }{ $avoided } tCO₂e évitées, { $caused } émises par ailleurs.
dossier-authority-grant = Collectivité et financeurs : ils déboursent l’équivalent de { $grant } € par an ; { $treats ->
    [none] aucun euro gagné n’est chiffré pour eux, faute de donnée : ni la collecte et le traitement publics évités, ni l’impôt local de l’équipement ne sont déclarés, et la TGAP évitée revient à l’État
   *[other] les sites publics qui apportent paient aujourd’hui { $treats } € par an pour ce que le plan leur prend, et leur gain est dans le partage, à leur nom ; rien d’autre n’est chiffré pour eux, faute de donnée : l’impôt local de l’équipement n’est pas déclaré, et la TGAP évitée ailleurs revient à l’État
 } ; ils ne jouent pas d’eux-mêmes dans le partage. Pour qu’elle joue dans le partage : déclarer les flux de ses propres sites (déchèterie, services, bâtiments) avec leur quantité et leur prix, page Flux ou tableau importé ; leur gain est alors compté à leur nom. L’impôt local n’a pas de case. Ils y trouvent { $hours ->
    [none] {""}
   *[other] { $hours } h d’insertion par an et{" "}
 }{ $avoided } tCO₂e évitées, { $caused } émises par ailleurs.
dossier-small-text = Les petits apporteurs un à un ; leur part de gain est répartie selon ce qu’ils apportent.
dossier-small-today = Coût actuel (€/an, négatif : une recette)
dossier-small-share = Part de gain (€/an)
dossier-front-here = • { $plan } (le plan de ce dossier)
dossier-front-other = { $plan }
dossier-point-input = { $point } : { $input } { $unit } de { $count ->
    [one] 1 apport
   *[other] { $count } apports
  }
dossier-supervision-fte = dont encadrement, par ETP (€/an)
dossier-staffing-date = Les montants d’aide sont ceux du dernier arrêté connu du programme, en vigueur depuis le { $date } ; un arrêté plus récent n’y serait pas : à vérifier auprès de la DDETS.
dossier-cost-by = Coût dit par
dossier-cost-said = l’apporteur
dossier-cost-usual = prix usuel
dossier-cost-unknown = inconnu
dossier-cost-bias = Pour { $usual } des { $all } apports le coût actuel est un prix usuel, celui d’un tel résidu jeté seul, faute de facture. Biais : qui n’a rien dit paraît payer ce prix et le plan le retient plus volontiers que qui a dit payer moins ; une facture peut l’en faire sortir.
dossier-plant = dont équipement
dossier-price = Prix de vente moyen
dossier-maintenance = dont entretien et assurance
dossier-gain = Gain annuel de l’ensemble, annuité déduite, sans subvention
dossier-calc-price = Calcul : ce que payent les preneurs en moyenne, chacun au plus le prix usuel de la chaleur ou du produit et au plus ce que lui coûte aujourd’hui ce qui est remplacé ; en vente au marché, le prix usuel.
dossier-calc-gain = Calcul : recettes + coûts évités + économie des preneurs − charges − transport − annuité.
dossier-money-live = Dans le classeur, ces lignes et la trésorerie sont des formules : changer un prix, un investissement, une subvention, une quantité refait le compte.
