# Les termes dont un chiffre est la somme.
term-treatment-avoided = traitement évité
term-revenue-forgone = recette abandonnée
term-purchase-avoided = achat évité
term-product-sold = vente de ce qui en est fait
term-local-saving = économie usuelle d’un achat voisin
term-price-gap = part durable de l’écart des prix
term-price-limit = plafond : l’écart des prix dits
term-pooling-saving = économie de la mise en commun
term-transport = transport
term-transport-onward = transport après traitement
term-transport-today = transport d’aujourd’hui évité
term-supply-transport = transport de l’approvisionnement évité
term-connection = raccordement
term-processing = traitement ou préparation
term-investment = investissement
term-route-today = voie d’aujourd’hui
term-route-new = nouvelle voie
term-fuel-replaced = combustible remplacé
term-credit-new = crédit de la nouvelle voie
term-credit-today = crédit de la voie d’aujourd’hui
term-mass-diverted = tonnes qui changent de voie
term-energy-supplied = énergie fournie
term-water-saved = eau économisée
term-work = travail
term-work-insertion = travail accessible à l’insertion

# Les formats de fichier, comme on les dit.
file-format = { $format ->
    [workbook] classeur fe2i
    [waste-register] registre de déchets
    [trackdechets] registre Trackdéchets
    [irep] registre des émissions polluantes
    [sirene] SIRENE
    [network] réseau
   *[other] { $format }
 }
