# Ce que dit `fe2i plan`.
plan-progress = { $seconds } s : plan { $plan }, borne { $bound }, { $nodes } nœuds
plan-progress-none = { $seconds } s : pas encore de plan, borne { $bound }, { $nodes } nœuds
plan-short-capacity = Capacité : il faut placer { $need } t par an ; même la plus grande taille sur chaque site n’en reçoit que { $have } t. Il manque { $missing } t.
plan-short-max-options = Nombre d’installations : avec { $most } au plus, les plus grandes reçoivent { $have } t par an sur { $need } t à placer. Il manque { $missing } t, donc en ouvrir au moins { $count }.
plan-short-budget = Budget : tout placer demande au moins { $need } € d’investissement, le budget est de { $have } €. Il manque { $missing } €.
plan-short-month = Mois { $month } : { $need } t à placer, les débouchés du mois n’en permettent que { $have } t. Il manque { $missing } t.
plan-short-source = Fournisseur « { $source } » : il doit tout donner à une seule installation, soit { $need } t par an ; la plus grande reçoit { $have } t. Il manque { $missing } t.
plan-short-together = Aucune limite seule ne l’interdit, mais ensemble elles ne laissent aucun plan : { $need } t à placer, charge minimale d’une installation à partir de { $min } t, fournisseurs entiers et capacités. Permettre le partage entre installations, abaisser une charge minimale ou ajouter une taille.
plan-limit = Arrêté avant d’avoir trouvé un plan : laisser plus de temps.
plan-optimal = Plan prouvé : objectif { $objective }, à { $gap } au plus du meilleur possible.
plan-feasible = Plan trouvé, non prouvé : objectif { $objective }, à { $gap } au plus du meilleur possible.
plan-open = Ouvrir { $option } : { $tonnes } t par an de { $count } fournisseurs
plan-verified = Bilans, capacités et objectif recalculés sans le solveur : justes.
plan-broken = Recalcul : { $limit } de « { $who } » : { $has } au lieu de { $allowed }.
