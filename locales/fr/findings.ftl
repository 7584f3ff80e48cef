# Ce que les étapes ont remarqué.

leads-cut = { $found } pistes trouvées, les { $kept } meilleures sont gardées.
flows-unclassified = { $count ->
    [one] Un flux n’a pas été reconnu : aucune piste ne peut en sortir. Choisir sa ressource.
   *[other] { $count } flux n’ont pas été reconnus : aucune piste ne peut en sortir. Choisir leur ressource.
 }
wording-unknown = « { $wording } » n’est pas reconnu : choisir la ressource, ou le dire autrement.
sites-without-profile = { $count ->
    [one] Un site n’a pas de profil d’activité : rien n’a été estimé pour lui. Vérifier son code NAF.
   *[other] { $count } sites n’ont pas de profil d’activité : rien n’a été estimé pour eux. Vérifier leur code NAF.
 }
